# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# Every key, every command and every view is tried in tests/ui, in English and in Korean: each key is taken away, each command
# left out of the scripts, and a case that uses it has to notice.
set -u
# shellcheck disable=SC2154  # make check sets srcdir
top=$(cd "$srcdir" && pwd) || exit 99
# The cases are run by themselves in every build; hundreds of runs more would only take their time where each takes ten times as long.
case $(MAKEFLAGS='' ${MAKE:-make} -s --no-print-directory print-PS_CFLAGS) in
*-fsanitize*) echo "a sanitizer build"; exit 77 ;;
esac
LC_ALL=ko_KR.UTF-8 locale charmap 2>&1 | grep -q 'Cannot set' && { echo "there is no Korean locale"; exit 77; }
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/tests/ui" "$work/en" "$work/ko" "$work/sound"
cp -R "$top/tests/run-cli" "$top/tests/run-ui" "$work/tests" || exit 99
cp -R "$top/tests/ui/explorer.sh" "$top/tests/ui/model" "$top/tests/ui/data" "$work/tests/ui" || exit 99

# What only a real terminal shows: tests/terminal.sh tries these.
# Rules are read again without being asked to, too.
keys_in_terminal=' C-l C-z ' commands_in_terminal=' redraw reload stop '

# The program's tables: key, place and command of each binding; commands; views.
tab=$'\t'
keys() { sed -nE 's/^\t\{ "([^ ]+)", KEYS_([A-Z]+), "([^"]*)".*/\1\t\L\2\E\t\3/p' "$top/src/ui/keymap.c"; }
# Commands, and what is typed for them by habit.
commands() { sed -nE 's/^\t(ROW\(|\{ ")([a-z-]+)"?, .*/\2/p' "$top/src/ui/command.c"; }
views() { sed -nE 's/^\t\[VIEW_[A-Z]+\] = \{ \.name = "([a-z]+)".*/\1/p' "$top/src/ui/view.c"; }

# Each case becomes a file of its own, by language; the shortest come first.
split_cases() {
	awk -v work="$work" '
		FNR == 1 || /^%% case: / { flush() }
		{ text = text $0 "\n" }
		function flush(language) {
			language = text ~ /%% locale: ko_KR|--lang ko/ ? "ko" : "en"
			sub(/\n\n$/, "\n", text)
			if (text ~ /^%% case: /)
				printf "%s", text >(work "/" language "/" sprintf("%06d-%d", length(text), ++count) ".ui")
			text = ""
		}
		END { flush() }' "$top"/tests/ui/*.ui
}

# The cases of the language $1 whose scripts hold the key, or the command, $2.
cases_with() {
	WORD=$2 awk '
		/^%% / { running = $0 == "%% run" }
		running { for (i = 1; i <= NF; i++) if ($i == ENVIRON["WORD"]) { print FILENAME; nextfile } }' "$work/$1"/*.ui
}

# A case that fails anyway, or with any configuration, proves nothing.
is_sound() {
	local mark=$work/sound/${1##*/}
	[ -e "$mark" ] || { WITHOUT_COMMAND="" WITHOUT_KEYS=$work/nothing "$work/tests/run-ui" "$1" >/dev/null && echo yes || echo no; } >"$mark"
	[ "$(cat "$mark")" = yes ]
}

# Whether a case of the language $1 with the word $2 notices what the environment takes away.
is_noticed() {
	local file
	for file in $(cases_with "$1" "$2"); do
		"$work/tests/run-ui" "$file" >/dev/null || { is_sound "$file" && return; }
	done
	return 1
}

try_language() {
	local key place command config=$work/without-$1
	while IFS=$tab read -r key place command; do
		case $keys_in_terminal in *" $key "*) continue ;; esac
		# A key without a command says so, which any case would notice: it gets one of which nothing is seen.
		printf '%s\n' "unbind $place $key" "bind $place $key redraw" >"$config"
		WITHOUT_KEYS=$config is_noticed "$1" "$key" || echo "$1: no case would miss the key $key ($place: $command)"
	done < <(keys)
	while read -r command; do
		case $commands_in_terminal in *" $command "*) continue ;; esac
		WITHOUT_COMMAND=$command is_noticed "$1" ":$command" || echo "$1: no case would miss the command :$command"
	done < <(commands)
}

missing() {
	local word
	try_language en >"$work/missing-en" &
	try_language ko >"$work/missing-ko"
	wait
	cat "$work/missing-en" "$work/missing-ko"
	for word in $keys_in_terminal; do
		grep -q "^keys .*$word" "$top/tests/terminal.sh" || echo "tests/terminal.sh does not press $word"
	done
	for word in $(views); do
		keys | grep -qE "${tab}(view )?$word\$" || echo "no key shows the view $word"
	done
}

: >"$work/nothing"
split_cases
[ "$(keys | wc -l)" -gt 100 ] && [ "$(commands | wc -l)" -gt 50 ] && [ "$(views | wc -l)" -ge 10 ] ||
	{ echo "FAIL the tables of keys, commands or views can't be read"; exit 1; }
failures=$(missing)
[ -z "$failures" ] || { printf 'FAIL\n%s\n' "$failures"; exit 1; }
echo "ok   $(keys | wc -l) keys, $(commands | wc -l) commands, $(views | wc -l) views in two languages"
