/* SPDX-License-Identifier: MIT
 *
 * Making a tape: which states the wanted variables need, and the nodes that all of them stand for.
 */
#include "config.h"

#include "model/tape.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/err.h"
#include "model/graph.h"
#include "model/tape_priv.h"

/* The states found so far and the walk that finds more. */
struct closure {
	struct tape *tape;
	struct flat *flat;
	unsigned char *seen;      /* per flat node; grown with the graph */
	size_t seen_count;
	int *stack;
	size_t depth, stack_cap;
	int *stock_state, *memory_state;   /* per variable, per memory: its state, -1 where it is not needed */
	int *leaf, *initial, *next, *memory;
	enum memory_kind *kind;
	size_t count, cap;
};

static void push(struct closure *c, int node)
{
	if ((size_t)node >= c->seen_count) {
		const size_t count = graph_count(flat_graph(c->flat)) * 2;

		c->seen = xrealloc(c->seen, count, 1);
		memset(c->seen + c->seen_count, 0, count - c->seen_count);
		c->seen_count = count;
	}
	if (c->seen[node])
		return;
	c->seen[node] = 1;
	c->stack = xgrow(c->stack, c->depth, &c->stack_cap, sizeof *c->stack);
	c->stack[c->depth++] = node;
}

static int add_state(struct closure *c, enum memory_kind kind, int leaf, int initial, int next, int memory)
{
	if (c->count == c->cap) {
		c->cap = c->cap ? c->cap * 2 : 64;
		c->leaf = xrealloc(c->leaf, c->cap, sizeof *c->leaf);
		c->initial = xrealloc(c->initial, c->cap, sizeof *c->initial);
		c->next = xrealloc(c->next, c->cap, sizeof *c->next);
		c->memory = xrealloc(c->memory, c->cap, sizeof *c->memory);
		c->kind = xrealloc(c->kind, c->cap, sizeof *c->kind);
	}
	c->leaf[c->count] = leaf;
	c->initial[c->count] = initial;
	c->next[c->count] = next;
	c->memory[c->count] = memory;
	c->kind[c->count] = kind;
	push(c, next);
	if (initial != NODE_NONE)
		push(c, initial);
	return (int)c->count++;
}

static int need_stock(struct closure *c, int variable, int leaf, struct err *err)
{
	const struct variable *v = model_variable(c->tape->model, variable);
	int initial;

	if (v->kind != VAR_STOCK || c->stock_state[variable] >= 0)
		return 0;
	initial = flat_initial(c->flat, variable, err);
	if (initial == NODE_NONE)
		return err_prefix(err, "%s:%d: ", v->declared.file, v->declared.line);
	c->stock_state[variable] = add_state(c, MEMORY_STOCK, leaf, initial, flat_now(c->flat, v->node), -1);
	return 0;
}

static int need_memory(struct closure *c, int index, int leaf, struct err *err)
{
	const struct memory *m = model_memory(c->tape->model, index);
	const struct variable *owner = model_variable(c->tape->model, m->owner);
	int initial = NODE_NONE;

	if (c->memory_state[index] >= 0)
		return 0;
	if (m->kind != MEMORY_HISTORY) {
		initial = flat_start(c->flat, m->initial, err);
		if (initial == NODE_NONE)
			return err_prefix(err, "%s:%d: ", owner->declared.file, owner->declared.line);
	}
	c->memory_state[index] = add_state(c, m->kind, leaf, initial, flat_now(c->flat, m->next), index);
	return 0;
}

static int drain(struct closure *c, struct err *err)
{
	while (c->depth > 0) {
		const int at = c->stack[--c->depth];
		const struct node n = *graph_node(flat_graph(c->flat), at);

		for (int i = 0; i < op_arity(n.op); i++)
			push(c, n.operand[i]);
		if (n.op == OP_VAR && need_stock(c, n.index, at, err))
			return -1;
		if (n.op == OP_MEMORY && need_memory(c, n.index, at, err))
			return -1;
		if (n.op == OP_HISTORY && need_memory(c, n.index, NODE_NONE, err))
			return -1;
	}
	return 0;
}

static int root_node(const struct tape *tape, int variable)
{
	const struct variable *v = model_variable(tape->model, variable);

	if (v->kind == VAR_SUMMARY || v->kind == VAR_CHECK)
		return flat_now(tape->flat, v->node);
	return flat_variable(tape->flat, variable);
}

static int *root_nodes(struct closure *c, const int *variables, size_t count, struct output **list)
{
	int *nodes = xcalloc(count, sizeof *nodes);

	*list = xcalloc(count, sizeof **list);
	for (size_t i = 0; i < count; i++) {
		nodes[i] = root_node(c->tape, variables[i]);
		(*list)[i].variable = variables[i];
		push(c, nodes[i]);
	}
	return nodes;
}

static void closure_init(struct closure *c, struct tape *tape)
{
	const size_t n = model_count(tape->model), m = model_memory_count(tape->model);

	*c = (struct closure){ .tape = tape, .flat = tape->flat };
	c->stock_state = xcalloc(n, sizeof *c->stock_state);
	c->memory_state = xcalloc(m, sizeof *c->memory_state);
	memset(c->stock_state, -1, n * sizeof *c->stock_state);
	memset(c->memory_state, -1, m * sizeof *c->memory_state);
}

static void closure_release(struct closure *c)
{
	free(c->seen);
	free(c->stack);
	free(c->stock_state);
	free(c->memory_state);
	free(c->leaf);
	free(c->initial);
	free(c->next);
	free(c->memory);
	free(c->kind);
}

struct tape *tape_new(const struct tape_spec *spec, struct err *err)
{
	struct tape *tape = xmalloc(sizeof *tape);
	struct closure c;
	struct roots roots = { 0 };
	int *outputs, *summaries, failed;

	tape->model = spec->model;
	tape->flat = flat_new(spec->model);
	tape->output_count = spec->wanted_count;
	tape->summary_count = spec->summary_count;
	closure_init(&c, tape);
	outputs = root_nodes(&c, spec->wanted, spec->wanted_count, &tape->outputs);
	summaries = root_nodes(&c, spec->summaries, spec->summary_count, &tape->summaries);
	failed = drain(&c, err);
	if (!failed) {
		tape->state_count = c.count;
		roots = (struct roots){
			.outputs = outputs, .summaries = summaries, .state_leaf = c.leaf, .state_initial = c.initial,
			.state_next = c.next, .state_kind = c.kind, .state_memory = c.memory,
		};
		schedule(tape, &roots, spec->varies);
	}
	closure_release(&c);
	free(outputs);
	free(summaries);
	if (!failed)
		return tape;
	tape_free(tape);
	return NULL;
}

void tape_free(struct tape *tape)
{
	if (!tape)
		return;
	flat_free(tape->flat);
	free(tape->per_run);
	free(tape->per_step);
	free(tape->per_world.items);
	free(tape->hot.items);
	free(tape->varying);
	free(tape->varying_row);
	free(tape->states);
	free(tape->outputs);
	free(tape->summaries);
	free(tape);
}

const struct model *tape_model(const struct tape *tape)
{
	return tape->model;
}

size_t tape_output_count(const struct tape *tape)
{
	return tape->output_count;
}

int tape_output_variable(const struct tape *tape, size_t output)
{
	return tape->outputs[output].variable;
}

size_t tape_summary_count(const struct tape *tape)
{
	return tape->summary_count;
}

int tape_summary_variable(const struct tape *tape, size_t summary)
{
	return tape->summaries[summary].variable;
}

size_t tape_varying_count(const struct tape *tape)
{
	return tape->varying_count;
}

int tape_varying_variable(const struct tape *tape, size_t varying)
{
	return tape->varying[varying];
}

struct tape_size tape_size(const struct tape *tape)
{
	return (struct tape_size){
		.nodes = graph_count(flat_graph(tape->flat)),
		.per_run = tape->run_count,
		.per_step = tape->step_count,
		.per_world = tape->per_world.count,
		.hot = tape->hot.count,
		.observed = tape->hot.count - tape->always,
		.slots = tape->row_count,
		.states = tape->state_count,
	};
}
