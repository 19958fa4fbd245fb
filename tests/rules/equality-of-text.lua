--! ok
-- == between names of the file, and between data, is no mistake.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "o" {
	value = function(v)
		local mode = "a"
		if mode == "a" then
			return v.x
		end
		return 2
	end,
}
