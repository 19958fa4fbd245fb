--! expect: time-while-loading.lua:5: step depends on time and can only be used in an equation
-- Functions of time belong in equations.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local s = step(1, 2030)
