--! expect: hostile-places.lua: #0:-5: here (called from hostile-places.lua:5)
-- Errors that claim to stand in lines that there are not.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
error("#0:-5: here", 0)
