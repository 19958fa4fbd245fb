/* SPDX-License-Identifier: MIT
 *
 * model/ensemble: many worlds in many threads, the same bits whatever runs them.
 */
#include "config.h"

#include "model/ensemble.h"

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
#include "model/tape.h"
#include "model/worlds.h"
#include "many.h"
#include "oracle.h"

enum { WORLDS = 150 };

static void setup_init(struct many *s, struct model *m, struct tape_spec spec)
{
	many_init(s, m, spec, 4, WORLDS);
}

/* All outcomes and summaries of a model made by chance. */
static void setup_chance(struct many *s, uint64_t seed)
{
	struct model *m = chance_model(seed, METHOD_EULER, 0.5);
	int *wanted = xcalloc(model_count(m), sizeof(int)), *summaries = xcalloc(model_count(m), sizeof(int));
	size_t wanted_count = 0, summary_count = 0;

	for (size_t i = 0; i < model_count(m); i++) {
		const enum var_kind kind = model_variable(m, (int)i)->kind;

		if (var_is_over_time(kind))
			wanted[wanted_count++] = (int)i;
		else if (!var_is_input(kind))
			summaries[summary_count++] = (int)i;
	}
	setup_init(s, m, (struct tape_spec){ .wanted = wanted, .wanted_count = wanted_count, .summaries = summaries,
		.summary_count = summary_count });
	free(wanted);
	free(summaries);
}

static void assert_same(const struct many *s, const struct ensemble *a, const struct ensemble *b, size_t worlds)
{
	for (size_t o = 0; o < tape_output_count(s->tape); o++) {
		for (int r = 0; r < s->spec.records.count; r++) {
			assert_true(same_bits(ensemble_central(a, o)[r], ensemble_central(b, o)[r]));
			for (size_t w = 0; w < worlds; w++)
				assert_true(same_bits(ensemble_worlds(a, o, r)[w], ensemble_worlds(b, o, r)[w]));
		}
	}
	for (size_t k = 0; k < tape_summary_count(s->tape); k++) {
		assert_true(same_bits(ensemble_central_summary(a, k), ensemble_central_summary(b, k)));
		for (size_t w = 0; w < worlds; w++)
			assert_true(same_bits(ensemble_summary(a, k)[w], ensemble_summary(b, k)[w]));
	}
}

static struct ensemble *run(const struct many *s, int threads, size_t width, enum isa isa)
{
	struct ensemble_spec spec = s->spec;
	struct pool *pool = pool_new(threads);
	struct ensemble *e;

	spec.width = width;
	spec.isa = isa;
	e = ensemble_new(&spec);
	assert_int_equal(ensemble_extend(e, WORLDS, pool, NULL), WORLDS);
	assert_int_equal(ensemble_done(e), WORLDS);
	pool_free(pool);
	return e;
}

static void test_same_bits(void **state)
{
	static const int threads[] = { 1, 2, 5 };
	static const size_t widths[] = { 8, 64, 128, 256 };

	(void)state;
	for (uint64_t seed = 0; seed < 4; seed++) {
		struct many s;
		struct ensemble *first;

		setup_chance(&s, 900 + seed);
		first = run(&s, 1, 0, ISA_BASE);
		for (size_t t = 0; t < ARRAY_LEN(threads); t++) {
			for (size_t i = 0; i < ARRAY_LEN(widths); i++) {
				for (int isa = 0; isa < ISA_COUNT; isa++) {
					struct ensemble *e;

					if (!isa_usable((enum isa)isa))
						continue;
					e = run(&s, threads[t], widths[i], (enum isa)isa);
					assert_same(&s, first, e, WORLDS);
					ensemble_free(e);
				}
			}
		}
		ensemble_free(first);
		many_release(&s);
	}
}

/* In one go or in steps; a later step neither repeats nor leaves out a world. */
static void test_extended_in_steps(void **state)
{
	static const size_t steps[] = { 1, 3, 70, 70, 71, 200 };
	struct many s;
	struct ensemble *whole, *e;
	struct pool *pool = pool_new(2);

	(void)state;
	setup_chance(&s, 77);
	whole = run(&s, 2, 8, isa_best());
	s.spec.width = 8;
	e = ensemble_new(&s.spec);
	assert_int_equal(ensemble_done(e), 0);
	for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
		const size_t done = ensemble_extend(e, steps[i], pool, NULL);

		assert_int_equal(done, steps[i] < WORLDS ? steps[i] : WORLDS);
		assert_same(&s, whole, e, done);
	}
	ensemble_free(whole);
	ensemble_free(e);
	pool_free(pool);
	many_release(&s);
}

/* Each world is what it is alone, and the central one has the defaults. */
static void test_worlds_alone(void **state)
{
	struct many s;
	struct ensemble *e;
	size_t n;

	(void)state;
	setup_chance(&s, 5);
	n = model_count(s.m);
	e = run(&s, 2, 64, isa_best());
	for (int w = WORLD_CENTRAL; w < WORLDS; w += 29) {
		double *inputs = model_defaults(s.m), *out;
		bool *is_set = xcalloc(n, sizeof *is_set);

		if (w >= 0)
			draws_one(s.m, 4, (uint32_t)w, is_set, inputs);
		out = oracle_run(s.m, inputs);
		for (size_t o = 0; o < tape_output_count(s.tape); o++)
			for (int r = 0; r < s.spec.records.count; r++)
				assert_true(same_bits(w < 0 ? ensemble_central(e, o)[r] : ensemble_worlds(e, o, r)[w],
				                      out[(size_t)r * n + (size_t)tape_output_variable(s.tape, o)]));
		free(inputs);
		free(is_set);
		free(out);
	}
	ensemble_free(e);
	many_release(&s);
}

static void test_cancelled(void **state)
{
	struct many s;
	struct ensemble *e;
	struct pool *pool = pool_new(2);
	atomic_int cancel = 1;

	(void)state;
	setup_chance(&s, 6);
	s.spec.width = 8;
	e = ensemble_new(&s.spec);
	assert_int_equal(ensemble_extend(e, WORLDS, pool, &cancel), 0);
	assert_int_equal(ensemble_extend(e, 20, pool, NULL), 20);
	assert_int_equal(ensemble_extend(e, WORLDS, pool, &cancel), 20);
	atomic_store(&cancel, 0);
	assert_int_equal(ensemble_extend(e, WORLDS, pool, &cancel), WORLDS);
	ensemble_free(e);
	ensemble_free(NULL);
	pool_free(pool);
	many_release(&s);
}

/* a = sqrt(u - t): no number once t is past u. */
static struct model *with_bad_worlds(void)
{
	struct model *m = new_model(0, 10, 1, METHOD_EULER);
	const int u = add_uncertainty(m, "u", 20, uniform(5, 25));
	struct diags diags = DIAGS_INIT;

	add_auxiliary(m, "a", one(m, OP_SQRT, two(m, OP_SUB, var(m, u), now(m))));
	if (model_finish(m, &diags))
		abort();
	return m;
}

static void test_bad_worlds(void **state)
{
	const int wanted = 1;
	struct many s, t;
	struct ensemble *e, *minus;
	double values[WORLDS];
	const double *u;
	size_t bad = 0, kept;

	(void)state;
	setup_init(&s, with_bad_worlds(), (struct tape_spec){ .wanted = &wanted, .wanted_count = 1 });
	setup_init(&t, with_bad_worlds(), (struct tape_spec){ .wanted = &wanted, .wanted_count = 1 });
	e = run(&s, 2, 8, isa_best());
	minus = run(&t, 1, 64, isa_best());
	u = draws_row(s.draws, 0);
	assert_int_equal(ensemble_first_bad(e, WORLD_CENTRAL), -1);
	for (int w = 0; w < WORLDS; w++) {
		assert_int_equal(ensemble_first_bad(e, w), u[w] < 10 ? (int)floor(u[w]) + 1 : -1);
		bad += u[w] < 10;
	}
	assert_in_range(bad, WORLDS / 8, WORLDS / 2);
	assert_int_equal(ensemble_bad_count(e), bad);
	kept = ensemble_sample(e, NULL, 0, 0, values);
	assert_int_equal(kept, WORLDS - bad);
	for (size_t i = 0, w = 0; i < kept; i++, w++) {
		while (u[w] < 10)
			w++;
		assert_true(values[i] == sqrt(u[w]));
	}
	assert_int_equal(ensemble_sample(e, minus, 0, 3, values), kept);
	for (size_t i = 0; i < kept; i++)
		assert_true(values[i] == 0);
	ensemble_free(e);
	ensemble_free(minus);
	many_release(&s);
	many_release(&t);
}

/* Without worlds there is the central one; without records only summaries. */
static void test_nothing(void **state)
{
	const int wanted = 1;
	struct many s;
	struct ensemble *e;
	struct pool *pool = pool_new(1);

	(void)state;
	setup_init(&s, with_bad_worlds(), (struct tape_spec){ .wanted = &wanted, .wanted_count = 1 });
	s.spec.worlds = 0;
	e = ensemble_new(&s.spec);
	assert_int_equal(ensemble_extend(e, 10, pool, NULL), 0);
	assert_true(ensemble_central(e, 0)[4] == 4);
	assert_true(ensemble_tape(e) == s.tape);
	assert_int_equal(ensemble_records(e).count, 11);
	ensemble_free(e);
	s.spec.records.count = 0;
	e = ensemble_new(&s.spec);
	ensemble_free(e);
	pool_free(pool);
	many_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same_bits),
		cmocka_unit_test(test_extended_in_steps),
		cmocka_unit_test(test_worlds_alone),
		cmocka_unit_test(test_cancelled),
		cmocka_unit_test(test_bad_worlds),
		cmocka_unit_test(test_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
