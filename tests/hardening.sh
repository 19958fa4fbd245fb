# SPDX-License-Identifier: MIT
#
# The program is built as hardened as configure found the compiler able to: position independent, its relocations
# read-only from the start, its stack and the libc calls guarded. Sanitizers have guards of their own. It runs in the
# build folder.
set -u
command -v readelf >/dev/null || { echo "no readelf here"; exit 77; }
flags=$(MAKEFLAGS='' ${MAKE:-make} -s --no-print-directory print-PS_CPPFLAGS print-PS_CFLAGS print-PS_LDFLAGS)
case $flags in *-fsanitize*) echo "a sanitizer build"; exit 77 ;; esac
status=0

# need FLAG TEXT READELF-ARGUMENT...: where FLAG was taken, readelf says TEXT.
need() {
	local flag=$1 text=$2
	shift 2
	grep -qxF -e "$flag" <<<"$flags" || { echo "skip $flag: not in this build"; return; }
	readelf -W "$@" 2>/dev/null | grep -qE "$text" && { echo "ok   $flag"; return; }
	echo "FAIL $flag: the program does not show"
	status=1
}

need -pie 'Type:.*DYN' --file-header publicstake
need -Wl,-z,relro GNU_RELRO --program-headers publicstake
need -Wl,-z,now 'BIND_NOW|FLAGS_1.*NOW' --dynamic publicstake
need -fstack-protector-strong __stack_chk_fail --syms libbase.a
need -D_FORTIFY_SOURCE=2 '__[a-z]+_chk' --syms libbase.a
exit $status
