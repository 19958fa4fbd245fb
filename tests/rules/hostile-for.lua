--! expect: hostile-for.lua:4: loading the file takes too long; is there a loop that does not end?
-- A loop that ends too late.
model { start = 2026, stop = 2036, step = 1 }
for i = 1, 1e18 do
	local a = i * 2
end
