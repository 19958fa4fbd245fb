# SPDX-License-Identifier: MIT
#
# The explorer in a real terminal (tmux): it starts, follows keys and sizes, lets an editor change a rule, shows a broken one, survives
# being killed, and leaves the terminal as it was.
set -u
# shellcheck disable=SC2154  # make check sets srcdir
tests=$(cd "$srcdir/tests" && pwd) || exit 99
command -v tmux >/dev/null || { echo "tmux is not installed"; exit 77; }
work=$(mktemp -d) || exit 99
terminals=0
socket=publicstake-test-$$
tm() { tmux -L "$socket" -f /dev/null "$@"; }
trap 'tm kill-server 2>/dev/null; sleep 0.5; rm -rf "$work"' EXIT
status=0
export HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_STATE_HOME=$work/state LC_ALL=C.UTF-8
cp -R "$tests/ui/model" "$work/rules" && chmod -R u+w "$work/rules" || exit 99
cat >"$work/editor" <<'END'
#!/bin/sh
sed -i -f "$HOME/edit" "$2"
END
chmod +x "$work/editor"

# Begins a terminal of $1 columns and $2 rows with the terminal type $3, and the explorer in it with the options $4 and the
# variables $5.
begin() {
	tm kill-server 2>/dev/null
	# A server that is ending would take the next session with it.
	terminals=$((terminals + 1))
	socket=publicstake-test-$$-$terminals
	tm new-session -d -x "$1" -y "$2" "cd '$work' && PATH='$PATH' TERM=$3 VISUAL='$work/editor' bash --norc --noprofile"
	keys "stty -a >before; ${5-} publicstake --bare --rules rules --data '$tests/ui/data' ${4-}; echo left \$?; stty -a >after" Enter
}

keys() { tm send-keys -- "$@"; }
screen() { tm capture-pane -p 2>/dev/null; }

# Waits until the screen shows $1, or says that it never did.
shows() {
	local i
	for ((i = 0; i < 100; i++)); do
		screen | grep -q -e "$1" && return
		sleep 0.1
	done
	echo "FAIL ${2-}: the screen does not show '$1':"
	screen
	status=1
}

lacks() {
	local i
	for ((i = 0; i < 100; i++)); do
		screen | grep -q -e "$1" || return
		sleep 0.1
	done
	echo "FAIL ${2-}: the screen still shows '$1':"
	screen
	status=1
}

# The mouse as terminals send it: button (32 more while it moves, 3 when it is let go), column, line; each added to a blank.
mouse() {
	while [ $# -gt 0 ]; do
		tm send-keys -l "$(printf '%b' "\033[M\0$(printf %o $(($1 + 32)))\0$(printf %o $(($2 + 32)))\0$(printf %o $(($3 + 32)))")"
		shift 3
	done
}

ends() {
	shows "left $1" "$2"
	sleep 0.2
	cmp -s "$work/before" "$work/after" || { echo "FAIL $2: the terminal is not as it was"; diff "$work/before" "$work/after"; status=1; }
}

the_child() { pgrep -f "publicstake --bare --rules rules --data $tests/ui/data" | tail -n 1; }

# A first start shows the tour, even if it is killed; another one does not, unless it is asked to.
# It hides nothing that the start has to say.
mkdir -p "$work/config/publicstake" && echo nonsense >"$work/config/publicstake/config"
begin 80 24 tmux-256color
shows 'Tour, 1 of 5' 'first start'
shows 'the configuration has mistakes' 'first start'
rm "$work/config/publicstake/config"
keys T
shows 'Tour, 2 of 5' 'the next step'
kill -9 "$(the_child)"
shows 'left 137' 'killed in the tour'
begin 80 24 tmux-256color
shows 'Value of land' 'second start'
screen | grep -q 'Tour, ' && { echo "FAIL the second start shows the tour again"; screen; status=1; }
keys :tour Enter
shows 'Tour, 1 of 5' ':tour'
line=$(screen | grep -n 'T next' | cut -d: -f1)
mouse 0 66 "${line:-1}" 3 66 "${line:-1}"
shows 'Tour, 2 of 5' 'a click'
keys Escape
shows 'that was the tour' Esc
keys q
ends 0 'after the tour'

begin 80 24 tmux-256color
shows 'Value of land' start
keys Right Right Right
shows 'Levers (1 moved)' move
shows '1.75 %' move
for size in '120 40' '20 5' '200 60' '60 15' '80 24'; do
	tm resize-window -x "${size% *}" -y "${size#* }"
	sleep 0.2
done
shows '1,000 worlds' resize

# What another program has written over the screen goes away.
printf '\033[10;45Hnoise from elsewhere' >"$(tm display-message -p '#{pane_tty}')"
shows 'noise from elsewhere' 'before C-l'
keys C-l
lacks 'noise from elsewhere' C-l

mouse 0 25 4 32 22 4 32 19 4 3 19 4
shows ' 0 %/year' 'a drag to the start of the track'
keys u
shows '1.75 %' 'a drag is one move'
keys g
shows 'outcome:' 'outcomes are offered'
line=$(screen | grep -n ' jobless *$' | cut -d: -f1)
mouse 0 10 "${line:-1}" 3 10 "${line:-1}"
shows 'People without work  mn persons' 'a click on what is offered'
keys 2 1

# Pasted text is typed at the prompt, ends of lines and all, and is no command anywhere else.
paste() { tm set-buffer -- "$1"; tm paste-buffer -p; }
paste q
keys :
paste $'year\n2033'
shows '^:year 2033' 'pasted at the prompt'
keys Enter
shows '  2033$' 'what was pasted is run'
# Input methods compose where the cursor is.
caret() {
	local i
	for ((i = 0; i < 50; i++)); do
		[ "$(tm display-message -p '#{cursor_x},#{cursor_y}')" = "$1" ] && return
		sleep 0.1
	done
	echo "FAIL $2: the cursor is at $(tm display-message -p '#{cursor_x},#{cursor_y}'), not at $1"
	status=1
}
keys :
tm send-keys -l '땅값a'
caret 6,22 'behind Hangul'
keys Left Left
caret 3,22 'between syllables'
keys Escape

echo 's/0.03 + v.rate/0.04 + v.rate/' >"$work/edit"
keys ':edit land_value' Enter
shows 'new rules' edit
echo 's/^outcome "land_value"/outcme "land_value"/' >"$work/edit"
keys ':edit land_value' Enter
shows 'unknown name' 'a broken rule'
echo 's/outcme/outcome/' >"$work/edit"
keys e
sleep 1
screen | grep -q 'unknown name' && { echo "FAIL the mended rule still counts as broken"; status=1; }

# A file saved by another program.
sed -i 's/0.04 + v.rate/0.05 + v.rate/' "$work/rules/a.lua"
shows 'new rules' 'a rule saved elsewhere'

keys Right
shows '%' 'a move before the kill'
sleep 0.3
value=$(screen | grep -o 'Levy on land.*' | head -n 1)
kill -9 "$(the_child)"
shows 'left 137' kill
keys 'reset' Enter
sleep 1
keys "clear; stty -a >before; publicstake --bare --rules rules --data '$tests/ui/data'; echo left \$?; stty -a >after" Enter
shows 'Levers (1 moved)' 'after kill -9'
[ "$value" = "$(screen | grep -o 'Levy on land.*' | head -n 1)" ] || { echo "FAIL after kill -9: not where it was"; screen; status=1; }
keys u
shows 'undone' 'undo after a restart'
keys q
ends 0 quit

begin 80 24 tmux-256color
shows 'Value of land' 'second start'
kill -TERM "$(the_child)"
ends 0 SIGTERM
begin 80 24 tmux-256color
shows 'Value of land' 'third start'
kill -SEGV "$(the_child)"
ends 139 crash
begin 80 24 tmux-256color
shows 'Value of land' 'fourth start'
keys C-z
shows 'Stopped' stop
keys 'clear; fg' Enter
shows 'Value of land' fg
keys q
sleep 0.5
keys 'clear; echo left 0; stty -a >after' Enter
ends 0 'quit after fg'

for type in xterm-256color linux vt100 screen; do
	# For the console's mouse curses loads a library that keeps some of its memory.
	begin 80 24 $type "$([ $type != linux ] || echo --no-mouse)"
	shows 'Value of land' "TERM=$type"
	keys Right
	shows 'Levers (' "TERM=$type"
	keys q
	ends 0 "TERM=$type"
done
for language in '' ko; do
	begin 80 24 linux "--no-mouse${language:+ --lang $language}" LC_ALL=ko_KR.UTF-8
	shows "$([ -n "$language" ] && echo '땅값' || echo 'Value of land')" "the console in Korean, ${language:-not} asked for"
	keys q
	ends 0 'the console in Korean'
done
begin 80 24 xterm-256color --lang=ko
shows '땅값' 'Korean in a window'
keys q
# In both languages there is room for why work is not kept, and for what to do.
echo a file >"$work/blocked"
begin 80 24 xterm-256color '' "XDG_STATE_HOME='$work/blocked'"
shows '(is not a folder, but one is needed here); M says' 'nothing can be kept'
keys Right q
shows '^ your work is not saved (is not a folder, but one .*); q again leaves anyway *$' 'nothing can be kept'
keys q
ends 2 'nothing can be kept'
begin 80 24 xterm-256color --lang=ko "XDG_STATE_HOME='$work/blocked'"
shows '(폴더가 아닙니다)' 'nothing can be kept, in Korean'
keys Right q
shows '^ 작업이 저장되지 않습니다(폴더가 아닙니다). 끝내려면 q를 한 번 더 누르세요 *$' 'nothing can be kept, in Korean'
keys q
ends 2 'nothing can be kept, in Korean'
# Colours as they are sent.
colours() { tm capture-pane -e -p | grep -c "$1"; }
begin 80 24 xterm-256color --new NO_COLOR=1
shows 'Value of land' NO_COLOR
[ "$(colours '\[[0-9;]*[34]8;')" = 0 ] || { echo "FAIL NO_COLOR: colours are sent"; status=1; }
keys q
begin 80 24 xterm-256color --new
shows 'Value of land' '256 colours'
[ "$(colours '38;5;')" = 0 ] && { echo "FAIL 256 colours are not sent"; status=1; }
keys q
if command -v tic >/dev/null; then
	cat >"$work/direct" <<'END'
xterm-direct|takes colours as red, green and blue,
	RGB, colors#0x1000000, pairs#0x7FFF,
	setab=\E[%?%p1%{8}%<%t4%p1%d%e48\:2\:\:%p1%{65536}%/%d\:%p1%{256}%/%{255}%&%d\:%p1%{255}%&%d%;m,
	setaf=\E[%?%p1%{8}%<%t3%p1%d%e38\:2\:\:%p1%{65536}%/%d\:%p1%{256}%/%{255}%&%d\:%p1%{255}%&%d%;m,
	use=xterm-256color,
END
	tic -x -o "$work/terminfo" "$work/direct" || exit 99
	begin 80 24 xterm-256color --new "COLORTERM=truecolor TERMINFO_DIRS='$work/terminfo:'"
	shows 'Value of land' 'true colours'
	[ "$(colours '38;2;')" = 0 ] && { echo "FAIL true colours are not sent"; status=1; }
	keys q
fi
begin 80 24 dumb
shows "can't move its cursor" TERM=dumb
ends 2 TERM=dumb
[ $status = 0 ] && echo "ok"
exit $status
