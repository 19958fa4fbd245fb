--! expect: model-method.lua:4: model: `method` must be one of "euler", "rk4"
--! expect: model-method.lua:4: model: `tittle` is not one of its fields; did you mean `title`?
-- A method that there is not, and a misspelt field.
model { start = 2026, stop = 2036, step = 1, method = "rk5", tittle = "T" }
