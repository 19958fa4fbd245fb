--! expect: memory-while-loading.lua:5: smooth can only be used in an equation
-- Functions with memory too.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local s = smooth(1, 2)
