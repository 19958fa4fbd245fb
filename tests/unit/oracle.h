/* SPDX-License-Identifier: MIT
 *
 * Models made by chance, and what they give when their equations are simply evaluated: for the tests of the tape.
 */
#ifndef PS_TESTS_ORACLE_H
#define PS_TESTS_ORACLE_H

#include <stdio.h>

#include "base/diags.h"
#include "build.h"
#include "model/op.h"

/* ---- models ---- */

struct chance {
	struct model *m;
	uint64_t seed;
	int leaves[200];
	int count;
	int tables;
};

static inline int any_leaf(struct chance *c)
{
	if (random_below(&c->seed, 5) == 0)
		return num(c->m, floor(random_between(&c->seed, -4, 5)) / 2);
	return c->leaves[random_below(&c->seed, c->count)];
}

static inline int any_expression(struct chance *c, int depth);

static inline int any_condition(struct chance *c, int depth)
{
	const int test =
		two(c->m, random_below(&c->seed, 2) ? OP_LT : OP_LE, any_expression(c, depth), any_expression(c, depth));

	return random_below(&c->seed, 3) ? test : one(c->m, OP_NOT, test);
}

/* Finite whatever is put in, and not too large. */
static inline int any_expression(struct chance *c, int depth)
{
	static const enum op plain[] = { OP_ADD, OP_SUB, OP_MUL, OP_MIN, OP_MAX };
	struct model *m = c->m;
	int a;

	if (depth <= 0)
		return any_leaf(c);
	a = any_expression(c, depth - 1);
	switch (random_below(&c->seed, 14)) {
	case 0: return two(m, OP_DIV, a, two(m, OP_ADD, one(m, OP_ABS, any_expression(c, depth - 2)), num(m, 1)));
	case 1: return one(m, OP_SQRT, one(m, OP_ABS, a));
	case 2: return one(m, OP_EXP, two(m, OP_MIN, a, num(m, 1)));
	case 3: return one(m, OP_LN, two(m, OP_ADD, one(m, OP_ABS, a), num(m, 1)));
	case 4: return one(m, random_below(&c->seed, 2) ? OP_SIN : OP_COS, a);
	case 5: return one(m, OP_FLOOR, a);
	case 6: return choose(m, any_condition(c, depth - 2), a, any_expression(c, depth - 1));
	case 7: return two(m, OP_POW, two(m, OP_ADD, one(m, OP_ABS, one(m, OP_SIN, a)), num(m, 0.5)),
	                   num(m, 0.5 + 0.5 * random_below(&c->seed, 6)));
	case 8: return graph_lookup(model_edit_graph(m), random_below(&c->seed, c->tables), a);
	case 9: return one(m, OP_NEG, a);
	case 10: return one(m, OP_ABS, two(m, OP_SUB, a, any_expression(c, depth - 1)));
	default: return two(m, plain[random_below(&c->seed, 5)], a, any_expression(c, depth - 1));
	}
}

static inline void add_leaf(struct chance *c, int node)
{
	c->leaves[c->count++] = node;
}

static inline void chance_inputs(struct chance *c)
{
	static const double x[] = { 0, 2, 5, 9 }, y[] = { 1, -1, 3, 2 };
	char id[32];

	for (int i = 0; i < 4; i++) {
		snprintf(id, sizeof id, "lever%d", i);
		add_leaf(c, var(c->m, add_lever(c->m, id, random_between(&c->seed, -1, 1), -2, 2)));
		snprintf(id, sizeof id, "unc%d", i);
		add_leaf(c, var(c->m, add_uncertainty(c->m, id, random_between(&c->seed, -1, 1), uniform(-1, 2))));
	}
	add_leaf(c, var(c->m, add_series(c->m, "series0", x, y, 4)));
	add_leaf(c, var(c->m, add_series(c->m, "series1", y + 1, x + 1, 1)));
	add_leaf(c, now(c->m));
	c->tables = 2;
}

/* An auxiliary with a function that remembers. */
static inline int chance_memory(struct chance *c, const char *id)
{
	const enum memory_kind kind = (enum memory_kind)random_below(&c->seed, 3);
	const int v = add_auxiliary(c->m, id, NODE_NONE), start = any_expression(c, 2), input = any_expression(c, 3);
	const int memory = add_memory(c->m, kind, v, start), leaf = memory_leaf(c->m, memory);

	if (kind == MEMORY_HISTORY) {
		const int delay = two(c->m, OP_ADD, one(c->m, OP_ABS, any_expression(c, 1)), num(c->m, 0.5));

		model_edit_memory(c->m, memory)->next = input;
		model_edit(c->m, v)->node = graph_history(model_edit_graph(c->m), memory, delay, start);
	} else if (kind == MEMORY_HELD) {
		const int value = choose(c->m, any_condition(c, 2), input, leaf);

		model_edit_memory(c->m, memory)->next = value;
		model_edit(c->m, v)->node = value;
	} else {
		model_edit_memory(c->m, memory)->next = two(c->m, OP_DIV, two(c->m, OP_SUB, input, leaf), num(c->m, 3));
		model_edit(c->m, v)->node = leaf;
	}
	return v;
}

/* One of each kind, some of a variable as it is. */
static inline void chance_summaries(struct chance *c)
{
	char id[32];

	for (int kind = SUMMARY_FIRST; kind <= SUMMARY_MEAN; kind++) {
		const bool condition = kind == SUMMARY_FIRST;
		int v;

		snprintf(id, sizeof id, "summary%d", kind);
		v = add_summary(c->m, id, (enum summary_kind)kind, condition ? any_condition(c, 3) : any_expression(c, kind % 3));
		if (kind == SUMMARY_AT)
			model_edit(c->m, v)->at = model_time(c->m)->start + 2;
	}
	add_equation(c->m, VAR_CHECK, "check", any_condition(c, 3));
}

/* Stocks first, so that the names of all are known; auxiliaries each from what is before. */
static inline struct model *chance_model(uint64_t seed, enum method method, double step)
{
	struct chance c = { .m = new_model(1, 7, step, method), .seed = seed };
	struct diags diags = DIAGS_INIT;
	int stocks[4], flow;
	char id[32];

	chance_inputs(&c);
	for (int i = 0; i < 4; i++) {
		snprintf(id, sizeof id, "stock%d", i);
		stocks[i] = add_stock(c.m, id, random_between(&c.seed, -1, 1));
		if (i % 2)
			model_edit(c.m, stocks[i])->initial = any_expression(&c, 3);
		add_leaf(&c, var(c.m, stocks[i]));
	}
	flow = add_auxiliary(c.m, "flow", one(c.m, OP_COS, any_expression(&c, 3)));   /* a rate that others read too */
	add_leaf(&c, var(c.m, flow));
	set_rate(c.m, stocks[0], var(c.m, flow));
	for (int i = 0; i < 24; i++) {
		snprintf(id, sizeof id, "aux%d", i);
		add_leaf(&c, var(c.m, i % 6 == 5 ? chance_memory(&c, id) : add_auxiliary(c.m, id, any_expression(&c, 4))));
	}
	for (int i = 1; i < 4; i++)
		set_rate(c.m, stocks[i], two(c.m, OP_SUB, one(c.m, OP_SIN, any_expression(&c, 4)),
		                             two(c.m, OP_MUL, var(c.m, stocks[i]), num(c.m, 0.125))));
	chance_summaries(&c);
	if (model_finish(c.m, &diags))
		abort();
	return c.m;
}

/* ---- what they give ---- */

struct oracle {
	const struct model *m;
	const double *inputs;
	double *stocks, *memories;   /* per variable, per memory */
	double **past;               /* per memory: by step */
	double *values;              /* per node, at the present time */
	unsigned *known, evaluation;
	double time;
	int step;
	bool at_start;
};

static inline double oracle_node(struct oracle *o, int node);

static inline double oracle_variable(struct oracle *o, int variable)
{
	const struct variable *v = model_variable(o->m, variable);

	if (var_is_input(v->kind))
		return o->inputs[variable];
	if (v->kind == VAR_SERIES)
		return series_at(model_table(o->m, v->table), o->time);
	if (v->kind != VAR_STOCK)
		return oracle_node(o, v->node);
	if (!o->at_start)
		return o->stocks[variable];
	return v->initial == NODE_NONE ? v->value : oracle_node(o, v->initial);
}

static inline double oracle_past(struct oracle *o, const struct node *n)
{
	const double initial = oracle_node(o, n->operand[1]);
	double back;

	if (o->at_start)
		return initial;
	back = fmax(1, floor(oracle_node(o, n->operand[0]) / model_time(o->m)->step + 0.5));
	return back <= o->step ? o->past[n->index][o->step - (int)back] : initial;
}

static inline double oracle_compute(struct oracle *o, const struct node *n)
{
	switch (n->op) {
	case OP_CONST: return n->value;
	case OP_TIME: return o->time;
	case OP_VAR: return oracle_variable(o, n->index);
	case OP_MEMORY: return o->at_start ? oracle_node(o, model_memory(o->m, n->index)->initial) : o->memories[n->index];
	case OP_LOOKUP: return series_at(model_table(o->m, n->index), oracle_node(o, n->operand[0]));
	case OP_HISTORY: return oracle_past(o, n);
	default:
		return op_apply(n->op, oracle_node(o, n->operand[0]), op_arity(n->op) > 1 ? oracle_node(o, n->operand[1]) : 0,
			op_arity(n->op) > 2 ? oracle_node(o, n->operand[2]) : 0);
	}
}

static inline double oracle_node(struct oracle *o, int node)
{
	if (o->known[node] != o->evaluation) {
		o->values[node] = oracle_compute(o, graph_node(model_graph(o->m), node));
		o->known[node] = o->evaluation;
	}
	return o->values[node];
}

static inline void oracle_enter(struct oracle *o, double time)
{
	o->time = time;
	o->evaluation++;
}

/* Rates of all stocks, what all memories become. */
static inline void oracle_next(struct oracle *o, double *rates, double *next)
{
	for (size_t i = 0; i < model_count(o->m); i++)
		if (model_variable(o->m, (int)i)->kind == VAR_STOCK)
			rates[i] = oracle_node(o, model_variable(o->m, (int)i)->node);
	for (size_t i = 0; i < model_memory_count(o->m); i++)
		next[i] = oracle_node(o, model_memory(o->m, (int)i)->next);
}

/* from + by * rate, for stocks and hidden stocks. */
static inline void oracle_move(
	struct oracle *o, const double *stocks, const double *memories, const double *rates, const double *next, double by)
{
	for (size_t i = 0; i < model_count(o->m); i++)
		if (model_variable(o->m, (int)i)->kind == VAR_STOCK)
			o->stocks[i] = stocks[i] + by * rates[i];
	for (size_t i = 0; i < model_memory_count(o->m); i++)
		if (model_memory(o->m, (int)i)->kind == MEMORY_STOCK)
			o->memories[i] = memories[i] + by * next[i];
}

static inline void oracle_rk4(struct oracle *o, double *rates, double *next)
{
	static const double ahead[] = { 0.5, 0.5, 1 }, weight[] = { 1 / 6.0, 2 / 6.0, 2 / 6.0, 1 / 6.0 };
	const size_t n = model_count(o->m), k = model_memory_count(o->m);
	const double h = model_time(o->m)->step, begin = o->time;
	double *stocks = xcalloc(n, sizeof(double)), *memories = xcalloc(k, sizeof(double));
	double *slope = xcalloc(n, sizeof(double)), *memory_slope = xcalloc(k, sizeof(double));

	memcpy(stocks, o->stocks, n * sizeof(double));
	memcpy(memories, o->memories, k * sizeof(double));
	for (int stage = 0; stage < 4; stage++) {
		for (size_t i = 0; i < n; i++)
			slope[i] += weight[stage] * rates[i];
		for (size_t i = 0; i < k; i++)
			memory_slope[i] += weight[stage] * next[i];
		if (stage == 3)
			break;
		oracle_move(o, stocks, memories, rates, next, ahead[stage] * h);
		oracle_enter(o, begin + ahead[stage] * h);
		oracle_next(o, rates, next);
	}
	oracle_move(o, stocks, memories, slope, memory_slope, h);
	free(stocks);
	free(memories);
	free(slope);
	free(memory_slope);
}

/* What the state becomes from this step to the next. */
static inline void oracle_advance(struct oracle *o, double *rates, double *next, double *held)
{
	oracle_next(o, rates, next);
	memcpy(held, next, model_memory_count(o->m) * sizeof(double));
	for (size_t i = 0; i < model_memory_count(o->m); i++)
		if (model_memory(o->m, (int)i)->kind == MEMORY_HISTORY)
			o->past[i][o->step] = next[i];
	if (model_time(o->m)->method == METHOD_RK4)
		oracle_rk4(o, rates, next);
	else
		oracle_move(o, o->stocks, o->memories, rates, next, model_time(o->m)->step);
	for (size_t i = 0; i < model_memory_count(o->m); i++)
		if (model_memory(o->m, (int)i)->kind == MEMORY_HELD)
			o->memories[i] = held[i];
}

static inline void oracle_start(struct oracle *o)
{
	o->at_start = true;
	oracle_enter(o, model_time(o->m)->start);
	for (size_t i = 0; i < model_count(o->m); i++)
		if (model_variable(o->m, (int)i)->kind == VAR_STOCK)
			o->stocks[i] = oracle_variable(o, (int)i);
	for (size_t i = 0; i < model_memory_count(o->m); i++)
		if (model_memory(o->m, (int)i)->kind != MEMORY_HISTORY)
			o->memories[i] = oracle_node(o, model_memory(o->m, (int)i)->initial);
	o->at_start = false;
}

/* Runs one world: a new array with out[step * variables + variable], for summaries and checks the value of their
 * expression. */
static inline double *oracle_run(const struct model *m, const double *inputs)
{
	const size_t n = model_count(m), k = model_memory_count(m), nodes = graph_count(model_graph(m));
	const struct time_axis *axis = model_time(m);
	struct oracle o = {
		.m = m,
		.inputs = inputs,
		.stocks = xcalloc(n, sizeof(double)),
		.memories = xcalloc(k, sizeof(double)),
		.past = xcalloc(k, sizeof(double *)),
		.values = xcalloc(nodes, sizeof(double)),
		.known = xcalloc(nodes, sizeof(unsigned)),
	};
	double *out = xcalloc(((size_t)axis->steps + 1) * n, sizeof *out), *rates = xcalloc(n, sizeof(double));
	double *next = xcalloc(k, sizeof(double)), *held = xcalloc(k, sizeof(double));

	for (size_t i = 0; i < k; i++)
		o.past[i] = xcalloc((size_t)axis->steps + 1, sizeof(double));
	oracle_start(&o);
	for (o.step = 0; o.step <= axis->steps; o.step++) {
		oracle_enter(&o, axis->start + o.step * axis->step);
		for (size_t i = 0; i < n; i++) {
			const enum var_kind kind = model_variable(m, (int)i)->kind;

			out[(size_t)o.step * n + i] = kind == VAR_SUMMARY || kind == VAR_CHECK
											  ? oracle_node(&o, model_variable(m, (int)i)->node)
											  : oracle_variable(&o, (int)i);
		}
		oracle_advance(&o, rates, next, held);
	}
	for (size_t i = 0; i < k; i++)
		free(o.past[i]);
	free(o.stocks);
	free(o.memories);
	free(o.past);
	free(o.values);
	free(o.known);
	free(rates);
	free(next);
	free(held);
	return out;
}

/* A summary of such a run. */
static inline double oracle_summary(const struct model *m, const double *out, int summary)
{
	const struct variable *v = model_variable(m, summary);
	const struct time_axis *axis = model_time(m);
	const size_t n = model_count(m);
	double kept = NAN;

	for (int step = 0; step <= axis->steps; step++) {
		const double x = out[(size_t)step * n + (size_t)summary], time = axis->start + step * axis->step;

		if (v->kind == VAR_CHECK || v->summary == SUMMARY_FIRST)
			kept = isnan(kept) && (x != 0) == (v->kind != VAR_CHECK) ? time : kept;
		else if (v->summary == SUMMARY_AT)
			kept = fabs(time - v->at) < 1e-9 ? x : kept;
		else if (v->summary == SUMMARY_MINIMUM || v->summary == SUMMARY_MAXIMUM)
			kept = step == 0 ? x : op_apply(v->summary == SUMMARY_MINIMUM ? OP_MIN : OP_MAX, kept, x, 0);
		else
			kept = (step == 0 ? 0 : kept) + (step < axis->steps ? x * axis->step : 0);
	}
	return v->summary == SUMMARY_MEAN && v->kind == VAR_SUMMARY ? kept / (axis->stop - axis->start) : kept;
}

#endif
