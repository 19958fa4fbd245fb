--! expect: loop-bounds.lua:8: `o1`: a loop in an equation needs constant bounds, but one is a model value
--! expect: loop-bounds.lua:9: `o2`: a loop in an equation needs constant bounds, but one is nothing (nil)
--! expect: loop-bounds.lua:10: `o3`: a loop in an equation needs constant bounds, but one is text
--! expect: loop-bounds.lua:11: `o4`: the step of a loop is zero
-- The bounds of a loop.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "o1" { value = function(v) local s = 0 for i = 1, v.x do s = s + i end return s end }
outcome "o2" { value = function(v) for i = 1, nil do end return 1 end }
outcome "o3" { value = function(v) for i = "a", 2 do end return 1 end }
outcome "o4" { value = function(v) for i = 1, 2, 0 do end return 1 end }
