--! expect: hostile-loops-in-equations.lua:12: `o5`: an equation takes too long; is there a loop that does not end?
--! expect: hostile-loops-in-equations.lua:13: `o6`: functions call each other too deeply; is there one that calls itself without end?
--! expect: hostile-loops-in-equations.lua:14: `o1`: an equation takes too long; is there a loop that does not end?
--! expect: hostile-loops-in-equations.lua:15: `o2`: an equation takes too long; is there a loop that does not end?
--! expect: hostile-loops-in-equations.lua:16: `o3`: an equation takes too long; is there a loop that does not end?
--! expect: hostile-loops-in-equations.lua:17: `o4`: an equation takes too long; is there a loop that does not end?
--! expect: hostile-loops-in-equations.lua:20: `o7`: an equation takes too long; is there a loop that does not end?
--! expect: hostile-loops-in-equations.lua:21: `o8`: a text is longer than 1 MiB; is there a loop that makes it longer without end?
-- The same in equations.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local function f(v) return f(v) end
local function g(v) return v.x + g(v) end
outcome "o1" { value = function(v) while true do end end }
outcome "o2" { value = function(v) for i = 1, 1e18 do end return 1 end }
outcome "o3" { value = function(v) ::again:: goto again end }
outcome "o4" { value = function(v) repeat until false end }
outcome "o5" { value = function(v) return f(v) end }
outcome "o6" { value = function(v) return g(v) end }
outcome "o7" { value = function(v) local t = {} while true do t = { t } end end }
outcome "o8" { value = function(v) local s = "x" while true do s = s .. s end end }
