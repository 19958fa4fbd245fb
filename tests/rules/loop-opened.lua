--! ok
-- A stock, or what was before, opens a loop.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
stock "a" { initial = 1, rate = function(v) return v.b end }
auxiliary "b" { value = function(v) return v.a * 2 + v.c end }
auxiliary "c" { value = function(v) return delay_fixed(v.b, 2, 0) end }
