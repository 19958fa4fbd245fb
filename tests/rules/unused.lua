--! ok
-- A value that is asked for and not used is no mistake.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
lever "y" { default = 0.25, range = { 0, 1 } }
outcome "o" {
	value = function(v)
		local unused = v.x
		if v.y > 0.5 then return v.x else return v.x end
	end,
}
