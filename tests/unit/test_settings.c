/* SPDX-License-Identifier: MIT
 *
 * scenario/settings: the map by itself, and what a model makes of it.
 */
#include "config.h"

#include "scenario/settings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/diags.h"
#include "base/err.h"
#include "model/model.h"

static int add_input(struct model *model, enum var_kind kind, const char *id, const char *unit, double lo, double hi,
	double value)
{
	const int variable = model_add(model, kind, id);
	struct variable *v = model_edit(model, variable);

	free(v->unit);
	v->unit = xstrdup(unit);
	v->lo = lo;
	v->hi = hi;
	v->value = value;
	return variable;
}

/* Two levers, a switch, an uncertainty that is drawn, one that never is, and an outcome, in this order. */
enum { SHARE, TARGET, SPINOFF, TRUST, WEIGHT, PROFIT, VARIABLES };

static struct model *new_model(void)
{
	struct model *model = model_new();

	add_input(model, VAR_LEVER, "public_share", "share of equity", 0, 1, 0.5);
	add_input(model, VAR_LEVER, "gpu_target", "GPU", 0, 200000, 52000);
	model_edit(model, add_input(model, VAR_LEVER, "spinoff", "off/on", 0, 1, 0))->is_switch = true;
	model_edit(model, add_input(model, VAR_UNCERTAINTY, "trust_time", "year", 2, 8, 4))->spread =
		(struct spread){ .kind = SPREAD_TRIANGULAR, .lo = 2, .mode = 4, .hi = 8 };
	add_input(model, VAR_UNCERTAINTY, "labour_weight", "", 0.325, 0.975, 0.65);
	model_add(model, VAR_OUTCOME, "profit");
	return model;
}

static void test_map(void **state)
{
	(void)state;
	struct settings *s = settings_new();
	double value = 7;

	assert_int_equal(settings_count(s), 0);
	assert_false(settings_get(s, "a", &value));
	assert_true(value == 7);
	assert_int_equal(settings_set(s, "m", 1), 0);
	assert_int_equal(settings_set(s, "z", 2), 0);
	assert_int_equal(settings_set(s, "a", 3), 0);
	assert_int_equal(settings_set(s, "m", 4), 0);
	assert_int_equal(settings_count(s), 3);
	assert_string_equal(settings_id(s, 0), "a");
	assert_string_equal(settings_id(s, 1), "m");
	assert_string_equal(settings_id(s, 2), "z");
	assert_true(settings_value(s, 1) == 4);
	assert_true(settings_get(s, "z", &value));
	assert_true(value == 2);
	assert_true(settings_unset(s, "m"));
	assert_false(settings_unset(s, "m"));
	assert_false(settings_get(s, "m", NULL));
	assert_string_equal(settings_id(s, 1), "z");
	settings_clear(s);
	assert_int_equal(settings_count(s), 0);
	settings_free(s);
	settings_free(NULL);
}

static void test_refused_by_the_map(void **state)
{
	(void)state;
	struct settings *s = settings_new();
	char id[SETTINGS_ID_MAX + 2];

	assert_int_equal(settings_set(s, "a", NAN), -1);
	assert_int_equal(settings_set(s, "a", INFINITY), -1);
	assert_int_equal(settings_set(s, "", 1), -1);
	assert_int_equal(settings_set(s, "a\nb", 1), -1);
	assert_int_equal(settings_set(s, "a\x1b[2J", 1), -1);
	memset(id, 'x', sizeof id);
	id[SETTINGS_ID_MAX + 1] = '\0';
	assert_int_equal(settings_set(s, id, 1), -1);
	id[SETTINGS_ID_MAX] = '\0';
	assert_int_equal(settings_set(s, id, 1), 0);
	for (int i = 1; i < SETTINGS_MAX; i++) {
		snprintf(id, sizeof id, "id_%d", i);
		assert_int_equal(settings_set(s, id, i), 0);
	}
	assert_int_equal(settings_set(s, "one_more", 1), -1);
	assert_int_equal(settings_count(s), SETTINGS_MAX);
	assert_int_equal(settings_set(s, "id_5", 6), 0);
	for (size_t i = 1; i < settings_count(s); i++)
		assert_true(strcmp(settings_id(s, i - 1), settings_id(s, i)) < 0);
	settings_free(s);
}

static void test_copy_and_equal(void **state)
{
	(void)state;
	struct settings *a = settings_new(), *b = settings_new(), *copy;

	settings_set(a, "x", 1);
	settings_set(a, "y", -0.0);
	settings_set(b, "y", 0);
	assert_false(settings_equal(a, b));
	settings_set(b, "x", 1);
	assert_true(settings_equal(a, b));
	assert_false(signbit(settings_value(a, 1)));
	copy = settings_copy(a);
	assert_true(settings_equal(a, copy));
	settings_set(copy, "x", 2);
	assert_false(settings_equal(a, copy));
	settings_set(copy, "x", 1);
	settings_unset(copy, "y");
	settings_set(copy, "yy", 0);
	assert_false(settings_equal(a, copy));
	settings_free(a);
	settings_free(b);
	settings_free(copy);
}

static void check_refused(const struct model *model, const char *id, double value, const char *text)
{
	struct err err = { "" };

	assert_int_equal(settings_check(model, id, value, &err), -1);
	assert_string_equal(err.text, text);
}

static void test_check(void **state)
{
	(void)state;
	struct model *model = new_model();

	assert_int_equal(settings_check(model, "public_share", 0, NULL), 0);
	assert_int_equal(settings_check(model, "public_share", 1, NULL), 0);
	assert_int_equal(settings_check(model, "public_share", 0.123456789, NULL), 0);
	assert_int_equal(settings_check(model, "trust_time", 8, NULL), 0);
	assert_int_equal(settings_check(model, "spinoff", 1, NULL), 0);
	check_refused(model, "gpu_target", 200001,
		"`gpu_target` can't be 200,001 GPUs; it must lie between 0 GPUs and 200,000 GPUs; the nearest is 200,000 GPUs");
	check_refused(model, "gpu_target", -1,
		"`gpu_target` can't be -1 GPU; it must lie between 0 GPUs and 200,000 GPUs; the nearest is 0 GPUs");
	check_refused(model, "labour_weight", 0.3,
		"`labour_weight` can't be 0.3; it must lie between 0.325 and 0.975; the nearest is 0.325");
	check_refused(model, "spinoff", 0.5, "`spinoff` can't be 0.5; it is a switch: 0 (off) or 1 (on)");
	check_refused(model, "gpu_tarGet", 1, "there is no lever or uncertainty `gpu_tarGet`; did you mean `gpu_target`?");
	check_refused(model, "profit", 1, "`profit` can't be set: it is of the kind outcome; levers and uncertainties can");
	check_refused(model, "something else", 1,
		"there is no lever or uncertainty `something else`; `publicstake list levers` names them");
	assert_int_equal(settings_check(model, "public_share", NAN, NULL), -1);
	assert_int_equal(settings_check(model, "public_share", INFINITY, NULL), -1);
	model_free(model);
}

static void test_control_characters_are_not_passed_on(void **state)
{
	(void)state;
	struct model *model = new_model();
	struct err err;

	assert_int_equal(settings_check(model, "a\x1b[2Jb", 1, &err), -1);
	assert_null(strchr(err.text, '\x1b'));
	model_free(model);
}

static void test_nearest(void **state)
{
	(void)state;
	struct model *model = new_model();

	assert_true(settings_nearest(model, SHARE, -3) == 0);
	assert_true(settings_nearest(model, SHARE, 0.3) == 0.3);
	assert_true(settings_nearest(model, SHARE, INFINITY) == 1);
	assert_true(settings_nearest(model, SHARE, NAN) == 0.5);
	assert_true(settings_nearest(model, SPINOFF, 0.6) == 1);
	assert_true(settings_nearest(model, SPINOFF, 7) == 1);
	assert_true(settings_nearest(model, SPINOFF, 0.4) == 0);
	model_free(model);
}

/* A lever back at its default is no setting; an uncertainty at its default is held there. */
static void test_put(void **state)
{
	(void)state;
	struct model *model = new_model();
	struct settings *s = settings_new();

	assert_int_equal(settings_put(s, model, "public_share", 0.7, NULL), 0);
	assert_int_equal(settings_count(s), 1);
	assert_int_equal(settings_put(s, model, "public_share", 1.7, NULL), -1);
	assert_true(settings_value(s, 0) == 0.7);
	assert_int_equal(settings_put(s, model, "public_share", 0.5, NULL), 0);
	assert_int_equal(settings_count(s), 0);
	assert_int_equal(settings_put(s, model, "trust_time", 4, NULL), 0);
	assert_int_equal(settings_count(s), 1);
	assert_int_equal(settings_put(s, model, "labour_weight", 0.65, NULL), 0);
	assert_int_equal(settings_count(s), 1);
	settings_free(s);
	model_free(model);
}

static void test_tidy(void **state)
{
	(void)state;
	struct model *model = new_model();
	struct settings *s = settings_new();

	settings_set(s, "public_share", 0.5);
	settings_set(s, "gpu_target", 1);
	settings_set(s, "labour_weight", 0.65);
	settings_set(s, "trust_time", 4);
	settings_set(s, "unknown", 1);
	settings_tidy(s, model);
	assert_int_equal(settings_count(s), 3);
	assert_true(settings_get(s, "gpu_target", NULL));
	assert_true(settings_get(s, "trust_time", NULL));
	assert_true(settings_get(s, "unknown", NULL));
	settings_free(s);
	model_free(model);
}

static void test_assign(void **state)
{
	(void)state;
	struct model *model = new_model();
	struct settings *s = settings_new();
	double value;
	struct err err;

	assert_int_equal(settings_assign(s, model, "public_share=35%", &err), 0);
	assert_true(settings_get(s, "public_share", &value));
	assert_true(value == 0.35);
	assert_int_equal(settings_assign(s, model, "gpu_target=5만", &err), 0);
	assert_true(settings_get(s, "gpu_target", &value));
	assert_true(value == 50000);
	assert_int_equal(settings_assign(s, model, "spinoff=on", &err), 0);
	assert_true(settings_get(s, "spinoff", &value));
	assert_true(value == 1);
	assert_int_equal(settings_assign(s, model, "public_share", &err), -1);
	assert_string_equal(err.text, "`public_share` is not a setting; write ID=VALUE");
	assert_int_equal(settings_assign(s, model, "=3", &err), -1);
	assert_int_equal(settings_assign(s, model, "public_share=", &err), -1);
	assert_int_equal(settings_assign(s, model, "public_share=many", &err), -1);
	assert_int_equal(strncmp(err.text, "public_share: ", 14), 0);
	assert_int_equal(settings_assign(s, model, "profit=1", &err), -1);
	assert_int_equal(settings_assign(s, model, "public_shore=1", &err), -1);
	assert_non_null(strstr(err.text, "did you mean `public_share`?"));
	assert_int_equal(settings_assign(s, model, "public_share=2", &err), -1);
	assert_non_null(strstr(err.text, "the nearest is 1"));
	assert_int_equal(settings_count(s), 3);
	settings_free(s);
	model_free(model);
}

static void test_apply(void **state)
{
	(void)state;
	struct model *model = new_model();
	struct settings *s = settings_new();
	struct diags diags = DIAGS_INIT;
	double values[VARIABLES], *defaults = model_defaults(model);
	bool is_set[VARIABLES];

	assert_int_equal(settings_apply(s, model, values, is_set, &diags), 0);
	for (int i = 0; i < VARIABLES; i++) {
		assert_true(values[i] == defaults[i] || (isnan(values[i]) && isnan(defaults[i])));
		assert_false(is_set[i]);
	}
	settings_set(s, "gpu_target", 1000);
	settings_set(s, "trust_time", 4);
	settings_set(s, "public_share", 2);
	settings_set(s, "public_sharee", 1);
	assert_int_equal(settings_apply(s, model, values, is_set, &diags), 2);
	assert_true(values[TARGET] == 1000 && is_set[TARGET]);
	assert_true(values[TRUST] == 4 && is_set[TRUST]);
	assert_true(values[SHARE] == 0.5 && !is_set[SHARE]);
	assert_true(isnan(values[PROFIT]) && !is_set[PROFIT]);
	assert_int_equal(diags.count, 2);
	assert_non_null(strstr(diags.items[0].text, "the nearest is 1"));
	assert_non_null(strstr(diags.items[1].text, "did you mean `public_share`?"));
	assert_int_equal(settings_count(s), 4);
	assert_int_equal(settings_apply(s, model, values, is_set, NULL), 2);
	diags_release(&diags);
	free(defaults);
	settings_free(s);
	model_free(model);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_map),
		cmocka_unit_test(test_refused_by_the_map),
		cmocka_unit_test(test_copy_and_equal),
		cmocka_unit_test(test_check),
		cmocka_unit_test(test_control_characters_are_not_passed_on),
		cmocka_unit_test(test_nearest),
		cmocka_unit_test(test_put),
		cmocka_unit_test(test_tidy),
		cmocka_unit_test(test_assign),
		cmocka_unit_test(test_apply),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
