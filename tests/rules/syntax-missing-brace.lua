--! expect: syntax-missing-brace.lua:7: '}' should stand before 'lever', to close '{' of line 5; is a comma missing between two fields?
-- A brace is never closed.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
lever "a" { default = 1, range = { 0, 2 }

lever "b" { default = 1, range = { 0, 2 } }
