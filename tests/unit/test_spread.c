/* SPDX-License-Identifier: MIT
 *
 * model/spread: inverse distribution functions.
 */
#include "config.h"

#include "model/spread.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>

static double at(const struct spread *s, double u)
{
	return spread_inverse(s, u, -99);
}

static void test_uniform(void **state)
{
	const struct spread s = { .kind = SPREAD_UNIFORM, .lo = 2, .hi = 6 };

	(void)state;
	assert_true(at(&s, 0.5) == 4);
	assert_true(at(&s, 0.25) == 3);
	assert_true(fabs(at(&s, 1e-9) - 2) < 1e-8 && fabs(at(&s, 1 - 1e-9) - 6) < 1e-8);
}

/* The share of draws below x. */
static double triangular_share(const struct spread *s, double x)
{
	const double width = s->hi - s->lo;

	if (x < s->mode)
		return (x - s->lo) * (x - s->lo) / (width * (s->mode - s->lo));
	return 1 - (s->hi - x) * (s->hi - x) / (width * (s->hi - s->mode));
}

static void test_triangular(void **state)
{
	const struct spread spreads[] = {
		{ .kind = SPREAD_TRIANGULAR, .lo = 2, .mode = 4, .hi = 8 },
		{ .kind = SPREAD_TRIANGULAR, .lo = 0, .mode = 0, .hi = 1 },
		{ .kind = SPREAD_TRIANGULAR, .lo = -3, .mode = 5, .hi = 5 },
	};

	(void)state;
	for (size_t k = 0; k < sizeof spreads / sizeof *spreads; k++) {
		const struct spread *s = &spreads[k];
		double before = s->lo;

		for (int i = 1; i < 1000; i++) {
			const double u = i / 1000.0, x = at(s, u);

			assert_true(x >= before && x <= s->hi);
			assert_true(fabs(triangular_share(s, x) - u) < 1e-12);
			before = x;
		}
	}
	assert_true(fabs(at(&spreads[0], 1 / 3.0) - 4) < 1e-12);
}

static void test_normal(void **state)
{
	const struct spread s = { .kind = SPREAD_NORMAL, .mean = 10, .sd = 2, .lo = -1e9, .hi = 1e9 };
	double before = -INFINITY;

	(void)state;
	assert_true(fabs(at(&s, 0.5) - 10) < 1e-9);
	assert_true(fabs(at(&s, 0.975) - (10 + 2 * 1.959963984540054)) < 2e-8);
	assert_true(fabs(at(&s, 0.025) - (10 - 2 * 1.959963984540054)) < 2e-8);
	assert_true(fabs(at(&s, 0.001) - (10 - 2 * 3.090232306167813)) < 2e-8);
	for (int i = 1; i < 20000; i++) {
		const double u = i / 20000.0, x = at(&s, u), share = 0.5 * erfc(-(x - 10) / 2 / sqrt(2));

		assert_true(x > before);
		assert_true(fabs(share - u) < 3e-9);
		before = x;
	}
}

/* Draws past an end are put on it. */
static void test_clipped(void **state)
{
	const struct spread s = { .kind = SPREAD_NORMAL, .mean = 1, .sd = 1, .lo = 0, .hi = 2 };

	(void)state;
	assert_true(at(&s, 0.001) == 0 && at(&s, 0.999) == 2);
	assert_true(at(&s, 0.15) == 0 && at(&s, 0.17) > 0);
	assert_true(fabs(at(&s, 0.5) - 1) < 1e-9);
}

static void test_fixed_and_names(void **state)
{
	const struct spread s = { .kind = SPREAD_FIXED };

	(void)state;
	assert_true(at(&s, 0.1) == -99 && at(&s, 0.9) == -99);
	assert_string_equal(spread_name(SPREAD_FIXED), "fixed");
	assert_string_equal(spread_name(SPREAD_UNIFORM), "uniform");
	assert_string_equal(spread_name(SPREAD_TRIANGULAR), "triangular");
	assert_string_equal(spread_name(SPREAD_NORMAL), "normal");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_uniform), cmocka_unit_test(test_triangular), cmocka_unit_test(test_normal),
		cmocka_unit_test(test_clipped), cmocka_unit_test(test_fixed_and_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
