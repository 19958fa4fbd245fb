--! expect: loop-long.lua:6: a loop without a stock: a1 -> a2 -> a3 -> a4 -> a5 -> a6 -> a7 -> a8 -> a9 -> a10 -> a11 -> a12 -> (2987 more) -> a3000 -> a1; make one of them a stock, or use an earlier value (delay_fixed)
-- A long loop is cut in the middle.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
for i = 1, 3000 do
	auxiliary("a" .. i) { value = function(v) return v["a" .. (i % 3000 + 1)] + 1 end }
end
