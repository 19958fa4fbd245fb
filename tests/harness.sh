# SPDX-License-Identifier: MIT
#
# The harness itself: tests/run-cli and tests/run-rules tell right from wrong, and accept what they are told to accept.
set -u
# shellcheck disable=SC2154  # make check sets srcdir
tests=$(cd "$srcdir/tests" && pwd) || exit 99
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 99
status=0

# says PATTERN TEXT, is STATUS GOT: what must hold, or a line that says what did not.
says() { grep -q -e "$1" <<<"$2" || { echo "FAIL '$1' is not in:"; echo "$2"; status=1; }; }
is() { [ "$1" = "$2" ] || { echo "FAIL wanted '$1', got '$2'"; status=1; }; }

# A publicstake for these tests: `check` says one error for each line `BAD` of the rule files, with its number.
mkdir bin
cat >bin/publicstake <<'END'
#!/bin/sh
bad=$(grep -n BAD rules/*.lua /dev/null) || exit 0
echo "$bad" | sed 's/^\(.*\):\(.*\):BAD$/publicstake: \1:\2: this is bad/' >&2
exit 3
END
chmod +x bin/publicstake
PATH=$work/bin:$PATH

cat >case.t <<'END'
What this file is about.

%% case: right
%% file: sub/a.txt
one

two
%% run
cat sub/a.txt; echo oh >&2; exit 4
%% stdout
one

two
%% stderr
oh
%% status: 4

%% case: no such locale
%% locale: xx_YY.UTF-8
%% run
locale charmap
%% stdout
UTF-8

%% case: empty
%% run
ls
END
cp case.t right.t
got=$("$tests/run-cli" right.t); is 0 $?
says 'ok .*: right' "$got"
says 'skip .*: no such locale' "$got"
sed -i 's/^two/three/; s/exit 4/exit 5/; s/^ls/printf x/' case.t
cp case.t wrong.t
sed -i '0,/^three/s//two/' wrong.t
cp wrong.t before.t
got=$("$tests/run-cli" wrong.t); is 1 $?
says '^FAIL .*: right' "$got"
says '-%% status: 4' "$got"
says '+%% status: 5' "$got"
says '+\\ no line feed' "$got"
says 'run-cli --accept .*/wrong.t' "$got"
is '' "$(cmp wrong.t before.t)"
"$tests/run-cli" --accept wrong.t >/dev/null; is 0 $?
"$tests/run-cli" wrong.t >/dev/null; is 0 $?
cp wrong.t again.t
"$tests/run-cli" --accept again.t >/dev/null
is '' "$(cmp wrong.t again.t)"
"$tests/run-cli" right.t wrong.t before.t >/dev/null; is 1 $?

printf -- '--! ok\nx = 1\n' >ok.lua
printf -- '--! expect: bad.lua:2: this is bad\nBAD\n' >bad.lua
printf -- '--! ok\nBAD\ny = 1\nBAD\n' >wrong.lua
"$tests/run-rules" ok.lua bad.lua >/dev/null; is 0 $?
got=$("$tests/run-rules" wrong.lua); is 1 $?
says '^ *+--! expect: wrong.lua:4: this is bad' "$got"
says 'run-rules --accept .*/wrong.lua' "$got"
"$tests/run-rules" --accept wrong.lua >/dev/null; is 0 $?
is '--! expect: wrong.lua:5: this is bad' "$(sed -n 2p wrong.lua)"
"$tests/run-rules" ok.lua bad.lua wrong.lua >/dev/null; is 0 $?
exit $status
