--! expect: names.lua:15: lever `Upper`: a name is made of a-z, 0-9 and _ and does not start with a digit
--! expect: names.lua:16: lever `gpu fee`: a name is made of a-z, 0-9 and _ and does not start with a digit
--! expect: names.lua:17: lever `3d`: a name is made of a-z, 0-9 and _ and does not start with a digit
--! expect: names.lua:18: lever: a name is made of a-z, 0-9 and _ and does not start with a digit
--! expect: names.lua:19: lever `이름`: a name is made of a-z, 0-9 and _ and does not start with a digit
--! expect: names.lua:20: lever `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`: a name has at most 64 letters
--! expect: names.lua:22: lever `t`: t, dt, start and stop are names of time; choose another
--! expect: names.lua:23: stock `dt`: t, dt, start and stop are names of time; choose another
--! expect: names.lua:24: stock `x`: is declared twice, first as a lever at names.lua:14; rename one
--! expect: names.lua:25: lever `no_table` has no table: write lever "no_table" { ... }
--! expect: names.lua:26: group `no_table` has no table: write group "no_table" { ... }
-- Names that can't be, and declarations that lack something.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
lever "Upper" { default = 0, range = { 0, 1 } }
lever "gpu fee" { default = 0, range = { 0, 1 } }
lever "3d" { default = 0, range = { 0, 1 } }
lever "" { default = 0, range = { 0, 1 } }
lever "이름" { default = 0, range = { 0, 1 } }
lever("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") { default = 0, range = { 0, 1 } }
lever("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb") { default = 0, range = { 0, 1 } }
lever "t" { default = 0, range = { 0, 1 } }
stock "dt" { initial = 0, rate = function(v) return 0 end }
stock "x" { initial = 1, rate = function(v) return 0 end }
lever "no_table"
group "no_table"
