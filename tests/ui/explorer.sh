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

explorer() {
	local size=$1
	shift
	cat >script
	echo ':save-screen screen' >>script
	publicstake explore --bare --rules "$ui_rules" --data "$ui_tests/data" --script script --size "$size" "$@" || return
	[ ! -e screen ] || cat screen
}
