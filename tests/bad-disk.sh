#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Disks that are full or read-only, and files that change while they are read: what can't be written leaves the old file and nothing
# else, what changes is refused. Full and read-only disks are small ones in memory, where the system lets a user have them.
set -u
work=$(mktemp -d) || exit 99
writer=''
trap '[ -z "$writer" ] || kill "$writer"; rm -rf "$work"' EXIT
status=0
export HOME=$work/home LC_ALL=C.UTF-8
unset LANGUAGE XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME
mkdir "$HOME"

ok() { echo "ok   $1"; }
fail() { echo "FAIL $1: $2"; status=1; }

# expect WHAT EXIT-STATUS MESSAGE COMMAND...: the command's last message has that in it.
expect() {
	local what=$1 wanted=$2 message=$3 got
	shift 3
	"$@" >"$work/stdout" 2>"$work/stderr"
	got=$?
	case $got$(tail -n 1 "$work/stderr") in
	"$wanted"*"$message"*) ok "$what" ;;
	*) fail "$what" "status $got, $(cat "$work/stderr")" ;;
	esac
}

# The commands that write files, on the disk in folder "disk".
on_disk() {
	local message=$1
	expect "list, $message" 2 "$message" publicstake list variables --format csv -o "$work/disk/list.csv"
	expect "run, $message" 2 "$message" publicstake run --worlds 64 -o "$work/disk/run.csv"
	expect "check, $message" 2 "$message" publicstake check --worlds 8 --random 0 -o "$work/disk/check.csv"
	[ "$(ls -A "$work/disk" | tr '\n' ' ')" = 'list.csv room ' ] || fail "what is left, $message" "$(ls -A "$work/disk")"
	[ "$(cat "$work/disk/list.csv")" = old ] || fail "the old file, $message" "$(head -c 100 "$work/disk/list.csv")"
}

# Run again by this script in a namespace of its own, where it may mount.
if [ "${1-}" = disks ]; then
	mkdir "$work/disk"
	mount -t tmpfs -o size=32k publicstake "$work/disk" || exit 77
	echo old >"$work/disk/list.csv"
	cat /dev/zero >"$work/disk/room" 2>/dev/null
	on_disk "can't be written"   # to its end, or at all: who notices first depends on how much is written
	truncate -s 16k "$work/disk/room"
	expect 'list, a disk that fills up' 2 'disk' publicstake run --worlds 64 --format csv -o "$work/disk/list.csv"
	[ "$(cat "$work/disk/list.csv")" = old ] || fail 'the old file, a disk that fills up' 'is gone'
	mount -o remount,ro "$work/disk" || exit 77
	on_disk "can't be written: the file system is read-only"
	XDG_DATA_HOME=$work/disk XDG_STATE_HOME=$work/disk expect 'reading on a read-only disk' 0 '' publicstake list scenarios
	umount "$work/disk"
	rmdir "$work/disk"
	exit $status
fi

if unshare -rm true 2>/dev/null; then
	unshare -rm bash "$0" disks
	case $? in 0) ;; 77) echo "skip disks: none can be mounted" ;; *) status=1 ;; esac
else
	echo "skip disks: no namespaces here"
fi

# A data file that somebody goes on writing to.
mkdir "$work/rules" "$work/data"
printf 'model { start = 2026, stop = 2027, step = 1 }\nlocal x = data("d.csv", "v", { id = "a" })\n' >"$work/rules/a.lua"
{ echo id,v; echo a,1; yes b,1 | head -n 900000; } >"$work/data/d.csv"
(while :; do echo c,1 >>"$work/data/d.csv"; sleep 0.001; done) &
writer=$!
seen=''
for _ in 1 2 3 4 5 6 7 8 9 10; do
	publicstake check --bare --rules "$work/rules" --data "$work/data" >/dev/null 2>"$work/stderr"
	case $?$(cat "$work/stderr") in
	0) ;;
	3*'changed while it was read; try again') seen=yes ;;
	*) fail 'a file that changes' "$(cat "$work/stderr")" ;;
	esac
done
kill "$writer"
writer=''
[ -z "$seen" ] || ok 'a file that changes'
[ -n "$seen" ] || echo 'skip a file that changes: it never did while it was read'
exit $status
