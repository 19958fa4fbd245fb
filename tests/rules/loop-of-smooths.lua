--! expect: loop-of-smooths.lua:5: initial values run in a loop: b -> a -> b; give one of these stocks an initial number, or write delay_fixed for smooth and delay1, which begin with their input
-- smooth begins with its input, so two that use each other have no beginning.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
auxiliary "a" { value = function(v) return smooth(v.b, 2) end }
auxiliary "b" { value = function(v) return smooth(v.a, 3) + v.x end }
