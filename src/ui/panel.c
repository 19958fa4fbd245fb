/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/panel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "base/unit.h"
#include "model/model.h"
#include "model/spread.h"
#include "scenario/settings.h"
#include "ui/detail.h"
#include "ui/frame.h"
#include "ui/look.h"

enum {
	BOTH_ROWS = 46,        /* from this height on both panels stand below each other */
	TRACK_MIN = 8, TRACK_MAX = 24,
	VALUE_MIN = 8, VALUE_MAX = 14,
};

struct columns {
	int label, track, value;    /* widths; track starts at label + 2 */
};

static int clamp_int(int value, int lo, int hi)
{
	return value < lo ? lo : value > hi ? hi : value;
}

static struct columns columns_of(int width)
{
	struct columns c;

	c.value = clamp_int(width / 5, VALUE_MIN, VALUE_MAX);
	c.track = clamp_int(width * 2 / 9, TRACK_MIN, TRACK_MAX);
	c.label = width - c.value - c.track - 4;
	return c;
}

/* ---- tracks ---- */

static int column_of(const struct variable *v, double value, int cells)
{
	const double share = v->hi > v->lo ? (value - v->lo) / (v->hi - v->lo) : 0;

	return (int)lround((share < 0 ? 0 : share > 1 ? 1 : share) * (cells - 1));
}

double panel_value_at(const struct desk *desk, int variable, int column, int columns)
{
	const struct variable *v = model_variable(desk->model, variable);
	const double share = columns > 1 ? (double)column / (columns - 1) : 0;
	double value = v->lo + (share < 0 ? 0 : share > 1 ? 1 : share) * (v->hi - v->lo);

	if (v->is_switch)
		return share >= 0.5;
	if (v->step > 0)
		value = v->lo + round((value - v->lo) / v->step) * v->step;
	return settings_nearest(desk->model, variable, value);
}

/* What a track is drawn with: past the knob, before it, and what stands on it. */
struct pens {
	const char *full, *rest, *spread, *knob, *drawn, *mark, *base;
};

static struct pens pens_of(const struct desk *desk)
{
	if (desk->glyphs == GLYPHS_ASCII)
		return (struct pens){ "=", "-", "~", "O", "o", "+", "|" };
	return (struct pens){ "\u2501", "\u2500", "\u2550", "\u25CF", "\u25CB", "\u2534", "\u2503" };
}

static enum role role_of(const struct desk *desk, const struct variable *v)
{
	(void)desk;
	if (v->kind == VAR_LEVER)
		return ROLE_LEVER;
	return var_is_drawn(v) ? ROLE_UNCERTAINTY : ROLE_FIXED;
}

static void draw_switch(const struct desk *desk, struct area area, int y, int x, int cells, const struct variable *v,
                        double value, double base)
{
	const bool ascii = desk->glyphs == GLYPHS_ASCII, on = value >= 0.5;
	const int end = x + (cells < 6 ? cells : 6) - 1;

	for (int i = x; i <= end; i++)
		area_set(area, y, i, STYLE(on ? role_of(desk, v) : ROLE_TRACK), ascii ? on ? "=" : "-" : on ? "\u2501"
			: "\u2500");
	area_set(area, y, on ? end : x, STYLE(role_of(desk, v)), ascii ? on ? "O" : "o" : on ? "\u25CF" : "\u25CB");
	if ((base >= 0.5) != on)
		area_set(area, y, base >= 0.5 ? end : x, STYLE(ROLE_BASELINE), ascii ? "|" : "\u2503");
}

static void draw_spread(struct area area, int y, int x, int cells, const struct variable *v, const struct pens *pens)
{
	const int from = column_of(v, spread_inverse(&v->spread, 0.05, v->value), cells);
	const int to = column_of(v, spread_inverse(&v->spread, 0.95, v->value), cells);

	for (int i = from; i <= to; i++)
		area_set(area, y, x + i, STYLE(ROLE_UNCERTAINTY), pens->spread);
}

/* The track from lowest to highest value: what the knob has passed, marks, the baseline's tick, the knob. An
 * uncertainty that is drawn shows its 90 % range and where the central world stands. */
static void draw_track(const struct desk *desk, struct area area, int y, int x, int cells, int variable)
{
	const struct variable *v = model_variable(desk->model, variable);
	const struct pens pens = pens_of(desk);
	const double value = desk_value(desk, variable), base = desk_value_compared(desk, variable);
	const bool drawn = var_is_drawn(v) && !desk_is_set(desk, variable);
	const int knob = column_of(v, value, cells);

	if (v->is_switch) {
		draw_switch(desk, area, y, x, cells, v, value, base);
		return;
	}
	for (int i = 0; i < cells; i++)
		area_set(area, y, x + i, STYLE(!drawn && i < knob ? role_of(desk, v) : ROLE_TRACK),
		         !drawn && i < knob ? pens.full : pens.rest);
	if (drawn)
		draw_spread(area, y, x, cells, v, &pens);
	for (size_t i = 0; i < v->mark_count; i++)
		area_set(area, y, x + column_of(v, v->marks[i].value, cells), STYLE(ROLE_MARK), pens.mark);
	if (isfinite(base))
		area_set(area, y, x + column_of(v, base, cells), STYLE(ROLE_BASELINE), pens.base);
	area_set(area, y, x + knob, STYLE(role_of(desk, v)), drawn ? pens.drawn : pens.knob);
}

/* ---- rows ---- */

static void draw_value(const struct desk *desk, struct area area, int y, int x, int cells, int variable)
{
	const struct variable *v = model_variable(desk->model, variable);
	const double value = desk_value(desk, variable);
	struct buf text = BUF_INIT;

	if (v->is_switch) {
		struct buf room = BUF_INIT;

		buf_add(&text, unit_switch_label(v->unit, value >= 0.5, desk->lang, &room));
		buf_release(&room);
	} else {
		unit_format_fit(&text, value, v->unit, desk->lang, 4, cells);
	}
	area_fit(area, y, x, cells, TEXT_RIGHT, STYLE(desk_is_set(desk, variable) ? ROLE_STRONG : ROLE_TEXT),
		buf_text(&text));
	buf_release(&text);
}

static void draw_slider(const struct desk *desk, struct area area, int y, int variable, bool selected, bool focused,
                        struct frame *frame)
{
	const struct variable *v = model_variable(desk->model, variable);
	const struct columns c = columns_of(area.cols);
	const bool set = desk_is_set(desk, variable), ascii = desk->glyphs == GLYPHS_ASCII;
	const char *marker = selected ? ascii ? ">" : "\u25B8" : set ? "*" : " ";

	if (selected)
		area_paint(area, y, 0, 1, area.cols, STYLE_ON(ROLE_KEEP, focused ? GROUND_SELECTED : GROUND_PALE));
	area_put(area, y, 0, STYLE(set ? role_of(desk, v) : ROLE_TEXT), marker);
	area_fit(area, y, 1, c.label, TEXT_LEFT, STYLE(selected && focused ? ROLE_STRONG : set ? role_of(desk, v) : ROLE_TEXT),
		desk_label(desk, variable));
	if (set && selected)
		area_put(area, y, 1 + c.label, STYLE(role_of(desk, v)), "*");
	draw_track(desk, area, y, c.label + 2, c.track, variable);
	draw_value(desk, area, y, c.label + c.track + 3, c.value, variable);
	frame_add(frame, REGION_COMMAND, area_rows(area, y, 1), variable, "select %s", v->id);
	frame_add(frame, REGION_TRACK, area_part(area, y, c.label + 2, 1, v->is_switch ? 6 : c.track), variable,
		"select %s", v->id);
}

static void draw_heading(const struct desk *desk, struct area area, int y, const struct row *row)
{
	const char *label = row->is_fixed ? _("Constants and starting values") : desk_group_label(desk, row->group);

	area_fit(area, y, 1, area.cols - 1, TEXT_LEFT, STYLE(ROLE_HEADING), label);
}

static void draw_list(const struct desk *desk, struct area area, enum focus focus, struct frame *frame)
{
	const struct rows *rows = desk_rows(desk, focus);
	const int selected = desk_row(desk, focus);
	int *top = &frame->rows_top[focus];

	/* The heading above the first slider of a group comes with it. */
	*top = frame_scroll(*top, selected > 0 && rows->items[selected - 1].variable < 0 ? selected - 1 : selected,
	                    (int)rows->count, area.rows);
	*top = frame_scroll(*top, selected, (int)rows->count, area.rows);
	frame_add(frame, REGION_SCROLL, area, focus, "%s", "");
	if (desk->focus == focus)
		frame->page_rows = area.rows;
	for (int y = 0; y < area.rows && *top + y < (int)rows->count; y++) {
		const struct row *row = &rows->items[*top + y];

		if (row->variable < 0)
			draw_heading(desk, area, y, row);
		else
			draw_slider(desk, area, y, row->variable, *top + y == selected, desk->focus == focus, frame);
	}
	look_scrollbar(desk, area, *top, (int)rows->count);
}

/* ---- the whole ---- */

static void add_tab(const struct desk *desk, struct buf *text, bool levers, bool brief)
{
	const size_t set = desk_set_count(desk, levers);

	buf_addf(text, " %s", levers ? _("Levers") : _("Assumptions"));
	if (set && brief)
		buf_addf(text, " (%zu)", set);
	else if (set)
		buf_addf(text, levers ? _(" (%zu moved)") : _(" (%zu set)"), set);
	buf_add_char(text, ' ');
}

static int tab_width(const struct desk *desk, bool levers)
{
	struct buf text = BUF_INIT;
	int cells;

	add_tab(desk, &text, levers, false);
	cells = text_width(buf_text(&text));
	buf_release(&text);
	return cells;
}

static void draw_tab(const struct desk *desk, struct area area, int y, int *x, enum focus focus, struct frame *frame)
{
	const bool levers = focus == FOCUS_LEVERS, shown = desk->focus == focus;
	const bool brief = tab_width(desk, true) + tab_width(desk, false) > area.cols;
	const int from = *x;
	struct buf text = BUF_INIT;

	add_tab(desk, &text, levers, brief);
	*x = area_put(area, y, *x, STYLE_ON(levers ? ROLE_LEVER : ROLE_UNCERTAINTY, shown ? GROUND_SELECTED : GROUND_KEEP),
		buf_text(&text));
	frame_add(frame, REGION_COMMAND, area_part(area, y, from, 1, *x - from), 0, levers ? "focus levers"
		: "focus uncertainties");
	buf_release(&text);
}

void panel_draw(const struct desk *desk, struct area area, struct frame *frame)
{
	const bool both = area.rows >= BOTH_ROWS;
	const bool other = desk->focus == FOCUS_UNCERTAINTIES;
	const int detail = detail_rows(area.rows);
	const int lists = area.rows - detail;
	const int first = (int)desk->levers.count + 1 < lists * 3 / 5 ? (int)desk->levers.count + 1 : lists * 3 / 5;
	int x = 0;

	draw_tab(desk, area, 0, &x, FOCUS_LEVERS, frame);
	if (both) {
		draw_list(desk, area_rows(area, 1, first - 1), FOCUS_LEVERS, frame);
		x = 0;
		draw_tab(desk, area, first, &x, FOCUS_UNCERTAINTIES, frame);
		draw_list(desk, area_rows(area, first + 1, lists - first - 1), FOCUS_UNCERTAINTIES, frame);
	} else {
		draw_tab(desk, area, 0, &x, FOCUS_UNCERTAINTIES, frame);
		draw_list(desk, area_rows(area, 1, lists - 1), other ? FOCUS_UNCERTAINTIES : FOCUS_LEVERS, frame);
	}
	detail_draw(desk, area_rows(area, lists, detail), frame);
}
