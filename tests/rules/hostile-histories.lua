--! expect: hostile-histories.lua:3: model: 2600001 operations over 10001 steps are too many; take a longer step, or a shorter time
-- Very many values remembered at every step.
model { start = 0, stop = 10000, step = 1 }
outcome "o" { value = function(v)
	local s = 0
	for i = 1, 10000 do s = s + delay_fixed(v.t, i, 0) end
	return s end }
