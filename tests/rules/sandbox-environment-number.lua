--! expect: sandbox-environment-number.lua:4: names are text
-- Names that files share are text.
model { start = 2026, stop = 2036, step = 1 }
_ENV[1] = 5
