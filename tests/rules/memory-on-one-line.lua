--! expect: memory-on-one-line.lua:6: two functions with memory (smooth, delay1, ...) and a condition stand on one line, where they can't be told apart; write each on a line of its own
--! expect: memory-on-one-line.lua:11: two functions with memory (smooth, delay1, ...) and a condition stand on one line, where they can't be told apart; write each on a line of its own
-- Functions with memory on both sides of an `if` on one line, where one would be taken for the other.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "a" { value = function(v) if v.x > 0.4 then return smooth(v.x, 2) else return smooth(v.x, 5) end end }
outcome "b" { value = function(v) return smooth(v.x, 2) + delay1(v.x, 5) end }
outcome "c" {
	value = function(v)
		if v.x > 0.4
		then return smooth(v.x, 2) else return delay1(v.x, 2) end
	end,
}
