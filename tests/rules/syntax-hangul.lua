--! expect: syntax-hangul.lua:5: Hangul and the like may stand only between straight quotes; a field of such a name is written ["name"] = 2030
-- A field that is called in Hangul, without quotes.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local deaths = data("population.csv", "deaths", { 연도 = 2030 })
