/* SPDX-License-Identifier: MIT
 *
 * Commands that change where one looks, and how it looks.
 */
#include "config.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/number.h"
#include "base/text.h"
#include "model/model.h"
#include "ui/book.h"
#include "ui/command.h"
#include "ui/command_priv.h"
#include "ui/desk.h"
#include "ui/tour.h"
#include "ui/view.h"

static void set_string(char **string, const char *value)
{
	char *copy = value ? xstrdup(value) : NULL;

	free(*string);
	*string = copy;
}

static int clamp_int(int value, int lo, int hi)
{
	return value > hi ? hi : value < lo ? lo : value;
}

/* ---- rows ---- */

/* "+1", "-page", "first", ... as a number of rows from `now` of `count`. */
static int target_row(const char *argument, int now, int count, int page)
{
	if (!strcmp(argument, "first"))
		return 0;
	if (!strcmp(argument, "last"))
		return count - 1;
	if (!strcmp(argument + strspn(argument, "+-"), "page"))
		return clamp_int(now + (*argument == '-' ? -page : page), 0, count - 1);
	return clamp_int(now + number_whole(argument, -1000000, 1000000), 0, count - 1);
}

static bool is_row(const char *argument)
{
	int rows;

	return !strcmp(argument, "first") || !strcmp(argument, "last") || !strcmp(argument, "+page")
		|| !strcmp(argument, "-page") || command_integer(argument, &rows);
}

/* Headings are passed over, in the direction of the movement. */
static void move_slider_row(struct desk *desk, const char *argument)
{
	const struct rows *rows = desk_rows(desk, desk->focus);
	char **id = desk->focus == FOCUS_UNCERTAINTIES ? &desk->uncertainty : &desk->lever;
	const int now = desk_row(desk, desk->focus), count = (int)rows->count;
	int to = target_row(argument, now, count, desk->page_rows > 1 ? desk->page_rows - 1 : 1);
	const int direction = to < now ? -1 : 1;

	while (to >= 0 && to < count && rows->items[to].variable < 0)
		to += direction;
	if (to < 0 || to >= count)
		for (to = direction < 0 ? 0 : count - 1; to >= 0 && to < count && rows->items[to].variable < 0;)
			to -= direction;
	if (to >= 0 && to < count)
		set_string(id, model_variable(desk->model, rows->items[to].variable)->id);
}

static void move_view_line(struct desk *desk, const char *argument)
{
	const bool page = !strcmp(argument + strspn(argument, "+-"), "page");

	if (page) {
		desk->line[desk->view] = view_page(desk, *argument == '-' ? -1 : 1);
		desk->jumps++;
	} else {
		desk->line[desk->view] = target_row(argument, view_line(desk), view_stops(desk), 1);
	}
	/* Several keys may come before the next drawing. */
	desk->view_top = view_scroll(desk, page ? INT_MAX : desk->view_top);
}

COMMAND(row)
{
	if (!is_row(argument))
		return err_set(err, _("'%s' is no number of rows; write e.g. +1, -page, first, last"), argument);
	desk_end_gesture(desk);
	if (desk->focus == FOCUS_LEVERS || desk->focus == FOCUS_UNCERTAINTIES)
		move_slider_row(desk, argument);
	else if (desk->focus == FOCUS_HEADLINE && desk->headline_count)
		desk->headline = (size_t)target_row(argument, (int)desk->headline, (int)desk->headline_count, 4);
	else if (view_stops(desk) > 0)
		move_view_line(desk, argument);
	return REACT_REDRAW;
}

COMMAND(headline)
{
	int number;

	if (!command_integer(argument, &number) || number < 1 || (size_t)number > desk->headline_count)
		return err_set(err, _("figures are numbered from 1 to %zu"), desk->headline_count);
	desk->headline = (size_t)number - 1;
	desk->focus = FOCUS_HEADLINE;
	return REACT_REDRAW;
}

/* ---- panels and views ---- */

static const char *const focus_names[] = { "levers", "uncertainties", "headline", "view" };

COMMAND(focus)
{
	int step = !strcmp(argument, "next") ? 1 : !strcmp(argument, "previous") ? -1 : 0;

	desk_end_gesture(desk);
	for (int i = 0; !step && i < FOCUS_COUNT; i++)
		if (!strcmp(argument, focus_names[i])) {
			desk->focus = (enum focus)i;
			return REACT_REDRAW;
		}
	if (view_is_wide(desk->view) && !desk->is_roomy)
		desk_show(desk, VIEW_CHARTS);
	if (!step)
		return err_set(err, _("there is no panel '%s'; panels are levers, uncertainties, headline, view"), argument);
	desk->focus = (enum focus)(((int)desk->focus + step + FOCUS_COUNT) % FOCUS_COUNT);
	return REACT_REDRAW;
}

/* A view that is shown already goes away again. */
COMMAND(view)
{
	enum view view;

	if (view_parse(argument, &view))
		return err_set(err, _("there is no view '%s'; write one of: %s"), argument, command_find("view")->words);
	if (view == desk->view && view != VIEW_CHARTS) {
		desk_return(desk, VIEW_CHARTS);
		return REACT_REDRAW;
	}
	desk_show(desk, view);
	if (view_takes_focus(view))
		desk->focus = FOCUS_VIEW;
	else if (desk->focus == FOCUS_VIEW && view == VIEW_DECILES)
		desk->focus = FOCUS_LEVERS;
	return REACT_REDRAW;
}

COMMAND(leave)
{
	(void)argument;
	(void)err;
	desk_hush(desk);
	if (desk->view != VIEW_CHARTS)
		desk_return(desk, VIEW_CHARTS);
	else
		desk->focus = FOCUS_LEVERS;
	return REACT_REDRAW;
}

COMMAND(charts)
{
	const int count = number_whole(argument, 0, INT_MAX);

	if (count != 1 && count != 2 && count != 4)
		return err_set(err, "%s", _("one, two or four charts can be shown: charts 4"));
	desk->chart_count = count;
	desk->chart = desk->chart < count ? desk->chart : 0;
	desk_show(desk, VIEW_CHARTS);
	return REACT_REDRAW;
}

COMMAND(chart)
{
	const int number = number_whole(argument, 0, INT_MAX);

	if (!strcmp(argument, "next"))
		desk->chart = (desk->chart + 1) % desk->chart_count;
	else if (!strcmp(argument, "previous"))
		desk->chart = (desk->chart + desk->chart_count - 1) % desk->chart_count;
	else if (number >= 1 && number <= desk->chart_count)
		desk->chart = number - 1;
	else
		return err_set(err, _("there is no chart '%s'"), argument);
	return REACT_REDRAW;
}

static int outcome_at(const struct desk *desk, int variable)
{
	for (size_t i = 0; i < desk->outcome_count; i++)
		if (desk->outcomes[i] == variable)
			return (int)i;
	return -1;
}

static int set_outcome(struct desk *desk, int variable, struct err *err)
{
	if (outcome_at(desk, variable) < 0)
		return err_set(err, _("'%s' has no course over time that a chart could show"), model_variable(desk->model,
			variable)->id);
	desk_set_chart(desk, desk->chart, variable);
	desk_show(desk, VIEW_CHARTS);
	return REACT_REDRAW;
}

COMMAND(outcome)
{
	const int now = outcome_at(desk, desk_chart_variable(desk, desk->chart)), count = (int)desk->outcome_count;
	int variable;

	if (!*argument) {
		desk_ask(desk, _("outcome:"), "outcome ", NULL, true);
		return REACT_REDRAW;
	}
	if (!count)
		return err_set(err, "%s", _("these rules declare no outcome"));
	if (!strcmp(argument, "next") || !strcmp(argument, "previous"))
		return set_outcome(desk, desk->outcomes[(now + (*argument == 'n' ? 1 : count - 1)) % count], err);
	variable = strcmp(argument, "this") ? command_variable(desk, argument, err) : view_variable(desk);
	return variable < 0 ? -1 : set_outcome(desk, variable, err);
}

COMMAND(difference)
{
	(void)err;
	desk->difference = *argument ? !strcmp(argument, "on") : !desk->difference;
	for (int i = 0; i < CHARTS_MAX; i++)
		desk->axis[i] = axis_no_range();
	desk_show(desk, VIEW_CHARTS);
	return REACT_REDRAW;
}

/* "+1" and "-10" go on from the year now, a number is a year of the span. */
static int to_year(struct desk *desk, const char *argument, struct err *err)
{
	const int last = runner_records(desk->runner) - 1;
	const double from = runner_year(desk->runner, 0), to = runner_year(desk->runner, last);
	double year;
	int by;

	if (*argument == '+' || *argument == '-') {
		if (!command_integer(argument, &by))
			return err_set(err, _("'%s' is no number of years; write e.g. +1, -10, 2040, first, last"), argument);
		desk->record = clamp_int(desk->record + by, 0, last);
		return 0;
	}
	if (number_parse_typed(argument, "year", &year, err))
		return -1;
	if (!(year >= from && year <= to))
		return err_set(err, _("the years go from %.0f to %.0f"), from, to);
	desk->record = runner_record_near(desk->runner, year);
	return 0;
}

COMMAND(year)
{
	if (!strcmp(argument, "first"))
		desk->record = 0;
	else if (!strcmp(argument, "last"))
		desk->record = runner_records(desk->runner) - 1;
	else if (to_year(desk, argument, err))
		return -1;
	return REACT_REDRAW;
}

/* ---- finding ---- */

static bool is_findable(const struct variable *v)
{
	return var_is_input(v->kind) || v->is_outcome || v->kind == VAR_SUMMARY;
}

static bool matches(const struct variable *v, const char *text)
{
	if (strcasestr(v->id, text))
		return true;
	for (int i = 0; i < LANG_COUNT; i++)
		if (v->label.in[i] && strcasestr(v->label.in[i], text))
			return true;
	return false;
}

/* The first after `from` that has the text in its id or label, round the end. */
static int find_after(const struct desk *desk, int from, const char *text)
{
	const int count = (int)model_count(desk->model);

	for (int i = 1; i <= count; i++) {
		const int variable = (from + i) % count;

		if (is_findable(model_variable(desk->model, variable)) && matches(model_variable(desk->model, variable), text))
			return variable;
	}
	return -1;
}

static int go_to(struct desk *desk, int variable, struct err *err)
{
	const struct variable *v = model_variable(desk->model, variable);

	if (var_is_input(v->kind))
		return do_select(desk, v->id, err);
	for (size_t i = 0; i < desk->headline_count; i++)
		if (desk->headlines[i] == variable) {
			desk->headline = i;
			desk->focus = FOCUS_HEADLINE;
		}
	if (outcome_at(desk, variable) >= 0)
		return set_outcome(desk, variable, err);
	desk_explain(desk, variable);
	return REACT_REDRAW;
}

COMMAND(find)
{
	const char *text = strcmp(argument, "next") ? argument : desk->search;
	int variable;

	if (!*argument) {
		desk_ask(desk, "/", "find ", NULL, true);
		return REACT_REDRAW;
	}
	if (!text)
		return err_set(err, "%s", _("nothing was looked for yet; / looks for something"));
	if (text != desk->search)
		set_string(&desk->search, text);
	variable = model_find(desk->model, text);
	if (variable < 0 || text != argument)
		variable = find_after(desk, desk_selected(desk), text);
	if (variable < 0)
		return err_set(err, _("nothing here is called '%s'"), text);
	return go_to(desk, variable, err);
}

/* In the text or list that is shown. */
COMMAND(search)
{
	const bool again = !strcmp(argument, "next") || !strcmp(argument, "previous");
	int line;

	if (!*argument) {
		desk_ask(desk, "/", "search ", NULL, false);
		return REACT_REDRAW;
	}
	if (again && !desk->search)
		return err_set(err, "%s", _("nothing was looked for yet; / looks for something"));
	if (!again)
		set_string(&desk->search, argument);
	line = view_find(desk, desk->search, again && *argument == 'p' ? -1 : 1);
	if (line < 0)
		return err_set(err, _("'%s' is nowhere in this view"), desk->search);
	desk->line[desk->view] = line;
	desk->focus = FOCUS_VIEW;
	return REACT_REDRAW;
}

/* ---- explaining ---- */

COMMAND(explain)
{
	const int variable = *argument ? command_variable(desk, argument, err) : view_variable(desk);

	if (variable < 0)
		return *argument ? -1 : err_set(err, "%s", _("there is no figure under the cursor to explain"));
	desk_explain(desk, variable);
	return REACT_REDRAW;
}

COMMAND(enter)
{
	char *command = view_command(desk);
	int reaction = REACT_NOTHING;

	(void)argument;
	if (command)
		reaction = command_run(desk, command, err);
	free(command);
	return reaction;
}

/* Out of a trace level by level, then to the view before, where the keys go as they did there, then to the sliders. */
static void go_back(struct desk *desk)
{
	if (desk->message) {
		desk_hush(desk);
		if (desk->focus != FOCUS_VIEW)
			return;
	}
	if (desk->view == VIEW_EXPLAIN && desk->trail_count > 1) {
		free(desk->trail[--desk->trail_count]);
		desk->line[VIEW_EXPLAIN] = desk->explain_line[desk->trail_count - 1];
	} else if (desk->view != VIEW_CHARTS) {
		desk_return(desk, desk->view_before == desk->view ? VIEW_CHARTS : desk->view_before);
	} else {
		desk->focus = FOCUS_LEVERS;
	}
}

/* Where there is nowhere else to go back to, a tour ends as well. */
COMMAND(back)
{
	const bool ends_tour = desk->view == VIEW_CHARTS;

	(void)argument;
	(void)err;
	go_back(desk);
	if (ends_tour)
		tour_end(desk);
	return REACT_REDRAW;
}

/* ---- looks ---- */

COMMAND(language)
{
	enum lang lang = desk->lang == LANG_KO ? LANG_EN : LANG_KO;

	if (*argument && lang_parse(argument, &lang))
		return err_set(err, _("there is no language '%s'; there are en and ko"), argument);
	if (lang == LANG_KO && !desk->utf8)
		return err_set(err, "%s", _("this terminal's locale can't show Hangul; start with e.g. LC_ALL=C.UTF-8"));
	desk->lang = lang;
	lang_switch(lang);
	/* What was said in the other language is not said any more; mistakes are found anew, in this one. */
	desk_hush(desk);
	if (desk->book && book_mistakes(desk->book)->count)
		book_reload(desk->book);
	return REACT_RESIZE;
}

COMMAND(theme)
{
	const struct theme *theme = theme_find(argument);

	if (!theme)
		return err_set(err, _("there is no theme '%s'; there are dark, light, safe-dark, safe-light, mono"), argument);
	desk->theme = theme;
	return REACT_RESIZE;
}

COMMAND(glyphs)
{
	if (glyphs_parse(argument, &desk->glyphs))
		return err_set(err, _("charts can be drawn in braille, block or ascii, not in '%s'"), argument);
	return REACT_RESIZE;
}

COMMAND(worlds)
{
	char least[NUMBER_TEXT_MAX], most[NUMBER_TEXT_MAX];
	struct err ignored;
	double worlds;

	/* As numbers of worlds are shown: with separators or without. */
	if (number_parse_cell(argument, strlen(argument), &worlds, &ignored) || worlds < RUNNER_FIRST
		|| worlds > RUNNER_WORLDS_MAX || worlds != floor(worlds))
		return err_set(err, _("the number of worlds goes from %s to %s"), number_count(RUNNER_FIRST, least),
			number_count(RUNNER_WORLDS_MAX, most));
	desk->worlds = (size_t)worlds;
	desk_set_model(desk, desk->model);
	return REACT_REDRAW;
}

COMMAND(mouse)
{
	(void)err;
	desk->mouse = *argument ? !strcmp(argument, "on") : !desk->mouse;
	desk_say(desk, TONE_INFO, "%s", desk->mouse ? _("the mouse is the program's")
		: _("the mouse is the terminal's: select text; m takes it back"));
	return REACT_REDRAW;
}

COMMAND(redraw)
{
	(void)desk;
	(void)argument;
	(void)err;
	return REACT_RESIZE;
}

COMMAND(prompt)
{
	(void)err;
	desk_ask(desk, ":", "", argument, false);
	return REACT_REDRAW;
}

COMMAND(tour)
{
	(void)err;
	desk_hush(desk);
	if (!strcmp(argument, "end"))
		tour_end(desk);
	else if (*argument)
		tour_next(desk);
	else
		tour_begin(desk);
	return REACT_REDRAW;
}
