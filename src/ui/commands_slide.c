/* SPDX-License-Identifier: MIT
 *
 * Commands that move sliders.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/number.h"
#include "base/unit.h"
#include "model/model.h"
#include "scenario/history.h"
#include "scenario/scenario.h"
#include "scenario/session.h"
#include "scenario/settings.h"
#include "scenario/shelf.h"
#include "ui/book.h"
#include "ui/command_priv.h"
#include "ui/deed.h"
#include "ui/desk.h"
#include "ui/reload.h"

enum {
	CONTINUOUS_STEPS = 100,   /* of a slider without steps */
	SHOWN_EXACTLY = 12,       /* digits of a value that is offered for typing */
};

static int no_slider(struct err *err)
{
	return err_set(err, "%s", _("no slider is under the cursor; Tab goes to the levers"));
}

static double step_of(const struct variable *v)
{
	return v->is_switch ? 1 : v->step > 0 ? v->step : (v->hi - v->lo) / CONTINUOUS_STEPS;
}

/* On the grid of steps that starts at the lowest value, so that steps down come back to where steps up began. */
static double on_steps(const struct variable *v, double value)
{
	const double step = step_of(v);

	return v->lo + round((value - v->lo) / step) * step;
}

/* Sets the nearest value that may be. */
static int put(struct desk *desk, int variable, double value, bool is_move, struct err *err)
{
	int status;

	value = settings_nearest(desk->model, variable, value);
	status = desk_set(desk, variable, value, err);
	if (!status) {
		desk_note(desk, DEED_SLIDER, is_move ? variable : -1);
		desk->axis_held = is_move;
		desk_hush(desk);
	}
	return status ? -1 : REACT_RERUN;
}

/* A tenth of the track, at least a step. */
static double coarse_step(const struct variable *v)
{
	const double tenth = (v->hi - v->lo) / 10, step = step_of(v);

	return tenth > step ? round(tenth / step) * step : step;
}

COMMAND(move)
{
	const int variable = desk_selected_input(desk);
	const struct variable *v;
	int steps, coarse;
	double by;

	if (!command_integer(argument, &steps))
		return err_set(err, _("'%s' is no number of steps; write e.g.: move +1"), argument);
	if (variable < 0)
		return no_slider(err);
	v = model_variable(desk->model, variable);
	coarse = steps / 10;
	by = coarse ? coarse * coarse_step(v) : steps * step_of(v);
	return put(desk, variable, on_steps(v, desk_value(desk, variable) + by), true, err);
}

COMMAND(limit)
{
	const int variable = desk_selected_input(desk);
	const struct variable *v;

	if (variable < 0)
		return no_slider(err);
	v = model_variable(desk->model, variable);
	return put(desk, variable, strcmp(argument, "low") ? v->hi : v->lo, true, err);
}

/* The nearest mark on one side; defaults count as marks. */
static bool next_mark(const struct desk *desk, const struct variable *v, double value, bool up, double *mark)
{
	const double fine = step_of(v) * 1e-6;
	bool found = false;

	(void)desk;
	for (size_t i = 0; i <= v->mark_count; i++) {
		const double at = i < v->mark_count ? v->marks[i].value : v->value;

		if (up ? at <= value + fine : at >= value - fine)
			continue;
		if (!found || (up ? at < *mark : at > *mark))
			*mark = at;
		found = true;
	}
	return found;
}

COMMAND(mark)
{
	const int variable = desk_selected_input(desk);
	const struct variable *v;
	double mark = 0;

	if (variable < 0)
		return no_slider(err);
	v = model_variable(desk->model, variable);
	if (!next_mark(desk, v, desk_value(desk, variable), strcmp(argument, "previous"), &mark)) {
		desk_say(desk, TONE_INFO, "%s", _("no further mark on this side"));
		return REACT_REDRAW;
	}
	return put(desk, variable, mark, true, err);
}

static bool reads_back(const struct buf *shown, const struct variable *v, double value)
{
	double back;

	return !number_parse_typed(buf_text(shown), v->unit, &back, NULL) && back == value;
}

/* A value as it is shown, "5%" or "20 trn KRW", whichever gives the same value when it is typed; else the number. */
static char *typed_form(const struct desk *desk, const struct variable *v, double value)
{
	struct buf shown = BUF_INIT;
	char number[NUMBER_TEXT_MAX], *text;

	unit_format_short(&shown, value, v->unit, desk->lang, SHOWN_EXACTLY);
	if (!reads_back(&shown, v, value)) {
		buf_clear(&shown);
		unit_format(&shown, value, v->unit, desk->lang, SHOWN_EXACTLY);
	}
	text = xstrdup(reads_back(&shown, v, value) ? buf_text(&shown) : number_exact(value, number));
	buf_release(&shown);
	return text;
}

static void say_switch(struct desk *desk, int variable, const char *offered)
{
	struct buf off = BUF_INIT, on = BUF_INIT;

	desk_format(desk, &off, variable, 0, 1);
	desk_format(desk, &on, variable, 1, 1);
	desk_say(desk, TONE_ERROR, _("this is a switch: 0 for %s, 1 for %s; Enter takes %s"), buf_text(&off), buf_text(&on),
		offered);
	buf_release(&off);
	buf_release(&on);
}

/* Why the value can't be, in the variable's own words. The prompt below has its name. */
static void say_refused(struct desk *desk, int variable, double value, const char *offered)
{
	const struct variable *v = model_variable(desk->model, variable);
	char *given = typed_form(desk, v, value), *lo = typed_form(desk, v, v->lo), *hi = typed_form(desk, v, v->hi);

	if (v->is_switch)
		say_switch(desk, variable, offered);
	else
		/* TRANSLATORS: what was typed stands last, as it may be long */
		desk_say(desk, TONE_ERROR, _("allowed: %s to %s; Enter takes %s instead of %s"), lo, hi, offered, given);
	free(given);
	free(lo);
	free(hi);
}

/* What may have been meant: 2 for a share is 200 %, where 2 % is what fits; else the nearest. */
static double offer_for(const struct desk *desk, int variable, const char *text, double value)
{
	const struct variable *v = model_variable(desk->model, variable);
	const bool bare = !strpbrk(text, "%\xef") && unit_parse(v->unit).kind == UNIT_SHARE;
	const double hundredth = value / 100;

	return bare && hundredth >= v->lo && hundredth <= v->hi ? hundredth : settings_nearest(desk->model, variable, value);
}

/* A value out of range is refused, with the reason, and another one is offered at the prompt: for that very variable,
 * wherever the cursor is. */
static int refuse(struct desk *desk, int variable, const char *text, double value)
{
	const struct variable *v = model_variable(desk->model, variable);
	char *label = xasprintf("%s =", desk_label(desk, variable)), *prefix = xasprintf("set %s ", v->id);
	char *offered = typed_form(desk, v, offer_for(desk, variable, text, value));

	say_refused(desk, variable, value, offered);
	desk_ask(desk, label, prefix, offered, false);
	free(label);
	free(prefix);
	free(offered);
	return REACT_REDRAW;
}

static int put_typed(struct desk *desk, int variable, const char *text, struct err *err)
{
	const struct variable *v = model_variable(desk->model, variable);
	double value;

	if (number_parse_typed(text, v->unit, &value, err))
		return -1;
	if (settings_check(desk->model, v->id, value, err))
		return isnan(value) ? -1 : refuse(desk, variable, text, value);
	return put(desk, variable, value, false, err);
}

COMMAND(value)
{
	const int variable = desk_selected_input(desk);
	struct buf label = BUF_INIT;

	if (variable < 0)
		return no_slider(err);
	if (*argument)
		return put_typed(desk, variable, argument, err);
	buf_addf(&label, "%s", desk_label(desk, variable));
	if (*model_variable(desk->model, variable)->unit) {
		buf_add(&label, " (");
		unit_name(&label, model_variable(desk->model, variable)->unit, desk->lang);
		buf_add(&label, ")");
	}
	buf_add(&label, " =");
	desk_ask(desk, buf_text(&label), "value ", NULL, false);
	buf_release(&label);
	return REACT_REDRAW;
}

static int input_variable(const struct desk *desk, const char *id, struct err *err)
{
	const int variable = command_variable(desk, id, err);

	if (variable >= 0 && !var_is_input(model_variable(desk->model, variable)->kind))
		return err_set(err, _("'%s' is computed and can't be set; levers and assumptions can"), id);
	return variable;
}

static void put_cursor(struct desk *desk, int variable)
{
	const struct variable *v = model_variable(desk->model, variable);
	char **id = v->kind == VAR_LEVER ? &desk->lever : &desk->uncertainty;

	free(*id);
	*id = xstrdup(v->id);
	desk->focus = v->kind == VAR_LEVER ? FOCUS_LEVERS : FOCUS_UNCERTAINTIES;
}

COMMAND(set)
{
	const size_t length = strcspn(argument, " =");
	char *id = xstrndup(argument, length);
	const char *value = argument + length + strspn(argument + length, " =");
	const int variable = *id ? input_variable(desk, id, err) : err_set(err, "%s",
		_("set what? e.g.: set land_levy 2.5%"));

	free(id);
	if (variable < 0)
		return -1;
	if (!*value)
		return err_set(err, "%s", _("set it to what? e.g.: set land_levy 2.5%"));
	return put_typed(desk, variable, value, err);
}

COMMAND(switch)
{
	const int variable = desk_selected_input(desk);

	(void)argument;
	if (variable < 0)
		return no_slider(err);
	if (!model_variable(desk->model, variable)->is_switch)
		return err_set(err, "%s", _("this slider is no switch"));
	return put(desk, variable, desk_value(desk, variable) < 0.5, false, err);
}

static int reset_all(struct desk *desk)
{
	struct settings *none = settings_new();

	desk_replace(desk, none);
	settings_free(none);
	desk_note(desk, DEED_RESET, -1);
	desk_say(desk, TONE_INFO, "%s", _("everything is at its default; u brings it back"));
	return REACT_RERUN;
}

COMMAND(reset)
{
	int variable = desk_selected_input(desk);

	if (!strcmp(argument, "all"))
		return reset_all(desk);
	if (*argument)
		variable = input_variable(desk, argument, err);
	if (variable < 0)
		return *argument ? -1 : no_slider(err);
	desk_reset(desk, variable);
	desk_note(desk, DEED_SLIDER, -1);
	return REACT_RERUN;
}

COMMAND(select)
{
	const int variable = input_variable(desk, argument, err);

	if (variable < 0)
		return -1;
	put_cursor(desk, variable);
	return REACT_REDRAW;
}

/* ---- back and forth ---- */

/* What undo or redo did to scenarios' files is known: they are as they are on the disk. */
static void follow_scenarios(struct desk *desk, const struct history_entry *entry)
{
	for (size_t i = 0; desk->shelf && i < entry->file_count; i++) {
		char *name = shelf_name_of(desk->shelf, entry->files[i].path);
		struct scenario *scenario = name && file_exists(entry->files[i].path)
			? scenario_load(entry->files[i].path, NULL) : NULL;

		if (name)
			session_set_saved(desk->session, name, scenario ? scenario->settings : NULL);
		scenario_free(scenario);
		free(name);
	}
}

/* Rules that undo or redo may have put back, as `words` say. */
static void follow_rules(struct desk *desk, const struct history_entry *entry, const char *words)
{
	if (!entry->file_count || !desk->reload)
		return;
	reload_expect(desk->reload, desk, entry, words);
	book_reload(desk->book);
}

/* The scenario in hand as its file is now, if that was changed back; one that is gone leaves it unsaved. */
static void reread_scenario(struct desk *desk, const struct history_entry *entry)
{
	for (size_t i = 0; i < entry->file_count; i++) {
		const char *path = desk->scenario->path;
		struct scenario *scenario = !strcmp(entry->files[i].path, path) && file_exists(path) ? scenario_load(path, NULL)
			: NULL;

		if (!scenario)
			continue;
		scenario->read_only = desk->scenario->read_only;
		scenario_free(desk->scenario);
		desk->scenario = scenario;
		return;
	}
}

static void offer_force(bool back, struct err *err)
{
	char *why = xstrdup(err->text);

	err_set(err, "%s; %s", why, back ? _(":undo force puts it back") : _(":redo force does it"));
	free(why);
}

static int step_back(struct desk *desk, bool back, bool by_force, struct err *err)
{
	struct history *history = session_history(desk->session);
	const size_t at = history_at(history), step = back ? at - 1 : at;
	struct buf deed = BUF_INIT, words = BUF_INIT;

	if (back ? at == 0 : at == history_count(history)) {
		desk_say(desk, TONE_INFO, "%s", back ? _("nothing to undo") : _("nothing to redo"));
		return REACT_REDRAW;
	}
	if (back ? session_undo(desk->session, by_force, err) : session_redo(desk->session, by_force, err)) {
		if (history_entry(history, step)->file_count)
			offer_force(back, err);
		return -1;
	}
	follow_scenarios(desk, history_entry(history, step));
	desk_recall(desk);
	reread_scenario(desk, history_entry(history, step));
	deed_words(desk, history_entry(history, step), back, &deed);
	buf_addf(&words, back ? _("undone: %s") : _("redone: %s"), buf_text(&deed));
	follow_rules(desk, history_entry(history, step), buf_text(&words));
	desk_say(desk, TONE_INFO, "%s", buf_text(&words));
	buf_release(&deed);
	buf_release(&words);
	return REACT_RERUN;
}

COMMAND(undo)
{
	desk->flipped = false;
	return step_back(desk, true, !strcmp(argument, "force"), err);
}

COMMAND(redo)
{
	desk->flipped = false;
	return step_back(desk, false, !strcmp(argument, "force"), err);
}

COMMAND(flip)
{
	const bool back = !desk->flipped;
	const int reaction = step_back(desk, back, false, err);

	(void)argument;
	if (reaction < 0)
		return reaction;
	desk->flipped = back;
	desk_say(desk, TONE_INFO, "%s", back ? _("before the last move; . comes back") : _("after the last move"));
	return reaction;
}
