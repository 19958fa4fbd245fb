# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# What the shells complete: commands, options, and names from the program itself.
set -u
# shellcheck disable=SC2154  # make check sets srcdir
file() { if [ -e "completion/$1" ]; then echo "completion/$1"; else echo "$srcdir/completion/$1"; fi; }
status=0

# The words offered behind a line of words, for the last of them.
offered() {
	COMP_WORDS=("$@")
	COMP_CWORD=$(($# - 1))
	COMPREPLY=()
	_publicstake
	echo "${COMPREPLY[*]}"
}
compopt() { true; }   # which works only while a shell completes
# shellcheck source=/dev/null
. "$(file publicstake)"

expect() {   # expect WORDS LINE...
	local wanted=$1 got
	shift
	got=$(offered "$@")
	case " $got " in
	*" $wanted "*) echo "ok   $*" ;;
	*) echo "FAIL $*: offers $got, not $wanted"; status=1 ;;
	esac
}
for command in $(publicstake --help | sed -n 's/^  \([a-z]*\)  .*/\1/p'); do
	expect "$command" publicstake "$command"
	for option in $(publicstake "$command" --help | grep -oE -- '--[a-z][a-z-]*' | sort -u); do
		expect "$option" publicstake "$command" "$option"
	done
done
expect altman publicstake run -s al
expect 'gpu_fee' publicstake show gpu_fe
expect 'land_levy=' publicstake run --set land_le
expect levers publicstake list l
expect 'ko en' publicstake --lang ''
if command -v zsh >/dev/null; then
	zsh -n "$(file _publicstake)" || { echo "FAIL zsh can't read its completion"; status=1; }
fi
exit $status
