--! expect: syntax-missing-end.lua:5: 'end' should stand before 'return'; is an `end` missing, or does something follow a `return`?
-- An `end` is missing.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "o" { value = function(v) if v.x > 1 then return 1 return 2 end }
