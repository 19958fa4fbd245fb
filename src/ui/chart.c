/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/chart.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/text.h"
#include "base/unit.h"
#include "ui/readout.h"

#define FAR 1e9    /* dots further out are as good as there */

/* From how many rows on a part is there; the plot gets what the others leave. */
enum {
	ROWS_TITLE = 4,
	ROWS_YEARS = 5,
	ROWS_READOUT = 8,
	ROWS_AXIS = 10,
	ROWS_READOUT_2 = 12,
	ROWS_LEGEND = CHART_LEGEND_ROWS,
	ROWS_LEGEND_2 = 18,
};

enum {
	GAP = 2,                 /* cells between two things in a row */
	TITLE_MIN = 16,          /* cells below which a title is not cut for its unit */
	YEAR_DIGITS = 4,
	ROWS_A_TICK = 3,
	TICKS_MAX = 11,
	GRID_DOTS = 4,           /* a grid line is every so many dots */
	MARK_CELLS = 14,         /* from a pinned line's mark to its next */
	ENTRIES_MAX = 2 + CHART_PINS + 2,
};

/* Glyphs of which there is one for UTF-8 and one for ASCII. */
struct look {
	const char *ellipsis;
	const char *corner, *across, *tick_across, *cross;
	const char *down, *tick_down;
	const char *cursor;        /* where the current line meets the year under the cursor */
	const char *current, *baseline;
};

static const struct look plain = {
	.ellipsis = "~", .corner = "+", .across = "-", .tick_across = "+", .cross = "|", .down = "|", .tick_down = "+",
	.cursor = "@", .current = "@@", .baseline = "==",
};
static const struct look block = {
	.ellipsis = "…", .corner = "└", .across = "─", .tick_across = "┬", .cross = "┼", .down = "│", .tick_down = "┤",
	.cursor = "◉", .current = "▀▀", .baseline = "▖▖",
};
static const struct look braille = {
	.ellipsis = "…", .corner = "└", .across = "─", .tick_across = "┬", .cross = "┼", .down = "│", .tick_down = "┤",
	.cursor = "◉", .current = "⠶⠶", .baseline = "⠂⠂",
};

static const struct look *look_of(const struct chart *chart)
{
	return chart->glyphs == GLYPHS_ASCII ? &plain : chart->glyphs == GLYPHS_BLOCK ? &block : &braille;
}

/* Where the parts are. */
struct layout {
	int readout, readout_rows;
	int legend, legend_rows;
	int axis, years;           /* rows of the time axis and of its labels, -1: none */
	int top, rows, left, cols; /* of the plot */
	int label_cells;           /* of the y axis, 0: none */
	struct axis_range range;
	struct axis_ticks ticks;
	struct axis_scale scale;
};

double chart_value_at(const double *times, const double *values, size_t count, double time)
{
	for (size_t i = 0; i < count; i++) {
		if (times[i] == time)
			return values[i];
		if (i > 0 && times[i - 1] < time && time < times[i])
			return values[i - 1] + (values[i] - values[i - 1]) * (time - times[i - 1]) / (times[i] - times[i - 1]);
	}
	return NAN;
}

static struct axis_form form_of(const struct chart *chart)
{
	return (struct axis_form){ chart->unit, chart->lang, chart->difference };
}

static double at_cursor(const struct chart *chart, const double *values)
{
	return values ? chart_value_at(chart->times, values, chart->count, chart->cursor) : NAN;
}

struct axis_range chart_data(const struct chart *chart)
{
	const double *const all[] = {
		chart->current.values, chart->baseline.values, chart->p05, chart->p25, chart->p75, chart->p95,
	};
	struct axis_range data = axis_no_range();

	for (size_t i = 0; i < ARRAY_LEN(all); i++)
		if (all[i])
			axis_include(&data, all[i], chart->count);
	for (int i = 0; i < CHART_PINS; i++)
		if (chart->pin[i].values)
			axis_include(&data, chart->pin[i].values, chart->count);
	return data;
}

/* Adds text of at most `cells` cells. */
static int put(const struct chart *chart, struct area area, int y, int x, int cells, struct style style,
	const char *text)
{
	struct buf cut = BUF_INIT;

	if (cells > 0)
		text_cut(&cut, text, cells, look_of(chart)->ellipsis);
	x = area_put(area, y, x, style, buf_text(&cut));
	buf_release(&cut);
	return x;
}

void chart_band_words(struct buf *buf, double lo, double hi, const char *unit, enum lang lang)
{
	readout_band(buf, lo, hi, &(struct axis_form){ unit, lang, false });
}

/* What is said of the year under the cursor; all empty if there is none. */
struct said {
	struct buf year;            /* "2045" */
	struct buf value, brief;    /* "49.3 trn KRW", "49.3T" */
	struct buf change;          /* "+8.1 trn KRW against baseline" */
	struct buf words, few;      /* of the band */
};

static struct said said_make(const struct chart *chart)
{
	const struct axis_form form = form_of(chart);
	const double value = at_cursor(chart, chart->current.values);
	const double lo = at_cursor(chart, chart->p05), hi = at_cursor(chart, chart->p95);
	struct said said = { .year = BUF_INIT };

	if (isnan(chart->cursor))
		return said;
	unit_format(&said.year, chart->cursor, "year", chart->lang, YEAR_DIGITS);
	readout_value(&said.value, value, &form);
	readout_short(&said.brief, value, &form);
	if (chart->baseline.name && !chart->difference)
		readout_change(&said.change, value, at_cursor(chart, chart->baseline.values), chart->baseline.name, &form);
	readout_band(&said.words, lo, hi, &form);
	readout_band_brief(&said.few, lo, hi, &form);
	return said;
}

static void said_release(struct said *said)
{
	buf_release(&said->year);
	buf_release(&said->value);
	buf_release(&said->brief);
	buf_release(&said->change);
	buf_release(&said->words);
	buf_release(&said->few);
}

static int width(const struct buf *buf)
{
	return text_width(buf_text(buf));
}

/* Cells of the texts beside each other. */
static int width_of_all(const struct buf *const *part, size_t count)
{
	int cells = 0;

	for (size_t i = 0; i < count; i++)
		if (part[i]->len)
			cells += width(part[i]) + (cells ? GAP : 0);
	return cells;
}

static bool fits_one_row(const struct said *said, int cols)
{
	const struct buf *const all[] = { &said->year, &said->value, &said->change, &said->words };

	return width_of_all(all, ARRAY_LEN(all)) <= cols;
}

static int put_part(const struct chart *chart, struct area area, int y, int x, enum role role, const struct buf *part)
{
	if (!part->len)
		return x;
	x += x ? GAP : 0;
	return put(chart, area, y, x, area.cols - x, STYLE(role), buf_text(part));
}

/* The words for the band that fit in so many cells, NULL if none do. */
static const struct buf *words_for(const struct said *said, int cells)
{
	return width(&said->words) <= cells ? &said->words : width(&said->few) <= cells ? &said->few : NULL;
}

/* Everything in one row or two. A single row that is too narrow is without the change, and if need be without the
 * band. */
static void draw_readout(const struct chart *chart, struct area area, const struct layout *layout,
	const struct said *said)
{
	const bool all = fits_one_row(said, area.cols), two = !all && layout->readout_rows > 1;
	const int after = width(&said->year) + GAP + width(&said->value) + GAP;
	const struct buf *words = words_for(said, two || all ? area.cols : area.cols - after);
	int x, y = layout->readout;

	x = put_part(chart, area, y, 0, ROLE_CURSOR, &said->year);
	x = put_part(chart, area, y, x, ROLE_STRONG, &said->value);
	if ((two || all || !words) && x + GAP + width(&said->change) <= area.cols)
		x = put_part(chart, area, y, x, ROLE_TEXT, &said->change);
	if (two && !words)
		words = &said->few;
	if (words)
		put_part(chart, area, two ? y + 1 : y, two ? 0 : x, ROLE_TEXT, words);
}

/* An entry of the legend: two cells of what is drawn, and its name. */
struct entry {
	const char *sample, *name;
	struct style style;
};

static struct entry entry_of(const struct chart_line *line, enum role role, const char *sample)
{
	return (struct entry){ sample, line->values ? line->name : NULL, STYLE(role) };
}

static struct entry band_entry(const struct chart *chart, bool outer)
{
	const bool there = outer ? chart->p05 && chart->p95 : chart->p25 && chart->p75;
	struct entry entry = { "  ", NULL, STYLE(outer ? ROLE_BAND90 : ROLE_BAND50) };

	if (there)
		/* TRANSLATORS: in a legend: so many of 10 worlds are in this band */
		entry.name = outer ? _("9 of 10") : _("5 of 10");
	if (chart->fill == CANVAS_TINT)
		entry.style.ground = outer ? GROUND_BAND90 : GROUND_BAND50;
	else if (chart->glyphs == GLYPHS_ASCII)
		entry.sample = outer ? ".." : "::";
	else if (chart->glyphs == GLYPHS_BLOCK)
		entry.sample = outer ? "░░" : "▒▒";
	else
		entry.sample = outer ? "⠅⠅" : "⢕⢕";
	return entry;
}

/* What has a name, the most important first. */
static int list_entries(const struct chart *chart, struct entry entry[ENTRIES_MAX])
{
	const struct look *look = look_of(chart);
	struct entry all[ENTRIES_MAX] = {
		entry_of(&chart->current, ROLE_CURRENT, look->current),
		entry_of(&chart->baseline, ROLE_BASELINE, look->baseline),
	};
	int n = 2, count = 0;

	for (int i = 0; i < CHART_PINS; i++)
		all[n++] = entry_of(&chart->pin[i], ROLE_PIN1 + (enum role)i, theme_pin_glyph(i, chart->glyphs));
	all[n++] = band_entry(chart, false);
	all[n++] = band_entry(chart, true);
	for (int i = 0; i < n; i++)
		if (all[i].name)
			entry[count++] = all[i];
	return count;
}

/* The row after the last, if names are cut to so many cells; draws if `area` is not NULL. */
static int flow_entries(const struct chart *chart, const struct entry *entry, int count, int cols, int most,
	const struct area *area)
{
	int x = 0, row = 0;

	for (int i = 0; i < count; i++) {
		const int sample = text_width(entry[i].sample), name = text_width(entry[i].name);
		const int cells = sample + 1 + (name < most ? name : most);

		if (x > 0 && x + GAP + cells > cols) {
			row++;
			x = 0;
		}
		x += x > 0 ? GAP : 0;
		if (area) {
			const int after = area_put(*area, row, x, entry[i].style, entry[i].sample) + 1;

			put(chart, *area, row, after, x + cells - after, STYLE(ROLE_DIM), entry[i].name);
		}
		x += cells;
	}
	return row + (count > 0);
}

/* The widest names with which so many entries are within the rows, 0 if none are. */
static int name_cells(const struct chart *chart, const struct entry *entry, int count, int cols, int rows)
{
	static const int widths[] = { 32, 24, 20, 16, 14, 12, 10, 8 };

	for (size_t i = 0; i < ARRAY_LEN(widths); i++)
		if (flow_entries(chart, entry, count, cols, widths[i], NULL) <= rows)
			return widths[i];
	return 0;
}

/* Names that are cut short say too little: then the last entries are left out. */
void chart_draw_legend(const struct chart *chart, struct area area)
{
	struct entry entry[ENTRIES_MAX];
	int count = list_entries(chart, entry), most;

	if (area.rows < 1)
		return;
	do
		most = name_cells(chart, entry, count, area.cols, area.rows);
	while (!most && --count > 0);
	flow_entries(chart, entry, count, area.cols, most, &area);
}

/* The parts from top to bottom. */
static void place_rows(const struct chart *chart, struct area area, const struct said *said, struct layout *layout)
{
	struct entry entry[ENTRIES_MAX];
	const int rows = area.rows, entries = list_entries(chart, entry);
	int bottom = rows;

	if (said->year.len && rows >= ROWS_READOUT)
		layout->readout_rows = rows >= ROWS_READOUT_2 && !fits_one_row(said, area.cols) ? 2 : 1;
	if (entries && rows >= ROWS_LEGEND) {
		const int wanted = flow_entries(chart, entry, entries, area.cols, 16, NULL);

		layout->legend_rows = rows >= ROWS_LEGEND_2 && wanted > 1 ? 2 : 1;
	}
	layout->readout = rows >= ROWS_TITLE;
	layout->legend = layout->readout + layout->readout_rows;
	layout->top = layout->legend + layout->legend_rows;
	layout->years = rows >= ROWS_YEARS ? --bottom : -1;
	layout->axis = rows >= ROWS_AXIS ? --bottom : -1;
	layout->rows = bottom - layout->top;
}

static int most_ticks(const struct layout *layout)
{
	const int most = layout->rows / ROWS_A_TICK + 1;

	return most < 2 ? 2 : most > TICKS_MAX ? TICKS_MAX : most;
}

static int widest_label(const struct layout *layout)
{
	int cells = 0;

	for (int i = 0; i < layout->ticks.count; i++) {
		struct buf label = BUF_INIT;

		axis_label(&label, &layout->scale, axis_tick(&layout->ticks, i));
		cells = width(&label) > cells ? width(&label) : cells;
		buf_release(&label);
	}
	return cells;
}

/* The y axis and its labels, which leave at least half of the width to the plot. */
static void place_cols(const struct chart *chart, struct area area, struct layout *layout)
{
	const struct axis_form form = form_of(chart);
	const struct axis_range data = chart_data(chart);
	/* Nothing but zero has no scale that would be worth many ticks. */
	const int most = data.lo == 0 && data.hi == 0 ? 2 : most_ticks(layout);

	layout->range = chart->range.lo < chart->range.hi ? chart->range : axis_nice(data, most_ticks(layout));
	layout->ticks = axis_ticks(layout->range, most);
	layout->scale = axis_scale(layout->range, &layout->ticks, &form);
	layout->label_cells = widest_label(layout);
	if (layout->label_cells > area.cols / 2)
		layout->label_cells = 0;
	layout->left = layout->label_cells + 1;
	layout->cols = area.cols > layout->left ? area.cols - layout->left : 0;
}

static struct layout layout_make(const struct chart *chart, struct area area, const struct said *said)
{
	struct layout layout = { .axis = -1, .years = -1 };

	place_rows(chart, area, said, &layout);
	place_cols(chart, area, &layout);
	return layout;
}

struct axis_range chart_fit(const struct chart *chart, struct area area)
{
	return chart_hold(chart, area, axis_no_range());
}

struct axis_range chart_hold(const struct chart *chart, struct area area, struct axis_range held)
{
	struct said said = said_make(chart);
	struct layout layout = { .axis = -1 };

	place_rows(chart, area, &said, &layout);
	said_release(&said);
	return axis_hold(held, chart_data(chart), most_ticks(&layout));
}

/* The plot: a canvas, and the scales from times and values to its dots. */
struct plot {
	const struct chart *chart;
	const struct layout *layout;
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
	const struct layout *layout = plot->layout;
	const enum glyphs glyphs = plot->chart->glyphs;
	const struct canvas_layer grid = { .kind = CANVAS_RULE, .role = ROLE_TRACK, .every = GRID_DOTS };
	const struct canvas_layer zero = { .kind = CANVAS_RULE, .role = ROLE_AXIS,
		.glyph = glyphs == GLYPHS_BRAILLE ? NULL : look_of(plot->chart)->across };

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
	const struct canvas_layer is = { .kind = CANVAS_RULE, .role = ROLE_CURSOR, .glyph = look_of(plot->chart)->down };
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
	const double value = at_cursor(plot->chart, plot->chart->current.values);

	if (cursor_is_on(plot) && value >= plot->layout->range.lo && value <= plot->layout->range.hi)
		area_set(area, canvas_row_of(plot->canvas, y_of(plot, value)), cursor_col(plot), STYLE(ROLE_CURSOR),
			look_of(plot->chart)->cursor);
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
	const struct layout *layout = plot->layout;
	const struct look *look = look_of(plot->chart);

	for (int row = 0; row < layout->rows; row++)
		area_set(area, layout->top + row, layout->left - 1, STYLE(ROLE_AXIS), look->down);
	for (int i = 0; i < layout->ticks.count; i++) {
		const double value = axis_tick(&layout->ticks, i);
		const int y = layout->top + canvas_row_of(plot->canvas, y_of(plot, value));
		struct buf label = BUF_INIT;

		axis_label(&label, &layout->scale, value);
		area_set(area, y, layout->left - 1, STYLE(ROLE_AXIS), look->tick_down);
		if (layout->label_cells)
			area_put(area, y, layout->label_cells - width(&label), STYLE(ROLE_AXIS), buf_text(&label));
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
	const struct layout *layout = plot->layout;
	const struct look *look = look_of(plot->chart);

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
	const struct layout *layout = plot->layout;
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
	const struct layout *layout = plot->layout;
	const double *times = plot->chart->times;
	const struct axis_ticks years = axis_years(times[0], times[plot->chart->count - 1], layout->cols);

	if (layout->axis >= 0)
		draw_axis_line(plot, area, &years);
	if (layout->years >= 0)
		draw_years(plot, area, &years);
}

static void draw_plot(const struct chart *chart, struct area area, const struct layout *layout)
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

/* On the right of the title, where the readout has no row of its own, the value; the axis has the year. Returns the
 * cells that are left. */
static int draw_brief(struct area area, const struct layout *layout, const struct said *said)
{
	const int cells = width(&said->brief);

	if (layout->readout_rows || !cells || cells + GAP + TITLE_MIN / 2 > area.cols)
		return area.cols;
	area_put(area, 0, area.cols - cells, STYLE(ROLE_STRONG), buf_text(&said->brief));
	return area.cols - cells - GAP;
}

/* The title, with the unit if that leaves enough of the title. */
static void draw_title(const struct chart *chart, struct area area, const struct layout *layout,
	const struct said *said)
{
	const char *title = chart->title ? chart->title : "", *label = layout->scale.label;
	const int room = draw_brief(area, layout, said), unit = text_width(label);
	const bool both = unit && (text_width(title) + GAP + unit <= room || room - unit - GAP >= TITLE_MIN);
	const int x = put(chart, area, 0, 0, both ? room - unit - GAP : room, STYLE(ROLE_HEADING), title);

	if (both)
		area_put(area, 0, x + GAP, STYLE(ROLE_DIM), label);
}

void chart_draw(const struct chart *chart, struct area area)
{
	struct said said = said_make(chart);
	const struct layout layout = layout_make(chart, area, &said);

	if (area.rows >= ROWS_TITLE)
		draw_title(chart, area, &layout, &said);
	if (layout.readout_rows)
		draw_readout(chart, area, &layout, &said);
	chart_draw_legend(chart, area_rows(area, layout.legend, layout.legend_rows));
	draw_plot(chart, area, &layout);
	said_release(&said);
}

bool chart_time_at(const struct chart *chart, struct area area, int y, int x, double *time)
{
	struct said said = said_make(chart);
	const struct layout layout = layout_make(chart, area, &said);
	const int col = x - layout.left;

	said_release(&said);
	if (y < layout.top || y >= area.rows || col < 0 || col >= layout.cols || !chart->count)
		return false;
	*time = chart->times[0];
	if (layout.cols > 1)
		*time += (chart->times[chart->count - 1] - chart->times[0]) * col / (layout.cols - 1);
	return true;
}
