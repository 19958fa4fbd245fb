--! expect: loop-bounds.lua:4: `x`: bad 'for' limit (number expected, got model value); a loop in an equation needs constant bounds
model { start = 2026, stop = 2030, step = 0.25 }
lever "s" { default = 0, range = { 0, 1 } }
outcome "x" { value = function(v) local n = 0 for i = 1, v.s do n = n + i end return n end }
