--! expect: data-folder.lua:5: `../../etc/passwd` is not the name of a data file; give a plain name as in "population.csv"
-- Data files lie in the data folders.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local d = data("../../etc/passwd", "value", { id = "a" })
