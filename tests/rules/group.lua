--! expect: group.lua:7: group `world`: is declared twice; rename one
--! expect: group.lua:8: lever `a`: there is no group `wordl`; did you mean `world`?
-- An unknown group, and one declared twice.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
group "world" { label = "World", order = 1 }
group "world" { label = "World", order = 2 }
lever "a" { default = 1, range = { 0, 2 }, group = "wordl" }
