--! expect: hostile-separator.lua:8: the rules need more memory than they may; is there a table that grows without end?
-- The same by a long separator.
model { start = 2026, stop = 2036, step = 1 }
local s = "0123456789abcdef"
for i = 1, 15 do s = s .. s end
local t = {}
for i = 1, 1000 do t[i] = "" end
local joined = table.concat(t, s)
