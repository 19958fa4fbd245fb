/* SPDX-License-Identifier: MIT
 *
 * Any bytes as a scenario file: what is read is written and read again, and must be the same scenario; its texts are fit
 * to be shown; a model takes what it can of it.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/diags.h"
#include "base/err.h"
#include "fuzz.h"
#include "model/model.h"
#include "scenario/scenario.h"
#include "scenario/settings.h"

static void add_input(struct model *model, enum var_kind kind, const char *id, const char *unit, double lo, double hi,
	double value)
{
	struct variable *v = model_edit(model, model_add(model, kind, id));

	free(v->unit);
	v->unit = xstrdup(unit);
	v->lo = lo;
	v->hi = hi;
	v->value = value;
	v->is_switch = !strcmp(unit, "off/on");
}

static struct model *new_model(void)
{
	struct model *model = model_new();

	add_input(model, VAR_LEVER, "share", "share of equity", 0, 1, 0.5);
	add_input(model, VAR_LEVER, "gpu", "GPU", 0, 200000, 52000);
	add_input(model, VAR_LEVER, "on", "off/on", 0, 1, 0);
	add_input(model, VAR_UNCERTAINTY, "time", "year", 2, 8, 4);
	model_add(model, VAR_OUTCOME, "profit");
	return model;
}

static void require_equal(const char *a, const char *b)
{
	a = a ? a : "";
	b = b ? b : "";
	fuzz_require_same(a, strlen(a), b, strlen(b), "a scenario's text reads back");
	fuzz_require_clean(a, "a scenario's text is fit to be shown");
}

static void require_same_scenario(const struct scenario *a, const struct scenario *b)
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		require_equal(a->title.in[lang], b->title.in[lang]);
		require_equal(a->description.in[lang], b->description.in[lang]);
	}
	require_equal(a->date, b->date);
	require_equal(a->rules, b->rules);
	require_equal(a->data, b->data);
	fuzz_require(settings_equal(a->settings, b->settings), "settings read back");
	fuzz_require(a->row_count == b->row_count, "rows read back");
	for (size_t i = 0; i < a->row_count; i++) {
		require_equal(a->rows[i].id, b->rows[i].id);
		require_equal(a->rows[i].note, b->rows[i].note);
	}
	fuzz_require(a->comment_count == b->comment_count, "comments read back");
	for (size_t i = 0; i < a->comment_count; i++)
		require_equal(a->comments[i], b->comments[i]);
}

static void use(const struct scenario *scenario)
{
	struct model *model = new_model();
	struct diags diags = DIAGS_INIT;
	double *values = xcalloc(model_count(model), sizeof *values);
	bool *is_set = xcalloc(model_count(model), sizeof *is_set);

	scenario_warnings(scenario, model, &diags);
	for (size_t i = 0; i < diags.count; i++)
		fuzz_require_clean(diags.items[i].text, "a warning is fit to be shown");
	settings_apply(scenario->settings, model, values, is_set, NULL);
	for (size_t i = 0; i < model_count(model); i++) {
		const struct variable *v = model_variable(model, (int)i);

		fuzz_require(!var_is_input(v->kind) || (values[i] >= v->lo && values[i] <= v->hi), "a value is in its range");
	}
	free(values);
	free(is_set);
	diags_release(&diags);
	model_free(model);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct err err;
	struct scenario *first = scenario_parse("input.csv", (const char *)bytes, length, &err), *second;
	size_t written;
	char *text;

	if (!first) {
		fuzz_require_clean(err.text, "the error is fit to be shown");
		return 0;
	}
	text = scenario_format(first, &written);
	second = scenario_parse("written.csv", text, written, &err);
	fuzz_require(second != NULL, second ? "" : err.text);
	require_same_scenario(first, second);
	use(first);
	free(text);
	scenario_free(first);
	scenario_free(second);
	return 0;
}
