--! expect: hostile-claims.lua:6: more than 10000 claims
-- Too many claims.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
for i = 1, 1e7 do
	claim("a" .. i) { stated = 1, verdict = "no" }
end
