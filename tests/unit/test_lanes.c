/* SPDX-License-Identifier: MIT
 *
 * model/lanes: integration, memories, summaries, and the same bits however the work is cut up.
 */
#include "config.h"

#include "model/lanes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/run.h"
#include "model/tape.h"
#include "oracle.h"

/* ---- one world of a small model ---- */

/* Runs the defaults: out[step] of one variable; the caller's to free. */
static double *run_one(struct model *m, int variable)
{
	const size_t records = (size_t)model_time(m)->steps + 1;
	const struct tape_spec spec = { .model = m, .wanted = &variable, .wanted_count = 1 };
	struct diags diags = DIAGS_INIT;
	struct tape *tape;
	struct run *run;
	struct lanes *lanes;
	double *values, *out = xcalloc(records, sizeof *out);
	const struct recording recording = {
		.values = out, .output_stride = records, .record_stride = 1, .every = 1, .count = (int)records
	};

	assert_int_equal(model_finish(m, &diags), 0);
	tape = tape_new(&spec, NULL);
	values = model_defaults(m);
	run = run_new(tape, values);
	lanes = lanes_new(tape, LANE_STEP, isa_best());
	lanes_start(lanes, run, NULL, 1);
	lanes_advance(lanes, (int)records - 1, &recording);
	assert_int_equal(lanes_first_bad(lanes)[0], -1);
	lanes_free(lanes);
	run_free(run);
	tape_free(tape);
	free(values);
	return out;
}

/* ---- known solutions ---- */

enum { DECAY, GROWTH_BY_TIME, OSCILLATOR };

/* s' = -s; s' = t^3; x' = y, y' = -x. What s (or x) is at 2, from 1 at 0. */
static double solve(int problem, enum method method, double step)
{
	struct model *m = new_model(0, 2, step, method);
	const int s = add_stock(m, "s", 1), y = add_stock(m, "y", 0);
	double *out, end;

	set_rate(m, y, num(m, 0));
	if (problem == DECAY)
		set_rate(m, s, one(m, OP_NEG, var(m, s)));
	else if (problem == GROWTH_BY_TIME)
		set_rate(m, s, two(m, OP_MUL, now(m), two(m, OP_MUL, now(m), now(m))));
	else {
		set_rate(m, s, var(m, y));
		set_rate(m, y, one(m, OP_NEG, var(m, s)));
	}
	out = run_one(m, s);
	end = out[model_time(m)->steps];
	free(out);
	model_free(m);
	return end;
}

static const double exact[] = { 0.1353352832366127, 5, -0.4161468365471424 };

static double order_of(int problem, enum method method, double step)
{
	const double coarse = fabs(solve(problem, method, step) - exact[problem]);
	const double fine = fabs(solve(problem, method, step / 2) - exact[problem]);

	return log2(coarse / fine);
}

static void test_convergence(void **state)
{
	(void)state;
	for (int problem = DECAY; problem <= OSCILLATOR; problem++)
		assert_true(fabs(order_of(problem, METHOD_EULER, 1 / 256.0) - 1) < 0.02);
	assert_true(fabs(order_of(DECAY, METHOD_RK4, 1 / 16.0) - 4) < 0.1);
	assert_true(fabs(order_of(OSCILLATOR, METHOD_RK4, 1 / 16.0) - 4) < 0.1);
	assert_true(fabs(solve(DECAY, METHOD_RK4, 1 / 64.0) - exact[DECAY]) < 1e-9);
	assert_true(
		fabs(solve(GROWTH_BY_TIME, METHOD_RK4, 0.5) - exact[GROWTH_BY_TIME]) < 1e-14); /* as Simpson's rule: exact */
}

/* Step by step: (1 - h)^n, and the first terms of the exponential. */
static void test_each_step(void **state)
{
	const double h = 0.25;

	(void)state;
	for (int method = 0; method < 2; method++) {
		struct model *m = new_model(0, 2, h, (enum method)method);
		const int s = add_stock(m, "s", 1);
		const double factor = method ? 1 - h + h * h / 2 - h * h * h / 6 + h * h * h * h / 24 : 1 - h;
		double *out;

		set_rate(m, s, one(m, OP_NEG, var(m, s)));
		out = run_one(m, s);
		for (int i = 0; i <= 8; i++)
			assert_true(fabs(out[i] - pow(factor, i)) < 1e-15);
		free(out);
		model_free(m);
	}
}

/* Stocks that name each other move together: none sees the other's new value. */
static void test_together(void **state)
{
	struct model *m = new_model(0, 3, 1, METHOD_EULER);
	const int a = add_stock(m, "a", 1), b = add_stock(m, "b", 10);
	double *out;

	(void)state;
	set_rate(m, a, two(m, OP_SUB, var(m, b), var(m, a)));
	set_rate(m, b, two(m, OP_SUB, var(m, a), var(m, b)));
	out = run_one(m, a);
	assert_true(out[0] == 1 && out[1] == 10 && out[2] == 1 && out[3] == 10);
	free(out);
	model_free(m);
}

/* ---- memories ---- */

/* The memory of smooth(x, 4), which starts at 0, for x = 1. */
static void test_smooth(void **state)
{
	struct model *m = new_model(0, 8, 0.5, METHOD_EULER);
	const int a = add_auxiliary(m, "a", NODE_NONE), memory = add_memory(m, MEMORY_STOCK, a, num(m, 0));
	double *out;

	(void)state;
	model_edit_memory(m, memory)->next = two(m, OP_DIV, two(m, OP_SUB, num(m, 1), memory_leaf(m, memory)), num(m, 4));
	model_edit(m, a)->node = memory_leaf(m, memory);
	out = run_one(m, a);
	for (int i = 0; i <= 16; i++)
		assert_true(fabs(out[i] - (1 - pow(1 - 0.5 / 4, i))) < 1e-15);
	free(out);
	model_free(m);
}

/* t as it was some years ago: at least a step, to the nearest step, `initial` before. */
static void test_history(void **state)
{
	static const struct {
		double delay;
		int steps;
	} cases[] = { { 1, 2 }, { 0.5, 1 }, { 0.1, 1 }, { -3, 1 }, { 0.74, 1 }, { 0.76, 2 }, { 4, 8 }, { 100, 200 },
		{ 1e300, 9999 }, { NAN, 1 } };

	(void)state;
	for (size_t k = 0; k < ARRAY_LEN(cases); k++) {
		for (int method = 0; method < 2; method++) {
			struct model *m = new_model(10, 14, 0.5, (enum method)method);
			const int a = add_auxiliary(m, "a", NODE_NONE), memory = add_memory(m, MEMORY_HISTORY, a, NODE_NONE);
			double *out;

			model_edit_memory(m, memory)->next = now(m);
			model_edit(m, a)->node = graph_history(model_edit_graph(m), memory, num(m, cases[k].delay), num(m, -7));
			out = run_one(m, a);
			for (int i = 0; i <= 8; i++)
				assert_true(out[i] == (i < cases[k].steps ? -7 : 10 + 0.5 * (i - cases[k].steps)));
			free(out);
			model_free(m);
		}
	}
}

/* What is held is taken at whole steps, also between the stages of Runge and Kutta. */
static void test_held(void **state)
{
	(void)state;
	for (int method = 0; method < 2; method++) {
		struct model *m = new_model(0, 6, 1, (enum method)method);
		const int a = add_auxiliary(m, "a", NODE_NONE), memory = add_memory(m, MEMORY_HELD, a, num(m, -1));
		const int even = two(m, OP_LE,
			two(m, OP_SUB, now(m), two(m, OP_MUL, num(m, 3), one(m, OP_FLOOR, two(m, OP_DIV, now(m), num(m, 3))))),
			num(m, 0));
		static const double wanted[] = { 0, 0, 0, 3, 3, 3, 6 };
		double *out;

		model_edit_memory(m, memory)->next = model_edit(m, a)->node = choose(m, even, now(m), memory_leaf(m, memory));
		out = run_one(m, a);
		for (int i = 0; i <= 6; i++)
			assert_true(out[i] == wanted[i]);
		free(out);
		model_free(m);
	}
}

/* ---- summaries ---- */

/* x = (t - 3)^2 from 0 to 8 by half years. */
static struct model *parabola(void)
{
	struct model *m = new_model(0, 8, 0.5, METHOD_EULER);
	const int off = two(m, OP_SUB, now(m), num(m, 3));

	add_auxiliary(m, "x", two(m, OP_MUL, off, off));
	return m;
}

static double summarise(struct model *m, int summary)
{
	const struct tape_spec spec = { .model = m, .summaries = &summary, .summary_count = 1 };
	struct diags diags = DIAGS_INIT;
	struct tape *tape;
	struct run *run;
	struct lanes *lanes;
	double *values, result;

	assert_int_equal(model_finish(m, &diags), 0);
	tape = tape_new(&spec, NULL);
	assert_int_equal(tape_summary_count(tape), 1);
	assert_int_equal(tape_summary_variable(tape, 0), summary);
	values = model_defaults(m);
	run = run_new(tape, values);
	lanes = lanes_new(tape, LANE_STEP, isa_best());
	lanes_start(lanes, run, NULL, 1);
	lanes_advance(lanes, 3, NULL);
	lanes_advance(lanes, model_time(m)->steps, NULL);
	result = lanes_summary(lanes, 0)[0];
	lanes_free(lanes);
	run_free(run);
	tape_free(tape);
	free(values);
	return result;
}

static double summary_of_parabola(enum summary_kind kind, double at, double threshold, bool is_check)
{
	struct model *m = parabola();
	const int x = var(m, 0);
	const int summary = is_check ? add_equation(m, VAR_CHECK, "s", two(m, OP_LE, x, num(m, threshold)))
	                  : add_summary(m, "s", kind, kind == SUMMARY_FIRST ? two(m, OP_LT, x, num(m, threshold)) : x);
	double result;

	model_edit(m, summary)->at = at;
	result = summarise(m, summary);
	model_free(m);
	return result;
}

static void test_summaries(void **state)
{
	double total = 0;

	(void)state;
	for (int i = 0; i < 16; i++)
		total += (i * 0.5 - 3) * (i * 0.5 - 3) * 0.5;
	assert_true(summary_of_parabola(SUMMARY_FIRST, NAN, 4.01, false) == 1);
	assert_true(summary_of_parabola(SUMMARY_FIRST, NAN, 4, false) == 1.5);
	assert_true(summary_of_parabola(SUMMARY_FIRST, NAN, 100, false) == 0);
	assert_true(isnan(summary_of_parabola(SUMMARY_FIRST, NAN, 0, false)));
	assert_true(summary_of_parabola(SUMMARY_AT, 0, 0, false) == 9);
	assert_true(summary_of_parabola(SUMMARY_AT, 8, 0, false) == 25);
	assert_true(summary_of_parabola(SUMMARY_AT, 4.5, 0, false) == 2.25);
	assert_true(summary_of_parabola(SUMMARY_AT, 4.6, 0, false) == 2.25);   /* the nearest step */
	assert_true(summary_of_parabola(SUMMARY_MINIMUM, NAN, 0, false) == 0);
	assert_true(summary_of_parabola(SUMMARY_MAXIMUM, NAN, 0, false) == 25);
	assert_true(summary_of_parabola(SUMMARY_TOTAL, NAN, 0, false) == total);
	assert_true(summary_of_parabola(SUMMARY_MEAN, NAN, 0, false) == total / 8);
	assert_true(isnan(summary_of_parabola(0, NAN, 25, true)));
	assert_true(summary_of_parabola(0, NAN, 9, true) == 6.5);
	assert_true(summary_of_parabola(0, NAN, 8, true) == 0);
	assert_true(isnan(summary_of_parabola(0, 3, 0, true)));                /* only in that year */
	assert_true(summary_of_parabola(0, 3.5, 0, true) == 3.5);
}

/* What is no number at one step stays so. */
static void test_summaries_of_no_number(void **state)
{
	static const enum summary_kind kinds[] = { SUMMARY_MINIMUM, SUMMARY_MAXIMUM, SUMMARY_TOTAL, SUMMARY_MEAN };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		for (int bad = 0; bad < 4; bad += 3) {   /* at the first step, and later */
			struct model *m = parabola();
			const int zero = two(m, OP_SUB, now(m), num(m, bad));
			const int s = add_summary(m, "s", kinds[i], two(m, OP_DIV, zero, zero));

			assert_true(isnan(summarise(m, s)));
			model_free(m);
		}
	}
}

/* ---- the same bits however it is cut up ---- */

enum { WORLDS = 300 };

struct whole {
	struct model *m;
	struct tape *tape;
	struct run *run;
	double *inputs[16];
	int *wanted, *summaries;
	size_t wanted_count, summary_count, records, cells;
};

static void whole_init(struct whole *w, uint64_t seed, enum method method)
{
	bool varies[200] = { false };
	struct tape_spec spec = { .varies = varies };
	double *values;

	*w = (struct whole){ .m = chance_model(seed, method, 0.5) };
	w->wanted = xcalloc(model_count(w->m), sizeof(int));
	w->summaries = xcalloc(model_count(w->m), sizeof(int));
	for (size_t i = 0; i < model_count(w->m); i++) {
		const enum var_kind kind = model_variable(w->m, (int)i)->kind;

		varies[i] = kind == VAR_UNCERTAINTY;
		if (var_is_over_time(kind))
			w->wanted[w->wanted_count++] = (int)i;
		if (kind == VAR_SUMMARY || kind == VAR_CHECK)
			w->summaries[w->summary_count++] = (int)i;
	}
	spec.model = w->m;
	spec.wanted = w->wanted;
	spec.wanted_count = w->wanted_count;
	spec.summaries = w->summaries;
	spec.summary_count = w->summary_count;
	w->tape = tape_new(&spec, NULL);
	values = model_defaults(w->m);
	w->run = run_new(w->tape, values);
	free(values);
	w->records = (size_t)model_time(w->m)->steps + 1;
	w->cells = w->wanted_count * w->records + w->summary_count;
	for (size_t k = 0; k < tape_varying_count(w->tape); k++) {
		w->inputs[k] = xcalloc(WORLDS, sizeof(double));
		for (int i = 0; i < WORLDS; i++)
			w->inputs[k][i] = random_between(&seed, -1, 2);
	}
}

static void whole_release(struct whole *w)
{
	for (size_t k = 0; k < ARRAY_LEN(w->inputs); k++)
		free(w->inputs[k]);
	run_free(w->run);
	tape_free(w->tape);
	free(w->wanted);
	free(w->summaries);
	model_free(w->m);
}

/* All worlds in blocks of `width`, each block in slices of `slice` steps: out[cell * WORLDS + world]. */
static double *run_whole(const struct whole *w, size_t width, enum isa isa, int slice)
{
	double *out = xcalloc(w->cells * WORLDS, sizeof *out);
	struct lanes *lanes = lanes_new(w->tape, width, isa);

	for (size_t from = 0; from < WORLDS; from += width) {
		const size_t count = WORLDS - from < width ? WORLDS - from : width;
		const struct recording recording = {
			.values = out + from,
			.output_stride = w->records * WORLDS,
			.record_stride = WORLDS,
			.every = 1,
			.count = (int)w->records,
		};
		const double *rows[16];

		for (size_t k = 0; k < tape_varying_count(w->tape); k++)
			rows[k] = w->inputs[k] + from;
		lanes_start(lanes, w->run, rows, count);
		for (int last = slice; last < (int)w->records - 1 + slice; last += slice)
			lanes_advance(lanes, last, &recording);
		for (size_t k = 0; k < w->summary_count; k++)
			memcpy(out + (w->wanted_count * w->records + k) * WORLDS + from, lanes_summary(lanes, k),
				count * sizeof(double));
	}
	lanes_free(lanes);
	return out;
}

static void assert_same(const struct whole *w, const double *a, const double *b)
{
	for (size_t i = 0; i < w->cells * WORLDS; i++)
		if (!same_bits(a[i], b[i]))
			fail_msg("cell %zu of world %zu is %a, not %a", i / WORLDS, i % WORLDS, b[i], a[i]);
}

static void test_same_bits(void **state)
{
	static const size_t widths[] = { 8, 64, 128, 256, LANES_MAX };

	(void)state;
	for (uint64_t seed = 0; seed < 12; seed++) {
		struct whole w;
		double *first;

		whole_init(&w, 50 + seed, seed % 2 ? METHOD_RK4 : METHOD_EULER);
		first = run_whole(&w, 64, ISA_BASE, 1000);
		for (size_t i = 0; i < ARRAY_LEN(widths); i++) {
			for (int isa = 0; isa < ISA_COUNT; isa++) {
				double *again = isa_usable((enum isa)isa) ? run_whole(&w, widths[i], (enum isa)isa, 1 + (int)i) : NULL;

				if (again)
					assert_same(&w, first, again);
				free(again);
			}
		}
		free(first);
		whole_release(&w);
	}
}

/* ---- recording ---- */

static void test_records(void **state)
{
	struct model *m = new_model(0, 10, 1, METHOD_EULER);
	const int a = add_auxiliary(m, "a", two(m, OP_MUL, now(m), num(m, 2)));
	const struct tape_spec spec = { .model = m, .wanted = &a, .wanted_count = 1 };
	struct diags diags = DIAGS_INIT;
	struct tape *tape;
	struct run *run;
	struct lanes *lanes;
	double out[8] = { 0 }, *values;
	const struct recording recording = {
		.values = out, .output_stride = 8, .record_stride = 1, .first = 2, .every = 3, .count = 2
	};

	(void)state;
	model_finish(m, &diags);
	tape = tape_new(&spec, NULL);
	values = model_defaults(m);
	run = run_new(tape, values);
	lanes = lanes_new(tape, LANE_STEP, ISA_BASE);
	lanes_start(lanes, run, NULL, 1);
	lanes_advance(lanes, 100, &recording);
	assert_true(out[0] == 4 && out[1] == 10 && out[2] == 0);
	lanes_free(lanes);
	run_free(run);
	tape_free(tape);
	free(values);
	model_free(m);
}

/* 1 / (u - t): infinite at step u. */
static void test_first_bad(void **state)
{
	struct model *m = new_model(0, 10, 1, METHOD_EULER);
	const int u = add_uncertainty(m, "u", 0.5, uniform(0, 20));
	const int a = add_auxiliary(m, "a", two(m, OP_DIV, num(m, 1), two(m, OP_SUB, var(m, u), now(m))));
	const bool varies[] = { true, false };
	const struct tape_spec spec = { .model = m, .wanted = &a, .wanted_count = 1, .varies = varies };
	const double inputs[] = { 0, 3.5, 3, 10, 11, 7 }, *rows[] = { inputs };
	static const int wanted[] = { 0, -1, 3, 10, -1, 7 };
	struct diags diags = DIAGS_INIT;
	double out[11 * 8], *values;
	const struct recording recording = {
		.values = out, .output_stride = sizeof out, .record_stride = 8, .every = 1, .count = 11
	};
	struct tape *tape;
	struct run *run;
	struct lanes *lanes;

	(void)state;
	model_finish(m, &diags);
	tape = tape_new(&spec, NULL);
	values = model_defaults(m);
	run = run_new(tape, values);
	lanes = lanes_new(tape, LANE_STEP, isa_best());
	lanes_start(lanes, run, rows, ARRAY_LEN(inputs));
	lanes_advance(lanes, 4, &recording);
	assert_int_equal(lanes_first_bad(lanes)[2], 3);
	assert_int_equal(lanes_first_bad(lanes)[5], -1);
	lanes_advance(lanes, 10, &recording);
	for (size_t i = 0; i < ARRAY_LEN(inputs); i++)
		assert_int_equal(lanes_first_bad(lanes)[i], wanted[i]);
	lanes_start(lanes, run, rows + 0, 1);
	assert_int_equal(lanes_first_bad(lanes)[0], -1);
	lanes_free(lanes);
	run_free(run);
	tape_free(tape);
	free(values);
	model_free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_convergence), cmocka_unit_test(test_each_step), cmocka_unit_test(test_together),
		cmocka_unit_test(test_smooth),      cmocka_unit_test(test_history),   cmocka_unit_test(test_held),
		cmocka_unit_test(test_summaries),   cmocka_unit_test(test_summaries_of_no_number),
		cmocka_unit_test(test_same_bits),   cmocka_unit_test(test_records),   cmocka_unit_test(test_first_bad),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
