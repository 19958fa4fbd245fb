--! expect: data-text.lua:4: file and column are text: data("file.csv", "column", { ... })
-- File and column are text.
model { start = 2026, stop = 2036, step = 1 }
local d = data(5, "value", { id = "a" })
