--! ok
-- A field __gc is a field like any other.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local t = { __gc = function() while true do end end, __index = function() while true do end end, __close = 1, __mode = "k" }
for i = 1, 1000 do t = { __gc = t.__gc, before = t } end
outcome "o" { value = function(v) return v.x end }
