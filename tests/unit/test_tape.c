/* SPDX-License-Identifier: MIT
 *
 * model/tape: what is kept and where, and that it gives what the equations give.
 */
#include "config.h"

#include "model/tape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "model/blame.h"
#include "model/lanes.h"
#include "model/run.h"
#include "oracle.h"

/* ---- against simple evaluation ---- */

enum { WIDTH = 8 };

struct batch {
	struct model *m;
	bool *varies;
	double *defaults, *rows[64];
	size_t varying;
	int *wanted, *summaries;
	size_t wanted_count, summary_count;
};

static void batch_init(struct batch *b, struct model *m, uint64_t *seed)
{
	const size_t n = model_count(m);

	*b = (struct batch){ .m = m, .varies = xcalloc(n, sizeof(bool)), .defaults = model_defaults(m) };
	b->wanted = xcalloc(n, sizeof(int));
	b->summaries = xcalloc(n, sizeof(int));
	for (size_t i = 0; i < n; i++) {
		const enum var_kind kind = model_variable(m, (int)i)->kind;

		if (kind == VAR_SUMMARY || kind == VAR_CHECK)
			b->summaries[b->summary_count++] = (int)i;
		else if (random_below(seed, 3) == 0)   /* the tape may use the rows of the rest again */
			b->wanted[b->wanted_count++] = (int)i;
		b->varies[i] = var_is_input(kind) && random_below(seed, 2);
	}
}

static void batch_release(struct batch *b)
{
	for (size_t k = 0; k < b->varying; k++)
		free(b->rows[k]);
	free(b->varies);
	free(b->defaults);
	free(b->wanted);
	free(b->summaries);
	model_free(b->m);
}

/* Values of what the tape says varies. */
static void draw_rows(struct batch *b, const struct tape *tape, uint64_t *seed)
{
	b->varying = tape_varying_count(tape);
	assert_true(b->varying <= ARRAY_LEN(b->rows));
	for (size_t k = 0; k < b->varying; k++) {
		assert_true(b->varies[tape_varying_variable(tape, k)]);
		b->rows[k] = xcalloc(WIDTH, sizeof(double));
		for (int i = 0; i < WIDTH; i++)
			b->rows[k][i] = random_between(seed, -2, 2);
	}
}

static void compare_lane(
	const struct batch *b, const struct tape *tape, const struct lanes *lanes, const double *got, int lane)
{
	const size_t records = (size_t)model_time(b->m)->steps + 1, n = model_count(b->m);
	double *inputs = xcalloc(n, sizeof *inputs), *out;

	memcpy(inputs, b->defaults, n * sizeof *inputs);
	for (size_t k = 0; k < b->varying; k++)
		inputs[tape_varying_variable(tape, k)] = b->rows[k][lane];
	out = oracle_run(b->m, inputs);
	for (size_t o = 0; o < b->wanted_count; o++) {
		for (size_t r = 0; r < records; r++) {
			const double wanted = out[r * n + (size_t)b->wanted[o]],
						 value = got[(o * records + r) * WIDTH + (size_t)lane];

			if (!same_bits(value, wanted))
				fail_msg("%s at step %zu in lane %d is %a, not %a", model_variable(b->m, b->wanted[o])->id, r, lane,
					value, wanted);
		}
	}
	for (size_t k = 0; k < b->summary_count; k++) {
		const double wanted = oracle_summary(b->m, out, b->summaries[k]), value = lanes_summary(lanes, k)[lane];

		if (!same_bits(value, wanted))
			fail_msg("%s in lane %d is %a, not %a", model_variable(b->m, b->summaries[k])->id, lane, value, wanted);
	}
	free(out);
	free(inputs);
}

static void run_batch(struct batch *b, uint64_t *seed)
{
	const struct tape_spec spec = {
		.model = b->m, .wanted = b->wanted, .wanted_count = b->wanted_count, .summaries = b->summaries,
		.summary_count = b->summary_count, .varies = b->varies,
	};
	const size_t records = (size_t)model_time(b->m)->steps + 1;
	struct err err;
	struct tape *tape = tape_new(&spec, &err);
	struct run *run = run_new(tape, b->defaults);
	struct lanes *lanes = lanes_new(tape, WIDTH, isa_best());
	struct recording recording = {
		.values = xcalloc(b->wanted_count * records, WIDTH * sizeof(double)),
		.output_stride = records * WIDTH,
		.record_stride = WIDTH,
		.every = 1,
		.count = (int)records,
	};

	draw_rows(b, tape, seed);
	lanes_start(lanes, run, (const double *const *)b->rows, WIDTH);
	lanes_advance(lanes, (int)records - 1, &recording);
	for (int lane = 0; lane < WIDTH; lane++)
		compare_lane(b, tape, lanes, recording.values, lane);
	free(recording.values);
	lanes_free(lanes);
	run_free(run);
	tape_free(tape);
}

static void test_gives_what_equations_give(void **state)
{
	uint64_t seed = 1;

	(void)state;
	for (uint64_t k = 0; k < 150; k++) {
		struct batch b;

		batch_init(&b, chance_model(1000 + k, k % 3 ? METHOD_EULER : METHOD_RK4, k % 2 ? 0.5 : 1), &seed);
		run_batch(&b, &seed);
		batch_release(&b);
	}
}

/* ---- sizes ---- */

struct small {
	struct model *m;
	int lever, uncertainty, series, stock, per_run, per_step, per_world, hot, mixed, unused;
};

/* One operation of each class: (lever * 2) + 1, lever + t, uncertainty * 3, stock * t. */
static struct small small_model(void)
{
	static const double x[] = { 0, 1 }, y[] = { 5, 6 };
	struct small s = { .m = new_model(0, 4, 1, METHOD_EULER) };
	struct diags diags = DIAGS_INIT;

	s.lever = add_lever(s.m, "lever", 1, 0, 2);
	s.uncertainty = add_uncertainty(s.m, "uncertainty", 0.5, uniform(0, 1));
	s.series = add_series(s.m, "series", x, y, 2);
	s.stock = add_stock(s.m, "stock", 1);
	s.per_run = add_auxiliary(s.m, "per_run", one(s.m, OP_EXP, var(s.m, s.lever)));
	s.per_step = add_auxiliary(s.m, "per_step", two(s.m, OP_ADD, var(s.m, s.lever), now(s.m)));
	s.per_world = add_auxiliary(s.m, "per_world", one(s.m, OP_EXP, var(s.m, s.uncertainty)));
	s.hot = add_auxiliary(s.m, "hot", two(s.m, OP_MUL, var(s.m, s.stock), var(s.m, s.per_step)));
	s.unused = add_auxiliary(s.m, "unused", one(s.m, OP_SIN, var(s.m, s.stock)));
	s.mixed = add_auxiliary(s.m, "mixed",
		two(s.m, OP_ADD, var(s.m, s.stock), two(s.m, OP_MUL, var(s.m, s.uncertainty), num(s.m, 3))));
	set_rate(s.m, s.stock, two(s.m, OP_DIV, var(s.m, s.per_run), var(s.m, s.per_world)));
	if (model_finish(s.m, &diags))
		abort();
	return s;
}

static struct tape_size size_of(const struct small *s, int wanted, bool varying)
{
	bool varies[16] = { false };
	const struct tape_spec spec = { .model = s->m, .wanted = &wanted, .wanted_count = 1, .varies = varies };
	struct tape *tape;
	struct tape_size size;

	varies[s->uncertainty] = varying;
	tape = tape_new(&spec, NULL);
	assert_true(tape_model(tape) == s->m);
	assert_int_equal(tape_output_count(tape), 1);
	assert_int_equal(tape_output_variable(tape, 0), wanted);
	assert_int_equal(tape_summary_count(tape), 0);
	size = tape_size(tape);
	tape_free(tape);
	return size;
}

static void test_classes(void **state)
{
	const struct small s = small_model();
	struct tape_size size;

	(void)state;
	size = size_of(&s, s.per_run, true);     /* the lever and its exponential */
	assert_int_equal(size.per_run, 2);
	assert_int_equal(size.per_step + size.per_world + size.hot + size.states, 0);
	size = size_of(&s, s.per_step, true);    /* the lever; time and the sum */
	assert_int_equal(size.per_run, 1);
	assert_int_equal(size.per_step, 2);
	assert_int_equal(size.hot + size.per_world, 0);
	size = size_of(&s, s.per_world, true);
	assert_int_equal(size.per_world, 1);
	assert_int_equal(size.per_run + size.per_step + size.hot, 0);
	size = size_of(&s, s.per_world, false);
	assert_int_equal(size.per_world, 0);
	assert_int_equal(size.per_run, 2);
	size = size_of(&s, s.stock, true);       /* what its rate needs once a world, and nothing at each step */
	assert_int_equal(size.states, 1);
	assert_int_equal(size.per_world, 2);
	assert_int_equal(size.hot, 0);
	size = size_of(&s, s.hot, true);         /* recorded only: not run where nothing is */
	assert_int_equal(size.hot, 1);
	assert_int_equal(size.observed, 1);
	size = size_of(&s, s.mixed, true);       /* uncertainty * 3 stays out of the hot part */
	assert_int_equal(size.per_world, 3);
	assert_int_equal(size.hot, 1);
	size = size_of(&s, s.series, true);
	assert_int_equal(size.per_step, 2);
	assert_int_equal(size.states, 0);
	model_free(s.m);
}

/* A stock is kept though only its memory's reader is wanted; what nobody asked for is not. */
static void test_only_what_is_wanted(void **state)
{
	const struct small s = small_model();

	(void)state;
	assert_int_equal(size_of(&s, s.unused, true).states, 1);
	assert_int_equal(size_of(&s, s.lever, true).states, 0);
	assert_int_equal(size_of(&s, s.uncertainty, true).slots, 1);
	model_free(s.m);
}

/* ---- initial values ---- */

static void test_initial_loop(void **state)
{
	struct model *m = new_model(0, 1, 1, METHOD_EULER);
	const int a = add_stock(m, "a", NAN), b = add_stock(m, "b", NAN), c = add_stock(m, "c", NAN);
	const int s = add_auxiliary(m, "sum", two(m, OP_ADD, var(m, b), num(m, 1)));
	struct diags diags = DIAGS_INIT;
	struct err err;
	const struct tape_spec spec = { .model = m, .wanted = &a, .wanted_count = 1 };

	(void)state;
	for (int v = a; v <= c; v++) {
		model_edit(m, v)->node = num(m, 0);
		model_edit(m, v)->declared = (struct place){ .file = "test.lua", .line = v + 1, .last_line = v + 1 };
	}
	model_edit(m, a)->initial = var(m, s);
	model_edit(m, b)->initial = var(m, c);
	model_edit(m, c)->initial = one(m, OP_NEG, var(m, a));
	assert_int_equal(model_finish(m, &diags), 0);
	assert_null(tape_new(&spec, &err));
	assert_non_null(strstr(err.text, "test.lua:1: "));
	assert_non_null(strstr(err.text, "b -> c -> a"));
	assert_non_null(strstr(err.text, "initial number"));
	model_free(m);
}

/* Initial values one from the other, 10,000 in a row: without recursion. */
static void test_long_initial_chain(void **state)
{
	enum { COUNT = 10000 };
	struct model *m = new_model(0, 1, 1, METHOD_EULER);
	struct diags diags = DIAGS_INIT;
	const int first = 0;
	const struct tape_spec spec = { .model = m, .wanted = &first, .wanted_count = 1 };
	struct tape *tape;
	double *values;
	struct blame blame;
	char id[32];

	(void)state;
	for (int i = 0; i < COUNT; i++) {
		snprintf(id, sizeof id, "s%d", i);
		add_stock(m, id, 1);
		set_rate(m, i, num(m, 0));
	}
	for (int i = 0; i + 1 < COUNT; i++)
		model_edit(m, i)->initial = two(m, OP_ADD, var(m, i + 1), num(m, 1));
	assert_int_equal(model_finish(m, &diags), 0);
	tape = tape_new(&spec, NULL);
	values = model_defaults(m);
	blame = blame_find(m, values);
	assert_int_equal(blame.variable, -1);
	assert_int_equal(tape_size(tape).per_run, 2);   /* all folded: 10000, and the rate 0 */
	free(values);
	tape_free(tape);
	model_free(m);
}

/* ---- blame ---- */

/* The first that is wrong, not those that follow from it. */
static void test_blame(void **state)
{
	struct model *m = new_model(2000, 2010, 0.5, METHOD_EULER);
	const int x = add_lever(m, "x", 3.25, 0, 10);
	const int last = add_auxiliary(m, "last", NODE_NONE);
	const int root =
		add_auxiliary(m, "root", one(m, OP_SQRT, two(m, OP_SUB, two(m, OP_ADD, num(m, 2000), var(m, x)), now(m))));
	struct diags diags = DIAGS_INIT;
	struct blame blame;
	double values[] = { 3.25, 0, 0 };

	(void)state;
	model_edit(m, last)->node = two(m, OP_ADD, var(m, root), num(m, 1));
	assert_int_equal(model_finish(m, &diags), 0);
	blame = blame_find(m, values);
	assert_int_equal(blame.variable, root);
	assert_true(blame.time == 2003.5);
	values[x] = 10;
	assert_int_equal(blame_find(m, values).variable, -1);
	model_free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_gives_what_equations_give), cmocka_unit_test(test_classes),
		cmocka_unit_test(test_only_what_is_wanted),       cmocka_unit_test(test_initial_loop),
		cmocka_unit_test(test_long_initial_chain),        cmocka_unit_test(test_blame),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
