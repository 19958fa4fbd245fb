--! expect: no-model.lua: no file says when the model runs; write model { start = 2026, stop = 2076, step = 0.25 }
lever "s" { default = 0, range = { 0, 1 } }
