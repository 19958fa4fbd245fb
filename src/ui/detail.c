/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/detail.h"

#include <math.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/lang.h"
#include "base/text.h"
#include "base/unit.h"
#include "model/model.h"
#include "ui/frame.h"
#include "ui/keymap.h"
#include "ui/look.h"
#include "ui/readout.h"

enum { ROWS_MIN = 5, ROWS_MAX = 10, LIST_MIN = 6, LABEL_ROWS = 2, DIGITS = 4, FIGURE_DIGITS = 3 };

int detail_rows(int rows)
{
	const int wanted = rows / 5;

	if (rows - ROWS_MIN - 1 < LIST_MIN)
		return 0;
	return (wanted < ROWS_MIN ? ROWS_MIN : wanted > ROWS_MAX ? ROWS_MAX : wanted) + 1;
}

/* As many lines as there are, but no more than `most`; the last is cut. Returns the row after. */
static int put_lines(struct area area, int y, int most, enum role role, const char *text)
{
	struct text_lines lines = text_wrap(text, area.cols > 2 ? area.cols : 2);

	for (size_t i = 0; i < lines.count && (int)i < most && y < area.rows; i++)
		area_put(area, y++, 0, STYLE(role), lines.line[i]);
	text_lines_release(&lines);
	return y;
}

/* The last line that has room, with the key that shows the rest. */
static void put_last(const struct desk *desk, struct area area, int y, const char *line, struct frame *frame)
{
	const char *ellipsis = look_glyph(desk, "~", "\u2026");
	struct buf text = BUF_INIT, cut = BUF_INIT;
	char key[KEY_NAME_MAX];
	int x;

	if (!keymap_key_of(desk->keymap, KEYS_EVERYWHERE, "manual", key))
		key[0] = '\0';
	buf_addf(&text, "%s%s", line, ellipsis);
	text_cut(&cut, buf_text(&text), area.cols - text_width(key) - 1, ellipsis);
	x = area_put(area, y, 0, STYLE(ROLE_DIM), buf_text(&cut));
	area_put(area, y, x + 1, STYLE(ROLE_KEY), key);
	frame_add(frame, REGION_COMMAND, area_rows(area, y, 1), 0, "manual");
	buf_release(&text);
	buf_release(&cut);
}

static void put_help(const struct desk *desk, struct area area, int y, const struct variable *v, struct frame *frame)
{
	char *whole = text_unfold(text_in(&v->help, desk->lang));
	struct text_lines lines = text_wrap(whole, area.cols > 2 ? area.cols : 2);

	for (size_t i = 0; i < lines.count && y < area.rows; i++, y++) {
		if (y == area.rows - 1 && i + 1 < lines.count)
			put_last(desk, area, y, lines.line[i], frame);
		else
			area_put(area, y, 0, STYLE(ROLE_DIM), lines.line[i]);
	}
	text_lines_release(&lines);
	free(whole);
}

/* ---- a slider ---- */

static enum role role_of(const struct variable *v)
{
	return v->kind == VAR_LEVER ? ROLE_LEVER : var_is_drawn(v) ? ROLE_UNCERTAINTY : ROLE_FIXED;
}

/* What it is compared with, in the longest form that has room: ", baseline 52,000 GPUs". */
static void add_compared(const struct desk *desk, struct buf *line, int variable, int cells)
{
	const char *unit = model_variable(desk->model, variable)->unit;
	struct buf text = BUF_INIT, value = BUF_INIT;

	unit_format_fit(&value, desk_value_compared(desk, variable), unit, desk->lang, DIGITS,
		cells - text_width(desk_compared_name(desk)) - 3);
	buf_addf(&text, ", %s %s", desk_compared_name(desk), buf_text(&value));
	if (text_width(buf_text(&text)) <= cells)
		buf_add(line, buf_text(&text));
	buf_release(&text);
	buf_release(&value);
}

static int put_value(const struct desk *desk, struct area area, int y, int variable)
{
	struct buf value = BUF_INIT, rest = BUF_INIT;
	int x;

	unit_format_fit(&value, desk_value(desk, variable), model_variable(desk->model, variable)->unit, desk->lang, DIGITS,
		area.cols);
	x = area_put(area, y, 0, STYLE(ROLE_STRONG), buf_text(&value));
	add_compared(desk, &rest, variable, area.cols - x);
	area_put(area, y, x, STYLE(ROLE_DIM), buf_text(&rest));
	buf_release(&value);
	buf_release(&rest);
	return y + 1;
}

static void add_word(struct buf *line, const char *word)
{
	if (line->len)
		buf_add(line, "; ");
	buf_add(line, word);
}

static int put_range(const struct desk *desk, struct area area, int y, int variable)
{
	const struct variable *v = model_variable(desk->model, variable);
	struct buf lo = BUF_INIT, hi = BUF_INIT, line = BUF_INIT;

	unit_format_short(&lo, v->lo, v->unit, desk->lang, DIGITS);
	unit_format_short(&hi, v->hi, v->unit, desk->lang, DIGITS);
	if (!v->is_switch)
		buf_addf(&line, _("%s to %s"), buf_text(&lo), buf_text(&hi));
	if (var_is_drawn(v))
		add_word(&line, desk_is_set(desk, variable) ? _("held in all worlds") : _("drawn in each world"));
	if (v->basis == BASIS_ESTIMATE)
		add_word(&line, _("an estimate"));
	if (line.len)
		area_fit(area, y++, 0, area.cols, TEXT_LEFT, STYLE(ROLE_DIM), buf_text(&line));
	buf_release(&lo);
	buf_release(&hi);
	buf_release(&line);
	return y;
}

static const struct mark *nearest_mark(const struct variable *v, double value)
{
	const struct mark *best = NULL;

	for (size_t i = 0; i < v->mark_count; i++)
		if (!best || fabs(v->marks[i].value - value) < fabs(best->value - value))
			best = &v->marks[i];
	return best;
}

static int put_mark(const struct desk *desk, struct area area, int y, int variable)
{
	const struct variable *v = model_variable(desk->model, variable);
	const struct mark *mark = nearest_mark(v, desk_value(desk, variable));
	struct buf text = BUF_INIT;

	if (!mark)
		return y;
	buf_add(&text, look_glyph(desk, "+ ", "\u2534 "));
	unit_format_short(&text, mark->value, v->unit, desk->lang, DIGITS);
	buf_addf(&text, ": %s", text_in(&mark->label, desk->lang));
	area_fit(area, y, 0, area.cols, TEXT_LEFT, STYLE(ROLE_MARK), buf_text(&text));
	buf_release(&text);
	return y + 1;
}

static int put_slider(const struct desk *desk, struct area area, int variable)
{
	int y = put_lines(area, 0, LABEL_ROWS, role_of(model_variable(desk->model, variable)), desk_label(desk, variable));

	y = put_value(desk, area, y, variable);
	y = put_range(desk, area, y, variable);
	return put_mark(desk, area, y, variable);
}

/* ---- a figure ---- */

static int put_worlds(const struct desk *desk, struct area area, int y, int variable)
{
	struct buf text = BUF_INIT;

	look_add_worlds(desk, &text, variable);
	if (text.len)
		y = put_lines(area, y, area.rows, ROLE_TEXT, buf_text(&text));
	buf_release(&text);
	return y;
}

static int put_figure(const struct desk *desk, struct area area, int variable)
{
	const double value = desk_value(desk, variable), base = desk_value_compared(desk, variable);
	const struct variable *v = model_variable(desk->model, variable);
	struct buf year = BUF_INIT, now = BUF_INIT, change = BUF_INIT;
	int x = 0, y = put_lines(area, 0, LABEL_ROWS, ROLE_HEADING, desk_label(desk, variable));

	desk_format(desk, &now, variable, value, FIGURE_DIGITS);
	unit_format(&year, desk_year(desk), "year", desk->lang, DIGITS);
	if (v->kind != VAR_SUMMARY)
		x = area_put(area, y, 0, STYLE(ROLE_CURSOR), buf_text(&year)) + 2;
	area_put(area, y++, x, STYLE(ROLE_STRONG), buf_text(&now));
	readout_change(&change, value, base, desk_compared_name(desk), &(struct axis_form){ v->unit, desk->lang, false });
	if (change.len)
		y = put_lines(area, y, area.rows, look_change_role(desk, variable, value - base), buf_text(&change));
	buf_release(&year);
	buf_release(&now);
	buf_release(&change);
	return put_worlds(desk, area, y, variable);
}

/* ---- the whole ---- */

void detail_draw(const struct desk *desk, struct area area, struct frame *frame)
{
	const struct area inner = area_part(area, 1, 1, area.rows - 1, area.cols - 2);
	const int selected = desk_selected(desk);
	const int variable = selected < 0 ? desk_selected_input(desk) : selected;
	int y;

	if (variable < 0)
		return;
	look_rule(desk, area, 0, NULL);
	y = var_is_input(model_variable(desk->model, variable)->kind) ? put_slider(desk, inner, variable)
		: put_figure(desk, inner, variable);
	put_help(desk, inner, y, model_variable(desk->model, variable), frame);
}
