--! expect: sandbox-surroundings.lua:14: `o1`: rules have no `os`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-surroundings.lua:15: `o2`: rules have no `os`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-surroundings.lua:16: `o3`: rules have no `os`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-surroundings.lua:17: `o4`: rules have no `os`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-surroundings.lua:18: `o5`: rules have no `os`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-surroundings.lua:19: `o6`: there is no `random` in `math`
--! expect: sandbox-surroundings.lua:20: `o7`: rules have no `collectgarbage`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-surroundings.lua:21: `o8`: rules have no `_VERSION`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-surroundings.lua:22: `o9`: a table can't be made text
--! expect: sandbox-surroundings.lua:23: `o10`: a function can't be made text
--! expect: sandbox-surroundings.lua:24: `o11`: a table can't be made text
-- No clock, no environment, nothing random, nothing that tells of the machine.
model { start = 2026, stop = 2036, step = 1 }
outcome "o1" { value = function(v) return os.time() end }
outcome "o2" { value = function(v) return os.clock() end }
outcome "o3" { value = function(v) return os.date() end }
outcome "o4" { value = function(v) return os.getenv("HOME") end }
outcome "o5" { value = function(v) return os.tmpname() end }
outcome "o6" { value = function(v) return math.random() end }
outcome "o7" { value = function(v) return collectgarbage("count") end }
outcome "o8" { value = function(v) return _VERSION end }
outcome "o9" { value = function(v) return tostring({}) end }
outcome "o10" { value = function(v) return tostring(max) end }
outcome "o11" { value = function(v) return tostring(v) end }
