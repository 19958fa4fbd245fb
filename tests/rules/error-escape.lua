--! expect: error-escape.lua:5: a␛[31mred␇␊next line␡
-- Control characters do not reach the terminal.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
error("a\27[31mred\7\nnext line\127")
