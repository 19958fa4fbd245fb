/* SPDX-License-Identifier: MIT
 *
 * model/verify: checks in the central world and in drawn ones, alone and over two runs.
 */
#include "config.h"

#include "model/verify.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/diags.h"
#include "base/err.h"
#include "build.h"
#include "model/draws.h"
#include "model/pool.h"
#include "model/worlds.h"

enum { WORLDS = 200 };

/* s grows by `rate` a year from 0 at 2000 to 2010; u is drawn from 0 to 1. */
struct fixture {
	struct model *m;
	int rate, u, s, a, check;
	struct pool *pool;
	struct draws *draws;
	double *values;
	bool *is_set;
	struct verify_spec spec;
};

static int set_up(void **state)
{
	struct fixture *f = xmalloc(sizeof *f);

	f->m = new_model(2000, 2010, 0.5, METHOD_EULER);
	f->rate = add_lever(f->m, "rate", 1, 0, 5);
	f->u = add_uncertainty(f->m, "u", 0.5, uniform(0, 1));
	f->s = add_stock(f->m, "s", 0);
	set_rate(f->m, f->s, var(f->m, f->rate));
	f->a = add_auxiliary(f->m, "a", two(f->m, OP_MUL, var(f->m, f->s), var(f->m, f->u)));
	f->pool = pool_new(2);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	draws_free(f->draws);
	pool_free(f->pool);
	free(f->values);
	free(f->is_set);
	model_free(f->m);
	free(f);
	return 0;
}

static int add_check(struct fixture *f, int node)
{
	return f->check = add_equation(f->m, VAR_CHECK, "check", node);
}

static void prepare(struct fixture *f)
{
	struct diags diags = DIAGS_INIT;

	assert_int_equal(model_finish(f->m, &diags), 0);
	f->draws = draws_new(f->m, 1, WORLDS);
	f->values = model_defaults(f->m);
	f->is_set = xcalloc(model_count(f->m), sizeof *f->is_set);
	f->spec = (struct verify_spec){
		.model = f->m, .values = f->values, .is_set = f->is_set, .draws = f->draws, .pool = f->pool, .isa = isa_best()
	};
}

static struct verdict_of_check verify(struct fixture *f)
{
	struct verdict_of_check verdict = { -1, 99, 99, -1 };
	struct err err;

	if (verify_check(&f->spec, f->check, &verdict, &err))
		fail_msg("%s", err.text);
	return verdict;
}

static void given(struct fixture *f, bool versus, int variable, int how, double by)
{
	struct variable *v = model_edit(f->m, f->check);

	v->has_versus |= versus;
	model_add_change(versus ? &v->versus : &v->given, (struct change){ .variable = variable, .how = how, .by = by });
}

static void test_holds(void **state)
{
	struct fixture *f = *state;
	struct verdict_of_check v;

	add_check(f, two(f->m, OP_LE, var(f->m, f->a), num(f->m, 10)));
	prepare(f);
	v = verify(f);
	assert_true(isnan(v.central) && isnan(v.year));
	assert_int_equal(v.failing, 0);
	assert_int_equal(v.world, -1);
	assert_true(verify_is_plain(f->m, f->check));
}

/* a = s * u passes 4: in the central world after 8 years, in others if u is above 0.4. */
static void test_fails(void **state)
{
	struct fixture *f = *state;
	struct verdict_of_check v;
	size_t failing = 0;
	int first = -1;

	add_check(f, two(f->m, OP_LE, var(f->m, f->a), num(f->m, 4)));
	prepare(f);
	v = verify(f);
	for (int w = WORLDS - 1; w >= 0; w--) {
		if (draws_row(f->draws, f->u)[w] * 10 <= 4)
			continue;
		failing++;
		first = w;
	}
	assert_true(v.central == 2008.5);
	assert_int_equal(v.failing, failing);
	assert_int_equal(v.world, first);
	assert_true(v.year == 2000 + 0.5 * (floor(4 / draws_row(f->draws, f->u)[first] / 0.5) + 1));
}

/* What the user set does not vary. */
static void test_scenario(void **state)
{
	struct fixture *f = *state;
	struct verdict_of_check v;

	add_check(f, two(f->m, OP_LE, var(f->m, f->a), num(f->m, 4)));
	prepare(f);
	f->values[f->u] = 0.1;
	f->is_set[f->u] = true;
	v = verify(f);
	assert_true(isnan(v.central));
	assert_int_equal(v.failing, 0);
	f->values[f->rate] = 5;
	v = verify(f);
	assert_true(v.central == 2008.5);
	assert_int_equal(v.failing, WORLDS);
}

static void test_given(void **state)
{
	struct fixture *f = *state;
	struct verdict_of_check v;

	add_check(f, two(f->m, OP_LE, var(f->m, f->s), num(f->m, 9)));
	given(f, false, f->rate, CHANGE_TIMES, 2);
	prepare(f);
	assert_false(verify_is_plain(f->m, f->check));
	v = verify(f);
	assert_true(v.central == 2005);
	assert_int_equal(v.failing, WORLDS);
	assert_true(f->values[f->rate] == 1);
}

/* An uncertainty that a check sets is not drawn. */
static void test_given_uncertainty(void **state)
{
	struct fixture *f = *state;
	struct verdict_of_check v;

	add_check(f, two(f->m, OP_LE, var(f->m, f->a), num(f->m, 4)));
	given(f, false, f->u, CHANGE_SET, 0.1);
	prepare(f);
	v = verify(f);
	assert_true(isnan(v.central));
	assert_int_equal(v.failing, 0);
}

static void test_at(void **state)
{
	struct fixture *f = *state;

	add_check(f, two(f->m, OP_LE, var(f->m, f->s), num(f->m, 4)));
	model_edit(f->m, f->check)->at = 2004;
	prepare(f);
	assert_true(isnan(verify(f).central));
	model_edit(f->m, f->check)->at = 2004.5;
	assert_true(verify(f).central == 2004.5);
}

/* The second run has a higher rate: s is larger in it, but for the start. */
static void test_versus(void **state)
{
	struct fixture *f = *state;
	struct verdict_of_check v;

	add_check(f, two(f->m, OP_LT, var(f->m, f->a), other(f->m, f->a)));
	given(f, true, f->rate, CHANGE_PLUS, 1);
	prepare(f);
	v = verify(f);
	assert_true(v.central == 2000);
	assert_int_equal(v.failing, WORLDS);
	assert_int_equal(v.world, 0);
	assert_true(v.year == 2000);
	model_edit(f->m, f->check)->at = 2005;
	v = verify(f);
	assert_true(isnan(v.central));
	assert_int_equal(v.failing, 0);
	f->values[f->rate] = 5;   /* at the end of its range nothing is added */
	v = verify(f);
	assert_true(v.central == 2005);
}

/* `versus` on a drawn uncertainty: in each world relative to that world's own. */
static void test_versus_drawn(void **state)
{
	struct fixture *f = *state;
	struct verdict_of_check v;
	size_t failing = 0;

	add_check(f, two(f->m, OP_LE, two(f->m, OP_SUB, other(f->m, f->u), var(f->m, f->u)), num(f->m, 0.1999)));
	given(f, true, f->u, CHANGE_PLUS, 0.2);
	prepare(f);
	v = verify(f);
	for (int w = 0; w < WORLDS; w++)
		failing += fmin(1, draws_row(f->draws, f->u)[w] + 0.2) - draws_row(f->draws, f->u)[w] > 0.1999;
	assert_true(v.central == 2000);
	assert_int_equal(v.failing, failing);
	assert_in_range(failing, WORLDS * 7 / 10, WORLDS * 9 / 10);
}

/* The second run is the first with more set: `given` holds in both. */
static void test_given_and_versus(void **state)
{
	struct fixture *f = *state;

	add_check(f, two(f->m, OP_LE, two(f->m, OP_SUB, other(f->m, f->rate), var(f->m, f->rate)), num(f->m, 1)));
	given(f, false, f->rate, CHANGE_SET, 3);
	given(f, true, f->rate, CHANGE_TIMES, 1.25);
	prepare(f);
	assert_true(isnan(verify(f).central));
	model_edit(f->m, f->check)->versus.items[0].by = 1.5;
	assert_true(verify(f).central == 2000);
}

/* What is no number is not below anything. */
static void test_no_number(void **state)
{
	struct fixture *f = *state;

	add_check(f, two(f->m, OP_LE, one(f->m, OP_SQRT, two(f->m, OP_SUB, num(f->m, 3), var(f->m, f->s))), num(f->m, 99)));
	prepare(f);
	assert_true(verify(f).central == 2003.5);
}

static void test_memory_over_two_runs(void **state)
{
	struct fixture *f = *state;
	struct verdict_of_check v;
	struct err err;
	int memory;

	add_check(f, NODE_NONE);
	memory = add_memory(f->m, MEMORY_HELD, f->check, num(f->m, 0));
	model_edit_memory(f->m, memory)->next = num(f->m, 1);
	model_edit(f->m, f->check)->node = two(f->m, OP_LE, memory_leaf(f->m, memory), other(f->m, f->s));
	given(f, true, f->rate, CHANGE_PLUS, 1);
	prepare(f);
	assert_int_equal(verify_check(&f->spec, f->check, &v, &err), -1);
	assert_non_null(strstr(err.text, "make it an auxiliary"));
}

static void test_several_plain(void **state)
{
	struct fixture *f = *state;
	struct verdict_of_check verdicts[2];
	struct err err;
	int checks[2];

	checks[0] = add_equation(f->m, VAR_CHECK, "one", two(f->m, OP_LE, var(f->m, f->s), num(f->m, 2)));
	checks[1] = add_equation(f->m, VAR_CHECK, "two", two(f->m, OP_LE, var(f->m, f->u), num(f->m, 0.75)));
	prepare(f);
	assert_int_equal(verify_plain(&f->spec, checks, 2, verdicts, &err), 0);
	assert_true(verdicts[0].central == 2002.5 && isnan(verdicts[1].central));
	assert_int_equal(verdicts[0].failing, WORLDS);
	assert_in_range(verdicts[1].failing, WORLDS / 4 - 2, WORLDS / 4 + 2);
}

/* No worlds: the central one alone. */
static void test_no_worlds(void **state)
{
	struct fixture *f = *state;
	struct verdict_of_check v;

	add_check(f, two(f->m, OP_LE, var(f->m, f->a), num(f->m, 4)));
	prepare(f);
	draws_free(f->draws);
	f->spec.draws = f->draws = draws_new(f->m, 1, 0);
	v = verify(f);
	assert_true(v.central == 2008.5);
	assert_int_equal(v.failing, 0);
	assert_int_equal(v.world, -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_holds, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_fails, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_scenario, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_given, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_given_uncertainty, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_at, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_versus, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_versus_drawn, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_given_and_versus, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_no_number, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_memory_over_two_runs, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_several_plain, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_no_worlds, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
