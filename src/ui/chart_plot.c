/* SPDX-License-Identifier: MIT
 *
 * The plot of a chart: bands, lines and marks on a canvas, and the axes around it.
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/text.h"
#include "ui/chart_priv.h"

#define FAR 1e9    /* dots further out are as good as there */

enum {
	GRID_DOTS = 4,           /* a grid line is every so many dots */
	MARK_CELLS = 14,         /* from a pinned line's mark to its next */
};

/* The plot: a canvas, and the scales from times and values to its dots. */
struct plot {
	const struct chart *chart;
	const struct chart_layout *layout;
	struct canvas *canvas;
	double *x, *y, *y2;         /* one a time, in dots */
};

static double x_of(const struct plot *plot, double time)
{
	const double first = plot->chart->times[0], last = plot->chart->times[plot->chart->count - 1];
	const int dots = canvas_dot_cols(plot->canvas), middle = dots / 2;

	return last > first ? (time - first) / (last - first) * (dots - 1) : middle;
}

static double y_of(const struct plot *plot, double value)
{
	const struct axis_range range = plot->layout->range;

	return (range.hi - value) / (range.hi - range.lo) * (canvas_dot_rows(plot->canvas) - 1);
}

/* What is infinite is beyond the edge for a band, and nothing for a line. */
static void find_y(const struct plot *plot, const double *values, bool infinite, double *y)
{
	for (size_t i = 0; i < plot->chart->count; i++)
		y[i] = isnan(values[i]) || (isinf(values[i]) && !infinite) ? NAN : fmin(fmax(y_of(plot, values[i]), -FAR), FAR);
}

static void plot_band(const struct plot *plot, const double *lo, const double *hi, bool outer)
{
	const struct canvas_layer is = {
		.kind = CANVAS_BAND,
		.role = outer ? ROLE_BAND90 : ROLE_BAND50,
		.ground = outer ? GROUND_BAND90 : GROUND_BAND50,
		.glyph = plot->chart->glyphs == GLYPHS_ASCII ? (outer ? "." : ":") : outer ? "░" : "▒",
		.density = outer ? 1 : 2,
	};

	if (!lo || !hi)
		return;
	find_y(plot, hi, true, plot->y);
	find_y(plot, lo, true, plot->y2);
	canvas_band(plot->canvas, canvas_layer(plot->canvas, &is), plot->x, plot->y, plot->y2, plot->chart->count);
}

/* Returns the layer, -1 if there is no such line. */
static int plot_line(const struct plot *plot, const struct chart_line *line, struct canvas_layer is)
{
	int layer;

	if (!line->values)
		return -1;
	is.kind = CANVAS_LINE;
	layer = canvas_layer(plot->canvas, &is);
	find_y(plot, line->values, false, plot->y);
	canvas_line(plot->canvas, layer, plot->x, plot->y, plot->chart->count);
	return layer;
}

static void rule_across(const struct plot *plot, int layer, double value)
{
	const double y = y_of(plot, value);

	canvas_line(plot->canvas, layer, (double[]){ 0, canvas_dot_cols(plot->canvas) - 1 }, (double[]){ y, y }, 2);
}

/* Grid lines at the ticks, where dots are fine enough for them and no band is made of dots; and zero, if it isn't an
 * end. */
static void plot_rules(const struct plot *plot)
{
	const struct chart_layout *layout = plot->layout;
	const enum glyphs glyphs = plot->chart->glyphs;
	const struct canvas_layer grid = { .kind = CANVAS_RULE, .role = ROLE_TRACK, .every = GRID_DOTS };
	const struct canvas_layer zero = { .kind = CANVAS_RULE, .role = ROLE_AXIS,
		.glyph = glyphs == GLYPHS_BRAILLE ? NULL : chart_look(plot->chart)->across };

	if (glyphs == GLYPHS_BRAILLE && plot->chart->fill == CANVAS_TINT) {
		const int layer = canvas_layer(plot->canvas, &grid);

		for (int i = 0; i < layout->ticks.count; i++)
			if (axis_tick(&layout->ticks, i) > layout->range.lo)
				rule_across(plot, layer, axis_tick(&layout->ticks, i));
	}
	if (layout->range.lo < 0 && layout->range.hi > 0)
		rule_across(plot, canvas_layer(plot->canvas, &zero), 0);
}

static bool cursor_is_on(const struct plot *plot)
{
	const struct chart *chart = plot->chart;

	return chart->cursor >= chart->times[0] && chart->cursor <= chart->times[chart->count - 1];
}

static int cursor_col(const struct plot *plot)
{
	return canvas_col_of(plot->canvas, x_of(plot, plot->chart->cursor));
}

static void plot_cursor(const struct plot *plot)
{
	const struct canvas_layer is = { .kind = CANVAS_RULE, .role = ROLE_CURSOR, .glyph = chart_look(plot->chart)->down };
	const double x = cursor_is_on(plot) ? x_of(plot, plot->chart->cursor) : 0;

	if (cursor_is_on(plot))
		canvas_line(plot->canvas, canvas_layer(plot->canvas, &is), (double[]){ x, x },
			(double[]){ 0, canvas_dot_rows(plot->canvas) - 1 }, 2);
}

/* A pinned line carries its mark every few cells, each pin's at other columns, and not where another line hides it. */
static void mark_pin(const struct plot *plot, struct area area, int pin, int layer)
{
	const struct chart *chart = plot->chart;
	const double first = chart->times[0], last = chart->times[chart->count - 1];
	const char *glyph = theme_pin_glyph(pin, chart->glyphs);

	for (int col = 1 + pin * 2; col < area.cols; col += MARK_CELLS) {
		const double dot = (col + 0.5) * canvas_dot_cols(plot->canvas) / area.cols - 0.5;
		const double time = first + (last - first) * dot / fmax(canvas_dot_cols(plot->canvas) - 1, 1);
		const double value = chart_value_at(chart->times, chart->pin[pin].values, chart->count, time);
		const int row = isfinite(value) ? canvas_row_of(plot->canvas, fmin(fmax(y_of(plot, value), -FAR), FAR)) : -1;

		if (canvas_top_line(plot->canvas, row, col) == layer)
			area_set(area, row, col, STYLE(ROLE_PIN1 + pin), glyph);
	}
}

static void mark_cursor(const struct plot *plot, struct area area)
{
	const double value = chart_at_cursor(plot->chart, plot->chart->current.values);

	if (cursor_is_on(plot) && value >= plot->layout->range.lo && value <= plot->layout->range.hi)
		area_set(area, canvas_row_of(plot->canvas, y_of(plot, value)), cursor_col(plot), STYLE(ROLE_CURSOR),
			chart_look(plot->chart)->cursor);
}

/* From what lies lowest to what lies on top. */
static void plot_all(const struct plot *plot, struct area area)
{
	const struct chart *chart = plot->chart;
	int pin[CHART_PINS];

	plot_rules(plot);
	plot_band(plot, chart->p05, chart->p95, true);
	plot_band(plot, chart->p25, chart->p75, false);
	plot_cursor(plot);
	plot_line(plot, &chart->baseline, (struct canvas_layer){ .role = ROLE_BASELINE, .glyph = "=", .every = 2 });
	for (int i = 0; i < CHART_PINS; i++)
		pin[i] = plot_line(plot, &chart->pin[i],
			(struct canvas_layer){ .role = ROLE_PIN1 + (enum role)i, .glyph = theme_pin_glyph(i, GLYPHS_ASCII) });
	plot_line(plot, &chart->current, (struct canvas_layer){ .role = ROLE_CURRENT, .glyph = "@", .thick = true });
	canvas_draw(plot->canvas, area);
	for (int i = 0; i < CHART_PINS && chart->glyphs != GLYPHS_ASCII; i++)
		if (pin[i] >= 0)
			mark_pin(plot, area, i, pin[i]);
	mark_cursor(plot, area);
}

static void draw_y_axis(const struct plot *plot, struct area area)
{
	const struct chart_layout *layout = plot->layout;
	const struct chart_look *look = chart_look(plot->chart);

	for (int row = 0; row < layout->rows; row++)
		area_set(area, layout->top + row, layout->left - 1, STYLE(ROLE_AXIS), look->down);
	for (int i = 0; i < layout->ticks.count; i++) {
		const double value = axis_tick(&layout->ticks, i);
		const int y = layout->top + canvas_row_of(plot->canvas, y_of(plot, value));
		struct buf label = BUF_INIT;

		axis_label(&label, &layout->scale, value);
		area_set(area, y, layout->left - 1, STYLE(ROLE_AXIS), look->tick_down);
		if (layout->label_cells)
			area_put(area, y, layout->label_cells - text_width(buf_text(&label)), STYLE(ROLE_AXIS), buf_text(&label));
		buf_release(&label);
	}
}

/* Columns that are taken, from `from` to before `to`. */
struct span {
	int from, to;
};

/* Writes a year below its column, within the area, unless it would touch what is taken. */
static struct span put_year(struct area area, int y, int col, enum role role, double year, struct span taken)
{
	char text[16];
	const int length = snprintf(text, sizeof(text), "%.0f", floor(year));
	int x = col - length / 2;

	x = x + length > area.cols ? area.cols - length : x;
	x = x < 0 ? 0 : x;
	if (x <= taken.to && x + length >= taken.from)
		return taken;
	area_put(area, y, x, STYLE(role), text);
	return (struct span){ x, x + length };
}

static void draw_axis_line(const struct plot *plot, struct area area, const struct axis_ticks *years)
{
	const struct chart_layout *layout = plot->layout;
	const struct chart_look *look = chart_look(plot->chart);

	area_set(area, layout->axis, layout->left - 1, STYLE(ROLE_AXIS), look->corner);
	for (int col = 0; col < layout->cols; col++)
		area_set(area, layout->axis, layout->left + col, STYLE(ROLE_AXIS), look->across);
	for (int i = 0; i < years->count; i++)
		area_set(area, layout->axis, layout->left + canvas_col_of(plot->canvas, x_of(plot, axis_tick(years, i))),
			STYLE(ROLE_AXIS), look->tick_across);
	if (cursor_is_on(plot))
		area_set(area, layout->axis, layout->left + cursor_col(plot), STYLE(ROLE_CURSOR), look->cross);
}

/* The year under the cursor is always there, the others where there is room. */
static void draw_years(const struct plot *plot, struct area area, const struct axis_ticks *years)
{
	const struct chart_layout *layout = plot->layout;
	struct span cursor = { -2, -2 };

	if (cursor_is_on(plot))
		cursor = put_year(area, layout->years, layout->left + cursor_col(plot), ROLE_CURSOR, plot->chart->cursor,
			cursor);
	for (int i = 0; i < years->count; i++) {
		const double year = axis_tick(years, i);

		put_year(area, layout->years, layout->left + canvas_col_of(plot->canvas, x_of(plot, year)), ROLE_AXIS, year,
			cursor);
	}
}

static void draw_x_axis(const struct plot *plot, struct area area)
{
	const struct chart_layout *layout = plot->layout;
	const double *times = plot->chart->times;
	const struct axis_ticks years = axis_years(times[0], times[plot->chart->count - 1], layout->cols);

	if (layout->axis >= 0)
		draw_axis_line(plot, area, &years);
	if (layout->years >= 0)
		draw_years(plot, area, &years);
}

void chart_draw_plot(const struct chart *chart, struct area area, const struct chart_layout *layout)
{
	struct plot plot = { .chart = chart, .layout = layout };
	const struct area part = area_part(area, layout->top, layout->left, layout->rows, layout->cols);

	if (!chart->count || layout->rows < 1 || layout->cols < 1)
		return;
	plot.canvas = canvas_new(part.rows, part.cols, chart->glyphs, chart->fill);
	plot.x = xcalloc(3 * chart->count, sizeof(*plot.x));
	plot.y = plot.x + chart->count;
	plot.y2 = plot.y + chart->count;
	for (size_t i = 0; i < chart->count; i++)
		plot.x[i] = x_of(&plot, chart->times[i]);
	draw_y_axis(&plot, area);
	draw_x_axis(&plot, area);
	plot_all(&plot, part);
	free(plot.x);
	canvas_free(plot.canvas);
}
