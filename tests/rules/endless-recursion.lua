--! expect: endless-recursion.lua:4: `x`: functions call each other too deeply; is there one that calls itself without end?
--! expect: endless-recursion.lua:6: `y`: an equation takes too long; is there a loop that does not end?
model { start = 2026, stop = 2030, step = 0.25 }
local function f(x) return 1 + f(x) end
outcome "x" { value = function(v) return f(1) end }
local function g(x) return g(x) end
outcome "y" { value = function(v) return g(1) end }
