--! expect: lever-range.lua:16: lever `backwards`: `range` must be { lowest, highest }, but 2 is not below 0
--! expect: lever-range.lua:17: lever `one_end`: `range` must be { lowest, highest }
--! expect: lever-range.lua:18: lever `three`: `range` must be { lowest, highest }
--! expect: lever-range.lua:19: lever `outside`: `default` 3 lies outside of the range 0 to 2
--! expect: lever-range.lua:20: lever `long_step`: `step` must lie between 0 and the width of the range
--! expect: lever-range.lua:21: lever `minus_step`: `step` must lie between 0 and the width of the range
--! expect: lever-range.lua:22: lever `mark_outside`: `marks` has 3, which lies outside of the range 0 to 2
--! expect: lever-range.lua:23: lever `marks_bare`: `marks` must be a list of { value, label, source = "..." }
--! expect: lever-range.lua:24: lever `marks_turned`: `marks` must be a list of { value, label, source = "..." }
--! expect: lever-range.lua:25: lever `half_on`: `switch` is for levers that are 0 or 1
--! expect: lever-range.lua:26: lever `wide_switch`: `switch` is for levers that are 0 or 1
--! expect: lever-range.lua:27: lever `word_switch`: `switch` must be true or false, not text
-- Defaults, ranges, steps and marks that do not fit.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
lever "backwards" { default = 1, range = { 2, 0 } }
lever "one_end" { default = 1, range = { 2 } }
lever "three" { default = 1, range = { 0, 1, 2 } }
lever "outside" { default = 3, range = { 0, 2 } }
lever "long_step" { default = 1, range = { 0, 2 }, step = 3 }
lever "minus_step" { default = 1, range = { 0, 2 }, step = -1 }
lever "mark_outside" { default = 1, range = { 0, 2 }, marks = { { 1, "one" }, { 3, "three" } } }
lever "marks_bare" { default = 1, range = { 0, 2 }, marks = { 1, 2 } }
lever "marks_turned" { default = 1, range = { 0, 2 }, marks = { { "one", 1 } } }
lever "half_on" { switch = true, default = 0.5 }
lever "wide_switch" { switch = true, default = 1, range = { 0, 2 } }
lever "word_switch" { switch = "yes", default = 1 }
