--! expect: no-number.lua:15: `nothing`: returns nothing on one of its paths; write `return value` on each
--! expect: no-number.lua:16: `a_text`: returns text; it must return a number
--! expect: no-number.lua:17: `a_comparison`: returns true or false; it must return a number
--! expect: no-number.lua:18: `the_view`: returns a table; it must return a number
--! expect: no-number.lua:19: `a_function`: returns a function; it must return a number
--! expect: no-number.lua:20: `no_rate`: returns nothing on one of its paths; write `return value` on each
--! expect: no-number.lua:20: `no_rate`: returns text; it must return a number
--! expect: no-number.lua:21: `no_condition`: must return a condition such as v.x <= 0, but returns a number of the model
--! expect: no-number.lua:22: `a number of the model`: must return a condition such as v.x <= 0, but returns a number of the model
--! expect: no-number.lua:23: `a number`: must return a condition such as v.x <= 0, but returns a number
--! expect: no-number.lua:24: `nothing at all`: must return a condition such as v.x <= 0, but returns nothing (nil)
-- Equations that return no number, conditions that return no condition.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
auxiliary "nothing" { value = function(v) if v.x > 0.5 then return 1 end end }
auxiliary "a_text" { value = function(v) return "much" end }
auxiliary "a_comparison" { value = function(v) return v.x > 0 end }
auxiliary "the_view" { value = function(v) return v end }
auxiliary "a_function" { value = function(v) return max end }
stock "no_rate" { initial = function(v) return "much" end, rate = function(v) end }
summary "no_condition" { first = function(v) return v.x end }
check "a number of the model" { holds = function(v) return v.x end }
check "a number" { holds = function(v) return 1 end }
check "nothing at all" { holds = function(v) end }
