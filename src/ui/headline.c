/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/headline.h"

#include <math.h>

#include "base/buf.h"
#include "base/lang.h"
#include "base/text.h"
#include "base/unit.h"
#include "model/model.h"
#include "ui/frame.h"
#include "ui/look.h"
#include "ui/spark.h"

enum { ITEM_COLS = 60, SPARK_MIN = 4, SPARK_MAX = 16, DIGITS = 3, CHANGE_COLS = 8, UNSEEN_COLS = 16, SPARE_MIN = 16 };

/* Cells of the value: the more there are, the more of its unit is there. */
static int value_cols(int cols)
{
	return cols >= 80 ? 18 : cols >= 60 ? 14 : cols >= 50 ? 12 : 10;
}

int headline_columns(int cols)
{
	return cols / ITEM_COLS > 0 ? cols / ITEM_COLS : 1;
}

static int headline_lines(const struct desk *desk, int cols)
{
	const int columns = headline_columns(cols);

	return ((int)desk->headline_count + columns - 1) / columns;
}

int headline_rows(const struct desk *desk, int rows, int cols)
{
	const int needed = headline_lines(desk, cols), most = rows * 2 / 5;

	return needed < most ? needed : most;
}

static void put_value(const struct desk *desk, struct area area, int y, int x, int cells, int variable)
{
	const double value = desk_value(desk, variable);
	struct buf text = BUF_INIT;

	if (isfinite(value))
		unit_format_fit(&text, value, model_variable(desk->model, variable)->unit, desk->lang, DIGITS, cells);
	else
		desk_format_short(desk, &text, variable, value);
	area_fit(area, y, x, cells, TEXT_RIGHT, STYLE(ROLE_STRONG), buf_text(&text));
	buf_release(&text);
}

/* The power of ten of the first digit. */
static int magnitude(double value)
{
	return (int)floor(log10(fabs(value)) + 1e-9);
}

/* The change as it is between the two values as they are shown: to the last place of the one beside it. Fills in the
 * digits that it has then. */
static double shown_change(const char *unit, double value, double base, int *digits)
{
	const double size = fabs(value) > 0 ? value : base;
	const bool years = unit_parse(unit).kind == UNIT_YEAR && value >= 1000;
	const int place = years ? 0 : fabs(size) > 0 ? magnitude(size) - DIGITS + 1 : 0;
	const double step = pow(10, place);
	const double change = years ? floor(value) - floor(base) : round((value - base) / step) * step;

	*digits = fabs(change) > 0 ? magnitude(change) - place + 1 : 1;
	return change;
}

/* Whether it differs from what is compared, as far as that is shown; what never comes has no difference. Fills in the
 * change and its digits. */
static bool has_changed(const struct desk *desk, int variable, double *change, int *digits)
{
	const double value = desk_value(desk, variable), base = desk_value_compared(desk, variable);

	if (!isfinite(value) || !isfinite(base))
		return false;
	*change = shown_change(model_variable(desk->model, variable)->unit, value, base, digits);
	return fabs(*change) > 0;
}

static void put_change(const struct desk *desk, struct area area, int y, int x, int variable)
{
	const bool known = isfinite(desk_value(desk, variable)) && isfinite(desk_value_compared(desk, variable));
	struct buf text = BUF_INIT;
	double change;
	int digits;

	if (!has_changed(desk, variable, &change, &digits)) {
		area_fit(area, y, x, CHANGE_COLS, TEXT_LEFT, STYLE(ROLE_DIM), known ? "=" : "");
		return;
	}
	look_add_change(desk, &text, variable, change, digits, CHANGE_COLS);
	area_fit(area, y, x, CHANGE_COLS, TEXT_LEFT, STYLE(look_change_role(desk, variable, change)), buf_text(&text));
	buf_release(&text);
}

static void put_spark(const struct desk *desk, struct area area, int y, int x, int cells, int variable)
{
	const double *values = runner_central(desk->runner, SHOT_CURRENT, variable);

	if (values && cells > 0)
		spark_draw(area_part(area, y, x, 1, cells), values, (size_t)runner_records(desk->runner), desk->record,
			desk->glyphs);
}

/* The widths of an item's parts, the same for all: labels get what they need, what is left is for the course. */
struct widths {
	int label, value, spark;
};

static struct widths widths_of(const struct desk *desk, int cols)
{
	struct widths w = { .value = value_cols(cols) };
	const int spare = cols - w.value - CHANGE_COLS - 3;
	const int sixth = spare / 6 > SPARK_MIN ? spare / 6 : SPARK_MIN, least = spare < SPARE_MIN ? 0 : sixth;

	for (size_t i = 0; i < desk->headline_count; i++) {
		const int cells = text_width(desk_label(desk, desk->headlines[i]));

		w.label = cells > w.label ? cells : w.label;
	}
	if (w.label > spare - least)
		w.label = spare - least;
	w.spark = spare - w.label > SPARK_MAX ? SPARK_MAX : spare - w.label;
	w.label = spare - w.spark;
	return w;
}

static void draw_item(const struct desk *desk, struct area area, int y, size_t item, const struct widths *w,
	struct frame *frame)
{
	const int variable = desk->headlines[item];
	const bool selected = desk->focus == FOCUS_HEADLINE && item == desk->headline;
	const int x = w->label + 1, change = x + w->value + 1;

	if (selected)
		area_paint(area, y, 0, 1, area.cols, STYLE_ON(ROLE_KEEP, GROUND_SELECTED));
	area_fit(area, y, 0, w->label, TEXT_LEFT, STYLE(ROLE_TEXT), desk_label(desk, variable));
	put_value(desk, area, y, x, w->value, variable);
	put_change(desk, area, y, change, variable);
	put_spark(desk, area, y, change + CHANGE_COLS + 1, w->spark, variable);
	frame_add(frame, REGION_COMMAND, area_rows(area, y, 1), variable, "headline %zu", item + 1);
}

void headline_add_unseen(const struct desk *desk, struct area area, const struct frame *frame, struct buf *text)
{
	const int lines = headline_lines(desk, area.cols), top = frame->rows_top[FOCUS_HEADLINE];

	for (int i = 0; area.rows && i < (int)desk->headline_count; i++) {
		const int y = i % lines - top, variable = desk->headlines[i];
		double change;
		int digits;

		if ((y >= 0 && y < area.rows) || !has_changed(desk, variable, &change, &digits))
			continue;
		buf_add(text, text->len ? ", " : _("Also changed: "));
		buf_addf(text, "%s ", desk_label(desk, variable));
		look_add_change(desk, text, variable, change, digits, UNSEEN_COLS);
	}
}

void headline_draw(const struct desk *desk, struct area area, struct frame *frame)
{
	const int columns = headline_columns(area.cols), count = (int)desk->headline_count;
	const int lines = headline_lines(desk, area.cols), width = area.cols / columns;
	const struct widths widths = widths_of(desk, width - 2);
	int *top = &frame->rows_top[FOCUS_HEADLINE];

	if (!area.rows || !lines)
		return;
	frame_add(frame, REGION_SCROLL, area, FOCUS_HEADLINE, "%s", "");
	/* Column by column, so that what belongs together stands below each other. */
	*top = frame_scroll(*top, (int)desk->headline % lines, lines, area.rows);
	frame_add(frame, REGION_SCROLL, area, FOCUS_HEADLINE, "%s", "");
	for (int i = 0; i < count; i++) {
		const int column = i / lines, y = i % lines - *top;

		if (y >= 0 && y < area.rows)
			draw_item(desk, area_part(area, 0, column * width + 1, area.rows, width - 2), y, (size_t)i, &widths, frame);
	}
	look_scrollbar(desk, area, *top, lines);
}
