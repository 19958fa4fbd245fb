--! expect: fields.lua:13: lever `too_high`: `default` 3 lies outside of the range 0 to 1
--! expect: fields.lua:14: lever `misspelt`: `lable` is not one of its fields; did you mean `label`?
--! expect: fields.lua:15: lever `wrong_types`: `default` must be a number, not text
--! expect: fields.lua:15: lever `wrong_types`: `range` must be { lowest, highest }
--! expect: fields.lua:16: stock `misspelt_too`: `inital` is not one of its fields; did you mean `initial`?
--! expect: fields.lua:17: uncertainty `no_spread`: needs a spread: write `spread = triangular(lo, mode, hi)`, uniform(lo, hi), normal(mean, sd), or fixed() if it is not to be drawn
--! expect: fields.lua:18: outcome `no_value`: needs an equation: write `value = function(v) return ... end`
--! expect: fields.lua:20: lever `twice`: is declared twice, first as a lever at fields.lua:19; rename one
--! expect: fields.lua:21: lever `Upper`: a name is made of a-z, 0-9 and _ and does not start with a digit
--! expect: fields.lua:22: lever `t`: t, dt, start and stop are names of time; choose another
--! expect: fields.lua:23: lever `no_table` has no table: write lever "no_table" { ... }
model { start = 2026, stop = 2030, step = 0.25 }
lever "too_high" { default = 3, range = { 0, 1 } }
lever "misspelt" { default = 0, range = { 0, 1 }, lable = "x" }
lever "wrong_types" { default = "a", range = 5 }
stock "misspelt_too" { inital = 3, rate = function(v) return 1 end }
uncertainty "no_spread" { default = 1 }
outcome "no_value" { unit = "x" }
lever "twice" { default = 0, range = { 0, 1 } }
lever "twice" { default = 0, range = { 0, 1 } }
lever "Upper" { default = 0, range = { 0, 1 } }
lever "t" { default = 0, range = { 0, 1 } }
lever "no_table"
