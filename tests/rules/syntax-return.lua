--! expect: syntax-return.lua:5: 'end' should stand before 'v'; is an `end` missing, or does something follow a `return`?
-- Something follows a return.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "o" { value = function(v) return v.x v.y end }
