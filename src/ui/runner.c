/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/runner.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "model/draws.h"
#include "model/model.h"
#include "model/pool.h"
#include "model/tape.h"
#include "ui/refiner.h"
#include "ui/runner_priv.h"
#include "ui/tapes.h"

_Static_assert((int)SHOT_COUNT <= (int)REFINER_PLACES, "a place for each shot");

enum {
	QUICK_WIDTH = 32,     /* lanes: two blocks of the first worlds, so that two threads share them */
	RECORDS_FEW = 24,     /* with fewer years than this every step is recorded */
};

/* ---- making ---- */

static bool is_output(const struct variable *variable)
{
	return variable->is_outcome && var_is_over_time(variable->kind);
}

static void list_outputs(struct runner *runner)
{
	const size_t count = model_count(runner->model);

	runner->outputs = xcalloc(count, sizeof(int));
	runner->summaries = xcalloc(count, sizeof(int));
	runner->output_of = xcalloc(count, sizeof(int));
	runner->summary_of = xcalloc(count, sizeof(int));
	for (size_t i = 0; i < count; i++) {
		const struct variable *variable = model_variable(runner->model, (int)i);

		runner->output_of[i] = runner->summary_of[i] = -1;
		if (is_output(variable)) {
			runner->output_of[i] = (int)runner->output_count;
			runner->outputs[runner->output_count++] = (int)i;
		} else if (variable->kind == VAR_SUMMARY) {
			runner->summary_of[i] = (int)runner->summary_count;
			runner->summaries[runner->summary_count++] = (int)i;
		}
	}
}

static struct records choose_records(const struct time_axis *time)
{
	struct records records = { .first = 0, .every = (int)lround(1 / time->step) };

	if (records.every < 1 || time->steps / records.every < RECORDS_FEW)
		records.every = 1;
	records.count = time->steps / records.every + 1;
	return records;
}

static size_t clamp_worlds(size_t worlds)
{
	return worlds < RUNNER_FIRST ? RUNNER_FIRST : worlds > RUNNER_WORLDS_MAX ? RUNNER_WORLDS_MAX : worlds;
}

static void start_refiner(struct runner *runner, const struct runner_spec *spec)
{
	const struct refiner_spec refiner = {
		.model = runner->model, .tapes = runner->tapes, .records = runner->records, .worlds = runner->worlds,
		.seed = spec->seed, .threads = spec->threads,
	};

	if (runner->worlds > RUNNER_FIRST)
		runner->refiner = refiner_new(&refiner);
}

struct runner *runner_new(const struct runner_spec *spec)
{
	struct runner *runner = xcalloc(1, sizeof(*runner));
	struct tapes_spec tapes = { .model = spec->model };

	runner->model = spec->model;
	runner->worlds = clamp_worlds(spec->worlds);
	runner->draws = draws_new(spec->model, spec->seed, RUNNER_FIRST);
	runner->records = choose_records(model_time(spec->model));
	runner->pool = pool_new(spec->threads);
	runner->sample = xcalloc(runner->worlds, sizeof(double));
	list_outputs(runner);
	tapes.wanted = runner->outputs;
	tapes.wanted_count = runner->output_count;
	tapes.summaries = runner->summaries;
	tapes.summary_count = runner->summary_count;
	runner->tapes = tapes_new(&tapes);
	start_refiner(runner, spec);
	return runner;
}

void runner_free(struct runner *runner)
{
	if (!runner)
		return;
	for (int i = 0; i < SHOT_COUNT; i++)
		runner_drop(runner, (enum shot)i);
	refiner_free(runner->refiner);
	tapes_free(runner->tapes);
	tape_free(runner->whole_tape);
	free(runner->whole_of);
	for (int i = 0; i < BANDS_KEPT; i++)
		free(runner->bands[i].at);
	pool_free(runner->pool);
	draws_free(runner->draws);
	free(runner->sample);
	free(runner->outputs);
	free(runner->summaries);
	free(runner->output_of);
	free(runner->summary_of);
	free(runner);
}

/* ---- setting ---- */

static void drop_job(struct runner *runner, enum shot shot)
{
	if (runner->refiner)
		refiner_drop(runner->refiner, (size_t)shot);
	runner->results[shot].job = NULL;
}

void runner_drop(struct runner *runner, enum shot shot)
{
	struct result *result = &runner->results[shot];

	drop_job(runner, shot);
	ensemble_free(result->quick);
	ensemble_free(result->whole);
	tapes_release(runner->tapes, result->tape);
	free(result->values);
	free(result->is_set);
	free(result->effects);
	memset(result, 0, sizeof(*result));
	runner->serial++;
}

void runner_rest(struct runner *runner)
{
	for (int i = 0; i < SHOT_COUNT; i++)
		drop_job(runner, (enum shot)i);
	runner->serial++;
}

/* Of the scenario and of what it is compared with; pins stand still, so their worlds can wait. Without a refiner there
 * are no others. */
static size_t first_worlds(const struct runner *runner, enum shot shot)
{
	return shot == SHOT_CURRENT || shot == SHOT_COMPARED || !runner->refiner ? RUNNER_FIRST : 0;
}

static size_t worlds_wanted(const struct runner *runner, enum shot shot)
{
	if (!runner->refiner)
		return RUNNER_FIRST;
	return shot >= SHOT_PIN1 && runner->worlds > RUNNER_PIN_WORLDS ? RUNNER_PIN_WORLDS : runner->worlds;
}

static bool same_settings(const struct runner *runner, const struct result *result, const double *values,
	const bool *is_set)
{
	const size_t count = model_count(runner->model);

	return result->quick && !memcmp(result->is_set, is_set, count * sizeof(*is_set))
	       && !memcmp(result->values, values, count * sizeof(*values));
}

static void keep_settings(const struct runner *runner, struct result *result, const double *values, const bool *is_set)
{
	const size_t count = model_count(runner->model);

	if (!result->values) {
		result->values = xcalloc(count, sizeof(*values));
		result->is_set = xcalloc(count, sizeof(*is_set));
		result->effects = xcalloc(count, sizeof(*result->effects));
	}
	memset(result->effects, 0, count * sizeof(*result->effects));
	memcpy(result->values, values, count * sizeof(*values));
	memcpy(result->is_set, is_set, count * sizeof(*is_set));
}

/* The central line, in the memory of the last one if that has the same shape. */
static void run_central(const struct runner *runner, struct result *result, const struct tape *tape, size_t worlds)
{
	const struct ensemble_spec spec = {
		.tape = tape, .values = result->values, .draws = runner->draws, .records = runner->records,
		.worlds = worlds, .width = QUICK_WIDTH, .isa = isa_best(),
	};

	if (result->quick && result->tape == tape)
		ensemble_restart(result->quick, result->values);
	else {
		ensemble_free(result->quick);
		result->quick = ensemble_new(&spec);
	}
}

void runner_run_first(struct runner *runner, enum shot shot)
{
	size_t worlds;

	if (runner_has(runner, shot) && runner_best(runner, shot, &worlds) && !worlds)
		ensemble_extend(runner->results[shot].quick, first_worlds(runner, shot), runner->pool, NULL);
}

static const struct tape *take_tape(struct runner *runner, const bool *is_set)
{
	bool *varies = draws_varying(runner->draws, is_set);
	const struct tape *tape = tapes_take(runner->tapes, varies);

	free(varies);
	return tape;
}

bool runner_set(struct runner *runner, enum shot shot, const double *values, const bool *is_set)
{
	struct result *result = &runner->results[shot];
	const size_t first = first_worlds(runner, shot), wanted = worlds_wanted(runner, shot);
	const struct tape *tape;

	if (same_settings(runner, result, values, is_set))
		return true;
	drop_job(runner, shot);
	tape = take_tape(runner, is_set);
	if (!tape) {
		runner_drop(runner, shot);
		return false;
	}
	keep_settings(runner, result, values, is_set);
	run_central(runner, result, tape, first);
	tapes_release(runner->tapes, result->tape);
	result->tape = tape;
	ensemble_free(result->whole);
	result->whole = NULL;
	if (wanted > first)
		result->job = refiner_ask(runner->refiner, (size_t)shot, tape, values, wanted);
	if (shot == SHOT_CURRENT)
		runner_run_first(runner, shot);
	runner->serial++;
	return true;
}

void runner_go(struct runner *runner)
{
	if (runner->refiner)
		refiner_go(runner->refiner);
}

bool runner_has(const struct runner *runner, enum shot shot)
{
	return shot >= 0 && runner->results[shot].quick;
}

unsigned long runner_serial(const struct runner *runner)
{
	return runner->serial;
}

int runner_fd(const struct runner *runner)
{
	return runner->refiner ? refiner_fd(runner->refiner) : -1;
}

bool runner_poll(struct runner *runner)
{
	const bool any = runner->refiner && refiner_poll(runner->refiner);

	runner->serial += any;
	return any;
}

void runner_wait(struct runner *runner)
{
	if (!runner->refiner)
		return;
	refiner_go(runner->refiner);
	refiner_wait(runner->refiner);
	runner_poll(runner);
}

/* ---- reading ---- */

const struct ensemble *runner_best(const struct runner *runner, enum shot shot, size_t *worlds)
{
	const struct result *result = &runner->results[shot];
	const size_t quick = result->quick ? ensemble_done(result->quick) : 0;
	const struct ensemble *refined;

	if (result->job) {
		refined = job_worlds(result->job, worlds);
		if (*worlds > quick)
			return refined;
	}
	*worlds = quick;
	return result->quick;
}

size_t runner_worlds(const struct runner *runner, enum shot shot)
{
	size_t worlds;

	runner_best(runner, shot, &worlds);
	return worlds;
}

size_t runner_worlds_wanted(const struct runner *runner, enum shot shot)
{
	return worlds_wanted(runner, shot);
}

size_t runner_worlds_bad(const struct runner *runner, enum shot shot)
{
	size_t worlds, bad = 0;
	const struct ensemble *ensemble = runner_best(runner, shot, &worlds);

	for (size_t w = 0; w < worlds; w++)
		bad += ensemble_first_bad(ensemble, (int)w) >= 0;
	return bad;
}

int runner_records(const struct runner *runner)
{
	return runner->records.count;
}

double runner_year(const struct runner *runner, int record)
{
	const struct time_axis *time = model_time(runner->model);

	return time->start + (runner->records.first + record * runner->records.every) * time->step;
}

int runner_record_near(const struct runner *runner, double year)
{
	const struct time_axis *time = model_time(runner->model);
	const double record = (year - time->start) / time->step / runner->records.every;

	if (!(record > 0))
		return 0;
	return record >= runner->records.count - 1 ? runner->records.count - 1 : (int)lround(record);
}

const double *runner_central(const struct runner *runner, enum shot shot, int variable)
{
	const int output = runner->output_of[variable];

	if (!runner_has(runner, shot) || output < 0)
		return NULL;
	return ensemble_central(runner->results[shot].quick, (size_t)output);
}

/* A tape of everything over time, for the values behind an equation. */
static const struct tape *whole_tape(struct runner *runner)
{
	const size_t count = model_count(runner->model);
	struct tape_spec spec = { .model = runner->model };
	int *wanted;

	if (runner->whole_tape)
		return runner->whole_tape;
	wanted = xcalloc(count, sizeof(int));
	runner->whole_of = xcalloc(count, sizeof(int));
	for (size_t i = 0; i < count; i++) {
		const bool over_time = var_is_over_time(model_variable(runner->model, (int)i)->kind);

		runner->whole_of[i] = over_time ? (int)spec.wanted_count : -1;
		if (over_time)
			wanted[spec.wanted_count++] = (int)i;
	}
	spec.wanted = wanted;
	runner->whole_tape = tape_new(&spec, NULL);
	free(wanted);
	return runner->whole_tape;
}

static double whole_value(struct runner *runner, enum shot shot, int variable, int record)
{
	struct result *result = &runner->results[shot];

	if (!result->whole && whole_tape(runner)) {
		const struct ensemble_spec spec = {
			.tape = runner->whole_tape, .values = result->values, .draws = runner->draws, .records = runner->records,
			.isa = isa_best(),
		};

		result->whole = ensemble_new(&spec);
	}
	if (!result->whole || runner->whole_of[variable] < 0)
		return NAN;
	return ensemble_central(result->whole, (size_t)runner->whole_of[variable])[record];
}

double runner_value(struct runner *runner, enum shot shot, int variable, int record)
{
	const struct result *result;

	if (!runner_has(runner, shot))
		return NAN;
	result = &runner->results[shot];
	if (var_is_input(model_variable(runner->model, variable)->kind))
		return result->values[variable];
	if (runner->summary_of[variable] >= 0)
		return ensemble_central_summary(result->quick, (size_t)runner->summary_of[variable]);
	if (runner->output_of[variable] >= 0)
		return runner_central(runner, shot, variable)[record];
	return whole_value(runner, shot, variable, record);
}

static bool differs(double a, double b)
{
	return isnan(a) ? !isnan(b) : !(a <= b && a >= b);
}

static bool runs_differ(const struct runner *runner, const struct ensemble *a, const struct ensemble *b)
{
	for (size_t i = 0; i < runner->summary_count; i++)
		if (differs(ensemble_central_summary(a, i), ensemble_central_summary(b, i)))
			return true;
	for (size_t i = 0; i < runner->output_count; i++)
		for (int r = 0; r < runner->records.count; r++)
			if (differs(ensemble_central(a, i)[r], ensemble_central(b, i)[r]))
				return true;
	return false;
}

static enum effect find_effect(const struct runner *runner, const struct result *result, int variable)
{
	const size_t count = model_count(runner->model);
	double *values = xcalloc(count, sizeof(*values));
	const struct ensemble_spec spec = {
		.tape = result->tape, .values = values, .draws = runner->draws, .records = runner->records,
		.width = QUICK_WIDTH, .isa = isa_best(),
	};
	struct ensemble *other;
	bool any;

	memcpy(values, result->values, count * sizeof(*values));
	values[variable] = model_variable(runner->model, variable)->value;
	other = ensemble_new(&spec);
	any = runs_differ(runner, result->quick, other);
	ensemble_free(other);
	free(values);
	return any ? EFFECT_SOME : EFFECT_NONE;
}

bool runner_has_effect(struct runner *runner, enum shot shot, int variable)
{
	struct result *result = &runner->results[shot];

	if (!runner_has(runner, shot))
		return true;
	if (result->effects[variable] == EFFECT_UNKNOWN)
		result->effects[variable] = find_effect(runner, result, variable);
	return result->effects[variable] == EFFECT_SOME;
}
