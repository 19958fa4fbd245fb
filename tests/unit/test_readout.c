/* SPDX-License-Identifier: MIT
 *
 * ui/readout: values, changes and bands in words.
 */
#include "config.h"

#include "ui/readout.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/lang.h"

static struct buf text = BUF_INIT;

static void assert_said(const char *expected)
{
	assert_string_equal(buf_text(&text), expected);
	buf_clear(&text);
}

static const struct axis_form won = { "trn KRW", LANG_EN, false }, won_change = { "trn KRW", LANG_EN, true };
static const struct axis_form share = { "share of GDP", LANG_EN, false };
static const struct axis_form share_change = { "share of GDP", LANG_EN, true };
static const struct axis_form index_form = { "index", LANG_EN, false };

static void test_value(void **state)
{
	(void)state;
	readout_value(&text, 49.312, &won);
	assert_said("49.3 trn KRW");
	readout_value(&text, 8.1, &won_change);
	assert_said("+8.1 trn KRW");
	readout_value(&text, NAN, &won);
	assert_said("no value");
	readout_short(&text, 49.312, &won);
	assert_said("49.3T KRW");
	readout_short(&text, 49.312, &won_change);
	assert_said("+49.3T");
	readout_short(&text, -49.312, &won_change);
	assert_said("-49.3T");
	readout_short(&text, NAN, &won_change);
	assert_said("-");
}

static void test_change(void **state)
{
	(void)state;
	readout_change(&text, 49.3, 41.2, "baseline", &won);
	assert_said("+8.1 trn KRW against baseline");
	readout_change(&text, 0.41, 0.45, "Norway", &share);
	assert_said("-4 pp against Norway");
	readout_change(&text, 5, 5, "baseline", &won);
	assert_said("no change against baseline");
	readout_change(&text, NAN, 5, "baseline", &won);
	readout_change(&text, 5, INFINITY, "baseline", &won);
	assert_said("");
}

static void test_band(void **state)
{
	(void)state;
	readout_band(&text, 38.2, 61.4, &won);
	assert_said("in 9 of 10 worlds between 38 and 61 trn KRW");
	readout_band_brief(&text, 38.2, 61.4, &won);
	assert_said("9 of 10: 38 to 61 trn KRW");
	/* As many digits as tell the ends apart, in one scale. */
	readout_band(&text, 38.2, 39.4, &won);
	assert_said("in 9 of 10 worlds between 38.2 and 39.4 trn KRW");
	readout_band(&text, 0.2, 0.61, &won);
	assert_said("in 9 of 10 worlds between 200 and 610 bn KRW");
	readout_band(&text, -0.2, 12.61, &won);
	assert_said("in 9 of 10 worlds between 0 and 13 trn KRW");
	readout_band(&text, 0.312, 0.337, &share);
	assert_said("in 9 of 10 worlds between 31.2 and 33.7 %");
	readout_band(&text, 163412, 421700, &(struct axis_form){ "KRW per person and month", LANG_EN, false });
	assert_said("in 9 of 10 worlds between 163,000 and 422,000 KRW/month");
	readout_band(&text, 0.312, 0.337, &index_form);
	assert_said("in 9 of 10 worlds between 0.312 and 0.337");
	readout_band(&text, 2051, 2064, &(struct axis_form){ "year", LANG_EN, false });
	assert_said("in 9 of 10 worlds between 2051 and 2064");
	readout_band(&text, -3.3, 12.1, &won_change);
	assert_said("in 9 of 10 worlds between -3 and +12 trn KRW");
	readout_band(&text, -0.012, 0.031, &share_change);
	assert_said("in 9 of 10 worlds between -1.2 and +3.1 pp");
}

static void test_odd_bands(void **state)
{
	(void)state;
	readout_band(&text, 49.31, 49.31, &won);
	assert_said("in 9 of 10 worlds 49.3 trn KRW");
	readout_band_brief(&text, 49.31, 49.31, &won);
	assert_said("9 of 10: 49.3 trn KRW");
	readout_band(&text, NAN, 5, &won);
	readout_band(&text, 5, NAN, &won);
	assert_said("");
	readout_band(&text, 38, INFINITY, &won);
	assert_said("in 9 of 10 worlds between 38 trn KRW and inf");
	/* Numbers that no scale makes short have their power of ten each. */
	readout_band(&text, 3.31e21, 5.28e21, &index_form);
	assert_said("in 9 of 10 worlds between 3.31e+21 and 5.28e+21");
	readout_band(&text, 0, 0, &index_form);
	assert_said("in 9 of 10 worlds 0");
}

static void test_worlds(void **state)
{
	static const struct axis_form year = { "year", LANG_EN, false };
	struct readout_worlds worlds = { .lo = 2060, .hi = 2070, .worlds = 1000, .none = "not before 2076" };

	(void)state;
	readout_worlds(&text, &worlds, &year);
	assert_said("in 9 of 10 worlds between 2060 and 2070");
	worlds.never = 12;
	readout_worlds(&text, &worlds, &year);
	assert_said("in 9 of 10 worlds between 2060 and 2070; in 12 of 1,000 not before 2076");
	worlds.never = 93;
	worlds.hi = INFINITY;
	readout_worlds(&text, &worlds, &year);
	assert_said("in 19 of 20 worlds 2060 or later; in 93 of 1,000 not before 2076");
	worlds.never = 970;
	worlds.lo = INFINITY;
	readout_worlds(&text, &worlds, &year);
	assert_said("in 970 of 1,000 worlds not before 2076");
	worlds.never = 1000;
	worlds.same = true;
	readout_worlds(&text, &worlds, &year);
	assert_said("in all worlds not before 2076");
	worlds = (struct readout_worlds){ .lo = 0, .hi = 0, .same = true, .worlds = 1000, .none = "" };
	readout_worlds(&text, &worlds, &won);
	assert_said("in all worlds 0 KRW");
	worlds.same = false;
	readout_worlds(&text, &worlds, &won);
	assert_said("in at least 9 of 10 worlds 0 KRW");
}

static void test_korean_worlds(void **state)
{
	static const struct axis_form year = { "year", LANG_KO, false };
	struct readout_worlds worlds = { .lo = 2060, .hi = INFINITY, .worlds = 1000, .never = 93,
		.none = "2076년까지 소진되지 않음" };

	(void)state;
	lang_switch(LANG_KO);
	readout_worlds(&text, &worlds, &year);
	assert_said("20개 세계 중 19개에서 2060년 이후; 1,000개 중 93개에서는 2076년까지 소진되지 않음");
	worlds.lo = INFINITY;
	worlds.never = 970;
	readout_worlds(&text, &worlds, &year);
	assert_said("1,000개 세계 중 970개에서 2076년까지 소진되지 않음");
	worlds.same = true;
	readout_worlds(&text, &worlds, &year);
	assert_said("모든 세계에서 2076년까지 소진되지 않음");
	lang_switch(LANG_EN);
}

static void test_korean(void **state)
{
	(void)state;
	const struct axis_form ko = { "trn KRW", LANG_KO, false }, part = { "share of GDP", LANG_KO, false };
	const struct axis_form rate = { "share of land value per year", LANG_KO, false };

	lang_switch(LANG_KO);
	readout_value(&text, 49.312, &ko);
	assert_said("49.3조 원");
	readout_value(&text, NAN, &ko);
	assert_said("값 없음");
	readout_change(&text, 49.3, 41.2, "기준선", &ko);
	assert_said("기준선 대비 +8.1조 원");
	readout_change(&text, 49.3, 49.3, "기준선", &ko);
	assert_said("기준선 대비 변화 없음");
	readout_band(&text, 38.2, 61.4, &ko);
	assert_said("10개 세계 중 9개에서 38~61조 원");
	readout_band_brief(&text, 38.2, 61.4, &ko);
	assert_said("10개 중 9개: 38~61조 원");
	readout_band(&text, 0.2, 0.61, &ko);
	assert_said("10개 세계 중 9개에서 2,000~6,100억 원");
	readout_band(&text, 0.312, 0.337, &part);
	assert_said("10개 세계 중 9개에서 31.2~33.7%");
	readout_band(&text, 0.03, 0.05, &rate);
	assert_said("10개 세계 중 9개에서 연 3.0~5.0%");
	readout_band(&text, 2051, 2064, &(struct axis_form){ "year", LANG_KO, false });
	assert_said("10개 세계 중 9개에서 2051~2064년");
	readout_band(&text, 412000, 523000, &(struct axis_form){ "KRW per person and month", LANG_KO, false });
	assert_said("10개 세계 중 9개에서 41~52만 원/월(1인당)");
	readout_band(&text, 49.31, 49.31, &ko);
	assert_said("10개 세계 중 9개에서 49.3조 원");
	lang_switch(LANG_EN);
}

static int release(void **state)
{
	(void)state;
	buf_release(&text);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_value),
		cmocka_unit_test(test_change),
		cmocka_unit_test(test_band),
		cmocka_unit_test(test_odd_bands),
		cmocka_unit_test(test_worlds),
		cmocka_unit_test(test_korean),
		cmocka_unit_test(test_korean_worlds),
	};
	enum lang lang;

	lang_init("en", "locale", &lang);
	return cmocka_run_group_tests(tests, NULL, release);
}
