--! expect: first-step.lua:5: `divides` is infinite at the first step (2026), with s = 0; look for a division by zero (xidz and zidz are safe)
--! expect: first-step.lua:6: `takes_a_log` is not a number at the first step (2026), with s = 0; look for 0 / 0, the logarithm or a root of a negative number
model { start = 2026, stop = 2030, step = 0.25 }
lever "s" { default = 0, range = { 0, 1 } }
auxiliary "divides" { value = function(v) return 1 / v.s end }
auxiliary "takes_a_log" { value = function(v) return ln(v.s - 1) end }
outcome "follows" { value = function(v) return v.divides * 2 end }
