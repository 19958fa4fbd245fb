--! expect: hostile-sources.lua:7: lever `a`: `source` must be a list of at most 200
-- Too many sources.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local t = {}
for i = 1, 1000 do t[i] = "source" end
lever "a" { default = 0.5, range = { 0, 1 }, source = t }
