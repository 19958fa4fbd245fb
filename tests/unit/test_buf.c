/* SPDX-License-Identifier: MIT
 *
 * base/buf: growing, taking, clearing, and what an untouched buffer gives.
 */
#include "config.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static void test_add(void **state)
{
	(void)state;
	struct buf buf = BUF_INIT;
	assert_string_equal(buf_text(&buf), "");
	buf_add(&buf, "ab");
	buf_add_char(&buf, 'c');
	buf_add_repeat(&buf, '-', 3);
	buf_add_bytes(&buf, "xyz", 2);
	buf_addf(&buf, "%d%s", 42, "!");
	assert_string_equal(buf_text(&buf), "abc---xy42!");
	assert_int_equal(buf.len, 11);
	buf_clear(&buf);
	assert_string_equal(buf_text(&buf), "");
	buf_add(&buf, "again");
	assert_string_equal(buf_text(&buf), "again");
	buf_release(&buf);
	assert_null(buf.text);
}

/* NULs in the middle count and stay. */
static void test_bytes(void **state)
{
	(void)state;
	struct buf buf = BUF_INIT;
	buf_add_bytes(&buf, "a\0b", 3);
	assert_int_equal(buf.len, 3);
	assert_memory_equal(buf.text, "a\0b", 4);
	buf_release(&buf);
}

static void test_grow(void **state)
{
	(void)state;
	struct buf buf = BUF_INIT;
	for (int i = 0; i < 100000; i++)
		buf_addf(&buf, "%05d", i);
	assert_int_equal(buf.len, 500000);
	assert_memory_equal(buf.text + 5 * 54321, "54321", 5);
	assert_int_equal(strlen(buf.text), buf.len);
	buf_add_repeat(&buf, 'z', 1000000);
	assert_int_equal(buf.len, 1500000);
	assert_int_equal(buf.text[buf.len - 1], 'z');
	buf_release(&buf);
}

static void test_take(void **state)
{
	(void)state;
	struct buf buf = BUF_INIT;
	char *empty = buf_take(&buf);
	assert_string_equal(empty, "");
	buf_add(&buf, "text");
	char *text = buf_take(&buf);
	assert_string_equal(text, "text");
	assert_int_equal(buf.len, 0);
	assert_string_equal(buf_text(&buf), "");
	buf_release(&buf);
	free(text);
	free(empty);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_add), cmocka_unit_test(test_bytes), cmocka_unit_test(test_grow),
			cmocka_unit_test(test_take),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
