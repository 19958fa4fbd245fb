--! expect: hostile-table.lua:6: the rules need more memory than they may; is there a table that grows without end?
-- A table that grows without end.
model { start = 2026, stop = 2036, step = 1 }
local t = {}
for i = 1, 1e9 do
	t[i] = i
end
