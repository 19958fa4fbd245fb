--! expect: lookups.lua:13: `o1`: y of a lookup's point must be a plain number, not a model value: a table is the same at all times
--! expect: lookups.lua:14: `o2`: point 2 of a lookup must be { x, y }
--! expect: lookups.lua:15: `o3`: a lookup needs 1 to 100000 points { x, y }
--! expect: lookups.lua:16: `o4`: lookup: points 1 and 2 of the series have the same x, 1
--! expect: lookups.lua:17: `o5`: there is no series `nosuch`
--! expect: lookups.lua:18: `o6`: lookup needs points { { x, y }, ... } or the name of a series
--! expect: lookups.lua:19: `o7`: argument 1 of lookup must be a number, not text
--! expect: lookups.lua:20: `o8`: lookup: point 1 of the series is not finite
--! expect: lookups.lua:21: `o9`: y of a lookup's point must be a number, not text
-- Lookups whose points are none.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "o1" { value = function(v) return lookup(v.t, { { 0, v.x }, { 1, 2 } }) end }
outcome "o2" { value = function(v) return lookup(v.x, { { 1, 2 }, 3 }) end }
outcome "o3" { value = function(v) return lookup(v.x, {}) end }
outcome "o4" { value = function(v) return lookup(v.x, { { 1, 2 }, { 1, 3 } }) end }
outcome "o5" { value = function(v) return lookup(v.t, "nosuch") end }
outcome "o6" { value = function(v) return lookup(v.x, 5) end }
outcome "o7" { value = function(v) return lookup("a", { { 1, 2 } }) end }
outcome "o8" { value = function(v) return lookup(v.x, { { 0 / 0, 2 } }) end }
outcome "o9" { value = function(v) return lookup(v.x, { { 1, "a" } }) end }
