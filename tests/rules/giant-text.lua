--! expect: giant-text.lua:4: a text grows past 1 MiB; is there a loop that makes it longer without end?
model { start = 2026, stop = 2030, step = 0.25 }
local s = "0123456789"
while true do s = s .. s end
