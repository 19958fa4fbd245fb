--! ok
-- A sum over thousands is no problem, though a helper has an `or`.
model { start = 2026, stop = 2036, step = 1 }
for i = 1, 3000 do lever("l" .. i) { default = 0.5, range = { 0, 1 } } end
local function or_two(a) return a or 2 end
outcome "o" {
	value = function(v)
		local s = 0
		for i = 1, 3000 do s = s + v["l" .. i] end
		return s
	end,
}
