# SPDX-License-Identifier: MIT
#
# The program is built as hardened as configure found the compiler able to: position independent, its relocations
# read-only from the start, its stack and the libc calls guarded, jumps only to where jumps may go. Sanitizers have guards of
# their own. It runs in the build folder.
set -u
command -v readelf >/dev/null || { echo "no readelf here"; exit 77; }
words() { MAKEFLAGS='' ${MAKE:-make} -s --no-print-directory "$@"; }
flags=$(words print-PS_CPPFLAGS print-PS_CFLAGS print-PS_LDFLAGS)
case $flags in *-fsanitize*) echo "a sanitizer build"; exit 77 ;; esac
status=0

verdict() { # verdict WHAT yes|no
	[ "$2" = yes ] && { echo "ok   $1"; return; }
	echo "FAIL $1: it does not show"
	status=1
}

# need FLAG TEXT READELF-ARGUMENT...: where FLAG was taken, readelf says TEXT.
need() {
	local flag=$1 text=$2
	shift 2
	grep -qxF -e "$flag" <<<"$flags" || { echo "skip $flag: not in this build"; return; }
	readelf -W "$@" 2>/dev/null | grep -qE "$text" && verdict "$flag in ${*: -1}" yes || verdict "$flag in ${*: -1}" no
}

need -pie 'Type:.*DYN' --file-header publicstake
need -Wl,-z,relro GNU_RELRO --program-headers publicstake
need -Wl,-z,now 'BIND_NOW|FLAGS_1.*NOW' --dynamic publicstake
# The kernels are loops over rows, with nothing on the stack and no calls to guard.
for library in $(words print-noinst_LIBRARIES | grep -v kernels); do
	need -fstack-protector-strong ' __stack_chk_fail$' --syms "$library"
	need -fcf-protection 'x86 feature: IBT, SHSTK' --notes "$library"
done
# A call that the compiler knows to be in bounds needs no guard; some of the program's are left.
need -D_FORTIFY_SOURCE=2 ' __[a-z]+_chk(@|$)' --dyn-syms publicstake

# Without any flag: no stack that can be run, no text that is written to, no libraries from where the program was built.
readelf -W --program-headers publicstake | grep -qE 'GNU_STACK.* RW +0x' && verdict 'a stack that is not run' yes ||
	verdict 'a stack that is not run' no
readelf -W --dynamic publicstake | grep -qE 'TEXTREL|RPATH|RUNPATH' && verdict 'no TEXTREL, no RPATH' no ||
	verdict 'no TEXTREL, no RPATH' yes
exit $status
