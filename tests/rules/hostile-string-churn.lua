--! expect: hostile-string-churn.lua:7: the rules need more memory than they may; is there a table that grows without end?
-- Texts that are long, dropped, and made again.
model { start = 2026, stop = 2036, step = 1 }
local s = "0123456789abcdef"
for i = 1, 15 do s = s .. s end
while true do
	local longer = s .. "x"
end
