/* SPDX-License-Identifier: MIT
 *
 * publicstake list: what there is, by kind.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "data/series.h"
#include "model/model.h"
#include "rules/functions.h"
#include "scenario/shelf.h"

const struct option_row list_options[] = {
	OUTPUT_OPTIONS,
	{ 0, NULL, NULL, NULL },
};

/* One kind of list: its name, columns, and how its rows are written. */
struct list_kind {
	const char *name;
	const struct listing_column *columns;
	size_t column_count;
	bool (*has)(const struct variable *v);
	void (*row)(struct listing *listing, const struct model *model, const struct variable *v, enum lang lang);
};

static const char *basis_name(enum basis basis)
{
	static const char *const names[] = { "", "published", "estimate", "definition" };

	return names[basis];
}

static bool is_lever(const struct variable *v) { return v->kind == VAR_LEVER; }
static bool is_uncertainty(const struct variable *v) { return v->kind == VAR_UNCERTAINTY; }
static bool is_outcome(const struct variable *v) { return v->is_outcome; }
static bool is_summary(const struct variable *v) { return v->kind == VAR_SUMMARY; }
static bool is_series(const struct variable *v) { return v->kind == VAR_SERIES; }
static bool is_check(const struct variable *v) { return v->kind == VAR_CHECK; }
static bool is_any(const struct variable *v) { return v->kind != VAR_CHECK; }

static void put_name(struct listing *l, const struct variable *v, enum lang lang)
{
	listing_text(l, v->id);
	listing_text(l, text_in(&v->label, lang));
}

static void put_range(struct listing *l, const struct variable *v)
{
	listing_number(l, v->value);
	listing_number(l, v->lo);
	listing_number(l, v->hi);
	listing_number(l, v->step);
	listing_text(l, v->unit);
}

static const struct listing_column lever_columns[] = {
	{ .name = "id" }, { .name = "label" }, { .name = "group" }, { .name = "default", .is_number = true },
	{ .name = "lowest", .is_number = true }, { .name = "highest", .is_number = true }, { .name = "step", .is_number = true },
	{ .name = "unit" }, { .name = "basis" },
};

static void lever_row(struct listing *l, const struct model *model, const struct variable *v, enum lang lang)
{
	(void)model;
	put_name(l, v, lang);
	listing_text(l, v->group);
	put_range(l, v);
	listing_text(l, basis_name(v->basis));
}

static const struct listing_column uncertainty_columns[] = {
	{ .name = "id" }, { .name = "label" }, { .name = "group" }, { .name = "spread" }, { .name = "spread_lo", .is_number = true },
	{ .name = "spread_hi", .is_number = true }, { .name = "default", .is_number = true }, { .name = "lowest", .is_number = true },
	{ .name = "highest", .is_number = true }, { .name = "step", .is_number = true }, { .name = "unit" }, { .name = "basis" },
};

static void uncertainty_row(struct listing *l, const struct model *model, const struct variable *v, enum lang lang)
{
	const bool drawn = var_is_drawn(v);

	(void)model;
	put_name(l, v, lang);
	listing_text(l, v->group);
	listing_text(l, spread_name(v->spread.kind));
	listing_number(l, drawn ? v->spread.lo : NAN);
	listing_number(l, drawn ? v->spread.hi : NAN);
	put_range(l, v);
	listing_text(l, basis_name(v->basis));
}

static const struct listing_column outcome_columns[] = {
	{ .name = "id" }, { .name = "label" }, { .name = "group" }, { .name = "unit" }, { .name = "headline", .is_number = true },
	{ .name = "file" }, { .name = "line", .is_number = true },
};

static void outcome_row(struct listing *l, const struct model *model, const struct variable *v, enum lang lang)
{
	const struct place *place = v->equation.line ? &v->equation : &v->declared;

	(void)model;
	put_name(l, v, lang);
	listing_text(l, v->group);
	listing_text(l, v->unit);
	listing_number(l, v->headline ? (double)v->headline : NAN);
	listing_text(l, place->file);
	listing_number(l, place->line);
}

static const struct listing_column summary_columns[] = {
	{ .name = "id" }, { .name = "label" }, { .name = "what" }, { .name = "unit" }, { .name = "headline", .is_number = true },
	{ .name = "file" }, { .name = "line", .is_number = true },
};

static void summary_row(struct listing *l, const struct model *model, const struct variable *v, enum lang lang)
{
	(void)model;
	put_name(l, v, lang);
	listing_text(l, summary_name(v->summary));
	listing_text(l, v->unit);
	listing_number(l, v->headline ? (double)v->headline : NAN);
	listing_text(l, v->declared.file);
	listing_number(l, v->declared.line);
}

static const struct listing_column series_columns[] = {
	{ .name = "id" }, { .name = "label" }, { .name = "unit" }, { .name = "points", .is_number = true },
	{ .name = "from", .is_number = true }, { .name = "to", .is_number = true }, { .name = "basis" }, { .name = "source" },
};

static void series_row(struct listing *l, const struct model *model, const struct variable *v, enum lang lang)
{
	const struct series *series = model_table(model, v->table);
	const size_t count = series_count(series);

	put_name(l, v, lang);
	listing_text(l, v->unit);
	listing_number(l, (double)count);
	listing_number(l, series_x(series)[0]);
	listing_number(l, series_x(series)[count - 1]);
	listing_text(l, basis_name(v->basis));
	listing_text(l, v->source_count ? v->sources[0] : "");
}

static const struct listing_column check_columns[] = {
	{ .name = "check" }, { .name = "label" }, { .name = "runs", .is_number = true }, { .name = "file" }, { .name = "line", .is_number = true },
};

static void check_row(struct listing *l, const struct model *model, const struct variable *v, enum lang lang)
{
	(void)model;
	put_name(l, v, lang);
	listing_number(l, v->has_versus ? 2 : 1);
	listing_text(l, v->declared.file);
	listing_number(l, v->declared.line);
}

static const struct listing_column variable_columns[] = {
	{ .name = "id" }, { .name = "kind" }, { .name = "label" }, { .name = "unit" }, { .name = "basis" }, { .name = "file" },
	{ .name = "line", .is_number = true },
};

static void variable_row(struct listing *l, const struct model *model, const struct variable *v, enum lang lang)
{
	(void)model;
	listing_text(l, v->id);
	listing_text(l, var_kind_name(v->kind));
	listing_text(l, text_in(&v->label, lang));
	listing_text(l, v->unit);
	listing_text(l, basis_name(v->basis));
	listing_text(l, v->declared.file);
	listing_number(l, v->declared.line);
}

static const struct list_kind kinds[] = {
	{ "levers", lever_columns, ARRAY_LEN(lever_columns), is_lever, lever_row },
	{ "uncertainties", uncertainty_columns, ARRAY_LEN(uncertainty_columns), is_uncertainty, uncertainty_row },
	{ "outcomes", outcome_columns, ARRAY_LEN(outcome_columns), is_outcome, outcome_row },
	{ "summaries", summary_columns, ARRAY_LEN(summary_columns), is_summary, summary_row },
	{ "variables", variable_columns, ARRAY_LEN(variable_columns), is_any, variable_row },
	{ "series", series_columns, ARRAY_LEN(series_columns), is_series, series_row },
	{ "checks", check_columns, ARRAY_LEN(check_columns), is_check, check_row },
};

/* ---- lists that need no rules ---- */

static int list_scenarios(struct context *context, struct output *output)
{
	static const struct listing_column columns[] = {
		{ .name = "name" }, { .name = "title" }, { .name = "date" }, { .name = "whose" }, { .name = "description" },
	};
	struct shelf_list list = { NULL, 0, 0 };
	struct listing *l;
	struct err err;

	if (shelf_list(context->shelf, &list, &err)) {
		cmd_complain(err.text);
		return -1;
	}
	l = cmd_listing(context, output, FORMAT_TABLE, columns, ARRAY_LEN(columns));
	for (size_t i = 0; l && i < list.count; i++) {
		const struct shelf_item *item = &list.items[i];

		listing_text(l, item->name);
		listing_text(l, text_in(&item->title, context->lang));
		listing_text(l, item->date ? item->date : "");
		listing_text(l, item->read_only ? "shipped" : "own");
		listing_text(l, item->fault ? item->fault : text_in(&item->description, context->lang));
		listing_end_row(l);
	}
	if (l)
		listing_close(l);
	shelf_list_release(&list);
	return l ? 0 : -1;
}

static int list_functions(struct context *context, struct output *output)
{
	static const struct listing_column columns[] = { { .name = "name" }, { .name = "usage" },
		{ .name = "what it gives" }, { .name = "example" } };
	struct listing *l = cmd_listing(context, output, FORMAT_TABLE, columns, ARRAY_LEN(columns));
	size_t count;
	const struct library_function *functions = library_functions(&count);

	for (size_t i = 0; l && i < count; i++) {
		listing_text(l, functions[i].name);
		listing_text(l, functions[i].usage);
		listing_text(l, _(functions[i].help));
		listing_text(l, functions[i].example);
		listing_end_row(l);
	}
	if (l)
		listing_close(l);
	return l ? 0 : -1;
}

static int list_kind(struct context *context, struct output *output, const struct list_kind *kind, const struct model *model)
{
	struct listing *l = cmd_listing(context, output, FORMAT_TABLE, kind->columns, kind->column_count);

	for (size_t i = 0; l && i < model_count(model); i++) {
		if (!kind->has(model_variable(model, (int)i)))
			continue;
		kind->row(l, model, model_variable(model, (int)i), context->lang);
		listing_end_row(l);
	}
	if (l)
		listing_close(l);
	return l ? 0 : -1;
}

/* ---- the command ---- */

static const struct list_kind *find_kind(const char *name)
{
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (!strcmp(kinds[i].name, name))
			return &kinds[i];
	return NULL;
}

static int unknown_kind(const char *name)
{
	char *clean = text_quote(name ? name : "", name ? strlen(name) : 0, 40);
	struct text_guess guess = { .name = clean };
	char *message;

	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		text_guess_offer(&guess, kinds[i].name);
	text_guess_offer(&guess, "scenarios");
	text_guess_offer(&guess, "functions");
	message = !name ? xstrdup(_("list what? levers, uncertainties, outcomes, summaries, variables, series, checks, scenarios or functions"))
	          : guess.best ? xasprintf(_("there is no list of `%s`; did you mean `%s`?"), clean, guess.best)
	                       : xasprintf(_("there is no list of `%s`; publicstake list --help names them"), clean);
	cmd_complain(message);
	free(message);
	free(clean);
	return STATUS_BAD_INPUT;
}

static int finish(struct output *output, int failed)
{
	if (!failed)
		return output_close(output);
	output_discard(output);
	return STATUS_BAD_INPUT;
}

int cmd_list(struct context *context)
{
	const char *name = context->options.rest_count == 1 ? context->options.rest[0] : NULL;
	const struct list_kind *kind = name ? find_kind(name) : NULL;
	const bool scenarios = name && !strcmp(name, "scenarios"), functions = name && !strcmp(name, "functions");
	struct rules *rules = NULL;
	struct output *output;
	int status;

	if (!kind && !scenarios && !functions)
		return unknown_kind(name);
	if (kind)
		rules = cmd_load_rules(context);
	if (kind && !rules)
		return STATUS_BAD_RULES;
	output = output_open(context);
	status = !output     ? STATUS_BAD_INPUT
	         : scenarios ? finish(output, list_scenarios(context, output))
	         : functions ? finish(output, list_functions(context, output))
	                     : finish(output, list_kind(context, output, kind, rules_model(rules)));
	rules_free(rules);
	return status;
}
