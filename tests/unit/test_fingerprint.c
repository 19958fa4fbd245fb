/* SPDX-License-Identifier: MIT
 *
 * base/fingerprint: known values, and that every kind of change shows.
 */
#include "config.h"

#include "base/fingerprint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static void of(char text[FINGERPRINT_TEXT_MAX], const char *name, const char *bytes)
{
	struct fingerprint fingerprint = FINGERPRINT_INIT;
	fingerprint_add(&fingerprint, name, bytes, strlen(bytes));
	fingerprint_text(&fingerprint, text);
}

/* The offset basis of FNV-1a, and one value computed by hand from its definition (lengths as eight bytes, lowest
 * first). */
static void test_known(void **state)
{
	(void)state;
	struct fingerprint fingerprint = FINGERPRINT_INIT;
	char text[FINGERPRINT_TEXT_MAX];
	assert_string_equal(fingerprint_text(&fingerprint, text), "cbf29ce484222325");

	uint64_t hash = UINT64_C(14695981039346656037);
	const unsigned char fed[] = { 1, 0, 0, 0, 0, 0, 0, 0, 'n', 2, 0, 0, 0, 0, 0, 0, 0, 'h', 'i' };
	for (size_t i = 0; i < sizeof fed; i++)
		hash = (hash ^ fed[i]) * UINT64_C(1099511628211);
	fingerprint_add(&fingerprint, "n", "hi", 2);
	assert_true(fingerprint.hash == hash);
}

static void test_changes(void **state)
{
	(void)state;
	char a[FINGERPRINT_TEXT_MAX], b[FINGERPRINT_TEXT_MAX];
	of(a, "x.lua", "return 1");
	assert_int_equal(strlen(a), 16);
	of(b, "x.lua", "return 1");
	assert_string_equal(a, b);
	of(b, "x.lua", "return 2");
	assert_string_not_equal(a, b);
	of(b, "y.lua", "return 1");
	assert_string_not_equal(a, b);
	/* What ends the name may not begin the content. */
	of(b, "x.luar", "eturn 1");
	assert_string_not_equal(a, b);
}

static void test_order(void **state)
{
	(void)state;
	struct fingerprint ab = FINGERPRINT_INIT, ba = FINGERPRINT_INIT;
	fingerprint_add(&ab, "a", "1", 1);
	fingerprint_add(&ab, "b", "2", 1);
	fingerprint_add(&ba, "b", "2", 1);
	fingerprint_add(&ba, "a", "1", 1);
	assert_true(ab.hash != ba.hash);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known), cmocka_unit_test(test_changes), cmocka_unit_test(test_order),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
