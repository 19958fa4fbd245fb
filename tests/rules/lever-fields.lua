--! expect: lever-fields.lua:18: lever `no_default`: needs a default: write `default = number`
--! expect: lever-fields.lua:19: lever `no_range`: needs a range: write `range = { lowest, highest }`
--! expect: lever-fields.lua:20: lever `misspelt`: `defualt` is not one of its fields; did you mean `default`?
--! expect: lever-fields.lua:21: lever `unknown`: `quux` is not one of its fields, which are: default, range, step, marks, switch, label, help, unit, group, source, basis
--! expect: lever-fields.lua:22: lever `of_text`: `default` must be a number, not text
--! expect: lever-fields.lua:23: lever `of_nothing`: needs a default: write `default = number`
--! expect: lever-fields.lua:24: lever `of_truth`: `default` must be a number, not true
--! expect: lever-fields.lua:25: lever `not_finite`: `default` must be a finite number
--! expect: lever-fields.lua:26: lever `no_names`: every field needs a name: write `field = value`
--! expect: lever-fields.lua:27: lever `of_number`: `label` must be text or { en = "...", ko = "..." }, not a number
--! expect: lever-fields.lua:27: lever `of_number`: `source` must be text, not a number
--! expect: lever-fields.lua:27: lever `of_number`: `unit` must be text, not a number
--! expect: lever-fields.lua:28: lever `in_french`: `label` has the language `fr`; write { en = "...", ko = "..." }
--! expect: lever-fields.lua:29: lever `on_basis`: `basis` must be one of "published", "estimate", "definition"
-- Fields of a lever: missing, misspelt, of the wrong kind.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
lever "no_default" { range = { 0, 1 } }
lever "no_range" { default = 0 }
lever "misspelt" { defualt = 1, default = 1, range = { 0, 1 } }
lever "unknown" { default = 1, range = { 0, 1 }, quux = 2 }
lever "of_text" { default = "1", range = { 0, 1 } }
lever "of_nothing" { default = nil, range = { 0, 1 } }
lever "of_truth" { default = true, range = { 0, 1 } }
lever "not_finite" { default = 0 / 0, range = { 0, 1 } }
lever "no_names" { 1, default = 1, range = { 0, 1 } }
lever "of_number" { default = 1, range = { 0, 1 }, label = 5, unit = 3, help = {}, source = 4 }
lever "in_french" { default = 1, range = { 0, 1 }, label = { en = "a", fr = "b" } }
lever "on_basis" { default = 1, range = { 0, 1 }, basis = "guess" }
