--! ok
-- v is the same for all equations.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local kept
outcome "a" { value = function(v) kept = v return v.x end }
outcome "b" { value = function(v) return kept.x end }
