--! expect: hostile-arguments.lua:11: `o1`: argument 1 of select lies outside of what there is
--! expect: hostile-arguments.lua:12: `o2`: returns nothing on one of its paths; write `return value` on each
--! expect: hostile-arguments.lua:13: `o3`: more than 1000 elements at once
--! expect: hostile-arguments.lua:14: `o4`: more than 1048576 elements at once
--! expect: hostile-arguments.lua:15: `o5`: argument 2 of table.insert lies outside of what there is
--! expect: hostile-arguments.lua:16: `o6`: argument 1 of table.remove lies outside of what there is
--! expect: hostile-arguments.lua:17: `o7`: a lookup needs 1 to 100000 points { x, y }
-- Arguments past all bounds.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "o1" { value = function(v) return select(-9223372036854775807, 1) end }
outcome "o2" { value = function(v) return select(9223372036854775807, 1) end }
outcome "o3" { value = function(v) return table.unpack({}, -9223372036854775807, 9223372036854775807) end }
outcome "o4" { value = function(v) return table.concat({}, "", -9223372036854775807, 9223372036854775807) end }
outcome "o5" { value = function(v) table.insert({}, 9223372036854775807, 1) return 1 end }
outcome "o6" { value = function(v) return table.remove({}, 9223372036854775807) end }
outcome "o7" { value = function(v) return lookup(v.x, { [9223372036854775807] = { 1, 2 } }) end }
outcome "o8" { value = function(v) return clamp(v.x, -1e308, 1e308) end }
outcome "o9" { value = function(v) return pulse_train(1e-300, 1e-300, 1e-300, 1e300) end }
outcome "o10" { value = function(v) return delay_fixed(v.x, 1e300, 0) end }
outcome "o11" { value = function(v) return quantum(v.x, 1e-320) end }
