--! expect: syntax-long-text.lua:5: a text that [[ begins is never closed; write ]] at its end
-- A text that [[ begins and nothing ends.
model { start = 2026, stop = 2036, step = 1 }
lever "a" { default = 1, range = { 0, 2 }, help = [[never closed }
