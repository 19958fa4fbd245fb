--! expect: spread-order.lua:5: triangular(lo, mode, hi) needs lo <= mode <= hi and lo < hi, not (2.0, 1.0, 3.0)
-- Ends of a spread in the wrong order.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
uncertainty "a" { default = 1, spread = triangular(2, 1, 3) }
