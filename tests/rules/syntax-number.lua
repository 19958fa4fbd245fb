--! expect: syntax-number.lua:4: '12a' is no number
-- A number with a letter in it.
model { start = 2026, stop = 2036, step = 1 }
lever "a" { default = 12a, range = { 0, 20 } }
