--! expect: data-order.lua:4: column takes { order_by = "column", where = { column = value } }
-- column takes an order and conditions, no more.
model { start = 2026, stop = 2036, step = 1 }
local d = column("parameters.csv", "value", { order = "id" })
