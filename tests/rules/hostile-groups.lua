--! expect: hostile-groups.lua:6: more than 1000 groups
-- Too many groups.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
for i = 1, 1e7 do
	group("a" .. i) {}
end
