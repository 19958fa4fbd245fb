/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/chart.h"

#include <math.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/text.h"
#include "base/unit.h"
#include "ui/chart_priv.h"
#include "ui/readout.h"

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
	TITLE_MIN = 16,          /* cells below which a title is not cut for its unit */
	YEAR_DIGITS = 4,
	ROWS_A_TICK = 3,
	TICKS_MAX = 11,
};

static const struct chart_look plain = {
	.ellipsis = "~", .corner = "+", .across = "-", .tick_across = "+", .cross = "|", .down = "|", .tick_down = "+",
	.cursor = "@", .current = "@@", .baseline = "==",
};
static const struct chart_look block = {
	.ellipsis = "…", .corner = "└", .across = "─", .tick_across = "┬", .cross = "┼", .down = "│", .tick_down = "┤",
	.cursor = "◉", .current = "▀▀", .baseline = "▖▖",
};
static const struct chart_look braille = {
	.ellipsis = "…", .corner = "└", .across = "─", .tick_across = "┬", .cross = "┼", .down = "│", .tick_down = "┤",
	.cursor = "◉", .current = "⠶⠶", .baseline = "⠂⠂",
};

const struct chart_look *chart_look(const struct chart *chart)
{
	return chart->glyphs == GLYPHS_ASCII ? &plain : chart->glyphs == GLYPHS_BLOCK ? &block : &braille;
}

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

double chart_at_cursor(const struct chart *chart, const double *values)
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
int chart_put(const struct chart *chart, struct area area, int y, int x, int cells, struct style style,
	const char *text)
{
	struct buf cut = BUF_INIT;

	if (cells > 0)
		text_cut(&cut, text, cells, chart_look(chart)->ellipsis);
	x = area_put(area, y, x, style, buf_text(&cut));
	buf_release(&cut);
	return x;
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
	const double value = chart_at_cursor(chart, chart->current.values);
	const double lo = chart_at_cursor(chart, chart->p05), hi = chart_at_cursor(chart, chart->p95);
	struct said said = { .year = BUF_INIT };

	if (isnan(chart->cursor))
		return said;
	unit_format(&said.year, chart->cursor, "year", chart->lang, YEAR_DIGITS);
	readout_value(&said.value, value, &form);
	readout_short(&said.brief, value, &form);
	if (chart->baseline.name && !chart->difference)
		readout_change(&said.change, value, chart_at_cursor(chart, chart->baseline.values), chart->baseline.name, &form);
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
			cells += width(part[i]) + (cells ? CHART_GAP : 0);
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
	x += x ? CHART_GAP : 0;
	return chart_put(chart, area, y, x, area.cols - x, STYLE(role), buf_text(part));
}

/* The words for the band that fit in so many cells, NULL if none do. */
static const struct buf *words_for(const struct said *said, int cells)
{
	return width(&said->words) <= cells ? &said->words : width(&said->few) <= cells ? &said->few : NULL;
}

/* Everything in one row or two. A single row that is too narrow is without the change, and if need be without the
 * band. */
static void draw_readout(const struct chart *chart, struct area area, const struct chart_layout *layout,
	const struct said *said)
{
	const bool all = fits_one_row(said, area.cols), two = !all && layout->readout_rows > 1;
	const int after = width(&said->year) + CHART_GAP + width(&said->value) + CHART_GAP;
	const struct buf *words = words_for(said, two || all ? area.cols : area.cols - after);
	int x, y = layout->readout;

	x = put_part(chart, area, y, 0, ROLE_CURSOR, &said->year);
	x = put_part(chart, area, y, x, ROLE_STRONG, &said->value);
	if ((two || all || !words) && x + CHART_GAP + width(&said->change) <= area.cols)
		x = put_part(chart, area, y, x, ROLE_TEXT, &said->change);
	if (two && !words)
		words = &said->few;
	if (words)
		put_part(chart, area, two ? y + 1 : y, two ? 0 : x, ROLE_TEXT, words);
}

/* The parts from top to bottom. */
static void place_rows(const struct chart *chart, struct area area, const struct said *said, struct chart_layout *layout)
{
	const int rows = area.rows, wanted = chart_legend_rows(chart, area.cols), pins = chart_pin_rows(chart, area.cols);
	int bottom = rows;

	if (said->year.len && rows >= ROWS_READOUT)
		layout->readout_rows = rows >= ROWS_READOUT_2 && !fits_one_row(said, area.cols) ? 2 : 1;
	if (wanted && rows >= ROWS_LEGEND)
		layout->legend_rows = rows >= ROWS_LEGEND_2 && wanted > 1 ? 2 : 1;
	if (rows >= (chart->is_alone ? CHART_PIN_LEGEND_ROWS : CHART_LEGEND_ROWS) && layout->legend_rows < pins)
		layout->legend_rows = pins;
	layout->readout = rows >= ROWS_TITLE;
	layout->legend = layout->readout + layout->readout_rows;
	layout->top = layout->legend + layout->legend_rows;
	layout->years = rows >= ROWS_YEARS ? --bottom : -1;
	layout->axis = rows >= ROWS_AXIS ? --bottom : -1;
	layout->rows = bottom - layout->top;
}

static int most_ticks(const struct chart_layout *layout)
{
	const int most = layout->rows / ROWS_A_TICK + 1;

	return most < 2 ? 2 : most > TICKS_MAX ? TICKS_MAX : most;
}

static int widest_label(const struct chart_layout *layout)
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
static void place_cols(const struct chart *chart, struct area area, struct chart_layout *layout)
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

static struct chart_layout layout_make(const struct chart *chart, struct area area, const struct said *said)
{
	struct chart_layout layout = { .axis = -1, .years = -1 };

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
	struct chart_layout layout = { .axis = -1 };

	place_rows(chart, area, &said, &layout);
	said_release(&said);
	return axis_hold(held, chart_data(chart), most_ticks(&layout));
}

/* On the right of the title, where the readout has no row of its own, the value; the axis has the year. Returns the
 * cells that are left. */
static int draw_brief(struct area area, const struct chart_layout *layout, const struct said *said)
{
	const int cells = width(&said->brief);

	if (layout->readout_rows || !cells || cells + CHART_GAP + TITLE_MIN / 2 > area.cols)
		return area.cols;
	area_put(area, 0, area.cols - cells, STYLE(ROLE_STRONG), buf_text(&said->brief));
	return area.cols - cells - CHART_GAP;
}

/* The title, with the unit if that leaves enough of the title. */
static void draw_title(const struct chart *chart, struct area area, const struct chart_layout *layout,
	const struct said *said)
{
	const char *title = chart->title ? chart->title : "", *label = layout->scale.label;
	const int room = draw_brief(area, layout, said), unit = text_width(label);
	const bool both = unit && (text_width(title) + CHART_GAP + unit <= room || room - unit - CHART_GAP >= TITLE_MIN);
	const int x = chart_put(chart, area, 0, 0, both ? room - unit - CHART_GAP : room, STYLE(ROLE_HEADING), title);

	if (both)
		area_put(area, 0, x + CHART_GAP, STYLE(ROLE_DIM), label);
}

void chart_draw(const struct chart *chart, struct area area)
{
	struct said said = said_make(chart);
	const struct chart_layout layout = layout_make(chart, area, &said);

	if (area.rows >= ROWS_TITLE)
		draw_title(chart, area, &layout, &said);
	if (layout.readout_rows)
		draw_readout(chart, area, &layout, &said);
	chart_draw_legend(chart, area_rows(area, layout.legend, layout.legend_rows));
	chart_draw_plot(chart, area, &layout);
	said_release(&said);
}

bool chart_time_at(const struct chart *chart, struct area area, int y, int x, double *time)
{
	struct said said = said_make(chart);
	const struct chart_layout layout = layout_make(chart, area, &said);
	const int col = x - layout.left;

	said_release(&said);
	if (y < layout.top || y >= area.rows || col < 0 || col >= layout.cols || !chart->count)
		return false;
	*time = chart->times[0];
	if (layout.cols > 1)
		*time += (chart->times[chart->count - 1] - chart->times[0]) * col / (layout.cols - 1);
	return true;
}
