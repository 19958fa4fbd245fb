/* SPDX-License-Identifier: MIT
 *
 * model/op: what the operators give.
 */
#include "config.h"

#include "model/op.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <float.h>
#include <math.h>
#include <string.h>

#include "base/alloc.h"

static double apply(enum op op, double a, double b)
{
	return op_apply(op, a, b, 0);
}

static void test_table(void **state)
{
	(void)state;
	for (int i = 0; i < OP_COUNT; i++) {
		assert_non_null(op_name((enum op)i));
		assert_in_range(op_arity((enum op)i), 0, 3);
		assert_int_equal(op_is_pure((enum op)i), i >= OP_NEG);
	}
	assert_string_equal(op_name(OP_ADD), "+");
	assert_int_equal(op_arity(OP_HISTORY), 2);
	assert_int_equal(op_arity(OP_SELECT), 3);
}

static void test_arithmetic(void **state)
{
	(void)state;
	assert_true(apply(OP_ADD, 2, 3) == 5);
	assert_true(apply(OP_SUB, 2, 3) == -1);
	assert_true(apply(OP_MUL, 2, 3) == 6);
	assert_true(apply(OP_DIV, 3, 2) == 1.5);
	assert_true(apply(OP_DIV, 1, 0) == INFINITY);
	assert_true(isnan(apply(OP_DIV, 0, 0)));
	assert_true(apply(OP_POW, 2, 10) == 1024);
	assert_true(apply(OP_POW, 0, 0) == 1);
	assert_true(isnan(apply(OP_POW, -8, 1 / 3.0)));
	assert_true(apply(OP_NEG, 4, 0) == -4);
	assert_true(apply(OP_ABS, -4, 0) == 4);
	assert_true(apply(OP_SQRT, 9, 0) == 3);
	assert_true(isnan(apply(OP_SQRT, -1, 0)));
	assert_true(apply(OP_FLOOR, -1.5, 0) == -2);
	assert_true(apply(OP_FLOOR, 7, 0) == 7);
	assert_true(apply(OP_LN, 0, 0) == -INFINITY);
	assert_true(isnan(apply(OP_LN, -1, 0)));
	assert_true(apply(OP_EXP, 0, 0) == 1);
	assert_true(apply(OP_EXP, -INFINITY, 0) == 0);
	assert_true(apply(OP_EXP, 1000, 0) == INFINITY);
	assert_true(apply(OP_SIN, 0, 0) == 0);
	assert_true(apply(OP_COS, 0, 0) == 1);
}

static void test_truth(void **state)
{
	(void)state;
	assert_true(apply(OP_LT, 1, 2) == 1 && apply(OP_LT, 2, 2) == 0 && apply(OP_LT, 3, 2) == 0);
	assert_true(apply(OP_LE, 1, 2) == 1 && apply(OP_LE, 2, 2) == 1 && apply(OP_LE, 3, 2) == 0);
	assert_true(apply(OP_LT, NAN, 2) == 0 && apply(OP_LT, 2, NAN) == 0 && apply(OP_LE, NAN, NAN) == 0);
	assert_true(apply(OP_NOT, 0, 0) == 1 && apply(OP_NOT, 1, 0) == 0 && apply(OP_NOT, -0.0, 0) == 1);
	assert_true(apply(OP_NOT, NAN, 0) == 0);
	assert_true(op_apply(OP_SELECT, 1, 2, 3) == 2 && op_apply(OP_SELECT, 0, 2, 3) == 3);
	assert_true(op_apply(OP_SELECT, 0, NAN, 3) == 3 && isnan(op_apply(OP_SELECT, 1, NAN, 3)));
}

/* A fault must not hide behind min or max. */
static void test_min_max(void **state)
{
	(void)state;
	assert_true(apply(OP_MIN, 1, 2) == 1 && apply(OP_MIN, 2, 1) == 1);
	assert_true(apply(OP_MAX, 1, 2) == 2 && apply(OP_MAX, 2, 1) == 2);
	assert_true(apply(OP_MIN, -INFINITY, 5) == -INFINITY && apply(OP_MAX, INFINITY, 5) == INFINITY);
	for (int i = 0; i < 2; i++) {
		const enum op op = i ? OP_MAX : OP_MIN;

		assert_true(isnan(apply(op, NAN, 1)) && isnan(apply(op, 1, NAN)) && isnan(apply(op, NAN, NAN)));
		assert_true(isnan(apply(op, NAN, INFINITY)) && isnan(apply(op, -INFINITY, NAN)));
	}
}

static double ulps(double got, double wanted)
{
	return got == wanted ? 0 : fabs(got - wanted) / (nextafter(fabs(wanted), INFINITY) - fabs(wanted));
}

/* The consistent functions are close to the C library's, which are the best there are. */
static void test_functions(void **state)
{
	double worst = 0;

	(void)state;
	for (int i = -4000; i <= 4000; i++) {
		const double x = i * 0.01 + 1e-5 * i * i / 4000, positive = fabs(x) + 1e-9;

		worst = fmax(worst, ulps(apply(OP_EXP, x, 0), exp(x)));
		worst = fmax(worst, ulps(apply(OP_LN, positive, 0), log(positive)));
		worst = fmax(worst, ulps(apply(OP_SIN, x, 0), sin(x)));
		worst = fmax(worst, ulps(apply(OP_COS, x, 0), cos(x)));
		worst = fmax(worst, ulps(apply(OP_POW, positive, 0.1 * x), pow(positive, 0.1 * x)));
	}
	assert_true(worst <= 2);
	assert_true(worst > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),   cmocka_unit_test(test_arithmetic), cmocka_unit_test(test_truth),
		cmocka_unit_test(test_min_max), cmocka_unit_test(test_functions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
