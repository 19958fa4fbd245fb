--! expect: sandbox-kept.lua:9: `b`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: sandbox-kept.lua:10: `c`: a model value was kept from another equation; an equation depends on its own v alone
--! expect: sandbox-kept.lua:11: `d`: a model value was kept from another equation; an equation depends on its own v alone
-- An equation keeps nothing for another: neither a value nor what was computed of it.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local kept
outcome "a" { value = function(v) kept = v.x * 2 return kept end }
outcome "b" { value = function(v) return kept end }
outcome "c" { value = function(v) return kept + 1 end }
outcome "d" { value = function(v) return max(kept, 1) end }
