/* SPDX-License-Identifier: MIT
 *
 * Small models made by hand, for the tests of src/model: a word a node.
 */
#ifndef PS_TESTS_BUILD_H
#define PS_TESTS_BUILD_H

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "data/series.h"
#include "model/graph.h"
#include "model/model.h"

/* ---- numbers by chance, the same on every machine ---- */

static inline uint64_t next_random(uint64_t *state)
{
	uint64_t x = *state += 0x9E3779B97F4A7C15u;

	x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
	x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
	return x ^ (x >> 31);
}

static inline double random_between(uint64_t *state, double lo, double hi)
{
	return lo + (hi - lo) * ((double)(next_random(state) >> 11) * 0x1p-53);
}

static inline int random_below(uint64_t *state, int below)
{
	return (int)(next_random(state) % (uint64_t)below);
}

/* ---- nodes ---- */

static inline int num(struct model *m, double value)
{
	return graph_constant(model_edit_graph(m), value);
}

static inline int var(struct model *m, int variable)
{
	return graph_leaf(model_edit_graph(m), OP_VAR, variable);
}

static inline int other(struct model *m, int variable)
{
	return graph_leaf(model_edit_graph(m), OP_OTHER, variable);
}

static inline int now(struct model *m)
{
	return graph_leaf(model_edit_graph(m), OP_TIME, 0);
}

static inline int one(struct model *m, enum op op, int a)
{
	return graph_unary(model_edit_graph(m), op, a);
}

static inline int two(struct model *m, enum op op, int a, int b)
{
	return graph_binary(model_edit_graph(m), op, a, b);
}

static inline int choose(struct model *m, int condition, int yes, int no)
{
	return graph_select(model_edit_graph(m), condition, yes, no);
}

/* ---- declarations ---- */

static inline struct model *new_model(double start, double stop, double step, enum method method)
{
	struct model *m = model_new();
	const char *why;

	if (model_set_time(m, start, stop, step, method, &why))
		abort();
	return m;
}

static inline int add_lever(struct model *m, const char *id, double value, double lo, double hi)
{
	const int v = model_add(m, VAR_LEVER, id);

	model_edit(m, v)->value = value;
	model_edit(m, v)->lo = lo;
	model_edit(m, v)->hi = hi;
	return v;
}

static inline int add_uncertainty(struct model *m, const char *id, double value, struct spread spread)
{
	const int v = model_add(m, VAR_UNCERTAINTY, id);

	model_edit(m, v)->value = value;
	model_edit(m, v)->lo = spread.lo;
	model_edit(m, v)->hi = spread.hi;
	model_edit(m, v)->spread = spread;
	return v;
}

static inline struct spread uniform(double lo, double hi)
{
	return (struct spread){ .kind = SPREAD_UNIFORM, .lo = lo, .hi = hi };
}

static inline int add_series(struct model *m, const char *id, const double *x, const double *y, size_t count)
{
	const int v = model_add(m, VAR_SERIES, id);
	const int table = model_add_table(m, series_from_points(x, y, count, NULL));

	model_edit(m, v)->table = table;
	return v;
}

static inline int add_equation(struct model *m, enum var_kind kind, const char *id, int node)
{
	const int v = model_add(m, kind, id);

	model_edit(m, v)->node = node;
	model_edit(m, v)->equation = (struct place){ .file = "test.lua", .line = 10 + v, .last_line = 10 + v };
	return v;
}

static inline int add_auxiliary(struct model *m, const char *id, int node)
{
	return add_equation(m, VAR_AUXILIARY, id, node);
}

/* Its rate is set once it can be named. */
static inline int add_stock(struct model *m, const char *id, double initial)
{
	const int v = model_add(m, VAR_STOCK, id);

	model_edit(m, v)->value = initial;
	return v;
}

static inline void set_rate(struct model *m, int stock, int node)
{
	model_edit(m, stock)->node = node;
}

static inline int add_summary(struct model *m, const char *id, enum summary_kind kind, int node)
{
	const int v = add_equation(m, VAR_SUMMARY, id, node);

	model_edit(m, v)->summary = kind;
	return v;
}

static inline int add_memory(struct model *m, enum memory_kind kind, int owner, int initial)
{
	const struct memory memory = { .kind = kind, .owner = owner, .initial = initial, .next = NODE_NONE };

	return model_add_memory(m, &memory);
}

static inline int memory_leaf(struct model *m, int memory)
{
	return graph_leaf(model_edit_graph(m), OP_MEMORY, memory);
}

/* ---- comparing ---- */

/* The same bits, but for the sign of a zero and the bits of what is no number. */
static inline bool same_bits(double a, double b)
{
	return (isnan(a) && isnan(b)) || (a == b && (a == 0 || !memcmp(&a, &b, sizeof a)));
}

#endif
