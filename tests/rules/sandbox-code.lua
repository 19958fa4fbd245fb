--! expect: sandbox-code.lua:7: `o1`: rules have no `load`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-code.lua:8: `o2`: rules have no `loadstring`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-code.lua:9: `o3`: rules have no `string`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-code.lua:10: `o4`: rules have no `require`: they only compute, with what publicstake-rules(5) lists
-- No text becomes code, and no code text.
model { start = 2026, stop = 2036, step = 1 }
outcome "o1" { value = function(v) return load("return 1")() end }
outcome "o2" { value = function(v) return loadstring("return 1")() end }
outcome "o3" { value = function(v) return string.dump(max) end }
outcome "o4" { value = function(v) return require("x") end }
