--! expect: sandbox-environment.lua:8: `p`: `min` is called like a function, but is nothing (nil); look for a misspelt function
-- An environment of one's own holds only what is put into it.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local outcome = outcome
local _ENV = { max = max }
outcome "o" { value = function(v) return max(v.x, 1) end }
outcome "p" { value = function(v) return min(v.x, 1) end }
