--! expect: memory-in-if.lua:4: `x`: a function with memory (smooth, delay1, ...) stands inside an `if`; make it an auxiliary of its own
model { start = 2026, stop = 2030, step = 0.25 }
lever "s" { default = 0, range = { 0, 1 } }
outcome "x" { value = function(v) if v.s > 0.5 then return smooth(v.s, 2) end return 0 end }
