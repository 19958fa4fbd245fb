/* SPDX-License-Identifier: MIT
 *
 * Scheduling a tape: how each node of the flattened graph changes, which are needed, in what order they are computed, two operators
 * in one pass where that saves a row, and in which row each result lies (rows are used again once their last reader is done).
 */
#include "config.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "model/graph.h"
#include "model/tape_priv.h"

/* Why a node is needed. */
enum { NEEDED_ALWAYS = 1, NEEDED_OBSERVED = 2 };

struct plan {
	struct tape *tape;
	const struct graph *graph;
	const struct roots *roots;
	int count;                 /* nodes */
	unsigned char *varies, *needed;
	unsigned char *absorbed;   /* computed within its only reader */
	int *readers;              /* how many needed nodes and roots read it */
	int *last;                 /* hot nodes: position of the last reader, INT_MAX when it is read after all */
	struct operand *home;
	int *free_rows;
	size_t free_count, free_cap;
};

static const struct node *node_at(const struct plan *plan, int node)
{
	return graph_node(plan->graph, node);
}

/* ---- what changes, what is needed ---- */

static unsigned leaf_varies(const struct plan *plan, const struct node *n, const bool *varies)
{
	switch (n->op) {
	case OP_TIME:
		return VARIES_OVER_TIME;
	case OP_MEMORY:
	case OP_HISTORY:
		return VARIES_BOTH;
	case OP_VAR:
		if (!var_is_input(model_variable(plan->tape->model, n->index)->kind))
			return VARIES_BOTH;
		return varies && varies[n->index] ? VARIES_OVER_LANES : 0;
	default:
		return 0;
	}
}

static void find_varying(struct plan *plan, const bool *varies)
{
	for (int i = 0; i < plan->count; i++) {
		const struct node *n = node_at(plan, i);

		plan->varies[i] = (unsigned char)leaf_varies(plan, n, varies);
		for (int k = 0; k < op_arity(n->op); k++)
			plan->varies[i] |= plan->varies[n->operand[k]];
	}
}

static void need(struct plan *plan, int node, unsigned char why)
{
	if (node == NODE_NONE)
		return;
	plan->needed[node] |= why;
	plan->readers[node]++;
}

/* Operands have smaller numbers than the node, so one sweep downwards reaches everything. */
static void find_needed(struct plan *plan)
{
	const struct tape *tape = plan->tape;

	for (size_t i = 0; i < tape->output_count; i++)
		need(plan, plan->roots->outputs[i], NEEDED_OBSERVED);
	for (size_t i = 0; i < tape->summary_count; i++)
		need(plan, plan->roots->summaries[i], NEEDED_ALWAYS);
	for (size_t i = 0; i < tape->state_count; i++) {
		need(plan, plan->roots->state_leaf[i], NEEDED_ALWAYS);
		need(plan, plan->roots->state_initial[i], NEEDED_ALWAYS);
		need(plan, plan->roots->state_next[i], NEEDED_ALWAYS);
	}
	for (int i = plan->count - 1; i >= 0; i--) {
		const struct node *n = node_at(plan, i);

		if (!plan->needed[i])
			continue;
		for (int k = 0; k < op_arity(n->op); k++)
			need(plan, n->operand[k], plan->needed[i]);
	}
}

/* ---- two operators in one pass ---- */

/* Kernels of (a inner b) outer c. */
static const enum kernel fused_left[OP_COUNT][OP_COUNT] = {
	[OP_ADD] = { [OP_ADD] = KERNEL_ADD_ADD, [OP_SUB] = KERNEL_ADD_SUB, [OP_MUL] = KERNEL_ADD_MUL, [OP_DIV] = KERNEL_ADD_DIV },
	[OP_SUB] = { [OP_ADD] = KERNEL_SUB_ADD, [OP_SUB] = KERNEL_SUB_SUB, [OP_MUL] = KERNEL_SUB_MUL, [OP_DIV] = KERNEL_SUB_DIV },
	[OP_MUL] = { [OP_ADD] = KERNEL_MUL_ADD, [OP_SUB] = KERNEL_MUL_SUB, [OP_MUL] = KERNEL_MUL_MUL, [OP_DIV] = KERNEL_MUL_DIV },
	[OP_DIV] = { [OP_ADD] = KERNEL_DIV_ADD, [OP_SUB] = KERNEL_DIV_SUB, [OP_MUL] = KERNEL_DIV_MUL, [OP_DIV] = KERNEL_DIV_DIV },
};

/* Kernels of c - (a inner b). */
static const enum kernel fused_right[OP_COUNT] = {
	[OP_ADD] = KERNEL_RSUB_ADD, [OP_SUB] = KERNEL_RSUB_SUB, [OP_MUL] = KERNEL_RSUB_MUL, [OP_DIV] = KERNEL_RSUB_DIV,
};

static bool is_arithmetic(enum op op)
{
	return op == OP_ADD || op == OP_SUB || op == OP_MUL || op == OP_DIV;
}

/* Which operand of a node its row instruction takes in, -1: none. Only a row that nobody else reads may vanish. */
static int absorbed_operand(const struct plan *plan, int node)
{
	const struct node *n = node_at(plan, node);

	for (int k = 0; k < op_arity(n->op); k++) {
		const int inner = n->operand[k];
		const struct node *m = node_at(plan, inner);

		if (!is_arithmetic(m->op) || plan->readers[inner] != 1 || plan->varies[inner] != plan->varies[node] ||
		    plan->absorbed[node])
			continue;
		if (n->op == OP_ABS && m->op == OP_SUB)
			return k;
		if (is_arithmetic(n->op) && (k == 0 || n->op != OP_DIV))
			return k;
	}
	return -1;
}

/* From the last node down, so that a node that vanishes does not take another one in. */
static void find_absorbed(struct plan *plan)
{
	for (int i = plan->count - 1; i >= 0; i--) {
		int k;

		if (!plan->needed[i] || !(plan->varies[i] & VARIES_OVER_LANES))
			continue;
		k = absorbed_operand(plan, i);
		if (k >= 0)
			plan->absorbed[node_at(plan, i)->operand[k]] = 1;
	}
}

/* The operands and kernel of a node's row instruction. */
static int row_operands(const struct plan *plan, int node, enum kernel *kernel, int operand[3])
{
	static const enum kernel plain[OP_COUNT] = {
		[OP_NEG] = KERNEL_NEG, [OP_NOT] = KERNEL_NOT, [OP_ABS] = KERNEL_ABS, [OP_SQRT] = KERNEL_SQRT,
		[OP_FLOOR] = KERNEL_FLOOR, [OP_EXP] = KERNEL_EXP, [OP_LN] = KERNEL_LN, [OP_SIN] = KERNEL_SIN,
		[OP_COS] = KERNEL_COS, [OP_ADD] = KERNEL_ADD, [OP_SUB] = KERNEL_SUB, [OP_MUL] = KERNEL_MUL,
		[OP_DIV] = KERNEL_DIV, [OP_POW] = KERNEL_POW, [OP_MIN] = KERNEL_MIN, [OP_MAX] = KERNEL_MAX,
		[OP_LT] = KERNEL_LT, [OP_LE] = KERNEL_LE, [OP_SELECT] = KERNEL_SELECT,
	};
	const struct node *n = node_at(plan, node);
	const int k = absorbed_operand(plan, node);
	const struct node *m = k < 0 ? NULL : node_at(plan, n->operand[k]);

	if (!m) {
		*kernel = plain[n->op];
		for (int i = 0; i < op_arity(n->op); i++)
			operand[i] = n->operand[i];
		return op_arity(n->op);
	}
	operand[0] = m->operand[0];
	operand[1] = m->operand[1];
	*kernel = n->op == OP_ABS ? KERNEL_SUB_ABS : k == 1 && n->op == OP_SUB ? fused_right[m->op] : fused_left[m->op][n->op];
	if (n->op == OP_ABS)
		return 2;
	operand[2] = n->operand[1 - k];
	return 3;
}

/* ---- rows ---- */

static int new_row(struct plan *plan)
{
	return (int)plan->tape->row_count++;
}

static int take_row(struct plan *plan)
{
	return plan->free_count ? plan->free_rows[--plan->free_count] : new_row(plan);
}

static void give_row(struct plan *plan, int row)
{
	plan->free_rows = xgrow(plan->free_rows, plan->free_count, &plan->free_cap, sizeof *plan->free_rows);
	plan->free_rows[plan->free_count++] = row;
}

static bool is_computed_row(const struct plan *plan, int node, unsigned varies)
{
	const struct node *n = node_at(plan, node);

	return plan->needed[node] && plan->varies[node] == varies && !plan->absorbed[node] && n->op != OP_VAR && n->op != OP_MEMORY;
}

static void emit_row(struct plan *plan, struct steps *steps, int node, int row)
{
	const struct node *n = node_at(plan, node);
	struct row_step step = { .to = row, .index = n->index };
	int operand[3], count;

	if (n->op == OP_LOOKUP || n->op == OP_HISTORY) {
		step.what = n->op == OP_LOOKUP ? DO_LOOKUP : DO_HISTORY;
		count = op_arity(n->op);
		for (int i = 0; i < count; i++)
			operand[i] = n->operand[i];
	} else {
		step.what = DO_KERNEL;
		count = row_operands(plan, node, &step.kernel, operand);
	}
	for (int i = 0; i < count; i++)
		step.from[i] = plan->home[operand[i]];
	steps->items = xgrow(steps->items, steps->count, &steps->cap, sizeof *steps->items);
	steps->items[steps->count++] = step;
	plan->home[node] = (struct operand){ HOME_ROW, row };
}

static void place_inputs_and_states(struct plan *plan)
{
	struct tape *tape = plan->tape;
	size_t cap = 0;

	for (int i = 0; i < plan->count; i++) {
		const struct node *n = node_at(plan, i);

		if (n->op != OP_VAR || !plan->needed[i] || plan->varies[i] != VARIES_OVER_LANES)
			continue;
		tape->varying_row = xrealloc(tape->varying_row, tape->varying_count + 1, sizeof *tape->varying_row);
		tape->varying = xgrow(tape->varying, tape->varying_count, &cap, sizeof *tape->varying);
		plan->home[i] = (struct operand){ HOME_ROW, new_row(plan) };
		tape->varying_row[tape->varying_count] = plan->home[i].at;
		tape->varying[tape->varying_count++] = n->index;
	}
	tape->states = xcalloc(tape->state_count, sizeof *tape->states);
	for (size_t i = 0; i < tape->state_count; i++) {
		struct state *state = &tape->states[i];

		state->kind = plan->roots->state_kind[i];
		state->row = state->kind == MEMORY_HISTORY ? -1 : new_row(plan);
		if (state->row >= 0)
			plan->home[plan->roots->state_leaf[i]] = (struct operand){ HOME_ROW, state->row };
	}
}

/* ---- scalars ---- */

static void emit_scalar(struct plan *plan, struct scalar_step *step, int node, enum home home, size_t at)
{
	const struct node *n = node_at(plan, node);

	step->node = node;
	step->to = plan->home[node] = (struct operand){ home, (int)at };
	for (int i = 0; i < op_arity(n->op); i++)
		step->from[i] = plan->home[n->operand[i]];
}

static void place_scalars(struct plan *plan)
{
	struct tape *tape = plan->tape;

	tape->per_run = xcalloc((size_t)plan->count, sizeof *tape->per_run);
	tape->per_step = xcalloc((size_t)plan->count, sizeof *tape->per_step);
	for (int i = 0; i < plan->count; i++) {
		if (!plan->needed[i] || plan->varies[i] & VARIES_OVER_LANES)
			continue;
		if (plan->varies[i] & VARIES_OVER_TIME) {
			emit_scalar(plan, &tape->per_step[tape->step_count], i, HOME_STEP, tape->step_count);
			tape->step_count++;
		} else {
			emit_scalar(plan, &tape->per_run[tape->run_count], i, HOME_RUN, tape->run_count);
			tape->run_count++;
		}
	}
}

/* ---- the hot part ---- */

static void keep_roots(struct plan *plan)
{
	const struct tape *tape = plan->tape;

	for (size_t i = 0; i < tape->output_count; i++)
		plan->last[plan->roots->outputs[i]] = INT_MAX;
	for (size_t i = 0; i < tape->summary_count; i++)
		plan->last[plan->roots->summaries[i]] = INT_MAX;
	for (size_t i = 0; i < tape->state_count; i++)
		plan->last[plan->roots->state_next[i]] = INT_MAX;
}

static int operands_of(const struct plan *plan, int node, int operand[3])
{
	const struct node *n = node_at(plan, node);
	enum kernel kernel;

	if (n->op != OP_LOOKUP && n->op != OP_HISTORY)
		return row_operands(plan, node, &kernel, operand);
	for (int i = 0; i < op_arity(n->op); i++)
		operand[i] = n->operand[i];
	return op_arity(n->op);
}

static void find_last_readers(struct plan *plan, const int *order, int count)
{
	keep_roots(plan);
	for (int at = 0; at < count; at++) {
		int operand[3], n = operands_of(plan, order[at], operand);

		for (int i = 0; i < n; i++)
			if (plan->last[operand[i]] < at)
				plan->last[operand[i]] = at;
	}
}

static void emit_hot(struct plan *plan, const int *order, int count)
{
	for (int at = 0; at < count; at++) {
		int operand[3], n = operands_of(plan, order[at], operand);

		emit_row(plan, &plan->tape->hot, order[at], take_row(plan));
		for (int i = 0; i < n; i++) {
			const int from = operand[i];

			if (plan->last[from] != at || !is_computed_row(plan, from, VARIES_BOTH))
				continue;
			give_row(plan, plan->home[from].at);
			plan->last[from] = -1;  /* an operand that is named twice is given back once */
		}
	}
}

static void place_hot(struct plan *plan)
{
	int *order = xcalloc((size_t)plan->count, sizeof *order), count = 0;

	for (int i = 0; i < plan->count; i++)
		if (is_computed_row(plan, i, VARIES_BOTH) && plan->needed[i] & NEEDED_ALWAYS)
			order[count++] = i;
	plan->tape->always = (size_t)count;
	for (int i = 0; i < plan->count; i++)
		if (is_computed_row(plan, i, VARIES_BOTH) && !(plan->needed[i] & NEEDED_ALWAYS))
			order[count++] = i;
	find_last_readers(plan, order, count);
	emit_hot(plan, order, count);
	free(order);
}

static void place_roots(struct plan *plan)
{
	struct tape *tape = plan->tape;

	for (size_t i = 0; i < tape->output_count; i++)
		tape->outputs[i].from = plan->home[plan->roots->outputs[i]];
	for (size_t i = 0; i < tape->summary_count; i++)
		tape->summaries[i].from = plan->home[plan->roots->summaries[i]];
	for (size_t i = 0; i < tape->state_count; i++) {
		tape->states[i].next = plan->home[plan->roots->state_next[i]];
		if (plan->roots->state_initial[i] != NODE_NONE)
			tape->states[i].initial = plan->home[plan->roots->state_initial[i]];
	}
}

/* Histories are named by memory in the graph and by state on the tape. */
static void name_histories(struct plan *plan)
{
	struct steps *hot = &plan->tape->hot;

	for (size_t i = 0; i < hot->count; i++) {
		int state = 0;

		if (hot->items[i].what != DO_HISTORY)
			continue;
		while (plan->roots->state_memory[state] != hot->items[i].index)
			state++;
		hot->items[i].index = state;
	}
}

void schedule(struct tape *tape, const struct roots *roots, const bool *varies)
{
	struct plan plan = { .tape = tape, .graph = flat_graph(tape->flat), .roots = roots };

	plan.count = (int)graph_count(plan.graph);
	plan.varies = xcalloc((size_t)plan.count, 1);
	plan.needed = xcalloc((size_t)plan.count, 1);
	plan.absorbed = xcalloc((size_t)plan.count, 1);
	plan.readers = xcalloc((size_t)plan.count, sizeof *plan.readers);
	plan.last = xcalloc((size_t)plan.count, sizeof *plan.last);
	plan.home = xcalloc((size_t)plan.count, sizeof *plan.home);
	find_varying(&plan, varies);
	find_needed(&plan);
	find_absorbed(&plan);
	place_inputs_and_states(&plan);
	place_scalars(&plan);
	for (int i = 0; i < plan.count; i++)
		if (is_computed_row(&plan, i, VARIES_OVER_LANES))
			emit_row(&plan, &tape->per_world, i, new_row(&plan));
	place_hot(&plan);
	place_roots(&plan);
	name_histories(&plan);
	free(plan.varies);
	free(plan.needed);
	free(plan.absorbed);
	free(plan.readers);
	free(plan.last);
	free(plan.home);
	free(plan.free_rows);
}
