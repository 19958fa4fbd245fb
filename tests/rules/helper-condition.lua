--! expect: helper-condition.lua:5: `debug_mode` is true or false: only functions, numbers and text can be shared between files; write `local debug_mode`
-- Nor can true or false.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
debug_mode = true
