--! expect: exponential-trace.lua:4: `x`: the equations grow past 1000000 operations; split the work over auxiliaries
model { start = 2026, stop = 2030, step = 0.25 }
lever "s" { default = 0.5, range = { 0, 1 } }
outcome "x" { value = function(v) local x = v.s for i = 1, 1e9 do x = x * x + v.s end return x end }
