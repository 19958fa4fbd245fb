--! expect: hostile-declarations.lua:6: more than 20000 declarations
-- Too many declarations.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
for i = 1, 1e7 do
	lever("a" .. i) { default = 0, range = { 0, 1 } }
end
