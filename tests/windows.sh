# SPDX-License-Identifier: MIT
#
# Two explorers at once, in real terminals (tmux): each is told of the other, keeps what it does, and can be gone on with; what one has
# saved the other does not write over unseen; what a kill cut off is offered.
set -u
# shellcheck disable=SC2154  # make check sets srcdir
tests=$(cd "$srcdir/tests" && pwd) || exit 99
command -v tmux >/dev/null || { echo "tmux is not installed"; exit 77; }
work=$(mktemp -d) || exit 99
socket=publicstake-windows-$$
tm() { tmux -L "$socket" -f /dev/null "$@"; }
trap 'tm kill-server 2>/dev/null; sleep 0.5; rm -rf "$work"' EXIT
status=0
export HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_STATE_HOME=$work/state LC_ALL=C.UTF-8 TZ=UTC0
mkdir -p "$work/state/publicstake" && touch "$work/state/publicstake/tour" || exit 99
tm new-session -d -s shell -x 80 -y 24 "sleep 1000" || exit 99

# Begins an explorer in the window $1; its process is in the file $1.pid.
begin() {
	tm kill-session -t "$1" 2>/dev/null
	tm new-session -d -s "$1" -x 80 -y 24 "cd '$work' && PATH='$PATH' TERM=tmux-256color sh -c 'echo \$\$ >$1.pid
		exec publicstake --bare --rules \"$tests/ui/model\" --data \"$tests/ui/data\"'"
	shows "$1" 'against'
}

keys() { tm send-keys -t "$1" -- "${@:2}"; }
screen() { tm capture-pane -t "$1" -p 2>/dev/null; }

# Waits until the window $1 shows $2, or says that it never did.
shows() {
	local i
	for ((i = 0; i < 100; i++)); do
		screen "$1" | grep -q -e "$2" && return
		sleep 0.1
	done
	echo "FAIL the window $1 does not show '$2':"
	screen "$1"
	status=1
}

# Waits until the window's explorer has ended; tmux may leave it as a zombie for long.
ended() {
	local i
	for ((i = 0; i < 100; i++)); do
		case $(ps -o stat= -p "$(cat "$work/$1.pid")") in ''|Z*) return ;; esac
		sleep 0.1
	done
	echo "FAIL the explorer in the window $1 does not end"
	status=1
}

begin one
keys one ':set levy 2%' Enter
shows one 'Levers (1 moved)'
keys one ':save mine' Enter
shows one 'saved: mine'
begin two
shows two 'another window is open too'
keys two M
shows two 'session of its own'
keys two c ':open mine' Enter
shows two 'opened: mine'
keys two ':set levy 3%' Enter
shows two 'mine (changed)'
keys two S
shows two 'saved: mine'

# The first window's mine is not the file's any more.
keys one ':set levy 4%' Enter
shows one 'mine (changed)'
keys one S
shows one 'mine keeps yours, :open mine takes theirs'
grep -q '^levy,0.03' "$work/data/publicstake/scenarios/mine.csv" || { echo "FAIL the file is not the second window's"; status=1; }

# Nor after a restart.
keys one q
ended one
begin one
shows one 'mine (changed)'
keys one S
shows one ':replace mine keeps yours'
keys one ':replace mine' Enter
shows one 'saved: mine'
grep -q '^levy,0.04' "$work/data/publicstake/scenarios/mine.csv" || { echo "FAIL replace has not written"; status=1; }
keys one u
shows one 'undone: save mine'
grep -q '^levy,0.03' "$work/data/publicstake/scenarios/mine.csv" || { echo "FAIL undo has not brought theirs back"; status=1; }

# Both end; each can be gone on with.
keys one q
ended one
keys two q
ended two
begin one
shows one '3 %/year'
keys one s
shows one 'Other sessions'
keys one End Enter
shows one 'goes on where it was left'
keys one c
shows one '4 %/year'

# Both are cut off: one goes on, the other is offered.
begin two
shows two 'another window is open too'
keys two ':set levy 5%' Enter
shows two '5 %/year'
sleep 0.3
kill -9 "$(cat "$work/one.pid")" "$(cat "$work/two.pid")"
ended one
ended two
begin one
shows one '1 other session was cut off; s lists it'
shows one '5 %/year'
keys one s
shows one 'cut off'
[ $status = 0 ] && echo "ok"
exit $status
