--! expect: sandbox-text.lua:9: `o1`: rules have no `string`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-text.lua:10: `o2`: a field is asked of `x`, which is text; rules have no functions on text
--! expect: sandbox-text.lua:11: `o3`: a field is asked of `x`, which is text; rules have no functions on text
--! expect: sandbox-text.lua:12: `o4`: a field is asked of `x`, which is text; rules have no functions on text
--! expect: sandbox-text.lua:13: `o5`: rules have no `utf8`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-text.lua:14: `o6`: a field is asked of `x`, which is text; rules have no functions on text
-- No functions on text, not as methods either.
model { start = 2026, stop = 2036, step = 1 }
outcome "o1" { value = function(v) return string.rep("x", 1e9) end }
outcome "o2" { value = function(v) return ("x"):rep(1e9) end }
outcome "o3" { value = function(v) return ("x").rep end }
outcome "o4" { value = function(v) return ("x"):len() end }
outcome "o5" { value = function(v) return utf8.char(65) end }
outcome "o6" { value = function(v) return #("x"):format(1) end }
