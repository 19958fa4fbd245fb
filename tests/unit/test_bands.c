/* SPDX-License-Identifier: MIT
 *
 * model/bands: exact percentiles and means in bounded memory, bad worlds left out.
 */
#include "config.h"

#include "model/bands.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/draws.h"
#include "model/pool.h"
#include "model/stats.h"
#include "model/tape.h"
#include "many.h"
#include "oracle.h"

static const double quantiles[] = { 0.05, 0.25, 0.5, 0.75, 0.95 };

struct setup {
	struct many many;
	struct bands *bands;
	struct ensemble *kept;   /* the same worlds, all kept */
};

static void setup_init(struct setup *s, struct model *m, const int *wanted, size_t wanted_count, const int *summaries,
                       size_t summary_count, size_t worlds, int threads)
{
	struct pool *pool = pool_new(threads);
	const struct tape_spec spec = { .wanted = wanted, .wanted_count = wanted_count, .summaries = summaries,
	                                .summary_count = summary_count };

	many_init(&s->many, m, spec, 8, worlds);
	s->bands = bands_new(&s->many.spec, pool);
	s->kept = ensemble_new(&s->many.spec);
	ensemble_extend(s->kept, worlds, pool, NULL);
	pool_free(pool);
}

static void setup_release(struct setup *s)
{
	bands_free(s->bands);
	ensemble_free(s->kept);
	many_release(&s->many);
}

static void compare(const struct setup *s)
{
	double *values = xcalloc(s->many.spec.worlds, sizeof *values), wanted[BAND_COUNT];

	for (size_t o = 0; o < tape_output_count(s->many.tape); o++) {
		for (int r = 0; r < s->many.spec.records.count; r++) {
			const size_t count = ensemble_sample(s->kept, NULL, o, r, values);

			wanted[BAND_MEAN] = stats_mean(values, count);
			stats_quantiles(values, count, quantiles, 5, wanted);
			for (int b = 0; b < BAND_COUNT; b++)
				if (!same_bits(bands_of(s->bands, o, r)[b], wanted[b]))
					fail_msg("statistic %d of output %zu at record %d is %a, not %a", b, o, r,
						bands_of(s->bands, o, r)[b], wanted[b]);
			assert_true(same_bits(bands_central(s->bands, o, r), ensemble_central(s->kept, o)[r]));
		}
	}
	for (size_t k = 0; k < tape_summary_count(s->many.tape); k++) {
		for (size_t w = 0; w < s->many.spec.worlds; w++)
			assert_true(same_bits(bands_summary(s->bands, k)[w], ensemble_summary(s->kept, k)[w]));
		assert_true(same_bits(bands_central_summary(s->bands, k), ensemble_central_summary(s->kept, k)));
	}
	assert_int_equal(bands_bad_count(s->bands), ensemble_bad_count(s->kept));
	for (size_t i = 0; i < bands_bad_count(s->bands); i++) {
		const struct bad_world bad = bands_bad(s->bands, i);

		assert_int_equal(bad.step, ensemble_first_bad(s->kept, bad.world));
		assert_true(i == 0 || bands_bad(s->bands, i - 1).world < bad.world);
	}
	free(values);
}

static void setup_chance(struct setup *s, uint64_t seed, size_t worlds, int threads)
{
	struct model *m = chance_model(seed, METHOD_EULER, 0.5);
	int *wanted = xcalloc(model_count(m), sizeof(int)), *summaries = xcalloc(model_count(m), sizeof(int));
	size_t wanted_count = 0, summary_count = 0;

	for (size_t i = 0; i < model_count(m); i++) {
		const enum var_kind kind = model_variable(m, (int)i)->kind;

		if (!var_is_input(kind) && !var_is_over_time(kind))
			summaries[summary_count++] = (int)i;
		else
			wanted[wanted_count++] = (int)i;
	}
	setup_init(s, m, wanted, wanted_count, summaries, summary_count, worlds, threads);
	free(wanted);
	free(summaries);
}

static void test_against_ensemble(void **state)
{
	static const size_t worlds[] = { 1, 2, 63, 64, 65, 500 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(worlds); i++) {
		struct setup s;

		setup_chance(&s, 30 + i, worlds[i], 1 + (int)i % 3);
		compare(&s);
		setup_release(&s);
	}
}

/* So many worlds that time is run through in slices. */
static void test_slices(void **state)
{
	struct setup s;

	(void)state;
	setup_chance(&s, 12, 6000, 2);
	assert_true(tape_output_count(s.many.tape) * 6000 * sizeof(double) * 13 > (size_t)12 << 20);
	compare(&s);
	setup_release(&s);
}

static void test_some_records(void **state)
{
	struct setup s;
	struct pool *pool = pool_new(2);

	(void)state;
	setup_chance(&s, 3, 40, 2);
	bands_free(s.bands);
	ensemble_free(s.kept);
	s.many.spec.records = (struct records){ .first = 3, .every = 4, .count = 3 };
	s.bands = bands_new(&s.many.spec, pool);
	s.kept = ensemble_new(&s.many.spec);
	ensemble_extend(s.kept, 40, pool, NULL);
	compare(&s);
	pool_free(pool);
	setup_release(&s);
}

/* a = sqrt(u - t), the smallest a, and the first time at which it is 3 or less. */
static struct model *with_bad_worlds(double stop)
{
	struct model *m = new_model(0, stop, 1, METHOD_EULER);
	const int u = add_uncertainty(m, "u", 30, uniform(5, 25));
	const int a = add_auxiliary(m, "a", one(m, OP_SQRT, two(m, OP_SUB, var(m, u), now(m))));
	struct diags diags = DIAGS_INIT;

	add_summary(m, "low", SUMMARY_MINIMUM, var(m, a));
	add_summary(m, "first", SUMMARY_FIRST, two(m, OP_LE, var(m, a), num(m, 3)));
	if (model_finish(m, &diags))
		abort();
	return m;
}

/* A world that goes wrong late is left out of every year. */
static void test_bad_worlds(void **state)
{
	static const int wanted[] = { 1 }, summaries[] = { 2, 3 };
	struct setup s;
	double statistics[BAND_COUNT];
	const double *u;
	size_t never, good = 0, never_wanted = 0;
	double lowest = INFINITY;

	(void)state;
	setup_init(&s, with_bad_worlds(10), wanted, 1, summaries, 2, 512, 2);
	compare(&s);
	u = draws_row(s.many.draws, 0);
	for (int w = 0; w < 512; w++) {
		if (u[w] < 10)
			continue;
		good++;
		never_wanted += u[w] - 10 > 9;
		lowest = fmin(lowest, sqrt(u[w]));
	}
	assert_int_equal(bands_bad_count(s.bands), 512 - good);
	assert_in_range(good, 300, 450);
	assert_true(bands_of(s.bands, 0, 0)[BAND_P05] > lowest && lowest > 3.1);
	assert_int_equal(bands_central_bad(s.bands), -1);
	bands_summarise(s.bands, 1, statistics, &never);
	assert_int_equal(never, never_wanted);
	assert_in_range(never, 100, 400);
	assert_true(statistics[BAND_P95] == INFINITY && statistics[BAND_P05] < 3 && isfinite(statistics[BAND_MEAN]));
	bands_summarise(s.bands, 0, statistics, &never);
	assert_int_equal(never, 0);
	assert_true(isfinite(statistics[BAND_P95]) && statistics[BAND_P05] >= 0);
	setup_release(&s);
}

/* A minimum that is no number is no missing time: nothing is said to come never. */
static void test_summary_of_no_number(void **state)
{
	static const int summaries[] = { 2 };
	struct setup s;
	double statistics[BAND_COUNT];
	size_t never;

	(void)state;
	setup_init(&s, with_bad_worlds(10), NULL, 0, summaries, 1, 64, 1);
	bands_summarise(s.bands, 0, statistics, &never);
	assert_int_equal(never, 0);
	assert_true(isfinite(statistics[BAND_P95]));
	setup_release(&s);
}

static void test_all_bad(void **state)
{
	static const int wanted[] = { 1 };
	struct setup s;

	(void)state;
	setup_init(&s, with_bad_worlds(60), wanted, 1, NULL, 0, 20, 2);
	assert_int_equal(bands_bad_count(s.bands), 20);
	assert_int_equal(bands_central_bad(s.bands), 31);
	for (int b = 0; b < BAND_COUNT; b++)
		assert_true(isnan(bands_of(s.bands, 0, 0)[b]));
	setup_release(&s);
	bands_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_against_ensemble),
		cmocka_unit_test(test_slices),
		cmocka_unit_test(test_some_records),
		cmocka_unit_test(test_bad_worlds),
		cmocka_unit_test(test_all_bad),
		cmocka_unit_test(test_summary_of_no_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
