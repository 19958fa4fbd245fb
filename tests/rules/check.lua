--! expect: check.lua:13: check `nothing`: needs what must hold: write `holds = function(v) return ... end`
--! expect: check.lua:14: check `unknown lever` sets `xx`, which is no lever or uncertainty; did you mean `x`?
--! expect: check.lua:15: check `of text`: `x` must be a number, not text
--! expect: check.lua:16: check `misspelt`: `x` must be a number, { plus = x } or { times = x }
--! expect: check.lua:17: check `no names`: `given` must be { lever = value, ... }
--! expect: check.lua:18: check `past range` sets `x` to 5, outside of its range 0 to 1
--! expect: check.lua:19: check `too early`: `at` 2000 lies outside of the model's time, 2026 to 2036
--! expect: check.lua:20: check `of one run`: `holds` takes a second run, but there is none: write `versus = { lever = value }`
--! expect: check.lua:21: check `of a word`: `x` must be a number, not text
-- Checks that can't be checked.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
check "nothing" {}
check "unknown lever" { given = { xx = 1 }, holds = function(v) return v.x >= 0 end }
check "of text" { given = { x = "1" }, holds = function(v) return v.x >= 0 end }
check "misspelt" { versus = { x = { pluss = 1 } }, holds = function(v, w) return v.x >= 0 end }
check "no names" { given = { 1, 2 }, holds = function(v) return v.x >= 0 end }
check "past range" { given = { x = 5 }, holds = function(v) return v.x >= 0 end }
check "too early" { at = 2000, holds = function(v) return v.x >= 0 end }
check "of one run" { holds = function(v, w) return w.x >= v.x end }
check "of a word" { versus = { x = "more" }, holds = function(v, w) return w.x >= v.x end }
