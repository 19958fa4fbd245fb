--! expect: loop-without-stock.lua:7: a loop without a stock: a -> b -> c -> a; make one of them a stock, or use an earlier value (delay_fixed)
--! expect: loop-without-stock.lua:10: a loop without a stock: itself -> itself; make one of them a stock, or use an earlier value (delay_fixed)
--! expect: loop-without-stock.lua:11: a loop without a stock: d -> e -> d; make one of them a stock, or use an earlier value (delay_fixed)
-- Loops without a stock, each as a path: of three, of one, of two, through an outcome.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
auxiliary "a" { value = function(v) return v.b + 1 end }
auxiliary "b" { value = function(v) return v.c end }
outcome "c" { value = function(v) return v.a end }
auxiliary "itself" { value = function(v) return v.itself + 1 end }
auxiliary "d" { value = function(v) return v.e end }
auxiliary "e" { value = function(v) if v.x > 0.5 then return v.d end return 0 end }
stock "s" { initial = 1, rate = function(v) return v.a end }
