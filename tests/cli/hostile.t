Rules that are too much in ways that take more than one file, or a long one: each is refused, and nothing of it is used. What
goes on for too long is ended after ten minutes (status 124).

%% case: what the whole load has used up while one file ran is not missing from what the others declare
%% run
mkdir rules data
{ echo id,year,v; yes b,2026,1 | head -999999; echo a,2026,1; } >data/d.csv
for name in a b c; do echo 'for i = 1, 19e6 do end' >rules/$name.lua; done
echo 'model { start = 2026, stop = 2036, step = 1 }' >rules/d.lua
echo 'series "s" { file = "d.csv", value = "v", where = { id = "a" } }' >>rules/d.lua
echo 'lever "x" { default = 1, range = { 0, 1 } }' >rules/e.lua
timeout 600 publicstake list variables --bare --rules rules --data data >out 2>err
echo "$? $(sed 's/.*: the/the/' err)"
rm rules/e.lua
echo 'lever "x" { default = 1, range = { 0, 1 } } outcome "y" { value = function(v) return v.x end }' >rules/0.lua
echo 'stock "z" { initial = function(v) return v.y end, rate = function(v) return v.y end }' >>rules/0.lua
timeout 600 publicstake list variables --bare --rules rules --data data >out 2>err
echo "$? $(sed 's/.*: the/the/' err)"
%% stdout
3 the rules take too long to load; is there a loop that does not end, or far too much in one?
3 the rules take too long to load; is there a loop that does not end, or far too much in one?

%% case: a data file that can't be used is read once, however often it is asked for
%% file: rules/a.lua
model { start = 2026, stop = 2027, step = 1 }
for i = 1, 20000 do series("s" .. i) { file = "d.csv", value = "v" } end
%% run
mkdir data
truncate -s 60M data/d.csv
timeout 600 publicstake check --bare --rules rules --data data >out 2>err
echo "$? $(wc -l <err) $(grep -c 'there is a NUL byte' err)"
%% stdout
3 50 50

%% case: thousands of jumps to one label
%% run
mkdir rules
{
	echo 'model { start = 2026, stop = 2027, step = 1 }'
	for i in 1 2 3 4; do echo 'do local function f()'; yes 'goto a' | head -30000; echo '::a:: end end'; done
} >rules/a.lua
timeout 600 publicstake check --bare --rules rules 2>&1 | sed 's/:[0-9]*:/:N:/'
{
	echo 'model { start = 2026, stop = 2027, step = 1 }'
	for i in $(seq 1000); do echo 'for i = 1, 3 do if i > 1 then goto a end ::a:: end'; done
} >rules/a.lua
timeout 600 publicstake check --bare --rules rules
%% stdout
publicstake: rules/a.lua:N: loading the file takes too long; is there a loop that does not end?
check  result  settings  worlds  failed

%% case: an equation that takes long only as plain Lua, once the rules are loaded
%% file: rules/a.lua
model { start = 2026, stop = 2036, step = 1 }
lever "x" { default = 0.5, range = { 0, 1 } }
local calls, s = 0, "\0"
for i = 1, 19 do s = s .. s end
local a, b = s .. "a", s .. "b"
outcome "y" { value = function(v)
	local seen = { [v.x] = true }
	if seen[v.x] then calls = calls + 1 end
	if calls > 15 then for i = 1, 1e6 do local less = a < b end end
	return v.x
end }
%% run
timeout 600 publicstake run --bare --rules rules >out || echo $?
timeout 600 publicstake run --bare --rules rules --engine lua
%% stderr
publicstake: rules/a.lua:9: `y`: an equation takes too long; is there a loop that does not end?
%% status: 2
