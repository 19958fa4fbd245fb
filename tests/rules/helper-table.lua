--! expect: helper-table.lua:5: `prices` is a table: only functions, numbers and text can be shared between files; write `local prices`
-- A table can't be shared between files.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
prices = { 1, 2, 3 }
