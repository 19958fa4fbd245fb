--! expect: hostile-strings.lua:7: loading the file takes too long; is there a loop that does not end?
-- Many texts.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local t = {}
for i = 1, 1e9 do
	t[i] = "text " .. i
end
