--! expect: loop-of-initials.lua:3: initial values run in a loop: b -> a; give one of these stocks an initial number
model { start = 2026, stop = 2030, step = 0.25 }
stock "a" { initial = function(v) return v.b end, rate = function() return 0 end }
stock "b" { initial = function(v) return v.a + 1 end, rate = function() return 0 end }
