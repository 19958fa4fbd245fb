--! expect: lever-in-equation.lua:7: `o1`: lever can't be used in an equation
--! expect: lever-in-equation.lua:8: `o2`: lever can't be used in an equation
--! expect: lever-in-equation.lua:9: `o3`: model can't be used in an equation
--! expect: lever-in-equation.lua:10: `o4`: group can't be used in an equation
-- Declarations in equations.
model { start = 2026, stop = 2036, step = 1 }
outcome "o1" { value = function(v) lever "a" { default = 0, range = { 0, 1 } } return 1 end }
outcome "o2" { value = function(v) lever "a" return 1 end }
outcome "o3" { value = function(v) model { start = 1 } return 1 end }
outcome "o4" { value = function(v) group "g" {} return 1 end }
