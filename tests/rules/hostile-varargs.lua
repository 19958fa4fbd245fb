--! expect: hostile-varargs.lua:9: more than 100 values in `...`; pass them as a table (called from hostile-varargs.lua:12)
-- All of `...` copied again and again.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local t = {}
for i = 1, 900 do t[i] = i end
local function f(...)
	for i = 1, 1e9 do
		local a = select(1, ...)
	end
end
f(table.unpack(t))
