--! expect: data-column.lua:5: data/parameters.csv:1: there is no column `valeu`; did you mean `value`?
-- A column that there is not.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local d = data("parameters.csv", "valeu", { id = "a" })
