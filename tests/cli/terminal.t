Nothing that a file, a name or an option holds reaches the terminal as a control character: not through errors, not through what
is printed. Commands run in a terminal of their own (script), and what they print is searched for control characters, C1
controls, and marks that turn the direction of text: the number is of lines that have any, and "seen" says that there are some that
were made visible.

%% case: texts of rules: titles, labels, help, units, names of checks, the equation's own lines
%% file: rules/a.lua
model { start = 2026, stop = 2027, step = 1, title = "\27]0;title\7" }
group "g" { label = "\27[1mgroup" }
lever "x" { label = "\27[31mred\27[0m", group = "g", help = { en = "bell\7 \u{202e}right\nto left", ko = "\u{9b}31m" }, unit = "\8u",
	default = 0, range = { 0, 1 }, marks = { { 0.5, "\27[32mmark", source = "\27[33msource" } }, source = { "\27[34ms" } }
outcome "y" { label = "carriage\rreturn", headline = 1, value = function(v) return v.x end } --[[ [31m]]
summary "s" { label = "\27[35m", none = "\27[36mnever", headline = 1, first = function(v) return v.y > 2 end }
check "\27[31mcheck" { holds = function(v) return v.y < 0 end }
claim "c" { essay = 1, text = "\27[31mclaim", stated = 1, unit = "\27[32m", note = "\27[33m", value = function(i) return i.a end,
	inputs = { { "a", 1, unit = "\27[31m", source = "\27[32m" } } }
%% run
count() { LC_ALL=C grep -caP '[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]|\xC2[\x80-\x9F]|\xE2\x80[\xAA-\xAE]' "$1"; grep -qE '␛|␇|␈|�' "$1" && echo seen; }
on_terminal() { script -qec "publicstake $* --bare --rules rules" /dev/null | tr -d '\r' >shown; echo "$*:" $(count shown); }
printf '%s' $'-- \x1b[31mcomment \x9b\n' >>rules/a.lua
sed -i $'s/\x9b//; s/--\\[\\[ \\[31m\\]\\]/-- \x1b[31m/' rules/a.lua
for format in table csv json; do
	for kind in levers outcomes summaries variables checks; do on_terminal list $kind --format $format; done
	on_terminal claims --format $format
	on_terminal show x --format $format
	on_terminal show y --format $format
	on_terminal run --format $format
done
on_terminal show s
on_terminal check
publicstake check --bare --rules rules >out 2>&1
echo errors: $(count out)
publicstake list levers --bare --rules rules --format csv >out
echo csv: $(count out)
%% stdout
list levers --format table: 0 seen
list outcomes --format table: 0
list summaries --format table: 0 seen
list variables --format table: 0 seen
list checks --format table: 0 seen
claims --format table: 0 seen
show x --format table: 0 seen
show y --format table: 0 seen
run --format table: 0 seen
list levers --format csv: 0 seen
list outcomes --format csv: 0
list summaries --format csv: 0 seen
list variables --format csv: 0 seen
list checks --format csv: 0 seen
claims --format csv: 0 seen
show x --format csv: 0 seen
show y --format csv: 0 seen
run --format csv: 0
list levers --format json: 0 seen
list outcomes --format json: 0
list summaries --format json: 0 seen
list variables --format json: 0 seen
list checks --format json: 0 seen
claims --format json: 0 seen
show x --format json: 0 seen
show y --format json: 0 seen
run --format json: 0
show s: 0 seen
check: 0 seen
errors: 0 seen
csv: 0 seen

%% case: mistakes in rules name them without their control characters
%% run
count() { LC_ALL=C grep -caP '[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]|\xC2[\x80-\x9F]|\xE2\x80[\xAA-\xAE]' "$1"; grep -qE '␛|␇|␈|�' "$1" && echo seen; }
mkdir rules
printf 'error("\x1b[31mboom \x07")\n' >rules/a.lua
printf 'lever "\x1b[31m" { default = 1 }\n' >rules/b.lua
printf 'local x = \x1b[31m\n' >rules/c.lua
printf 'lever "z" { ["\\27[31m"] = 1, label = { ["\\27[32m"] = "x" }, default = "\x1b" }\n' >rules/d.lua
printf 'x = data("\\27[31m.csv", "v", {})\n' >rules/e.lua
printf 'goto \\27\n' >"rules/$(printf 'f\x1b[31m\x9b.lua')"
publicstake check --bare --rules rules >out 2>&1
echo $? $(wc -l <out) $(count out)
%% stdout
3 8 0 seen

%% case: names and cells of data files
%% file: rules/a.lua
model { start = 2026, stop = 2027, step = 1 }
local x = data("d.csv", "v", { id = "a" })
%% file: rules/b.lua
local x = data("d.csv", "nothing", { id = "b" })
%% file: rules/c.lua
series "s" { file = "d.csv", time = "id", value = "v" }
%% run
count() { LC_ALL=C grep -caP '[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]|\xC2[\x80-\x9F]|\xE2\x80[\xAA-\xAE]' "$1"; grep -qE '␛|␇|␈|�' "$1" && echo seen; }
mkdir data
printf 'id,v,\x1b[31mcolumn\na,\x1b[31mtext\x07,\nb,1,2\n' >data/d.csv
publicstake check --bare --rules rules --data data >out 2>&1
echo $? $(wc -l <out) $(count out)
printf 'id,v\na,1,\x1b[31m\n' >data/d.csv
publicstake check --bare --rules rules --data data >out 2>&1
echo $? $(wc -l <out) $(count out)
%% stdout
3 3 0 seen
3 3 0

%% case: scenarios: file names, titles, notes, ids, settings of the command line
%% file: rules/a.lua
model { start = 2026, stop = 2027, step = 1 }
lever "x" { default = 0, range = { 0, 1 } }
outcome "y" { headline = 1, value = function(v) return v.x end }
summary "s" { headline = 1, maximum = function(v) return v.y end }
%% run
count() { LC_ALL=C grep -caP '[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]|\xC2[\x80-\x9F]|\xE2\x80[\xAA-\xAE]' "$1"; grep -qE '␛|␇|␈|�' "$1" && echo seen; }
on_terminal() { script -qec "publicstake $* --bare --rules rules" /dev/null | tr -d '\r' >shown; echo "${1//[^a-z]/.}:" $(count shown); }
folder=$XDG_DATA_HOME/publicstake/scenarios
mkdir -p "$folder"
name=$(printf 'red\x1b[31m\xe2\x80\xae')
printf '# name: \x1b[32mtitle\x07\n# name_ko: \xc2\x9b31m\n# description: \x1b]0;x\x07\n# rules: \x1b\nid,value,note\nx,0.5,\x1b[31mnote\nunknown,1,\n' >"$folder/$name.csv"
printf 'id,value,note\n\x1b[31m,1,\n' >"$folder/bad$name.csv"
on_terminal list scenarios
on_terminal list scenarios --format csv
on_terminal list scenarios --format json
on_terminal run -s "'$name'" -s baseline
on_terminal run -s "'$name'" -s baseline --format csv
on_terminal run -s "'bad$name'"
on_terminal run -s "'none$name'"
on_terminal run --set "'$name=1'"
on_terminal run --set "'x=$name'"
on_terminal run "'--$name'"
on_terminal run --outcomes "'$name'"
on_terminal run --from "'$name'"
on_terminal run -o "'/$name/x'"
on_terminal show "'$name'"
on_terminal "'none$name'"
on_terminal check --rules "'$name'"
on_terminal list "'$name'"
on_terminal help "'$name'"
%% stdout
list: 0 seen
list: 0 seen
list: 0 seen
run: 0 seen
run: 0 seen
run: 0 seen
run: 0 seen
run: 0 seen
run: 0 seen
run: 0 seen
run: 0 seen
run: 0 seen
run: 0 seen
show: 0 seen
.nonered....m..: 0 seen
check: 0 seen
list: 0 seen
help: 0 seen
