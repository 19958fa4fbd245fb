/* SPDX-License-Identifier: MIT
 *
 * The refiner: a thread that runs many worlds behind what has been shown with few.  What it does is asked for in
 * numbered places, of which lower ones come first; what is dropped ends after the block of worlds at hand.
 *
 *	job = refiner_ask(refiner, 0, tape, values, 1000);
 *	... what can't wait: drawing ...
 *	refiner_go(refiner);                       // now it may take processors away
 *	... refiner_fd becomes readable ...
 *	refiner_poll(refiner), job_worlds(job, &count)
 *
 * One thread owns it and calls all of this.
 */
#ifndef PS_UI_REFINER_H
#define PS_UI_REFINER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/ensemble.h"

struct job;
struct model;
struct refiner;
struct tapes;

enum { REFINER_PLACES = 8 };

struct refiner_spec {
	const struct model *model;   /* must outlive the refiner, as the tapes must */
	struct tapes *tapes;
	struct records records;
	size_t worlds;               /* of the largest job */
	uint64_t seed;
	int threads;                 /* 0: as many as there are processors */
};

/* NULL where the system gives no thread. */
struct refiner *refiner_new(const struct refiner_spec *spec);
void refiner_free(struct refiner *refiner);   /* all jobs must have been dropped */

/* A job of `worlds` worlds with these values, one a variable (copied). The place must be free. */
struct job *refiner_ask(struct refiner *refiner, size_t place, const struct tape *tape, const double *values,
	size_t worlds);

/* Frees the place and what its job has made; nothing if it is free. */
void refiner_drop(struct refiner *refiner, size_t place);

/* Begins with what was asked for since the last time. */
void refiner_go(struct refiner *refiner);

/* Readable when there are more worlds; refiner_poll takes note, true if there are any. */
int refiner_fd(const struct refiner *refiner);
bool refiner_poll(struct refiner *refiner);

/* Waits until all that it was told to begin is done. */
void refiner_wait(struct refiner *refiner);

/* What there is of a job: `*worlds` of the ensemble may be read (ensemble_done is the thread's); none of the central
 * one. Borrowed until the job is dropped. */
const struct ensemble *job_worlds(const struct job *job, size_t *worlds);

#endif
