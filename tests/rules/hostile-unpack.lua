--! expect: hostile-unpack.lua:5: more than 1000 elements at once
-- More values than a call can take.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local a = table.unpack({}, 1, 1e7)
