--! expect: endless-while.lua:3: loading the file takes too long; is there a loop that does not end?
model { start = 2026, stop = 2030, step = 0.25 }
while true do end
