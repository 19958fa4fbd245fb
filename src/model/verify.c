/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/verify.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/lang.h"
#include "data/series.h"
#include "model/draws.h"
#include "model/ensemble.h"
#include "model/graph.h"
#include "model/model.h"
#include "model/tape.h"
#include "model/worlds.h"

bool verify_is_plain(const struct model *model, int check)
{
	const struct variable *v = model_variable(model, check);

	return !v->has_versus && v->given.count == 0;
}

/* Settings of one run of a check. */
struct settings_of_run {
	double *values;
	bool *is_set, *varies;
	struct draws *draws;
};

static void apply(const struct model *model, const struct changes *changes, struct settings_of_run *run)
{
	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->items[i];
		const int variable = change->variable;

		run->values[variable] = change_apply(change, model_variable(model, variable), run->values[variable]);
		if (change->how == CHANGE_SET)
			run->is_set[variable] = true;
	}
}

static struct settings_of_run settings_new_run(const struct model *model, const double *values, const bool *is_set,
                                               const struct draws *draws, const struct changes *changes)
{
	const size_t n = model_count(model);
	struct settings_of_run run = { .values = xcalloc(n, sizeof *run.values), .is_set = xcalloc(n, sizeof *run.is_set) };

	memcpy(run.values, values, n * sizeof *values);
	memcpy(run.is_set, is_set, n * sizeof *is_set);
	apply(model, changes, &run);
	run.draws = draws_changed(draws, model, changes);
	run.varies = draws_varying(run.draws, run.is_set);
	return run;
}

static void settings_release_run(struct settings_of_run *run)
{
	free(run->values);
	free(run->is_set);
	free(run->varies);
	draws_free(run->draws);
}

/* A run of all worlds: outputs at every step, or summaries. */
static struct ensemble *run_worlds(const struct verify_spec *spec, const struct settings_of_run *run, struct tape *tape)
{
	const struct ensemble_spec ensemble_spec = {
		.tape = tape, .values = run->values, .draws = run->draws, .worlds = draws_worlds(run->draws), .width = spec->width,
		.isa = spec->isa,
		.records = { .every = 1, .count = tape_output_count(tape) ? model_time(spec->model)->steps + 1 : 0 },
	};
	struct ensemble *ensemble = ensemble_new(&ensemble_spec);

	ensemble_extend(ensemble, ensemble_spec.worlds, spec->pool, NULL);
	return ensemble;
}

static void count_failures(struct verdict_of_check *verdict, const double *first_failure, size_t worlds)
{
	verdict->failing = 0;
	verdict->world = -1;
	verdict->year = NAN;
	for (size_t w = 0; w < worlds; w++) {
		if (isnan(first_failure[w]))
			continue;
		if (verdict->failing++ == 0) {
			verdict->world = (int)w;
			verdict->year = first_failure[w];
		}
	}
}

/* ---- one run ---- */

static int verify_summaries(const struct verify_spec *spec, const struct settings_of_run *run, const int *checks, size_t count,
                            struct verdict_of_check *verdicts, struct err *err)
{
	const struct tape_spec tape_spec = { .model = spec->model, .summaries = checks, .summary_count = count, .varies = run->varies };
	struct tape *tape = tape_new(&tape_spec, err);
	struct ensemble *ensemble;

	if (!tape)
		return -1;
	ensemble = run_worlds(spec, run, tape);
	for (size_t i = 0; i < count; i++) {
		verdicts[i].central = ensemble_central_summary(ensemble, i);
		count_failures(&verdicts[i], ensemble_summary(ensemble, i), ensemble_done(ensemble));
	}
	ensemble_free(ensemble);
	tape_free(tape);
	return 0;
}

int verify_plain(const struct verify_spec *spec, const int *checks, size_t count, struct verdict_of_check *verdicts, struct err *err)
{
	static const struct changes none = { NULL, 0, 0 };
	struct settings_of_run run = settings_new_run(spec->model, spec->values, spec->is_set, spec->draws, &none);
	const int failed = verify_summaries(spec, &run, checks, count, verdicts, err);

	settings_release_run(&run);
	return failed;
}

/* ---- two runs ---- */

/* What a two-run check sees: every variable that it names, recorded in both runs. */
struct pair {
	const struct model *model;
	const struct variable *check;
	struct ensemble *first, *second;
	int *nodes;                /* of the check's expression, operands first */
	size_t node_count;
	double *values;            /* per node of the graph */
};

static int by_number(const void *a, const void *b)
{
	return (*(const int *)a > *(const int *)b) - (*(const int *)a < *(const int *)b);
}

static void collect_nodes(struct pair *pair)
{
	const struct graph *graph = model_graph(pair->model);
	unsigned char *seen = xcalloc(graph_count(graph), 1);
	int *stack = xcalloc(graph_count(graph), sizeof *stack);
	size_t depth = 0, cap = 0;

	stack[depth++] = pair->check->node;
	seen[pair->check->node] = 1;
	while (depth > 0) {
		const int node = stack[--depth];
		const struct node *n = graph_node(graph, node);

		pair->nodes = xgrow(pair->nodes, pair->node_count, &cap, sizeof *pair->nodes);
		pair->nodes[pair->node_count++] = node;
		for (int i = 0; i < op_arity(n->op); i++)
			if (!seen[n->operand[i]]) {
				seen[n->operand[i]] = 1;
				stack[depth++] = n->operand[i];
			}
	}
	qsort(pair->nodes, pair->node_count, sizeof *pair->nodes, by_number);
	free(stack);
	free(seen);
}

/* The value of a variable in one of the runs; world -1: the central one. */
static double recorded(const struct pair *pair, const struct ensemble *ensemble, int variable, int step, int world)
{
	size_t output = 0;

	while (pair->check->uses[output] != variable)
		output++;
	return world < 0 ? ensemble_central(ensemble, output)[step] : ensemble_worlds(ensemble, output, step)[world];
}

static double pair_value(const struct pair *pair, const struct node *n, int step, int world)
{
	const struct time_axis *axis = model_time(pair->model);
	double x[3] = { 0, 0, 0 };

	for (int i = 0; i < op_arity(n->op); i++)
		x[i] = pair->values[n->operand[i]];
	switch (n->op) {
	case OP_CONST: return n->value;
	case OP_TIME: return axis->start + step * axis->step;
	case OP_VAR: return recorded(pair, pair->first, n->index, step, world);
	case OP_OTHER: return recorded(pair, pair->second, n->index, step, world);
	case OP_LOOKUP: return series_at(model_table(pair->model, n->index), x[0]);
	default: return op_apply(n->op, x[0], x[1], x[2]);
	}
}

static double first_failure(const struct pair *pair, int world)
{
	const struct graph *graph = model_graph(pair->model);
	const struct time_axis *axis = model_time(pair->model);

	for (int step = 0; step <= axis->steps; step++) {
		const double year = axis->start + step * axis->step;

		if (!isnan(pair->check->at) && fabs(year - pair->check->at) > axis->step / 2)
			continue;
		for (size_t i = 0; i < pair->node_count; i++)
			pair->values[pair->nodes[i]] = pair_value(pair, graph_node(graph, pair->nodes[i]), step, world);
		if (pair->values[pair->check->node] == 0)
			return year;
	}
	return NAN;
}

static bool has_memory(const struct model *model, int check)
{
	for (size_t i = 0; i < model_memory_count(model); i++)
		if (model_memory(model, (int)i)->owner == check)
			return true;
	return false;
}

static struct ensemble *run_pair_side(const struct verify_spec *spec, const struct variable *check, const struct settings_of_run *run,
                                      struct tape **tape, struct err *err)
{
	const struct tape_spec tape_spec = {
		.model = spec->model, .wanted = check->uses, .wanted_count = check->use_count, .varies = run->varies,
	};

	*tape = tape_new(&tape_spec, err);
	return *tape ? run_worlds(spec, run, *tape) : NULL;
}

static void judge_pair(struct pair *pair, struct verdict_of_check *verdict)
{
	const size_t worlds = ensemble_done(pair->first);
	double *failures = xcalloc(worlds, sizeof *failures);

	pair->values = xcalloc(graph_count(model_graph(pair->model)), sizeof *pair->values);
	collect_nodes(pair);
	verdict->central = first_failure(pair, WORLD_CENTRAL);
	for (size_t w = 0; w < worlds; w++)
		failures[w] = first_failure(pair, (int)w);
	count_failures(verdict, failures, worlds);
	free(failures);
	free(pair->values);
	free(pair->nodes);
}

static int verify_pair(const struct verify_spec *spec, int check, const struct settings_of_run *first,
                       struct verdict_of_check *verdict, struct err *err)
{
	struct pair pair = { .model = spec->model, .check = model_variable(spec->model, check) };
	struct settings_of_run second = settings_new_run(spec->model, first->values, first->is_set, first->draws, &pair.check->versus);
	struct tape *tapes[2] = { NULL, NULL };

	pair.first = run_pair_side(spec, pair.check, first, &tapes[0], err);
	if (pair.first)
		pair.second = run_pair_side(spec, pair.check, &second, &tapes[1], err);
	if (pair.second)
		judge_pair(&pair, verdict);
	settings_release_run(&second);
	ensemble_free(pair.first);
	ensemble_free(pair.second);
	tape_free(tapes[0]);
	tape_free(tapes[1]);
	return pair.second ? 0 : -1;
}

int verify_check(const struct verify_spec *spec, int check, struct verdict_of_check *verdict, struct err *err)
{
	const struct variable *v = model_variable(spec->model, check);
	struct settings_of_run run;
	int failed;

	if (v->has_versus && has_memory(spec->model, check))
		return err_set(err, _("%s:%d: check `%s`: functions with memory can't be used across two runs; make it an auxiliary"),
		               v->equation.file, v->equation.line, v->id);
	run = settings_new_run(spec->model, spec->values, spec->is_set, spec->draws, &v->given);
	failed = v->has_versus ? verify_pair(spec, check, &run, verdict, err) : verify_summaries(spec, &run, &check, 1, verdict, err);
	settings_release_run(&run);
	return failed;
}
