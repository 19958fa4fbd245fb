--! expect: syntax-expression.lua:5: 'end' can't stand here; look for a missing comma, bracket or `end` just before
-- Something is missing in an expression.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "o" { value = function(v) return v.x + end }
