/* SPDX-License-Identifier: MIT
 *
 * The tape against plain Lua: every variable of the shipped rules, at every step, in 200 drawn worlds and under several scenarios' levers.
 *
 * They may differ by the rounding of the power function, which Lua takes from the C library and the tape from SLEEF. A difference of large
 * numbers that passes through zero has no relative accuracy there, so a value counts as at least a hundredth of the largest that
 * its variable takes in that run.
 */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/file.h"
#include "model/draws.h"
#include "model/lanes.h"
#include "model/model.h"
#include "model/run.h"
#include "model/tape.h"
#include "rules/rules.h"

enum { WORLDS = 200, WIDTH = 64 };

struct both {
	struct rules *rules;
	const struct model *model;
	int *variables, *summaries;
	size_t count, summary_count, steps;
	struct draws *draws;
	double *values;
	double *tape, *lua;             /* tape: variable, step, lane; lua: step, variable */
	double *tape_summary, *lua_summary;
	double worst;
};

static void find_variables(struct both *b)
{
	const size_t n = model_count(b->model);

	b->variables = xcalloc(n, sizeof *b->variables);
	b->summaries = xcalloc(n, sizeof *b->summaries);
	for (size_t i = 0; i < n; i++) {
		const struct variable *v = model_variable(b->model, (int)i);

		if (var_is_over_time(v->kind))
			b->variables[b->count++] = (int)i;
		if (v->kind == VAR_SUMMARY || (v->kind == VAR_CHECK && !v->has_versus))
			b->summaries[b->summary_count++] = (int)i;
	}
}

static int set_up(void **state)
{
	const char *srcdir = getenv("srcdir") ? getenv("srcdir") : ".";
	char *rules_dir = file_join(srcdir, "lua"), *data_dir = file_join(srcdir, "data");
	const struct rules_spec spec = {
		.rule_dirs = (const char *const[]){ rules_dir }, .rule_dir_count = 1,
		.data_dirs = (const char *const[]){ data_dir }, .data_dir_count = 1,
	};
	struct diags diags = DIAGS_INIT;
	struct both *b = xmalloc(sizeof *b);

	b->rules = rules_load(&spec, &diags);
	diags_release(&diags);
	free(rules_dir);
	free(data_dir);
	if (!b->rules)
		return -1;
	b->model = rules_model(b->rules);
	b->steps = (size_t)model_time(b->model)->steps + 1;
	find_variables(b);
	b->draws = draws_new(b->model, 1, WORLDS);
	b->values = model_defaults(b->model);
	b->tape = xcalloc(b->count * b->steps, WIDTH * sizeof *b->tape);
	b->lua = xcalloc(b->count * b->steps, sizeof *b->lua);
	b->lua_summary = xcalloc(b->summary_count, sizeof *b->lua_summary);
	*state = b;
	return 0;
}

static int tear_down(void **state)
{
	struct both *b = *state;

	draws_free(b->draws);
	rules_free(b->rules);
	free(b->variables);
	free(b->summaries);
	free(b->values);
	free(b->tape);
	free(b->lua);
	free(b->lua_summary);
	free(b);
	return 0;
}

/* ---- comparing ---- */

static double largest(const struct both *b, size_t variable)
{
	double most = 0;

	for (size_t step = 0; step < b->steps; step++)
		most = fmax(most, fabs(b->lua[step * b->count + variable]));
	return most;
}

static void compare_world(struct both *b, size_t world, size_t lane)
{
	for (size_t i = 0; i < b->count; i++) {
		const double floor_of_it = 1e-2 * largest(b, i);

		for (size_t step = 0; step < b->steps; step++) {
			const double x = b->tape[(i * b->steps + step) * WIDTH + lane], y = b->lua[step * b->count + i];
			const double size = fmax(fmax(fabs(x), fabs(y)), floor_of_it);
			const double off = x == y ? 0 : fabs(x - y) / size;

			if (!(off <= 1e-12))
				fail_msg("%s, world %zu, step %zu: tape %.17g, Lua %.17g", model_variable(b->model, b->variables[i])->id,
				         world, step, x, y);
			b->worst = fmax(b->worst, off);
		}
	}
}

static void compare_summaries(const struct both *b, const struct lanes *lanes, size_t world, size_t lane)
{
	for (size_t k = 0; k < b->summary_count; k++) {
		const double x = lanes_summary(lanes, k)[lane], y = b->lua_summary[k];

		if (!(isnan(x) && isnan(y)) && !(fabs(x - y) <= 1e-12 * fabs(y)))
			fail_msg("%s, world %zu: tape %.17g, Lua %.17g", model_variable(b->model, b->summaries[k])->id, world, x, y);
	}
}

/* ---- running both ---- */

static void run_lua(struct both *b, const struct tape *tape, size_t world)
{
	double *values = xcalloc(model_count(b->model), sizeof *values);
	struct err err;

	memcpy(values, b->values, model_count(b->model) * sizeof *values);
	for (size_t k = 0; k < tape_varying_count(tape); k++)
		values[tape_varying_variable(tape, k)] = draws_row(b->draws, tape_varying_variable(tape, k))[world];
	if (rules_run_lua(b->rules, values, b->variables, b->count, b->lua, b->summaries, b->summary_count, b->lua_summary, &err))
		fail_msg("%s", err.text);
	free(values);
}

static void run_block(struct both *b, const struct tape *tape, const struct run *run, size_t from, size_t count)
{
	struct lanes *lanes = lanes_new(tape, WIDTH, isa_best());
	const double **rows = xcalloc(tape_varying_count(tape), sizeof *rows);
	const struct recording recording = {
		.values = b->tape, .output_stride = b->steps * WIDTH, .record_stride = WIDTH, .every = 1, .count = (int)b->steps,
	};

	for (size_t k = 0; k < tape_varying_count(tape); k++)
		rows[k] = draws_row(b->draws, tape_varying_variable(tape, k)) + from;
	lanes_start(lanes, run, rows, count);
	lanes_advance(lanes, (int)b->steps - 1, &recording);
	for (size_t lane = 0; lane < count; lane++) {
		run_lua(b, tape, from + lane);
		compare_world(b, from + lane, lane);
		compare_summaries(b, lanes, from + lane, lane);
	}
	free(rows);
	lanes_free(lanes);
}

static void agree_in(struct both *b, size_t worlds)
{
	bool *varies = draws_varying(b->draws, NULL);
	const struct tape_spec spec = {
		.model = b->model, .wanted = b->variables, .wanted_count = b->count, .summaries = b->summaries,
		.summary_count = b->summary_count, .varies = varies,
	};
	struct tape *tape = tape_new(&spec, NULL);
	struct run *run = run_new(tape, b->values);

	for (size_t from = 0; from < worlds; from += WIDTH)
		run_block(b, tape, run, from, worlds - from < WIDTH ? worlds - from : WIDTH);
	run_free(run);
	tape_free(tape);
	free(varies);
	print_message("worst relative difference %.2g\n", b->worst);
}

static void set(struct both *b, const char *id, double value)
{
	assert_true(model_find(b->model, id) >= 0);
	b->values[model_find(b->model, id)] = value;
}

static void baseline_in_200_worlds(void **state)
{
	agree_in(*state, WORLDS);
}

static void all_three_stakes_in_worlds(void **state)
{
	struct both *b = *state;

	set(b, "gpu_target", 200000);
	set(b, "foundry_spinoff", 1);
	set(b, "foundry_support", 10);
	set(b, "share_levy", 0.025);
	set(b, "land_levy", 0.025);
	set(b, "nps_conversion", 1);
	set(b, "distribution_share", 0.5);
	agree_in(b, WIDTH);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(baseline_in_200_worlds),
		cmocka_unit_test(all_three_stakes_in_worlds),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
