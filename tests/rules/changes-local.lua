--! expect: changes-local.lua:6: `o`: as plain Lua it gives 1, followed it gives 0.5; it must depend on v alone, through arithmetic, library functions and comparisons (<, <=, >, >=)
-- Nor a local of the file.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local n = 0
outcome "o" { value = function(v) n = n + 1 return v.x * n end }
