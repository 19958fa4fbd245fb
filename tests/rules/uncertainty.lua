--! expect: uncertainty.lua:10: uncertainty `no_spread`: needs a spread: write `spread = triangular(lo, mode, hi)`, uniform(lo, hi), normal(mean, sd), or fixed() if it is not to be drawn
--! expect: uncertainty.lua:11: uncertainty `of_text`: `spread` must be triangular(lo, mode, hi), uniform(lo, hi), normal(mean, sd) or fixed()
--! expect: uncertainty.lua:12: uncertainty `past_range`: `spread` goes from 0 to 3, past the range 0 to 2
--! expect: uncertainty.lua:13: uncertainty `default_outside`: `default` 5 lies outside of the spread 0 to 3
--! expect: uncertainty.lua:14: uncertainty `zero`: needs a range: write `range = { lowest, highest }`
--! expect: uncertainty.lua:15: uncertainty `no_default`: needs a default: write `default = number`
-- Spreads that are missing or do not fit.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
uncertainty "no_spread" { default = 1, range = { 0, 2 } }
uncertainty "of_text" { default = 1, range = { 0, 2 }, spread = "uniform" }
uncertainty "past_range" { default = 1, range = { 0, 2 }, spread = uniform(0, 3) }
uncertainty "default_outside" { default = 5, range = { 0, 9 }, spread = uniform(0, 3) }
uncertainty "zero" { default = 0, spread = fixed() }
uncertainty "no_default" { spread = uniform(0, 1) }
