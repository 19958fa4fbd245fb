/* SPDX-License-Identifier: MIT
 *
 * What a tape holds: for those who make it (tape.c, schedule.c) and run it (run.c, lanes.c) only.
 */
#ifndef PS_MODEL_TAPE_PRIV_H
#define PS_MODEL_TAPE_PRIV_H

#include "model/flatten.h"
#include "model/kernels.h"
#include "model/model.h"
#include "model/tape.h"

/* How a node of the flattened graph changes. */
enum { VARIES_OVER_LANES = 1, VARIES_OVER_TIME = 2, VARIES_BOTH = 3 };

/* Where the value of a node lies while the tape runs. */
enum home { HOME_NONE, HOME_RUN, HOME_STEP, HOME_ROW };

struct operand {
	enum home home;
	int at;
};

/* One instruction over scalars: the value of a node of the flattened graph. */
struct scalar_step {
	int node;
	struct operand to;
	struct operand from[3];
};

/* One instruction over rows. */
struct row_step {
	enum { DO_KERNEL, DO_LOOKUP, DO_HISTORY } what;
	enum kernel kernel;
	int index;             /* DO_LOOKUP: table; DO_HISTORY: state */
	int to;                /* row */
	struct operand from[3];
};

/* A stock, or the memory of a function. */
struct state {
	enum memory_kind kind;
	int row;               /* its present value; -1 for a history */
	struct operand initial;
	struct operand next;   /* rate a year, or the next value */
};

struct output {
	int variable;
	struct operand from;
};

struct steps {
	struct row_step *items;
	size_t count, cap;
};

struct tape {
	const struct model *model;
	struct flat *flat;
	struct scalar_step *per_run, *per_step;
	size_t run_count, step_count;       /* also the number of scalars of each kind */
	struct steps per_world;             /* once a block, initial values included */
	struct steps hot;                   /* the first `always` at every step, the rest only where a step is recorded */
	size_t always;
	int *varying;                       /* inputs that vary over lanes: variables ... */
	int *varying_row;                   /* ... and their rows */
	size_t varying_count;
	struct state *states;
	size_t state_count;
	struct output *outputs, *summaries;
	size_t output_count, summary_count;
	size_t row_count;
};

/* Fills in everything but the model and the flattened graph: which nodes are needed, in what order, and where each lies. `roots`
 * are the flat nodes that outputs, summaries and states stand for. */
struct roots {
	const int *outputs, *summaries;                     /* flat nodes */
	const int *state_leaf, *state_initial, *state_next; /* flat nodes, one a state; leaf NODE_NONE for a history */
	const enum memory_kind *state_kind;
	const int *state_memory;                            /* index of the memory, -1 for a stock */
};

void schedule(struct tape *tape, const struct roots *roots, const bool *varies);

#endif
