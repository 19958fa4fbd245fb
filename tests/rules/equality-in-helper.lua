--! expect: equality-in-helper.lua:5: `y`: as plain Lua it gives 2, followed it gives 3; it must depend on v alone, through arithmetic, library functions and comparisons (<, <=, >, >=); look for == and ~= in the functions that it calls
model { start = 2026, stop = 2030, step = 0.25 }
local function is_on(x) return x == 1 end
lever "s" { default = 0, range = { 0, 1 }, switch = true }
outcome "y" { value = function(v) return is_on(v.s) and 2 or 3 end }
