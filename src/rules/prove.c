/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rules/prove.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <lua.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/number.h"
#include "data/series.h"
#include "model/flatten.h"
#include "model/graph.h"
#include "model/worlds.h"
#include "rules/compute.h"
#include "rules/host.h"
#include "rules/sandbox.h"
#include "rules/scan.h"

/* The nodes of one expression, operands first. */
struct sequence {
	int *nodes;
	size_t count;
};

/* A state of the model: everything that an equation can see. */
struct state {
	double time;
	double *values;        /* per variable */
	double *memories;      /* per memory */
};

struct proof {
	struct host *host;
	const struct model *model;
	const struct graph *graph;
	struct compute *compute;
	struct memory_states memory_states;
	struct state state;
	double *node_values;
	unsigned *seen;
	unsigned walk;
	int *stack;
	struct sequence *sequences;   /* per equation: its value and the next of its memories */
	bool *broken;                 /* per equation: reported already */
	uint32_t draws;
};

/* ---- the trace's side ---- */

/* Nodes in rising order are operands first. */
static int by_number(const void *a, const void *b)
{
	return (*(const int *)a > *(const int *)b) - (*(const int *)a < *(const int *)b);
}

static void push(struct proof *p, size_t *depth, int node)
{
	if (node == NODE_NONE || p->seen[node] == p->walk)
		return;
	p->seen[node] = p->walk;
	p->stack[(*depth)++] = node;
}

static struct sequence sequence_of(struct proof *p, const struct equation *e)
{
	const struct variable *v = model_variable(p->model, e->variable);
	struct sequence s = { NULL, 0 };
	size_t depth = 0, cap = 0;

	p->walk++;
	push(p, &depth, e->part == PART_INITIAL ? v->initial : v->node);
	for (size_t i = 0; i < e->memory_count; i++)
		push(p, &depth, model_memory(p->model, e->memories[i])->next);
	while (depth > 0) {
		const int node = p->stack[--depth];
		const struct node *n = graph_node(p->graph, node);

		s.nodes = xgrow(s.nodes, s.count, &cap, sizeof *s.nodes);
		s.nodes[s.count++] = node;
		for (int i = 0; i < op_arity(n->op); i++)
			push(p, &depth, n->operand[i]);
	}
	if (s.count)
		qsort(s.nodes, s.count, sizeof *s.nodes, by_number);
	return s;
}

/* A delay's past value is whatever both sides agree on. */
static double past_value(int memory, double delay, double initial)
{
	return initial + 0.125 * delay + memory;
}

static double node_value(const struct proof *p, const struct node *n)
{
	double x[3] = { 0, 0, 0 };

	for (int i = 0; i < op_arity(n->op); i++)
		x[i] = p->node_values[n->operand[i]];
	switch (n->op) {
	case OP_CONST: return n->value;
	case OP_TIME: return p->state.time;
	case OP_VAR:
	case OP_OTHER: return p->state.values[n->index];
	case OP_MEMORY: return p->state.memories[n->index];
	case OP_LOOKUP: return series_at(model_table(p->model, n->index), x[0]);
	case OP_HISTORY: return past_value(n->index, x[0], x[1]);
	default: return op_apply(n->op, x[0], x[1], x[2]);
	}
}

static void evaluate(struct proof *p, const struct sequence *s)
{
	sandbox_spend(p->host, (long)s->count / 4);
	for (size_t i = 0; i < s->count; i++)
		p->node_values[s->nodes[i]] = node_value(p, graph_node(p->graph, s->nodes[i]));
}

/* ---- comparing ---- */

static double history(void *ctx, int memory, double delay, double initial)
{
	(void)ctx;
	return past_value(memory, delay, initial);
}

/* The two sides may round differently where they take the power function from different libraries. */
static bool agrees(double a, double b, double scale)
{
	if (isnan(a) || isnan(b))
		return isnan(a) && isnan(b);
	return a == b || fabs(a - b) <= 1e-10 * fmax(fmax(fabs(a), fabs(b)), scale);
}

static double largest_value(const struct proof *p, const struct sequence *s)
{
	double largest = 0;

	for (size_t i = 0; i < s->count; i++)
		if (isfinite(p->node_values[s->nodes[i]]))
			largest = fmax(largest, fabs(p->node_values[s->nodes[i]]));
	return largest * 1e-3;
}

static void report_difference(struct proof *p, size_t i, double traced, double plain)
{
	const struct equation *e = &p->host->equations[i];
	const int equality = scan_equality_line(p->host, e);

	p->broken[i] = true;
	if (equality)
		diags_add(p->host->diags, e->place.file, equality,
		          _("`%s`: == or ~= steers by a model value, which can't be followed; compare with <, <=, > or >= (a switch is on when it is >= 0.5)"),
		          model_variable(p->model, e->variable)->id);
	else
		diags_add(p->host->diags, e->place.file, e->place.line,
		          _("`%s`: as plain Lua it gives %.10g, followed it gives %.10g; it must depend on v alone, through arithmetic, library functions and comparisons (<, <=, >, >=)%s"),
		          model_variable(p->model, e->variable)->id, plain, traced,
		          scan_has_equality(p->host) ? _("; look for == and ~= in the functions that it calls") : "");
}

static void set_names(struct proof *p, const struct equation *e)
{
	const struct variable *v = model_variable(p->model, e->variable);

	for (size_t i = 0; i < e->read_count; i++) {
		compute_set(p->compute, 0, e->reads[i], p->state.values[e->reads[i]]);
		if (v->has_versus)
			compute_set(p->compute, 1, e->reads[i], p->state.values[e->reads[i]]);
	}
}

/* A proof that is cut short proves nothing. */
static bool is_out_of_time(struct proof *p)
{
	if (!sandbox_is_spent(p->host))
		return false;
	if (!p->host->diags->count)
		diags_add(p->host->diags, NULL, 0, _("proving the rules takes too long; are there far too many equations, or far too long ones?"));
	return true;
}

static void compare(struct proof *p, size_t i)
{
	const struct equation *e = &p->host->equations[i];
	const struct variable *v = model_variable(p->model, e->variable);
	double plain, traced, scale;

	if (p->broken[i] || is_out_of_time(p))
		return;
	set_names(p, e);
	if (compute_call(p->compute, e, &plain)) {
		p->broken[i] = true;
		return;
	}
	evaluate(p, &p->sequences[i]);
	traced = p->node_values[e->part == PART_INITIAL ? v->initial : v->node];
	scale = largest_value(p, &p->sequences[i]);
	if (!agrees(traced, plain, scale))
		report_difference(p, i, traced, plain);
	for (size_t m = 0; m < e->memory_count && !p->broken[i]; m++) {
		const int memory = e->memories[m];
		const double next = p->node_values[model_memory(p->model, memory)->next];

		if (!agrees(next, p->memory_states.next[memory], scale))
			report_difference(p, i, next, p->memory_states.next[memory]);
	}
}

static void compare_all(struct proof *p)
{
	compute_set_time(p->compute, p->state.time);
	for (size_t i = 0; i < p->host->equation_count; i++)
		compare(p, i);
}

/* ---- states ---- */

/* The flat node of every stock's (from 0) and memory's (after the variables) initial value; -1 and a report when they run in a loop. */
static int initial_nodes(struct proof *p, struct flat *flat, int *roots)
{
	const size_t n = model_count(p->model), m = model_memory_count(p->model);
	int failed = 0;
	struct err err;

	for (size_t i = 0; i < n + m && !failed; i++) {
		const int owner = i < n ? (int)i : model_memory(p->model, (int)(i - n))->owner;
		const struct variable *v = model_variable(p->model, owner);

		roots[i] = NODE_NONE;
		if (i < n && v->kind != VAR_STOCK)
			continue;
		roots[i] = i < n ? flat_initial(flat, owner, &err) : flat_start(flat, model_memory(p->model, (int)(i - n))->initial, &err);
		if (roots[i] == NODE_NONE) {
			diags_add(p->host->diags, v->declared.file, v->declared.line, "%s", err.text);
			failed = -1;
		}
	}
	return failed;
}

/* All nodes of the flattened graph in one sweep: at the start it has no leaves but inputs and time. */
static double *sweep(struct proof *p, const struct graph *graph)
{
	double *values = xcalloc(graph_count(graph), sizeof *values), *kept = p->node_values;

	p->node_values = values;
	for (size_t i = 0; i < graph_count(graph); i++)
		values[i] = node_value(p, graph_node(graph, (int)i));
	p->node_values = kept;
	return values;
}

static int start_stocks(struct proof *p)
{
	const size_t n = model_count(p->model), m = model_memory_count(p->model);
	struct flat *flat = flat_new(p->model);
	int *roots = xcalloc(n + m, sizeof *roots);
	const int failed = initial_nodes(p, flat, roots);
	double *values = failed ? NULL : sweep(p, flat_graph(flat));

	for (size_t i = 0; values && i < n + m; i++)
		if (roots[i] != NODE_NONE)
			*(i < n ? &p->state.values[i] : &p->state.memories[i - n]) = values[roots[i]];
	free(values);
	free(roots);
	flat_free(flat);
	return failed;
}

/* Series, auxiliaries and outcomes from inputs, stocks and time. */
static void fill_in(struct proof *p, const int *equation_by_variable)
{
	size_t count;
	const int *order = model_order(p->model, &count);

	for (size_t k = 0; k < count; k++) {
		const struct variable *v = model_variable(p->model, order[k]);

		if (v->kind == VAR_SERIES)
			p->state.values[order[k]] = series_at(model_table(p->model, v->table), p->state.time);
		if (v->kind != VAR_AUXILIARY && v->kind != VAR_OUTCOME)
			continue;
		evaluate(p, &p->sequences[equation_by_variable[order[k]]]);
		p->state.values[order[k]] = p->node_values[v->node];
	}
}

/* The same numbers on every load: a mistake does not come and go. */
static double draw(struct proof *p)
{
	return worlds_point(worlds_key("prove", 1), p->draws++);
}

/* ---- the first step ---- */

static void describe_values(const struct proof *p, const struct variable *v, struct buf *text)
{
	const size_t most = 6;

	for (size_t i = 0; i < v->use_count && i < most; i++)
		buf_addf(text, "%s%s = %.6g", i ? ", " : "", model_variable(p->model, v->uses[i])->id, p->state.values[v->uses[i]]);
	if (v->use_count > most)
		buf_add(text, ", ...");
}

static bool sees_bad_value(const struct proof *p, const struct variable *v)
{
	for (size_t i = 0; i < v->use_count; i++)
		if (var_is_over_time(model_variable(p->model, v->uses[i])->kind) && !isfinite(p->state.values[v->uses[i]]))
			return true;
	return false;
}

static void report_bad(struct proof *p, size_t i, double value)
{
	const struct equation *e = &p->host->equations[i];
	const struct variable *v = model_variable(p->model, e->variable);
	struct buf text = BUF_INIT;

	describe_values(p, v, &text);
	diags_add(p->host->diags, e->place.file, e->place.line,
	          _("`%s` is %s at the first step (%g), with %s; %s"), v->id,
	          isnan(value) ? _("not a number") : _("infinite"), p->state.time, text.len ? buf_text(&text) : _("no model values"),
	          isnan(value) ? _("look for 0 / 0, the logarithm or a root of a negative number")
	                       : _("look for a division by zero (xidz and zidz are safe)"));
	p->broken[i] = true;
	buf_release(&text);
}

static void check_first_step(struct proof *p)
{
	for (size_t i = 0; i < p->host->equation_count; i++) {
		const struct equation *e = &p->host->equations[i];
		const struct variable *v = model_variable(p->model, e->variable);
		double value;

		if (e->part == PART_INITIAL || p->broken[i]) {
			if (e->part == PART_INITIAL && !isfinite(p->state.values[e->variable]) && !sees_bad_value(p, v))
				report_bad(p, i, p->state.values[e->variable]);
			continue;
		}
		evaluate(p, &p->sequences[i]);
		value = p->node_values[v->node];
		if (!isfinite(value) && !sees_bad_value(p, v))
			report_bad(p, i, value);
	}
}

/* ---- all states ---- */

static void set_inputs(struct proof *p, double share)
{
	for (size_t i = 0; i < model_count(p->model); i++) {
		const struct variable *v = model_variable(p->model, (int)i);

		if (!var_is_input(v->kind))
			continue;
		if (share < 0)
			p->state.values[i] = v->lo + draw(p) * (v->hi - v->lo);
		else
			p->state.values[i] = v->kind == VAR_LEVER ? v->lo + share * (v->hi - v->lo) : v->value;
	}
}

static void shake_stocks(struct proof *p)
{
	for (size_t i = 0; i < model_count(p->model); i++)
		if (model_variable(p->model, (int)i)->kind == VAR_STOCK)
			p->state.values[i] = p->state.values[i] * (0.5 + draw(p)) + (draw(p) < 0.2 ? 0.01 : 0);
	for (size_t i = 0; i < model_memory_count(p->model); i++)
		p->state.memories[i] = p->state.memories[i] * (0.5 + draw(p)) + 0.01;
}

/* Every name set, one after the other, to a number that rules compare with ==. */
static void compare_at_numbers(struct proof *p)
{
	double numbers[16];
	const size_t count = scan_compared_numbers(p->host, numbers, ARRAY_LEN(numbers));

	for (size_t k = 0; k < count; k++) {
		for (size_t i = 0; i < p->host->equation_count; i++) {
			const struct equation *e = &p->host->equations[i];

			for (size_t r = 0; r < e->read_count; r++) {
				const double kept = p->state.values[e->reads[r]];

				p->state.values[e->reads[r]] = numbers[k];
				compare(p, i);
				p->state.values[e->reads[r]] = kept;
			}
		}
	}
}

static void prove_states(struct proof *p, const int *equation_by_variable)
{
	const struct time_axis *axis = model_time(p->model);
	double *start;

	for (size_t i = 0; i < model_count(p->model); i++)
		if (var_is_input(model_variable(p->model, (int)i)->kind))
			p->state.values[i] = model_variable(p->model, (int)i)->value;
	p->state.time = axis->start;
	if (start_stocks(p))
		return;
	fill_in(p, equation_by_variable);
	check_first_step(p);
	if (p->host->diags->count)
		return;
	compare_all(p);
	compare_at_numbers(p);
	start = xcalloc(model_count(p->model), sizeof *start);
	memcpy(start, p->state.values, model_count(p->model) * sizeof *start);
	for (int k = 0; k < 5; k++) {
		memcpy(p->state.values, start, model_count(p->model) * sizeof *start);
		set_inputs(p, k < 2 ? k : -1);
		p->state.time = k < 2 ? axis->start : axis->start + floor(draw(p) * axis->steps) * axis->step;
		if (k >= 2)
			shake_stocks(p);
		fill_in(p, equation_by_variable);
		compare_all(p);
	}
	free(start);
}

/* ---- in all ---- */

static void proof_init(struct proof *p, struct host *host)
{
	const size_t memories = model_memory_count(host->model), nodes = graph_count(model_graph(host->model));

	*p = (struct proof){ .host = host, .model = host->model, .graph = model_graph(host->model) };
	p->memory_states.now = p->state.memories = xcalloc(memories, sizeof(double));
	p->memory_states.next = xcalloc(memories, sizeof(double));
	p->memory_states.fresh = xcalloc(memories, sizeof(bool));
	p->memory_states.history = history;
	p->state.values = xcalloc(model_count(host->model), sizeof(double));
	p->node_values = xcalloc(nodes, sizeof(double));
	p->seen = xcalloc(nodes, sizeof *p->seen);
	p->stack = xcalloc(nodes, sizeof *p->stack);
	p->sequences = xcalloc(host->equation_count, sizeof *p->sequences);
	p->broken = xcalloc(host->equation_count, sizeof *p->broken);
}

static void proof_release(struct proof *p)
{
	for (size_t i = 0; i < p->host->equation_count; i++)
		free(p->sequences[i].nodes);
	compute_free(p->compute);
	free(p->memory_states.next);
	free(p->memory_states.fresh);
	free(p->state.memories);
	free(p->state.values);
	free(p->node_values);
	free(p->seen);
	free(p->stack);
	free(p->sequences);
	free(p->broken);
}

void prove_all(struct host *host)
{
	struct proof p;
	int *equation_by_variable;

	proof_init(&p, host);
	p.compute = compute_new(host, &p.memory_states);
	for (size_t i = 0; i < host->equation_count; i++)
		p.sequences[i] = sequence_of(&p, &host->equations[i]);
	equation_by_variable = xcalloc(model_count(host->model), sizeof *equation_by_variable);
	for (size_t i = 0; i < host->equation_count; i++)
		if (host->equations[i].part == PART_VALUE)
			equation_by_variable[host->equations[i].variable] = (int)i;
	prove_states(&p, equation_by_variable);
	free(equation_by_variable);
	proof_release(&p);
}
