--! expect: hostile-sort-order.lua:7: the order given to table.sort is none; it must give true only where its first argument comes before the second
-- An order that is none.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local t = {}
for i = 1, 1000 do t[i] = (i * 7919) % 1009 end
table.sort(t, function(a, b) return true end)
