--! expect: hostile-addresses.lua:8: `c`: there is no input `a table`; name it in `inputs`
--! expect: hostile-addresses.lua:9: a spread can't be made text
-- Names that are no text: their addresses, which differ from run to run, do not show.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
outcome "y" { value = function(v) v[{}] = 1 return 1 end }
outcome "z" { value = function(v) local a = v.x[{}] return a end }
claim "c" { essay = 1, text = "x", stated = 1, value = function(i) return i[{}] end, inputs = { a = 1 } }
s = tostring(triangular(1, 2, 3))
