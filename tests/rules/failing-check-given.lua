--! expect: failing-check-given.lua:9: check `x stays` fails under baseline, in the central world from 2026 on; to see it: publicstake run --bare --rules rules --set y=1
--! expect: failing-check-given.lua:9: check `x stays` fails under random-1, in the central world from 2026 on; to see it: publicstake run --bare --rules rules --set x=0.8250335071934387 --set y=1
--! expect: failing-check-given.lua:9: check `x stays` fails under random-2, in the central world from 2026 on; to see it: publicstake run --bare --rules rules --set x=0.2160433359676972 --set y=1
--! status: 1
-- A check that does not hold under its own settings.
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
lever "y" { default = 0.25, range = { 0, 1 } }
check "x stays" { given = { y = 1 }, holds = function(v) return v.y < 1 end }
