--! expect: model-backwards.lua:3: model: stop must lie after start
-- It stops before it starts.
model { start = 2030, stop = 2026, step = 1 }
