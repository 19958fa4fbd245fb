--! expect: auxiliary.lua:9: auxiliary `nothing`: needs an equation: write `value = function(v) return ... end`
--! expect: auxiliary.lua:10: auxiliary `of_number`: `value` must be a function: value = function(v) return ... end
--! expect: auxiliary.lua:11: auxiliary `of_library`: `value` must be a function: value = function(v) return ... end
--! expect: auxiliary.lua:12: outcome `no_place`: `headline` must be a whole number from 1: the place in the headline strip
--! expect: auxiliary.lua:13: outcome `no_direction`: `better` must be one of "higher", "lower"
-- Auxiliaries and outcomes without what they need.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
auxiliary "nothing" {}
auxiliary "of_number" { value = 5 }
auxiliary "of_library" { value = max }
outcome "no_place" { value = function(v) return 1 end, headline = 1.5 }
outcome "no_direction" { value = function(v) return 1 end, better = "more" }
