--! expect: arithmetic.lua:31: `o1`: arithmetic and comparisons need numbers, but one side is true or false; a comparison steers an `if`, it is not a number
--! expect: arithmetic.lua:32: `o2`: arithmetic and comparisons need numbers, but one side is nothing (nil)
--! expect: arithmetic.lua:33: `o3`: arithmetic and comparisons need numbers, but one side is text
--! expect: arithmetic.lua:34: `o4`: arithmetic and comparisons need numbers, but one side is text
--! expect: arithmetic.lua:35: `o5`: arithmetic needs numbers, but `nothing` is nothing (nil); give it a value on every path, or look for a misspelt name
--! expect: arithmetic.lua:36: `o6`: arithmetic needs numbers, but a value is a table; name the number in the table
--! expect: arithmetic.lua:37: `o7`: arithmetic needs numbers, but `a` is nothing (nil); give it a value on every path, or look for a misspelt name
--! expect: arithmetic.lua:38: `o8`: arithmetic needs numbers, but `max` is a function
--! expect: arithmetic.lua:39: `o9`: arithmetic needs numbers, but a value is true or false; a comparison steers an `if`, it is not a number
--! expect: arithmetic.lua:40: `o10`: arithmetic needs numbers, but `10` is text
--! expect: arithmetic.lua:41: `o11`: a comparison needs two numbers, not a number and text
--! expect: arithmetic.lua:42: `o12`: a comparison needs two numbers, not a table and a table
--! expect: arithmetic.lua:43: `o13`: a comparison needs two numbers, not nothing (nil) and a number
--! expect: arithmetic.lua:44: `o14`: a model value has no length
--! expect: arithmetic.lua:45: `o15`: `#` needs a table or text, but `nothing` is nothing (nil); give it a value on every path, or look for a misspelt name
--! expect: arithmetic.lua:46: `o16`: a model value can't be made text
--! expect: arithmetic.lua:47: `o17`: `..` joins text and numbers, but `nothing` is nothing (nil); give it a value on every path, or look for a misspelt name
--! expect: arithmetic.lua:48: `o18`: `&`, `|`, `~`, `<<` and `>>` work on bits, not on model values; a power is written ^
--! expect: arithmetic.lua:49: `o19`: `&`, `|`, `~`, `<<` and `>>` work on bits, not on model values; a power is written ^
--! expect: arithmetic.lua:50: `o20`: a number has no field `y`; the model's values are fields of v
--! expect: arithmetic.lua:51: `o21`: a field is asked of `nothing`, which is nothing (nil); look for a misspelt table
--! expect: arithmetic.lua:52: `o22`: a number can't be called; a series at another time is called by its bare name: name(v.t + 1)
--! expect: arithmetic.lua:53: `o23`: `nothing` is called like a function, but is nothing (nil); look for a misspelt function
--! expect: arithmetic.lua:54: `o24`: `x` is called like a function, but is text
--! expect: arithmetic.lua:55: `o25`: a whole number is divided by zero
--! expect: arithmetic.lua:56: `o26`: a whole number is divided by zero
-- Arithmetic, comparisons and operators on what is no number.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local nothing, unpriced = nil, {}
outcome "o1" { value = function(v) return v.x * (v.x > 0.5) end }
outcome "o2" { value = function(v) return v.x + nil end }
outcome "o3" { value = function(v) return v.x + "1" end }
outcome "o4" { value = function(v) return v.x > "a" and 1 or 2 end }
outcome "o5" { value = function(v) return nothing + 1 end }
outcome "o6" { value = function(v) return {} + 1 end }
outcome "o7" { value = function(v) return unpriced.a * 2 end }
outcome "o8" { value = function(v) return max + 1 end }
outcome "o9" { value = function(v) return (1 > 2) + 1 end }
outcome "o10" { value = function(v) return "10" + 1 end }
outcome "o11" { value = function(v) return 1 < "a" end }
outcome "o12" { value = function(v) return {} < {} end }
outcome "o13" { value = function(v) return nil < 1 end }
outcome "o14" { value = function(v) return #v.x end }
outcome "o15" { value = function(v) return #nothing end }
outcome "o16" { value = function(v) return v.x .. "" end }
outcome "o17" { value = function(v) return "a" .. nothing end }
outcome "o18" { value = function(v) return v.x & 1 end }
outcome "o19" { value = function(v) return ~v.x end }
outcome "o20" { value = function(v) return v.x.y end }
outcome "o21" { value = function(v) return nothing.y end }
outcome "o22" { value = function(v) return v.x(2030) end }
outcome "o23" { value = function(v) return nothing(1) end }
outcome "o24" { value = function(v) return ("x")(1) end }
outcome "o25" { value = function(v) return 1 // 0 end }
outcome "o26" { value = function(v) return 1 % 0 end }
