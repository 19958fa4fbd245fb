--! expect: hostile-view.lua:7: `y`: an equation can't set `z`; it returns its value
-- A key tells whether the equation is followed or runs as plain Lua: then, too, it can't change what others see.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "y" { value = function(v)
	local seen = { [v.x] = true }
	if seen[v.x] then v.z = 17 end
	return v.x
end }
outcome "z" { value = function(v) return v.x * 2 end }
outcome "q" { value = function(v) return v.z end }
