--! expect: syntax-equals.lua:5: '==' can't stand here; look for a missing comma, bracket or `end` just before
-- Two equals signs where one belongs.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local a == 1
