/* SPDX-License-Identifier: MIT
 *
 * Any text as rules: loaded, traced and proved, and, where they are rules, run by the tape and by the reference engine,
 * which must give the same.  A line `--8<--` parts a first file of rules, a second one and a data file.  Configured for
 * fuzzing the budgets are small (rules/host.h); a model of many steps is not run.
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/file.h"
#include "fuzz.h"
#include "model/ensemble.h"
#include "model/model.h"
#include "model/tape.h"
#include "rules/rules.h"

#define PART "\n--8<--\n"

enum { STEPS_MAX = 200 };

static const char *const parts[] = { "rules/a.lua", "rules/b.lua", "data/d.csv" };

static void write_parts(const char *text, size_t length)
{
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		const char *end = i + 1 < ARRAY_LEN(parts) ? memmem(text, length, PART, strlen(PART)) : NULL;
		const size_t n = end ? (size_t)(end - text) : length, skip = end ? n + strlen(PART) : length;

		if (n) {
			fuzz_write(parts[i], text, n);
		} else {
			char *path = file_join(fuzz_folder(), parts[i]);

			unlink(path);
			free(path);
		}
		text += skip;
		length -= skip;
	}
}

static struct rules *load(struct diags *diags)
{
	char *rule_dir = file_join(fuzz_folder(), "rules"), *data_dir = file_join(fuzz_folder(), "data");
	const char *const rule_dirs[] = { rule_dir }, *const data_dirs[] = { data_dir };
	const struct rules_spec spec = {
		.rule_dirs = rule_dirs, .rule_dir_count = 1, .data_dirs = data_dirs, .data_dir_count = 1,
	};
	struct rules *rules = rules_load(&spec, diags);

	free(rule_dir);
	free(data_dir);
	return rules;
}

static void require_mistakes(const struct diags *diags)
{
	fuzz_require(diags->count > 0, "what is no rules has a mistake");
	for (size_t i = 0; i < diags->count; i++)
		fuzz_require(*diags->items[i].text != '\0', "a mistake is named");
}

static void require_texts(const struct rules *rules)
{
	const struct model *model = rules_model(rules);

	for (size_t i = 0; i < model_count(model); i++) {
		const struct variable *v = model_variable(model, (int)i);
		char *source = rules_source(rules, (int)i);

		for (int lang = 0; lang < LANG_COUNT; lang++) {
			fuzz_require_clean(text_in(&v->label, (enum lang)lang), "a label is fit to be shown");
			fuzz_require_clean(text_in(&v->help, (enum lang)lang), "a help text is fit to be shown");
		}
		fuzz_require_clean(v->unit, "a unit is fit to be shown");
		free(source);
	}
}

/* The power function comes from another library on each side; what a model makes of the last bit is its own affair. */
static bool agrees(double a, double b)
{
	return a == b || (isnan(a) && isnan(b)) || fabs(a - b) <= 1e-6 * fmax(fabs(a), fabs(b));
}

/* Where values are not finite, or too large for sums of them to be, the order of operations may show. */
static bool is_tame(const double *values, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!(fabs(values[i]) < 1e100))
			return false;
	return true;
}

static void compare(struct rules *rules, const struct ensemble *ensemble, const int *order, size_t count)
{
	const size_t records = (size_t)model_time(rules_model(rules))->steps + 1;
	double *defaults = model_defaults(rules_model(rules)), *reference = xcalloc(records * count, sizeof *reference);
	struct err err;

	if (rules_run_lua(rules, defaults, order, count, reference, NULL, 0, NULL, &err) == 0) {
		for (size_t i = 0; i < count; i++) {
			const double *tape = ensemble_central(ensemble, i);

			for (size_t record = 0; record < records && is_tame(reference, record * count + count); record++)
				if (!agrees(tape[record], reference[record * count + i])) {
					fprintf(stderr, "%s, step %zu: %.17g, %.17g\n", model_variable(rules_model(rules), order[i])->id, record,
						tape[record], reference[record * count + i]);
					fuzz_require(false, "tape and reference give the same");
				}
		}
	} else {
		fuzz_require_clean(err.text, "the error is fit to be shown");
	}
	free(reference);
	free(defaults);
}

static void run(struct rules *rules)
{
	const struct model *model = rules_model(rules);
	size_t count;
	const int *order = model_order(model, &count);
	const struct tape_spec tape_spec = { .model = model, .wanted = order, .wanted_count = count };
	struct tape *tape = tape_new(&tape_spec, NULL);
	double *defaults = model_defaults(model);
	const struct ensemble_spec spec = {
		.tape = tape, .values = defaults, .isa = isa_best(),
		.records = { .every = 1, .count = model_time(model)->steps + 1 },
	};
	struct ensemble *ensemble = tape ? ensemble_new(&spec) : NULL;

	if (ensemble)
		compare(rules, ensemble, order, count);
	ensemble_free(ensemble);
	tape_free(tape);
	free(defaults);
}

static void make_folders(void)
{
	static bool made;
	char *rules = file_join(fuzz_folder(), "rules"), *data = file_join(fuzz_folder(), "data");

	if (!made)
		fuzz_require(file_make_folders(rules, NULL) == 0 && file_make_folders(data, NULL) == 0, "folders can be made");
	made = true;
	free(rules);
	free(data);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct diags diags = DIAGS_INIT;
	struct rules *rules;

	make_folders();
	write_parts(length ? (const char *)bytes : "", length);
	rules = load(&diags);
	if (!rules) {
		require_mistakes(&diags);
	} else {
		require_texts(rules);
		if (model_time(rules_model(rules))->steps <= STEPS_MAX)
			run(rules);
	}
	rules_free(rules);
	diags_release(&diags);
	return 0;
}
