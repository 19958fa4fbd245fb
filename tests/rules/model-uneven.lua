--! expect: model-uneven.lua:3: model: step must divide the time from start to stop evenly
-- The step does not divide the time.
model { start = 2026, stop = 2036, step = 0.3 }
