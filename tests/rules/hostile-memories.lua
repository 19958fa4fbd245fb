--! expect: hostile-memories.lua:8: `o1`: more than 20000 functions with memory (smooth, delay1, ...)
-- Very many functions with memory.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
for k = 1, 1000 do
	outcome("o" .. k) { value = function(v)
		local s = 0
		for i = 1, 2e5 do s = sample_if_true(true, 1, 0) end
		return s end }
end
