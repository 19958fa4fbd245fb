--! expect: data-row.lua:5: data/parameters.csv: no row has `id` = `nosuch`
-- A row that there is not.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local d = data("parameters.csv", "value", { id = "nosuch" })
