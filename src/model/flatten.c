/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/flatten.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/lang.h"
#include "model/model.h"

enum { OPEN = -2 };  /* in a memo: its operands are being flattened; NODE_NONE: not met yet */

struct flat {
	const struct model *model;
	struct graph *graph;
	int *now, *start;     /* per node of the model's graph: its flat node */
	int *stack;
	size_t depth, cap;
	int again;            /* the node that a loop came back to */
};

/* One of the two ways to flatten. */
struct view {
	struct flat *flat;
	int *memo;
	bool at_start;
};

struct flat *flat_new(const struct model *model)
{
	struct flat *flat = xmalloc(sizeof *flat);
	const size_t nodes = graph_count(model_graph(model));

	flat->model = model;
	flat->graph = graph_new();
	flat->now = xcalloc(nodes, sizeof *flat->now);
	flat->start = xcalloc(nodes, sizeof *flat->start);
	for (size_t i = 0; i < nodes; i++)
		flat->now[i] = flat->start[i] = NODE_NONE;
	return flat;
}

void flat_free(struct flat *flat)
{
	if (!flat)
		return;
	graph_free(flat->graph);
	free(flat->now);
	free(flat->start);
	free(flat->stack);
	free(flat);
}

static void push(struct flat *flat, int node)
{
	flat->stack = xgrow(flat->stack, flat->depth, &flat->cap, sizeof *flat->stack);
	flat->stack[flat->depth++] = node;
}

/* The node of the model's graph that stands behind a leaf, NODE_NONE where the leaf stays. */
static int behind(const struct view *view, const struct node *n)
{
	const struct model *model = view->flat->model;
	const struct variable *v;

	if (n->op == OP_MEMORY)
		return view->at_start ? model_memory(model, n->index)->initial : NODE_NONE;
	if (n->op == OP_HISTORY)
		return view->at_start ? n->operand[1] : NODE_NONE;
	if (n->op != OP_VAR)
		return NODE_NONE;
	v = model_variable(model, n->index);
	if (v->kind == VAR_STOCK)
		return view->at_start ? v->initial : NODE_NONE;
	return v->kind == VAR_AUXILIARY || v->kind == VAR_OUTCOME ? v->node : NODE_NONE;
}

static int time_node(const struct view *view)
{
	if (view->at_start)
		return graph_constant(view->flat->graph, model_time(view->flat->model)->start);
	return graph_leaf(view->flat->graph, OP_TIME, 0);
}

static int keep_leaf(const struct view *view, const struct node *n)
{
	struct graph *graph = view->flat->graph;

	if (n->op == OP_CONST)
		return graph_constant(graph, n->value);
	if (n->op == OP_TIME)
		return time_node(view);
	if (n->op == OP_VAR) {
		const struct variable *v = model_variable(view->flat->model, n->index);

		if (v->kind == VAR_SERIES)
			return graph_lookup(graph, v->table, time_node(view));
		if (v->kind == VAR_STOCK && view->at_start)
			return graph_constant(graph, v->value);
	}
	return graph_leaf(graph, n->op, n->index);
}

/* Pushes what `node` still waits for; true when it waits for something. */
static bool wait_for(struct view *view, int node, bool *loop)
{
	const struct node *n = graph_node(model_graph(view->flat->model), node);
	const int target = behind(view, n);
	const int count = target != NODE_NONE ? 1 : op_arity(n->op);
	bool waits = false;

	for (int i = 0; i < count; i++) {
		const int need = target != NODE_NONE ? target : n->operand[i];

		if (view->memo[need] >= 0)
			continue;
		waits = true;
		if (view->memo[need] != OPEN) {
			push(view->flat, need);
			continue;
		}
		*loop = true;
		view->flat->again = need;
	}
	return waits;
}

static int build(struct view *view, int node)
{
	const struct node *n = graph_node(model_graph(view->flat->model), node);
	const int target = behind(view, n);
	int operand[3] = { NODE_NONE, NODE_NONE, NODE_NONE };

	if (target != NODE_NONE)
		return view->memo[target];
	if (op_arity(n->op) == 0)
		return keep_leaf(view, n);
	for (int i = 0; i < op_arity(n->op); i++)
		operand[i] = view->memo[n->operand[i]];
	return graph_rebuild(view->flat->graph, n, operand);
}

/* The variable that a node of the model's graph stands for, -1: none. */
static int named_by(const struct model *model, int node)
{
	const struct node *n = graph_node(model_graph(model), node);

	return n->op == OP_VAR ? n->index : n->op == OP_MEMORY ? model_memory(model, n->index)->owner : -1;
}

/* Names what the loop runs through, and the first once more at its end. */
static void describe_loop(const struct view *view, struct err *err)
{
	const struct flat *flat = view->flat;
	struct buf path = BUF_INIT;
	int first = -1, last = -1;
	size_t from = 0;

	while (flat->stack[from] != flat->again)
		from++;
	for (size_t i = from; i < flat->depth; i++) {
		const int name = view->memo[flat->stack[i]] == OPEN ? named_by(flat->model, flat->stack[i]) : -1;

		if (name < 0 || name == last)
			continue;
		buf_addf(&path, "%s -> ", model_variable(flat->model, name)->id);
		first = first < 0 ? name : first;
		last = name;
	}
	err_set(err, _("initial values run in a loop: %s%s; give one of these stocks an initial number, or write delay_fixed for smooth and "
	               "delay1, which begin with their input"), buf_text(&path), first < 0 ? "?" : model_variable(flat->model, first)->id);
	buf_release(&path);
}

static int flatten(struct view *view, int root, struct err *err)
{
	struct flat *flat = view->flat;
	bool loop = false;

	flat->depth = 0;
	push(flat, root);
	while (flat->depth > 0 && !loop) {
		const int node = flat->stack[flat->depth - 1];

		if (view->memo[node] >= 0) {
			flat->depth--;
			continue;
		}
		view->memo[node] = OPEN;
		if (wait_for(view, node, &loop))
			continue;
		view->memo[node] = build(view, node);
		flat->depth--;
	}
	if (loop) {
		describe_loop(view, err);
		for (size_t i = 0; i < flat->depth; i++)
			view->memo[flat->stack[i]] = NODE_NONE;
		return NODE_NONE;
	}
	return view->memo[root];
}

int flat_now(struct flat *flat, int node)
{
	struct view view = { .flat = flat, .memo = flat->now };

	return flatten(&view, node, NULL);
}

int flat_start(struct flat *flat, int node, struct err *err)
{
	struct view view = { .flat = flat, .memo = flat->start, .at_start = true };

	return flatten(&view, node, err);
}

int flat_variable(struct flat *flat, int variable)
{
	const struct variable *v = model_variable(flat->model, variable);
	const struct node leaf = { .op = OP_VAR, .index = variable };
	struct view view = { .flat = flat, .memo = flat->now };

	if (v->kind == VAR_AUXILIARY || v->kind == VAR_OUTCOME)
		return flat_now(flat, v->node);
	return keep_leaf(&view, &leaf);
}

int flat_initial(struct flat *flat, int stock, struct err *err)
{
	const struct variable *v = model_variable(flat->model, stock);

	if (v->initial == NODE_NONE)
		return graph_constant(flat->graph, v->value);
	return flat_start(flat, v->initial, err);
}

const struct graph *flat_graph(const struct flat *flat)
{
	return flat->graph;
}
