--! expect: sandbox-catching.lua:8: `o1`: rules have no `pcall`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-catching.lua:9: `o2`: rules have no `xpcall`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-catching.lua:10: `o3`: rules have no `coroutine`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-catching.lua:11: `o4`: rules have no `coroutine`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-catching.lua:12: `o6`: rules have no `warn`: they only compute, with what publicstake-rules(5) lists
-- Nothing catches errors, so that none of them can be survived, and nothing runs beside.
model { start = 2026, stop = 2036, step = 1 }
outcome "o1" { value = function(v) return pcall(error) end }
outcome "o2" { value = function(v) return xpcall(error, max) end }
outcome "o3" { value = function(v) return coroutine.wrap(error) end }
outcome "o4" { value = function(v) return coroutine.create(error) end }
outcome "o6" { value = function(v) return warn("x") end }
