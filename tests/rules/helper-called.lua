--! expect: helper-called.lua:6: a field is asked of `b`, which is nothing (nil); look for a misspelt table (called from helper-called.lua:10)
-- The error is in a helper; the line that called it is said too.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local function share(a)
	return a.b.c
end

lever "a" {
	default = share({}), range = { 0, 1 },
}
