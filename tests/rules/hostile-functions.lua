--! expect: hostile-functions.lua:7: the rules need more memory than they may; is there a table that grows without end?
-- Functions without end.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local t = {}
while true do
	t[#t + 1] = function() return t end
end
