# SPDX-License-Identifier: MIT

# PS_FLAGS(VARIABLE, FLAG...): appends to VARIABLE each compiler flag that compiles and links here without a warning.
AC_DEFUN([PS_FLAGS], [m4_foreach_w([ps_flag], [$2], [
	AC_CACHE_CHECK([whether $CC takes ps_flag], [AS_TR_SH([ps_cv_flag_]m4_defn([ps_flag]))], [
		ps_save=$CFLAGS; CFLAGS="$CFLAGS -Werror ps_flag"
		AC_LINK_IFELSE([AC_LANG_PROGRAM()],
			[AS_TR_SH([ps_cv_flag_]m4_defn([ps_flag]))=yes], [AS_TR_SH([ps_cv_flag_]m4_defn([ps_flag]))=no])
		CFLAGS=$ps_save])
	AS_IF([test $AS_TR_SH([ps_cv_flag_]m4_defn([ps_flag])) = yes], [AS_VAR_APPEND([$1], [" ps_flag"])])])
	AC_SUBST([$1])])

# PS_NEED_FLAGS(VARIABLE, SWITCH, FLAGS): the same for flags that belong together and that SWITCH can't do without.
AC_DEFUN([PS_NEED_FLAGS], [
	ps_save=$CFLAGS; CFLAGS="$CFLAGS $3"
	AC_MSG_CHECKING([whether $CC takes $3])
	AC_LINK_IFELSE([AC_LANG_PROGRAM()], [AC_MSG_RESULT([yes])], [AC_MSG_RESULT([no])
		AC_MSG_ERROR([$2 needs a compiler that takes $3])])
	CFLAGS=$ps_save
	AS_VAR_APPEND([$1], [" $3"])])

# PS_LIBRARY(NAME, HEADER, FUNCTION, LIBRARY, PACKAGE): a library without a pkg-config module; sets NAME_LIBS.
AC_DEFUN([PS_LIBRARY], [
	AC_CHECK_HEADER([$2], [], [AC_MSG_ERROR([$2 is missing; on Debian install $5])])
	AC_CHECK_LIB([$4], [$3], [AC_SUBST([$1_LIBS], [-l$4])], [AC_MSG_ERROR([lib$4 is missing; on Debian install $5])])])

# PS_FORTIFY: guarded libc calls, which need an optimising compiler, and would hide errors from the sanitizers.
AC_DEFUN([PS_FORTIFY], [
	AS_CASE(["$PS_CFLAGS"], [*-fsanitize*], [], [AC_COMPILE_IFELSE([AC_LANG_PROGRAM([
		#if !defined __OPTIMIZE__ || defined _FORTIFY_SOURCE
		#error
		#endif])], [PS_CPPFLAGS=-D_FORTIFY_SOURCE=2])])
	AC_SUBST([PS_CPPFLAGS])])

# PS_AVX2: on x86-64 the kernels are compiled once more for AVX2, beside those for what every CPU of the family has.
AC_DEFUN([PS_AVX2], [
	AC_MSG_CHECKING([whether $CC compiles for AVX2 too])
	ps_save=$CFLAGS; CFLAGS="$CFLAGS -mavx2 -mno-fma"
	AC_COMPILE_IFELSE([AC_LANG_PROGRAM([
		#if !defined __x86_64__ || !defined __AVX2__ || defined __FMA__
		#error
		#endif])], [avx2=yes; AC_DEFINE([HAVE_AVX2_KERNELS], [1], [the kernels are there for AVX2 too])], [avx2=no])
	CFLAGS=$ps_save
	AC_MSG_RESULT([$avx2])
	AM_CONDITIONAL([AVX2_KERNELS], [test $avx2 = yes])])
