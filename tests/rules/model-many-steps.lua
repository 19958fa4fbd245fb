--! expect: model-many-steps.lua:3: model: more than 100,000 steps
-- Too many steps.
model { start = 0, stop = 1000000, step = 1 }
