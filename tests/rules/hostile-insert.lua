--! expect: hostile-insert.lua:7: loading the file takes too long; is there a loop that does not end?
-- Inserting at the front of much.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local t = {}
for i = 1, 1e9 do
	table.insert(t, 1, i)
end
