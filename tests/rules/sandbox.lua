--! expect: sandbox.lua:12: `a`: unknown name `io`; names are local variables, the library's functions and helpers that a rule file declares
--! expect: sandbox.lua:13: `b`: unknown name `os`; did you mean `cos`?
--! expect: sandbox.lua:14: `c`: attempt to index a string value (constant 'x'); rules have no functions on text
--! expect: sandbox.lua:15: `d`: an equation must not set the global `x`; write `local x`
--! expect: sandbox.lua:16: `e`: an equation can't set `y`; it returns its value
--! expect: sandbox.lua:17: `f`: unknown name `load`; did you mean `log`?
--! expect: sandbox.lua:18: `g`: unknown name `setmetatable`; names are local variables, the library's functions and helpers that a rule file declares
--! expect: sandbox.lua:19: `h`: unknown name `pcall`; names are local variables, the library's functions and helpers that a rule file declares
--! expect: sandbox.lua:20: `i`: unknown name `coroutine`; names are local variables, the library's functions and helpers that a rule file declares
--! expect: sandbox.lua:21: `j`: the library can't be changed
model { start = 2026, stop = 2030, step = 0.25 }
outcome "a" { value = function(v) return io.open("x") end }
outcome "b" { value = function(v) return os.time() end }
outcome "c" { value = function(v) return ("x"):rep(5) end }
outcome "d" { value = function(v) x = 1 return 1 end }
outcome "e" { value = function(v) v.y = 1 return 1 end }
outcome "f" { value = function(v) return load("return 1")() end }
outcome "g" { value = function(v) return setmetatable({}, {}) end }
outcome "h" { value = function(v) return pcall(error) end }
outcome "i" { value = function(v) return coroutine.wrap(error) end }
outcome "j" { value = function(v) math.max = nil return 1 end }
