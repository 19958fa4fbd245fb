--! expect: equality.lua:5: `x`: `==` on a model value can't be followed; compare with <, <=, > or >= (a switch is on when it is >= 0.5)
--! expect: equality.lua:6: `y`: `~=` on a model value can't be followed; compare with <, <=, > or >= (a switch is on when it is >= 0.5)
model { start = 2026, stop = 2030, step = 0.25 }
lever "s" { default = 0, range = { 0, 1 }, switch = true }
outcome "x" { value = function(v) if v.s == 1 then return 2 end return 3 end }
outcome "y" { value = function(v) return v.s ~= 0 and 2 or 3 end }
