--! expect: spread-normal.lua:5: normal(mean, sd, lo, hi) needs sd > 0 and lo < hi
-- A negative standard deviation.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
uncertainty "a" { default = 1, spread = normal(1, -1) }
