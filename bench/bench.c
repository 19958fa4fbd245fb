/* SPDX-License-Identifier: MIT
 *
 * `make bench`: how fast the engine is, as ratios of things measured in turn within one run, since machines differ and are shared.
 * bench/README says how to read the figures.
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/file.h"
#include "model/draws.h"
#include "model/ensemble.h"
#include "model/model.h"
#include "model/pool.h"
#include "model/tape.h"
#include "rules/rules.h"
#include "synthetic.h"

/* Worlds: one block to begin with and sixteen that are timed, so that two threads can share them evenly. Yearly: steps of the shipped
 * rules in a year. */
enum { ROUNDS = 9, WORLDS = 17 * ENSEMBLE_WIDTH, YEARLY = 4 };

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static int by_size(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *values, size_t count)
{
	qsort(values, count, sizeof *values, by_size);
	return values[count / 2];
}

/* One line: what, the ratio, and what it should be. */
static void say(const char *what, double value, const char *unit, const char *relation, double goal)
{
	const bool good = *relation == '>' ? value >= goal : value <= goal;

	printf("  %-58s %8.2f %-6s  goal %s %-6g  %s\n", what, value, unit, relation, goal, good ? "met" : "NOT MET");
}

/* ---- a model made ready ---- */

struct subject {
	const char *name;
	struct rules *rules;
	const struct model *model;
	struct tape *tape;          /* all outcomes, all drawn uncertainties varying */
	struct draws *draws;
	double *values;
	int *outcomes, *everything;
	size_t outcome_count, everything_count;
};

static void subject_open(struct subject *s, const char *name, const char *rules, const char *data)
{
	const struct rules_spec spec = { .rule_dirs = &rules, .rule_dir_count = 1, .data_dirs = &data, .data_dir_count = 1 };
	struct diags diags = DIAGS_INIT;
	struct tape_spec tape_spec = { 0 };
	bool *varies;

	*s = (struct subject){ .name = name, .rules = rules_load(&spec, &diags) };
	if (!s->rules) {
		char *line = diags_line(&diags, 0);

		fprintf(stderr, "bench: %s\n", line);
		exit(2);
	}
	s->model = rules_model(s->rules);
	s->values = model_defaults(s->model);
	s->outcomes = xcalloc(model_count(s->model), sizeof *s->outcomes);
	s->everything = xcalloc(model_count(s->model), sizeof *s->everything);
	for (size_t i = 0; i < model_count(s->model); i++) {
		if (model_variable(s->model, (int)i)->is_outcome)
			s->outcomes[s->outcome_count++] = (int)i;
		if (var_is_over_time(model_variable(s->model, (int)i)->kind))
			s->everything[s->everything_count++] = (int)i;
	}
	s->draws = draws_new(s->model, 1, WORLDS);
	varies = draws_varying(s->draws, NULL);
	tape_spec = (struct tape_spec){ .model = s->model, .wanted = s->outcomes, .wanted_count = s->outcome_count, .varies = varies };
	s->tape = tape_new(&tape_spec, NULL);
	free(varies);
}

static void subject_close(struct subject *s)
{
	draws_free(s->draws);
	tape_free(s->tape);
	free(s->values);
	free(s->outcomes);
	free(s->everything);
	rules_free(s->rules);
}

/* ---- what is timed ---- */

/* Seconds a world in blocks, all outcomes recorded at each `every`-th step. */
static double time_tape(const struct subject *s, struct pool *pool, size_t worlds, int every)
{
	const struct ensemble_spec spec = {
		.tape = s->tape, .values = s->values, .draws = s->draws, .worlds = worlds, .isa = isa_best(),
		.records = { .every = every, .count = model_time(s->model)->steps / every + 1 },
	};
	struct ensemble *ensemble = ensemble_new(&spec);
	double begin;

	ensemble_extend(ensemble, ENSEMBLE_WIDTH, pool, NULL);   /* the lanes are made */
	begin = seconds();
	ensemble_extend(ensemble, worlds, pool, NULL);
	begin = seconds() - begin;
	ensemble_free(ensemble);
	return begin / (double)(worlds - ENSEMBLE_WIDTH);
}

static double time_lua(const struct subject *s)
{
	const size_t steps = (size_t)model_time(s->model)->steps + 1;
	double *out = xcalloc(steps * s->outcome_count, sizeof *out), begin = seconds();
	struct err err;

	if (rules_run_lua(s->rules, s->values, s->outcomes, s->outcome_count, out, NULL, 0, NULL, &err)) {
		fprintf(stderr, "bench: %s\n", err.text);
		exit(2);
	}
	begin = seconds() - begin;
	free(out);
	return begin;
}

static void draw_sectors(const struct subject *s, size_t world, double growth[SECTORS], double delay[SECTORS])
{
	for (int i = 0; i < SECTORS; i++) {
		char id[32];

		snprintf(id, sizeof id, "growth_%d", i + 1);
		growth[i] = draws_row(s->draws, model_find(s->model, id))[world];
		snprintf(id, sizeof id, "delay_%d", i + 1);
		delay[i] = draws_row(s->draws, model_find(s->model, id))[world];
	}
}

static double time_c(const struct subject *s, size_t worlds)
{
	double (*growth)[SECTORS] = xcalloc(worlds, sizeof *growth), (*delay)[SECTORS] = xcalloc(worlds, sizeof *delay);
	struct synthetic_outcomes *out = xmalloc(sizeof *out);
	double begin;

	for (size_t w = 0; w < worlds; w++)
		draw_sectors(s, w, growth[w], delay[w]);
	begin = seconds();
	for (size_t w = 0; w < worlds; w++)
		synthetic_run(growth[w], delay[w], out);
	begin = seconds() - begin;
	free(growth);
	free(delay);
	free(out);
	return begin / (double)worlds;
}

/* The two must be the same model, or the ratio means nothing. */
static void check_c(const struct subject *s)
{
	const struct ensemble_spec spec = {
		.tape = s->tape, .values = s->values, .draws = s->draws, .worlds = ENSEMBLE_WIDTH, .isa = isa_best(),
		.records = { .every = 1, .count = STEPS + 1 },
	};
	struct ensemble *ensemble = ensemble_new(&spec);
	struct pool *pool = pool_new(1);
	struct synthetic_outcomes *out = xmalloc(sizeof *out);
	double growth[SECTORS], delay[SECTORS];

	ensemble_extend(ensemble, ENSEMBLE_WIDTH, pool, NULL);
	draw_sectors(s, 7, growth, delay);
	synthetic_run(growth, delay, out);
	for (size_t o = 0; o < s->outcome_count; o++) {
		const int sector = (int)o / OUTCOMES, kind = (int)o % OUTCOMES;
		const double *c = kind == 0 ? out->utilisation[sector] : kind == 1 ? out->profit[sector] : out->tax[sector];
		const double tape = ensemble_worlds(ensemble, o, STEPS)[7];

		if (fabs(tape - c[STEPS]) > 1e-9 * fabs(c[STEPS])) {
			fprintf(stderr, "bench: synthetic.lua and synthetic.c differ: %.17g and %.17g\n", tape, c[STEPS]);
			exit(2);
		}
	}
	free(out);
	pool_free(pool);
	ensemble_free(ensemble);
}

/* ---- parts ---- */

static void measure_speed(const struct subject *s, bool has_c)
{
	double tape[ROUNDS], lua[ROUNDS], c[ROUNDS], over_lua[ROUNDS], over_c[ROUNDS];
	struct pool *pool = pool_new(1);
	const struct tape_size size = tape_size(s->tape);

	for (int i = 0; i < ROUNDS; i++) {
		tape[i] = time_tape(s, pool, WORLDS, 1);
		lua[i] = time_lua(s);
		c[i] = has_c ? time_c(s, WORLDS) : 0;
		over_lua[i] = lua[i] / tape[i];
		over_c[i] = has_c ? tape[i] / c[i] : 0;
	}
	printf("\n%s: %zu variables, %d steps, %zu outcomes kept\n", s->name, model_count(s->model), model_time(s->model)->steps, s->outcome_count);
	printf("  tape: %zu nodes; instructions: %zu a run, %zu a step, %zu a world, %zu hot (%zu of them for outcomes only); %zu rows, %zu states\n",
	       size.nodes, size.per_run, size.per_step, size.per_world, size.hot, size.observed, size.slots, size.states);
	printf("  a world, one thread: tape %.1f us, plain Lua %.0f us", median(tape, ROUNDS) * 1e6, median(lua, ROUNDS) * 1e6);
	if (has_c)
		printf(", scalar C %.1f us", median(c, ROUNDS) * 1e6);
	printf("\n");
	say("plain Lua over tape, a world", median(over_lua, ROUNDS), "times", ">=", 40);
	if (has_c)
		say("tape over hand-written scalar C, a world", median(over_c, ROUNDS), "times", "<=", 1.5);
	pool_free(pool);
}

static void measure_threads(const struct subject *s)
{
	double gain[ROUNDS];
	struct pool *one = pool_new(1), *two = pool_new(2);

	for (int i = 0; i < ROUNDS; i++) {
		const double single = time_tape(s, one, WORLDS, YEARLY);

		gain[i] = single / time_tape(s, two, WORLDS, YEARLY);
	}
	say("two threads over one (needs an idle machine)", median(gain, ROUNDS), "times", ">=", 1.8);
	pool_free(one);
	pool_free(two);
}

static void measure_load(const char *rules_dir, const char *data_dir)
{
	double ratio[ROUNDS], total[ROUNDS];
	struct rules_times times = { 0 };
	double tape_time = 0;

	for (int i = 0; i < ROUNDS; i++) {
		const double begin = seconds();
		struct subject s;

		subject_open(&s, "", rules_dir, data_dir);
		total[i] = seconds() - begin;
		times = rules_times(s.rules);
		tape_time = total[i] - times.read - times.declare - times.trace - times.prove;
		ratio[i] = total[i] / (10 * time_lua(&s));
		subject_close(&s);
	}
	printf("\nloading: read %.1f, declare %.1f, trace %.1f, prove %.1f, tape and draws %.1f ms; %zu equations in %zu calls\n",
	       times.read * 1e3, times.declare * 1e3, times.trace * 1e3, times.prove * 1e3, tape_time * 1e3, times.equations, times.calls);
	say("load, trace, prove, build the tape; over 10 plain-Lua runs", median(ratio, ROUNDS), "times", "<=", 1);
}

/* Peak memory of a whole process that keeps the bands of all outcomes at every step. */
static void measure_memory(const char *program)
{
	struct rusage usage;
	const pid_t child = fork();
	int status = -1;

	if (child == 0) {
		execl(program, program, "run", "--safe", "--worlds", "1000", "-o", "/dev/null", (char *)NULL);
		_exit(127);
	}
	if (child > 0)
		wait4(child, &status, 0, &usage);
	printf("\n");
	if (status)
		printf("  peak memory: %s can't be run\n", program);
	else
		say("peak memory of run --worlds 1000, all outcomes", (double)usage.ru_maxrss / 1024, "MiB", "<=", 64);
}

int main(int argc, char *argv[])
{
	const char *program = argc > 1 ? argv[1] : "./publicstake", *source = argc > 2 ? argv[2] : ".";
	char *rules = file_join(source, "lua"), *data = file_join(source, "data"), *synthetic = file_join(source, "bench");
	struct subject s;

	printf("publicstake bench: medians of %d rounds, each ratio of neighbours in time; kernels %s\n", ROUNDS,
	       isa_best() == ISA_AVX2 ? "AVX2" : "plain");
	subject_open(&s, "synthetic model", synthetic, data);
	check_c(&s);
	measure_speed(&s, true);
	subject_close(&s);
	subject_open(&s, "shipped rules", rules, data);
	measure_speed(&s, false);
	measure_threads(&s);
	subject_close(&s);
	measure_load(rules, data);
	measure_memory(program);
	free(rules);
	free(data);
	free(synthetic);
	return 0;
}
