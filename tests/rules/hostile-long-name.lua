--! expect: hostile-long-name.lua:7: the name of a lever is UTF-8 text of at most 200 bytes
-- A name of half a megabyte.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local s = "0123456789abcdef"
for i = 1, 15 do s = s .. s end
lever(s) { default = 0, range = { 0, 1 } }
