--! expect: hostile-deep-paths.lua:7: `o`: has more than 1024 paths (ten `if`s in a row are 1,024); split it over auxiliaries or use max, min, clamp, heaviside
-- One path with very many conditions.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "o" { value = function(v)
	local s = 0
	for i = 1, 1e6 do if v.x > i / 4e6 then s = s + 1 end end
	return s end }
