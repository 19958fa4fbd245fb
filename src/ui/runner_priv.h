/* SPDX-License-Identifier: MIT
 *
 * Between runner.c, which makes results, and runner_sample.c, which makes statistics of their worlds.
 */
#ifndef PS_UI_RUNNER_PRIV_H
#define PS_UI_RUNNER_PRIV_H

#include "model/ensemble.h"
#include "ui/runner.h"

enum { BANDS_KEPT = 16 };

/* What a shot has: `quick` is made in the caller's thread, central line and first worlds (of what is not always shown
 * when they are asked for), in small memory, which is what one frame has time for; `job` is made by the refiner, from its first world on. */
struct result {
	const struct tape *tape;
	struct ensemble *quick;
	struct job *job;          /* NULL: none */
	double *values;
	bool *is_set;
	struct ensemble *whole;   /* central values of everything over time, made when asked for */
	enum effect { EFFECT_UNKNOWN, EFFECT_NONE, EFFECT_SOME } *effects;   /* of each variable's setting, found when asked for */
};

struct bands_kept {
	enum shot shot, minus;
	int variable;
	size_t worlds;
	unsigned long serial, used;
	double *at;               /* BAND_COUNT rows of one number a record; NULL: free */
};

struct runner {
	const struct model *model;
	struct draws *draws;      /* of the first worlds */
	struct records records;
	size_t worlds;
	struct pool *pool;
	struct tapes *tapes;
	struct refiner *refiner;  /* NULL: there is no thread for it */
	struct result results[SHOT_COUNT];
	unsigned long serial;
	int *outputs;             /* variables recorded by all tapes but the whole one */
	size_t output_count;
	int *summaries;
	size_t summary_count;
	int *output_of, *summary_of;   /* per variable: its number on the tape, -1 for none */
	struct tape *whole_tape;
	int *whole_of;
	struct bands_kept bands[BANDS_KEPT];
	unsigned long bands_clock;
	double *sample;           /* room for all worlds */
};

/* Runs the first worlds of a shot that has none. */
void runner_run_first(struct runner *runner, enum shot shot);

/* The ensemble that has most worlds of a shot, and how many of them may be read. */
const struct ensemble *runner_best(const struct runner *runner, enum shot shot, size_t *worlds);

#endif
