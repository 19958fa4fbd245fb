--! expect: model-missing.lua: no file says when the model runs; write model { start = 2026, stop = 2076, step = 0.25 }
-- No file says when the model runs.
lever "a" { default = 1, range = { 0, 2 } }
