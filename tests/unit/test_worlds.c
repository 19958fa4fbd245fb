/* SPDX-License-Identifier: MIT
 *
 * model/worlds: streams that are spread well, each by its own name.
 */
#include "config.h"

#include "model/worlds.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

static const char *const names[] = { "trust_time", "a", "b", "ab", "ba", "productivity_growth", "x1", "x2", "x10", "" };

/* The first 2^k points of a stream hold one in each of 2^k equal intervals, for each k. */
static void test_strata(void **state)
{
	unsigned char *hit = xcalloc(1 << 14, 1);

	(void)state;
	for (size_t n = 0; n < ARRAY_LEN(names); n++) {
		const uint64_t key = worlds_key(names[n], n);

		for (int k = 0; k <= 14; k++) {
			memset(hit, 0, 1 << 14);
			for (uint32_t w = 0; w < 1u << k; w++) {
				const double u = worlds_point(key, w);

				assert_true(u > 0 && u < 1);
				hit[(size_t)ldexp(u, k)]++;
			}
			for (size_t i = 0; i < (size_t)1 << k; i++)
				assert_int_equal(hit[i], 1);
		}
	}
	free(hit);
}

/* Every next block of a power of two is spread as well: more worlds only refine. */
static void test_later_blocks(void **state)
{
	const uint64_t key = worlds_key("trust_time", 1);

	(void)state;
	for (uint32_t block = 0; block < 64; block++) {
		unsigned hit = 0;

		for (uint32_t w = 0; w < 16; w++)
			hit |= 1u << (int)(16 * worlds_point(key, block * 16 + w));
		assert_int_equal(hit, 0xFFFF);
	}
}

static double correlation(uint64_t a, uint64_t b, uint32_t worlds)
{
	double sum = 0;

	for (uint32_t w = 0; w < worlds; w++)
		sum += (worlds_point(a, w) - 0.5) * (worlds_point(b, w) - 0.5);
	return sum * 12 / worlds;
}

static void test_streams_differ(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		for (size_t k = 0; k < ARRAY_LEN(names); k++) {
			const double r = correlation(worlds_key(names[i], 1), worlds_key(names[k], 1), 4096);

			if (i == k)
				assert_true(fabs(r - 1) < 0.01);
			else
				assert_true(fabs(r) < 0.1);
		}
		assert_true(worlds_key(names[i], 1) != worlds_key(names[i], 2));
		assert_true(fabs(correlation(worlds_key(names[i], 1), worlds_key(names[i], 2), 4096)) < 0.1);
		assert_true(fabs(correlation(worlds_key(names[i], 0), worlds_key(names[i], UINT64_MAX), 4096)) < 0.1);
	}
}

/* Order matters little in a small sample too: the first 64 worlds have no trend. */
static void test_no_trend(void **state)
{
	double worst = 0;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		double sum = 0;

		for (uint32_t w = 0; w < 64; w++)
			sum += (worlds_point(worlds_key(names[i], 3), w) - 0.5) * (w - 31.5);
		worst = fmax(worst, fabs(sum / 64 / sqrt((64 * 64 - 1) / 12.0) * sqrt(12)));
	}
	assert_true(worst < 0.4);
}

/* Same seed, same bits: on every machine, for ever. */
static void test_fixed_points(void **state)
{
	static const double wanted[] = { 0x1.73c42dbfp-1, 0x1.e1bb21b2p-2, 0x1.3ca8075cp-3, 0x1.a8fae325p-1,
		0x1.131c8a76p-2, 0x1.10df38ffp-1 };

	(void)state;
	for (uint32_t w = 0; w < ARRAY_LEN(wanted); w++)
		if (worlds_point(worlds_key("trust_time", 1), w) != wanted[w])
			fail_msg("world %u: %a", w, worlds_point(worlds_key("trust_time", 1), w));
}

static void test_last_world(void **state)
{
	(void)state;
	assert_true(worlds_point(worlds_key("a", 1), WORLDS_MAX - 1) > 0);
	assert_true(worlds_point(worlds_key("a", 1), WORLDS_MAX - 1) < 1);
	assert_true(worlds_point(worlds_key("a", 1), UINT32_MAX) < 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_strata),   cmocka_unit_test(test_later_blocks), cmocka_unit_test(test_streams_differ),
		cmocka_unit_test(test_no_trend), cmocka_unit_test(test_fixed_points), cmocka_unit_test(test_last_world),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
