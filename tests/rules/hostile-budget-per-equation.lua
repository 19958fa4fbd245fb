--! ok
-- The budget of one equation is not that of the next.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
for k = 1, 5 do
	outcome("o" .. k) { value = function(v)
		local s = 0
		for i = 1, 2e5 do s = s + 1 end
		return v.x + s end }
end
