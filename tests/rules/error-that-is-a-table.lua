--! expect: error-that-is-a-table.lua:3: error() was called without a text that says what is wrong
model { start = 2026, stop = 2030, step = 0.25 }
error({ "x" })
