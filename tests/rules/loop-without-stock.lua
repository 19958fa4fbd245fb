--! expect: loop-without-stock.lua:3: a loop without a stock: a -> b -> c -> a; make one of them a stock, or use what it was before (smooth, delay_fixed)
model { start = 2026, stop = 2030, step = 0.25 }
auxiliary "a" { value = function(v) return v.b + 1 end }
auxiliary "b" { value = function(v) return v.c end }
auxiliary "c" { value = function(v) return v.a end }
stock "s" { initial = 1, rate = function(v) return v.a end }
