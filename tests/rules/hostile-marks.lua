--! expect: hostile-marks.lua:7: lever `a`: `marks` must be a list of at most 200
-- Too many marks.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local t = {}
for i = 1, 1000 do t[i] = { 0.5, "mark" } end
lever "a" { default = 0.5, range = { 0, 1 }, marks = t }
