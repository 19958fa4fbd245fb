/* SPDX-License-Identifier: MIT
 *
 * publicstake run: scenarios through the model, as series, bands or summaries.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/number.h"
#include "base/text.h"
#include "base/unit.h"
#include "cmd/cmd.h"
#include "cmd/request.h"
#include "model/bands.h"
#include "model/blame.h"
#include "model/draws.h"
#include "model/ensemble.h"
#include "model/model.h"
#include "model/pool.h"
#include "model/tape.h"
#include "model/worlds.h"

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

/* A run as asked for. */
struct job {
	struct context *context;
	struct rules *rules;
	const struct model *model;
	struct request request;
	int *variables;            /* shown */
	size_t count;
	struct records records;
	bool summaries, lua;
	bool quiet;                /* of values that are not finite: said already */
	enum format format;
	struct output *output;
	struct pool *pool;
	struct draws *draws;
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

/* ---- running ---- */

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

/* One world, central or drawn: out[variable * records + record], or out[summary]. */
static int run_one(const struct job *job, const struct scene *scene, double *out)
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

static int run_one_in_lua(const struct job *job, const struct scene *scene, double *out)
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

static struct bands *run_worlds(const struct job *job, const struct scene *scene)
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

/* ---- writing ---- */

static double year_of(const struct job *job, int record)
{
	const struct time_axis *axis = model_time(job->model);

	return axis->start + (job->records.first + record * job->records.every) * axis->step;
}

static struct listing *open_listing(const struct job *job, const struct listing_column *columns, size_t count)
{
	return cmd_listing(job->context, job->output, FORMAT_CSV, columns, count);
}

/* Columns scenario (when there are several), then those given. */
static struct listing_column *with_scenario(const struct job *job, const struct listing_column *rest, size_t count, size_t *total)
{
	struct listing_column *columns = xcalloc(count + 1, sizeof *columns);
	const size_t first = job->request.case_count > 1;

	columns[0] = (struct listing_column){ .name = "scenario" };
	memcpy(columns + first, rest, count * sizeof *rest);
	*total = count + first;
	return columns;
}

static void begin_row(const struct job *job, struct listing *listing, const struct scene *scene)
{
	if (job->request.case_count > 1)
		listing_text(listing, scene->name);
}

/* Rows of time, columns of variables: for machines. */
static int write_series(const struct job *job, double *const *results)
{
	struct listing_column *named = xcalloc(job->count + 1, sizeof *named), *columns;
	struct listing *listing;
	size_t total;

	named[0] = (struct listing_column){ .name = "time", .is_number = true };
	for (size_t i = 0; i < job->count; i++)
		named[i + 1] = (struct listing_column){ .name = model_variable(job->model, job->variables[i])->id, .is_number = true };
	columns = with_scenario(job, named, job->count + 1, &total);
	listing = open_listing(job, columns, total);
	for (size_t k = 0; listing && k < job->request.case_count; k++) {
		for (int r = 0; r < job->records.count; r++) {
			begin_row(job, listing, &job->request.cases[k]);
			listing_number(listing, year_of(job, r));
			for (size_t i = 0; i < job->count; i++)
				listing_number(listing, results[k][i * (size_t)job->records.count + (size_t)r]);
			listing_end_row(listing);
		}
	}
	if (listing)
		listing_close(listing);
	free(columns);
	free(named);
	return listing ? 0 : -1;
}

/* Shares as per cent; other numbers as they are, since their unit stands in its own column. */
static void table_cell(const struct job *job, struct listing *listing, double value, const char *unit)
{
	struct buf text = BUF_INIT;

	if (unit_parse(unit).kind != UNIT_SHARE || !isfinite(value)) {
		listing_number(listing, value);
		return;
	}
	unit_format_short(&text, value, unit, job->context->lang, 3);
	listing_text(listing, buf_text(&text));
	buf_release(&text);
}

/* The summaries of the headline strip, below a table for people. */
static int write_headline_summaries(struct job *job)
{
	const enum lang lang = job->context->lang;

	for (size_t k = 0; k < job->request.case_count; k++) {
		for (size_t i = 0; i < model_count(job->model); i++) {
			const struct variable *v = model_variable(job->model, (int)i);
			struct job one = *job;
			struct buf text = BUF_INIT;
			int variable = (int)i;
			double value = NAN;

			if (v->kind != VAR_SUMMARY || !v->headline)
				continue;
			one.summaries = one.quiet = true;
			one.variables = &variable;
			one.count = 1;
			if ((one.lua ? run_one_in_lua : run_one)(&one, &job->request.cases[k], &value))
				return -1;
			if (isfinite(value))
				unit_format(&text, value, v->unit, lang, 6);
			cmd_print(output_stream(job->output), "%s%s%s: %s\n", job->request.case_count > 1 ? job->request.cases[k].name : "",
			          job->request.case_count > 1 ? ", " : "", *text_in(&v->label, lang) ? text_in(&v->label, lang) : v->id,
			          text.len ? buf_text(&text) : *text_in(&v->none, lang) ? text_in(&v->none, lang) : "-");
			buf_release(&text);
		}
	}
	return 0;
}

/* Rows of variables, columns of years: for people. */
static int write_table(const struct job *job, double *const *results)
{
	const size_t years = (size_t)job->records.count;
	struct listing_column *named = xcalloc(years + 2, sizeof *named), *columns;
	char (*heads)[16] = xcalloc(years, sizeof *heads);
	struct listing *listing;
	size_t total;

	named[0] = (struct listing_column){ .name = _("outcome"), .widest = 44 };
	named[1] = (struct listing_column){ .name = _("unit"), .widest = 24 };
	for (size_t r = 0; r < years; r++) {
		snprintf(heads[r], sizeof heads[r], "%g", year_of(job, (int)r));
		named[r + 2] = (struct listing_column){ .name = heads[r], .is_number = true };
	}
	columns = with_scenario(job, named, years + 2, &total);
	listing = open_listing(job, columns, total);
	for (size_t i = 0; listing && i < job->count; i++) {
		for (size_t k = 0; k < job->request.case_count; k++) {
			const struct variable *v = model_variable(job->model, job->variables[i]);
			struct buf unit = BUF_INIT;

			begin_row(job, listing, &job->request.cases[k]);
			unit_name(&unit, v->unit, job->context->lang);
			listing_text(listing, *text_in(&v->label, job->context->lang) ? text_in(&v->label, job->context->lang) : v->id);
			listing_text(listing, buf_text(&unit));
			for (size_t r = 0; r < years; r++)
				table_cell(job, listing, results[k][i * years + r], v->unit);
			listing_end_row(listing);
			buf_release(&unit);
		}
	}
	if (listing)
		listing_close(listing);
	free(columns);
	free(named);
	free(heads);
	return listing ? 0 : -1;
}

static int write_summaries(const struct job *job, double *const *results)
{
	static const struct listing_column named[] = { { .name = "id" }, { .name = "value", .is_number = true } };
	struct listing *listing;
	struct listing_column *columns;
	size_t total;

	columns = with_scenario(job, named, ARRAY_LEN(named), &total);
	listing = open_listing(job, columns, total);
	for (size_t k = 0; listing && k < job->request.case_count; k++) {
		for (size_t i = 0; i < job->count; i++) {
			const struct variable *v = model_variable(job->model, job->variables[i]);

			begin_row(job, listing, &job->request.cases[k]);
			listing_text(listing, v->id);
			listing_value(listing, results[k][i], v->unit);
			listing_end_row(listing);
		}
	}
	if (listing)
		listing_close(listing);
	free(columns);
	return listing ? 0 : -1;
}

static int run_and_write_lines(struct job *job)
{
	double **results = xcalloc(job->request.case_count, sizeof *results);
	const size_t cells = job->count * (size_t)(job->summaries ? 1 : job->records.count);
	int failed = 0;

	for (size_t k = 0; k < job->request.case_count && !failed; k++) {
		results[k] = xcalloc(cells, sizeof **results);
		failed = (job->lua ? run_one_in_lua : run_one)(job, &job->request.cases[k], results[k]);
	}
	if (!failed)
		failed = job->summaries                ? write_summaries(job, results)
		         : job->format == FORMAT_TABLE ? write_table(job, results)
		                                       : write_series(job, results);
	if (!failed && !job->summaries && job->format == FORMAT_TABLE && !options_has(&job->context->options, "outcomes"))
		failed = write_headline_summaries(job);
	for (size_t k = 0; k < job->request.case_count; k++)
		free(results[k]);
	free(results);
	return failed;
}

/* ---- bands ---- */

static const struct listing_column band_columns[] = {
	{ .name = "time", .is_number = true }, { .name = "outcome" }, { .name = "central", .is_number = true },
	{ .name = "p05", .is_number = true }, { .name = "p25", .is_number = true }, { .name = "p50", .is_number = true },
	{ .name = "p75", .is_number = true }, { .name = "p95", .is_number = true }, { .name = "mean", .is_number = true },
};

static const struct listing_column band_summary_columns[] = {
	{ .name = "id" }, { .name = "central", .is_number = true }, { .name = "p05", .is_number = true },
	{ .name = "p25", .is_number = true }, { .name = "p50", .is_number = true }, { .name = "p75", .is_number = true },
	{ .name = "p95", .is_number = true }, { .name = "mean", .is_number = true }, { .name = "never", .is_number = true },
};

static void write_band(const struct job *job, struct listing *listing, const struct scene *scene, const struct bands *bands, int record,
                       size_t i)
{
	const struct variable *v = model_variable(job->model, job->variables[i]);
	const double *statistics = bands_of(bands, i, record);

	begin_row(job, listing, scene);
	listing_number(listing, year_of(job, record));
	listing_text(listing, v->id);
	listing_value(listing, bands_central(bands, i, record), v->unit);
	for (int s = 0; s < BAND_COUNT; s++)
		listing_value(listing, statistics[s], v->unit);
	listing_end_row(listing);
}

static void write_summary_band(const struct job *job, struct listing *listing, const struct scene *scene, const struct bands *bands, size_t i)
{
	const struct variable *v = model_variable(job->model, job->variables[i]);
	double statistics[BAND_COUNT];
	size_t never;

	bands_summarise(bands, i, statistics, &never);
	begin_row(job, listing, scene);
	listing_text(listing, v->id);
	listing_value(listing, bands_central_summary(bands, i), v->unit);
	for (int s = 0; s < BAND_COUNT; s++)
		listing_value(listing, statistics[s], v->unit);
	listing_number(listing, (double)never);
	listing_end_row(listing);
}

static int run_and_write_bands(struct job *job)
{
	struct listing *listing;
	struct listing_column *columns;
	size_t total;
	int failed = 0;

	columns = job->summaries ? with_scenario(job, band_summary_columns, ARRAY_LEN(band_summary_columns), &total)
	                         : with_scenario(job, band_columns, ARRAY_LEN(band_columns), &total);
	job->pool = pool_new(job->request.threads);
	job->draws = draws_new(job->model, job->request.seed, job->request.worlds);
	listing = open_listing(job, columns, total);
	for (size_t k = 0; listing && !failed && k < job->request.case_count; k++) {
		const struct scene *scene = &job->request.cases[k];
		struct bands *bands = run_worlds(job, scene);

		failed = !bands;
		for (int r = 0; bands && !job->summaries && r < job->records.count; r++)
			for (size_t i = 0; i < job->count; i++)
				write_band(job, listing, scene, bands, r, i);
		for (size_t i = 0; bands && job->summaries && i < job->count; i++)
			write_summary_band(job, listing, scene, bands, i);
		bands_free(bands);
	}
	if (listing)
		listing_close(listing);
	draws_free(job->draws);
	pool_free(job->pool);
	free(columns);
	return listing && !failed ? 0 : -1;
}

/* ---- the command ---- */

static int run_job(struct job *job)
{
	int failed;

	job->output = output_open(job->context);
	if (!job->output)
		return STATUS_BAD_INPUT;
	failed = job->request.worlds ? run_and_write_bands(job) : run_and_write_lines(job);
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
