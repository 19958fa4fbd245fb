/* SPDX-License-Identifier: MIT
 *
 * The reference engine: the model as plain Lua, step by step.  Slow and simple on purpose: it is what the tape is tested against, so it
 * shares nothing with it but the order of equations and the library.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/diags.h"
#include "base/err.h"
#include "data/series.h"
#include "model/op.h"
#include "rules/compute.h"
#include "rules/host.h"
#include "rules/rules.h"
#include "rules/rules_priv.h"
#include "rules/sandbox.h"

struct reference {
	struct host *host;
	const struct model *model;
	struct compute *compute;
	struct memory_states memories;
	const int *value_equation, *initial_equation;   /* per variable, -1: none */
	double *values;                                 /* per variable, at the present time */
	double *rates;                                  /* per variable: of stocks */
	double **history;                               /* per memory: by step */
	bool *known;                                    /* while starting */
	int step;
	const int *summaries;
	size_t summary_count;
	double *kept;                                   /* what they are so far */
};

static double past(void *ctx, int memory, double delay, double initial)
{
	const struct reference *r = ctx;
	const double back = fmax(1, floor(delay / model_time(r->model)->step + 0.5));

	return back <= r->step ? r->history[memory][r->step - (int)back] : initial;
}

static int call(struct reference *r, int equation, double *value)
{
	return compute_call(r->compute, &r->host->equations[equation], value);
}

/* ---- starting ---- */

static int ask(void *ctx, int variable, double *value)
{
	struct reference *r = ctx;
	const struct variable *v = model_variable(r->model, variable);
	int failed = 0;

	if (!r->known[variable]) {
		if (v->kind == VAR_SERIES)
			r->values[variable] = series_at(model_table(r->model, v->table), model_time(r->model)->start);
		else if (v->kind == VAR_STOCK && r->initial_equation[variable] < 0)
			r->values[variable] = v->value;
		else if (v->kind == VAR_STOCK)
			failed = call(r, r->initial_equation[variable], &r->values[variable]);
		else if (!var_is_input(v->kind))
			failed = call(r, r->value_equation[variable], &r->values[variable]);
		r->known[variable] = true;
	}
	*value = r->values[variable];
	return failed;
}

/* The equation that gives a variable's value at the start, NULL: it needs none. */
static const struct equation *starting_equation(const struct reference *r, int variable)
{
	const struct variable *v = model_variable(r->model, variable);
	const int at = v->kind == VAR_STOCK ? r->initial_equation[variable] : r->value_equation[variable];

	return at < 0 ? NULL : &r->host->equations[at];
}

/* Asks for what a variable reads before itself, however long the chain is: calls within calls are limited. */
static int settle(struct reference *r, int variable)
{
	const size_t n = model_count(r->model);
	int *path = xcalloc(n, sizeof *path), failed = 0;
	size_t *at = xcalloc(n, sizeof *at), depth = 0;
	bool *open = xcalloc(n, sizeof *open);
	double unused;

	path[depth++] = variable;
	while (depth > 0 && !failed) {
		const int top = path[depth - 1];
		const struct equation *e = starting_equation(r, top);

		open[top] = true;
		if (!r->known[top] && e && at[depth - 1] < e->read_count) {
			const int need = e->reads[at[depth - 1]++];

			if (r->known[need] || open[need])
				continue;
			path[depth] = need;
			at[depth++] = 0;
		} else {
			failed = ask(r, top, &unused);
			depth--;
		}
	}
	free(path);
	free(at);
	free(open);
	return failed;
}

static int start(struct reference *r)
{
	size_t count;
	const int *order = model_order(r->model, &count);

	compute_ask(r->compute, ask, r);
	for (size_t i = 0; i < model_memory_count(r->model); i++)
		r->memories.fresh[i] = true;
	for (size_t i = 0; i < count; i++)
		if (!r->known[order[i]] && settle(r, order[i]))
			return -1;
	compute_ask(r->compute, NULL, NULL);
	for (size_t i = 0; i < model_count(r->model); i++)
		if (var_is_input(model_variable(r->model, (int)i)->kind))
			compute_set(r->compute, 0, (int)i, r->values[i]);
	return 0;
}

/* ---- one point in time ---- */

static int evaluate(struct reference *r, double time)
{
	size_t count;
	const int *order = model_order(r->model, &count);

	compute_set_time(r->compute, time);
	for (size_t i = 0; i < count; i++)
		if (model_variable(r->model, order[i])->kind == VAR_STOCK)
			compute_set(r->compute, 0, order[i], r->values[order[i]]);
	for (size_t i = 0; i < count; i++) {
		const struct variable *v = model_variable(r->model, order[i]);

		if (v->kind == VAR_STOCK)
			continue;
		if (v->kind == VAR_SERIES)
			r->values[order[i]] = series_at(model_table(r->model, v->table), time);
		else if (call(r, r->value_equation[order[i]], &r->values[order[i]]))
			return -1;
		compute_set(r->compute, 0, order[i], r->values[order[i]]);
	}
	for (size_t i = 0; i < count; i++)
		if (model_variable(r->model, order[i])->kind == VAR_STOCK &&
		    call(r, r->value_equation[order[i]], &r->rates[order[i]]))
			return -1;
	return 0;
}

static void keep_summary(struct reference *r, double *kept, const struct variable *v, double x)
{
	const struct time_axis *axis = model_time(r->model);
	const double time = axis->start + r->step * axis->step;
	const bool is_at = isnan(v->at) || fabs(time - v->at) < axis->step / 2 * (1 + 1e-9);
	const bool first = r->step == 0, last = r->step == axis->steps;

	if (v->kind == VAR_CHECK) {
		if (is_at && x == 0 && isnan(*kept))
			*kept = time;
		return;
	}
	switch (v->summary) {
	case SUMMARY_FIRST: *kept = isnan(*kept) && x != 0 ? time : *kept; break;
	case SUMMARY_AT: *kept = is_at ? x : *kept; break;
	case SUMMARY_MINIMUM: *kept = first ? x : op_apply(OP_MIN, *kept, x, 0); break;
	case SUMMARY_MAXIMUM: *kept = first ? x : op_apply(OP_MAX, *kept, x, 0); break;
	case SUMMARY_TOTAL:
	case SUMMARY_MEAN:
		*kept = (first ? 0 : *kept) + (last ? 0 : x * axis->step);
		if (last && v->summary == SUMMARY_MEAN)
			*kept /= axis->stop - axis->start;
		break;
	}
}

static int summarise(struct reference *r)
{
	for (size_t i = 0; i < r->summary_count; i++) {
		double x;

		if (call(r, r->value_equation[r->summaries[i]], &x))
			return -1;
		keep_summary(r, &r->kept[i], model_variable(r->model, r->summaries[i]), x);
	}
	return 0;
}

/* ---- stepping ---- */

struct stage {
	double *stocks, *stock_slope, *memories, *memory_slope, *held;
};

static bool is_stock(const struct reference *r, size_t i)
{
	return model_variable(r->model, (int)i)->kind == VAR_STOCK;
}

/* stocks = base + by * rates, for the model's stocks and the hidden ones. */
static void move(struct reference *r, const struct stage *s, double by, bool whole_slope)
{
	for (size_t i = 0; i < model_count(r->model); i++)
		if (is_stock(r, i))
			r->values[i] = s->stocks[i] + by * (whole_slope ? s->stock_slope[i] : r->rates[i]);
	for (size_t i = 0; i < model_memory_count(r->model); i++)
		if (model_memory(r->model, (int)i)->kind == MEMORY_STOCK)
			r->memories.now[i] = s->memories[i] + by * (whole_slope ? s->memory_slope[i] : r->memories.next[i]);
}

static void add_slope(struct reference *r, const struct stage *s, double weight)
{
	for (size_t i = 0; i < model_count(r->model); i++)
		s->stock_slope[i] += is_stock(r, i) ? weight * r->rates[i] : 0;
	for (size_t i = 0; i < model_memory_count(r->model); i++)
		s->memory_slope[i] += weight * r->memories.next[i];
}

/* Between steps summaries are of no interest, but what they remember goes on. */
static int remember_for_summaries(struct reference *r)
{
	for (size_t i = 0; i < r->summary_count; i++) {
		const int equation = r->value_equation[r->summaries[i]];
		double unused;

		if (r->host->equations[equation].memory_count && call(r, equation, &unused))
			return -1;
	}
	return 0;
}

static int runge_kutta(struct reference *r, const struct stage *s)
{
	static const double ahead[] = { 0.5, 0.5, 1 }, weight[] = { 1 / 6.0, 2 / 6.0, 2 / 6.0 };
	const struct time_axis *axis = model_time(r->model);
	const double time = axis->start + r->step * axis->step;

	for (int k = 0; k < 3; k++) {
		add_slope(r, s, weight[k]);
		move(r, s, ahead[k] * axis->step, false);
		if (evaluate(r, time + ahead[k] * axis->step) || remember_for_summaries(r))
			return -1;
	}
	add_slope(r, s, 1 / 6.0);
	move(r, s, axis->step, true);
	return 0;
}

static int move_on(struct reference *r, const struct stage *s)
{
	const size_t n = model_count(r->model), m = model_memory_count(r->model);
	const struct time_axis *axis = model_time(r->model);
	int failed = 0;

	memcpy(s->stocks, r->values, n * sizeof(double));
	memcpy(s->memories, r->memories.now, m * sizeof(double));
	memcpy(s->held, r->memories.next, m * sizeof(double));
	memset(s->stock_slope, 0, n * sizeof(double));
	memset(s->memory_slope, 0, m * sizeof(double));
	for (size_t i = 0; i < m; i++)
		if (model_memory(r->model, (int)i)->kind == MEMORY_HISTORY)
			r->history[i][r->step] = r->memories.next[i];
	if (axis->method == METHOD_RK4)
		failed = runge_kutta(r, s);
	else
		move(r, s, axis->step, false);
	for (size_t i = 0; i < m; i++)
		if (model_memory(r->model, (int)i)->kind == MEMORY_HELD)
			r->memories.now[i] = s->held[i];
	return failed;
}

static int run(struct reference *r, const struct stage *s, const int *variables, size_t count, double *out)
{
	const struct time_axis *axis = model_time(r->model);

	if (start(r))
		return -1;
	for (r->step = 0; r->step <= axis->steps; r->step++) {
		if (evaluate(r, axis->start + r->step * axis->step) || summarise(r))
			return -1;
		for (size_t i = 0; i < count; i++)
			out[(size_t)r->step * count + i] = r->values[variables[i]];
		if (r->step < axis->steps && move_on(r, s))
			return -1;
	}
	return 0;
}

/* ---- setting up ---- */

static int *equations_of(const struct host *host, enum part part)
{
	int *by_variable = xcalloc(model_count(host->model), sizeof *by_variable);

	memset(by_variable, -1, model_count(host->model) * sizeof *by_variable);
	for (size_t i = 0; i < host->equation_count; i++)
		if (host->equations[i].part == part)
			by_variable[host->equations[i].variable] = (int)i;
	return by_variable;
}

static double *new_row(size_t count)
{
	return xcalloc(count, sizeof(double));
}

static void reference_init(struct reference *r, struct host *host, const double *values)
{
	const size_t n = model_count(host->model), m = model_memory_count(host->model);

	*r = (struct reference){ .host = host, .model = host->model };
	r->value_equation = equations_of(host, PART_VALUE);
	r->initial_equation = equations_of(host, PART_INITIAL);
	r->values = new_row(n);
	memcpy(r->values, values, n * sizeof(double));
	r->rates = new_row(n);
	r->known = xcalloc(n, sizeof *r->known);
	r->memories = (struct memory_states){
		.now = new_row(m), .next = new_row(m), .fresh = xcalloc(m, sizeof(bool)), .history = past, .ctx = r,
	};
	r->history = xcalloc(m, sizeof *r->history);
	for (size_t i = 0; i < m; i++)
		if (model_memory(host->model, (int)i)->kind == MEMORY_HISTORY)
			r->history[i] = new_row((size_t)model_time(host->model)->steps + 1);
}

static void reference_release(struct reference *r)
{
	for (size_t i = 0; i < model_memory_count(r->model); i++)
		free(r->history[i]);
	free((int *)r->value_equation);
	free((int *)r->initial_equation);
	free(r->values);
	free(r->rates);
	free(r->known);
	free(r->memories.now);
	free(r->memories.next);
	free(r->memories.fresh);
	free(r->history);
}

int rules_run_lua(struct rules *rules, const double *values, const int *variables, size_t count, double *out,
                  const int *summaries, size_t summary_count, double *summary_out, struct err *err)
{
	struct host *host = rules_host(rules);
	const size_t n = model_count(host->model), m = model_memory_count(host->model);
	struct stage s = { new_row(n), new_row(n), new_row(m), new_row(m), new_row(m) };
	struct diags diags = DIAGS_INIT;
	struct sandbox_order order;
	struct reference r;
	int failed;

	sandbox_enter_order(&order);
	host->diags = &diags;
	reference_init(&r, host, values);
	r.summaries = summaries;
	r.summary_count = summary_count;
	r.kept = summary_out;
	for (size_t i = 0; i < summary_count; i++)
		summary_out[i] = NAN;
	r.compute = compute_new(host, &r.memories);
	failed = run(&r, &s, variables, count, out);
	compute_free(r.compute);
	reference_release(&r);
	free(s.stocks);
	free(s.stock_slope);
	free(s.memories);
	free(s.memory_slope);
	free(s.held);
	if (failed) {
		char *line = diags.count ? diags_line(&diags, 0) : xstrdup("?");

		err_set(err, "%s", line);
		free(line);
	}
	diags_release(&diags);
	host->diags = NULL;
	sandbox_leave_order(&order);
	return failed;
}
