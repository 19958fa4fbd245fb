--! expect: claim.lua:16: claim `nothing`: needs the figure of the essay: stated = number
--! expect: claim.lua:17: claim `no_value`: needs `value = function(i) ... end`, or a `verdict` where nothing can be computed
--! expect: claim.lua:18: `unknown_input`: there is no input `b`; name it in `inputs`
--! expect: claim.lua:19: claim `no_number`: `value` must return a number, not nothing (nil)
--! expect: claim.lua:20: claim `of_text`: `a` must be a number, not text
--! expect: claim.lua:21: claim `no_name`: `inputs` must be { name = value, ... } or a list of { "name", value, unit = "..." }
--! expect: claim.lua:22: claim `misjudged`: `verdict` must be one of "yes", "approx", "no"
--! expect: claim.lua:23: claim `no_value`: is declared twice; rename one
--! expect: claim.lua:24: claim `of_table`: `value` must return a number, not a table
--! expect: claim.lua:25: claim `not_finite`: `value` must return a finite number; look for a division by zero
--! expect: claim.lua:26: claim `no_essay`: `essay` must be a whole number from 1
--! expect: claim.lua:27: `endless`: a claim takes too long; is there a loop that does not end?
-- Claims that claim nothing, or can't be computed.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
claim "nothing" {}
claim "no_value" { stated = 1 }
claim "unknown_input" { stated = 1, inputs = { a = 1 }, value = function(i) return i.b end }
claim "no_number" { stated = 1, value = function(i) return nil end }
claim "of_text" { stated = 1, inputs = { a = "x" }, value = function(i) return 1 end }
claim "no_name" { stated = 1, inputs = { { 5, 6 } }, value = function(i) return 1 end }
claim "misjudged" { stated = 1, verdict = "maybe" }
claim "no_value" { stated = 1, verdict = "no" }
claim "of_table" { stated = 1, value = function(i) return {} end }
claim "not_finite" { stated = 1, value = function(i) return 0 / 0 end }
claim "no_essay" { essay = 1.5, stated = 1, verdict = "no" }
claim "endless" { stated = 1, value = function(i) while true do end end }
