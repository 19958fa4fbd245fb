# SPDX-License-Identifier: MIT
#
# Nothing is forgotten in a list: what lies in the folders is compared with what Makefile.am and HACKING.md name. In a
# checkout the folders hold what git tracks, so that work in progress does not count.
set -u
# shellcheck disable=SC2154  # make check sets srcdir
top=$(cd "$srcdir" && pwd) || exit 99
status=0

# The words of a variable of the Makefile, without the source folder in front (`..` is two points, not any two letters).
words() {
	local word
	MAKEFLAGS='' ${MAKE:-make} -s --no-print-directory "print-$1" |
		while read -r word; do word=${word#"$top"/} && echo "${word#"$srcdir"/}"; done | sed '/^$/d' | sort -u
}

# The files below a folder whose names match a pattern.
tracked() { git -C "$top" ls-files 2>/dev/null; }
# shellcheck disable=SC2254  # a pattern
if [ -e "$top/.git" ] && [ -n "$(tracked)" ]; then
	files() { tracked | grep "^$1/" | while read -r file; do case ${file##*/} in $2) echo "$file" ;; esac; done | sort; }
else
	tracked() { true; }
	files() {
		[ ! -d "$top/$1" ] || (cd "$top" &&
			find "$1" -type f -name "$2" ! -name '*.log' ! -name '*.trs' ! -name .dirstamp | sort)
	}
fi

# Shows on which side only a line is: compare WHAT LIST FOLDER
compare() {
	local difference
	difference=$(comm -3 --output-delimiter='	only in the folder: ' "$2" "$3" | sed '/^\t/! s/^/\tonly in the list: /')
	[ -z "$difference" ] && { echo "ok   $1"; return; }
	printf 'FAIL %s\n%s\n' "$1" "$difference"
	status=1
}

compare "sources in Makefile.am" <(words sources) <(files src '*.[ch]')
compare "unit tests in Makefile.am" <(words unit_tests) <(files tests/unit 'test_*.c' | sed 's/\.c$//')
compare "fuzz targets in Makefile.am" <(words fuzz_targets) <(files tests/fuzz 'fuzz_*.c' | sed 's/\.c$//')
compare "cases in tests/cli and tests/rules are all run" <(words TESTS | grep -E '^tests/(cli|rules)/') \
	<(files tests/cli '*'; files tests/rules '*')
compare "modules in HACKING.md" <(sed -nE 's|^ +(src/[a-z0-9_/]+)\.[ch] .*|\1|p' "$top/HACKING.md" | sort) \
	<(files src '*.[ch]' | sed 's/\.[ch]$//' | sort -u)
compare "files in the tarball" <(words DISTFILES | grep -Fx "$(tracked)") \
	<(tracked | grep -vE '^\.(ci/|gitignore|editorconfig|luacheckrc)' | sort)
exit $status
