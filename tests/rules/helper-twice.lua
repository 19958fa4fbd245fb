--! expect: helper-twice.lua:6: `f` is declared twice, first at helper-twice.lua:5; rename one or write `local`
-- A helper declared twice.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
function f() return 1 end
function f() return 2 end
