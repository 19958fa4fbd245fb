/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/number.h"
#include "base/unit.h"
#include "model/model.h"
#include "scenario/scenario.h"
#include "scenario/session.h"
#include "ui/book.h"
#include "ui/frame.h"
#include "ui/headline.h"
#include "ui/keymap.h"
#include "ui/look.h"
#include "ui/panel.h"
#include "ui/prompt.h"
#include "ui/tour.h"
#include "ui/view.h"

enum {
	CHARTS_COLS = 160, CHARTS_ROWS = 50, ROOMY_COLS = 140, MISTAKE_ROWS = 4, MISTAKE_COUNT_COLS = 16, YEAR_DIGITS = 4,
	BODY_MIN = 6,
};

/* Where everything stands. Empty areas are not drawn. */
struct layout {
	struct area title, panel, wall, headline, rule, view, tour, mistakes, status, keys;
};

bool screen_is_roomy(int cols)
{
	return cols >= ROOMY_COLS;
}

static int panel_cols(int cols)
{
	if (cols < 100)
		return cols * 9 / 20;
	if (cols < ROOMY_COLS)
		return cols * 3 / 7;
	return cols / 3 > 66 ? 66 : cols / 3;
}

static const struct diags *mistakes_of(const struct desk *desk)
{
	return desk->book ? book_mistakes(desk->book) : NULL;
}

/* The first is written out; beside it stands how many there are. */
static int mistake_cols(const struct diags *mistakes, int cols)
{
	const int room = cols - (mistakes->count > 1 ? MISTAKE_COUNT_COLS : 0) - 2;

	return room > 2 ? room : 2;
}

static int mistake_rows(const struct desk *desk, int cols)
{
	const struct diags *mistakes = mistakes_of(desk);
	struct text_lines lines;
	char *line;
	int rows;

	if (!mistakes || !mistakes->count)
		return 0;
	line = diags_line(mistakes, 0);
	lines = text_wrap(line, mistake_cols(mistakes, cols));
	rows = (int)lines.count < MISTAKE_ROWS ? (int)lines.count : MISTAKE_ROWS;
	text_lines_release(&lines);
	free(line);
	return rows;
}

static struct layout arrange(const struct desk *desk, struct grid *grid)
{
	const struct area all = grid_area(grid);
	const int mistakes = mistake_rows(desk, all.cols), wanted = tour_rows(desk, all.cols);
	const int tour = all.rows - 3 - mistakes - wanted < BODY_MIN ? 0 : wanted;
	const struct area body = area_rows(all, 1, all.rows - 3 - mistakes - tour);
	const bool alone = view_is_wide(desk->view) && !screen_is_roomy(all.cols);
	const int left = alone ? 0 : panel_cols(all.cols);
	const struct area right = area_part(body, 0, left ? left + 1 : 0, body.rows, body.cols - (left ? left + 1 : 0));
	const int strip = alone ? 0 : headline_rows(desk, right.rows, right.cols);

	return (struct layout){
		.title = area_rows(all, 0, 1), .panel = area_part(body, 0, 0, body.rows, left),
		.wall = area_part(body, 0, left, body.rows, left ? 1 : 0),
		.headline = area_rows(right, 0, strip), .rule = area_rows(right, strip, 1),
		.view = area_rows(right, strip + 1, right.rows - strip - 1),
		.tour = area_rows(all, all.rows - 2 - mistakes - tour, tour),
		.mistakes = area_rows(all, all.rows - 2 - mistakes, mistakes),
		.status = area_rows(all, all.rows - 2, 1), .keys = area_rows(all, all.rows - 1, 1),
	};
}

struct area screen_view_area(const struct desk *desk, struct grid *grid)
{
	return arrange(desk, grid).view;
}

int screen_charts(int rows, int cols)
{
	return cols < CHARTS_COLS ? 1 : rows < CHARTS_ROWS ? 2 : CHARTS_MAX;
}

enum place_of_keys screen_keys(const struct desk *desk)
{
	if (desk->focus == FOCUS_LEVERS || desk->focus == FOCUS_UNCERTAINTIES)
		return KEYS_SLIDERS;
	return desk->focus == FOCUS_HEADLINE ? KEYS_HEADLINES : view_keys(desk->view);
}

/* ---- title ---- */

/* The scenario, whether it is changed, what it is compared with; the rules and the year at the right. */
static void draw_title(const struct desk *desk, struct area area)
{
	const char *title = scenario_title(desk->scenario, desk->lang);
	const char *rules = model_fingerprint(desk->model);
	const bool changed = desk_is_changed(desk);
	struct buf right = BUF_INIT;
	struct area left;
	int x, room;

	area_blank(area, STYLE_ON(ROLE_TITLE, GROUND_TITLE));
	if (desk->book && book_is_shipped(desk->book))
		/* TRANSLATORS: the user's own rules are left out; then the fingerprint of those that run */
		buf_addf(&right, _("(shipped rules) %.8s"), rules ? rules : "");
	else
		buf_addf(&right, _("rules %.8s"), rules ? rules : "");
	buf_add(&right, "  ");
	unit_format(&right, desk_year(desk), "year", desk->lang, YEAR_DIGITS);
	buf_add_char(&right, ' ');
	room = area.cols - text_width(buf_text(&right)) - 1;
	left = area_part(area, 0, 0, 1, room);
	x = area_putf(left, 0, 1, STYLE(ROLE_TITLE), "publicstake %s ", look_glyph(desk, "|", "\u2502"));
	x = area_put(left, 0, x, STYLE(ROLE_TITLE), *title ? title : changed ? _("unnamed") : _("baseline"));
	if (changed)
		x = area_putf(left, 0, x, STYLE(ROLE_TITLE), " (%s)", _("changed"));
	x = area_putf(left, 0, x, STYLE(ROLE_TITLE), " %s ", look_glyph(desk, "|", "\u2502"));
	area_putf(left, 0, x, STYLE(ROLE_TITLE), _("against %s"), desk_compared_name(desk));
	area_put(area, 0, area.cols - text_width(buf_text(&right)), STYLE(ROLE_TITLE), buf_text(&right));
	buf_release(&right);
}

/* ---- status ---- */

static void progress(const struct desk *desk, struct buf *text)
{
	const size_t done = runner_worlds(desk->runner, SHOT_CURRENT), wanted = runner_worlds_wanted(desk->runner,
		SHOT_CURRENT);
	const size_t bad = runner_worlds_bad(desk->runner, SHOT_CURRENT);
	char made[NUMBER_TEXT_MAX], other[NUMBER_TEXT_MAX];

	number_count(done, made);
	if (done < wanted)
		buf_addf(text, _("%s of %s worlds "), made, number_count(wanted, other));
	else
		buf_addf(text, _("%s worlds "), made);
	if (bad)
		buf_addf(text, _("(%s left out) "), number_count(bad, other));
}

/* Where there is nothing to say: what a move did to figures that are not on the screen, or what the model is. */
static void draw_idle(const struct desk *desk, struct area area, int room, struct area strip, const struct frame *frame)
{
	struct buf text = BUF_INIT;

	headline_add_unseen(desk, strip, frame, &text);
	if (text.len)
		area_fit(area, 0, 1, room, TEXT_LEFT, STYLE(ROLE_TEXT), buf_text(&text));
	else
		area_fit(area, 0, 1, room, TEXT_LEFT, STYLE(ROLE_DIM), text_in(model_title(desk->model), desk->lang));
	buf_release(&text);
}

/* What there is to say, the caller's; NULL: nothing. */
static char *what_to_say(const struct desk *desk, enum tone *tone)
{
	const char *fault = desk->is_script ? NULL : session_fault(desk->session);
	char *reason, *text;

	*tone = desk->message ? desk->tone : TONE_WARNING;
	if (desk->message || !fault)
		return desk->message ? xstrdup(desk->message) : NULL;
	reason = err_reason(fault);
	text = xasprintf(_("your work is not saved (%s); M says more"), reason);
	free(reason);
	return text;
}

static void draw_status(const struct desk *desk, struct area area, struct area strip, const struct frame *frame)
{
	static const enum role roles[] = { [TONE_INFO] = ROLE_TEXT, [TONE_GOOD] = ROLE_GOOD, [TONE_WARNING] = ROLE_WARNING,
		[TONE_ERROR] = ROLE_ERROR };
	enum tone tone;
	char *say = what_to_say(desk, &tone);
	const bool error = desk->message && desk->tone == TONE_ERROR;
	const enum ground ground = error ? GROUND_ERROR : GROUND_STATUS;
	struct buf right = BUF_INIT, short_paths = BUF_INIT;
	int room;

	area_blank(area, STYLE_ON(ROLE_TEXT, ground));
	progress(desk, &right);
	/* What there is to say comes first. */
	if (say && text_width(say) > area.cols - text_width(buf_text(&right)) - 2)
		buf_clear(&right);
	room = area.cols - text_width(buf_text(&right)) - 2;
	if (say) {
		file_shorten(&short_paths, say, room);
		area_fit(area, 0, 1, room, TEXT_LEFT, STYLE(roles[tone]), buf_text(&short_paths));
	} else {
		draw_idle(desk, area, room, strip, frame);
	}
	area_put(area, 0, area.cols - text_width(buf_text(&right)), STYLE(error ? ROLE_ERROR : ROLE_DIM), buf_text(&right));
	buf_release(&right);
	buf_release(&short_paths);
	free(say);
}

static void draw_mistakes(const struct desk *desk, struct area area)
{
	struct text_lines lines;
	char *line;

	if (!area.rows)
		return;
	line = diags_line(mistakes_of(desk), 0);
	lines = text_wrap(line, mistake_cols(mistakes_of(desk), area.cols));
	area_blank(area, STYLE_ON(ROLE_ERROR, GROUND_ERROR));
	for (int y = 0; y < area.rows && y < (int)lines.count; y++)
		area_put(area, y, 1, STYLE(ROLE_ERROR), lines.line[y]);
	if (mistakes_of(desk)->count > 1)
		area_putf(area, area.rows - 1, area.cols - MISTAKE_COUNT_COLS, STYLE(ROLE_ERROR), _(" %zu mistakes: M "),
			mistakes_of(desk)->count);
	text_lines_release(&lines);
	free(line);
}

/* ---- keys ---- */

static int put_key(const struct desk *desk, struct area area, int x, const struct binding *binding, struct frame *frame)
{
	char name[KEY_NAME_MAX];
	const int from = x;

	if (!keymap_key_of(desk->keymap, binding->place, binding->command, name))
		return x;
	x = area_put(area, 0, x, STYLE(ROLE_KEY), name);
	x = area_putf(area, 0, x, STYLE(ROLE_DIM), " %s", _(binding->hint));
	frame_add(frame, REGION_COMMAND, area_part(area, 0, from, 1, x - from), 0, "%s", binding->command);
	return x + 2;
}

static int key_width(const struct desk *desk, const struct binding *binding)
{
	char name[KEY_NAME_MAX];

	if (!keymap_key_of(desk->keymap, binding->place, binding->command, name))
		return 0;
	return text_width(name) + 1 + text_width(_(binding->hint)) + 2;
}

/* Whether it is shown where the cursor is: the key that it is shown by may do something else there. */
static bool is_shown(const struct desk *desk, const struct binding *binding)
{
	const enum place_of_keys place = screen_keys(desk);
	char name[KEY_NAME_MAX];
	const char *command;
	key_code key;

	if (!binding->hint || (binding->place != place && binding->place != KEYS_EVERYWHERE)
		|| !keymap_key_of(desk->keymap, binding->place, binding->command, name) || key_parse(name, &key))
		return false;
	command = keymap_find(desk->keymap, place, key);
	return command && !strcmp(command, binding->command);
}

/* What stands at the right, always. */
static const char *const last_commands[] = { "view help", "leave", "quit" };

static bool is_last(const struct binding *binding)
{
	for (size_t i = 0; i < ARRAY_LEN(last_commands); i++)
		if (!strcmp(binding->command, last_commands[i]))
			return true;
	return false;
}

static void draw_last(const struct desk *desk, struct area area, int x, struct frame *frame)
{
	const struct binding *binding;

	for (size_t k = 0; k < ARRAY_LEN(last_commands); k++)
		for (size_t i = 0; (binding = keymap_at(desk->keymap, i)); i++)
			if (is_shown(desk, binding) && !strcmp(binding->command, last_commands[k]))
				x = put_key(desk, area, x, binding, frame);
}

/* Those of the place first, then those that hold everywhere, as far as there is room. */
static void draw_keys(const struct desk *desk, struct area area, struct frame *frame)
{
	const enum place_of_keys places[] = { screen_keys(desk), KEYS_EVERYWHERE };
	const struct binding *binding;
	int x = 1, last = 1, room;

	area_blank(area, STYLE_ON(ROLE_DIM, GROUND_STATUS));
	for (size_t i = 0; (binding = keymap_at(desk->keymap, i)); i++)
		if (is_shown(desk, binding) && is_last(binding))
			last += key_width(desk, binding);
	room = area.cols - last;
	for (int p = 0; p < 2; p++)
		for (size_t i = 0; (binding = keymap_at(desk->keymap, i)); i++)
			if (is_shown(desk, binding) && binding->place == places[p] && !is_last(binding)
				&& x + key_width(desk, binding) <= room)
				x = put_key(desk, area, x, binding, frame);
	draw_last(desk, area, room > x ? room : x, frame);
}

/* ---- the whole ---- */

static void draw_too_small(struct area area)
{
	struct text_lines lines;
	struct buf text = BUF_INIT;

	buf_addf(&text, _("The explorer needs %d x %d cells; this terminal has %d x %d. Enlarge it, or press q."),
		SCREEN_COLS_MIN,
	         SCREEN_ROWS_MIN, area.cols, area.rows);
	lines = text_wrap(buf_text(&text), area.cols < 2 ? 2 : area.cols);
	for (int y = 0; y < (int)lines.count && y < area.rows; y++)
		area_put(area, y, 0, STYLE(ROLE_TEXT), lines.line[y]);
	text_lines_release(&lines);
	buf_release(&text);
}

void screen_draw(const struct desk *desk, const struct prompt *prompt, struct grid *grid, struct frame *frame)
{
	const struct area all = grid_area(grid);
	struct layout layout;

	grid_clear(grid);
	frame_start(frame);
	if (all.rows < SCREEN_ROWS_MIN || all.cols < SCREEN_COLS_MIN) {
		draw_too_small(all);
		return;
	}
	layout = arrange(desk, grid);
	draw_title(desk, layout.title);
	if (layout.panel.cols) {
		panel_draw(desk, layout.panel, frame);
		look_wall(desk, layout.wall, 0);
	}
	headline_draw(desk, layout.headline, frame);
	look_rule(desk, layout.rule, 0, desk->view == VIEW_CHARTS ? NULL : view_title(desk));
	view_draw(desk, layout.view, frame);
	tour_draw(desk, layout.tour, layout.panel, layout.headline, frame);
	draw_mistakes(desk, layout.mistakes);
	draw_keys(desk, layout.keys, frame);
	if (prompt && prompt_state(prompt) == PROMPT_OPEN)
		prompt_draw(prompt, desk, area_rows(all, 0, all.rows - 1), all.rows - 2, frame);
	else
		draw_status(desk, layout.status, layout.headline, frame);
}
