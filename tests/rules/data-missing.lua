--! expect: data-missing.lua:5: there is no data file `nosuch.csv` in data
-- A data file that there is not.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local d = data("nosuch.csv", "value", { id = "a" })
