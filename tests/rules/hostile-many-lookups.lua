--! expect: hostile-many-lookups.lua:7: `o`: an equation takes too long; is there a loop that does not end?
-- Very many different lookups.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "o" { value = function(v)
	local s = 0
	for i = 1, 1e6 do s = s + lookup(v.x, { { 0, i }, { 1, 0 } }) end
	return s end }
