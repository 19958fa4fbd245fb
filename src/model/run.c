/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/run.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "data/series.h"
#include "model/graph.h"
#include "model/tape_priv.h"

struct run {
	const struct tape *tape;
	double *values;
	double *scalars;       /* per run */
	double *step_scalars;  /* per point and step scalar */
	int points;
};

static double operand_value(const struct run *run, struct operand from, const double *now)
{
	return from.home == HOME_STEP ? now[from.at] : run->scalars[from.at];
}

static double evaluate(const struct run *run, const struct scalar_step *step, double time, const double *now)
{
	const struct node *n = graph_node(flat_graph(run->tape->flat), step->node);
	double x[3] = { 0, 0, 0 };

	switch (n->op) {
	case OP_CONST:
		return n->value;
	case OP_TIME:
		return time;
	case OP_VAR:
		return run->values[n->index];
	default:
		break;
	}
	for (int i = 0; i < op_arity(n->op); i++)
		x[i] = operand_value(run, step->from[i], now);
	if (n->op == OP_LOOKUP)
		return series_at(model_table(run->tape->model, n->index), x[0]);
	return op_apply(n->op, x[0], x[1], x[2]);
}

static void compute(struct run *run)
{
	const struct tape *tape = run->tape;

	for (size_t i = 0; i < tape->run_count; i++)
		run->scalars[i] = evaluate(run, &tape->per_run[i], 0, NULL);
	for (int p = 0; p < run->points; p++) {
		double *now = run->step_scalars + (size_t)p * tape->step_count;
		const double time = run_time(run, p);

		for (size_t i = 0; i < tape->step_count; i++)
			now[i] = evaluate(run, &tape->per_step[i], time, now);
	}
}

struct run *run_new(const struct tape *tape, const double *values)
{
	struct run *run = xmalloc(sizeof *run);
	const size_t count = model_count(tape->model);

	run->tape = tape;
	run->points = model_time(tape->model)->steps * run_points_per_step(run) + 1;
	run->values = xcalloc(count, sizeof *run->values);
	memcpy(run->values, values, count * sizeof *run->values);
	run->scalars = xcalloc(tape->run_count, sizeof *run->scalars);
	run->step_scalars = xcalloc(tape->step_count * (size_t)run->points, sizeof *run->step_scalars);
	compute(run);
	return run;
}

void run_free(struct run *run)
{
	if (!run)
		return;
	free(run->values);
	free(run->scalars);
	free(run->step_scalars);
	free(run);
}

const struct tape *run_tape(const struct run *run)
{
	return run->tape;
}

double run_value(const struct run *run, int variable)
{
	return run->values[variable];
}

const double *run_scalars(const struct run *run)
{
	return run->scalars;
}

const double *run_step_scalars(const struct run *run, int point)
{
	return run->step_scalars + (size_t)point * run->tape->step_count;
}

double run_time(const struct run *run, int point)
{
	const struct time_axis *axis = model_time(run->tape->model);

	return axis->start + point * (axis->step / run_points_per_step(run));
}

int run_points_per_step(const struct run *run)
{
	return model_time(run->tape->model)->method == METHOD_RK4 ? 2 : 1;
}
