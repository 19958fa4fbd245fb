--! expect: hostile-tail-calls.lua:7: loading the file takes too long; is there a loop that does not end? (called from hostile-tail-calls.lua:8)
-- Functions that call each other for ever without getting deeper.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local f, g
f = function() return g() end
g = function() return f() end
f()
