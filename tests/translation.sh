# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# All that the program says can be said in Korean: no message without a translation, no doubtful one, no rule text in English only.
set -u
# shellcheck disable=SC2154  # make check sets srcdir
top=$(cd "$srcdir" && pwd) || exit 99
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
status=0

verdict() {   # verdict WHAT FAILURES
	[ -z "$2" ] && { echo "ok   $1"; return; }
	printf 'FAIL %s\n%s\n' "$1" "$2"
	status=1
}

if command -v xgettext >/dev/null && command -v msgcmp >/dev/null; then
	# The same as `make update-po`, but for the file that it writes.
	(cd "$top" && find src -name '*.c' -o -name '*.h' | sort | xargs xgettext -k_ -kN_ --from-code=UTF-8 -o "$work/new.pot")
	verdict "every message has a translation (else: make update-po, and translate)" \
		"$(msgcmp "$top/po/ko.po" "$work/new.pot" 2>&1 | grep -v '^msgcmp: found' | sed "s|$top/||" | head -40)"
	verdict "no translation is doubtful" "$(msgattrib --only-fuzzy --no-obsolete "$top/po/ko.po" | grep '^msgid' | head -20)"
else
	echo "skip messages: xgettext is not there"
fi
verdict "the catalogue is sound" "$(msgfmt -c -o /dev/null "$top/po/ko.po" 2>&1 | sed "s|$top/||")"

# Text of rule files stands in both languages side by side.
verdict "rule texts are pairs" "$(cd "$top" && for f in lua/*.lua; do
	grep -nE '\<(label|help|text|note|none|title) = ("|\[\[)' "$f" | sed "s|^|$f:|"
	en=$(grep -oE '\<en = ("|\[\[)' "$f" | wc -l) ko=$(grep -oE '\<ko = ("|\[\[)' "$f" | wc -l)
	[ "$en" = "$ko" ] || echo "$f: $en texts in English, $ko in Korean"
done)"
for kind in levers uncertainties outcomes summaries series checks; do
	verdict "labels of $kind are in Korean" "$(LANGUAGE=ko publicstake list $kind --format csv | tail -n +2 |
		LC_ALL=C grep -v $'[\352-\355]')"   # the first bytes of Hangul
done
exit $status
