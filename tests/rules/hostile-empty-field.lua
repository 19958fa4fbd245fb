--! expect: hostile-empty-field.lua:5: lever `y`: `` is not one of its fields, which are: default, range, step, marks, switch, label, help, unit, group, source, basis
-- A field without a name, at the very end of the text.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
lever "y" { [""] = 1 }