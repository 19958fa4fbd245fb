--! expect: name-none.lua:5: lever needs a name: lever "name" { ... }
-- A declaration without its name.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
lever { default = 0, range = { 0, 1 } }
