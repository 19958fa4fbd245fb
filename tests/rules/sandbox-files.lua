--! expect: sandbox-files.lua:14: `o1`: rules have no `io`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-files.lua:15: `o2`: rules have no `io`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-files.lua:16: `o3`: rules have no `io`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-files.lua:17: `o4`: rules have no `os`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-files.lua:18: `o5`: rules have no `os`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-files.lua:19: `o6`: rules have no `os`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-files.lua:20: `o7`: rules have no `dofile`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-files.lua:21: `o8`: rules have no `loadfile`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-files.lua:22: `o9`: rules have no `require`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-files.lua:23: `o10`: rules have no `package`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-files.lua:24: `o11`: rules have no `print`: they only compute, with what publicstake-rules(5) lists
-- Rules reach no file, no other program and no network.
model { start = 2026, stop = 2036, step = 1 }
outcome "o1" { value = function(v) return io.open("/etc/passwd") end }
outcome "o2" { value = function(v) return io.popen("id") end }
outcome "o3" { value = function(v) return io.read() end }
outcome "o4" { value = function(v) return os.execute("id") end }
outcome "o5" { value = function(v) return os.remove("x") end }
outcome "o6" { value = function(v) return os.exit() end }
outcome "o7" { value = function(v) return dofile("/etc/passwd") end }
outcome "o8" { value = function(v) return loadfile("/etc/passwd") end }
outcome "o9" { value = function(v) return require("socket") end }
outcome "o10" { value = function(v) return package.path end }
outcome "o11" { value = function(v) print("hello") return 1 end }
