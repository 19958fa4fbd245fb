--! expect: summary.lua:10: summary `nothing`: needs one of first, value (with at), minimum, maximum, total, mean = function(v) ... end
--! expect: summary.lua:11: summary `two`: `maximum` is one too many: a summary has one of first, value (with at), minimum, maximum, total, mean
--! expect: summary.lua:12: summary `no_year`: `at = year` and `value` go together
--! expect: summary.lua:13: summary `no_value`: needs one of first, value (with at), minimum, maximum, total, mean = function(v) ... end
--! expect: summary.lua:14: summary `mixed`: `at = year` and `value` go together
--! expect: summary.lua:15: summary `too_late`: `at` 2050 lies outside of the model's time, 2026 to 2036
-- Summaries of no kind, of two, at no year.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
summary "nothing" {}
summary "two" { minimum = function(v) return v.x end, maximum = function(v) return v.x end }
summary "no_year" { value = function(v) return v.x end }
summary "no_value" { at = 2030 }
summary "mixed" { at = 2030, total = function(v) return v.x end }
summary "too_late" { at = 2050, value = function(v) return v.x end }
