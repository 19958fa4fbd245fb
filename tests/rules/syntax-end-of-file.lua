--! expect: syntax-end-of-file.lua:5: '}' should stand before the end of the file, to close '{' of line 4
-- The last bracket is missing.
model { start = 2026, stop = 2036, step = 1 }
lever "a" { default = 1, range = { 0, 2 }
