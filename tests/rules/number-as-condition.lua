--! expect: number-as-condition.lua:18: `a`: a number is used as a condition, which is always true; compare it (v.x >= 0.5), and write `c and x or y` as an if
--! expect: number-as-condition.lua:19: `b`: a number is used as a condition, which is always true; compare it (v.x >= 0.5), and write `c and x or y` as an if
--! expect: number-as-condition.lua:20: `c`: a number is used as a condition, which is always true; compare it (v.x >= 0.5), and write `c and x or y` as an if
--! expect: number-as-condition.lua:21: `d`: a number is used as a condition, which is always true; compare it (v.x >= 0.5), and write `c and x or y` as an if
--! expect: number-as-condition.lua:22: `e`: a number is used as a condition, which is always true; compare it (v.x >= 0.5), and write `c and x or y` as an if
--! expect: number-as-condition.lua:23: `f`: a number is used as a condition, which is always true; compare it (v.x >= 0.5), and write `c and x or y` as an if
--! expect: number-as-condition.lua:24: `g`: a number is used as a condition, which is always true; compare it (v.x >= 0.5), and write `c and x or y` as an if
--! expect: number-as-condition.lua:25: `h`: a number is used as a condition, which is always true; compare it (v.x >= 0.5), and write `c and x or y` as an if
--! expect: number-as-condition.lua:26: `i`: a number is used as a condition, which is always true; compare it (v.x >= 0.5), and write `c and x or y` as an if
--! expect: number-as-condition.lua:27: `j`: a number is used as a condition, which is always true; compare it (v.x >= 0.5), and write `c and x or y` as an if
-- A bare number where a condition belongs, wherever it stands.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local function pick(a)
	if a then return 1 end
	return 2
end
auxiliary "a" { value = function(v) if v.x then return 1 else return 2 end end }
auxiliary "b" { value = function(v) return v.x and 1 or 2 end }
auxiliary "c" { value = function(v) local x = v.x * 2 if not x then return 1 end return x end }
auxiliary "d" { value = function(v) return v.x > 0.2 and v.x or 0 end }
auxiliary "e" { value = function(v) return pick(v.x) end }
auxiliary "f" { value = function(v) while v.x do return 1 end return 2 end }
stock "g" { initial = function(v) return v.x end, rate = function(v) if v.x then return 1 end return 2 end }
summary "h" { first = function(v) return not v.x end }
check "i" { holds = function(v) if v.x then return v.x >= 0 end return v.x < 0 end }
check "j" { holds = function(v) return not v.x end }
