--! expect: model-twice.lua:5: model: stands twice, first at model-twice.lua:3; one file says when the model starts and stops
-- It is said twice.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
model { start = 2026, stop = 2036, step = 1 }
