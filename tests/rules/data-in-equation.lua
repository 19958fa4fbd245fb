--! expect: data-in-equation.lua:7: `o`: data are read while a file loads: write `local x = data(...)` outside of the equation
-- Data are read while a file loads.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "o" {
	value = function(v)
		return data("parameters.csv", "value", { id = "a" })
	end,
}
