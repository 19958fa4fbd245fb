/* SPDX-License-Identifier: MIT
 *
 * The shipped model at the edges: every lever and every uncertainty at its ends, alone, all together, and in random corners.
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
#include "base/file.h"
#include "model/lanes.h"
#include "model/model.h"
#include "model/run.h"
#include "model/tape.h"
#include "model/worlds.h"
#include "rules/rules.h"

enum { WIDTH = 64, CORNERS = 512 };

/* The model, and a tape over which every input varies. */
struct sweep {
	struct rules *rules;
	const struct model *model;
	const int *order;         /* everything that has a value over time */
	size_t count;
	struct tape *tape;
	struct run *run;
	double *defaults;
	double *settings;         /* one row of values a setting */
	size_t setting_count;
};

static struct rules *load(void)
{
	const char *srcdir = getenv("srcdir") ? getenv("srcdir") : ".";
	char *rules_dir = file_join(srcdir, "lua"), *data_dir = file_join(srcdir, "data");
	const struct rules_spec spec = {
		.rule_dirs = (const char *const[]){ rules_dir }, .rule_dir_count = 1,
		.data_dirs = (const char *const[]){ data_dir }, .data_dir_count = 1,
	};
	struct diags diags = DIAGS_INIT;
	struct rules *rules = rules_load(&spec, &diags);

	for (size_t i = 0; i < diags.count; i++)
		print_error("%s:%d: %s\n", diags.items[i].file, diags.items[i].line, diags.items[i].text);
	diags_release(&diags);
	free(rules_dir);
	free(data_dir);
	return rules;
}

static int set_up(void **state)
{
	struct sweep *s = xmalloc(sizeof *s);
	struct tape_spec spec;
	bool *varies;

	s->rules = load();
	if (!s->rules)
		return -1;
	s->model = rules_model(s->rules);
	s->order = model_order(s->model, &s->count);
	s->defaults = model_defaults(s->model);
	varies = xcalloc(model_count(s->model), sizeof *varies);
	for (size_t i = 0; i < model_count(s->model); i++)
		varies[i] = var_is_input(model_variable(s->model, (int)i)->kind);
	spec = (struct tape_spec){ .model = s->model, .wanted = s->order, .wanted_count = s->count, .varies = varies };
	s->tape = tape_new(&spec, NULL);
	s->run = run_new(s->tape, s->defaults);
	free(varies);
	*state = s;
	return 0;
}

static int tear_down(void **state)
{
	struct sweep *s = *state;

	run_free(s->run);
	tape_free(s->tape);
	rules_free(s->rules);
	free(s->defaults);
	free(s);
	return 0;
}

/* ---- settings ---- */

static double *add_setting(struct sweep *s)
{
	const size_t n = model_count(s->model);
	double *row;

	s->settings = xrealloc(s->settings, (s->setting_count + 1) * n, sizeof *s->settings);
	row = s->settings + s->setting_count++ * n;
	memcpy(row, s->defaults, n * sizeof *row);
	return row;
}

static bool is_one_of(const struct variable *v, bool levers, bool uncertainties)
{
	return (v->kind == VAR_LEVER && levers) || (v->kind == VAR_UNCERTAINTY && uncertainties);
}

/* Each alone at both ends, and all of them together. */
static void add_ends(struct sweep *s, bool levers, bool uncertainties)
{
	for (int end = 0; end < 2; end++) {
		double *all = NULL;

		for (size_t i = 0; i < model_count(s->model); i++) {
			const struct variable *v = model_variable(s->model, (int)i);

			if (is_one_of(v, levers, uncertainties))
				add_setting(s)[i] = end ? v->hi : v->lo;
		}
		all = add_setting(s);
		for (size_t i = 0; i < model_count(s->model); i++) {
			const struct variable *v = model_variable(s->model, (int)i);

			if (is_one_of(v, levers, uncertainties))
				all[i] = end ? v->hi : v->lo;
		}
	}
}

/* Every input at one of its ends, by a coin for each. */
static void add_corners(struct sweep *s)
{
	for (uint32_t k = 0; k < CORNERS; k++) {
		double *row = add_setting(s);

		for (size_t i = 0; i < model_count(s->model); i++) {
			const struct variable *v = model_variable(s->model, (int)i);

			if (is_one_of(v, true, true))
				row[i] = worlds_point(worlds_key(v->id, 7), k) < 0.5 ? v->lo : v->hi;
		}
	}
}

/* ---- what must hold ---- */

static bool may_be_negative(const char *id)
{
	/* A log of a price; a debt that is a surplus when users pay more than the market for public GPUs. */
	return !strcmp(id, "compute_price_log") || !strcmp(id, "policy_debt");
}

static bool is_share(const char *id)
{
	static const char *const ids[] = { "foundry_share", "fund_ownership", "kr_ai_share", "ai_adoption", "swap_share", "cash_bought_share",
	                                   "public_foundry_share", "gpu_utilisation", "winners", "gini", "converted", "rights_forgone",
	                                   "labour_share" };

	for (size_t i = 0; i < ARRAY_LEN(ids); i++)
		if (!strcmp(ids[i], id))
			return true;
	return false;
}

static const char *fault(const struct variable *v, double x)
{
	const double dust = 1e-9;   /* rounding of what is 0 or 1 */

	if (!isfinite(x))
		return "is not finite";
	if (v->kind == VAR_STOCK && x < -dust && !may_be_negative(v->id))
		return "is a negative stock";
	if (is_share(v->id) && (x < -dust || x > 1 + dust))
		return "is no share";
	return NULL;
}

/* The inputs that a setting moves, for whoever has to mend it. */
static void complain(const struct sweep *s, size_t setting, const struct variable *v, double x, double year, const char *what)
{
	const double *row = s->settings + setting * model_count(s->model);
	int named = 0;

	print_error("%s = %g %s in %g with", v->id, x, what, year);
	for (size_t i = 0; i < model_count(s->model) && named < 6; i++)
		if (row[i] != s->defaults[i] && !isnan(row[i])) {
			print_error(" %s=%g", model_variable(s->model, (int)i)->id, row[i]);
			named++;
		}
	print_error("\n");
}

static size_t check_block(const struct sweep *s, const double *values, size_t from, size_t count)
{
	const struct time_axis *axis = model_time(s->model);
	size_t faults = 0;

	for (size_t i = 0; i < s->count; i++)
		for (int step = 0; step <= axis->steps; step++)
			for (size_t lane = 0; lane < count; lane++) {
				const struct variable *v = model_variable(s->model, s->order[i]);
				const double x = values[(i * ((size_t)axis->steps + 1) + (size_t)step) * WIDTH + lane];
				const char *what = fault(v, x);

				if (what && faults++ < 5)
					complain(s, from + lane, v, x, axis->start + step * axis->step, what);
			}
	return faults;
}

/* Runs all settings, a lane each. */
static size_t run_settings(struct sweep *s)
{
	const size_t steps = (size_t)model_time(s->model)->steps + 1, inputs = tape_varying_count(s->tape), n = model_count(s->model);
	struct lanes *lanes = lanes_new(s->tape, WIDTH, isa_best());
	double *values = xcalloc(s->count * steps * WIDTH, sizeof *values);
	double (*rows)[WIDTH] = xcalloc(inputs, sizeof *rows);
	const double **pointers = xcalloc(inputs, sizeof *pointers);
	const struct recording recording = {
		.values = values, .output_stride = steps * WIDTH, .record_stride = WIDTH, .every = 1, .count = (int)steps,
	};
	size_t faults = 0;

	for (size_t from = 0; from < s->setting_count; from += WIDTH) {
		const size_t count = s->setting_count - from < WIDTH ? s->setting_count - from : WIDTH;

		for (size_t k = 0; k < inputs; k++) {
			pointers[k] = rows[k];
			for (size_t lane = 0; lane < count; lane++)
				rows[k][lane] = s->settings[(from + lane) * n + (size_t)tape_varying_variable(s->tape, k)];
		}
		lanes_start(lanes, s->run, pointers, count);
		lanes_advance(lanes, (int)steps - 1, &recording);
		faults += check_block(s, values, from, count);
	}
	lanes_free(lanes);
	free(values);
	free(rows);
	free(pointers);
	free(s->settings);
	s->settings = NULL;
	s->setting_count = 0;
	return faults;
}

static void levers_at_their_ends(void **state)
{
	add_ends(*state, true, false);
	assert_int_equal(run_settings(*state), 0);
}

static void uncertainties_at_their_ends(void **state)
{
	add_ends(*state, false, true);
	assert_int_equal(run_settings(*state), 0);
}

static void everything_at_its_ends(void **state)
{
	add_ends(*state, true, true);
	assert_int_equal(run_settings(*state), 0);
}

static void random_corners(void **state)
{
	add_corners(*state);
	assert_int_equal(run_settings(*state), 0);
}

/* The size that the specification gives the model: nothing was lost. */
static void nothing_is_missing(void **state)
{
	const struct sweep *s = *state;
	size_t kinds[VAR_KINDS] = { 0 };

	for (size_t i = 0; i < model_count(s->model); i++)
		kinds[model_variable(s->model, (int)i)->kind]++;
	assert_int_equal(kinds[VAR_LEVER], 22);
	assert_int_equal(model_claim_count(s->model), 68);
	assert_true(kinds[VAR_UNCERTAINTY] >= 97);
	assert_true(kinds[VAR_CHECK] >= 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(levers_at_their_ends),
		cmocka_unit_test(uncertainties_at_their_ends),
		cmocka_unit_test(everything_at_its_ends),
		cmocka_unit_test(random_corners),
		cmocka_unit_test(nothing_is_missing),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
