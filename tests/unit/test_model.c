/* SPDX-License-Identifier: MIT
 *
 * model/model: names, time, what uses what, order, loops.
 */
#include "config.h"

#include "model/model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/diags.h"
#include "build.h"

static void test_names(void **state)
{
	struct model *m = model_new();
	char id[32];

	(void)state;
	for (int i = 0; i < 3000; i++) {
		snprintf(id, sizeof id, "v%d", i);
		assert_int_equal(model_find(m, id), -1);
		assert_int_equal(model_add(m, i % 2 ? VAR_LEVER : VAR_AUXILIARY, id), i);
	}
	for (int i = 0; i < 3000; i++) {
		snprintf(id, sizeof id, "v%d", i);
		assert_int_equal(model_find(m, id), i);
		assert_string_equal(model_variable(m, i)->id, id);
	}
	assert_int_equal(model_find(m, ""), -1);
	assert_int_equal(model_find(m, "v3000"), -1);
	assert_int_equal(model_count(m), 3000);
	model_free(m);
	model_free(NULL);
}

static void test_empty_fields(void **state)
{
	struct model *m = model_new();
	const struct variable *v = model_variable(m, model_add(m, VAR_OUTCOME, "o"));

	(void)state;
	assert_string_equal(v->unit, "");
	assert_string_equal(v->group, "");
	assert_true(isnan(v->value) && isnan(v->at));
	assert_int_equal(v->node, NODE_NONE);
	assert_int_equal(v->table, -1);
	assert_true(v->is_outcome);
	assert_false(model_variable(m, model_add(m, VAR_STOCK, "s"))->is_outcome);
	assert_string_equal(model_fingerprint(m), "");
	model_set_fingerprint(m, "abc", "def");
	assert_string_equal(model_fingerprint(m), "abc");
	assert_string_equal(model_data_fingerprint(m), "def");
	model_free(m);
}

static void test_time(void **state)
{
	static const struct {
		double start, stop, step;
		int steps;
	} cases[] = {
		{ 2026, 2076, 0.25, 200 }, { 0, 0.3, 0.1, 3 }, { 0, 0.6, 0.1, 6 }, { 0, 0.7, 0.1, 7 }, { 0, 1.2, 0.1, 12 },
		{ 0, 2.3, 0.1, 23 }, { 2026, 2027, 1 / 12.0, 12 }, { 0, 100000, 1, 100000 }, { -10, -5, 5, 1 },
		{ 0, 1, 0.3, -1 }, { 1, 0, 0.5, -1 }, { 0, 0, 1, -1 }, { 0, 1, 0, -1 }, { 0, 1, -1, -1 }, { 0, 100001, 1, -1 },
		{ NAN, 1, 1, -1 }, { 0, INFINITY, 1, -1 }, { 0, 1, NAN, -1 }, { 0, 1, 2, -1 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct model *m = model_new();
		const char *why;
		const int status = model_set_time(m, cases[i].start, cases[i].stop, cases[i].step, METHOD_RK4, &why);

		assert_int_equal(status, cases[i].steps < 0 ? -1 : 0);
		assert_true((why != NULL) == (status < 0));
		if (!status) {
			assert_int_equal(model_time(m)->steps, cases[i].steps);
			assert_int_equal(model_time(m)->method, METHOD_RK4);
		}
		model_free(m);
	}
}

/* a -> b -> c (stock) -> a, and d which reads all. */
static void test_uses(void **state)
{
	struct model *m = new_model(0, 1, 1, METHOD_EULER);
	const int x = add_lever(m, "x", 1, 0, 2), c = add_stock(m, "c", 1);
	const int b = add_auxiliary(m, "b", two(m, OP_ADD, var(m, c), var(m, x)));
	const int a = add_auxiliary(m, "a", two(m, OP_MUL, var(m, b), var(m, b)));
	const int d =
		add_equation(m, VAR_OUTCOME, "d", choose(m, two(m, OP_LT, var(m, a), now(m)), var(m, c), other(m, x)));
	const int k = add_summary(m, "k", SUMMARY_TOTAL, var(m, d));
	struct diags diags = DIAGS_INIT;
	size_t count;
	const int *order;

	(void)state;
	set_rate(m, c, var(m, a));
	model_edit(m, c)->initial = two(m, OP_MUL, var(m, x), num(m, 2));
	assert_int_equal(model_finish(m, &diags), 0);
	assert_int_equal(diags.count, 0);
	assert_int_equal(model_variable(m, a)->use_count, 1);
	assert_int_equal(model_variable(m, a)->uses[0], b);
	assert_int_equal(model_variable(m, b)->use_count, 2);
	assert_int_equal(model_variable(m, b)->uses[0], x);
	assert_int_equal(model_variable(m, b)->uses[1], c);
	assert_int_equal(model_variable(m, c)->use_count, 2);
	assert_int_equal(model_variable(m, c)->uses[0], x);
	assert_int_equal(model_variable(m, c)->uses[1], a);
	assert_int_equal(model_variable(m, d)->use_count, 3);
	assert_int_equal(model_variable(m, k)->use_count, 1);
	assert_int_equal(model_variable(m, x)->use_count, 0);
	assert_int_equal(model_variable(m, x)->used_by_count, 3);
	assert_int_equal(model_variable(m, x)->used_by[0], c);
	assert_int_equal(model_variable(m, x)->used_by[1], b);
	assert_int_equal(model_variable(m, x)->used_by[2], d);
	assert_int_equal(model_variable(m, d)->used_by_count, 1);
	assert_int_equal(model_variable(m, k)->used_by_count, 0);
	order = model_order(m, &count);
	assert_int_equal(count, 4);
	for (size_t i = 0; i < count; i++) {
		if (order[i] == a)
			assert_true(i > 0 && (order[0] == b || order[1] == b));
		if (order[i] == d)
			assert_int_equal(i, 3);
	}
	model_free(m);
}

/* What the memory of an equation's smooth is fed with is used by that equation. */
static void test_uses_through_memories(void **state)
{
	struct model *m = new_model(0, 1, 1, METHOD_EULER);
	const int x = add_lever(m, "x", 1, 0, 2), y = add_lever(m, "y", 1, 0, 2);
	const int a = add_auxiliary(m, "a", NODE_NONE);
	const int memory = add_memory(m, MEMORY_STOCK, a, var(m, x));
	struct diags diags = DIAGS_INIT;

	(void)state;
	model_edit_memory(m, memory)->next = two(m, OP_SUB, var(m, y), memory_leaf(m, memory));
	model_edit(m, a)->node = memory_leaf(m, memory);
	assert_int_equal(model_finish(m, &diags), 0);
	assert_int_equal(model_variable(m, a)->use_count, 2);
	assert_int_equal(model_variable(m, a)->uses[0], x);
	assert_int_equal(model_variable(m, a)->uses[1], y);
	assert_int_equal(model_variable(m, y)->used_by[0], a);
	model_free(m);
}

static void chain(struct model *m, const char *prefix, int count, bool closed)
{
	char id[32];
	const int first = (int)model_count(m);

	for (int i = 0; i < count; i++) {
		snprintf(id, sizeof id, "%s%d", prefix, i + 1);
		add_auxiliary(m, id, NODE_NONE);
	}
	for (int i = 0; i < count; i++)
		model_edit(m, first + i)->node = i + 1 < count ? one(m, OP_NEG, var(m, first + i + 1))
		                               : closed ? one(m, OP_NEG, var(m, first)) : num(m, 1);
}

static void test_loops(void **state)
{
	struct model *m = new_model(0, 1, 1, METHOD_EULER);
	struct diags diags = DIAGS_INIT;

	(void)state;
	chain(m, "a", 3, true);
	chain(m, "b", 1, true);
	chain(m, "c", 30, true);
	chain(m, "d", 5, false);
	assert_int_equal(model_finish(m, &diags), -1);
	assert_int_equal(diags.count, 3);
	assert_non_null(strstr(diags.items[0].text, ": a1 -> a2 -> a3 -> a1;"));
	assert_string_equal(diags.items[0].file, "test.lua");
	assert_int_equal(diags.items[0].line, 10);
	assert_non_null(strstr(diags.items[1].text, ": b1 -> b1;"));
	assert_non_null(strstr(diags.items[2].text, ": c1 -> c2 -> "));
	assert_non_null(strstr(diags.items[2].text, " -> c12 -> (17 more) -> c30 -> c1;"));
	diags_release(&diags);
	model_free(m);
}

/* A stock, or what a memory was before, opens a loop. */
static void test_no_loops(void **state)
{
	struct model *m = new_model(0, 1, 1, METHOD_EULER);
	const int s = add_stock(m, "s", 1), a = add_auxiliary(m, "a", NODE_NONE);
	const int b = add_auxiliary(m, "b", two(m, OP_ADD, var(m, a), var(m, s)));
	const int memory = add_memory(m, MEMORY_HELD, a, num(m, 0));
	struct diags diags = DIAGS_INIT;

	(void)state;
	set_rate(m, s, var(m, b));
	model_edit_memory(m, memory)->next = var(m, b);
	model_edit(m, a)->node = memory_leaf(m, memory);
	assert_int_equal(model_finish(m, &diags), 0);
	model_free(m);
}

/* Deep chains must not use the program's stack. */
static void test_long_chain(void **state)
{
	struct model *m = new_model(0, 1, 1, METHOD_EULER);
	struct diags diags = DIAGS_INIT;
	size_t count;
	const int *order;

	(void)state;
	chain(m, "a", 20000, false);
	assert_int_equal(model_finish(m, &diags), 0);
	order = model_order(m, &count);
	assert_int_equal(count, 20000);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(order[i], 19999 - i);
	model_free(m);
}

static void test_changes(void **state)
{
	const struct variable v = { .lo = 0, .hi = 10 };
	const struct change set = { .how = CHANGE_SET, .by = 4 }, plus = { .how = CHANGE_PLUS, .by = 4 },
	                    times = { .how = CHANGE_TIMES, .by = 4 };

	(void)state;
	assert_true(change_apply(&set, &v, 1) == 4);
	assert_true(change_apply(&plus, &v, 1) == 5);
	assert_true(change_apply(&times, &v, 2) == 8);
	assert_true(change_apply(&plus, &v, 8) == 10);
	assert_true(change_apply(&times, &v, -2) == 0);
}

static void test_kinds(void **state)
{
	(void)state;
	for (int kind = 0; kind < VAR_KINDS; kind++) {
		assert_non_null(var_kind_name((enum var_kind)kind));
		assert_int_equal(var_is_input((enum var_kind)kind), kind == VAR_LEVER || kind == VAR_UNCERTAINTY);
		assert_int_equal(var_is_over_time((enum var_kind)kind), kind >= VAR_SERIES && kind <= VAR_OUTCOME);
	}
	assert_string_equal(var_kind_name(VAR_CHECK), "check");
	assert_string_equal(summary_name(SUMMARY_MEAN), "mean");
}

static void test_defaults_and_groups(void **state)
{
	struct model *m = model_new();
	const struct group group = { .id = xstrdup("gpu"), .order = 2 };
	double *values;

	(void)state;
	add_lever(m, "x", 3, 0, 5);
	add_uncertainty(m, "u", 0.5, uniform(0, 1));
	add_uncertainty(m, "f", 7, (struct spread){ .kind = SPREAD_FIXED });
	add_stock(m, "s", 9);
	values = model_defaults(m);
	assert_true(values[0] == 3 && values[1] == 0.5 && values[2] == 7 && isnan(values[3]));
	assert_false(var_is_drawn(model_variable(m, 0)));
	assert_true(var_is_drawn(model_variable(m, 1)));
	assert_false(var_is_drawn(model_variable(m, 2)));
	model_add_group(m, &group);
	assert_int_equal(model_group_count(m), 1);
	assert_true(model_find_group(m, "gpu")->order == 2);
	assert_null(model_find_group(m, "gp"));
	free(values);
	model_free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_empty_fields),
		cmocka_unit_test(test_time),
		cmocka_unit_test(test_uses),
		cmocka_unit_test(test_uses_through_memories),
		cmocka_unit_test(test_loops),
		cmocka_unit_test(test_no_loops),
		cmocka_unit_test(test_long_chain),
		cmocka_unit_test(test_changes),
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_defaults_and_groups),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
