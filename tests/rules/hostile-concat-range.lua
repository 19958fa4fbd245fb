--! expect: hostile-concat-range.lua:8: loading the file takes too long; is there a loop that does not end?
-- table.concat past the length that Lua sees.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local t = { "a", "a", nil, "a", "a", "a", "a", "a" }
for i = 5, 1e6 do t[i] = "x" end
for i = 1, 1e6 do
	local s = table.concat(t, "", 4, 1e6)
end
