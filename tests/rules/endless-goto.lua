--! expect: endless-goto.lua:3: `x`: an equation takes too long; is there a loop that does not end?
model { start = 2026, stop = 2030, step = 0.25 }
outcome "x" { value = function(v) ::again:: goto again end }
