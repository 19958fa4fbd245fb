--! expect: syntax-missing-comma.lua:7: '}' should stand before 'range', to close '{' of line 5; is a comma missing between two fields?
-- A comma is missing between two fields.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
lever "a" {
	default = 1
	range = { 0, 2 },
}
