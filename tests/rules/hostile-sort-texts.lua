--! expect: hostile-sort-texts.lua:9: loading the file takes too long; is there a loop that does not end?
-- Sorting few texts, each of which takes long to compare with the others.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local s = "\0"
for i = 1, 18 do s = s .. s end
local a, b, t = s .. "a", s .. "b", {}
for i = 1, 20000 do t[i] = i % 2 == 0 and a or b end
table.sort(t)
