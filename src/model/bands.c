/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/bands.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "model/draws.h"
#include "model/lanes.h"
#include "model/model.h"
#include "model/pool.h"
#include "model/run.h"
#include "model/stats.h"
#include "model/tape.h"

/* Recorded values of one slice stay below this many bytes, unless one record alone is more. */
#define SLICE_BYTES ((size_t)12 << 20)

static const double quantiles[] = { 0.05, 0.25, 0.5, 0.75, 0.95 };

struct bands {
	struct ensemble *central;   /* no worlds */
	struct records records;
	size_t outputs, summaries, worlds;
	double *statistics;         /* output, record, BAND_COUNT */
	double *summary;            /* summary, world */
	bool *may_never_come;       /* per summary: it is the first time of something */
	int *first_bad;             /* per world */
	struct bad_world *bad;
	size_t bad_count;
};

/* Work on one slice of records. */
struct slice {
	const struct ensemble_spec *spec;
	struct bands *bands;
	struct run *run;
	struct lanes **blocks;
	size_t width, block_count;
	double *values;             /* output, record of the slice, world */
	double **scratch;           /* per thread: one value a world */
	int from, count;            /* records */
	const unsigned char *skip;  /* worlds known to be bad; NULL: none */
};

static size_t block_size(const struct slice *s, size_t block)
{
	const size_t left = s->bands->worlds - block * s->width;

	return left < s->width ? left : s->width;
}

static void start_block(void *ctx, size_t block, int thread)
{
	struct slice *s = ctx;
	const struct tape *tape = s->spec->tape;
	const size_t varying = tape_varying_count(tape);
	const double **rows = xcalloc(varying, sizeof *rows);

	(void)thread;
	if (!s->blocks[block])
		s->blocks[block] = lanes_new(tape, s->width, s->spec->isa);
	for (size_t k = 0; k < varying; k++)
		rows[k] = draws_row(s->spec->draws, tape_varying_variable(tape, k)) + block * s->width;
	lanes_start(s->blocks[block], s->run, rows, block_size(s, block));
	free(rows);
}

static void run_block(void *ctx, size_t block, int thread)
{
	struct slice *s = ctx;
	const struct records *r = &s->bands->records;
	const struct recording recording = {
		.values = s->values + block * s->width, .output_stride = (size_t)s->count * s->bands->worlds,
		.record_stride = s->bands->worlds, .first = r->first + s->from * r->every, .every = r->every, .count = s->count,
	};

	(void)thread;
	lanes_advance(s->blocks[block], r->first + (s->from + s->count - 1) * r->every, &recording);
}

static void finish_block(void *ctx, size_t block, int thread)
{
	struct slice *s = ctx;
	struct lanes *lanes = s->blocks[block];
	const size_t from = block * s->width, count = block_size(s, block);

	(void)thread;
	lanes_advance(lanes, model_time(tape_model(s->spec->tape))->steps, NULL);
	for (size_t k = 0; k < s->bands->summaries; k++)
		memcpy(s->bands->summary + k * s->bands->worlds + from, lanes_summary(lanes, k), count * sizeof(double));
	memcpy(s->bands->first_bad + from, lanes_first_bad(lanes), count * sizeof(int));
}

/* Bad worlds may only show in a later slice; then everything is done again without them. */
static size_t keep_good(const struct slice *s, const double *worlds, double *kept)
{
	size_t count = 0;

	for (size_t w = 0; w < s->bands->worlds; w++)
		if (!(s->skip && s->skip[w]) && isfinite(worlds[w]))
			kept[count++] = worlds[w];
	return count;
}

/* One piece: one output at one record. */
static void summarise_cell(void *ctx, size_t piece, int thread)
{
	struct slice *s = ctx;
	struct bands *b = s->bands;
	const size_t output = piece / (size_t)s->count, record = piece % (size_t)s->count;
	double *kept = s->scratch[thread];
	double *statistics = b->statistics + (output * (size_t)b->records.count + (size_t)s->from + record) * BAND_COUNT;
	const size_t count = keep_good(s, s->values + piece * b->worlds, kept);

	statistics[BAND_MEAN] = stats_mean(kept, count);
	stats_quantiles(kept, count, quantiles, ARRAY_LEN(quantiles), statistics);
}

static void run_slices(struct slice *s, struct pool *pool)
{
	struct bands *b = s->bands;
	const size_t record_bytes = b->outputs * b->worlds * sizeof(double);
	const size_t fit = record_bytes ? SLICE_BYTES / record_bytes : 1;
	const int most = fit < 1 ? 1 : fit > (size_t)b->records.count ? b->records.count : (int)fit;

	s->values = xcalloc(b->outputs * (size_t)most, b->worlds * sizeof(double));
	pool_run(pool, s->block_count, start_block, s, NULL);
	for (s->from = 0; s->from < b->records.count; s->from += s->count) {
		s->count = b->records.count - s->from < most ? b->records.count - s->from : most;
		pool_run(pool, s->block_count, run_block, s, NULL);
		pool_run(pool, b->outputs * (size_t)s->count, summarise_cell, s, NULL);
	}
	pool_run(pool, s->block_count, finish_block, s, NULL);
	free(s->values);
}

static void find_bad(struct bands *b)
{
	size_t cap = 0;

	b->bad_count = 0;
	for (size_t w = 0; w < b->worlds; w++) {
		if (b->first_bad[w] < 0)
			continue;
		b->bad = xgrow(b->bad, b->bad_count, &cap, sizeof *b->bad);
		b->bad[b->bad_count++] = (struct bad_world){ .world = (int)w, .step = b->first_bad[w] };
	}
}

static void run_worlds(struct bands *b, const struct ensemble_spec *spec, struct pool *pool)
{
	struct slice s = { .spec = spec, .bands = b, .width = spec->width ? spec->width : ENSEMBLE_WIDTH };
	unsigned char *skip;

	s.block_count = (b->worlds + s.width - 1) / s.width;
	s.run = run_new(spec->tape, spec->values);
	s.blocks = xcalloc(s.block_count, sizeof *s.blocks);
	s.scratch = xcalloc((size_t)pool_threads(pool), sizeof *s.scratch);
	for (int i = 0; i < pool_threads(pool); i++)
		s.scratch[i] = xcalloc(b->worlds, sizeof **s.scratch);
	run_slices(&s, pool);
	find_bad(b);
	if (b->bad_count) {
		skip = xcalloc(b->worlds, 1);
		for (size_t i = 0; i < b->bad_count; i++)
			skip[b->bad[i].world] = 1;
		s.skip = skip;
		run_slices(&s, pool);
		free(skip);
	}
	for (size_t i = 0; i < s.block_count; i++)
		lanes_free(s.blocks[i]);
	for (int i = 0; i < pool_threads(pool); i++)
		free(s.scratch[i]);
	free(s.blocks);
	free(s.scratch);
	run_free(s.run);
}

struct bands *bands_new(const struct ensemble_spec *spec, struct pool *pool)
{
	struct bands *b = xmalloc(sizeof *b);
	struct ensemble_spec central = *spec;

	central.worlds = 0;
	b->central = ensemble_new(&central);
	b->records = spec->records;
	b->outputs = tape_output_count(spec->tape);
	b->summaries = tape_summary_count(spec->tape);
	b->worlds = spec->worlds;
	b->statistics = xcalloc(b->outputs * (size_t)b->records.count, BAND_COUNT * sizeof *b->statistics);
	b->summary = xcalloc(b->summaries, b->worlds * sizeof *b->summary);
	b->first_bad = xcalloc(b->worlds, sizeof *b->first_bad);
	b->may_never_come = xcalloc(b->summaries, sizeof *b->may_never_come);
	for (size_t i = 0; i < b->summaries; i++) {
		const int variable = tape_summary_variable(spec->tape, i);

		b->may_never_come[i] = model_variable(tape_model(spec->tape), variable)->summary == SUMMARY_FIRST;
	}
	run_worlds(b, spec, pool);
	return b;
}

void bands_free(struct bands *b)
{
	if (!b)
		return;
	ensemble_free(b->central);
	free(b->statistics);
	free(b->summary);
	free(b->first_bad);
	free(b->may_never_come);
	free(b->bad);
	free(b);
}

double bands_central(const struct bands *b, size_t output, int record)
{
	return ensemble_central(b->central, output)[record];
}

const double *bands_of(const struct bands *b, size_t output, int record)
{
	return b->statistics + (output * (size_t)b->records.count + (size_t)record) * BAND_COUNT;
}

double bands_central_summary(const struct bands *b, size_t summary)
{
	return ensemble_central_summary(b->central, summary);
}

const double *bands_summary(const struct bands *b, size_t summary)
{
	return b->summary + summary * b->worlds;
}

size_t bands_bad_count(const struct bands *b)
{
	return b->bad_count;
}

struct bad_world bands_bad(const struct bands *b, size_t i)
{
	return b->bad[i];
}

int bands_central_bad(const struct bands *b)
{
	return ensemble_first_bad(b->central, -1);
}

void bands_summarise(const struct bands *b, size_t summary, double *statistics, size_t *never)
{
	const double *worlds = bands_summary(b, summary);
	double *kept = xcalloc(b->worlds, sizeof *kept);
	size_t count = 0;

	*never = 0;
	for (size_t w = 0; w < b->worlds; w++)
		if (b->first_bad[w] < 0 && !isnan(worlds[w]))
			kept[count++] = worlds[w];
	statistics[BAND_MEAN] = stats_mean(kept, count);
	for (size_t w = 0; w < b->worlds; w++)
		if (b->may_never_come[summary] && b->first_bad[w] < 0 && isnan(worlds[w])) {
			kept[count++] = INFINITY;
			(*never)++;
		}
	stats_quantiles(kept, count, quantiles, ARRAY_LEN(quantiles), statistics);
	free(kept);
}
