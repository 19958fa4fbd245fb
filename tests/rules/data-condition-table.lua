--! expect: data-condition-table.lua:4: conditions are written { column = value }, at most 8 of them, each text or a number
-- A condition is text or a number.
model { start = 2026, stop = 2036, step = 1 }
local d = data("parameters.csv", "value", { id = {} })
