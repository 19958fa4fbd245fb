--! expect: hostile-pairs-keys.lua:5: pairs and next walk numbers and text as keys, not a table
-- pairs walks numbers and text.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
for k in pairs({ [{}] = 1 }) do
end
