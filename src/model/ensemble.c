/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/ensemble.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "model/draws.h"
#include "model/lanes.h"
#include "model/model.h"
#include "model/pool.h"
#include "model/run.h"
#include "model/tape.h"

struct ensemble {
	const struct tape *tape;
	const struct draws *draws;
	struct run *run;
	struct records records;
	size_t capacity, done, width;
	bool worlds_only;
	enum isa isa;
	double *central;      /* output, record */
	double *worlds;       /* output, record, world */
	double *central_summary, *summary;   /* summary; summary, world */
	int central_bad;
	int *bad;             /* per world */
	struct lanes **lanes; /* per thread, made when first needed */
	int lanes_count;
};

static void run_central(struct ensemble *e)
{
	struct lanes *lanes = lanes_new(e->tape, LANE_STEP, e->isa);
	const struct recording recording = {
		.values = e->central, .output_stride = (size_t)e->records.count, .record_stride = 1,
		.first = e->records.first, .every = e->records.every, .count = e->records.count,
	};

	lanes_start(lanes, e->run, NULL, 1);
	lanes_advance(lanes, model_time(tape_model(e->tape))->steps, &recording);
	for (size_t k = 0; k < tape_summary_count(e->tape); k++)
		e->central_summary[k] = lanes_summary(lanes, k)[0];
	e->central_bad = lanes_first_bad(lanes)[0];
	lanes_free(lanes);
}

struct ensemble *ensemble_new(const struct ensemble_spec *spec)
{
	struct ensemble *e = xmalloc(sizeof *e);
	const size_t outputs = tape_output_count(spec->tape), summaries = tape_summary_count(spec->tape);
	const size_t cells = outputs * (size_t)spec->records.count;

	e->tape = spec->tape;
	e->draws = spec->draws;
	e->records = spec->records;
	e->capacity = spec->worlds;
	e->width = spec->width ? spec->width : ENSEMBLE_WIDTH;
	e->worlds_only = spec->worlds_only;
	e->isa = spec->isa;
	e->central = xcalloc(cells, sizeof *e->central);
	e->worlds = xcalloc(cells * e->capacity, sizeof *e->worlds);
	e->central_summary = xcalloc(summaries, sizeof *e->central_summary);
	e->summary = xcalloc(summaries * e->capacity, sizeof *e->summary);
	e->bad = xcalloc(e->capacity, sizeof *e->bad);
	ensemble_restart(e, spec->values);
	return e;
}

void ensemble_restart(struct ensemble *e, const double *values)
{
	run_free(e->run);
	e->run = run_new(e->tape, values);
	e->done = 0;
	if (!e->worlds_only)
		run_central(e);
}

void ensemble_free(struct ensemble *e)
{
	if (!e)
		return;
	for (int i = 0; i < e->lanes_count; i++)
		lanes_free(e->lanes[i]);
	free(e->lanes);
	run_free(e->run);
	free(e->central);
	free(e->worlds);
	free(e->central_summary);
	free(e->summary);
	free(e->bad);
	free(e);
}

/* ---- worlds ---- */

struct extension {
	struct ensemble *ensemble;
	size_t from, to;
	unsigned char *complete;  /* per block */
};

static void run_block(struct ensemble *e, struct lanes *lanes, size_t from, size_t count)
{
	const size_t varying = tape_varying_count(e->tape), summaries = tape_summary_count(e->tape);
	const struct recording recording = {
		.values = e->worlds + from, .output_stride = (size_t)e->records.count * e->capacity, .record_stride = e->capacity,
		.first = e->records.first, .every = e->records.every, .count = e->records.count,
	};
	const double **rows = xcalloc(varying, sizeof *rows);

	for (size_t k = 0; k < varying; k++)
		rows[k] = draws_row(e->draws, tape_varying_variable(e->tape, k)) + from;
	lanes_start(lanes, e->run, rows, count);
	lanes_advance(lanes, model_time(tape_model(e->tape))->steps, &recording);
	for (size_t k = 0; k < summaries; k++)
		memcpy(e->summary + k * e->capacity + from, lanes_summary(lanes, k), count * sizeof *e->summary);
	memcpy(e->bad + from, lanes_first_bad(lanes), count * sizeof *e->bad);
	free(rows);
}

static void run_piece(void *ctx, size_t piece, int thread)
{
	struct extension *x = ctx;
	struct ensemble *e = x->ensemble;
	const size_t from = x->from + piece * e->width;
	const size_t count = x->to - from < e->width ? x->to - from : e->width;

	if (!e->lanes[thread])
		e->lanes[thread] = lanes_new(e->tape, e->width, e->isa);
	run_block(e, e->lanes[thread], from, count);
	x->complete[piece] = 1;
}

size_t ensemble_extend(struct ensemble *e, size_t worlds, struct pool *pool, const atomic_int *cancel)
{
	struct extension x = { .ensemble = e, .from = e->done, .to = worlds < e->capacity ? worlds : e->capacity };
	size_t pieces, first_open = 0;

	if (x.to <= x.from)
		return e->done;
	pieces = (x.to - x.from + e->width - 1) / e->width;
	if (!e->lanes) {
		e->lanes_count = pool_threads(pool);
		e->lanes = xcalloc((size_t)e->lanes_count, sizeof *e->lanes);
	}
	assert(e->lanes_count >= pool_threads(pool));
	x.complete = xcalloc(pieces, 1);
	pool_run(pool, pieces, run_piece, &x, cancel);
	while (first_open < pieces && x.complete[first_open])
		first_open++;
	e->done = first_open == pieces ? x.to : x.from + first_open * e->width;
	free(x.complete);
	return e->done;
}

/* ---- reading ---- */

size_t ensemble_done(const struct ensemble *e)
{
	return e->done;
}

const double *ensemble_central(const struct ensemble *e, size_t output)
{
	return e->central + output * (size_t)e->records.count;
}

const double *ensemble_worlds(const struct ensemble *e, size_t output, int record)
{
	return e->worlds + (output * (size_t)e->records.count + (size_t)record) * e->capacity;
}

double ensemble_central_summary(const struct ensemble *e, size_t summary)
{
	return e->central_summary[summary];
}

const double *ensemble_summary(const struct ensemble *e, size_t summary)
{
	return e->summary + summary * e->capacity;
}

int ensemble_first_bad(const struct ensemble *e, int world)
{
	return world < 0 ? e->central_bad : e->bad[world];
}

size_t ensemble_bad_count(const struct ensemble *e)
{
	size_t count = 0;

	for (size_t w = 0; w < e->done; w++)
		count += e->bad[w] >= 0;
	return count;
}

size_t ensemble_sample(const struct ensemble *e, const struct ensemble *minus, size_t output, int record, double *values)
{
	const double *own = ensemble_worlds(e, output, record);
	const double *other = minus ? ensemble_worlds(minus, output, record) : NULL;
	const size_t done = minus && minus->done < e->done ? minus->done : e->done;
	size_t count = 0;

	for (size_t w = 0; w < done; w++)
		if (e->bad[w] < 0 && !(minus && minus->bad[w] >= 0))
			values[count++] = own[w] - (other ? other[w] : 0);
	return count;
}

const struct tape *ensemble_tape(const struct ensemble *e)
{
	return e->tape;
}

struct records ensemble_records(const struct ensemble *e)
{
	return e->records;
}
