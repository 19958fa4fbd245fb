--! expect: hostile-numbers.lua:10: `p` is infinite at the first step (2026), with x = 0.5; look for a division by zero (xidz and zidz are safe)
-- Numbers past all bounds.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local a, b, c = 1e999999999, 99999999999999999999999999, 0xffffffffffffffffffffffff
for i = a, 1 do end
for i = 9223372036854775807, 9223372036854775807 do a = i + i end
for i = -9223372036854775807, -9223372036854775807, -9223372036854775807 do a = i * i end
outcome "o" { value = function(v) return v.x + min(a, b, c) end }
outcome "p" { value = function(v) return v.x + 1e308 * 10 end }
