--! expect: hostile-lookups.lua:9: `o`: an equation takes too long; is there a loop that does not end?
-- Looking up in very many points, often.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local p = {}
for i = 1, 1e5 do p[i] = { i, i } end
outcome "o" { value = function(v)
	local s = 0
	for i = 1, 1e6 do s = s + lookup(v.x + i, p) end
	return s end }
