--! expect: hostile-long-text.lua:9: lever `a`: `help` must be UTF-8 text of at most 65536 bytes
-- A text of more than 64 KiB.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local s = "0123456789abcdef"
for i = 1, 13 do s = s .. s end
lever "a" {
	default = 0.5, range = { 0, 1 },
	help = s,
}
