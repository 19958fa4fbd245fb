--! expect: hostile-string-pieces.lua:4: a text is longer than 1 MiB; is there a loop that makes it longer without end?
model { start = 2026, stop = 2030, step = 0.25 }
local s = "0123456789"
for i = 1, 20 do s = s .. s end
for i = 1, 1e9 do s = s .. "x" end
