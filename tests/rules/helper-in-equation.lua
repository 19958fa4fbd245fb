--! expect: helper-in-equation.lua:6: `o`: unknown name `nosuch`; no rule file declares it (called from helper-in-equation.lua:10)
-- The same in an equation.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local function share(v)
	return v.x + v.nosuch
end
outcome "o" {
	value = function(v)
		local s = share(v)
		return s
	end,
}
