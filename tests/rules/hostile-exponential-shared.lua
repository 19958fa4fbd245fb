--! ok
-- An expression that doubles at each step is shared, and no problem.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "o" { value = function(v)
	local a = v.x
	for i = 1, 60 do a = (a + a * a) / (2 + a) + v.x end
	return a end }
