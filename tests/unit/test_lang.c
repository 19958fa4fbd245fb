/* SPDX-License-Identifier: MIT
 *
 * base/lang: which language the environment and --lang give, and texts in two languages.
 */
#include "config.h"

#include "base/lang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

static void test_text(void **state)
{
	(void)state;
	char en[] = "dividend", ko[] = "배당";
	const struct text both = { { en, ko } }, only_ko = { { NULL, ko } }, only_en = { { en, NULL } };
	const struct text none = { { NULL, NULL } };
	assert_string_equal(text_in(&both, LANG_EN), "dividend");
	assert_string_equal(text_in(&both, LANG_KO), "배당");
	assert_string_equal(text_in(&only_en, LANG_KO), "dividend");
	assert_string_equal(text_in(&only_ko, LANG_EN), "배당");
	assert_string_equal(text_in(&none, LANG_KO), "");

	struct text copy = text_copy(&only_ko);
	assert_null(copy.in[LANG_EN]);
	assert_string_equal(copy.in[LANG_KO], "배당");
	assert_ptr_not_equal(copy.in[LANG_KO], only_ko.in[LANG_KO]);
	text_release(&copy);
	assert_null(copy.in[LANG_KO]);
}

static void environment(const char *all, const char *messages, const char *lang, const char *language)
{
	const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "LC_CTYPE" };
	const char *const values[] = { all, messages, lang, language, NULL };
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		if (values[i])
			setenv(names[i], values[i], 1);
		else
			unsetenv(names[i]);
	}
	setlocale(LC_ALL, "C");
}

static enum lang chosen(const char *wanted)
{
	enum lang lang;
	assert_int_equal(lang_init(wanted, NULL, &lang), 0);
	return lang;
}

/* A locale need not be installed to choose the language; one that isn't must not cost the encoding. */
static void test_environment(void **state)
{
	(void)state;
	environment(NULL, NULL, "C.UTF-8", NULL);
	assert_int_equal(chosen(NULL), LANG_EN);
	assert_true(lang_is_utf8());
	environment(NULL, NULL, "ko_KR.UTF-8", NULL);
	assert_int_equal(chosen(NULL), LANG_KO);
	assert_true(lang_is_utf8());
	environment(NULL, "en_US.UTF-8", "ko_KR.UTF-8", NULL);
	assert_int_equal(chosen(NULL), LANG_EN);
	environment("ko_KR.utf8", "en_US.UTF-8", "C", NULL);
	assert_int_equal(chosen(NULL), LANG_KO);
	environment(NULL, NULL, "C.UTF-8", "ko:en");
	assert_int_equal(chosen(NULL), LANG_KO);
	environment(NULL, NULL, "ko_KR.UTF-8", "de:en:ko");
	assert_int_equal(chosen(NULL), LANG_EN);
}

static void test_wanted(void **state)
{
	(void)state;
	environment(NULL, NULL, "C.UTF-8", NULL);
	assert_int_equal(chosen("ko"), LANG_KO);
	assert_string_equal(getenv("LANGUAGE"), "ko");
	environment(NULL, NULL, "ko_KR.UTF-8", NULL);
	assert_int_equal(chosen("en"), LANG_EN);
	enum lang lang;
	assert_int_equal(lang_init("fr", NULL, &lang), -1);
	assert_int_equal(lang_parse("ko", &lang), 0);
	assert_int_equal(lang, LANG_KO);
	assert_int_equal(lang_parse("KO", &lang), -1);
	assert_int_equal(lang_parse("", &lang), -1);
}

/* Where Hangul can't be shown it is English, whatever was asked for. */
static void test_no_hangul(void **state)
{
	(void)state;
	environment("C", NULL, NULL, NULL);
	assert_int_equal(chosen(NULL), LANG_EN);
	assert_false(lang_is_utf8());
	assert_int_equal(chosen("ko"), LANG_EN);
	environment(NULL, NULL, "ko_KR.NO-SUCH-CHARSET", NULL);
	assert_int_equal(chosen(NULL), LANG_EN);
}

/* Numbers keep their point, whatever the locale. */
static void test_numeric(void **state)
{
	(void)state;
	environment(NULL, NULL, "C.UTF-8", NULL);
	setenv("LC_NUMERIC", "de_DE.UTF-8", 1);
	chosen(NULL);
	assert_string_equal(localeconv()->decimal_point, ".");
	unsetenv("LC_NUMERIC");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text), cmocka_unit_test(test_environment), cmocka_unit_test(test_wanted),
		cmocka_unit_test(test_no_hangul), cmocka_unit_test(test_numeric),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
