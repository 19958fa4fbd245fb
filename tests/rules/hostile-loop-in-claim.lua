--! expect: hostile-loop-in-claim.lua:5: `c`: a claim takes too long; is there a loop that does not end?
-- A claim that never ends.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
claim "c" { stated = 1, value = function(i) while true do end end }
