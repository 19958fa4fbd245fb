/* SPDX-License-Identifier: MIT
 *
 * base/diags: a list of mistakes.
 */
#include "config.h"

#include "base/diags.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void says(const struct diags *diags, size_t i, const char *wanted)
{
	char *line = diags_line(diags, i);

	assert_string_equal(line, wanted);
	free(line);
}

static void test_lines(void **state)
{
	struct diags diags = DIAGS_INIT;

	(void)state;
	diags_add(&diags, "a.lua", 7, "`%s` is %d", "x", 3);
	diags_add(&diags, "a.lua", 0, "no line");
	diags_add(&diags, NULL, 0, "no file");
	diags_add(&diags, "", 4, "no file either");
	assert_int_equal(diags.count, 4);
	says(&diags, 0, "a.lua:7: `x` is 3");
	says(&diags, 1, "a.lua: no line");
	says(&diags, 2, "no file");
	says(&diags, 3, "no file either");
	diags_release(&diags);
	assert_int_equal(diags.count, 0);
	assert_null(diags.items);
	diags_release(&diags);
}

static void test_each_language(void **state)
{
	struct diags lists[LANG_COUNT] = { DIAGS_INIT, DIAGS_INIT };
	enum lang lang;

	(void)state;
	lang_init("ko", "locale", &lang);
	diags_add_each(lists, "a.lua", 7, N_("unknown name `%s`; did you mean `%s`?"), "a", "b");
	assert_int_equal(lang_of_messages(), LANG_KO);
	says(&lists[LANG_EN], 0, "a.lua:7: unknown name `a`; did you mean `b`?");
	says(&lists[LANG_KO], 0, "a.lua:7: `a` 이름은 없습니다. 혹시 `b`입니까?");
	lang_switch(LANG_EN);
	for (int i = 0; i < LANG_COUNT; i++)
		diags_release(&lists[i]);
}

static void test_the_same_once(void **state)
{
	struct diags diags = DIAGS_INIT;

	(void)state;
	for (int i = 0; i < 3; i++)
		diags_add(&diags, "a.lua", 7, "wrong");
	assert_int_equal(diags.count, 1);
	diags_add(&diags, "a.lua", 8, "wrong");
	diags_add(&diags, "b.lua", 7, "wrong");
	diags_add(&diags, "a.lua", 7, "wrong too");
	diags_add(&diags, NULL, 7, "wrong");
	assert_int_equal(diags.count, 5);
	diags_release(&diags);
}

static void test_order(void **state)
{
	struct diags diags = DIAGS_INIT;

	(void)state;
	diags_add(&diags, "b.lua", 1, "d");
	diags_add(&diags, "a.lua", 10, "c");
	diags_add(&diags, "a.lua", 9, "b");
	diags_add(&diags, "a.lua", 9, "a");
	diags_sort(&diags);
	says(&diags, 0, "a.lua:9: a");
	says(&diags, 1, "a.lua:9: b");
	says(&diags, 2, "a.lua:10: c");
	says(&diags, 3, "b.lua:1: d");
	diags_release(&diags);
	diags_sort(&diags);
}

static void test_too_many(void **state)
{
	struct diags diags = DIAGS_INIT;

	(void)state;
	for (int i = 0; i < 3 * DIAGS_MAX; i++)
		diags_add(&diags, "a.lua", i, "wrong");
	assert_int_equal(diags.count, DIAGS_MAX);
	says(&diags, 1, "a.lua:1: wrong");
	diags_release(&diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines), cmocka_unit_test(test_each_language), cmocka_unit_test(test_the_same_once),
		cmocka_unit_test(test_order), cmocka_unit_test(test_too_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
