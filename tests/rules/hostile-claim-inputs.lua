--! expect: hostile-claim-inputs.lua:7: claim `c`: `inputs` must be a list of at most 200
-- Too many inputs of a claim.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local t = {}
for i = 1, 1000 do t[i] = { "i" .. i, i } end
claim "c" { stated = 1, inputs = t, value = function(i) return 1 end }
