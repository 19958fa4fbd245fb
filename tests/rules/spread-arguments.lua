--! expect: spread-arguments.lua:5: hi of uniform(lo, hi) must be a number, not nothing (nil)
-- An end is missing.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
uncertainty "a" { default = 1, spread = uniform(2) }
