--! expect: arguments.lua:19: `o1`: argument 2 of max must be a number, not text
--! expect: arguments.lua:20: `o2`: argument 3 of clamp must be a number, not nothing (nil)
--! expect: arguments.lua:21: `o3`: argument 1 of min must be a number, not nothing (nil)
--! expect: arguments.lua:22: `o4`: argument 1 of exp must be a number, not a table
--! expect: arguments.lua:23: `o5`: argument 2 of smooth must be a number, not nothing (nil)
--! expect: arguments.lua:24: `o6`: argument 2 of step must be a number, not nothing (nil)
--! expect: arguments.lua:25: `o7`: argument 1 of in_year must be a number, not nothing (nil)
--! expect: arguments.lua:26: `o8`: argument 1 of select must be a number, not a model value
--! expect: arguments.lua:27: `o9`: argument 1 of ipairs is missing
--! expect: arguments.lua:28: `o10`: argument 1 of pairs must be a table, not a number
--! expect: arguments.lua:29: `o11`: argument 1 of insert must be a table, not nothing (nil)
--! expect: arguments.lua:30: `o12`: table.insert takes a table, if need be a place, and a value
--! expect: arguments.lua:31: `o13`: table.concat joins text and numbers only
--! expect: arguments.lua:32: `o14`: table.concat joins text and numbers only
--! expect: arguments.lua:33: `o15`: argument 1 of tonumber is missing
-- Arguments of the library that are missing or no numbers.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "o1" { value = function(v) return max(v.x, "a") end }
outcome "o2" { value = function(v) return clamp(v.x, 1) end }
outcome "o3" { value = function(v) return min() end }
outcome "o4" { value = function(v) return exp({}) end }
outcome "o5" { value = function(v) return smooth(v.x) end }
outcome "o6" { value = function(v) return step(1) end }
outcome "o7" { value = function(v) return in_year() end }
outcome "o8" { value = function(v) return select(v.x, 1) end }
outcome "o9" { value = function(v) return ipairs() end }
outcome "o10" { value = function(v) return pairs(5) end }
outcome "o11" { value = function(v) table.insert(nil, 1) return 1 end }
outcome "o12" { value = function(v) table.insert({}) return 1 end }
outcome "o13" { value = function(v) return table.concat({ v.x }) end }
outcome "o14" { value = function(v) return table.concat({ {} }) end }
outcome "o15" { value = function(v) return tonumber() end }
