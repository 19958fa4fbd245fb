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
#include "base/file.h"
#include "base/manual.h"
#include "base/number.h"
#include "base/unit.h"
#include "model/model.h"
#include "scenario/history.h"
#include "scenario/scenario.h"
#include "scenario/session.h"
#include "scenario/settings.h"
#include "scenario/shelf.h"
#include "ui/news.h"
#include "ui/desk_priv.h"
#include "ui/tour.h"
#include "ui/written.h"

/* ---- the model ---- */

void desk_set_text(char **text, const char *value)
{
	char *copy = value ? xstrdup(value) : NULL;

	free(*text);
	*text = copy;
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
		if (desk_is_charted(model_variable(desk->model, desk->headlines[i])) && n-- == 0)
			return desk->headlines[i];
	return desk->outcome_count ? desk->outcomes[(size_t)n % desk->outcome_count] : -1;
}

void desk_mend_cursor(struct desk *desk)
{
	if (!is_input_id(desk, desk->lever, VAR_LEVER))
		desk_set_text(&desk->lever, first_id(desk, &desk->levers));
	if (!is_input_id(desk, desk->uncertainty, VAR_UNCERTAINTY))
		desk_set_text(&desk->uncertainty, first_id(desk, &desk->uncertainties));
	if (desk->headline >= desk->headline_count)
		desk->headline = 0;
	for (int i = 0; i < CHARTS_MAX; i++) {
		const int now = desk_chart_variable(desk, i), other = default_outcome(desk, i);

		if (now < 0)
			desk_set_text(&desk->chart_outcome[i], other >= 0 ? model_variable(desk->model, other)->id : NULL);
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

	desk_tidy(desk);
	if (desk->runner)
		runner_rest(desk->runner);
	desk->former = desk->runner;
	desk_free_lists(desk);
	desk->model = model;
	desk_list(desk);
	desk_mend_cursor(desk);
	start_runner(desk);
	desk->record = isnan(year) ? runner_records(desk->runner) / 2 : runner_record_near(desk->runner, year);
	desk_run(desk);
}

void desk_tidy(struct desk *desk)
{
	runner_free(desk->former);
	desk->former = NULL;
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
	desk->written = written_new();
	desk->chart_count = 1;
	desk->mouse = true;
	desk_set_model(desk, spec->model);
	return desk;
}

void desk_free(struct desk *desk)
{
	if (!desk)
		return;
	desk_tidy(desk);
	runner_free(desk->runner);
	desk_free_lists(desk);
	settings_free(desk->settings);
	scenario_free(desk->scenario);
	desk_free_kept(desk);
	for (int i = 0; i < CHARTS_MAX; i++)
		free(desk->chart_outcome[i]);
	for (int i = 0; i < desk->trail_count; i++)
		free(desk->trail[i]);
	free(desk->lever);
	free(desk->uncertainty);
	free(desk->search);
	free(desk->message);
	for (int lang = 0; lang < LANG_COUNT; lang++)
		diags_release(&desk->notices[lang]);
	news_free(desk->news);
	tour_free(desk->tour);
	desk_ask(desk, NULL, NULL, NULL, false);
	free(desk->outside.path);
	manual_close(desk->manual);
	manual_places_release(&desk->manual_found);
	free(desk->screen_file);
	written_free(desk->written);
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
		run_shot(desk, SHOT_COMPARED, desk->compared.settings, true, true);
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

char *desk_scenario_id(const struct desk *desk)
{
	return desk->shelf ? shelf_id(desk->shelf, desk->scenario) : xstrdup(desk->scenario->name);
}

void desk_note(struct desk *desk, const char *what, int move)
{
	char *id = desk_scenario_id(desk);
	const struct session_deed deed = { .text = what, .settings = desk->settings, .scenario = id };

	desk->flipped = false;
	session_do(desk->session, &deed, move >= 0 ? model_variable(desk->model, move)->id : NULL);
	free(id);
}

void desk_end_gesture(struct desk *desk)
{
	desk->axis_held = false;
	session_end_gesture(desk->session);
}

/* Another window may have saved the scenario since: then what is on the screen is not to be saved over that unseen. */
static void mind_others(const struct desk *desk, const char *id, struct scenario *scenario)
{
	const struct settings *saved = history_saved(session_history(desk->session), id);

	if (saved && !settings_equal(saved, scenario->settings))
		scenario_disown(scenario);
}

static void recall_scenario(struct desk *desk, const char *id)
{
	char *now = desk_scenario_id(desk), *base;
	const bool same = !strcmp(id, now);
	struct scenario *scenario;

	free(now);
	if (same)
		return;
	scenario = *id && desk->shelf ? shelf_load(desk->shelf, id, NULL) : NULL;
	if (scenario)
		mind_others(desk, id, scenario);
	base = file_base(id);
	scenario_free(desk->scenario);
	desk->scenario = scenario ? scenario : scenario_new(base);
	free(base);
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
	desk_set_text(&desk->ask.label, label);
	desk_set_text(&desk->ask.prefix, prefix);
	desk_set_text(&desk->ask.initial, initial);
	desk_set_text(&desk->ask.note, NULL);
	desk->ask.choose = choose;
}

void desk_say(struct desk *desk, enum tone tone, const char *fmt, ...)
{
	char text[ERR_TEXT_MAX];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	desk_set_text(&desk->message, text);
	desk->tone = tone;
}

void desk_hush(struct desk *desk)
{
	desk_set_text(&desk->message, NULL);
}

void desk_show(struct desk *desk, enum view view)
{
	if (view != desk->view) {
		desk->view_before = desk->view;
		desk->focus_at[desk->view] = desk->focus;
	}
	desk->view = view;
}

/* Who has gone on to another panel beside the view stays there. */
void desk_return(struct desk *desk, enum view view)
{
	desk->view = view;
	desk->view_before = VIEW_CHARTS;
	if (desk->focus == FOCUS_VIEW)
		desk->focus = desk->focus_at[view];
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
	desk_set_text(&desk->chart_outcome[chart], model_variable(desk->model, variable)->id);
	desk->axis[chart] = axis_no_range();
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

	return variable >= 0 && desk_is_charted(model_variable(desk->model, variable)) ? variable : -1;
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

const char *desk_description(const struct desk *desk)
{
	const char *about = history_about(session_history(desk->session), desk->lang);

	return *about ? about : text_in(&desk->scenario->description, desk->lang);
}

const char *desk_group_label(const struct desk *desk, const char *id)
{
	const struct group *group = model_find_group(desk->model, id);
	const char *label = group ? text_in(&group->label, desk->lang) : "";

	return *label ? label : *id ? id : _("Other");
}

const char *desk_remark(const struct desk *desk, int variable)
{
	return text_in(&model_variable(desk->model, variable)->note, desk->lang);
}

const char *desk_never(const struct desk *desk, int variable)
{
	const char *none = text_in(&model_variable(desk->model, variable)->none, desk->lang);

	return *none ? none : _("never");
}

/* A year that never comes is said in the rule's words. */
static bool format_never(const struct desk *desk, struct buf *buf, int variable, double value)
{
	const struct variable *v = model_variable(desk->model, variable);

	if (v->kind != VAR_SUMMARY || v->summary != SUMMARY_FIRST || isfinite(value))
		return false;
	buf_add(buf, desk_never(desk, variable));
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
