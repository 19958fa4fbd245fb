/* SPDX-License-Identifier: MIT
 *
 * ui/term_kind: what terminals can show, by their names.
 */
#include "config.h"

#include "ui/term_kind.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/alloc.h"

static void test_fonts(void **state)
{
	static const char *const poor[] = { "linux", "linux-16color", "vt100", "vt220", "ansi", "cons25" };
	static const char *const rich[] = { "xterm", "xterm-256color", "tmux-256color", "screen", "foot", "fbterm", "", NULL };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(poor); i++) {
		assert_false(term_kind_has_hangul(poor[i]));
		assert_int_equal(term_kind_glyphs(poor[i], true), GLYPHS_ASCII);
	}
	for (size_t i = 0; i < ARRAY_LEN(rich); i++) {
		assert_true(term_kind_has_hangul(rich[i]));
		assert_int_equal(term_kind_glyphs(rich[i], true), GLYPHS_BRAILLE);
		assert_int_equal(term_kind_glyphs(rich[i], false), GLYPHS_ASCII);
	}
}

static void test_colours(void **state)
{
	(void)state;
	assert_true(term_kind_is_true("truecolor"));
	assert_true(term_kind_is_true("24bit"));
	assert_false(term_kind_is_true("yes"));
	assert_false(term_kind_is_true(""));
	assert_false(term_kind_is_true(NULL));
	assert_true(term_kind_is_light("0;15"));
	assert_true(term_kind_is_light("0;default;7"));
	assert_false(term_kind_is_light("15;0"));
	assert_false(term_kind_is_light("15"));
	assert_false(term_kind_is_light(NULL));
}

static void assert_direct(const char *type, int i, const char *expected)
{
	char *name = term_kind_direct(type, i);

	if (expected)
		assert_string_equal(name, expected);
	else
		assert_null(name);
	free(name);
}

static void test_direct(void **state)
{
	(void)state;
	assert_direct("xterm-256color", 0, "xterm-direct");
	assert_direct("tmux-256color", 0, "tmux-direct");
	assert_direct("foot", 0, "foot-direct");
	assert_direct("foot", 1, "xterm-direct");
	assert_direct("foot", 2, NULL);
	assert_direct("screen-256color", 0, "screen-direct");
	assert_direct("screen-256color", 1, NULL);
	assert_direct("linux", 1, NULL);
	assert_direct("", 0, NULL);
	assert_direct(NULL, 0, NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fonts),
		cmocka_unit_test(test_colours),
		cmocka_unit_test(test_direct),
	};
	return cmocka_run_group_tests_name("term_kind", tests, NULL, NULL);
}
