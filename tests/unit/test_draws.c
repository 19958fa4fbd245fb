/* SPDX-License-Identifier: MIT
 *
 * model/draws: what each world draws, keyed by name.
 */
#include "config.h"

#include "model/draws.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "build.h"
#include "model/worlds.h"

enum { WORLDS = 257 };

static const char *const names[] = { "a", "b", "c", "d" };

/* A model with some of the uncertainties a, b, c, d in a given order, between other things. */
static struct model *model_of(const char *order)
{
	struct model *m = model_new();

	add_lever(m, "x", 1, 0, 2);
	for (; *order; order++) {
		const char id[] = { *order, '\0' };

		add_uncertainty(m, id, 0.5, uniform(0, *order));
	}
	add_uncertainty(m, "fixed", 3, (struct spread){ .kind = SPREAD_FIXED });
	return m;
}

static struct draws *draws_of(const char *order, uint64_t seed, struct model **m)
{
	*m = model_of(order);
	return draws_new(*m, seed, WORLDS);
}

/* Adding, removing and reordering uncertainties leaves the others' draws as they were. */
static void test_keyed_by_name(void **state)
{
	static const char *const orders[] = { "abcd", "dcba", "bd", "c", "cadb" };
	struct model *m, *n;
	struct draws *whole = draws_of("abcd", 9, &m);

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(orders); i++) {
		struct draws *part = draws_of(orders[i], 9, &n);

		for (size_t k = 0; k < ARRAY_LEN(names); k++) {
			const int at = model_find(n, names[k]);

			if (at >= 0)
				assert_memory_equal(
					draws_row(part, at), draws_row(whole, model_find(m, names[k])), WORLDS * sizeof(double));
		}
		draws_free(part);
		model_free(n);
	}
	draws_free(whole);
	model_free(m);
}

static void test_rows(void **state)
{
	struct model *m;
	struct draws *draws = draws_of("ab", 1, &m), *seeded;

	(void)state;
	assert_int_equal(draws_worlds(draws), WORLDS);
	assert_null(draws_row(draws, model_find(m, "x")));
	assert_null(draws_row(draws, model_find(m, "fixed")));
	for (int w = 0; w < WORLDS; w++) {
		const double u = worlds_point(worlds_key("a", 1), (uint32_t)w);

		assert_true(draws_row(draws, 1)[w] == u * 'a');
	}
	seeded = draws_new(m, 2, WORLDS);
	assert_memory_not_equal(draws_row(draws, 1), draws_row(seeded, 1), WORLDS * sizeof(double));
	draws_free(draws);
	model_free(m);
	assert_true(draws_row(seeded, 2)[0] > 0);
	draws_free(seeded);
	draws_free(NULL);
}

/* Fewer worlds are the first of more. */
static void test_more_worlds(void **state)
{
	struct model *m = model_of("ab");
	struct draws *few = draws_new(m, 5, 10), *many = draws_new(m, 5, 1000);

	(void)state;
	for (int v = 1; v <= 2; v++)
		assert_memory_equal(draws_row(few, v), draws_row(many, v), 10 * sizeof(double));
	draws_free(few);
	draws_free(many);
	model_free(m);
}

static void test_varying(void **state)
{
	struct model *m;
	struct draws *draws = draws_of("ab", 1, &m);
	const bool is_set[] = { true, false, true, false };
	bool *varies = draws_varying(draws, NULL);

	(void)state;
	assert_true(!varies[0] && varies[1] && varies[2] && !varies[3]);
	free(varies);
	varies = draws_varying(draws, is_set);
	assert_true(!varies[0] && varies[1] && !varies[2] && !varies[3]);
	free(varies);
	draws_free(draws);
	model_free(m);
}

static void test_one_world(void **state)
{
	struct model *m;
	struct draws *draws = draws_of("abc", 77, &m);
	const bool is_set[] = { false, false, true, false, false };

	(void)state;
	for (uint32_t w = 0; w < WORLDS; w += 16) {
		double values[] = { -1, -1, -1, -1, -1 };

		draws_one(m, 77, w, is_set, values);
		assert_true(values[0] == -1 && values[2] == -1 && values[4] == -1);
		assert_true(values[1] == draws_row(draws, 1)[w] && values[3] == draws_row(draws, 3)[w]);
	}
	draws_free(draws);
	model_free(m);
}

static void test_changed(void **state)
{
	struct model *m;
	struct draws *draws = draws_of("abc", 3, &m), *changed;
	struct change items[] = {
		{ .variable = 0, .how = CHANGE_PLUS, .by = 1 }, { .variable = 1, .how = CHANGE_PLUS, .by = 50 },
		{ .variable = 2, .how = CHANGE_TIMES, .by = 0.5 }, { .variable = 3, .how = CHANGE_SET, .by = 1 },
	};
	const struct changes changes = { items, ARRAY_LEN(items), 0 };

	(void)state;
	changed = draws_changed(draws, m, &changes);
	assert_null(draws_row(changed, 0));
	for (int w = 0; w < WORLDS; w++) {
		assert_true(draws_row(changed, 1)[w] == fmin('a', draws_row(draws, 1)[w] + 50));
		assert_true(draws_row(changed, 2)[w] == draws_row(draws, 2)[w] * 0.5);
		assert_true(draws_row(changed, 3)[w] == draws_row(draws, 3)[w]);
	}
	draws_free(draws);
	draws_free(changed);
	model_free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keyed_by_name), cmocka_unit_test(test_rows),      cmocka_unit_test(test_more_worlds),
		cmocka_unit_test(test_varying),       cmocka_unit_test(test_one_world), cmocka_unit_test(test_changed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
