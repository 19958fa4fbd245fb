--! expect: failing-check.lua:8: check `x stays below one` fails under baseline, in the central world from 2028 on; to see it: publicstake run --bare --rules rules
--! expect: failing-check.lua:8: check `x stays below one` fails under random-1, in the central world from 2027.5 on; to see it: publicstake run --bare --rules rules --set s=0.7624858760973439
--! expect: failing-check.lua:8: check `x stays below one` fails under random-2, in the central world from 2028.25 on; to see it: publicstake run --bare --rules rules --set s=0.4529787761857733
--! status: 1
model { start = 2026, stop = 2030, step = 0.25 }
lever "s" { default = 0.5, range = { 0, 1 } }
outcome "x" { value = function(v) return v.s * (v.t - 2026) end }
check "x stays below one" { holds = function(v) return v.x < 1 end }
