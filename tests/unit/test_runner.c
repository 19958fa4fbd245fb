/* SPDX-License-Identifier: MIT
 *
 * ui/runner: first worlds at once, the others once they are asked for, the same numbers whichever way they came.
 */
#include "config.h"

#include "ui/runner.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "build.h"

enum { WORLDS = 700 };

/* A stock that a lever and an uncertainty fill; the uncertainty as an outcome of its own. */
struct setup {
	struct model *m;
	int lever, uncertainty, stock, doubled, full;
	double *values;
	bool *is_set;
	struct runner *runner;
};

static struct setup open_setup(void)
{
	struct setup s = { .m = new_model(2000, 2030, 1, METHOD_EULER) };
	const struct runner_spec spec = { .worlds = WORLDS, .seed = 1, .threads = 2 };
	struct runner_spec with_model = spec;

	s.lever = add_lever(s.m, "lever", 1, 0, 10);
	s.uncertainty = add_uncertainty(s.m, "noise", 0.5, uniform(0, 1));
	s.stock = add_stock(s.m, "stock", 0);
	set_rate(s.m, s.stock, two(s.m, OP_ADD, var(s.m, s.lever), var(s.m, s.uncertainty)));
	s.doubled = add_auxiliary(s.m, "doubled", two(s.m, OP_ADD, var(s.m, s.uncertainty), var(s.m, s.uncertainty)));
	s.full = add_summary(s.m, "full", SUMMARY_FIRST, two(s.m, OP_LE, num(s.m, 60), var(s.m, s.stock)));
	model_edit(s.m, s.stock)->is_outcome = model_edit(s.m, s.doubled)->is_outcome = true;
	assert_int_equal(model_finish(s.m, NULL), 0);
	s.values = model_defaults(s.m);
	s.is_set = xcalloc(model_count(s.m), sizeof(bool));
	with_model.model = s.m;
	s.runner = runner_new(&with_model);
	return s;
}

static void close_setup(struct setup *s)
{
	runner_free(s->runner);
	free(s->values);
	free(s->is_set);
	model_free(s->m);
}

static void set_lever(struct setup *s, enum shot shot, double value)
{
	s->values[s->lever] = value;
	assert_true(runner_set(s->runner, shot, s->values, s->is_set));
}

/* stock in 2030 = 30 * (lever + noise), doubled = 2 * noise, world by world. */
static void check_worlds(const struct setup *s, enum shot shot, double lever, size_t worlds)
{
	double stock[WORLDS], doubled[WORLDS];

	assert_int_equal(runner_sample(s->runner, shot, SHOT_NONE, s->stock, 30, stock), worlds);
	assert_int_equal(runner_sample(s->runner, shot, SHOT_NONE, s->doubled, 30, doubled), worlds);
	for (size_t w = 0; w < worlds; w++)
		assert_float_equal(stock[w], 30 * (lever + doubled[w] / 2), 1e-9);
}

static void the_first_worlds_are_there_at_once(void **state)
{
	struct setup s = open_setup();

	(void)state;
	set_lever(&s, SHOT_CURRENT, 2);
	assert_int_equal(runner_worlds(s.runner, SHOT_CURRENT), RUNNER_FIRST);
	check_worlds(&s, SHOT_CURRENT, 2, RUNNER_FIRST);
	assert_float_equal(runner_central(s.runner, SHOT_CURRENT, s.stock)[30], 75, 1e-9);
	close_setup(&s);
}

/* Before the picture is drawn nothing else takes the processors. */
static void the_others_wait_until_they_are_let_go(void **state)
{
	struct setup s = open_setup();

	(void)state;
	set_lever(&s, SHOT_CURRENT, 2);
	set_lever(&s, SHOT_COMPARED, 1);
	runner_rest(s.runner);
	runner_wait(s.runner);
	assert_int_equal(runner_worlds(s.runner, SHOT_CURRENT), RUNNER_FIRST);
	set_lever(&s, SHOT_CURRENT, 3);
	runner_go(s.runner);
	while (runner_worlds(s.runner, SHOT_CURRENT) < WORLDS)
		runner_poll(s.runner);
	check_worlds(&s, SHOT_CURRENT, 3, WORLDS);
	check_worlds(&s, SHOT_COMPARED, 1, RUNNER_FIRST);
	close_setup(&s);
}

/* Memory goes from one setting to the next; numbers must not. */
static void one_setting_after_the_other(void **state)
{
	struct setup s = open_setup();

	(void)state;
	for (int i = 0; i < 30; i++) {
		set_lever(&s, SHOT_CURRENT, i % 10);
		check_worlds(&s, SHOT_CURRENT, i % 10, RUNNER_FIRST);
		runner_go(s.runner);
		if (i % 3)
			continue;
		runner_wait(s.runner);
		check_worlds(&s, SHOT_CURRENT, i % 10, WORLDS);
	}
	close_setup(&s);
}

static void a_setting_that_fixes_an_uncertainty_leaves_no_spread(void **state)
{
	struct setup s = open_setup();
	struct runner_spread spread;

	(void)state;
	set_lever(&s, SHOT_CURRENT, 1);
	runner_wait(s.runner);
	s.is_set[s.uncertainty] = true;
	set_lever(&s, SHOT_CURRENT, 2);
	runner_wait(s.runner);
	assert_true(runner_spread_at(s.runner, SHOT_CURRENT, s.stock, 30, &spread));
	assert_float_equal(spread.band[BAND_P05], 75, 1e-9);
	assert_float_equal(spread.band[BAND_P95], 75, 1e-9);
	assert_true(spread.same);
	s.is_set[s.uncertainty] = false;
	set_lever(&s, SHOT_CURRENT, 3);
	runner_wait(s.runner);
	check_worlds(&s, SHOT_CURRENT, 3, WORLDS);
	close_setup(&s);
}

static double share(const double *values, size_t count, double wanted)
{
	size_t equal = 0;

	for (size_t i = 0; i < count; i++)
		equal += values[i] == wanted;
	return (double)equal / (double)count;
}

/* 60 are there by 2030 if lever + noise is 2 or more. */
static void a_year_that_comes_in_some_worlds(void **state)
{
	struct setup s = open_setup();
	struct runner_spread spread;
	double difference[WORLDS];

	(void)state;
	set_lever(&s, SHOT_CURRENT, 1.25);
	set_lever(&s, SHOT_COMPARED, 1);
	runner_wait(s.runner);
	assert_true(runner_spread_at(s.runner, SHOT_CURRENT, s.full, 0, &spread));
	assert_int_equal(spread.worlds, WORLDS);
	assert_float_equal((double)spread.never / WORLDS, 0.75, 0.01);
	assert_float_equal(spread.band[BAND_P05], 2027, 1);
	assert_true(isinf(spread.band[BAND_P95]));
	assert_false(spread.same);
	assert_int_equal(runner_sample(s.runner, SHOT_CURRENT, SHOT_COMPARED, s.full, 0, difference), WORLDS);
	assert_float_equal(share(difference, WORLDS, -INFINITY), 0.25, 0.01);
	assert_float_equal(share(difference, WORLDS, 0), 0.75, 0.01);
	assert_int_equal(runner_sample(s.runner, SHOT_COMPARED, SHOT_CURRENT, s.full, 0, difference), WORLDS);
	assert_float_equal(share(difference, WORLDS, INFINITY), 0.25, 0.01);
	assert_true(runner_spread_at(s.runner, SHOT_COMPARED, s.full, 0, &spread));
	assert_int_equal(spread.never, WORLDS);
	assert_true(spread.same);
	close_setup(&s);
}

static void differences_are_of_the_same_worlds(void **state)
{
	struct setup s = open_setup();
	double difference[WORLDS];

	(void)state;
	set_lever(&s, SHOT_CURRENT, 5);
	set_lever(&s, SHOT_COMPARED, 2);
	runner_wait(s.runner);
	assert_int_equal(runner_sample(s.runner, SHOT_CURRENT, SHOT_COMPARED, s.stock, 30, difference), WORLDS);
	for (size_t w = 0; w < WORLDS; w++)
		assert_float_equal(difference[w], 90, 1e-9);
	close_setup(&s);
}

static void pins_have_fewer_worlds_and_can_go(void **state)
{
	struct setup s = open_setup();

	(void)state;
	set_lever(&s, SHOT_PIN2, 4);
	assert_int_equal(runner_worlds(s.runner, SHOT_PIN2), 0);
	runner_wait(s.runner);
	check_worlds(&s, SHOT_PIN2, 4, RUNNER_PIN_WORLDS);
	runner_drop(s.runner, SHOT_PIN2);
	assert_false(runner_has(s.runner, SHOT_PIN2));
	assert_int_equal(runner_worlds(s.runner, SHOT_PIN2), 0);
	close_setup(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_worlds_are_there_at_once),
		cmocka_unit_test(the_others_wait_until_they_are_let_go),
		cmocka_unit_test(one_setting_after_the_other),
		cmocka_unit_test(a_setting_that_fixes_an_uncertainty_leaves_no_spread),
		cmocka_unit_test(a_year_that_comes_in_some_worlds),
		cmocka_unit_test(differences_are_of_the_same_worlds),
		cmocka_unit_test(pins_have_fewer_worlds_and_can_go),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
