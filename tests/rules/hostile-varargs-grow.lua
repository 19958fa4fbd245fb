--! expect: hostile-varargs-grow.lua:6: more than 100 values in `...`; pass them as a table (called from hostile-varargs-grow.lua:8)
-- `...` that grows from call to call.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local function f(...)
	return f(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ...)
end
f()
