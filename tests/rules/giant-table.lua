--! expect: giant-table.lua:4: the rules need more memory than they may; is there a table that grows without end?
model { start = 2026, stop = 2030, step = 0.25 }
local t = {}
for i = 1, 1e9 do t[i] = { i } end
