--! expect: hostile-exponential-calls.lua:7: `o`: an equation takes too long; is there a loop that does not end?
-- Calls that double at each level.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local function g(v, n)
	if n == 0 then return v.x end
	return g(v, n - 1) * g(v, n - 1) + n
end
outcome "o" { value = function(v) return g(v, 60) end }
