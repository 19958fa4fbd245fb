/* SPDX-License-Identifier: MIT
 *
 * model/stats: exact against sorting.
 */
#include "config.h"

#include "model/stats.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "build.h"

static int by_value(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Type 7 of Hyndman and Fan, of sorted values. */
static double quantile(const double *sorted, size_t count, double p)
{
	const double at = p * (double)(count - 1);
	const size_t k = (size_t)floor(at);

	if (k + 1 >= count || at == (double)k || sorted[k] == sorted[k + 1])
		return sorted[k];
	return isinf(sorted[k + 1]) ? sorted[k + 1] : sorted[k] + (at - (double)k) * (sorted[k + 1] - sorted[k]);
}

static void check(const double *values, size_t count, const double *p, size_t p_count)
{
	double *sorted = xcalloc(count, sizeof *sorted), *work = xcalloc(count, sizeof *work), got[16];

	memcpy(sorted, values, count * sizeof *sorted);
	memcpy(work, values, count * sizeof *work);
	if (count)
		qsort(sorted, count, sizeof *sorted, by_value);
	stats_quantiles(work, count, p, p_count, got);
	for (size_t i = 0; i < p_count; i++) {
		if (count && got[i] != quantile(sorted, count, p[i]))
			fail_msg("quantile %g of %zu values is %a, not %a", p[i], count, got[i], quantile(sorted, count, p[i]));
		assert_true(count || isnan(got[i]));
	}
	if (count)
		qsort(work, count, sizeof *work, by_value);
	assert_memory_equal(work, sorted, count * sizeof *work);
	free(sorted);
	free(work);
}

static const double usual[] = { 0.05, 0.25, 0.5, 0.75, 0.95 };

static void test_random(void **state)
{
	static const double ends[] = { 0, 0, 0.01, 0.5, 0.5, 0.999, 1 };
	uint64_t seed = 5;
	double values[700];

	(void)state;
	for (size_t count = 0; count < 300; count++) {
		for (int kind = 0; kind < 4; kind++) {
			for (size_t i = 0; i < count; i++)
				values[i] = kind == 0 ? random_between(&seed, -1, 1) : kind == 1 ? random_below(&seed, 4)
				          : kind == 2 ? (double)i : -(double)i;
			check(values, count, usual, ARRAY_LEN(usual));
			check(values, count, ends, ARRAY_LEN(ends));
		}
	}
	for (int round = 0; round < 200; round++) {
		for (size_t i = 0; i < ARRAY_LEN(values); i++)
			values[i] = exp(random_between(&seed, -300, 300)) * (random_below(&seed, 2) ? 1 : -1);
		check(values, ARRAY_LEN(values), usual, ARRAY_LEN(usual));
	}
}

/* What never comes is later than anything. */
static void test_never(void **state)
{
	double values[] = { 2030, INFINITY, 2040, INFINITY, 2035 }, got[5];

	(void)state;
	check(values, ARRAY_LEN(values), usual, ARRAY_LEN(usual));
	stats_quantiles(values, ARRAY_LEN(values), usual, 5, got);
	assert_true(got[1] == 2035 && got[2] == 2040 && got[3] == INFINITY && got[4] == INFINITY);
	values[0] = values[1] = INFINITY;
	stats_quantiles(values, 2, usual, 5, got);
	assert_true(got[0] == INFINITY && got[4] == INFINITY);
}

static void test_mean(void **state)
{
	uint64_t seed = 3;
	double values[5000] = { 0 };
	long double total = 0;

	(void)state;
	assert_true(isnan(stats_mean(values, 0)));
	values[0] = 7;
	assert_true(stats_mean(values, 1) == 7);
	for (size_t i = 0; i < ARRAY_LEN(values); i++) {
		values[i] = random_between(&seed, 1e6, 1e6 + 1);
		total += values[i];
	}
	assert_true(
		fabs(stats_mean(values, ARRAY_LEN(values)) - (double)(total / (long double)ARRAY_LEN(values))) <= 1e6 * 4e-16);
}

/* Summed one after the other, a million of 0.1 is off in the eleventh digit. */
static void test_mean_is_pairwise(void **state)
{
	const size_t count = 1000000;
	double *values = xcalloc(count, sizeof *values);

	(void)state;
	for (size_t i = 0; i < count; i++)
		values[i] = 0.1;
	assert_true(fabs(stats_mean(values, count) - 0.1) < 1e-15);
	free(values);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random), cmocka_unit_test(test_never), cmocka_unit_test(test_mean),
		cmocka_unit_test(test_mean_is_pairwise),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
