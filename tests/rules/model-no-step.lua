--! expect: model-no-step.lua:3: model: needs start, stop and step: model { start = 2026, stop = 2076, step = 0.25 }
-- No step.
model { start = 2026, stop = 2036 }
