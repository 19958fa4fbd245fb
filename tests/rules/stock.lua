--! expect: stock.lua:8: stock `no_rate`: needs a rate: write `rate = function(v) return ... end` (change a year)
--! expect: stock.lua:9: stock `no_initial`: needs an initial value: write `initial = number` or `initial = function(v) ... end`
--! expect: stock.lua:10: stock `of_text`: `initial` must be a number, not text
--! expect: stock.lua:11: stock `of_number`: `rate` must be a function: rate = function(v) return ... end
-- Stocks without what they need.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
stock "no_rate" { initial = 1 }
stock "no_initial" { rate = function(v) return 1 end }
stock "of_text" { initial = "1", rate = function(v) return 1 end }
stock "of_number" { initial = 1, rate = 5 }
