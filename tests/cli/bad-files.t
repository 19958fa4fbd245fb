Files that are not what they should be: each is refused with a message that names it, and nothing of it is used. What waits
for something that never comes is ended after ten minutes (status 124).

%% case: in the place of a rule file
%% run
make() {
	rm -rf rules; mkdir rules; echo 'model { start = 2026, stop = 2027, step = 1 }' >rules/a.lua
	case $1 in
	folder) mkdir rules/b.lua ;;
	FIFO) mkfifo rules/b.lua ;;
	device) ln -s /dev/zero rules/b.lua ;;
	'loop of links') ln -s c.lua rules/b.lua; ln -s b.lua rules/c.lua ;;
	'link to nothing') ln -s nowhere rules/b.lua ;;
	'no permission') echo 'x = 1' >rules/b.lua; chmod 000 rules/b.lua ;;
	'of another user') echo 'x = 1' >rules/b.lua; chown 65534 rules/b.lua 2>/dev/null && chmod 600 rules/b.lua || chmod 000 rules/b.lua ;;
	'not quite 4 MiB') { echo '--[['; head -c 4194000 /dev/zero | tr '\0' x; echo ']]'; } >rules/b.lua ;;
	'more than 4 MiB') { echo '--[['; head -c 4194304 /dev/zero | tr '\0' x; echo ']]'; } >rules/b.lua ;;
	'a terabyte') truncate -s 1T rules/b.lua ;;
	'16 MiB together') for i in 1 2 3 4 5; do { echo '--[['; head -c 4000000 /dev/zero | tr '\0' x; echo ']]'; } >rules/b$i.lua; done ;;
	empty) : >rules/b.lua ;;
	'cut in a text') printf 'lever "x' >rules/b.lua ;;
	'cut in a table') printf 'lever "x" { default = 1,\n' >rules/b.lua ;;
	'cut in a character') printf -- '-- \xea\xb0' >rules/b.lua ;;
	binary) head -c 3000 "$(command -v bash)" >rules/b.lua ;;
	bytecode) printf '\x1bLuaS\x00\x19\x93\r\n\x1a\n' >rules/b.lua ;;
	UTF-16) printf '\xff\xfex\x00=\x001\x00' >rules/b.lua ;;
	'NUL in it') printf 'x = 1 \0 y = 2\n' >rules/b.lua ;;
	CP949) printf -- '-- \xb0\xa1\xb3\xaa\n' >rules/b.lua ;;
	esac
}
unprivileged() { if [ "$(id -u)" = 0 ]; then setpriv --bounding-set -dac_override,-dac_read_search "$@"; else "$@"; fi; }
for kind in folder FIFO device 'loop of links' 'link to nothing' 'no permission' 'of another user' 'not quite 4 MiB' 'more than 4 MiB' 'a terabyte' \
	'16 MiB together' empty 'cut in a text' 'cut in a table' 'cut in a character' binary bytecode UTF-16 'NUL in it' CP949; do
	make "$kind"
	unprivileged timeout 600 publicstake check --bare --rules rules >out 2>err
	echo "$kind: $? $(sed 's/^publicstake: //; s/^.*: can.t be opened: .*/&/' err)"
done
%% stdout
folder: 3 rules/b.lua: is a folder; a file is needed
FIFO: 3 rules/b.lua: is a FIFO; a regular file is needed
device: 3 rules/b.lua: is a device; a regular file is needed
loop of links: 3 rules/b.lua: its symbolic links go round in a loop
rules/c.lua: its symbolic links go round in a loop
link to nothing: 3 rules/b.lua: there is no such file
no permission: 3 rules/b.lua: may not be read; check its permissions
of another user: 3 rules/b.lua: may not be read; check its permissions
not quite 4 MiB: 0 
more than 4 MiB: 3 rules/b.lua: is too large; at most 4194304 bytes are read
a terabyte: 3 rules/b.lua: is too large; at most 4194304 bytes are read
16 MiB together: 3 the rule files take more than 16 MiB in all
empty: 0 
cut in a text: 3 rules/b.lua:1: a quote is never closed; text of several lines stands between [[ and ]]
cut in a table: 3 rules/b.lua:2: the file ends too early; is an `end`, a bracket or a quote missing?
cut in a character: 3 rules/b.lua:1: is not UTF-8 text; save it as UTF-8
binary: 3 rules/b.lua:1: is not UTF-8 text; save it as UTF-8
bytecode: 3 rules/b.lua:1: is compiled Lua, which is not read; rules are text
UTF-16: 3 rules/b.lua:1: is not UTF-8 text; save it as UTF-8
NUL in it: 3 rules/b.lua:1: is not UTF-8 text; save it as UTF-8
CP949: 3 rules/b.lua:1: is not UTF-8 text; save it as UTF-8

%% case: in the place of the folder of rules
%% run
mkfifo fifo; echo >file; ln -s l2 l1; ln -s l1 l2; mkdir closed empty; chmod 000 closed
mkdir full; (cd full && seq -f 'f%06g.lua' 10001 | xargs touch)
unprivileged() { if [ "$(id -u)" = 0 ]; then setpriv --bounding-set -dac_override,-dac_read_search "$@"; else "$@"; fi; }
for folder in nowhere file fifo l1 closed empty full ''; do
	unprivileged timeout 600 publicstake check --bare --rules "$folder" >out 2>err
	echo "$folder: $? $(cat err)"
done
chmod 700 closed
%% stdout
nowhere: 2 publicstake: --rules: there is no folder nowhere
file: 2 publicstake: --rules: there is no folder file
fifo: 2 publicstake: --rules: there is no folder fifo
l1: 2 publicstake: --rules: there is no folder l1
closed: 3 publicstake: closed: this folder can't be read: permission denied
empty: 3 publicstake: there is no rule file (*.lua) in empty
full: 3 publicstake: full: has too many files for a folder of this kind
: 2 publicstake: --rules: there is no folder 

%% case: in the place of a data file
%% file: rules/a.lua
model { start = 2026, stop = 2027, step = 1 }
lever "x" { default = data("d.csv", "v", { id = "a" }), range = { 0, 9 } }
%% run
make() {
	rm -rf data; mkdir data
	case $1 in
	nothing) ;;
	folder) mkdir data/d.csv ;;
	FIFO) mkfifo data/d.csv ;;
	device) ln -s /dev/zero data/d.csv ;;
	'loop of links') ln -s e.csv data/d.csv; ln -s d.csv data/e.csv ;;
	'no permission') echo 'id,v' >data/d.csv; chmod 000 data/d.csv ;;
	'of another user') echo 'id,v' >data/d.csv; chown 65534 data/d.csv 2>/dev/null && chmod 600 data/d.csv || chmod 000 data/d.csv ;;
	'a terabyte') truncate -s 1T data/d.csv ;;
	'more than 64 MiB') truncate -s 67108865 data/d.csv ;;
	zeros) truncate -s 100 data/d.csv ;;
	empty) : >data/d.csv ;;
	'header only') printf 'id,v' >data/d.csv ;;
	'cut in a quote') printf 'id,v\na,"1' >data/d.csv ;;
	'cut in a row') printf 'id,v,w\na,1' >data/d.csv ;;
	'cut in a character') printf 'id,v,w\nb,1,\xea\xb0' >data/d.csv ;;
	binary) head -c 3000 "$(command -v bash)" >data/d.csv ;;
	'a long cell') { printf 'id,v\na,'; head -c 65537 /dev/zero | tr '\0' x; echo; } >data/d.csv ;;
	'a long row') { printf 'id,v'; for i in $(seq 17); do printf ',c%d' $i; done; echo; printf 'a,1'; for i in $(seq 17); do printf ,; head -c 65000 /dev/zero | tr '\0' x; done; echo; } >data/d.csv ;;
	'many columns') { seq -s, 1025; seq -s, 1025; } >data/d.csv ;;
	'many rows') { echo id,v; yes b,1 | head -1000001; } >data/d.csv ;;
	'1,024 columns') { printf 'id,v,'; seq -s, 1022; printf 'a,1,'; seq -s, 1022; } >data/d.csv ;;
	'a million rows') { echo id,v; echo a,1; yes b,1 | head -999999; } >data/d.csv ;;
	esac
}
unprivileged() { if [ "$(id -u)" = 0 ]; then setpriv --bounding-set -dac_override,-dac_read_search "$@"; else "$@"; fi; }
for kind in nothing folder FIFO device 'loop of links' 'no permission' 'of another user' 'a terabyte' 'more than 64 MiB' zeros empty 'header only' \
	'cut in a quote' 'cut in a row' 'cut in a character' binary 'a long cell' 'a long row' 'many columns' 'many rows' \
	'1,024 columns' 'a million rows'; do
	make "$kind"
	unprivileged timeout 600 publicstake run --bare --rules rules --data data --from 2027 --outcomes x >out 2>err
	echo "$kind: $? $(sed 's/^publicstake: //' err)"
done
%% stdout
nothing: 3 rules/a.lua:2: there is no data file `d.csv` in data, SRCDIR/data
folder: 3 rules/a.lua:2: data/d.csv: is a folder; a file is needed
FIFO: 3 rules/a.lua:2: data/d.csv: is a FIFO; a regular file is needed
device: 3 rules/a.lua:2: data/d.csv: is a device; a regular file is needed
loop of links: 3 rules/a.lua:2: data/d.csv: its symbolic links go round in a loop
no permission: 3 rules/a.lua:2: data/d.csv: may not be read; check its permissions
of another user: 3 rules/a.lua:2: data/d.csv: may not be read; check its permissions
a terabyte: 3 rules/a.lua:2: data/d.csv: is too large; at most 67108864 bytes are read
more than 64 MiB: 3 rules/a.lua:2: data/d.csv: is too large; at most 67108864 bytes are read
zeros: 3 rules/a.lua:2: data/d.csv:1: header, column 1: there is a NUL byte; the file is damaged, or is UTF-16 without a byte-order mark; found `␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀␀…`
empty: 3 rules/a.lua:2: data/d.csv: is empty; a header with the names of the columns is needed
header only: 3 rules/a.lua:2: data/d.csv: no row has `id` = `a`
cut in a quote: 3 rules/a.lua:2: data/d.csv:2: row 1, column 2 (`v`): a quote is opened here and never closed; found `1`
cut in a row: 3 rules/a.lua:2: data/d.csv:2: row 1 has 2 cells, the header 3; the row starts with `a`; leave cells empty, but keep their commas
cut in a character: 3 rules/a.lua:2: data/d.csv: no row has `id` = `a`
binary: 3 rules/a.lua:2: data/d.csv:2: the byte 0xD8 is neither UTF-8 nor CP949; save the file as UTF-8
a long cell: 3 rules/a.lua:2: data/d.csv:2: row 1, column 2 (`v`): the cell is longer than 65536 bytes; is a quote not closed?; found `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…`
a long row: 3 rules/a.lua:2: data/d.csv:2: row 1, column 19 (`c17`): the row is longer than 1048576 bytes; is a quote not closed?; found `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…`
many columns: 3 rules/a.lua:2: data/d.csv:1: header, column 1025: there are more than 1024 columns; found `1025`
many rows: 3 rules/a.lua:2: data/d.csv:1000002: there are more than 1000000 rows
1,024 columns: 0 
a million rows: 0 

%% case: in the place of a scenario
%% file: rules/a.lua
model { start = 2026, stop = 2027, step = 1 }
lever "x" { default = 0, range = { 0, 1 } }
outcome "y" { value = function(v) return v.x end }
%% run
own=$XDG_DATA_HOME/publicstake/scenarios
make() {
	rm -rf "$own"; mkdir -p "$own"
	case $1 in
	nothing) ;;
	folder) mkdir "$own/s.csv" ;;
	FIFO) mkfifo "$own/s.csv" ;;
	device) ln -s /dev/zero "$own/s.csv" ;;
	'loop of links') ln -s t.csv "$own/s.csv"; ln -s s.csv "$own/t.csv" ;;
	'no permission') echo 'id,value' >"$own/s.csv"; chmod 000 "$own/s.csv" ;;
	'of another user') echo 'id,value' >"$own/s.csv"; chown 65534 "$own/s.csv" 2>/dev/null && chmod 600 "$own/s.csv" || chmod 000 "$own/s.csv" ;;
	'a terabyte') truncate -s 1T "$own/s.csv" ;;
	'more than 4 MiB') truncate -s 4194305 "$own/s.csv" ;;
	empty) : >"$own/s.csv" ;;
	'cut in a row') printf 'id,value\nx' >"$own/s.csv" ;;
	'cut in a number') printf 'id,value\nx,0.' >"$own/s.csv" ;;
	'cut in a quote') printf 'id,value,note\nx,0,"a' >"$own/s.csv" ;;
	binary) head -c 3000 "$(command -v bash)" >"$own/s.csv" ;;
	'other columns') printf 'id,value,extra\n' >"$own/s.csv" ;;
	'no id') printf 'id,value\n,1\n' >"$own/s.csv" ;;
	'no number') printf 'id,value\nx,much\n' >"$own/s.csv" ;;
	'many settings') { echo id,value; seq -f 'v%.0f,1' 4097; } >"$own/s.csv" ;;
	'many comments') { yes '# x' | head -1001; echo id,value; } >"$own/s.csv" ;;
	esac
}
unprivileged() { if [ "$(id -u)" = 0 ]; then setpriv --bounding-set -dac_override,-dac_read_search "$@"; else "$@"; fi; }
for kind in nothing folder FIFO device 'loop of links' 'no permission' 'of another user' 'a terabyte' 'more than 4 MiB' empty 'cut in a row' 'cut in a number' \
	'cut in a quote' binary 'other columns' 'no id' 'no number' 'many settings' 'many comments'; do
	make "$kind"
	unprivileged timeout 600 publicstake run --bare --rules rules -s s --from 2027 >out 2>err
	echo "$kind: $? $(sed "s|$PWD/||g; s/^publicstake: //" err | head -2)"
	unprivileged timeout 600 publicstake list scenarios --bare --rules rules --format csv >list 2>err || { echo "list: $?"; cat err; }
	[ "$kind" = nothing ] || grep -q '^s,' list || echo 'not in the list'
done
%% stdout
nothing: 2 there is no scenario `s`; `publicstake list scenarios` names them, a path is that of a file
folder: 2 .local/share/publicstake/scenarios/s.csv: is a folder; a file is needed
FIFO: 2 .local/share/publicstake/scenarios/s.csv: is a FIFO; a regular file is needed
device: 2 .local/share/publicstake/scenarios/s.csv: is a device; a regular file is needed
loop of links: 2 .local/share/publicstake/scenarios/s.csv: its symbolic links go round in a loop
no permission: 2 .local/share/publicstake/scenarios/s.csv: may not be read; check its permissions
of another user: 2 .local/share/publicstake/scenarios/s.csv: may not be read; check its permissions
a terabyte: 2 .local/share/publicstake/scenarios/s.csv: is too large; at most 4194304 bytes are read
more than 4 MiB: 2 .local/share/publicstake/scenarios/s.csv: is too large; at most 4194304 bytes are read
empty: 2 .local/share/publicstake/scenarios/s.csv: is empty; a header with the names of the columns is needed
cut in a row: 2 .local/share/publicstake/scenarios/s.csv:2: row 1 has 1 cells, the header 2; the row starts with `x`; leave cells empty, but keep their commas
cut in a number: 0 
cut in a quote: 2 .local/share/publicstake/scenarios/s.csv:2: row 1, column 3 (`note`): a quote is opened here and never closed; found `a`
binary: 2 .local/share/publicstake/scenarios/s.csv:2: the byte 0xD8 is neither UTF-8 nor CP949; save the file as UTF-8
other columns: 2 .local/share/publicstake/scenarios/s.csv:1: header, column 3: `extra` is not known here; a scenario has the columns id, value and note
no id: 2 .local/share/publicstake/scenarios/s.csv:2: row 1, column 1 (`id`): the id is missing
no number: 2 .local/share/publicstake/scenarios/s.csv:2: row 1, column 2 (`value`): `much` is not a number; write it like 1234.5 or 1.2e-3
many settings: 2 .local/share/publicstake/scenarios/s.csv:4098: row 4097, column 1 (`id`): there are more than 4096 settings
many comments: 2 .local/share/publicstake/scenarios/s.csv:1001: there are more than 1000 comment lines

%% case: in the place of the configuration
%% file: rules/a.lua
model { start = 2026, stop = 2027, step = 1 }
lever "x" { default = 0, range = { 0, 1 } }
outcome "y" { value = function(v) return v.x end }
%% file: script
:view messages
:save-screen screen
%% run
make() {
	rm -rf config
	case $1 in
	nothing) ;;
	folder) mkdir config ;;
	FIFO) mkfifo config ;;
	device) ln -s /dev/zero config ;;
	'loop of links') ln -s config config ;;
	'no permission') echo 'charts 1' >config; chmod 000 config ;;
	'of another user') echo 'charts 1' >config; chown 65534 config 2>/dev/null && chmod 600 config || chmod 000 config ;;
	'a terabyte') truncate -s 1T config ;;
	'more than 4 MiB') yes '# comment' | head -c 4194305 >config ;;
	empty) : >config ;;
	binary) printf '\x1b\x00\xff\xfe\n\x9b' >config ;;
	'NUL in it') printf 'charts 1\0\n' >config ;;
	'cut in a line') printf 'charts 1\nbind sli' >config ;;
	'not quite 4 MiB') yes '# comment' | head -c 4194000 >config ;;
	esac
}
unprivileged() { if [ "$(id -u)" = 0 ]; then setpriv --bounding-set -dac_override,-dac_read_search "$@"; else "$@"; fi; }
for kind in nothing folder FIFO device 'loop of links' 'no permission' 'of another user' 'a terabyte' 'more than 4 MiB' empty binary 'NUL in it' \
	'cut in a line' 'not quite 4 MiB'; do
	make "$kind"
	rm -f screen
	unprivileged timeout 600 publicstake explore --bare --rules rules --config config --script script --size 100x24 >out 2>err
	echo "$kind: $? $(cat err)$(sed -n '/^Remarks/ { n; s/ *$//; p; }' screen)"
done
%% stdout
nothing: 0   config: there is no such file
folder: 0   config: is a folder; a file is needed
FIFO: 0   config: is a FIFO; a regular file is needed
device: 0   config: is a device; a regular file is needed
loop of links: 0   config: its symbolic links go round in a loop
no permission: 0   config: may not be read; check its permissions
of another user: 0   config: may not be read; check its permissions
a terabyte: 0   config: is too large; at most 4194304 bytes are read
more than 4 MiB: 0   config: is too large; at most 4194304 bytes are read
empty: 0 
binary: 0   config: is not UTF-8 text; save it as UTF-8
NUL in it: 0   config: is not UTF-8 text; save it as UTF-8
cut in a line: 0   config:2: write e.g.: bind sliders J move -10
not quite 4 MiB: 0 
