/* SPDX-License-Identifier: MIT
 *
 * model/graph: each distinct expression once, and rewritings that change no bit.
 */
#include "config.h"

#include "model/graph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"

struct fixture {
	struct graph *g;
	int x, y, t;
};

static int set_up(void **state)
{
	struct fixture *f = xmalloc(sizeof *f);

	f->g = graph_new();
	f->x = graph_leaf(f->g, OP_VAR, 0);
	f->y = graph_leaf(f->g, OP_VAR, 1);
	f->t = graph_leaf(f->g, OP_TIME, 0);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	graph_free(f->g);
	free(f);
	return 0;
}

static bool is_number(struct fixture *f, int node, double value)
{
	const struct node *n = graph_node(f->g, node);

	return n->op == OP_CONST && (n->value == value || (isnan(value) && isnan(n->value)));
}

static void test_equal_is_one(void **state)
{
	struct fixture *f = *state;
	const int sum = graph_binary(f->g, OP_ADD, f->x, f->y);
	const size_t count = graph_count(f->g);

	assert_int_equal(graph_leaf(f->g, OP_VAR, 0), f->x);
	assert_int_not_equal(f->x, f->y);
	assert_int_not_equal(graph_leaf(f->g, OP_OTHER, 0), f->x);
	assert_int_equal(graph_binary(f->g, OP_ADD, f->x, f->y), sum);
	assert_int_equal(graph_binary(f->g, OP_ADD, f->y, f->x), sum);
	assert_int_equal(graph_binary(f->g, OP_MUL, f->y, f->x), graph_binary(f->g, OP_MUL, f->x, f->y));
	assert_int_not_equal(graph_binary(f->g, OP_SUB, f->y, f->x), graph_binary(f->g, OP_SUB, f->x, f->y));
	assert_int_not_equal(graph_binary(f->g, OP_DIV, f->y, f->x), graph_binary(f->g, OP_DIV, f->x, f->y));
	assert_int_not_equal(graph_binary(f->g, OP_MIN, f->y, f->x), graph_binary(f->g, OP_MAX, f->x, f->y));
	assert_int_equal(graph_lookup(f->g, 3, f->x), graph_lookup(f->g, 3, f->x));
	assert_int_not_equal(graph_lookup(f->g, 4, f->x), graph_lookup(f->g, 3, f->x));
	assert_int_equal(graph_history(f->g, 3, f->x, f->y), graph_history(f->g, 3, f->x, f->y));
	assert_int_not_equal(graph_history(f->g, 3, f->x, f->y), graph_history(f->g, 2, f->x, f->y));
	assert_int_equal(graph_count(f->g), count + 12);
}

static void test_constants(void **state)
{
	struct fixture *f = *state;
	const int zero = graph_constant(f->g, 0), minus = graph_constant(f->g, -0.0), nan = graph_constant(f->g, NAN);

	assert_int_equal(graph_constant(f->g, 2), graph_constant(f->g, 2));
	assert_int_not_equal(zero, minus);
	assert_int_equal(graph_constant(f->g, NAN), nan);
	assert_true(is_number(f, graph_binary(f->g, OP_MUL, graph_constant(f->g, 2), graph_constant(f->g, 3)), 6));
	assert_true(is_number(f, graph_unary(f->g, OP_SQRT, graph_constant(f->g, 16)), 4));
	assert_true(is_number(f, graph_binary(f->g, OP_DIV, graph_constant(f->g, 1), zero), INFINITY));
	assert_true(is_number(f, graph_binary(f->g, OP_DIV, graph_constant(f->g, 1), minus), -INFINITY));
	assert_true(is_number(f, graph_binary(f->g, OP_MIN, nan, graph_constant(f->g, 1)), NAN));
}

static void test_what_changes_nothing(void **state)
{
	struct fixture *f = *state;
	const int zero = graph_constant(f->g, 0), one = graph_constant(f->g, 1), nan = graph_constant(f->g, NAN);
	const int less = graph_binary(f->g, OP_LT, f->x, f->y);

	assert_int_equal(graph_binary(f->g, OP_ADD, f->x, zero), f->x);
	assert_int_equal(graph_binary(f->g, OP_ADD, zero, f->x), f->x);
	assert_int_equal(graph_binary(f->g, OP_SUB, f->x, zero), f->x);
	assert_int_equal(graph_binary(f->g, OP_MUL, one, f->x), f->x);
	assert_int_equal(graph_binary(f->g, OP_MUL, f->x, one), f->x);
	assert_int_equal(graph_binary(f->g, OP_DIV, f->x, one), f->x);
	assert_int_equal(graph_binary(f->g, OP_POW, f->x, one), f->x);
	assert_int_equal(graph_binary(f->g, OP_MIN, f->x, f->x), f->x);
	assert_int_equal(graph_binary(f->g, OP_MAX, f->x, f->x), f->x);
	assert_int_equal(graph_unary(f->g, OP_NEG, graph_unary(f->g, OP_NEG, f->x)), f->x);
	assert_int_equal(graph_select(f->g, less, f->x, f->x), f->x);
	assert_int_equal(graph_select(f->g, one, f->x, f->y), f->x);
	assert_int_equal(graph_select(f->g, zero, f->x, f->y), f->y);
	assert_int_equal(graph_select(f->g, nan, f->x, f->y), f->x);
	assert_int_equal(
		graph_select(f->g, graph_unary(f->g, OP_NOT, less), f->x, f->y), graph_select(f->g, less, f->y, f->x));
}

/* x * 0 is not 0 where x is infinite, x - x and x / x neither: such things stay. */
static void test_what_must_stay(void **state)
{
	struct fixture *f = *state;
	const int zero = graph_constant(f->g, 0);

	assert_int_equal(graph_node(f->g, graph_binary(f->g, OP_MUL, f->x, zero))->op, OP_MUL);
	assert_int_equal(graph_node(f->g, graph_binary(f->g, OP_SUB, f->x, f->x))->op, OP_SUB);
	assert_int_equal(graph_node(f->g, graph_binary(f->g, OP_DIV, f->x, f->x))->op, OP_DIV);
	assert_int_equal(graph_node(f->g, graph_binary(f->g, OP_SUB, zero, f->x))->op, OP_SUB);
	assert_int_equal(graph_node(f->g, graph_binary(f->g, OP_LE, f->x, f->x))->op, OP_LE);
	assert_int_equal(graph_node(f->g, graph_unary(f->g, OP_NOT, graph_unary(f->g, OP_NOT, f->x)))->op, OP_NOT);
}

static void test_powers(void **state)
{
	struct fixture *f = *state;
	const int square = graph_binary(f->g, OP_POW, f->x, graph_constant(f->g, 2));
	const int root = graph_binary(f->g, OP_POW, f->x, graph_constant(f->g, 0.5));

	assert_int_equal(square, graph_binary(f->g, OP_MUL, f->x, f->x));
	assert_int_equal(root, graph_unary(f->g, OP_SQRT, f->x));
	assert_int_equal(graph_node(f->g, graph_binary(f->g, OP_POW, f->x, graph_constant(f->g, 3)))->op, OP_POW);
}

static void test_rebuild(void **state)
{
	struct fixture *f = *state;
	const int nodes[] = {
		f->x, f->t, graph_constant(f->g, 5), graph_unary(f->g, OP_EXP, f->x), graph_binary(f->g, OP_SUB, f->x, f->y),
		graph_select(f->g, f->x, f->y, f->t), graph_lookup(f->g, 2, f->x), graph_history(f->g, 1, f->x, f->y),
	};

	for (size_t i = 0; i < ARRAY_LEN(nodes); i++) {
		const struct node n = *graph_node(f->g, nodes[i]);

		assert_int_equal(graph_rebuild(f->g, &n, n.operand), nodes[i]);
	}
}

/* Nodes keep their numbers while the graph grows, and operands have smaller ones. */
static void test_many(void **state)
{
	struct fixture *f = *state;
	int last = f->x;

	for (int i = 0; i < 100000; i++)
		last = graph_binary(f->g, OP_ADD, graph_binary(f->g, OP_MUL, last, f->y), graph_constant(f->g, i + 2));
	for (size_t i = 0; i < graph_count(f->g); i++) {
		const struct node *n = graph_node(f->g, (int)i);

		for (int k = 0; k < op_arity(n->op); k++)
			assert_in_range(n->operand[k], 0, i - 1);
	}
	assert_int_equal(graph_leaf(f->g, OP_VAR, 0), f->x);
	assert_int_equal(graph_count(f->g), 3 + 300000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_equal_is_one, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_constants, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_what_changes_nothing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_what_must_stay, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_powers, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_rebuild, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_many, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
