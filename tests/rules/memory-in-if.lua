--! expect: memory-in-if.lua:10: `one_side`: a function with memory (smooth, delay1, ...) stands inside an `if`; make it an auxiliary of its own
--! expect: memory-in-if.lua:16: `both_sides`: a function with memory (smooth, delay1, ...) stands inside an `if`; make it an auxiliary of its own
--! expect: memory-in-if.lua:20: `behind_and`: a number is used as a condition, which is always true; compare it (v.x >= 0.5), and write `c and x or y` as an if
--! expect: memory-in-if.lua:21: `no_condition`: the first argument of sample_if_true must be a condition such as v.x >= 0.5
--! expect: memory-in-if.lua:22: `initial`: an initial value can't use a function with memory (smooth, delay1, ...)
--! expect: memory-in-if.lua:23: `two runs`: a check of two runs can't use a function with memory (smooth, delay1, ...); make it an auxiliary of its own
-- Functions with memory in an `if`, in initial values, in checks of two runs, in loops that depend on nothing.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "one_side" { value = function(v) if v.x > 0.4 then return smooth(v.x, 2) end return 0 end }
outcome "both_sides" {
	value = function(v)
		if v.x > 0.4 then
			return smooth(v.x, 2)
		else
			return smooth(v.x, 5)
		end
	end,
}
outcome "behind_and" { value = function(v) return v.x > 0.4 and smooth(v.x, 2) or 0 end }
outcome "no_condition" { value = function(v) return sample_if_true(v.x, 1, 2) end }
stock "initial" { initial = function(v) return smooth(v.x, 2) end, rate = function(v) return 0 end }
check "two runs" { versus = { x = 1 }, holds = function(v, w) return smooth(v.x, 2) <= w.x + 1 end }
outcome "in_a_loop" { value = function(v) local s = 0 for i = 1, 3 do s = s + smooth(v.x, i) end return s end }
