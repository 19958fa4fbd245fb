--! expect: hostile-settings.lua:8: more than 20000 settings of checks and declarations without their table
-- Too many settings of checks.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local g = {}
for i = 1, 2000 do g["k" .. i] = 1 end
for i = 1, 1e4 do
	check("a" .. i) { given = g, holds = function(v) return v.x <= 2 end }
end
