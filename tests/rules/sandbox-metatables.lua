--! expect: sandbox-metatables.lua:12: `o1`: rules have no `setmetatable`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-metatables.lua:13: `o2`: rules have no `getmetatable`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-metatables.lua:14: `o3`: rules have no `getmetatable`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-metatables.lua:15: `o4`: rules have no `rawset`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-metatables.lua:16: `o5`: rules have no `rawget`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-metatables.lua:17: `o6`: rules have no `rawequal`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-metatables.lua:18: `o7`: rules have no `rawlen`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-metatables.lua:19: `o8`: rules have no `debug`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-metatables.lua:20: `o9`: rules have no `debug`: they only compute, with what publicstake-rules(5) lists
-- No metatables, no __gc, no debugger: what a value does can't be changed.
model { start = 2026, stop = 2036, step = 1 }
outcome "o1" { value = function(v) return setmetatable({}, { __gc = function() while true do end end }) end }
outcome "o2" { value = function(v) return getmetatable("") end }
outcome "o3" { value = function(v) return getmetatable(v) end }
outcome "o4" { value = function(v) return rawset(v, "x", 1) end }
outcome "o5" { value = function(v) return rawget(v, "x") end }
outcome "o6" { value = function(v) return rawequal(v, v) end }
outcome "o7" { value = function(v) return rawlen(v) end }
outcome "o8" { value = function(v) return debug.getregistry() end }
outcome "o9" { value = function(v) return debug.sethook() end }
