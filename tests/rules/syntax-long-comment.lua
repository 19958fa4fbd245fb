--! expect: syntax-long-comment.lua:6: a comment that --[[ begins is never closed; write ]] at its end
-- A comment of several lines that nothing ends.
model { start = 2026, stop = 2036, step = 1 }
--[[ never closed
lever "a" { default = 1, range = { 0, 2 } }
