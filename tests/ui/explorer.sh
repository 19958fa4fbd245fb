# SPDX-License-Identifier: MIT
#
# What the cases of tests/run-ui can call.
ui_tests=${BASH_ENV%/*}
ui_rules=$ui_tests/model

own_rules() {
	cp -R "$ui_tests/model" rules
	chmod -R u+w rules
	ui_rules=rules
}

# With WITHOUT_COMMAND and WITHOUT_KEYS (a configuration), tests/keys.sh looks which cases notice that one is missing.
explorer() {
	local size=$1
	shift
	sed "${WITHOUT_COMMAND:+/^:$WITHOUT_COMMAND\( \|$\)/d}" >script
	echo ':save-screen screen' >>script
	rm -f screen
	publicstake explore --bare --rules "$ui_rules" --data "$ui_tests/data" --script script --size "$size" \
		${WITHOUT_KEYS:+--config "$WITHOUT_KEYS"} "$@" || return
	[ ! -e screen ] || cat screen
}

# Shows the screen after each line of the script, or what sed leaves of it: steps SIZE SED [OPTIONS...] <<'END'
steps() {
	local size=$1 part=$2 line number=0
	shift 2
	while IFS= read -r line; do
		printf '%s\n:save-screen after-%d\n' "$line" $((++number))
		echo "$line" >"line-$number"
	done >steps
	explorer "$size" "$@" <steps >screen-at-the-end
	for ((line = 1; line <= number; line++)); do
		echo "> $(cat "line-$line")"
		[ ! -e "after-$line" ] || sed -n "$part" "after-$line"
	done
}
