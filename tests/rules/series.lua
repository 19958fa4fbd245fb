--! expect: series.lua:12: series `nothing`: needs `file` and `value` (and `time`, `where`), or `points`
--! expect: series.lua:13: series `no_file`: there is no data file `nosuch.csv` in data
--! expect: series.lua:14: series `same`: points 1 and 2 of the series have the same x, 1
--! expect: series.lua:15: series `half`: `points` must be { { x1, y1 }, { x2, y2 }, ... }; point 2 is not
--! expect: series.lua:16: series `empty`: `points` must be { { x1, y1 }, { x2, y2 }, ... }
--! expect: series.lua:17: series `both`: needs `file` and `value` (and `time`, `where`), or `points`
--! expect: series.lua:18: series `folder`: `../secret.csv` is not the name of a data file; give a plain name as in "population.csv"
--! expect: series.lua:19: series `of_table`: `where` must be { column = value }, at most 8 of them, each text or a number
-- Series that have no points.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
series "nothing" {}
series "no_file" { file = "nosuch.csv", value = "a" }
series "same" { points = { { 1, 2 }, { 1, 3 } } }
series "half" { points = { { 1, 2 }, { 3 } } }
series "empty" { points = {} }
series "both" { points = { { 1, 2 } }, file = "population.csv", value = "total_mn" }
series "folder" { file = "../secret.csv", value = "a" }
series "of_table" { file = "population.csv", value = "total_mn", where = { variant = {} } }
