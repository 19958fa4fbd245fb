/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/lanes.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "data/series.h"
#include "model/run.h"
#include "model/tape_priv.h"

/* A row instruction with its operands found: pointers stay the same throughout, since the numbers of a step are copied to one place. */
struct bound {
	kernel_fn *fn;                       /* NULL: lookup or history */
	double *to;
	const double *from[3];
	const struct series *table;          /* lookup */
	int state;                           /* history; -1 for a lookup */
	unsigned char row[3];                /* 1: from[i] is a row, 0: one number */
};

struct lanes {
	const struct tape *tape;
	const struct run *run;
	size_t width, count;
	double *rows;                        /* row_count rows of `width` */
	double *run_scalars, *step_scalars;  /* copies of the run's */
	struct bound *per_world, *hot;
	double **history;                    /* per state: rows by step, for MEMORY_HISTORY */
	double *next;                        /* per state: a row of rates, or of next values */
	double *saved, *slope;               /* RK4: states at the step's start, weighted sum of rates */
	double *summaries;                   /* one row each */
	int *first_bad;
	int step;                            /* the next to evaluate */
};

static double *row_at(const struct lanes *lanes, int row)
{
	return lanes->rows + (size_t)row * lanes->width;
}

static const double *operand_at(const struct lanes *lanes, struct operand from)
{
	switch (from.home) {
	case HOME_RUN: return lanes->run_scalars + from.at;
	case HOME_STEP: return lanes->step_scalars + from.at;
	case HOME_ROW: return row_at(lanes, from.at);
	case HOME_NONE: break;
	}
	return NULL;
}

static struct bound *bind(const struct lanes *lanes, const struct steps *steps, enum isa isa)
{
	struct bound *bound = xcalloc(steps->count, sizeof *bound);

	for (size_t i = 0; i < steps->count; i++) {
		const struct row_step *step = &steps->items[i];
		unsigned scalars = 0;

		bound[i].to = row_at(lanes, step->to);
		bound[i].state = step->what == DO_HISTORY ? step->index : -1;
		for (int k = 0; k < 3; k++) {
			bound[i].from[k] = operand_at(lanes, step->from[k]);
			bound[i].row[k] = step->from[k].home == HOME_ROW;
			if (step->from[k].home == HOME_RUN || step->from[k].home == HOME_STEP)
				scalars |= 1u << k;
		}
		if (step->what == DO_KERNEL)
			bound[i].fn = kernel_find(isa, step->kernel, scalars);
		else if (step->what == DO_LOOKUP)
			bound[i].table = model_table(lanes->tape->model, step->index);
	}
	return bound;
}

static double *new_rows(size_t rows, size_t width)
{
	const size_t bytes = (rows ? rows : 1) * width * sizeof(double);
	double *memory = aligned_alloc(LANE_STEP * sizeof(double), bytes);

	if (!memory)
		return xcalloc(bytes, 1);
	memset(memory, 0, bytes);
	return memory;
}

struct lanes *lanes_new(const struct tape *tape, size_t width, enum isa isa)
{
	struct lanes *lanes = xmalloc(sizeof *lanes);
	const int steps = model_time(tape->model)->steps;

	assert(width >= LANE_STEP && width % LANE_STEP == 0 && width <= LANES_MAX);
	lanes->tape = tape;
	lanes->width = width;
	lanes->rows = new_rows(tape->row_count, width);
	lanes->run_scalars = xcalloc(tape->run_count, sizeof(double));
	lanes->step_scalars = xcalloc(tape->step_count, sizeof(double));
	lanes->per_world = bind(lanes, &tape->per_world, isa);
	lanes->hot = bind(lanes, &tape->hot, isa);
	lanes->history = xcalloc(tape->state_count, sizeof *lanes->history);
	for (size_t i = 0; i < tape->state_count; i++)
		if (tape->states[i].kind == MEMORY_HISTORY)
			lanes->history[i] = new_rows((size_t)steps + 1, width);
	lanes->next = new_rows(tape->state_count, width);
	if (model_time(tape->model)->method == METHOD_RK4) {
		lanes->saved = new_rows(tape->state_count, width);
		lanes->slope = new_rows(tape->state_count, width);
	}
	lanes->summaries = new_rows(tape->summary_count, width);
	lanes->first_bad = xcalloc(width, sizeof *lanes->first_bad);
	return lanes;
}

void lanes_free(struct lanes *lanes)
{
	if (!lanes)
		return;
	for (size_t i = 0; i < lanes->tape->state_count; i++)
		free(lanes->history[i]);
	free(lanes->rows);
	free(lanes->run_scalars);
	free(lanes->step_scalars);
	free(lanes->per_world);
	free(lanes->hot);
	free(lanes->history);
	free(lanes->next);
	free(lanes->saved);
	free(lanes->slope);
	free(lanes->summaries);
	free(lanes->first_bad);
	free(lanes);
}

/* ---- evaluating ---- */

static void look_up(const struct lanes *lanes, const struct bound *b)
{
	for (size_t i = 0; i < lanes->width; i++)
		b->to[i] = series_at(b->table, b->from[0][i]);
}

/* The remembered value `delay` years before; the step is the whole one even between the stages of RK4. */
static void look_back(const struct lanes *lanes, const struct bound *b)
{
	const double step = model_time(lanes->tape->model)->step;

	for (size_t i = 0; i < lanes->width; i++) {
		const double delay = b->from[0][b->row[0] ? i : 0], initial = b->from[1][b->row[1] ? i : 0];
		const double back = fmax(1, floor(delay / step + 0.5));
		const bool remembered = back <= lanes->step;

		b->to[i] = remembered ? lanes->history[b->state][(size_t)(lanes->step - (int)back) * lanes->width + i] : initial;
	}
}

static void evaluate(const struct lanes *lanes, const struct bound *bound, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		const struct bound *b = &bound[i];

		if (b->fn)
			b->fn(b->to, b->from[0], b->from[1], b->from[2], lanes->width);
		else if (b->state < 0)
			look_up(lanes, b);
		else
			look_back(lanes, b);
	}
}

static void enter_point(struct lanes *lanes, int point)
{
	if (lanes->tape->step_count)
		memcpy(lanes->step_scalars, run_step_scalars(lanes->run, point), lanes->tape->step_count * sizeof(double));
}

/* A row of the operand, spread over the lanes where it is one number. */
static void copy_operand(const struct lanes *lanes, struct operand from, double *to, size_t count)
{
	const double *value = operand_at(lanes, from);

	if (from.home == HOME_ROW)
		memcpy(to, value, count * sizeof *to);
	else
		for (size_t i = 0; i < count; i++)
			to[i] = *value;
}

/* ---- starting ---- */

static void load_inputs(struct lanes *lanes, const double *const *rows)
{
	const struct tape *tape = lanes->tape;

	for (size_t k = 0; k < tape->varying_count; k++) {
		double *row = row_at(lanes, tape->varying_row[k]);
		const double own = run_value(lanes->run, tape->varying[k]);

		/* Lanes past `count` repeat the last one: finite work, never read. */
		for (size_t i = 0; i < lanes->width; i++)
			row[i] = rows ? rows[k][i < lanes->count ? i : lanes->count - 1] : own;
	}
}

void lanes_start(struct lanes *lanes, const struct run *run, const double *const *rows, size_t count)
{
	const struct tape *tape = lanes->tape;

	assert(run_tape(run) == tape && count >= 1 && count <= lanes->width);
	lanes->run = run;
	lanes->count = count;
	lanes->step = 0;
	if (tape->run_count)
		memcpy(lanes->run_scalars, run_scalars(run), tape->run_count * sizeof(double));
	load_inputs(lanes, rows);
	evaluate(lanes, lanes->per_world, 0, tape->per_world.count);
	for (size_t i = 0; i < tape->state_count; i++)
		if (tape->states[i].row >= 0)
			copy_operand(lanes, tape->states[i].initial, row_at(lanes, tape->states[i].row), lanes->width);
	for (size_t i = 0; i < tape->summary_count * lanes->width; i++)
		lanes->summaries[i] = NAN;
	for (size_t i = 0; i < lanes->width; i++)
		lanes->first_bad[i] = -1;
}

/* ---- recording ---- */

static void mark_bad(struct lanes *lanes, const double *row)
{
	for (size_t i = 0; i < lanes->count; i++)
		if (lanes->first_bad[i] < 0 && !isfinite(row[i]))
			lanes->first_bad[i] = lanes->step;
}

/* Four sums side by side, since one would wait for itself; anything times 0 is 0 unless it is infinite or no number. */
static bool all_finite(const double *row, size_t width)
{
	double sum[4] = { 0, 0, 0, 0 };

	for (size_t i = 0; i < width; i += 4)
		for (size_t k = 0; k < 4; k++)
			sum[k] += row[i + k] * 0;
	return sum[0] + sum[1] + sum[2] + sum[3] == 0;
}

static void record(struct lanes *lanes, const struct recording *recording, int record)
{
	const struct tape *tape = lanes->tape;

	for (size_t o = 0; o < tape->output_count; o++) {
		double *to = recording->values + o * recording->output_stride + (size_t)record * recording->record_stride;

		const struct operand from = tape->outputs[o].from;
		const double *value = operand_at(lanes, from);

		copy_operand(lanes, from, to, lanes->count);
		if (from.home == HOME_ROW ? !all_finite(value, lanes->width) : !isfinite(*value))
			mark_bad(lanes, to);
	}
}

static bool is_due(const struct recording *recording, int step, int *record)
{
	if (!recording || step < recording->first || (step - recording->first) % recording->every)
		return false;
	*record = (step - recording->first) / recording->every;
	return *record < recording->count;
}

/* ---- summaries ---- */

static void keep_first(double *kept, const double *holds, size_t stride, size_t width, double time, bool wanted)
{
	for (size_t i = 0; i < width; i++)
		if (isnan(kept[i]) && (holds[i * stride] != 0) == wanted)
			kept[i] = time;
}

/* What is not a number at any step stays so in the end. */
static void fold(double *kept, enum summary_kind kind, double x, const struct time_axis *axis, int step)
{
	const bool first = step == 0, last = step == axis->steps;

	switch (kind) {
	case SUMMARY_MINIMUM:
		*kept = first ? x : op_apply(OP_MIN, *kept, x, 0);
		break;
	case SUMMARY_MAXIMUM:
		*kept = first ? x : op_apply(OP_MAX, *kept, x, 0);
		break;
	default:  /* total and mean: each step counts for the time that follows it, as in Euler's method */
		*kept = first ? 0 : *kept;
		*kept += last ? 0 : x * axis->step;
		if (last && kind == SUMMARY_MEAN)
			*kept /= axis->stop - axis->start;
		break;
	}
}

static void summarise(struct lanes *lanes, size_t k)
{
	const struct tape *tape = lanes->tape;
	const struct variable *v = model_variable(tape->model, tape->summaries[k].variable);
	const struct time_axis *axis = model_time(tape->model);
	const double *now = operand_at(lanes, tape->summaries[k].from);
	const size_t stride = tape->summaries[k].from.home == HOME_ROW;
	const double time = axis->start + lanes->step * axis->step;
	const bool is_at = !isnan(v->at) && fabs(time - v->at) < axis->step / 2 * (1 + 1e-9);
	double *kept = lanes->summaries + k * lanes->width;

	if (v->kind == VAR_CHECK) {
		if (isnan(v->at) || is_at)
			keep_first(kept, now, stride, lanes->width, time, false);
	} else if (v->summary == SUMMARY_FIRST) {
		keep_first(kept, now, stride, lanes->width, time, true);
	} else if (v->summary == SUMMARY_AT) {
		for (size_t i = 0; is_at && i < lanes->width; i++)
			kept[i] = now[i * stride];
	} else {
		for (size_t i = 0; i < lanes->width; i++)
			fold(&kept[i], v->summary, now[i * stride], axis, lanes->step);
	}
}

const double *lanes_summary(const struct lanes *lanes, size_t k)
{
	return lanes->summaries + k * lanes->width;
}

const int *lanes_first_bad(const struct lanes *lanes)
{
	return lanes->first_bad;
}

/* ---- stepping ---- */

/* Reads what every state is to become before any of them moves: an equation may name another state's row directly. */
static void gather_next(struct lanes *lanes, bool held_too)
{
	const struct tape *tape = lanes->tape;

	for (size_t i = 0; i < tape->state_count; i++) {
		const enum memory_kind kind = tape->states[i].kind;

		if (kind == MEMORY_STOCK || (kind == MEMORY_HELD && held_too))
			copy_operand(lanes, tape->states[i].next, lanes->next + i * lanes->width, lanes->width);
	}
}

/* to = base + by * rate for every stock; the three lie state by state, `width` lanes each, or are the states' own rows (NULL). */
static void move_stocks(struct lanes *lanes, double *to, const double *base, const double *rate, double by)
{
	const struct tape *tape = lanes->tape;
	const size_t width = lanes->width;

	for (size_t i = 0; i < tape->state_count; i++) {
		double *row;
		const double *from;

		if (tape->states[i].kind != MEMORY_STOCK)
			continue;
		row = to ? to + i * width : row_at(lanes, tape->states[i].row);
		from = base ? base + i * width : row_at(lanes, tape->states[i].row);
		for (size_t k = 0; k < width; k++)
			row[k] = from[k] + by * rate[i * width + k];
	}
}

static void move_held(struct lanes *lanes)
{
	const struct tape *tape = lanes->tape;

	for (size_t i = 0; i < tape->state_count; i++)
		if (tape->states[i].kind == MEMORY_HELD)
			memcpy(row_at(lanes, tape->states[i].row), lanes->next + i * lanes->width, lanes->width * sizeof(double));
}

static void remember(struct lanes *lanes)
{
	const struct tape *tape = lanes->tape;

	for (size_t i = 0; i < tape->state_count; i++)
		if (tape->states[i].kind == MEMORY_HISTORY)
			copy_operand(lanes, tape->states[i].next, lanes->history[i] + (size_t)lanes->step * lanes->width,
			             lanes->width);
}

/* The classical Runge-Kutta method of order four; the rates at the step's start are evaluated already. */
static void step_rk4(struct lanes *lanes, double h)
{
	static const struct {
		double ahead, weight;  /* how far the next evaluation lies, in steps; weight of this one's rates */
		int point;             /* half steps to that evaluation */
	} stages[] = { { 0.5, 1 / 6.0, 1 }, { 0.5, 2 / 6.0, 1 }, { 1, 2 / 6.0, 2 } };
	const size_t bytes = lanes->tape->state_count * lanes->width * sizeof(double);

	memset(lanes->saved, 0, bytes);
	memset(lanes->slope, 0, bytes);
	move_stocks(lanes, lanes->saved, NULL, lanes->slope, 0);
	for (size_t i = 0; i < ARRAY_LEN(stages); i++) {
		move_stocks(lanes, lanes->slope, lanes->slope, lanes->next, stages[i].weight);
		move_stocks(lanes, NULL, lanes->saved, lanes->next, stages[i].ahead * h);
		enter_point(lanes, 2 * lanes->step + stages[i].point);
		evaluate(lanes, lanes->hot, 0, lanes->tape->always);
		gather_next(lanes, false);
	}
	move_stocks(lanes, lanes->slope, lanes->slope, lanes->next, 1 / 6.0);
	move_stocks(lanes, NULL, lanes->saved, lanes->slope, h);
}

static void move_on(struct lanes *lanes)
{
	const struct time_axis *axis = model_time(lanes->tape->model);

	gather_next(lanes, true);
	if (axis->method == METHOD_RK4)
		step_rk4(lanes, axis->step);
	else
		move_stocks(lanes, NULL, NULL, lanes->next, axis->step);
	move_held(lanes);
}

void lanes_advance(struct lanes *lanes, int last, const struct recording *recording)
{
	const struct tape *tape = lanes->tape;
	const int steps = model_time(tape->model)->steps;

	for (; lanes->step <= last && lanes->step <= steps; lanes->step++) {
		int at;
		const bool due = is_due(recording, lanes->step, &at);

		enter_point(lanes, lanes->step * run_points_per_step(lanes->run));
		evaluate(lanes, lanes->hot, 0, due ? tape->hot.count : tape->always);
		if (due)
			record(lanes, recording, at);
		for (size_t k = 0; k < tape->summary_count; k++)
			summarise(lanes, k);
		remember(lanes);
		if (lanes->step < steps)
			move_on(lanes);
	}
}
