--! expect: first-step.lua:8: `divides` is infinite at the first step (2026), with zero = 0; look for a division by zero (xidz and zidz are safe)
--! expect: first-step.lua:9: `takes_a_log` is not a number at the first step (2026), with zero = 0; look for 0 / 0, the logarithm or a root of a negative number
--! expect: first-step.lua:10: `takes_a_root` is not a number at the first step (2026), with x = 0.5; look for 0 / 0, the logarithm or a root of a negative number
-- Not a number, or infinite, at the first step: only where it begins.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
lever "zero" { default = 0, range = { 0, 1 } }
auxiliary "divides" { value = function(v) return 1 / v.zero end }
auxiliary "takes_a_log" { value = function(v) return ln(v.zero - 1) end }
auxiliary "takes_a_root" { value = function(v) return sqrt(v.x - 1) end }
outcome "follows" { value = function(v) return v.divides * 2 end }
summary "follows_too" { mean = function(v) return v.takes_a_log end }
