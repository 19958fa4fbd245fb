--! expect: data-conditions.lua:5: data needs what tells the row: data("file.csv", "column", { id = "..." })
-- Conditions have names.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local d = data("parameters.csv", "value", "a")
