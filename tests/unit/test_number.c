/* SPDX-License-Identifier: MIT
 *
 * base/number: exact text and back, cells of data files, and what people type.
 */
#include "config.h"

#include "base/number.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"

static void assert_exact(double value, const char *expected)
{
	char text[NUMBER_TEXT_MAX];
	assert_string_equal(number_exact(value, text), expected);
}

static void test_exact(void **state)
{
	(void)state;
	assert_exact(0, "0");
	assert_exact(-0.0, "-0");
	assert_exact(0.1, "0.1");
	assert_exact(1.0 / 3, "0.3333333333333333");
	assert_exact(0.1 + 0.2, "0.30000000000000004");
	assert_exact(2028, "2028");
	assert_exact(1e300, "1e+300");
	assert_exact(123456789012, "123456789012");
	assert_exact(5e-324, "5e-324");
	assert_exact(DBL_MAX, "1.7976931348623157e+308");
	assert_exact(NAN, "nan");
	assert_exact(-NAN, "nan");
	assert_exact(INFINITY, "inf");
	assert_exact(-INFINITY, "-inf");
}

static void test_count(void **state)
{
	(void)state;
	char text[NUMBER_TEXT_MAX];
	assert_string_equal(number_count(0, text), "0");
	assert_string_equal(number_count(999, text), "999");
	assert_string_equal(number_count(1000, text), "1,000");
	assert_string_equal(number_count(20000, text), "20,000");
	assert_string_equal(number_count(1234567, text), "1,234,567");
	/* More than a double can tell apart. */
	assert_string_equal(number_count(SIZE_MAX, text), SIZE_MAX > UINT32_MAX ? "18,446,744,073,709,551,615" : "4,294,967,295");
}

static void test_whole(void **state)
{
	(void)state;
	assert_int_equal(number_whole("12", 0, 100), 12);
	assert_int_equal(number_whole("-12", -100, 100), -12);
	assert_int_equal(number_whole("+3 rows", 0, 100), 3);
	assert_int_equal(number_whole("", -5, 5), 0);
	assert_int_equal(number_whole("x", 1, 5), 1);
	assert_int_equal(number_whole("101", 0, 100), 100);
	assert_int_equal(number_whole("99999999999999999999", -7, 7), 7);
	assert_int_equal(number_whole("-99999999999999999999", -7, 7), -7);
}

/* Doubles of all sizes, by a fixed sequence of bits, come back bit for bit, and 16 digits are written only where 15
 * won't do. */
static void test_round_trip(void **state)
{
	(void)state;
	uint64_t bits = 88172645463325252u;
	for (int i = 0; i < 20000; i++) {
		bits ^= bits << 13;
		bits ^= bits >> 7;
		bits ^= bits << 17;
		double value, back;
		memcpy(&value, &bits, sizeof value);
		if (!isfinite(value))
			continue;
		if (i % 2)
			value = (double)(int64_t)(bits >> 40) / 1000;
		char text[NUMBER_TEXT_MAX];
		number_exact(value, text);
		assert_int_equal(number_parse(text, &back, NULL), 0);
		assert_memory_equal(&value, &back, sizeof value);
		int digits = 0;
		for (const char *p = text + strspn(text, "-0."); *p && *p != 'e'; p++)
			digits += *p != '.';
		if (digits > 15) {
			char shorter[40];
			snprintf(shorter, sizeof shorter, "%.15g", value);
			assert_true(strtod(shorter, NULL) != value);
		}
	}
}

static void test_parse(void **state)
{
	(void)state;
	static const char *const wrong[] = {
		"", " ", "1 ", " 1", "1,000", "0x10", "1e", "1e+", ".", "-", "--1", "1.2.3", "NaN", "infinity", "1d", "１",
		"1\xC2\xA0",
	};
	double value = 7;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		struct err err = { "" };
		if (number_parse(wrong[i], &value, &err) == 0)
			fail_msg("%s was read as %g", wrong[i], value);
		assert_true(*err.text);
	}
	assert_true(value == 7);
	assert_int_equal(number_parse("-1.5e3", &value, NULL), 0);
	assert_true(value == -1500);
	assert_int_equal(number_parse("+.5", &value, NULL), 0);
	assert_true(value == 0.5);
	assert_int_equal(number_parse("5.", &value, NULL), 0);
	assert_true(value == 5);
	assert_int_equal(number_parse("nan", &value, NULL), 0);
	assert_true(isnan(value));
	assert_int_equal(number_parse("-inf", &value, NULL), 0);
	assert_true(isinf(value) && value < 0);
	assert_int_equal(number_parse("1e-400", &value, NULL), 0);
	assert_true(value == 0);

	struct err err;
	assert_int_equal(number_parse("1e400", &value, &err), -1);
	assert_non_null(strstr(err.text, "too large"));
	assert_int_equal(number_parse("12\033[2J", &value, &err), -1);
	assert_null(strchr(err.text, '\033'));
	/* More digits than any number needs. */
	char many[2000];
	memset(many, '9', sizeof many - 1);
	many[sizeof many - 1] = '\0';
	assert_int_equal(number_parse(many, &value, &err), -1);
	assert_true(strlen(err.text) < 200);
}

static void assert_cell(const char *text, double expected)
{
	struct err err = { "" };
	double value;
	if (number_parse_cell(text, strlen(text), &value, &err) < 0)
		fail_msg("%s: %s", text, err.text);
	if (value != expected)
		fail_msg("%s: %.17g, not %.17g", text, value, expected);
}

static void test_cell(void **state)
{
	(void)state;
	assert_cell("12", 12);
	assert_cell("  -12.5\t", -12.5);
	assert_cell("+3", 3);
	assert_cell("1,234.5", 1234.5);
	assert_cell("1,234,567", 1234567);
	assert_cell("12,345", 12345);
	assert_cell("123,456.75", 123456.75);
	assert_cell("-1,234e-2", -12.34);
	assert_cell("0.1", 0.1);

	static const char *const commas[] = {
		"12,5", "1,23", "1,2345", "1234,567", "1,", "1,,000", "12,345,6", "1,000,00",
	};
	static const char *const wrong[] = {
		"", "   ", "abc", "12abc", "12 5", "nan", "inf", "1.5.2", ",5", "--1", "0x1F", "5%", "1e999",
	};
	double value;
	struct err err;
	for (size_t i = 0; i < ARRAY_LEN(commas); i++) {
		assert_int_equal(number_parse_cell(commas[i], strlen(commas[i]), &value, &err), -1);
		assert_non_null(strstr(err.text, commas[i]));
		assert_non_null(strstr(err.text, "12.5"));
	}
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++)
		assert_int_equal(number_parse_cell(wrong[i], strlen(wrong[i]), &value, &err), -1);
	assert_int_equal(number_parse_cell("1\0" "2", 3, &value, &err), -1);
	assert_int_equal(number_parse_cell("", 0, &value, &err), -1);
	assert_string_equal(err.text, "a number is missing");
	/* The length counts, not the NUL. */
	assert_int_equal(number_parse_cell("123xyz", 3, &value, &err), 0);
	assert_true(value == 123);
}

static void assert_fixed(double value, int decimals, bool group, const char *expected)
{
	struct buf buf = BUF_INIT;
	number_fixed(&buf, value, decimals, group);
	assert_string_equal(buf_text(&buf), expected);
	buf_release(&buf);
}

static void test_fixed(void **state)
{
	(void)state;
	assert_fixed(1234.5, 2, true, "1,234.50");
	assert_fixed(1234.5, 2, false, "1234.50");
	assert_fixed(-1234567, 0, true, "-1,234,567");
	assert_fixed(999, 0, true, "999");
	assert_fixed(-999, 0, true, "-999");
	assert_fixed(0.05, 1, true, "0.1");
	assert_fixed(-0.01, 1, true, "0.0");
	assert_fixed(-0.0, 0, true, "0");
	assert_fixed(NAN, 2, true, "nan");
	assert_fixed(-INFINITY, 2, true, "-inf");
	assert_fixed(12, -3, true, "12");
}

static void test_round(void **state)
{
	(void)state;
	static const struct {
		double value;
		int digits;
		double rounded;
		int decimals;
	} cases[] = {
		{ 12.345, 3, 12.3, 1 }, { 12.04, 3, 12, 0 }, { 412345, 3, 412000, 0 }, { 0.012345, 2, 0.012, 3 },
		{ 999.96, 4, 1000, 0 },
		{ -0.5, 3, -0.5, 1 }, { 0, 3, 0, 0 }, { 1e-7, 1, 1e-7, 7 }, { 123.456, 0, 100, 0 },
	};
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		int decimals = -1;
		assert_true(number_round(cases[i].value, cases[i].digits, &decimals) == cases[i].rounded);
		assert_int_equal(decimals, cases[i].decimals);
	}
}

static const struct {
	const char *text, *unit;
	double value;
} typed[] = {
	/* Bare numbers are in the unit itself. */
	{ "12", "trn KRW", 12 }, { "0.35", "share of equity", 0.35 }, { "2.5e3", "GPU", 2500 }, { "-3", "index", -3 },
	{ "+3", "", 3 },
	{ "1,450", "KRW/USD", 1450 }, { "  7  ", "year", 7 }, { ".5", "share", 0.5 }, { "12", NULL, 12 },
	/* Per cent. */
	{ "35%", "share of equity", 0.35 }, { "35 %", "share", 0.35 }, { "2.5%", "share of land value per year", 0.025 },
	{ "2.5%/년", "share per year", 0.025 }, { "연 2.5%", "share per year", 0.025 }, { "35퍼센트", "share", 0.35 },
	{ "35 percent", "share", 0.35 }, { "35%", "index", 0.35 }, { "35%", "%", 35 }, { "35", "%", 35 },
	{ "-1%", "1/year", -0.01 },
	/* Korean powers. */
	{ "12조", "trn KRW", 12 }, { "3,000억", "trn KRW", 0.3 }, { "3000억 원", "trn KRW/year", 0.3 },
	{ "1조 2,000억", "trn KRW", 1.2 },
	{ "1조2천억원", "trn KRW", 1.2 }, { "1.5조", "trn KRW", 1.5 }, { "-3조", "trn KRW", -3 }, { "1경", "trn KRW", 10000 },
	{ "5만", "GPU", 50000 }, { "5만 2,000장", "GPU", 52000 }, { "26만 장", "GPU", 260000 }, { "천억", "trn KRW", 0.1 },
	{ "3천5백만원", "mn KRW", 35 }, { "만원", "mn KRW", 0.01 }, { "5만원", "mn KRW", 0.05 }, { "1억 1,100만 원", "mn KRW", 111 },
	{ "5,170만 명", "mn persons", 51.7 }, { "5,100억 달러", "bn USD", 510 }, { "1십2", "GPU", 12 },
	/* English powers. */
	{ "12 trn", "trn KRW", 12 }, { "300 bn", "trn KRW", 0.3 }, { "300bn KRW", "trn KRW", 0.3 },
	{ "12 trillion won", "trn KRW", 12 },
	{ "40 mn", "mn KRW", 40 }, { "5k", "GPU", 5000 }, { "5K", "GPU", 5000 }, { "1.5m", "GPU", 1500000 },
	{ "2 thousand GPUs", "GPU", 2000 },
	{ "8 trn USD", "bn USD", 8000 }, { "5k", "kW", 5000 }, { "100 mn barrels/day", "mn barrels/day", 100 },
	/* The unit's own words. */
	{ "500 KRW", "trn KRW", 5e-10 }, { "40만원/월", "KRW per person and month", 400000 },
	{ "월 40만원", "KRW per person and month", 400000 },
	{ "412,000 KRW/month", "KRW per person and month", 412000 }, { "34.7 USD", "USD per user and month", 34.7 },
	{ "$34.7", "USD per user and month", 34.7 }, { "₩5,000", "KRW/month", 5000 }, { "연 12", "trn KRW/year", 12 },
	{ "12/year", "trn KRW/year", 12 }, { "12 trn KRW/year", "trn KRW/year", 12 },
	{ "12 trn KRW a year", "trn KRW/year", 12 },
	{ "3,200 KRW/GPU-hour", "KRW per GPU-hour", 3200 }, { "1450원/달러", "KRW/USD", 1450 }, { "2028년", "year", 2028 },
	{ "4 years", "years", 4 }, { "4년", "year", 4 }, { "5 kW", "kW", 5 }, { "52,000 GPUs", "GPU", 52000 },
	{ "12 trn widgets", "trn widgets", 12 }, { "3조", "trn widgets", 3 }, { "7 Widgets", "widgets", 7 },
	/* Other forms of the same characters. */
	{ "−3", "index", -3 }, { "–3", "index", -3 }, { "５만", "GPU", 50000 }, { "３５％", "share", 0.35 },
	{ "１２，０００", "GPU", 12000 },
	{ "12\xC2\xA0" "조", "trn KRW", 12 },
	/* Decomposed Hangul, as some systems type it: U+110C U+1169 for 조. */
	{ "12\xE1\x84\x8C\xE1\x85\xA9", "trn KRW", 12 },
	/* Switches. */
	{ "on", "off/on", 1 }, { "Off", "off/on", 0 }, { "켬", "off/on", 1 }, { "끔", "off/on", 0 }, { "yes", "off/on", 1 },
	{ "1", "off/on", 1 },
	{ "adults", "all residents / adults", 1 }, { "All residents", "all residents / adults", 0 },
	{ "성인만", "all residents / adults", 1 },
};

static void test_typed(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(typed); i++) {
		struct err err = { "" };
		double value = NAN;
		if (number_parse_typed(typed[i].text, typed[i].unit, &value, &err) < 0)
			fail_msg("\"%s\" for %s: %s", typed[i].text, typed[i].unit, err.text);
		if (fabs(value - typed[i].value) > 1e-15 * fabs(typed[i].value))
			fail_msg("\"%s\" for %s: %.17g, not %.17g", typed[i].text, typed[i].unit, value, typed[i].value);
	}
}

/* `hundredths` with words after them give that many of ten to `power`. */
static void assert_typed(const char *unit, const char *words, int hundredths, int power)
{
	char text[40], decimal[40];
	double value = NAN;
	snprintf(text, sizeof text, "%d.%02d%s", hundredths / 100, hundredths % 100, words);
	snprintf(decimal, sizeof decimal, "%de%d", hundredths, power);
	assert_int_equal(number_parse_typed(text, unit, &value, NULL), 0);
	if (value != strtod(decimal, NULL))
		fail_msg("%s for %s: %.17g, not %s", text, unit, value, decimal);
}

/* The ends of ranges can be typed as they are shown: what is scaled is the very double of its decimal number. */
static void test_typed_exactly(void **state)
{
	(void)state;
	for (int i = 0; i < 20000; i++) {
		assert_typed("share of value", "%", i, -4);
		assert_typed("trn KRW", "십억", i, -5);
		assert_typed("trn KRW", " bn KRW", i, -5);
		assert_typed("mn KRW/month", "만원", i, -4);
		assert_typed("mn KRW/month", "", i, -2);
	}
}

static const struct {
	const char *text, *unit, *says;
} mistyped[] = {
	{ "", "GPU", "a number is missing" }, { "   ", "GPU", "a number is missing" },
	{ "abc", "GPU", "a number is missing" },
	{ "-", "GPU", "a number is missing" }, { "원", "trn KRW", "a number is missing" },
	{ "12,5", "trn KRW", "groups of three" }, { "1,2345", "GPU", "groups of three" },
	{ "35%", "trn KRW", "per cent does not fit" }, { "35%", "year", "per cent does not fit" },
	{ "50%", "off/on", "per cent does not fit" },
	{ "300 bn KRW", "bn USD", "does not fit the unit bn USD" }, { "5만원", "GPU", "does not fit the unit GPU" },
	{ "12 parsecs", "GPU", "does not fit the unit" }, { "12 parsecs", "", "is not known" },
	{ "12 5", "GPU", "does not fit" },
	{ "2억 5조", "trn KRW", "from large to small" }, { "5백3천", "GPU", "from large to small" },
	{ "3만 2만", "GPU", "from large to small" },
	{ "5만k", "GPU", "does not fit" }, { "1e400", "GPU", "too large" }, { "nan", "GPU", "missing" },
	{ "inf", "GPU", "missing" },
	{ "0x10", "GPU", "does not fit" }, { "1.2.3", "GPU", "does not fit" }, { "5e", "GPU", "does not fit" },
	{ "--3", "GPU", "missing" },
	{ "12\033[31m", "GPU", "␛" }, { "12\xFF", "GPU", "not text" }, { "maybe", "off/on", "on or off" },
};

/* Each says what is wrong and what is accepted, in one line that a terminal can show. */
static void test_mistyped(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(mistyped); i++) {
		struct err err = { "" };
		double value;
		if (number_parse_typed(mistyped[i].text, mistyped[i].unit, &value, &err) == 0)
			fail_msg("\"%s\" for %s was read as %g", mistyped[i].text, mistyped[i].unit, value);
		if (!strstr(err.text, mistyped[i].says))
			fail_msg("\"%s\" for %s: %s", mistyped[i].text, mistyped[i].unit, err.text);
		assert_non_null(strstr(err.text, "write"));
		assert_null(strpbrk(err.text, "\033\n"));
	}
	char many[5000];
	memset(many, '1', sizeof many - 1);
	many[sizeof many - 1] = '\0';
	struct err err;
	double value;
	assert_int_equal(number_parse_typed(many, "GPU", &value, &err), -1);
	assert_non_null(strstr(err.text, "too long"));
}

/* With a comma as the locale's decimal mark nothing changes. */
static void test_locale(void **state)
{
	static const char *const locales[] = { "de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8" };
	bool set = false;
	for (size_t i = 0; i < ARRAY_LEN(locales) && !set; i++)
		set = setlocale(LC_ALL, locales[i]) != NULL;
	if (!set)
		skip();
	assert_string_equal(localeconv()->decimal_point, ",");
	test_exact(state);
	test_parse(state);
	test_cell(state);
	test_fixed(state);
	test_round(state);
	test_typed(state);
	setlocale(LC_ALL, "C");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_exact), cmocka_unit_test(test_count), cmocka_unit_test(test_whole),
		cmocka_unit_test(test_round_trip), cmocka_unit_test(test_parse), cmocka_unit_test(test_cell),
		cmocka_unit_test(test_fixed), cmocka_unit_test(test_round),
		cmocka_unit_test(test_typed), cmocka_unit_test(test_typed_exactly), cmocka_unit_test(test_mistyped),
		cmocka_unit_test(test_locale),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
