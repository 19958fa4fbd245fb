--! expect: equality-hidden.lua:8: `y`: == or ~= steers by a model value, which can't be followed; compare with <, <=, > or >= (a switch is on when it is >= 0.5)
model { start = 2026, stop = 2030, step = 0.25 }
local one = 1
lever "s" { default = 0, range = { 0, 1 }, switch = true }
outcome "y" {
	value = function(v)
		local a = v.s
		if a == one then return 2 end
		return 3
	end,
}
