--! ok
-- The type of a model value is that of the number that it stands for.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "y" { value = function(v) if type(v.x) == "number" then return v.x end error("is a " .. type(v.x)) end }
