/* SPDX-License-Identifier: MIT
 *
 * The tape: a model made ready to run.  Only what the wanted variables need is kept, in order, split by how often it changes:
 *
 *     constant            folded away
 *     per run             functions of levers and set uncertainties         one number, once a run     (run.h)
 *     per step            functions of those and of time                    one number a step, once a run
 *     per world           functions of drawn uncertainties                  one row of lanes, once a block (lanes.h)
 *     per step and world  all the rest: the hot part
 *
 * A tape depends on the model, on what is wanted and on which inputs vary over the lanes, not on any value; it is read only once made,
 * and many runs and threads may share it.
 */
#ifndef PS_MODEL_TAPE_H
#define PS_MODEL_TAPE_H

#include <stdbool.h>
#include <stddef.h>

struct err;
struct model;
struct tape;

struct tape_spec {
	const struct model *model;    /* must outlive the tape */
	const int *wanted;            /* variables to record at each recorded step: over time, lever, uncertainty, or check */
	size_t wanted_count;
	const int *summaries;         /* summaries and checks to evaluate at every step */
	size_t summary_count;
	const bool *varies;           /* per variable: an input that differs from lane to lane; NULL: none does */
};

/* NULL and `err` when initial values run in a loop; else the caller's to free. */
struct tape *tape_new(const struct tape_spec *spec, struct err *err);
void tape_free(struct tape *tape);

const struct model *tape_model(const struct tape *tape);
size_t tape_output_count(const struct tape *tape);
int tape_output_variable(const struct tape *tape, size_t output);
size_t tape_summary_count(const struct tape *tape);
int tape_summary_variable(const struct tape *tape, size_t summary);
size_t tape_varying_count(const struct tape *tape);
int tape_varying_variable(const struct tape *tape, size_t varying);   /* in order of number */

/* How large it is, for the bench and for the curious. */
struct tape_size {
	size_t nodes;            /* of the flattened graph */
	size_t per_run, per_step, per_world, hot;  /* instructions */
	size_t observed;         /* of the hot ones: run only where a step is recorded */
	size_t slots;            /* rows of lanes */
	size_t states;
};

struct tape_size tape_size(const struct tape *tape);

#endif
