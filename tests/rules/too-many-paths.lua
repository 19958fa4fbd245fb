--! expect: too-many-paths.lua:5: `x`: has more than 1024 paths (ten `if`s in a row are 1,024); split it over auxiliaries or use max, min, clamp, heaviside
model { start = 2026, stop = 2030, step = 0.25 }
lever "s" { default = 0, range = { 0, 1 } }
outcome "x" {
	value = function(v)
		local n = 0
		for i = 1, 11 do
			if v.s * i > i * i / 20 then n = n + i end
		end
		return n
	end,
}
