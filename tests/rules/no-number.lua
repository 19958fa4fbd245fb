--! expect: no-number.lua:7: `nothing`: returns nothing on one of its paths; write `return value` on each
--! expect: no-number.lua:8: `a_text`: returns text; it must return a number
--! expect: no-number.lua:9: `a_comparison`: returns true or false; it must return a number
--! expect: no-number.lua:10: `no_condition`: must return a condition such as v.x <= 0, but returns a number of the model
model { start = 2026, stop = 2030, step = 0.25 }
lever "s" { default = 0, range = { 0, 1 } }
auxiliary "nothing" { value = function(v) if v.s > 0.5 then return 1 end end }
auxiliary "a_text" { value = function(v) return "x" end }
auxiliary "a_comparison" { value = function(v) return v.s > 0 end }
summary "no_condition" { first = function(v) return v.s end }
