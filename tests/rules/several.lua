--! expect: several.lua:10: lever `a`: `defualt` is not one of its fields; did you mean `default`?
--! expect: several.lua:11: lever `b`: `label` must be text or { en = "...", ko = "..." }, not a number
--! expect: several.lua:12: stock `c`: needs a rate: write `rate = function(v) return ... end` (change a year)
--! expect: several.lua:13: summary `d`: needs one of first, value (with at), minimum, maximum, total, mean = function(v) ... end
--! expect: several.lua:14: lever `x`: is declared twice, first as a lever at several.lua:9; rename one
--! expect: several.lua:15: uncertainty `e`: needs a spread: write `spread = triangular(lo, mode, hi)`, uniform(lo, hi), normal(mean, sd), or fixed() if it is not to be drawn
-- Mistakes that do not follow from each other come in one go.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
lever "a" { defualt = 1, range = { 0, 1 } }
lever "b" { default = 1, range = { 0, 1 }, label = 5 }
stock "c" { initial = 1 }
summary "d" {}
lever "x" { default = 1, range = { 0, 1 } }
uncertainty "e" { default = 1, range = { 0, 2 } }
