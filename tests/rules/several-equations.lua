--! expect: several-equations.lua:8: `a`: unknown name `xx`; did you mean `x`?
--! expect: several-equations.lua:9: `b`: argument 2 of max must be a number, not nothing (nil)
--! expect: several-equations.lua:10: `c`: a number is used as a condition, which is always true; compare it (v.x >= 0.5), and write `c and x or y` as an if
--! expect: several-equations.lua:11: `d`: returns text; it must return a number
-- The same in equations.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "a" { value = function(v) return v.xx end }
outcome "b" { value = function(v) return max(v.x, nil) end }
outcome "c" { value = function(v) if v.x then return 1 end return 2 end }
outcome "d" { value = function(v) return "text" end }
outcome "e" { value = function(v) return v.x end }
