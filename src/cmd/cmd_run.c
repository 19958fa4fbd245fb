/* SPDX-License-Identifier: MIT
 *
 * publicstake run: scenarios through the model, as series, bands or summaries.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/number.h"
#include "base/text.h"
#include "cmd/run_priv.h"
#include "model/model.h"

const struct option_row run_options[] = {
	REQUEST_OPTIONS,
	{ 0, "outcomes", "ID,...", N_("which variables (all outcomes); with --summaries: which summaries") },
	{ 0, "from", N_("YEAR"), N_("first year shown") },
	{ 0, "to", N_("YEAR"), N_("last year shown") },
	{ 0, "every", N_("YEARS"), N_("distance of the years shown (every step)") },
	{ 0, "summaries", NULL, N_("one number a run instead of series") },
	{ 0, "engine", "tape|lua", N_("the fast engine, or the same rules as plain Lua") },
	OUTPUT_OPTIONS,
	{ 0, NULL, NULL, NULL },
};

/* ---- what is asked for ---- */

static void show_variable(struct job *job, int variable)
{
	job->variables = xrealloc(job->variables, job->count + 1, sizeof *job->variables);
	job->variables[job->count++] = variable;
}

static bool has_headlines(const struct model *model)
{
	for (size_t i = 0; i < model_count(model); i++)
		if (model_variable(model, (int)i)->headline)
			return true;
	return false;
}

/* A table for people shows the headline, if there is one, unless more is asked for; data hold every outcome. */
static bool shows_headlines(const struct job *job)
{
	return job->format == FORMAT_TABLE && !job->request.worlds && has_headlines(job->model);
}

static bool is_usual(const struct job *job, const struct variable *v, bool only_headlines)
{
	if (job->summaries)
		return v->kind == VAR_SUMMARY;
	return v->is_outcome && (!only_headlines || v->headline);
}

static int by_headline(const struct model *model, int a, int b)
{
	const int x = model_variable(model, a)->headline, y = model_variable(model, b)->headline;

	return (x ? x : 1000) - (y ? y : 1000);
}

static void show_usual(struct job *job)
{
	const bool only_headlines = shows_headlines(job);

	for (size_t i = 0; i < model_count(job->model); i++) {
		size_t at;

		if (!is_usual(job, model_variable(job->model, (int)i), only_headlines))
			continue;
		show_variable(job, (int)i);
		for (at = job->count - 1; job->format == FORMAT_TABLE && at > 0 &&
		                          by_headline(job->model, job->variables[at - 1], (int)i) > 0; at--)
			job->variables[at] = job->variables[at - 1];
		job->variables[at] = (int)i;
	}
}

static bool can_show(const struct job *job, const struct variable *v)
{
	return job->summaries ? v->kind == VAR_SUMMARY : var_is_over_time(v->kind) || var_is_input(v->kind);
}

static int unknown_outcome(const struct job *job, const char *id, struct err *err)
{
	struct text_guess guess = { .name = id };

	if (model_find(job->model, id) >= 0)
		return err_set(err, job->summaries ? _("--outcomes: `%s` is no summary") : _("--outcomes: `%s` has no value over time; --summaries shows summaries"), id);
	for (size_t i = 0; i < model_count(job->model); i++)
		if (can_show(job, model_variable(job->model, (int)i)))
			text_guess_offer(&guess, model_variable(job->model, (int)i)->id);
	if (guess.best)
		return err_set(err, _("--outcomes: unknown name `%s`; did you mean `%s`?"), id, guess.best);
	return err_set(err, _("--outcomes: unknown name `%s`; `publicstake list outcomes` shows them"), id);
}

static int show_named(struct job *job, const char *list, struct err *err)
{
	char *copy = xstrdup(list), *rest = copy;
	int failed = 0;

	for (char *id = strsep(&rest, ","); id && !failed; id = strsep(&rest, ",")) {
		const int variable = model_find(job->model, id);

		if (variable < 0 || !can_show(job, model_variable(job->model, variable)))
			failed = unknown_outcome(job, id, err);
		else
			show_variable(job, variable);
	}
	free(copy);
	return failed;
}

/* The step nearest to a year; -1 and `err` when no step falls on it. */
static int step_of(const struct job *job, const char *name, double year, struct err *err)
{
	const struct time_axis *axis = model_time(job->model);
	const double at = (year - axis->start) / axis->step;
	const double nearest = fmin(fmax(round(at), 0), axis->steps);

	if (fabs(at - nearest) < 1e-6)
		return (int)nearest;
	return err_set(err, _("--%s: no step falls on %g; the nearest is %g (the model runs from %g to %g in steps of %g)"), name, year,
	               axis->start + nearest * axis->step, axis->start, axis->stop, axis->step);
}

static int read_years(struct job *job, struct err *err)
{
	const struct options *options = &job->context->options;
	const struct time_axis *axis = model_time(job->model);
	double from = axis->start, to = axis->stop, every = job->format == FORMAT_TABLE ? 10 : axis->step;
	int first, last;

	if (options_number(options, "from", &from, err) || options_number(options, "to", &to, err) ||
	    options_number(options, "every", &every, err))
		return -1;
	first = step_of(job, "from", from, err);
	last = step_of(job, "to", to, err);
	if (first < 0 || last < 0)
		return -1;
	if (first > last)
		return err_set(err, _("--from must not lie after --to"));
	if (!(every > 0) || fabs(every / axis->step - round(every / axis->step)) > 1e-6)
		return err_set(err, _("--every must be a multiple of the step, %g years"), axis->step);
	job->records.first = first;
	job->records.every = every / axis->step < 1e6 ? (int)round(every / axis->step) : 1000000;
	job->records.count = (last - first) / job->records.every + 1;
	return 0;
}

static int read_job(struct job *job, struct err *err)
{
	const struct options *options = &job->context->options;
	const char *engine = options_value(options, "engine"), *outcomes = options_value(options, "outcomes");

	if (options->rest_count)
		return err_set(err, _("run takes no argument `%s`; a scenario is given with -s"), options->rest[0]);
	if (engine && strcmp(engine, "tape") && strcmp(engine, "lua"))
		return err_set(err, _("--engine is tape or lua"));
	job->lua = engine && !strcmp(engine, "lua");
	job->summaries = options_has(options, "summaries");
	if (job->lua && job->request.worlds)
		return err_set(err, _("--engine=lua runs one world: give --world N instead of --worlds"));
	if (read_years(job, err))
		return -1;
	if (outcomes)
		return show_named(job, outcomes, err);
	show_usual(job);
	return 0;
}

/* ---- the command ---- */

static int run_job(struct job *job)
{
	int failed;

	job->output = output_open(job->context);
	if (!job->output)
		return STATUS_BAD_INPUT;
	failed = job->request.worlds ? run_write_bands(job) : run_write_lines(job);
	if (!failed)
		return output_close(job->output);
	output_discard(job->output);
	return STATUS_BAD_INPUT;
}

int cmd_run(struct context *context)
{
	struct job job = { .context = context };
	int status = STATUS_BAD_INPUT;
	struct err err;

	if (cmd_format(context, FORMAT_CSV, &job.format))
		return STATUS_BAD_INPUT;
	job.rules = cmd_load_rules(context);
	if (!job.rules)
		return STATUS_BAD_RULES;
	job.model = rules_model(job.rules);
	if (!request_read(&job.request, context, job.model, 0)) {
		if (read_job(&job, &err))
			cmd_complain(err.text);
		else
			status = run_job(&job);
	}
	request_release(&job.request);
	free(job.variables);
	rules_free(job.rules);
	return status;
}
