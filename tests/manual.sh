# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# The manual is complete and true: its pages are clean mdoc and the same in both languages, what can be named has its place,
# what they show happens, and the program finds it all.
set -u
# shellcheck disable=SC2154  # make check sets srcdir
top=$(cd "$srcdir" && pwd) || exit 99
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
export HOME=$work
status=0

verdict() {   # verdict WHAT FAILURES
	[ -z "$2" ] && { echo "ok   $1"; return; }
	printf 'FAIL %s\n%s\n' "$1" "$2"
	status=1
}

# A built page, which lies in the source folder in a tarball.
page() { if [ -e "$1" ]; then echo "$1"; else echo "$top/$1"; fi; }
pages=$(cd "$top/man" && ls -- *.in | sed 's/\.in$//')

if command -v mandoc >/dev/null; then
	verdict "mandoc has no warning" "$(for p in $pages; do
		mandoc -T lint -W warning "$(page "man/$p")" "$(page "man/ko/$p")" | sed "s|$top/||"; done)"
	# What is filled for a line of a thousand cells must be one line.
	verdict "no paragraph is longer than a preformatted line" "$(for p in $pages; do
		awk -v file="$p" 'length($0) > 2900 { print file ":" FNR }' "$(page "manual/en/$p")" "$(page "manual/ko/$p")"; done)"
fi

# A quote at the start of a word is mdoc's own, and not shown: `\(dq` is. Those around a whole argument mean nothing else.
verdict "no quote of an example is taken away" "$(cd "$top/man" && grep -nE '^\.[A-Z][a-z] .* "[^"]*"[,;)}]' -- *.in ko/*.in;
	grep -nE '^\.[A-Z][a-z] .*= "[^"]*"( |$)' -- *.in ko/*.in)"

# The kinds of the sections, one after the other.
outline() { grep -oE '^\.S[hs]' "$1"; }
verdict "English and Korean pages have the same sections" "$(for p in $pages; do
	diff <(outline "$top/man/$p.in") <(outline "$top/man/ko/$p.in") >/dev/null || echo "$p"; done)"
verdict "and the same lists, examples and figures" "$(for p in $pages; do
	diff <(grep -E '^(@|\$ |keys|\.\\" (file|holds):)' "$top/man/$p.in") \
		<(grep -E '^(@|\$ |keys|\.\\" (file|holds):)' "$top/man/ko/$p.in") | sed "s/^/$p: /"; done)"

verdict "tables fit a usual screen" "$(for p in $pages; do for file in "$top/man/$p.in" "$top/man/ko/$p.in"; do
	sed -n '/^\.Bd -literal/,/^\.Ed/p' "$file" | grep -E '^[^$].*[^ ]  +[^ ]' | while IFS= read -r line; do
		[ "$(printf '%s\n' "$line" | wc -L)" -le 75 ] || echo "$p: $line"
	done
done; done)"

# Each once over all pages of section 7.
items() { for p in $pages; do cat "$(page "man/$1$p")"; done | sed -n 's/^\.It Va \([a-z0-9_]*\)$/\1/p' | sort; }
names() { for kind in levers uncertainties outcomes summaries series; do
	publicstake list $kind --format csv | tail -n +2 | cut -d, -f1; done | sort -u; }
for language in '' ko/; do
	verdict "every lever, assumption, outcome and series is in a page once (${language:-en/})" \
		"$(comm -13 <(items "$language" | uniq -u) <(names))"
done

# The fields of declarations stand in static tables of the sources.
fields=$(cat "$top"/src/rules/*.c | grep -oE '\{ "[a-z_]+", read_' | grep -oE '[a-z_]{2,}' |
	grep -v '^read_$' | sort -u)
verdict "every field of a declaration is described" "$(for f in $fields; do
	grep -qE "^\.It Va (.*, )?$f( ,.*)?$" "$top/man/publicstake-rules.5.in" || echo "$f"; done)"
verdict "and is in the example of all fields" "$(sed -n '/^\.\\" file: every/,/^\.Ed/p' "$top/man/publicstake-rules.5.in" >"$work/every"
	for f in $fields; do grep -qE "(^|[ {(])$f = " "$work/every" || echo "$f"; done)"
limits() { sed -nE '/^enum \{/,/^\};/s/^\t(RULES_[A-Z_]+) = (RULES_LESS\(([^,]*), [0-9]+\)|([^,]*)),.*/\1 \3\4/p' "$1" | sort; }
for language in '' ko/; do
	verdict "the limits of rules are those of the program (man/${language}publicstake-rules.5)" "$(diff \
		<(limits "$top/src/rules/host.h") <(sed -n 's/^\.\\" limit: //p' "$top/man/${language}publicstake-rules.5.in" | sort))"
done
# Each example of a function is an equation, with the number behind it or what it gives in some years.
mkdir "$work/rules"
sed -n 's/^\.It Ic "\([a-z0-9_]*\)(.*/\1/p; s/^\.Dl "\(.* \\-\\- .*\)"$/\t\1/p' "$(page man/publicstake-rules.5)" |
	sed 's/""/"/g; s/\\-/-/g' | awk '/^\t/ { print name $0; next } { name = $0 }' >"$work/examples"
{ echo 'model { start = 2026, stop = 2046, step = 0.25 }'
while IFS=$'\t' read -r name example; do
	case $name in data|column) printf 'local %s_%s = %s\n' "$name" given "${example%% -- *}"; example=${name}_given ;; esac
	printf 'outcome "use_%s" { value = function(v) return %s end }\n' "$name" "${example%% -- *}"
done <"$work/examples"; } >"$work/rules/a.lua"
verdict "the examples of functions are true" "$(publicstake run --bare --rules "$work/rules" --every 1 --format csv -o "$work/run" 2>&1
	while IFS=$'\t' read -r name example; do
	awk -F, -v name="$name" -v given="${example#* -- }" '
		BEGIN { if (given !~ /:/) given = "2040: " given; n = split(given, parts, ", ") }
		{ sub(/\r$/, "") }
		NR == 1 { for (i = 1; i <= NF; i++) if ($i == "use_" name) c = i }
		NR > 1 { for (i = 1; i <= n; i++) { split(parts[i], part, ": "); if (part[1] == $1) {
			seen++; digits = part[2] ~ /\./ ? length(part[2]) - index(part[2], ".") : 0
			if (!c || sprintf("%.*f", digits, $c) != part[2]) print name " in " $1 " gives " $c ", not " part[2] } } }
		END { if (seen != n) print name ": " given }' "$work/run"
done <"$work/examples"
	diff <(cut -f 1 "$work/examples" | sort) <(publicstake list functions --format csv | sed 1d | cut -d, -f1 | sort))"

verdict "every environment variable is described" "$(cat "$top"/src/*/*.c | grep -oE 'getenv\("[A-Z_]+"\)|"XDG_[A-Z_]+"' |
	grep -oE '[A-Z_]{4,}' | sort -u | while read -r name; do
		grep -qE "^\.It Ev (.* )?$name( ,.*)?$" "$top/man/publicstake.1.in" || echo "$name"; done)"
verdict "every shipped data file is described" "$(cd "$top/data" && for f in *.csv; do
	grep -qFx ".It Pa $f" "$top/man/publicstake-data.5.in" || echo "$f"; done)"

verdict "help finds every page and every lever, option and section" "$(
	for topic in $(echo "$pages" | sed 's/\..*//') $(publicstake list levers --format csv | tail -n +2 | cut -d, -f1) \
		run scenario clamp quit worlds 'gpu PRECEDENTS' 'publicstake-gpu(7)' nps_depletion_year; do
		publicstake help $topic >/dev/null 2>&1 || echo "$topic"
	done)"
publicstake help nonesuch_at_all >"$work/out" 2>&1
verdict "help says what it doesn't know" "$([ $? = 2 ] && grep -q nonesuch "$work/out" || cat "$work/out")"

# F1 on a slider or a figure: what is written about it stands at the top of the page that is shown.
ids() { for kind; do publicstake list "$kind" --format csv | sed 1d | cut -d, -f1; done; }
for language in en ko; do
	mkdir "$work/f1-$language"
	for id in $(ids levers uncertainties); do
		printf ':select %s\nF1\n:save-screen %s/%s\nEsc\n' "$id" "$work/f1-$language" "$id"
	done >"$work/script"
	for id in $(ids outcomes summaries); do
		printf ':explain %s\nF1\n:save-screen %s/%s\nEsc\nEsc\n' "$id" "$work/f1-$language" "$id"
	done >>"$work/script"
	LC_ALL=C.UTF-8 LANGUAGE=$language publicstake explore --new --worlds 64 --script "$work/script" --size 100x30 >"$work/out" 2>&1 ||
		cat "$work/out"
	verdict "F1 shows what the manual says of each slider and figure ($language)" "$(
		for id in $(ids levers uncertainties outcomes summaries); do
			grep -qE "^ *$id( *▐)?$" "$work/f1-$language/$id" || echo "$id"; done)"
done

# The picture in README.md is what the explorer shows, but for the fingerprint of the rules.
without_fingerprint() { sed 's/rules [0-9a-f]\{8\}/rules FINGERPT/'; }
printf ':open altman\n:year 2040\n:save-screen %s\n' "$work/screen" >"$work/script"
LC_ALL=C.UTF-8 publicstake explore --new --script "$work/script" --size 100x30 >"$work/out" 2>&1 || cat "$work/out"
verdict "the picture in README.md is true (else: put :open altman, :year 2040 at 100x30 there)" "$(
	diff <(sed -n '/^```$/,/^```$/p' "$top/README.md" | sed '/^```$/d' | without_fingerprint) <(without_fingerprint <"$work/screen"))"

verdict "the commands in README.md run" "$(grep '^    publicstake [a-z]' "$top/README.md" | while read -r name rest; do
		# shellcheck disable=SC2086  # words
		"$name" $rest </dev/null >"$work/out" 2>&1 && [ -s "$work/out" ] || { echo "$name $rest"; cat "$work/out"; }
	done)"
printf '/\n"land_levy"\nEnter\n=\n"1%%"\nEnter\nw\n:save-screen %s\ns\n:save-screen %s\n' "$work/screen" "$work/list" >"$work/script"
LC_ALL=C.UTF-8 publicstake explore --new --script "$work/script" --size 100x30 >"$work/out" 2>&1 || cat "$work/out"
verdict "what README.md says to try shows what it says" "$(grep -qE '^▸Land levy.* 1 %' "$work/screen" &&
	grep -q 'Winners' "$work/screen" && grep -q 'Public foundry' "$work/list" || cat "$work/screen" "$work/list")"

examples=$(for p in $pages; do echo "$top/man/$p.in" "$top/man/ko/$p.in"; done)
# shellcheck disable=SC2086  # a list of files
"${BASH:-bash}" "$top/tests/run-manual" $examples || status=1
exit $status
