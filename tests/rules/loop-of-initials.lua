--! expect: loop-of-initials.lua:5: initial values run in a loop: b -> c -> a -> b; give one of these stocks an initial number, or write delay_fixed for smooth and delay1, which begin with their input
-- Initial values in a loop, past an auxiliary.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
stock "a" { initial = function(v) return v.b end, rate = function(v) return 0 end }
stock "b" { initial = function(v) return v.c end, rate = function(v) return 0 end }
auxiliary "c" { value = function(v) return v.a * 2 end }
