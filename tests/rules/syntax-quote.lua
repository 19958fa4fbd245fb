--! expect: syntax-quote.lua:5: a quote is never closed; text of several lines stands between [[ and ]]
-- A quote is never closed.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
lever "a" { default = 1, range = { 0, 2 }, label = "never closed }
