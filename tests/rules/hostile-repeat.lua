--! expect: hostile-repeat.lua:4: loading the file takes too long; is there a loop that does not end?
-- A loop that never ends.
model { start = 2026, stop = 2036, step = 1 }
repeat local a = 1 until a == 2
