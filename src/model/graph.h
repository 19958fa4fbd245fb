/* SPDX-License-Identifier: MIT
 *
 * The expression graph: every distinct expression is one node (hash-consed), so common parts are shared by construction and two
 * equal expressions have the same number.  Nodes are only ever added; a node's operands have smaller numbers than the node.
 */
#ifndef PS_MODEL_GRAPH_H
#define PS_MODEL_GRAPH_H

#include <stddef.h>

#include "model/op.h"

struct graph;

enum { NODE_NONE = -1 };

struct node {
	enum op op;
	int operand[3];  /* nodes, NODE_NONE where there is none */
	int index;       /* OP_VAR, OP_OTHER: variable; OP_MEMORY, OP_HISTORY: memory; OP_LOOKUP: table; else 0 */
	double value;    /* OP_CONST */
};

struct graph *graph_new(void);
void graph_free(struct graph *graph);

/* A node for the expression, an old one where there is an equal one. Constants are folded, and what changes no bit is
 * simplified (x * 1, x - 0, x / 1, if over a constant, or with two equal sides). x ^ 2 becomes x * x and x ^ 0.5 the square root. */
int graph_constant(struct graph *graph, double value);
int graph_leaf(struct graph *graph, enum op op, int index);
int graph_unary(struct graph *graph, enum op op, int a);
int graph_binary(struct graph *graph, enum op op, int a, int b);
int graph_select(struct graph *graph, int condition, int yes, int no);
int graph_lookup(struct graph *graph, int table, int x);
int graph_history(struct graph *graph, int memory, int delay, int initial);

/* The same operator over other operands: what a rewriting of the graph needs. */
int graph_rebuild(struct graph *graph, const struct node *like, const int operand[3]);

/* Borrowed until the next node is added. */
const struct node *graph_node(const struct graph *graph, int node);
size_t graph_count(const struct graph *graph);

#endif
