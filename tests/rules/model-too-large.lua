--! expect: model-too-large.lua:3: model: 40001 operations over 100001 steps are too many; take a longer step, or a shorter time
-- Steps and operations together are too many.
model { start = 0, stop = 100000, step = 1 }
outcome "o" { value = function(v) local s = 0 for i = 1, 10000 do s = s + ln(v.t + i) end return s end }
