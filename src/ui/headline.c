/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/headline.h"

#include <math.h>

#include "base/buf.h"
#include "base/unit.h"
#include "model/model.h"
#include "ui/frame.h"
#include "ui/look.h"
#include "ui/spark.h"

enum { ITEM_COLS = 60, SPARK_COLS = 8, SPARK_MAX = 16, DIGITS = 3, CHANGE_COLS = 10 };

/* Cells of the value: the more there are, the more of its unit is there. */
static int value_cols(int cols)
{
	return cols >= 80 ? 18 : cols >= 60 ? 14 : 10;
}

int headline_columns(int cols)
{
	return cols / ITEM_COLS > 0 ? cols / ITEM_COLS : 1;
}

int headline_rows(const struct desk *desk, int rows, int cols)
{
	const int columns = headline_columns(cols), count = (int)desk->headline_count;
	const int needed = (count + columns - 1) / columns, most = rows * 2 / 5;

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

/* What never comes has no difference. */
static void put_change(const struct desk *desk, struct area area, int y, int x, int variable)
{
	const double value = desk_value(desk, variable), base = desk_value_compared(desk, variable);
	const char *unit = model_variable(desk->model, variable)->unit;
	const bool known = isfinite(value) && isfinite(base);
	struct buf text = BUF_INIT;
	double change;
	int digits;

	change = known ? shown_change(unit, value, base, &digits) : 0;
	if (!(fabs(change) > 0)) {
		area_fit(area, y, x, CHANGE_COLS, TEXT_LEFT, STYLE(ROLE_DIM), known ? "=" : "");
		return;
	}
	unit_format_change_fit(&text, change, unit, desk->lang, digits, CHANGE_COLS - 2);
	area_put(area, y, x, STYLE(look_change_role(desk, variable, change)), look_change_glyph(desk, change));
	area_fit(area, y, x + 1, CHANGE_COLS - 1, TEXT_LEFT, STYLE(look_change_role(desk, variable, change)),
		buf_text(&text));
	buf_release(&text);
}

static void put_spark(const struct desk *desk, struct area area, int y, int x, int cells, int variable)
{
	const double *values = runner_central(desk->runner, SHOT_CURRENT, variable);

	if (values && cells > 0)
		spark_draw(area_part(area, y, x, 1, cells), values, (size_t)runner_records(desk->runner), desk->record,
			desk->glyphs);
}

static void draw_item(const struct desk *desk, struct area area, int y, size_t item, struct frame *frame)
{
	const int variable = desk->headlines[item];
	const bool selected = desk->focus == FOCUS_HEADLINE && item == desk->headline;
	const int cells = value_cols(area.cols), spare = area.cols - cells - CHANGE_COLS - 3;
	const int spark = spare / 3 > SPARK_MAX ? SPARK_MAX : spare / 3 < SPARK_COLS ? spare < 20 ? 0 : SPARK_COLS
		: spare / 3;
	const int label = spare - spark;
	int x = label + 1;

	if (selected)
		area_paint(area, y, 0, 1, area.cols, STYLE_ON(ROLE_KEEP, GROUND_SELECTED));
	area_fit(area, y, 0, label, TEXT_LEFT, STYLE(ROLE_TEXT), desk_label(desk, variable));
	put_value(desk, area, y, x, cells, variable);
	put_change(desk, area, y, x + cells + 1, variable);
	put_spark(desk, area, y, x + cells + CHANGE_COLS + 1, spark, variable);
	frame_add(frame, REGION_COMMAND, area_rows(area, y, 1), variable, "headline %zu", item + 1);
}

void headline_draw(const struct desk *desk, struct area area, struct frame *frame)
{
	const int columns = headline_columns(area.cols), count = (int)desk->headline_count;
	const int lines = (count + columns - 1) / columns, width = area.cols / columns;
	int *top = &frame->rows_top[FOCUS_HEADLINE];

	if (!area.rows || !lines)
		return;
	/* Column by column, so that what belongs together stands below each other. */
	*top = frame_scroll(*top, (int)desk->headline % lines, lines, area.rows);
	for (int i = 0; i < count; i++) {
		const int column = i / lines, y = i % lines - *top;

		if (y >= 0 && y < area.rows)
			draw_item(desk, area_part(area, 0, column * width + 1, area.rows, width - 2), y, (size_t)i, frame);
	}
	look_scrollbar(desk, area, *top, lines);
	frame_add(frame, REGION_SCROLL, area, FOCUS_HEADLINE, "%s", "");
}
