/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/tour.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/text.h"
#include "model/model.h"
#include "scenario/history.h"
#include "scenario/session.h"
#include "scenario/settings.h"
#include "ui/desk.h"
#include "ui/frame.h"
#include "ui/keymap.h"
#include "ui/look.h"

enum { TEXT_COLS_MAX = 110 };

/* A step and the desk as it was when the step began. */
struct tour {
	size_t step;
	struct settings *settings;
	size_t history_at;
	enum focus focus;
	size_t headline;
	enum view view;
	enum compare compare;
	char *compared_name;
	int pins;
};

/* ---- what has been done ---- */

static bool has_moved(const struct desk *desk, const struct tour *before)
{
	return !settings_equal(desk->settings, before->settings);
}

static bool went_to_figures(const struct desk *desk, const struct tour *before)
{
	return desk->focus == FOCUS_HEADLINE && (before->focus != FOCUS_HEADLINE || desk->headline != before->headline);
}

static bool has_explained(const struct desk *desk, const struct tour *before)
{
	return desk->view == VIEW_EXPLAIN && before->view != VIEW_EXPLAIN;
}

static int count_pins(const struct desk *desk)
{
	int count = 0;

	for (int i = 0; i < PINS_MAX; i++)
		count += desk->pins[i].name != NULL;
	return count;
}

static bool has_compared(const struct desk *desk, const struct tour *before)
{
	const char *name = desk->compared.name ? desk->compared.name : "";

	return desk->compare != before->compare || strcmp(name, before->compared_name) || count_pins(desk) != before->pins
		|| history_at(session_history(desk->session)) < before->history_at;
}

static bool has_looked_up(const struct desk *desk, const struct tour *before)
{
	return desk->outside.what == OUTSIDE_EDIT
		|| (desk->view != before->view && (desk->view == VIEW_HELP || desk->view == VIEW_MANUAL));
}

/* ---- the steps ---- */

/* {COMMAND} in a text is the key that runs it in the place. */
static const struct step {
	const char *title, *text;
	enum place_of_keys place;
	bool of_results;            /* speaks of figures and charts, not of sliders */
	bool (*is_done)(const struct desk *desk, const struct tour *before);
} steps[] = {
	{ N_("Move a slider"),
		N_("On the left are the levers: what the state can decide. {row -1} and {row +1} go from one to the next, "
		"{move -1} and {move +1} move it, {value} takes a typed value. Move one: all that follows from it is computed "
		"at once."),
		KEYS_SLIDERS, false, has_moved },
	{ N_("What follows, and how certain it is"),
		N_("On the right are the main figures with their change against what is compared (= is none), and below one of "
		"them over time: nine of ten possible worlds lie in the light band, half in the dark one. Press {focus next} "
		"twice to go to the figures."),
		KEYS_EVERYWHERE, true, went_to_figures },
	{ N_("Another year, and why"),
		N_("All figures are of one year, which stands at the top right and in the chart: {year -1} and {year +1} change "
		"it. {explain} shows where the figure under the cursor comes from: its equation, what it uses, what uses it. "
		"Press it; {back} leads back."),
		KEYS_EVERYWHERE, true, has_explained },
	{ N_("Compare, keep, take back"),
		N_("The top line says what you compare with; {compare} chooses something else. {pin} pins what you see to the "
		"charts, to see the next beside it. {undo} takes any move back, without limit, and {redo} does it again. Try "
		"one of them."),
		KEYS_EVERYWHERE, true, has_compared },
	{ N_("Your own rules, and help"),
		N_("{edit} opens the rule of what is under the cursor in your editor: save it, and the charts follow; the "
		"shipped rules stay as they are. {manual} opens the manual at the same place, {view help} shows all keys. {quit} "
		"leaves, and nothing is lost."),
		KEYS_EVERYWHERE, false, has_looked_up },
};

bool tour_is_due(void)
{
	static const char text[] = "The tour has been shown. Without this file the next start shows it again.\n";
	char *path = file_home(FILE_STATE, "tour", NULL), *folder = path ? file_folder(path) : NULL;
	const bool due = path && !file_exists(path) && !file_make_folders(folder, NULL)
		&& !file_write(path, text, sizeof(text) - 1, NULL);

	free(folder);
	free(path);
	return due;
}

void tour_free(struct tour *tour)
{
	if (!tour)
		return;
	settings_free(tour->settings);
	free(tour->compared_name);
	free(tour);
}

static void show_step(struct desk *desk, size_t step)
{
	struct tour *tour = xcalloc(1, sizeof(*tour));

	*tour = (struct tour){
		.step = step, .settings = settings_copy(desk->settings), .focus = desk->focus, .headline = desk->headline,
		.history_at = history_at(session_history(desk->session)), .view = desk->view, .compare = desk->compare,
		.compared_name = xstrdup(desk->compared.name ? desk->compared.name : ""), .pins = count_pins(desk),
	};
	tour_free(desk->tour);
	desk->tour = tour;
}

/* ---- the slider that the first step begins on ---- */

/* The first chart's outcome in the year under the cursor, as things are set now. */
static double charted(struct desk *desk, int variable)
{
	const double *values;

	desk_run(desk);
	values = runner_central(desk->runner, SHOT_CURRENT, variable);
	return values ? values[desk->record] : NAN;
}

/* Whether a tenth of the slider's track makes a difference that one sees. */
static bool moves(struct desk *desk, int lever, int variable, double base)
{
	const struct variable *v = model_variable(desk->model, lever);
	const double now = desk_value(desk, lever), tenth = (v->hi - v->lo) / 10;
	struct settings *before = settings_copy(desk->settings);
	bool seen = false;

	if (!v->is_switch && !desk_set(desk, lever, now + tenth > v->hi ? now - tenth : now + tenth, NULL))
		seen = fabs(charted(desk, variable) - base) > 0.01 * fabs(base);
	desk_replace(desk, before);
	settings_free(before);
	return seen;
}

/* The selected lever if it does something to the chart, else the first that does; the selected one if there is none. */
static int lever_to_move(struct desk *desk, int selected, int variable)
{
	const double base = charted(desk, variable);

	if (isnan(base) || moves(desk, selected, variable, base))
		return selected;
	for (size_t i = 0; i < desk->levers.count; i++) {
		const int lever = desk->levers.items[i].variable;

		if (lever >= 0 && moves(desk, lever, variable, base))
			return lever;
	}
	return selected;
}

/* A first move is to be seen. */
static void choose_slider(struct desk *desk)
{
	const int variable = desk_chart_variable(desk, 0), selected = desk_selected_input(desk);
	int lever;

	if (variable < 0 || selected < 0)
		return;
	lever = lever_to_move(desk, selected, variable);
	free(desk->lever);
	desk->lever = xstrdup(model_variable(desk->model, lever)->id);
	desk_run(desk);
}

void tour_begin(struct desk *desk)
{
	desk_show(desk, VIEW_CHARTS);
	desk->focus = FOCUS_LEVERS;
	choose_slider(desk);
	show_step(desk, 0);
}

void tour_next(struct desk *desk)
{
	const size_t next = desk->tour ? desk->tour->step + 1 : 0;

	if (!desk->tour)
		tour_begin(desk);
	else if (next < ARRAY_LEN(steps))
		show_step(desk, next);
	else
		tour_end(desk);
}

void tour_end(struct desk *desk)
{
	if (!desk->tour)
		return;
	tour_free(desk->tour);
	desk->tour = NULL;
	desk_say(desk, TONE_INFO, "%s", _("that was the tour; :tour begins it again"));
}

void tour_follow(struct desk *desk)
{
	if (desk->tour && steps[desk->tour->step].is_done(desk, desk->tour))
		tour_next(desk);
}

/* ---- drawing ---- */

/* The key of a command, or how it is typed where no key runs it. */
static void add_key(struct buf *buf, const struct desk *desk, enum place_of_keys place, const char *command)
{
	char name[KEY_NAME_MAX];

	if (keymap_key_of(desk->keymap, place, command, name))
		buf_add(buf, name);
	else
		buf_addf(buf, ":%s", command);
}

static struct text_lines lines_of(const struct desk *desk, int cols)
{
	const struct step *step = &steps[desk->tour->step];
	const int room = cols - 2 > TEXT_COLS_MAX ? TEXT_COLS_MAX : cols < 4 ? 2 : cols - 2;
	struct buf buf = BUF_INIT;
	struct text_lines lines;

	for (const char *at = _(step->text); *at;) {
		const size_t plain = strcspn(at, "{"), length = strcspn(at + plain, "}");
		char *command;

		buf_add_bytes(&buf, at, plain);
		at += plain;
		if (!*at)
			break;
		command = xstrndup(at + 1, length - 1);
		add_key(&buf, desk, step->place, command);
		free(command);
		at += length + (at[length] == '}');
	}
	lines = text_wrap(buf_text(&buf), room);
	buf_release(&buf);
	return lines;
}

int tour_rows(const struct desk *desk, int cols)
{
	struct text_lines lines;
	int rows;

	if (!desk->tour)
		return 0;
	lines = lines_of(desk, cols);
	rows = (int)lines.count + 2;
	text_lines_release(&lines);
	return rows;
}

/* The line above, heavy below what the step speaks of, with an arrow that points there. */
static void draw_pointer(const struct desk *desk, struct area area, struct area part)
{
	look_rule(desk, area, 0, NULL);
	for (int x = part.x; x < part.x + part.cols; x++)
		area_set(area, 0, x, STYLE(ROLE_KEY), look_glyph(desk, "=", "\u2501"));
	if (part.cols)
		area_set(area, 0, part.x + part.cols / 2, STYLE(ROLE_KEY), look_glyph(desk, "^", "\u25B2"));
}

/* A key, what it does and where to click for it; ends before column `x`. Returns where it begins. */
static int put_hint(const struct desk *desk, struct area area, int x, const char *command, const char *runs,
	const char *hint, struct frame *frame)
{
	struct buf key = BUF_INIT;
	int from, end;

	add_key(&key, desk, KEYS_EVERYWHERE, command);
	from = x - text_width(buf_text(&key)) - (*hint != '\0') - text_width(hint);
	end = area_put(area, 1, from, STYLE(ROLE_KEY), buf_text(&key));
	if (*hint)
		end = area_putf(area, 1, end, STYLE(ROLE_DIM), " %s", hint);
	frame_add(frame, REGION_COMMAND, area_part(area, 1, from, 1, end - from), 0, "%s", runs);
	buf_release(&key);
	return from;
}

/* Away from the charts `back` has something else to do first; then the command's name says enough. */
static int put_hints(const struct desk *desk, struct area area, struct frame *frame)
{
	const bool last = desk->tour->step + 1 == ARRAY_LEN(steps), on_charts = desk->view == VIEW_CHARTS;
	int x = area.cols - 1;

	if (!last)
		x = put_hint(desk, area, x, on_charts ? "back" : "tour end", "tour end", on_charts ? _("end") : "", frame) - 2;
	return put_hint(desk, area, x, "tour next", "tour next", last ? _("end") : _("next"), frame);
}

void tour_draw(const struct desk *desk, struct area area, struct area sliders, struct area results, struct frame *frame)
{
	const struct step *step;
	struct text_lines lines;
	struct buf title = BUF_INIT;
	int room;

	if (!area.rows)
		return;
	step = &steps[desk->tour->step];
	draw_pointer(desk, area, step->of_results && sliders.cols ? results : sliders);
	room = put_hints(desk, area, frame) - 2;
	/* TRANSLATORS: the number of the step, of how many, its title */
	buf_addf(&title, _("Tour, %zu of %zu: %s"), desk->tour->step + 1, ARRAY_LEN(steps), _(step->title));
	area_fit(area, 1, 1, room > 0 ? room : 0, TEXT_LEFT, STYLE(ROLE_HEADING), buf_text(&title));
	lines = lines_of(desk, area.cols);
	for (int y = 0; y < (int)lines.count && y + 2 < area.rows; y++)
		area_put(area, y + 2, 1, STYLE(ROLE_TEXT), lines.line[y]);
	text_lines_release(&lines);
	buf_release(&title);
}
