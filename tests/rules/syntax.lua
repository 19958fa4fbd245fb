--! expect: syntax.lua:3: '}' expected near 'range'; is a comma missing between two fields?
model { start = 2026, stop = 2030, step = 0.25 }
lever "s" { default = 3 range = { 0, 5 } }
