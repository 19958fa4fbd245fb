--! expect: name-two-texts.lua:5: lever needs a table: lever "name" { ... }
-- A text where the table belongs.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
lever "a" "b"
