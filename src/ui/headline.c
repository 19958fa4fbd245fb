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

enum { ITEM_COLS = 60, SPARK_COLS = 8, SPARK_MAX = 16, VALUE_COLS = 9, CHANGE_COLS = 10 };

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

static void put_value(const struct desk *desk, struct area area, int y, int x, int variable, double value)
{
	struct buf text = BUF_INIT;

	desk_format_short(desk, &text, variable, value);
	area_fit(area, y, x, VALUE_COLS, TEXT_RIGHT, STYLE(ROLE_STRONG), buf_text(&text));
	buf_release(&text);
}

/* What never comes has no difference. */
static void put_change(const struct desk *desk, struct area area, int y, int x, int variable, double change)
{
	const enum role role = look_change_role(desk, variable, change);
	struct buf text = BUF_INIT;

	if (!isfinite(change) || !(fabs(change) > 0)) {
		area_fit(area, y, x, CHANGE_COLS, TEXT_LEFT, STYLE(ROLE_DIM), isfinite(change) ? "=" : "");
		return;
	}
	unit_format_change(&text, change, model_variable(desk->model, variable)->unit, desk->lang, 2);
	if (text_width(buf_text(&text)) > CHANGE_COLS - 2) {
		buf_clear(&text);
		unit_format_short(&text, change, model_variable(desk->model, variable)->unit, desk->lang, 2);
	}
	area_put(area, y, x, STYLE(role), look_change_glyph(desk, change));
	area_fit(area, y, x + 1, CHANGE_COLS - 1, TEXT_LEFT, STYLE(role), buf_text(&text));
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
	const double value = desk_value(desk, variable), base = desk_value_compared(desk, variable);
	const int spare = area.cols - VALUE_COLS - CHANGE_COLS - 3;
	const int spark = spare / 3 > SPARK_MAX ? SPARK_MAX : spare / 3 < SPARK_COLS ? spare < 20 ? 0 : SPARK_COLS
		: spare / 3;
	const int label = spare - spark;
	int x = label + 1;

	if (selected)
		area_paint(area, y, 0, 1, area.cols, STYLE_ON(ROLE_KEEP, GROUND_SELECTED));
	area_fit(area, y, 0, label, TEXT_LEFT, STYLE(ROLE_TEXT), desk_label(desk, variable));
	put_value(desk, area, y, x, variable, value);
	put_change(desk, area, y, x + VALUE_COLS + 1, variable, value - base);
	put_spark(desk, area, y, x + VALUE_COLS + CHANGE_COLS + 1, spark, variable);
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
