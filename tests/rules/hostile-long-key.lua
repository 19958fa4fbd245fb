--! expect: hostile-long-key.lua:7: lever `a`: `0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123` is not one of its fields, which are: default, range, step, marks, switch, label, help, unit, group, source, basis
-- A field of half a megabyte.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local s = "0123456789abcdef"
for i = 1, 15 do s = s .. s end
lever "a" { default = 0, range = { 0, 1 }, [s] = 1 }
