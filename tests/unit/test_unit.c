/* SPDX-License-Identifier: MIT
 *
 * base/unit: units taken apart, and their values, changes, labels and axes in both languages.
 */
#include "config.h"

#include "base/unit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/number.h"
#include "base/text.h"

static void test_parse(void **state)
{
	(void)state;
	static const struct {
		const char *name;
		enum unit_kind kind;
		double scale;
		bool noun, per;
	} cases[] = {
		{ "trn KRW", UNIT_AMOUNT, 1e12, true, false }, { "trn KRW/year", UNIT_AMOUNT, 1e12, true, true },
		{ "bn USD/yr", UNIT_AMOUNT, 1e9, true, true }, { "KRW per person and month", UNIT_AMOUNT, 1, true, true },
		{ "KRW per GPU-hour", UNIT_AMOUNT, 1, true, true }, { "KRW/GPU-hour", UNIT_AMOUNT, 1, true, true },
		{ "GPU", UNIT_AMOUNT, 1, true, false }, { "mn persons", UNIT_AMOUNT, 1e6, true, false },
		{ "KRW/kWh", UNIT_AMOUNT, 1, true, true }, { "KRW/USD", UNIT_AMOUNT, 1, true, true },
		{ "kW", UNIT_AMOUNT, 1, true, false },
		{ "mn barrels/day", UNIT_AMOUNT, 1e6, true, true }, { "mn KRW/GPU", UNIT_AMOUNT, 1e6, true, true },
		{ "years", UNIT_AMOUNT, 1, true, false }, { "widgets", UNIT_AMOUNT, 1, false, false },
		{ "KRW/trip", UNIT_AMOUNT, 1, false, false }, { "share of equity", UNIT_SHARE, 1, false, false },
		{ "of the fund per year", UNIT_SHARE, 1, false, true }, { "1/year", UNIT_SHARE, 1, false, true },
		{ "%/yr", UNIT_PERCENT, 1, false, true }, { "%", UNIT_PERCENT, 1, false, false },
		{ "index", UNIT_PLAIN, 1, false, false },
		{ "", UNIT_PLAIN, 1, false, false }, { "year", UNIT_YEAR, 1, true, false },
		{ "off/on", UNIT_SWITCH, 1, false, false },
		{ "all residents / adults", UNIT_SWITCH, 1, false, false },
	};
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct unit unit = unit_parse(cases[i].name);
		if (unit.kind != cases[i].kind || unit.scale != cases[i].scale || !unit.noun == cases[i].noun ||
		    !unit.per == cases[i].per)
			fail_msg("%s: kind %d, scale %g, noun %d, per %d", cases[i].name, unit.kind, unit.scale, !!unit.noun,
				!!unit.per);
	}
	assert_int_equal(unit_parse(NULL).kind, UNIT_PLAIN);
}

static void check(void (*format)(struct buf *, double, const char *, enum lang, int), double value, const char *unit,
	int digits, enum lang lang, const char *expected)
{
	struct buf buf = BUF_INIT;
	format(&buf, value, unit, lang, digits);
	if (strcmp(buf_text(&buf), expected))
		fail_msg("%.17g %s: \"%s\", not \"%s\"", value, unit, buf_text(&buf), expected);
	buf_release(&buf);
}

static void test_format(void **state)
{
	(void)state;
	static const struct {
		double value;
		const char *unit;
		int digits;
		const char *en, *ko;
	} cases[] = {
		{ 12.34, "trn KRW", 3, "12.3 trn KRW", "12.3조 원" }, { 0.345, "trn KRW", 3, "345 bn KRW", "3,450억 원" },
		{ 0.99996, "trn KRW", 3, "1 trn KRW", "1조 원" }, { 0.99996, "trn KRW", 5, "999.96 bn KRW", "9,999.6억 원" },
		{ -0.00045, "trn KRW/year", 3, "-450 mn KRW/year", "-4.5억 원/년" },
		{ 12500, "trn KRW", 3, "12,500 trn KRW", "12,500조 원" },
		{ 0, "trn KRW", 3, "0 KRW", "0원" }, { 1e-17, "trn KRW", 3, "0 KRW", "0원" },
		{ -1e-25, "trn KRW", 3, "0 KRW", "0원" },
		{ 111, "mn KRW", 3, "111 mn KRW", "1.11억 원" }, { 0.05, "mn KRW", 3, "50,000 KRW", "5만 원" },
		{ 510, "bn USD/year", 3, "510 bn USD/year", "5,100억 달러/년" }, { 8000, "bn USD", 3, "8 trn USD", "8조 달러" },
		{ 412345, "KRW per person and month", 3, "412,000 KRW/month", "41만 2,000원/월" },
		{ 412345, "KRW per person and month", 6, "412,345 KRW/month", "41만 2,345원/월" },
		{ -412345, "KRW per person and month", 3, "-412,000 KRW/month", "-41만 2,000원/월" },
		{ 412, "KRW per person and month", 3, "412 KRW/month", "412원/월" },
		{ 34.71, "USD per user and month", 3, "34.7 USD/month", "34.7달러/월" },
		{ 52000, "GPU", 3, "52,000 GPUs", "5만 2,000장" }, { 1, "GPU", 3, "1 GPU", "1장" },
		{ 260000, "GPU", 3, "260,000 GPUs", "26만 장" },
		{ 51.67, "mn persons", 3, "51.7 mn persons", "5,170만 명" }, { 1304, "firms", 3, "1,300 firms", "1,300개사" },
		{ 3214.5, "KRW per GPU-hour", 3, "3,210 KRW/GPU-hour", "3,210원/GPU시간" },
		{ 181, "KRW/kWh", 3, "181 KRW/kWh", "181원/kWh" },
		{ 1450, "KRW/USD", 4, "1,450 KRW/USD", "1,450원/달러" }, { 1.45, "kW", 3, "1.45 kW", "1.45kW" },
		{ 100, "mn barrels/day", 3, "100 mn barrels/day", "1억 배럴/일" },
		{ 100, "USD/barrel", 3, "100 USD/barrel", "100달러/배럴" },
		{ 0.345, "share of equity", 3, "34.5 %", "34.5%" }, { 1, "share", 3, "100 %", "100%" },
		{ 1e-18, "share", 3, "0 %", "0%" },
		{ 0.025, "of market value per year, paid in new shares", 3, "2.5 %/year", "연 2.5%" },
		{ 0.017, "1/year", 3, "1.7 %/year", "연 1.7%" },
		{ 2.5, "%/yr", 3, "2.5 %/year", "연 2.5%" }, { 35, "%", 3, "35 %", "35%" },
		{ 2028, "year", 3, "2028", "2028년" }, { 2064.75, "year", 3, "2064", "2064년" },
		{ 2064.75, "year", 6, "2064.75", "2064.75년" },
		{ 4, "year", 3, "4 years", "4년" }, { 1, "years", 3, "1 year", "1년" }, { 2.5, "years", 3, "2.5 years", "2.5년" },
		{ 0.325, "index", 3, "0.325", "0.325" }, { 12345.6, "", 3, "12,300", "12,300" },
		{ 1.5e-6, "index", 3, "1.5e-06", "1.5e-06" },
		{ 35, "percent", 3, "35 %", "35%" }, { 2.5, "percent per year", 3, "2.5 %/year", "연 2.5%" },
		{ 1.56, "bn", 3, "1.56 bn", "15.6억" }, { 0.5, "per year", 3, "50 %/year", "연 50%" },
		{ 3, "rank", 3, "3 rank", "3 위" }, { 13600, "USD/adult/year", 3, "13,600 USD/year", "1만 3,600달러/년" },
		{ 1, "off/on", 3, "on", "켬" }, { 0, "off/on", 3, "off", "끔" }, { 0.5, "off/on", 3, "0.5", "0.5" },
		{ 0, "all residents / adults", 3, "all residents", "전체 주민" },
		{ 1, "all residents / adults", 3, "adults", "성인만" },
		{ 12.345, "widgets/day", 3, "12.3 widgets/day", "12.3 widgets/day" },
		{ 12.3, "trn widgets", 3, "12.3 trn widgets", "12.3 trn widgets" },
		{ NAN, "trn KRW", 3, "nan", "nan" }, { -INFINITY, "share", 3, "-inf", "-inf" },
	};
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		check(unit_format, cases[i].value, cases[i].unit, cases[i].digits, LANG_EN, cases[i].en);
		check(unit_format, cases[i].value, cases[i].unit, cases[i].digits, LANG_KO, cases[i].ko);
	}
}

static void test_short(void **state)
{
	(void)state;
	static const struct {
		double value;
		const char *unit;
		const char *en, *ko;
	} cases[] = {
		{ 12.34, "trn KRW", "12.3T", "12.3조" }, { 0.345, "trn KRW", "345B", "3,450억" },
		{ 412345, "KRW/month", "412k", "41.2만" },
		{ 9876, "GPU", "9,880", "9,880" }, { 0.345, "share", "34.5%", "34.5%" }, { 2064.25, "year", "2064", "2064" },
		{ 4, "year", "4", "4" },
		{ 0.325, "index", "0.325", "0.325" }, { 1, "off/on", "on", "켬" }, { NAN, "GPU", "nan", "nan" },
		{ 0, "trn KRW", "0", "0" },
		{ 12.3, "trn widgets", "12.3", "12.3" }, { -0.05, "share of GDP", "-5%", "-5%" },
	};
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		check(unit_format_short, cases[i].value, cases[i].unit, 3, LANG_EN, cases[i].en);
		check(unit_format_short, cases[i].value, cases[i].unit, 3, LANG_KO, cases[i].ko);
	}
}

static void test_change(void **state)
{
	(void)state;
	static const struct {
		double value;
		const char *unit;
		const char *en, *ko;
	} cases[] = {
		{ 1.5, "trn KRW", "+1.5 trn KRW", "+1.5조 원" }, { -0.3, "trn KRW", "-300 bn KRW", "-3,000억 원" },
		{ 0, "trn KRW", "0 KRW", "0원" },
		{ 1e-20, "trn KRW", "0 KRW", "0원" }, { 0.012, "share of GDP", "+1.2 pp", "+1.2%p" },
		{ -0.012, "share", "-1.2 pp", "-1.2%p" },
		{ 0.001, "share per year", "+0.1 pp/year", "연 +0.1%p" }, { 0, "share", "0 pp", "0%p" },
		{ 3, "year", "+3 years", "+3년" }, { 1, "year", "+1 year", "+1년" }, { -1, "year", "-1 year", "-1년" },
		{ -1, "firms", "-1 firm", "-1개사" },
		{ -1.25, "year", "-1.25 years", "-1.25년" }, { 0.01, "index", "+0.01", "+0.01" },
		{ 5000, "GPU", "+5,000 GPUs", "+5,000장" },
		{ 2.5, "widgets", "+2.5 widgets", "+2.5 widgets" }, { NAN, "share", "nan", "nan" },
	};
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		check(unit_format_change, cases[i].value, cases[i].unit, 3, LANG_EN, cases[i].en);
		check(unit_format_change, cases[i].value, cases[i].unit, 3, LANG_KO, cases[i].ko);
	}
}

static void assert_name(const char *unit, const char *en, const char *ko)
{
	const char *const expected[] = { en, ko };
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct buf buf = BUF_INIT;
		unit_name(&buf, unit, (enum lang)lang);
		assert_string_equal(buf_text(&buf), expected[lang]);
		buf_release(&buf);
	}
}

static void test_name(void **state)
{
	(void)state;
	assert_name("trn KRW/year", "trn KRW/year", "조 원/년");
	assert_name("bn USD", "bn USD", "10억 달러");
	assert_name("mn persons", "mn persons", "100만 명");
	assert_name("KRW per person and month", "KRW per person and month", "원/월(1인당)");
	assert_name("GPU", "GPU", "장");
	assert_name("share of equity", "share of equity", "지분율");
	assert_name("share of something else", "share of something else", "비율");
	assert_name("of the fund per year", "of the fund per year", "연간, 기금 대비");
	assert_name("of something per year", "of something per year", "연간 비율");
	assert_name("percent", "percent", "%");
	assert_name("bn", "bn", "10억");
	assert_name("off/on", "off/on", "끔/켬");
	assert_name("widgets", "widgets", "widgets");
	assert_name("", "", "");
	assert_name(NULL, "", "");
}

static void assert_axis(double lo, double hi, double step, const char *unit, enum lang lang, const char *expected)
{
	const struct unit_axis axis = unit_axis(lo, hi, step, unit, lang);
	struct buf buf = BUF_INIT;
	for (double tick = lo; tick <= hi + step / 2; tick += step) {
		unit_axis_tick(&buf, &axis, tick);
		buf_add_char(&buf, ' ');
	}
	buf_addf(&buf, "[%s]", axis.label);
	assert_string_equal(buf_text(&buf), expected);
	buf_release(&buf);
}

/* All ticks in one scale, told apart by their decimals. */
static void test_axis(void **state)
{
	(void)state;
	assert_axis(0, 60, 20, "trn KRW/year", LANG_EN, "0 20 40 60 [trn KRW/year]");
	assert_axis(0, 60, 20, "trn KRW/year", LANG_KO, "0 20 40 60 [조 원/년]");
	assert_axis(0, 0.6, 0.2, "trn KRW/year", LANG_EN, "0 200 400 600 [bn KRW/year]");
	assert_axis(0, 0.6, 0.2, "trn KRW/year", LANG_KO, "0 2,000 4,000 6,000 [억 원/년]");
	assert_axis(-1, 1, 0.5, "trn KRW", LANG_EN, "-1.0 -0.5 0.0 0.5 1.0 [trn KRW]");
	assert_axis(0, 500000, 250000, "KRW per person and month", LANG_EN, "0 250 500 [thousand KRW/month]");
	assert_axis(0, 500000, 250000, "KRW per person and month", LANG_KO, "0 25 50 [만 원/월(1인당)]");
	assert_axis(0, 8000, 4000, "GPU", LANG_EN, "0 4,000 8,000 [GPUs]");
	assert_axis(0, 60000, 30000, "GPU", LANG_KO, "0 3 6 [만 장]");
	assert_axis(0, 1, 0.25, "share of equity", LANG_EN, "0 25 50 75 100 [%]");
	assert_axis(0, 0.01, 0.005, "of the fund per year", LANG_KO, "0.0 0.5 1.0 [%/년]");
	assert_axis(2026, 2076, 25, "year", LANG_EN, "2026 2051 2076 []");
	assert_axis(0, 10, 5, "year", LANG_EN, "0 5 10 [years]");
	assert_axis(0.3, 0.32, 0.01, "index", LANG_EN, "0.30 0.31 0.32 [index]");
	assert_axis(0, 2, 1, "bn", LANG_EN, "0 1 2 [bn]");
	assert_axis(0, 20, 10, "percent", LANG_EN, "0 10 20 [%]");
	assert_axis(0, 5, 2.5, "widgets", LANG_KO, "0.0 2.5 5.0 [widgets]");
	assert_axis(0, 0, 1, "trn KRW", LANG_EN, "0 [KRW]");
}

/* A label too long for its room is cut between characters. */
static void test_axis_long(void **state)
{
	(void)state;
	struct buf unit = BUF_INIT;
	for (int i = 0; i < 50; i++)
		buf_add(&unit, "한");
	const struct unit_axis axis = unit_axis(0, 1, 0.5, buf_text(&unit), LANG_KO);
	assert_true(strlen(axis.label) > 80);
	assert_true(text_is_utf8(axis.label));
	buf_release(&unit);
}

/* What is shown can be typed again: at enough digits it gives the same value, in both languages. */
static void test_typed_back(void **state)
{
	(void)state;
	static const struct {
		double value;
		const char *unit;
	} cases[] = {
		{ 12.34, "trn KRW" }, { -0.345, "trn KRW/year" }, { 412345, "KRW per person and month" }, { 52000, "GPU" },
		{ 1, "GPU" },
		{ 51.67, "mn persons" }, { 111, "mn KRW" }, { 510, "bn USD/year" }, { 34.71, "USD per user and month" },
		{ 3214.5, "KRW per GPU-hour" },
		{ 181, "KRW/kWh" }, { 1450, "KRW/USD" }, { 1.45, "kW" }, { 100, "mn barrels/day" },
		{ 0.345, "share of equity" },
		{ 0.025, "of the fund per year" }, { 2.5, "%/yr" }, { 2028, "year" }, { 4, "year" }, { 2.5, "years" },
		{ 0.325, "index" }, { 1, "off/on" },
		{ 1, "all residents / adults" }, { 12.3, "trn widgets" }, { 1.56, "bn" }, { 35, "percent" },
		{ 0.01, "per year" },
		{ 1304, "firms" }, { 22.27, "mn households" },
		{ 100, "USD/barrel" },
	};
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			struct buf buf = BUF_INIT;
			double value = NAN;
			unit_format(&buf, cases[i].value, cases[i].unit, (enum lang)lang, 12);
			if (number_parse_typed(buf_text(&buf), cases[i].unit, &value, NULL) < 0 ||
			    fabs(value - cases[i].value) > 1e-12 * fabs(cases[i].value))
				fail_msg("%.17g %s is shown as \"%s\", which is read as %.17g", cases[i].value, cases[i].unit,
					buf_text(&buf), value);
			buf_release(&buf);
		}
	}
}

/* What is left of a unit where there is little room, and that money is never without. */
static void test_fit(void **state)
{
	(void)state;
	static const struct {
		double value;
		const char *unit;
		int cells;
		enum lang lang;
		const char *want, *change;
	} cases[] = {
		{ 0.572, "mn KRW per person and month", 17, LANG_EN, "572,000 KRW/month", "+572k" },
		{ 0.572, "mn KRW per person and month", 14, LANG_EN, "572k KRW/month", "+572k" },
		{ 0.572, "mn KRW per person and month", 10, LANG_EN, "572k KRW", "+572k" },
		{ 21.8, "bn USD/year", 8, LANG_KO, "218억$", "+218억" }, { 137, "bn USD", 9, LANG_EN, "137B USD", "+137B" },
		{ 137, "bn USD", 6, LANG_EN, "$137B", "+137B" }, { -137, "bn USD", 6, LANG_EN, "-$137B", "-137B" },
		{ -2.29, "trn KRW/year", 9, LANG_KO, "-2.29조원", "-2.29조" },
		{ 0.1234, "share of GDP", 9, LANG_EN, "12.3 %", "+12.3 pp" },
		{ 0.1234, "share of GDP", 6, LANG_EN, "12.3 %", "+12 pp" },
		{ 0.025, "share of the fund per year", 10, LANG_EN, "2.5 %/year", "+2.5 pp" },
		{ 0.025, "share of the fund per year", 8, LANG_EN, "2.5 %", "+2.5 pp" },
		{ 0.026, "share of the fund per year", 4, LANG_EN, "2.6%", "+3 pp" },
		{ 0.0123, "share of the fund per year", 8, LANG_KO, "연 1.23%", "+1.23%p" },
	};
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct buf fit = BUF_INIT, change = BUF_INIT;
		unit_format_fit(&fit, cases[i].value, cases[i].unit, cases[i].lang, 3, cases[i].cells);
		unit_format_change_fit(&change, cases[i].value, cases[i].unit, cases[i].lang, 3,
			cases[i].cells < 9 ? cases[i].cells : 8);
		assert_string_equal(buf_text(&fit), cases[i].want);
		assert_string_equal(buf_text(&change), cases[i].change);
		buf_release(&fit);
		buf_release(&change);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parse), cmocka_unit_test(test_format), cmocka_unit_test(test_short),
		cmocka_unit_test(test_change), cmocka_unit_test(test_name), cmocka_unit_test(test_axis),
		cmocka_unit_test(test_axis_long), cmocka_unit_test(test_fit), cmocka_unit_test(test_typed_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
