/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/desk.h"

#include <limits.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/manual.h"
#include "base/number.h"
#include "base/unit.h"
#include "model/model.h"
#include "scenario/history.h"
#include "scenario/scenario.h"
#include "scenario/session.h"
#include "scenario/settings.h"
#include "scenario/shelf.h"
#include "ui/doc.h"
#include "ui/tour.h"

/* ---- the lists that a model gives ---- */

static double group_order(const struct model *model, const char *id)
{
	const struct group *group = model_find_group(model, id);

	return group ? group->order : INFINITY;
}

struct sort_key {
	int class;          /* levers 0, drawn 1, fixed 2 */
	double order;
	const char *group;
	int variable;
};

static int compare_keys(const void *a, const void *b)
{
	const struct sort_key *x = a, *y = b;
	int groups;

	if (x->class != y->class)
		return x->class < y->class ? -1 : 1;
	if (x->order < y->order || x->order > y->order)
		return x->order < y->order ? -1 : 1;
	groups = strcmp(x->group, y->group);
	return groups ? groups : x->variable < y->variable ? -1 : 1;
}

static void add_row(struct rows *rows, size_t *cap, struct row row)
{
	rows->items = xgrow(rows->items, rows->count, cap, sizeof(*rows->items));
	rows->items[rows->count++] = row;
}

/* Headings: one a group; one for all constants together. */
static void list_rows(struct rows *rows, const struct sort_key *keys, size_t count)
{
	size_t cap = 0;

	for (size_t i = 0; i < count; i++) {
		const bool fixed = keys[i].class == 2;
		const bool first = i == 0 || keys[i].class != keys[i - 1].class || (!fixed && strcmp(keys[i].group,
			keys[i - 1].group));

		if (first)
			add_row(rows, &cap, (struct row){ .variable = -1, .group = keys[i].group, .is_fixed = fixed });
		add_row(rows, &cap, (struct row){ .variable = keys[i].variable, .group = keys[i].group, .is_fixed = fixed });
	}
}

static size_t keys_of(const struct model *model, bool (*wanted)(const struct variable *), struct sort_key *keys)
{
	size_t count = 0;

	for (size_t i = 0; i < model_count(model); i++) {
		const struct variable *variable = model_variable(model, (int)i);

		if (wanted(variable))
			keys[count++] = (struct sort_key){
				variable->kind == VAR_UNCERTAINTY && !var_is_drawn(variable) ? 2 : 1,
				group_order(model, variable->group), variable->group, (int)i,
			};
	}
	qsort(keys, count, sizeof(*keys), compare_keys);
	return count;
}

static bool is_lever(const struct variable *variable)
{
	return variable->kind == VAR_LEVER;
}

static bool is_uncertainty(const struct variable *variable)
{
	return variable->kind == VAR_UNCERTAINTY;
}

static bool is_charted(const struct variable *variable)
{
	return variable->is_outcome && var_is_over_time(variable->kind);
}

static void list_headlines(struct desk *desk)
{
	struct sort_key *keys = xcalloc(model_count(desk->model), sizeof(*keys));
	size_t count = 0;

	for (size_t i = 0; i < model_count(desk->model); i++)
		if (model_variable(desk->model, (int)i)->headline > 0)
			keys[count++] = (struct sort_key){ 0, model_variable(desk->model, (int)i)->headline, "", (int)i };
	qsort(keys, count, sizeof(*keys), compare_keys);
	desk->headlines = xcalloc(count, sizeof(int));
	desk->headline_count = count;
	for (size_t i = 0; i < count; i++)
		desk->headlines[i] = keys[i].variable;
	free(keys);
}

static void list_all(struct desk *desk)
{
	struct sort_key *keys = xcalloc(model_count(desk->model), sizeof(*keys));
	size_t count = keys_of(desk->model, is_lever, keys);

	list_rows(&desk->levers, keys, count);
	count = keys_of(desk->model, is_uncertainty, keys);
	list_rows(&desk->uncertainties, keys, count);
	desk->outcome_count = keys_of(desk->model, is_charted, keys);
	desk->outcomes = xcalloc(desk->outcome_count, sizeof(int));
	for (size_t i = 0; i < desk->outcome_count; i++)
		desk->outcomes[i] = keys[i].variable;
	free(keys);
	list_headlines(desk);
}

static void free_lists(struct desk *desk)
{
	free(desk->levers.items);
	free(desk->uncertainties.items);
	free(desk->headlines);
	free(desk->outcomes);
	desk->levers = desk->uncertainties = (struct rows){ NULL, 0 };
}

/* ---- the model ---- */

static void set_id(char **id, const char *value)
{
	char *copy = value ? xstrdup(value) : NULL;

	free(*id);
	*id = copy;
}

static const char *first_id(const struct desk *desk, const struct rows *rows)
{
	for (size_t i = 0; i < rows->count; i++)
		if (rows->items[i].variable >= 0)
			return model_variable(desk->model, rows->items[i].variable)->id;
	return NULL;
}

static bool is_input_id(const struct desk *desk, const char *id, enum var_kind kind)
{
	const int variable = id ? model_find(desk->model, id) : -1;

	return variable >= 0 && model_variable(desk->model, variable)->kind == kind;
}

/* The n-th outcome over time of the headline strip; any outcome where there are not so many. */
static int default_outcome(const struct desk *desk, int n)
{
	for (size_t i = 0; i < desk->headline_count; i++)
		if (is_charted(model_variable(desk->model, desk->headlines[i])) && n-- == 0)
			return desk->headlines[i];
	return desk->outcome_count ? desk->outcomes[(size_t)n % desk->outcome_count] : -1;
}

/* Whatever the cursor stood on and is gone is replaced by something that is there. */
static void mend_cursor(struct desk *desk)
{
	if (!is_input_id(desk, desk->lever, VAR_LEVER))
		set_id(&desk->lever, first_id(desk, &desk->levers));
	if (!is_input_id(desk, desk->uncertainty, VAR_UNCERTAINTY))
		set_id(&desk->uncertainty, first_id(desk, &desk->uncertainties));
	if (desk->headline >= desk->headline_count)
		desk->headline = 0;
	for (int i = 0; i < CHARTS_MAX; i++) {
		const int now = desk_chart_variable(desk, i), other = default_outcome(desk, i);

		if (now < 0)
			set_id(&desk->chart_outcome[i], other >= 0 ? model_variable(desk->model, other)->id : NULL);
		desk->axis[i] = axis_no_range();
	}
	while (desk->trail_count && model_find(desk->model, desk->trail[desk->trail_count - 1]) < 0)
		free(desk->trail[--desk->trail_count]);
	if (desk->view == VIEW_EXPLAIN && !desk->trail_count)
		desk->view = VIEW_CHARTS;
}

static void start_runner(struct desk *desk)
{
	const struct runner_spec spec = {
		.model = desk->model, .worlds = desk->worlds, .seed = 1, .threads = desk->threads,
	};

	desk->runner = runner_new(&spec);
}

void desk_set_model(struct desk *desk, const struct model *model)
{
	const double year = desk->runner ? desk_year(desk) : NAN;
	struct runner *old = desk->runner;

	free_lists(desk);
	desk->model = model;
	list_all(desk);
	mend_cursor(desk);
	start_runner(desk);
	runner_free(old);
	desk->record = isnan(year) ? runner_records(desk->runner) / 2 : runner_record_near(desk->runner, year);
	desk_run(desk);
}

struct desk *desk_new(const struct desk_spec *spec)
{
	struct desk *desk = xcalloc(1, sizeof(*desk));

	desk->book = spec->book;
	desk->shelf = spec->shelf;
	desk->session = spec->session;
	desk->keymap = spec->keymap;
	desk->manual_folder = spec->manual_folder;
	desk->lang = spec->lang;
	desk->theme = spec->theme;
	desk->glyphs = spec->glyphs;
	desk->shade = spec->shade;
	desk->utf8 = lang_is_utf8();
	desk->worlds = spec->worlds ? spec->worlds : 1000;
	desk->threads = spec->threads;
	desk->settings = settings_new();
	desk->scenario = scenario_new("");
	desk->chart_count = 1;
	desk->mouse = true;
	desk_set_model(desk, spec->model);
	return desk;
}

static void free_pin_titles(struct pin *pin)
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		free(pin->title[lang]);
		pin->title[lang] = NULL;
	}
}

void desk_free(struct desk *desk)
{
	if (!desk)
		return;
	runner_free(desk->runner);
	free_lists(desk);
	settings_free(desk->settings);
	scenario_free(desk->scenario);
	settings_free(desk->compared);
	free(desk->compared_name);
	for (int i = 0; i < PINS_MAX; i++) {
		free_pin_titles(&desk->pins[i]);
		free(desk->pins[i].name);
		settings_free(desk->pins[i].settings);
	}
	for (int i = 0; i < CHARTS_MAX; i++)
		free(desk->chart_outcome[i]);
	for (int i = 0; i < desk->trail_count; i++)
		free(desk->trail[i]);
	free(desk->lever);
	free(desk->uncertainty);
	free(desk->search);
	free(desk->message);
	diags_release(&desk->notices);
	doc_free(desk->changes);
	tour_free(desk->tour);
	desk_ask(desk, NULL, NULL, NULL, false);
	free(desk->outside.path);
	manual_close(desk->manual);
	free(desk->screen_file);
	free(desk);
}

/* ---- running ---- */

static void run_shot(struct desk *desk, enum shot shot, const struct settings *settings, bool levers, bool assumptions)
{
	const struct model *model = desk->model;
	double *values = xcalloc(model_count(model), sizeof(*values));
	bool *is_set = xcalloc(model_count(model), sizeof(*is_set));
	struct settings *part = settings_copy(settings);

	for (size_t i = settings_count(part); i-- > 0;) {
		const int variable = model_find(model, settings_id(part, i));
		const bool is_policy = variable >= 0 && model_variable(model, variable)->kind == VAR_LEVER;

		if (is_policy ? !levers : !assumptions)
			settings_unset(part, settings_id(part, i));
	}
	settings_apply(part, model, values, is_set, NULL);
	runner_set(desk->runner, shot, values, is_set);
	settings_free(part);
	free(values);
	free(is_set);
}

void desk_run(struct desk *desk)
{
	run_shot(desk, SHOT_CURRENT, desk->settings, true, true);
	if (desk->compare == COMPARE_SETTINGS)
		run_shot(desk, SHOT_COMPARED, desk->compared, true, true);
	else
		run_shot(desk, SHOT_COMPARED, desk->settings, false, desk->compare == COMPARE_POLICY);
	for (int i = 0; i < PINS_MAX; i++) {
		const enum shot shot = (enum shot)(SHOT_PIN1 + i);

		if (desk->pins[i].name)
			run_shot(desk, shot, desk->pins[i].settings, true, true);
		else if (runner_has(desk->runner, shot))
			runner_drop(desk->runner, shot);
	}
}

/* ---- changing ---- */

int desk_set(struct desk *desk, int variable, double value, struct err *err)
{
	return settings_put(desk->settings, desk->model, model_variable(desk->model, variable)->id, value, err);
}

void desk_reset(struct desk *desk, int variable)
{
	settings_unset(desk->settings, model_variable(desk->model, variable)->id);
}

void desk_replace(struct desk *desk, const struct settings *settings)
{
	struct settings *copy = settings_copy(settings);

	settings_free(desk->settings);
	desk->settings = copy;
}

void desk_note(struct desk *desk, const char *what, int move)
{
	const struct session_deed deed = { .text = what, .settings = desk->settings, .scenario = desk->scenario->name };

	desk->flipped = false;
	session_do(desk->session, &deed, move >= 0 ? model_variable(desk->model, move)->id : NULL);
}

void desk_end_gesture(struct desk *desk)
{
	desk->axis_held = false;
	session_end_gesture(desk->session);
}

static void recall_scenario(struct desk *desk, const char *name)
{
	struct scenario *scenario;

	if (!strcmp(name, desk->scenario->name))
		return;
	scenario = *name && desk->shelf ? shelf_load(desk->shelf, name, NULL) : NULL;
	scenario_free(desk->scenario);
	desk->scenario = scenario ? scenario : scenario_new(name);
}

void desk_recall(struct desk *desk)
{
	const struct history *history = session_history(desk->session);

	desk_replace(desk, history_settings(history));
	recall_scenario(desk, history_scenario(history));
	desk->axis_held = false;
}

void desk_ask(struct desk *desk, const char *label, const char *prefix, const char *initial, bool choose)
{
	set_id(&desk->ask.label, label);
	set_id(&desk->ask.prefix, prefix);
	set_id(&desk->ask.initial, initial);
	desk->ask.choose = choose;
}

void desk_say(struct desk *desk, enum tone tone, const char *fmt, ...)
{
	char text[ERR_TEXT_MAX];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	set_id(&desk->message, text);
	desk->tone = tone;
}

void desk_hush(struct desk *desk)
{
	set_id(&desk->message, NULL);
}

void desk_show(struct desk *desk, enum view view)
{
	if (view != desk->view)
		desk->view_before = desk->view;
	desk->view = view;
}

void desk_explain(struct desk *desk, int variable)
{
	const char *id = model_variable(desk->model, variable)->id;

	if (desk->view != VIEW_EXPLAIN)
		while (desk->trail_count)
			free(desk->trail[--desk->trail_count]);
	if (desk->trail_count && !strcmp(desk->trail[desk->trail_count - 1], id))
		return;
	if (desk->trail_count == EXPLAIN_DEPTH) {
		free(desk->trail[0]);
		memmove(desk->trail, desk->trail + 1, (EXPLAIN_DEPTH - 1) * sizeof(*desk->trail));
		desk->trail_count--;
	}
	if (desk->trail_count)
		desk->explain_line[desk->trail_count - 1] = desk->line[VIEW_EXPLAIN];
	desk->trail[desk->trail_count++] = xstrdup(id);
	desk->line[VIEW_EXPLAIN] = -1;
	desk->tops++;
	desk_show(desk, VIEW_EXPLAIN);
	desk->focus = FOCUS_VIEW;
}

void desk_set_chart(struct desk *desk, int chart, int variable)
{
	set_id(&desk->chart_outcome[chart], model_variable(desk->model, variable)->id);
	desk->axis[chart] = axis_no_range();
}

/* ---- how one looks, over restarts ---- */

static void keep_number(struct desk *desk, const char *key, int number)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", number);
	session_set_view(desk->session, key, text);
}

/* Settings under a name, as one line: the name and `id=value`, parted by tabs. NULL settings: there is nothing to
 * keep. */
static void keep_settings(struct desk *desk, const char *key, const char *name, const struct settings *settings)
{
	struct buf line = BUF_INIT;

	if (name && settings) {
		buf_add(&line, name);
		for (size_t i = 0; i < settings_count(settings); i++) {
			char number[NUMBER_TEXT_MAX];

			buf_addf(&line, "\t%s=%s", settings_id(settings, i), number_exact(settings_value(settings, i), number));
		}
	}
	session_set_view(desk->session, key, line.len ? buf_text(&line) : NULL);
	buf_release(&line);
}

/* The reverse: settings and `*name`, both the caller's; NULL if there are none. */
static struct settings *recall_settings(const struct desk *desk, const char *key, char **name)
{
	const char *line = session_view(desk->session, key);
	struct settings *settings;

	if (!line)
		return NULL;
	settings = settings_new();
	*name = xstrndup(line, strcspn(line, "\t"));
	for (line += strcspn(line, "\t"); *line == '\t'; line += strcspn(line, "\t")) {
		const size_t length = strcspn(++line, "=\t"), end = strcspn(line, "\t");
		char *id = xstrndup(line, length), *number = length < end ? xstrndup(line + length + 1, end - length - 1)
			: xstrdup("");
		double value;

		if (!number_parse(number, &value, NULL))
			settings_set(settings, id, value);
		free(id);
		free(number);
	}
	return settings;
}

void desk_keep_look(struct desk *desk)
{
	char key[24];

	session_set_view(desk->session, "lever", desk->lever);
	session_set_view(desk->session, "assumption", desk->uncertainty);
	keep_number(desk, "year", (int)lround(desk_year(desk)));
	keep_number(desk, "charts", desk->chart_count);
	keep_number(desk, "difference", desk->difference);
	for (int i = 0; i < CHARTS_MAX; i++) {
		snprintf(key, sizeof(key), "chart%d", i + 1);
		session_set_view(desk->session, key, desk->chart_outcome[i]);
	}
	keep_number(desk, "compare", desk->compare);
	keep_settings(desk, "compared", desk->compared_name, desk->compared);
	for (int i = 0; i < PINS_MAX; i++) {
		snprintf(key, sizeof(key), "pin%d", i + 1);
		keep_settings(desk, key, desk->pins[i].name, desk->pins[i].settings);
	}
}

static int recall_number(const struct desk *desk, const char *key, int fallback)
{
	const char *text = session_view(desk->session, key);

	return text ? number_whole(text, INT_MIN, INT_MAX) : fallback;
}

static void recall_pin(struct desk *desk, int i, const char *key)
{
	char *name;
	struct settings *settings = recall_settings(desk, key, &name);

	if (!settings)
		return;
	desk_pin(desk, i, name, settings);
	settings_free(settings);
	free(name);
}

static void recall_comparison(struct desk *desk)
{
	const int compare = recall_number(desk, "compare", COMPARE_BASELINE);
	char *name;
	struct settings *settings = recall_settings(desk, "compared", &name);

	if (settings) {
		settings_free(desk->compared);
		free(desk->compared_name);
		desk->compared = settings;
		desk->compared_name = name;
	}
	desk->compare = compare == COMPARE_POLICY || (compare == COMPARE_SETTINGS && settings) ? (enum compare)compare
		: COMPARE_BASELINE;
}

void desk_recall_look(struct desk *desk)
{
	const int charts = recall_number(desk, "charts", desk->chart_count);
	char key[24];

	set_id(&desk->lever, session_view(desk->session, "lever"));
	set_id(&desk->uncertainty, session_view(desk->session, "assumption"));
	desk->chart_count = charts == 2 || charts == 4 ? charts : 1;
	desk->difference = recall_number(desk, "difference", 0);
	recall_comparison(desk);
	for (int i = 0; i < CHARTS_MAX; i++) {
		snprintf(key, sizeof(key), "chart%d", i + 1);
		set_id(&desk->chart_outcome[i], session_view(desk->session, key));
	}
	for (int i = 0; i < PINS_MAX; i++) {
		snprintf(key, sizeof(key), "pin%d", i + 1);
		recall_pin(desk, i, key);
	}
	mend_cursor(desk);
	desk->record = runner_record_near(desk->runner, recall_number(desk, "year", (int)lround(desk_year(desk))));
}

/* In every language, so that a pin follows a switch of it; read once, not at each drawing. */
static void find_pin_titles(const struct desk *desk, struct pin *pin)
{
	struct scenario *scenario = pin->name && desk->shelf ? shelf_load(desk->shelf, pin->name, NULL) : NULL;

	free_pin_titles(pin);
	if (scenario && settings_equal(scenario->settings, pin->settings))
		for (int lang = 0; lang < LANG_COUNT; lang++)
			pin->title[lang] = xstrdup(scenario_title(scenario, (enum lang)lang));
	scenario_free(scenario);
}

void desk_pin(struct desk *desk, int i, const char *name, const struct settings *settings)
{
	struct pin *pin = &desk->pins[i];
	struct settings *copy = name ? settings_copy(settings) : NULL;

	set_id(&pin->name, name);
	settings_free(pin->settings);
	pin->settings = copy;
	find_pin_titles(desk, pin);
}

/* ---- reading ---- */

const struct rows *desk_rows(const struct desk *desk, enum focus focus)
{
	return focus == FOCUS_UNCERTAINTIES ? &desk->uncertainties : &desk->levers;
}

int desk_row(const struct desk *desk, enum focus focus)
{
	const struct rows *rows = desk_rows(desk, focus);
	const char *id = focus == FOCUS_UNCERTAINTIES ? desk->uncertainty : desk->lever;
	const int variable = id ? model_find(desk->model, id) : -1;

	for (size_t i = 0; i < rows->count && variable >= 0; i++)
		if (rows->items[i].variable == variable)
			return (int)i;
	return -1;
}

int desk_selected_input(const struct desk *desk)
{
	const char *id = desk->focus == FOCUS_UNCERTAINTIES ? desk->uncertainty : desk->lever;

	return id ? model_find(desk->model, id) : -1;
}

int desk_chart_variable(const struct desk *desk, int chart)
{
	const int variable = desk->chart_outcome[chart] ? model_find(desk->model, desk->chart_outcome[chart]) : -1;

	return variable >= 0 && is_charted(model_variable(desk->model, variable)) ? variable : -1;
}

int desk_selected(const struct desk *desk)
{
	if (desk->focus == FOCUS_LEVERS || desk->focus == FOCUS_UNCERTAINTIES)
		return desk_selected_input(desk);
	if (desk->focus == FOCUS_HEADLINE)
		return desk->headline < desk->headline_count ? desk->headlines[desk->headline] : -1;
	if (desk->view == VIEW_EXPLAIN && desk->trail_count)
		return model_find(desk->model, desk->trail[desk->trail_count - 1]);
	if (desk->view == VIEW_TABLE)
		return (size_t)desk->line[VIEW_TABLE] < desk->outcome_count ? desk->outcomes[desk->line[VIEW_TABLE]] : -1;
	if (desk->view == VIEW_CHARTS)
		return desk_chart_variable(desk, desk->chart);
	return -1;
}

/* Of what can be set the value is that of the settings, which may be newer than the last run. */
double desk_value(const struct desk *desk, int variable)
{
	const struct variable *v = model_variable(desk->model, variable);
	double value = v->value;

	if (var_is_input(v->kind)) {
		settings_get(desk->settings, v->id, &value);
		return settings_nearest(desk->model, variable, value);
	}
	return runner_value(desk->runner, SHOT_CURRENT, variable, desk->record);
}

double desk_value_compared(const struct desk *desk, int variable)
{
	return runner_value(desk->runner, SHOT_COMPARED, variable, desk->record);
}

bool desk_is_set(const struct desk *desk, int variable)
{
	return settings_get(desk->settings, model_variable(desk->model, variable)->id, NULL);
}

bool desk_is_changed(const struct desk *desk)
{
	return history_is_changed(session_history(desk->session));
}

size_t desk_set_count(const struct desk *desk, bool levers)
{
	const enum var_kind kind = levers ? VAR_LEVER : VAR_UNCERTAINTY;
	size_t count = 0;

	for (size_t i = 0; i < settings_count(desk->settings); i++)
		count += is_input_id(desk, settings_id(desk->settings, i), kind);
	return count;
}

double desk_year(const struct desk *desk)
{
	return runner_year(desk->runner, desk->record);
}

const char *desk_label(const struct desk *desk, int variable)
{
	const struct variable *v = model_variable(desk->model, variable);
	const char *label = text_in(&v->label, desk->lang);

	return *label ? label : v->id;
}

const char *desk_group_label(const struct desk *desk, const char *id)
{
	const struct group *group = model_find_group(desk->model, id);
	const char *label = group ? text_in(&group->label, desk->lang) : "";

	return *label ? label : *id ? id : _("Other");
}

const char *desk_compared_name(const struct desk *desk)
{
	if (desk->compare == COMPARE_SETTINGS)
		return desk->compared_name;
	return desk->compare == COMPARE_POLICY ? _("today's policy, same assumptions") : _("baseline");
}

const char *desk_pin_name(const struct desk *desk, int i)
{
	const struct pin *pin = &desk->pins[i];

	return pin->title[desk->lang] ? pin->title[desk->lang] : pin->name;
}

/* A year that never comes is said in the rule's words. */
static bool format_never(const struct desk *desk, struct buf *buf, int variable, double value)
{
	const struct variable *v = model_variable(desk->model, variable);

	if (v->kind != VAR_SUMMARY || v->summary != SUMMARY_FIRST || isfinite(value))
		return false;
	buf_add(buf, *text_in(&v->none, desk->lang) ? text_in(&v->none, desk->lang) : _("never"));
	return true;
}

void desk_format(const struct desk *desk, struct buf *buf, int variable, double value, int digits)
{
	if (!format_never(desk, buf, variable, value))
		unit_format(buf, value, model_variable(desk->model, variable)->unit, desk->lang, digits);
}

void desk_format_short(const struct desk *desk, struct buf *buf, int variable, double value)
{
	if (!format_never(desk, buf, variable, value))
		unit_format_short(buf, value, model_variable(desk->model, variable)->unit, desk->lang, 3);
}
