/* SPDX-License-Identifier: MIT
 *
 * base/err: setting, context in front, cutting on a character boundary, callers who don't want to know.
 */
#include "config.h"

#include "base/alloc.h"
#include "base/err.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static void test_set(void **state)
{
	(void)state;
	struct err err;
	assert_int_equal(err_set(&err, "a.lua:%d: %s", 3, "wrong"), -1);
	assert_string_equal(err.text, "a.lua:3: wrong");
	assert_int_equal(err_set(NULL, "nobody %s", "asks"), -1);
	assert_int_equal(err_prefix(NULL, "nobody"), -1);
}

static void test_errno(void **state)
{
	(void)state;
	struct err err;
	errno = ENOENT;
	assert_int_equal(err_set_errno(&err, "x.csv"), -1);
	assert_string_equal(err.text, "x.csv: No such file or directory");
	errno = ENOENT;
	assert_int_equal(err_set_errno(NULL, "x.csv"), -1);
	errno = EPERM;
	assert_int_equal(err_set_errno(&err, "x.csv"), -1);
	assert_string_equal(err.text, "x.csv: permission denied");
	errno = ENOSPC;
	assert_int_equal(err_set_errno(&err, "x.csv"), -1);
	assert_string_equal(err.text, "x.csv: the disk is full");
	errno = EROFS;
	assert_int_equal(err_set_errno(&err, "x.csv"), -1);
	assert_string_equal(err.text, "x.csv: the file system is read-only");
}

static void test_reason(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{ "a/b: c/journal: can't be written: the disk is full", "the disk is full" },
		{ "x: can't be written: permission denied; check the file", "permission denied" },
		{ "a: 권한이 없음. 파일을 보세요", "권한이 없음" }, { "no home; set it", "no home" }, { "there", "there" }, { "", "" },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char *reason = err_reason(cases[i][0]);

		assert_string_equal(reason, cases[i][1]);
		free(reason);
	}
}

static void test_prefix(void **state)
{
	(void)state;
	struct err err;
	err_set(&err, "inner");
	assert_int_equal(err_prefix(&err, "outer %d: ", 1), -1);
	assert_string_equal(err.text, "outer 1: inner");
}

/* Whatever the length in front, a cut never leaves half a syllable. */
static void test_cut(void **state)
{
	(void)state;
	char many[3 * 600 + 1];
	for (int i = 0; i < 600; i++)
		memcpy(many + 3 * i, "가", 3);
	many[sizeof many - 1] = '\0';
	for (int shift = 0; shift < 4; shift++) {
		struct err err;
		err_set(&err, "%.*s%s", shift, "xxxx", many);
		assert_true(strlen(err.text) > ERR_TEXT_MAX - 8);
		assert_true(text_is_utf8(err.text));
		err_prefix(&err, "나%s", "");
		assert_true(text_is_utf8(err.text));
		assert_true(strlen(err.text) < ERR_TEXT_MAX);
	}
}

/* A text that just fits is left whole. */
static void test_full(void **state)
{
	(void)state;
	char text[ERR_TEXT_MAX];
	memset(text, 'x', sizeof text);
	memcpy(text + sizeof text - 4, "가", 4);
	struct err err;
	err_set(&err, "%s", text);
	assert_string_equal(err.text, text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_set), cmocka_unit_test(test_errno), cmocka_unit_test(test_reason), cmocka_unit_test(test_prefix),
		cmocka_unit_test(test_cut), cmocka_unit_test(test_full),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
