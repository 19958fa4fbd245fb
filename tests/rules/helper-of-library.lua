--! expect: helper-of-library.lua:5: `max` is a name of the library; choose another or write `local`
-- A helper that would hide a function of the library.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
function max() return 1 end
