--! expect: hostile-string.lua:7: a text is longer than 1 MiB; is there a loop that makes it longer without end?
-- A text that doubles.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local s = "x"
while true do
	s = s .. s
end
