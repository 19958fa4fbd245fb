--! expect: error-table.lua:5: error() was called without a text that says what is wrong
-- error() with a table.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
error({ 1, 2 })
