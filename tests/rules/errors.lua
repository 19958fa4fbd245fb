--! expect: errors.lua:14: `o1`: this model needs another one
--! expect: errors.lua:15: `o2`: without a place
--! expect: errors.lua:16: `o3`: error() was called without a text that says what is wrong
--! expect: errors.lua:17: `o4`: error() was called without a text that says what is wrong
--! expect: errors.lua:18: `o5`: error() was called without a text that says what is wrong
--! expect: errors.lua:19: `o6`: error() was called without a text that says what is wrong
--! expect: errors.lua:20: `o7`: assert() found a condition that does not hold; assert(condition, text) says what is wrong
--! expect: errors.lua:21: `o8`: a must be above 1
--! expect: errors.lua:22: `o9`: error() was called without a text that says what is wrong
--! expect: errors.lua:23: `o10`: assert() found a condition that does not hold; assert(condition, text) says what is wrong
-- error() and assert() with and without a text.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "o1" { value = function(v) error("this model needs another one") end }
outcome "o2" { value = function(v) error("without a place", 0) end }
outcome "o3" { value = function(v) error({}) end }
outcome "o4" { value = function(v) error() end }
outcome "o5" { value = function(v) error(v.x) end }
outcome "o6" { value = function(v) error(12) end }
outcome "o7" { value = function(v) assert(1 > 2) end }
outcome "o8" { value = function(v) assert(1 > 2, "a must be above 1") end }
outcome "o9" { value = function(v) assert(1 > 2, {}) end }
outcome "o10" { value = function(v) assert(nil) end }
outcome "o11" { value = function(v) return assert(v.x, "fine") end }
