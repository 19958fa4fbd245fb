--! expect: hostile-points.lua:8: the texts and numbers that rules declare take more than 64 MiB
-- Very many points in very many series.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local p = {}
for i = 1, 1e5 do p[i] = { i, i } end
for i = 1, 19000 do
	series("a" .. i) { points = p }
end
