--! expect: hostile-sort.lua:8: loading the file takes too long; is there a loop that does not end?
-- Sorting much, often.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local t = {}
for i = 1, 1e5 do t[i] = (i * 7919) % 100003 end
for i = 1, 1e6 do
	table.sort(t)
end
