/* SPDX-License-Identifier: MIT
 *
 * ui/axis: ranges of round numbers, ticks and their labels, and an axis that stays while a slider is held.
 */
#include "config.h"

#include "ui/axis.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/buf.h"

static bool same(double a, double b)
{
	return !(a < b) && !(a > b);
}

static void assert_range(struct axis_range range, double lo, double hi)
{
	if (!same(range.lo, lo) || !same(range.hi, hi))
		fail_msg("%.17g to %.17g, expected %.17g to %.17g", range.lo, range.hi, lo, hi);
}

/* The ticks with their labels and the label of the axis, in one line: "0 20 40 60 [trn KRW]". */
static char *labels(struct axis_range range, int most, const char *unit, enum lang lang, bool difference)
{
	const struct axis_ticks ticks = axis_ticks(range, most);
	const struct axis_scale scale = axis_scale(range, &ticks, &(struct axis_form){ unit, lang, difference });
	struct buf text = BUF_INIT;

	for (int i = 0; i < ticks.count; i++) {
		axis_label(&text, &scale, axis_tick(&ticks, i));
		buf_add_char(&text, ' ');
	}
	buf_addf(&text, "[%s]", scale.label);
	return buf_take(&text);
}

static void assert_labels(double lo, double hi, int most, const char *unit, enum lang lang, const char *expected)
{
	char *text = labels((struct axis_range){ lo, hi }, most, unit, lang, false);

	assert_string_equal(text, expected);
	free(text);
}

static void test_data(void **state)
{
	(void)state;
	struct axis_range data = axis_no_range();

	assert_false(axis_has_range(data));
	axis_include(&data, (double[]){ NAN, INFINITY, -INFINITY }, 3);
	assert_false(axis_has_range(data));
	axis_include(&data, (double[]){ NAN, 4, 2, INFINITY }, 4);
	assert_range(data, 2, 4);
	axis_include(&data, (double[]){ 3 }, 1);
	assert_range(data, 2, 4);
	axis_include(&data, (double[]){ -1 }, 1);
	assert_range(data, -1, 4);
}

static void test_nice(void **state)
{
	(void)state;
	static const struct {
		struct axis_range data;
		int most;
		struct axis_range nice;
	} cases[] = {
		{ { 12, 61.7 }, 5, { 0, 70 } },            /* ticks of 20, the end half-way between two */
		{ { 12, 59 }, 5, { 0, 60 } },
		{ { 12, 61.7 }, 2, { 0, 75 } },
		{ { 12, 61.7 }, 11, { 0, 65 } },
		{ { 0.31, 0.34 }, 5, { 0.31, 0.34 } },     /* zero is too far off */
		{ { 2030, 2066 }, 5, { 2030, 2070 } },
		{ { 5, 10 }, 5, { 0, 10 } },               /* zero costs no more than half of the room */
		{ { 5.1, 10 }, 5, { 5, 10 } },
		{ { -10, -5 }, 5, { -10, 0 } },
		{ { -33, 71 }, 5, { -37.5, 75 } },
		{ { -2.81, 3.4 }, 2, { -3.75, 3.75 } },          /* zero needs a tick on either side */
		{ { 0, 1 }, 5, { 0, 1 } },
		{ { 0, 0.3 }, 4, { 0, 0.3 } },
		{ { 0, 1e-7 }, 3, { 0, 1e-7 } },
		{ { 0, 0 }, 5, { 0, 1 } },                 /* constant */
		{ { 8, 8 }, 5, { 0, 10 } },
		{ { -8, -8 }, 5, { -10, 0 } },
		{ { 0.31, 0.310001 }, 5, { 0, 0.4 } },     /* noise */
		{ { -1e300, 1e300 }, 5, { -1e300, 1e300 } },
		{ { 1e-300, 2e-300 }, 5, { 0, 1 } },
		{ { NAN, NAN }, 5, { 0, 1 } },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct axis_range nice = axis_nice(cases[i].data, cases[i].most);

		if (!same(nice.lo, cases[i].nice.lo) || !same(nice.hi, cases[i].nice.hi))
			fail_msg("case %zu: %.17g to %.17g", i, nice.lo, nice.hi);
	}
}

/* Whatever the data: they are within, there are ticks enough and not too many, and little room is wasted. */
static void test_nice_always(void **state)
{
	(void)state;
	srand(1);
	for (int i = 0; i < 20000; i++) {
		const double size = pow(10, rand() % 30 - 15);
		const double a = (rand() % 2001 - 1000) * size, b = (rand() % 2001 - 1000) * size;
		const struct axis_range data = { fmin(a, b), fmax(a, b) };
		const int most = 2 + rand() % 10;
		const struct axis_range nice = axis_nice(data, most);
		const struct axis_ticks ticks = axis_ticks(nice, most);

		const double rounding = 1e-6 * (nice.hi - nice.lo);

		assert_true(nice.lo < nice.hi && nice.lo <= data.lo + rounding && nice.hi >= data.hi - rounding);
		if (ticks.count < 2 || ticks.count > (most < 3 ? 3 : most))
			fail_msg("%d ticks from %g to %g", ticks.count, nice.lo, nice.hi);
		assert_true(axis_tick(&ticks, 0) >= nice.lo - ticks.step * 1e-6);
		assert_true(axis_tick(&ticks, ticks.count - 1) <= nice.hi + ticks.step * 1e-6);
		assert_true(data.lo >= 0 ? nice.lo >= 0 : data.hi > 0 || nice.hi <= 0);
		assert_true(data.hi - data.lo == 0 || data.lo > 0 || data.hi < 0 ||
			(nice.hi - nice.lo) / (data.hi - data.lo) < 5);
	}
}

static void test_ticks(void **state)
{
	(void)state;
	const struct axis_ticks tenths = axis_ticks((struct axis_range){ 0, 1 }, 11);

	assert_int_equal(tenths.count, 11);
	assert_true(same(axis_tick(&tenths, 3), 0.3));
	assert_true(same(axis_tick(&tenths, 7), 0.7));

	/* A range on its way to another has ticks where they belong. */
	const struct axis_ticks moving = axis_ticks((struct axis_range){ -3.7, 61.3 }, 5);

	assert_int_equal(moving.count, 4);
	assert_true(same(axis_tick(&moving, 0), 0));
	assert_false(signbit(axis_tick(&moving, 0)));
	assert_true(same(axis_tick(&moving, 3), 60));
	assert_int_equal(axis_ticks(axis_no_range(), 5).count, 0);
	assert_int_equal(axis_ticks((struct axis_range){ 1, 1 }, 5).count, 0);
}

static void test_years(void **state)
{
	(void)state;
	const struct {
		double start, stop;
		int cells, first, step, count;
	} cases[] = {
		{ 2026, 2076, 60, 2030, 5, 10 },
		{ 2026, 2076, 59, 2030, 10, 5 },
		{ 2026, 2076, 30, 2030, 10, 5 },
		{ 2026, 2076, 25, 2030, 10, 5 },
		{ 2026, 2076, 24, 2040, 20, 2 },
		{ 2026, 2076, 300, 2026, 1, 51 },
		{ 2026, 2026, 30, 2026, 1, 1 },
		{ 2026.5, 2028.25, 40, 2027, 1, 2 },
		{ 2026, 2076, 0, 0, 0, 0 },
		{ 2076, 2026, 60, 0, 0, 0 },
		{ NAN, 2026, 60, 0, 0, 0 },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct axis_ticks years = axis_years(cases[i].start, cases[i].stop, cases[i].cells);

		assert_int_equal(years.count, cases[i].count);
		if (!years.count)
			continue;
		assert_true(same(axis_tick(&years, 0), cases[i].first));
		assert_true(same(years.step, cases[i].step));
	}
}

static void test_labels(void **state)
{
	(void)state;
	assert_labels(0, 70, 5, "trn KRW/year", LANG_EN, "0 20 40 60 [trn KRW/year]");
	assert_labels(0, 70, 5, "trn KRW/year", LANG_KO, "0 20 40 60 [조 원/년]");
	assert_labels(0, 0.3, 4, "trn KRW", LANG_EN, "0 100 200 300 [bn KRW]");
	assert_labels(0, 0.3, 4, "trn KRW", LANG_KO, "0 1,000 2,000 3,000 [억 원]");
	assert_labels(0, 600000, 4, "KRW per person and month", LANG_KO, "0 20 40 60 [만 원/월(1인당)]");
	assert_labels(0, 0.1, 5, "share of GDP", LANG_EN, "0.0 2.5 5.0 7.5 10.0 [%]");
	assert_labels(-0.5, 0.5, 3, "share of income", LANG_KO, "-50 0 50 [%]");
	assert_labels(0.31, 0.34, 4, "index", LANG_EN, "0.31 0.32 0.33 0.34 [index]");
	assert_labels(2030, 2070, 5, "year", LANG_EN, "2030 2040 2050 2060 2070 []");
	assert_labels(0, 4e9, 3, "index", LANG_EN, "0 2 4 [10^9 index]");
	assert_labels(0, 4e-9, 3, "", LANG_EN, "0 2 4 [10^-9]");
	assert_labels(0, 5e30, 3, "trn KRW", LANG_EN, "0 2 4 [10^30 trn KRW]");

	assert_labels(-1e300, 1e300, 3, "trn KRW", LANG_KO, "-1 0 1 [10^300 조 원]");

	char *points = labels((struct axis_range){ -0.1, 0.1 }, 3, "share of GDP", LANG_EN, true);

	assert_string_equal(points, "-10 0 10 [pp]");
	free(points);
	points = labels((struct axis_range){ -0.1, 0.1 }, 3, "share of GDP", LANG_KO, true);
	assert_string_equal(points, "-10 0 10 [%p]");
	free(points);
	points = labels((struct axis_range){ 0, 10 }, 3, "trn KRW", LANG_EN, true);
	assert_string_equal(points, "0 5 10 [trn KRW]");
	free(points);
}

static void test_hold(void **state)
{
	(void)state;
	const struct axis_range held = { 0, 70 };

	/* What fits changes nothing, even if it would fit in far less. */
	assert_range(axis_hold(held, (struct axis_range){ 10, 69 }, 5), 0, 70);
	assert_range(axis_hold(held, (struct axis_range){ 1, 2 }, 5), 0, 70);
	assert_range(axis_hold(held, axis_no_range(), 5), 0, 70);
	/* It grows at the end where it must, to a round number. */
	assert_range(axis_hold(held, (struct axis_range){ 10, 71 }, 5), 0, 80);
	assert_range(axis_hold(held, (struct axis_range){ -3, 60 }, 5), -10, 70);
	assert_range(axis_hold((struct axis_range){ 30, 33 }, (struct axis_range){ 31, 34 }, 5), 30, 34);
	/* There was none. */
	assert_range(axis_hold(axis_no_range(), (struct axis_range){ 10, 71 }, 5), 0, 80);
}

static void test_hold_never_shrinks(void **state)
{
	(void)state;
	struct axis_range held = axis_no_range();
	int changes = 0;

	for (int i = 0; i < 400; i++) {
		const struct axis_range data = { -20 * sin(i / 10.0), 100 + i / 4.0 + 30 * sin(i / 7.0) };
		const struct axis_range next = axis_hold(held, data, 6);

		assert_true(next.lo <= data.lo && next.hi >= data.hi);
		if (axis_has_range(held))
			assert_true(next.lo <= held.lo && next.hi >= held.hi);
		changes += !same(next.lo, held.lo) || !same(next.hi, held.hi);
		held = next;
	}
	assert_true(changes < 10);
}

static void test_ease(void **state)
{
	(void)state;
	const struct axis_range target = { 0, 100 };
	struct axis_range shown = { 0, 200 };
	double before = shown.hi;
	int frames = 1;

	while (axis_ease(&shown, target, 1 / 60.0)) {
		assert_true(shown.hi < before && shown.hi > 100);
		assert_true(same(shown.lo, 0));
		before = shown.hi;
		frames++;
	}
	assert_range(shown, 0, 100);
	assert_true(frames > 10 && frames < 60);    /* a sixth of a second to a second */

	assert_false(axis_ease(&shown, target, 1 / 60.0));
	/* A terminal that was away for a while doesn't overshoot; nothing shown yet needs no easing. */
	shown.hi = 200;
	assert_false(axis_ease(&shown, target, 3600));
	assert_range(shown, 0, 100);
	shown = axis_no_range();
	assert_false(axis_ease(&shown, target, 0));
	assert_range(shown, 0, 100);
	shown.hi = 200;
	assert_true(axis_ease(&shown, target, -1));
	assert_range(shown, 0, 200);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_data),
		cmocka_unit_test(test_nice),
		cmocka_unit_test(test_nice_always),
		cmocka_unit_test(test_ticks),
		cmocka_unit_test(test_years),
		cmocka_unit_test(test_labels),
		cmocka_unit_test(test_hold),
		cmocka_unit_test(test_hold_never_shrinks),
		cmocka_unit_test(test_ease),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
