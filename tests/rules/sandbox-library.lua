--! expect: sandbox-library.lua:17: `o1`: the library can't be changed
--! expect: sandbox-library.lua:18: `o2`: the library can't be changed
--! expect: sandbox-library.lua:19: `o3`: the library can't be changed
--! expect: sandbox-library.lua:21: `o5`: an equation can't set `x`; it returns its value
--! expect: sandbox-library.lua:22: `o6`: an equation can't set `1`; it returns its value
--! expect: sandbox-library.lua:23: `o7`: an equation must not set the global `max`; write `local max`
--! expect: sandbox-library.lua:24: `o8`: an equation must not set the global `other`; write `local other`
--! expect: sandbox-library.lua:25: `o9`: rules have no `_G`: they only compute, with what publicstake-rules(5) lists
--! expect: sandbox-library.lua:26: `o10`: an equation must not set the global `max`; write `local max`
--! expect: sandbox-library.lua:27: `o11`: pairs and next walk a rule file's own tables; model values are asked for by name, as in v.name
--! expect: sandbox-library.lua:28: `o12`: pairs and next walk a rule file's own tables; model values are asked for by name, as in v.name
--! expect: sandbox-library.lua:29: `o13`: pairs and next walk a rule file's own tables; model values are asked for by name, as in v.name
--! expect: sandbox-library.lua:30: `o14`: a model value has a name: v.name or v["name"]
-- The library, the view of the model and what files share stay as they are.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "o1" { value = function(v) math.max = nil return 1 end }
outcome "o2" { value = function(v) table.insert = nil return 1 end }
outcome "o3" { value = function(v) table.insert(math, 1) return 1 end }
outcome "o4" { value = function(v) table.sort(v) return v.x end }
outcome "o5" { value = function(v) v.x = 1 return 1 end }
outcome "o6" { value = function(v) table.insert(v, 1) return 1 end }
outcome "o7" { value = function(v) max = nil return 1 end }
outcome "o8" { value = function(v) other = 1 return 1 end }
outcome "o9" { value = function(v) _G.max = nil return 1 end }
outcome "o10" { value = function(v) _ENV.max = nil return 1 end }
outcome "o11" { value = function(v) for name in pairs(v) do end return 1 end }
outcome "o12" { value = function(v) return next(math) end }
outcome "o13" { value = function(v) for name in pairs(_ENV) do end return 1 end }
outcome "o14" { value = function(v) table.remove(v) return 1 end }
