--! expect: number-as-condition.lua:6: `a`: a number is used as a condition, which is always true; compare it (v.x >= 0.5), and write `c and x or y` as an if
--! expect: number-as-condition.lua:7: `b`: a number is used as a condition, which is always true; compare it (v.x >= 0.5), and write `c and x or y` as an if
--! expect: number-as-condition.lua:8: `c`: a number is used as a condition, which is always true; compare it (v.x >= 0.5), and write `c and x or y` as an if
model { start = 2026, stop = 2030, step = 0.25 }
lever "s" { default = 0, range = { 0, 1 } }
auxiliary "a" { value = function(v) if v.s then return 1 else return 2 end end }
auxiliary "b" { value = function(v) return v.s and 1 or 2 end }
auxiliary "c" { value = function(v) local x = v.s * 2 if not x then return 1 end return x end }
