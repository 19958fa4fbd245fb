/* SPDX-License-Identifier: MIT
 *
 * Lanes: a block of worlds that run through the tape side by side, operation by operation.
 *
 *     struct lanes *lanes = lanes_new(tape, 64, isa_best());
 *     lanes_start(lanes, run, rows, 64);         // values of what varies, one row an input
 *     lanes_advance(lanes, steps, &recording);   // in one go or in slices
 *     lanes_summary(lanes, 0);                   // one number a lane
 *
 * One thread at a time uses a `struct lanes`. The results of a lane depend on nothing but the tape, the run and that lane's inputs.
 */
#ifndef PS_MODEL_LANES_H
#define PS_MODEL_LANES_H

#include <stddef.h>

#include "model/kernels.h"

struct lanes;
struct run;
struct tape;

enum { LANES_MAX = 1024 };

/* `width`: lanes in a row, a multiple of LANE_STEP. The caller's to free; must not outlive the tape. */
struct lanes *lanes_new(const struct tape *tape, size_t width, enum isa isa);
void lanes_free(struct lanes *lanes);

/* Puts `count` lanes (1 to width) at the start: rows[k] holds `count` values of the tape's k-th varying input; `rows` NULL: every
 * lane gets the run's own values. The run must live until the last advance. */
void lanes_start(struct lanes *lanes, const struct run *run, const double *const *rows, size_t count);

/* Where recorded values go: output o, record r, lane l to values[o * output_stride + r * record_stride + l]. Record r is step
 * first + r * every. */
struct recording {
	double *values;
	size_t output_stride, record_stride;
	int first, every, count;
};

/* Runs up to and including step `last` (the first call starts at step 0); `recording` may be NULL. */
void lanes_advance(struct lanes *lanes, int last, const struct recording *recording);

/* After step `steps` of the model: summary number k, one value a lane (NAN: SUMMARY_FIRST that never came; checks: the time at which
 * they first fail, NAN where they hold throughout). Borrowed until the next start. */
const double *lanes_summary(const struct lanes *lanes, size_t k);

/* Per lane: the first step at which a recorded value was not finite, -1: none so far. Borrowed. */
const int *lanes_first_bad(const struct lanes *lanes);

#endif
