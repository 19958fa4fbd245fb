/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cmd/run_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/number.h"
#include "model/bands.h"
#include "model/blame.h"
#include "model/draws.h"
#include "model/ensemble.h"
#include "model/model.h"
#include "model/tape.h"
#include "model/worlds.h"

/* What summaries are computed from, so that a value that is not finite is seen though a comparison hides it. */
static int *watch_summaries(const struct job *job, size_t *count)
{
	bool *wanted = xcalloc(model_count(job->model), sizeof *wanted);
	int *variables = xcalloc(model_count(job->model), sizeof *variables);

	*count = 0;
	for (size_t i = 0; i < job->count; i++) {
		const struct variable *v = model_variable(job->model, job->variables[i]);

		for (size_t k = 0; k < v->use_count; k++)
			wanted[v->uses[k]] = true;
	}
	for (size_t i = 0; i < model_count(job->model); i++)
		if (wanted[i])
			variables[(*count)++] = (int)i;
	free(wanted);
	return variables;
}

static struct tape *make_tape(const struct job *job, const bool *varies)
{
	size_t watched = 0;
	int *watch = job->summaries ? watch_summaries(job, &watched) : NULL;
	const struct tape_spec spec = {
		.model = job->model, .wanted = watch ? watch : job->variables, .wanted_count = watch ? watched : job->count,
		.summaries = job->variables, .summary_count = job->summaries ? job->count : 0, .varies = varies,
	};
	struct err err;
	struct tape *tape = tape_new(&spec, &err);

	if (!tape)
		cmd_complain(err.text);
	free(watch);
	return tape;
}

/* Summaries look at every step. */
static struct records records_of(const struct job *job)
{
	return job->summaries ? (struct records){ .every = 1, .count = model_time(job->model)->steps + 1 } : job->records;
}

static void complain_of(const struct job *job, const char *who, const double *values)
{
	const struct blame blame = blame_find(job->model, values);
	char *message;

	if (blame.variable >= 0) {
		const struct variable *v = model_variable(job->model, blame.variable);

		message = xasprintf(_("%s: `%s` (%s:%d) is not finite from %g on"), who, v->id, v->equation.file ? v->equation.file : v->declared.file,
		                    v->equation.file ? v->equation.line : v->declared.line, blame.time);
		cmd_complain(message);
		free(message);
	}
}

static void complain_of_worlds(const struct job *job, const struct scene *scene, const struct bands *bands)
{
	const size_t bad = bands_bad_count(bands), most = 5;
	char left_out[NUMBER_TEXT_MAX], all[NUMBER_TEXT_MAX];
	double *values = xcalloc(model_count(job->model), sizeof *values);
	char *text;

	if (bad) {
		text = xasprintf(_("%s: %s of %s worlds (seed %llu) are left out of the bands, since a value in them is not finite"), scene->name,
		                 number_count(bad, left_out), number_count(job->request.worlds, all), (unsigned long long)job->request.seed);
		cmd_complain(text);
		free(text);
	}
	for (size_t i = 0; i < bad && i < most; i++) {
		const int world = bands_bad(bands, i).world;

		memcpy(values, scene->values, model_count(job->model) * sizeof *values);
		draws_one(job->model, job->request.seed, (uint32_t)world, scene->is_set, values);
		text = xasprintf(_("world %d"), world);
		complain_of(job, text, values);
		free(text);
	}
	free(values);
}

static int run_on_tape(const struct job *job, const struct scene *scene, double *out)
{
	struct ensemble_spec spec = { .values = scene->values, .records = records_of(job), .isa = job->request.isa };
	struct ensemble *ensemble;
	struct tape *tape = make_tape(job, NULL);

	if (!tape)
		return -1;
	spec.tape = tape;
	ensemble = ensemble_new(&spec);
	for (size_t i = 0; i < job->count; i++) {
		if (job->summaries)
			out[i] = ensemble_central_summary(ensemble, i);
		else
			memcpy(out + i * (size_t)job->records.count, ensemble_central(ensemble, i), (size_t)job->records.count * sizeof *out);
	}
	if (ensemble_first_bad(ensemble, WORLD_CENTRAL) >= 0 && !job->quiet)
		complain_of(job, scene->name, scene->values);
	ensemble_free(ensemble);
	tape_free(tape);
	return 0;
}

static int run_in_lua(const struct job *job, const struct scene *scene, double *out)
{
	const size_t steps = (size_t)model_time(job->model)->steps + 1, count = job->summaries ? 0 : job->count;
	double *all = xcalloc(steps * count, sizeof *all);
	struct err err;
	const int failed = rules_run_lua(job->rules, scene->values, job->variables, count, all, job->variables,
	                                 job->summaries ? job->count : 0, out, &err);

	if (failed)
		cmd_complain(err.text);
	for (size_t i = 0; i < count; i++)
		for (int r = 0; r < job->records.count; r++)
			out[i * (size_t)job->records.count + (size_t)r] = all[(size_t)(job->records.first + r * job->records.every) * count + i];
	free(all);
	return failed;
}

int run_line(const struct job *job, const struct scene *scene, double *out)
{
	return (job->lua ? run_in_lua : run_on_tape)(job, scene, out);
}

struct bands *run_worlds(const struct job *job, const struct scene *scene)
{
	bool *varies = draws_varying(job->draws, scene->is_set);
	struct tape *tape = make_tape(job, varies);
	struct bands *bands = NULL;

	if (tape) {
		const struct ensemble_spec spec = {
			.tape = tape, .values = scene->values, .draws = job->draws, .records = records_of(job),
			.worlds = job->request.worlds, .width = job->request.lanes, .isa = job->request.isa,
		};

		bands = bands_new(&spec, job->pool);
		complain_of_worlds(job, scene, bands);
		if (bands_central_bad(bands) >= 0)
			complain_of(job, scene->name, scene->values);
	}
	tape_free(tape);
	free(varies);
	return bands;
}
