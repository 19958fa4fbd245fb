--! expect: hostile-recursion.lua:6: functions call each other too deeply; is there one that calls itself without end? (called from hostile-recursion.lua:8)
-- A function that calls itself without end.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local function f()
	return 1 + f()
end
f()
