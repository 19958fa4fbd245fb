/* SPDX-License-Identifier: MIT
 *
 * An ensemble: a run of the tape in the central world and in many drawn worlds, all recorded values kept, in as many threads as the pool
 * has.  Worlds are added while one looks: the first 64 are already well spread, more only refine.
 *
 * What is kept takes outputs * records * worlds * 8 bytes; bands.h makes percentiles of far more worlds in bounded memory.
 */
#ifndef PS_MODEL_ENSEMBLE_H
#define PS_MODEL_ENSEMBLE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "model/kernels.h"

struct draws;
struct ensemble;
struct pool;
struct tape;

/* Which steps are recorded: first, first + every, ...; `count` of them. */
struct records {
	int first, every, count;
};

struct ensemble_spec {
	const struct tape *tape;     /* its varying inputs must be drawn ones; must outlive the ensemble */
	const double *values;        /* one a variable; copied */
	const struct draws *draws;   /* must outlive it too */
	struct records records;
	size_t worlds;               /* room for so many, at most draws_worlds */
	size_t width;                /* lanes in a block, a multiple of LANE_STEP; 0: as measured best */
	bool worlds_only;            /* no central world: nothing of it must be asked */
	enum isa isa;
};

enum { ENSEMBLE_WIDTH = 64 };

/* Runs the central world at once. The caller's to free. */
struct ensemble *ensemble_new(const struct ensemble_spec *spec);
void ensemble_free(struct ensemble *ensemble);

/* Begins anew with other values, in the memory that is there: as ensemble_new with everything else the same. */
void ensemble_restart(struct ensemble *ensemble, const double *values);

/* Runs further worlds until there are `worlds` of them, block by block; stops early, between blocks, once *cancel is nonzero (NULL:
 * never). Returns how many are complete: all below that number. */
size_t ensemble_extend(struct ensemble *ensemble, size_t worlds, struct pool *pool, const atomic_int *cancel);
size_t ensemble_done(const struct ensemble *ensemble);

/* Borrowed as long as the ensemble lives. Central: one value a record. Worlds: one value a world, ensemble_done of them valid. */
const double *ensemble_central(const struct ensemble *ensemble, size_t output);
const double *ensemble_worlds(const struct ensemble *ensemble, size_t output, int record);
double ensemble_central_summary(const struct ensemble *ensemble, size_t summary);
const double *ensemble_summary(const struct ensemble *ensemble, size_t summary);

/* Step at which a recorded value of the world was first not finite, -1: never; world WORLD_CENTRAL for the central one. Worlds with
 * such a value are to be left out of every statistic, and said to be. */
int ensemble_first_bad(const struct ensemble *ensemble, int world);
size_t ensemble_bad_count(const struct ensemble *ensemble);

/* Copies the values of all complete, finite worlds to `values`; returns how many. `minus` (may be NULL): an ensemble of the same
 * worlds whose values are subtracted world by world; worlds bad in either are left out. */
size_t ensemble_sample(const struct ensemble *ensemble, const struct ensemble *minus, size_t output, int record, double *values);

const struct tape *ensemble_tape(const struct ensemble *ensemble);
struct records ensemble_records(const struct ensemble *ensemble);

#endif
