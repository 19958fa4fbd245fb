--! expect: not-the-same-twice.lua:4: `counts`: as plain Lua it gives 2, followed it gives 1; it must depend on v alone, through arithmetic, library functions and comparisons (<, <=, >, >=)
model { start = 2026, stop = 2030, step = 0.25 }
local n = 0
outcome "counts" { value = function(v) n = n + 1 return n end }
