/* SPDX-License-Identifier: MIT
 *
 * What uses what: read off the expression graph, so it can't disagree with the equations.
 */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/diags.h"
#include "model/graph.h"
#include "model/model_priv.h"

/* Walks expressions, each node once, without recursion: hostile rules nest as deep as they like. */
struct walk {
	const struct model *model;
	int *series;                          /* the series that has a table, -1: none */
	unsigned *seen_node, *seen_variable;  /* number of the last walk that met it */
	unsigned number;
	int *stack;
	size_t depth;
	int *found;                           /* variables met, over all walks */
	size_t count, cap;
};

static void push(struct walk *walk, int node)
{
	if (node == NODE_NONE || walk->seen_node[node] == walk->number)
		return;
	walk->seen_node[node] = walk->number;
	walk->stack[walk->depth++] = node;
}

static void meet(struct walk *walk, int variable)
{
	if (walk->seen_variable[variable] == walk->number)
		return;
	walk->seen_variable[variable] = walk->number;
	walk->found = xgrow(walk->found, walk->count, &walk->cap, sizeof *walk->found);
	walk->found[walk->count++] = variable;
}

/* Adds the variables that what was pushed names. */
static void drain(struct walk *walk)
{
	while (walk->depth > 0) {
		const struct node *n = graph_node(walk->model->graph, walk->stack[--walk->depth]);

		if (n->op == OP_VAR || n->op == OP_OTHER)
			meet(walk, n->index);
		/* A series that is asked for another time is named as well. */
		if (n->op == OP_LOOKUP && walk->series[n->index] >= 0)
			meet(walk, walk->series[n->index]);
		for (int i = 0; i < op_arity(n->op); i++)
			push(walk, n->operand[i]);
	}
}

static void walk_init(struct walk *walk, const struct model *model)
{
	const size_t nodes = graph_count(model->graph);

	*walk = (struct walk){ .model = model };
	walk->seen_node = xcalloc(nodes, sizeof *walk->seen_node);
	walk->seen_variable = xcalloc(model->count, sizeof *walk->seen_variable);
	walk->stack = xcalloc(nodes, sizeof *walk->stack);
	walk->series = xcalloc(model_table_count(model), sizeof *walk->series);
	for (size_t i = 0; i < model_table_count(model); i++)
		walk->series[i] = -1;
	for (size_t i = 0; i < model->count; i++)
		if (model->variables[i].kind == VAR_SERIES && model->variables[i].table >= 0)
			walk->series[model->variables[i].table] = (int)i;
}

static void walk_release(struct walk *walk)
{
	free(walk->series);
	free(walk->seen_node);
	free(walk->seen_variable);
	free(walk->stack);
	free(walk->found);
}

static int by_number(const void *a, const void *b)
{
	return (*(const int *)a > *(const int *)b) - (*(const int *)a < *(const int *)b);
}

/* One list of names per variable, end to end; list i is items[from[i]] to items[from[i + 1]]. */
struct lists {
	int *items;
	size_t *from;
};

static void lists_release(struct lists *lists)
{
	free(lists->items);
	free(lists->from);
}

static void push_present(struct walk *walk, const struct variable *v)
{
	if (v->kind == VAR_AUXILIARY || v->kind == VAR_OUTCOME)
		push(walk, v->node);
}

static void push_all(struct walk *walk, const struct variable *v)
{
	push(walk, v->node);
	push(walk, v->initial);
}

static struct lists find_names(const struct model *model, void (*push_roots)(struct walk *, const struct variable *),
                               const struct lists *memories)
{
	struct lists lists = { .from = xcalloc(model->count + 1, sizeof *lists.from) };
	struct walk walk;

	walk_init(&walk, model);
	for (size_t i = 0; i < model->count; i++) {
		walk.number++;
		push_roots(&walk, &model->variables[i]);
		for (size_t m = memories ? memories->from[i] : 0; memories && m < memories->from[i + 1]; m++) {
			push(&walk, model->memories[memories->items[m]].initial);
			push(&walk, model->memories[memories->items[m]].next);
		}
		drain(&walk);
		if (walk.count > lists.from[i])
			qsort(walk.found + lists.from[i], walk.count - lists.from[i], sizeof *walk.found, by_number);
		lists.from[i + 1] = walk.count;
	}
	lists.items = walk.found;
	walk.found = NULL;
	walk_release(&walk);
	return lists;
}

static struct lists memories_by_owner(const struct model *model)
{
	struct lists lists = { .from = xcalloc(model->count + 1, sizeof *lists.from) };
	size_t *next = xcalloc(model->count + 1, sizeof *next);

	lists.items = xcalloc(model->memory_count, sizeof *lists.items);
	for (size_t m = 0; m < model->memory_count; m++)
		lists.from[model->memories[m].owner + 1]++;
	for (size_t i = 0; i < model->count; i++)
		next[i + 1] = lists.from[i + 1] += lists.from[i];
	for (size_t m = 0; m < model->memory_count; m++)
		lists.items[next[model->memories[m].owner]++] = (int)m;
	free(next);
	return lists;
}

static struct lists turn_around(const struct lists *uses, size_t count)
{
	struct lists lists = { .from = xcalloc(count + 1, sizeof *lists.from) };
	const size_t total = uses->from[count];
	size_t *next = xcalloc(count + 1, sizeof *next);

	lists.items = xcalloc(total, sizeof *lists.items);
	for (size_t k = 0; k < total; k++)
		lists.from[uses->items[k] + 1]++;
	for (size_t i = 0; i < count; i++)
		next[i + 1] = lists.from[i + 1] += lists.from[i];
	for (size_t i = 0; i < count; i++)
		for (size_t k = uses->from[i]; k < uses->from[i + 1]; k++)
			lists.items[next[uses->items[k]]++] = (int)i;
	free(next);
	return lists;
}

static void link_up(struct model *model, const struct lists *uses)
{
	const size_t n = model->count, total = uses->from[n];
	struct lists used_by = turn_around(uses, n);

	free(model->links);
	model->links = xcalloc(2 * total, sizeof *model->links);
	for (size_t k = 0; k < total; k++) {
		model->links[k] = uses->items[k];
		model->links[total + k] = used_by.items[k];
	}
	for (size_t i = 0; i < n; i++) {
		struct variable *v = &model->variables[i];

		v->uses = model->links + uses->from[i];
		v->use_count = uses->from[i + 1] - uses->from[i];
		v->used_by = model->links + total + used_by.from[i];
		v->used_by_count = used_by.from[i + 1] - used_by.from[i];
	}
	lists_release(&used_by);
}

/* ---- order ---- */

enum { WHITE, OPEN, DONE };

struct ordering {
	struct model *model;
	struct lists now;        /* what each variable needs at the same time */
	unsigned char *state;
	int *path;               /* variables that are being placed, each needing the next */
	size_t *at;              /* how far into its list each of them is */
	size_t depth;
	struct diags *diags;
	int loops;
};

/* A long loop is cut in the middle. */
enum { SHOWN = 12 };

static void report_loop(struct ordering *o, int again)
{
	const struct variable *v = &o->model->variables[again];
	struct buf path = BUF_INIT;
	size_t from = o->depth;

	o->loops++;
	if (o->diags->count >= DIAGS_MAX)
		return;
	while (o->path[--from] != again)
		;
	for (size_t at = from; at < o->depth; at++) {
		if (at == from + SHOWN && o->depth - at > 2) {
			buf_addf(&path, _("(%zu more) -> "), o->depth - 1 - at);
			at = o->depth - 1;
		}
		buf_addf(&path, "%s -> ", o->model->variables[o->path[at]].id);
	}
	buf_add(&path, v->id);
	diags_add(o->diags, v->equation.file, v->equation.line,
	          _("a loop without a stock: %s; make one of them a stock, or use an earlier value (delay_fixed)"),
	          buf_text(&path));
	buf_release(&path);
}

static void open_variable(struct ordering *o, int variable)
{
	o->state[variable] = OPEN;
	o->path[o->depth] = variable;
	o->at[o->depth++] = o->now.from[variable];
}

static void close_variable(struct ordering *o)
{
	const int variable = o->path[--o->depth];

	o->state[variable] = DONE;
	o->model->order[o->model->order_count++] = variable;
}

/* Depth first; a stock, series, lever or uncertainty needs nothing at the same time. */
static void place(struct ordering *o, int variable)
{
	open_variable(o, variable);
	while (o->depth > 0) {
		const size_t top = o->depth - 1;
		int need;

		if (o->at[top] == o->now.from[o->path[top] + 1]) {
			close_variable(o);
			continue;
		}
		need = o->now.items[o->at[top]++];
		if (o->state[need] == OPEN)
			report_loop(o, need);
		else if (o->state[need] == WHITE && var_is_over_time(o->model->variables[need].kind))
			open_variable(o, need);
	}
}

static int order_equations(struct model *model, struct diags *diags)
{
	const size_t n = model->count;
	struct ordering o = { .model = model, .now = find_names(model, push_present, NULL), .diags = diags };

	o.state = xcalloc(n, 1);
	o.path = xcalloc(n, sizeof *o.path);
	o.at = xcalloc(n, sizeof *o.at);
	free(model->order);
	model->order = xcalloc(n, sizeof *model->order);
	model->order_count = 0;
	for (size_t i = 0; i < n; i++)
		if (var_is_over_time(model->variables[i].kind) && o.state[i] == WHITE)
			place(&o, (int)i);
	lists_release(&o.now);
	free(o.state);
	free(o.path);
	free(o.at);
	return o.loops ? -1 : 0;
}

int model_finish(struct model *model, struct diags *diags)
{
	struct lists memories = memories_by_owner(model);
	struct lists uses = find_names(model, push_all, &memories);

	link_up(model, &uses);
	lists_release(&memories);
	lists_release(&uses);
	return order_equations(model, diags);
}

const int *model_order(const struct model *model, size_t *count)
{
	*count = model->order_count;
	return model->order;
}
