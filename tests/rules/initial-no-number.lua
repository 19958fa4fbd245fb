--! expect: initial-no-number.lua:5: `s` is not a number at the first step (2026), with x = 0.5; look for 0 / 0, the logarithm or a root of a negative number
-- An initial value that is no number.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
stock "s" { initial = function(v) return 0 / (v.x - 0.5) end, rate = function(v) return 0 end }
