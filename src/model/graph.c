/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/graph.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

struct graph {
	struct node *nodes;
	size_t count, cap;
	int *slots;          /* open addressing: node number + 1, 0 where free */
	size_t slot_count;   /* a power of two, at least twice the nodes */
};

struct graph *graph_new(void)
{
	struct graph *graph = xmalloc(sizeof *graph);

	graph->slot_count = 1024;
	graph->slots = xcalloc(graph->slot_count, sizeof *graph->slots);
	return graph;
}

void graph_free(struct graph *graph)
{
	if (!graph)
		return;
	free(graph->nodes);
	free(graph->slots);
	free(graph);
}

static uint64_t mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
	return hash ^ (hash >> 29);
}

static uint64_t node_hash(const struct node *node)
{
	uint64_t bits, hash = mix(0, (uint64_t)node->op);

	memcpy(&bits, &node->value, sizeof bits);
	for (int i = 0; i < 3; i++)
		hash = mix(hash, (uint64_t)node->operand[i] + 1);
	return mix(mix(hash, (uint64_t)node->index), bits);
}

static bool node_equal(const struct node *a, const struct node *b)
{
	return a->op == b->op && a->index == b->index && !memcmp(a->operand, b->operand, sizeof a->operand) &&
	       !memcmp(&a->value, &b->value, sizeof a->value);   /* NOLINT: the same bits are meant, of NaN and of -0 too */
}

/* The slot that holds an equal node, or the free one where it would go. */
static size_t find_slot(const struct graph *graph, const struct node *node)
{
	size_t at = node_hash(node) & (graph->slot_count - 1);

	while (graph->slots[at] && !node_equal(&graph->nodes[graph->slots[at] - 1], node))
		at = (at + 1) & (graph->slot_count - 1);
	return at;
}

static void grow_slots(struct graph *graph)
{
	graph->slot_count *= 2;
	free(graph->slots);
	graph->slots = xcalloc(graph->slot_count, sizeof *graph->slots);
	for (size_t i = 0; i < graph->count; i++)
		graph->slots[find_slot(graph, &graph->nodes[i])] = (int)i + 1;
}

static int intern(struct graph *graph, struct node node)
{
	size_t at = find_slot(graph, &node);

	if (graph->slots[at])
		return graph->slots[at] - 1;
	graph->nodes = xgrow(graph->nodes, graph->count, &graph->cap, sizeof *graph->nodes);
	graph->nodes[graph->count++] = node;
	graph->slots[at] = (int)graph->count;
	if (graph->count * 2 > graph->slot_count)
		grow_slots(graph);
	return (int)graph->count - 1;
}

static struct node make(enum op op, int a, int b, int c)
{
	return (struct node){ .op = op, .operand = { a, b, c } };
}

static bool is_const(const struct graph *graph, int node)
{
	return node != NODE_NONE && graph->nodes[node].op == OP_CONST;
}

static bool is_value(const struct graph *graph, int node, double value)
{
	return is_const(graph, node) && graph->nodes[node].value == value;
}

int graph_constant(struct graph *graph, double value)
{
	struct node node = make(OP_CONST, NODE_NONE, NODE_NONE, NODE_NONE);

	node.value = value;
	return intern(graph, node);
}

int graph_leaf(struct graph *graph, enum op op, int index)
{
	struct node node = make(op, NODE_NONE, NODE_NONE, NODE_NONE);

	assert(op_arity(op) == 0 && op != OP_CONST);
	node.index = index;
	return intern(graph, node);
}

int graph_unary(struct graph *graph, enum op op, int a)
{
	if (is_const(graph, a))
		return graph_constant(graph, op_apply(op, graph->nodes[a].value, 0, 0));
	if (op == OP_NEG && graph->nodes[a].op == OP_NEG)
		return graph->nodes[a].operand[0];
	return intern(graph, make(op, a, NODE_NONE, NODE_NONE));
}

/* The node that stands for `a op b` without computing anything, or NODE_NONE. Only rewritings that change no bit of a number
 * (the sign of a zero apart). */
static int neutral(const struct graph *graph, enum op op, int a, int b)
{
	switch (op) {
	case OP_ADD: return is_value(graph, b, 0) ? a : is_value(graph, a, 0) ? b : NODE_NONE;
	case OP_SUB: return is_value(graph, b, 0) ? a : NODE_NONE;
	case OP_MUL: return is_value(graph, b, 1) ? a : is_value(graph, a, 1) ? b : NODE_NONE;
	case OP_DIV:
	case OP_POW: return is_value(graph, b, 1) ? a : NODE_NONE;
	case OP_MIN:
	case OP_MAX: return a == b ? a : NODE_NONE;
	default: return NODE_NONE;
	}
}

static bool commutes(enum op op)
{
	return op == OP_ADD || op == OP_MUL;
}

int graph_binary(struct graph *graph, enum op op, int a, int b)
{
	int same = neutral(graph, op, a, b);

	if (same != NODE_NONE)
		return same;
	if (is_const(graph, a) && is_const(graph, b))
		return graph_constant(graph, op_apply(op, graph->nodes[a].value, graph->nodes[b].value, 0));
	if (op == OP_POW && is_value(graph, b, 2))
		return graph_binary(graph, OP_MUL, a, a);
	if (op == OP_POW && is_value(graph, b, 0.5))
		return graph_unary(graph, OP_SQRT, a);
	if (commutes(op) && a > b)
		return intern(graph, make(op, b, a, NODE_NONE));
	return intern(graph, make(op, a, b, NODE_NONE));
}

int graph_select(struct graph *graph, int condition, int yes, int no)
{
	if (yes == no)
		return yes;
	if (is_const(graph, condition))
		return graph->nodes[condition].value != 0 ? yes : no;
	if (graph->nodes[condition].op == OP_NOT)
		return graph_select(graph, graph->nodes[condition].operand[0], no, yes);
	return intern(graph, make(OP_SELECT, condition, yes, no));
}

int graph_lookup(struct graph *graph, int table, int x)
{
	struct node node = make(OP_LOOKUP, x, NODE_NONE, NODE_NONE);

	node.index = table;
	return intern(graph, node);
}

int graph_history(struct graph *graph, int memory, int delay, int initial)
{
	struct node node = make(OP_HISTORY, delay, initial, NODE_NONE);

	node.index = memory;
	return intern(graph, node);
}

int graph_rebuild(struct graph *graph, const struct node *like, const int operand[3])
{
	switch (op_arity(like->op)) {
	case 0: return like->op == OP_CONST ? graph_constant(graph, like->value) : graph_leaf(graph, like->op, like->index);
	case 1: return like->op == OP_LOOKUP ? graph_lookup(graph, like->index, operand[0])
	                                     : graph_unary(graph, like->op, operand[0]);
	case 2: return like->op == OP_HISTORY ? graph_history(graph, like->index, operand[0], operand[1])
	                                      : graph_binary(graph, like->op, operand[0], operand[1]);
	default: return graph_select(graph, operand[0], operand[1], operand[2]);
	}
}

const struct node *graph_node(const struct graph *graph, int node)
{
	assert(node >= 0 && (size_t)node < graph->count);
	return &graph->nodes[node];
}

size_t graph_count(const struct graph *graph)
{
	return graph->count;
}
