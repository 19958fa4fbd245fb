--! expect: hostile-no-tables.lua:6: more than 20000 settings of checks and declarations without their table
-- Too many declarations that wait for their table.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
for i = 1, 1e7 do
	lever("a" .. i)
end
