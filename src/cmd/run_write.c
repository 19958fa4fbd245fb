/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cmd/run_priv.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/unit.h"
#include "model/bands.h"
#include "model/draws.h"
#include "model/ensemble.h"
#include "model/model.h"
#include "model/pool.h"

/* ---- lines ---- */

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
			if (run_line(&one, &job->request.cases[k], &value))
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

int run_write_lines(struct job *job)
{
	double **results = xcalloc(job->request.case_count, sizeof *results);
	const size_t cells = job->count * (size_t)(job->summaries ? 1 : job->records.count);
	int failed = 0;

	for (size_t k = 0; k < job->request.case_count && !failed; k++) {
		results[k] = xcalloc(cells, sizeof **results);
		failed = run_line(job, &job->request.cases[k], results[k]);
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

int run_write_bands(struct job *job)
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
