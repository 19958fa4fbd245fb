--! expect: model-step.lua:2: model: step must divide the time from start to stop evenly
model { start = 2026, stop = 2030, step = 0.3 }
lever "s" { default = 0, range = { 0, 1 } }
