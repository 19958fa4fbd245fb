/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/bars.h"

#include <math.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/text.h"
#include "ui/readout.h"

enum {
	DIGITS = 3,        /* of values */
	EIGHTHS = 8,       /* of a cell */
	CELLS_A_TICK = 12,
	TICKS_MAX = 11,
	GAP = 2,
	PLOT_MIN = 8,      /* cells below which labels and values get less room */
	TITLE_MIN = 8,     /* cells below which a title is not cut for its unit */
	AXIS_ROWS = 2,
};

/* Where the parts are. */
struct layout {
	int top, step;                /* the first bar's row, and rows from a bar to the next */
	size_t shown;                 /* bars */
	int axis;                     /* row of the axis, its labels below it; -1: none */
	int labels, values;           /* cells */
	int left, cols;               /* of the plot */
	int zero;                     /* column of the plot with the line of zero */
	double cells;                 /* of the plot, for one of the unit */
	struct axis_range range;
	struct axis_scale scale;      /* of the values */
	bool units;                   /* each value has its unit, which is nowhere else */
};

struct axis_range bars_data(const struct bars *bars)
{
	const double zero = 0;
	struct axis_range data = axis_no_range();

	axis_include(&data, &zero, 1);
	for (size_t i = 0; i < bars->count; i++) {
		axis_include(&data, &bars->bar[i].value, 1);
		axis_include(&data, &bars->bar[i].lo, 1);
		axis_include(&data, &bars->bar[i].hi, 1);
	}
	return data;
}

static struct axis_form form_of(const struct bars *bars)
{
	return (struct axis_form){ bars->unit, bars->lang, bars->difference };
}

/* Whether all values are multiples of ten steps. */
static bool is_too_fine(const struct bars *bars, double step)
{
	for (size_t i = 0; i < bars->count; i++)
		if (isfinite(bars->bar[i].value) && fmod(round(bars->bar[i].value / step), 10) != 0)
			return false;
	return true;
}

/* A step that shows three digits of the largest value, or fewer if they are enough. */
static struct axis_ticks value_ticks(const struct bars *bars, struct axis_range data)
{
	const double size = fmax(fabs(data.lo), fabs(data.hi));
	struct axis_ticks ticks = { .mantissa = 1 };

	if (size > 0)
		ticks.exponent = (int)floor(log10(size)) + 1 - DIGITS;
	for (int i = 1; i < DIGITS && is_too_fine(bars, pow(10, ticks.exponent)); i++)
		ticks.exponent++;
	ticks.step = pow(10, ticks.exponent);
	ticks.first = round(data.lo / ticks.step);
	ticks.count = 1 + (int)round((data.hi - data.lo) / ticks.step);
	return ticks;
}

/* Values share one scale and its decimals, so that they can be compared at a glance; the unit is written once. */
static struct axis_scale value_scale(const struct bars *bars)
{
	const struct axis_form form = form_of(bars);
	const struct axis_range data = bars_data(bars);
	const struct axis_ticks ticks = value_ticks(bars, data);

	return axis_scale(data, &ticks, &form);
}

static void add_value(struct buf *buf, const struct bars *bars, const struct layout *layout, double value)
{
	const struct axis_form form = form_of(bars);

	if (isnan(value)) {
		buf_add_char(buf, '-');
	} else if (layout->units) {
		readout_value(buf, value, &form);
	} else {
		if (bars->sign && value > 0)
			buf_add_char(buf, '+');
		axis_label(buf, &layout->scale, value);
	}
}

static int wider(int cells, const char *text)
{
	const int width = text_width(text);

	return width > cells ? width : cells;
}

/* Labels on the left, values on the right, each no more than a third where the bars would get too little. */
static void place_cols(const struct bars *bars, struct area area, struct layout *layout)
{
	layout->scale = value_scale(bars);
	for (size_t i = 0; i < bars->count; i++) {
		struct buf value = BUF_INIT;

		add_value(&value, bars, layout, bars->bar[i].value);
		layout->labels = wider(layout->labels, bars->bar[i].label);
		layout->values = wider(layout->values, buf_text(&value));
		buf_release(&value);
	}
	if (layout->labels + layout->values + 2 + PLOT_MIN > area.cols && layout->labels > area.cols / 3)
		layout->labels = area.cols / 3;
	if (layout->labels + layout->values + 2 + PLOT_MIN > area.cols && layout->values > area.cols / 3)
		layout->values = area.cols / 3;
	layout->left = layout->labels + 1;
	layout->cols = area.cols - layout->left - layout->values - 1;
	layout->cols = layout->cols < 0 ? 0 : layout->cols;
}

static void place_rows(const struct bars *bars, struct area area, struct layout *layout)
{
	const int count = (int)bars->count, title = bars->title && area.rows > count;
	const int rest = area.rows - title;

	layout->top = title;
	layout->step = rest >= 2 * count - 1 + AXIS_ROWS ? 2 : 1;
	layout->axis = rest >= count + AXIS_ROWS ? layout->top + layout->step * count - (layout->step - 1) : -1;
	layout->units = !title && layout->axis < 0;
	layout->shown = bars->count > bars->first ? bars->count - bars->first : 0;
	if (layout->shown > (size_t)rest)
		layout->shown = (size_t)rest;
}

static int most_ticks(const struct layout *layout)
{
	const int most = layout->cols / CELLS_A_TICK + 1;

	return most < 2 ? 2 : most > TICKS_MAX ? TICKS_MAX : most;
}

/* The same scale on both sides of the line of zero, which has a column of its own. */
static void place_zero(const struct bars *bars, struct layout *layout)
{
	const int cells = layout->cols - 1;
	double below, above;

	layout->range = bars->range.lo < bars->range.hi ? bars->range : axis_nice(bars_data(bars), most_ticks(layout));
	below = fmax(-layout->range.lo, 0);
	above = fmax(layout->range.hi, 0);
	layout->zero = (int)lround(cells * below / (below + above));
	if (below > 0 && layout->zero == 0 && cells > 1)
		layout->zero = 1;
	layout->cells = INFINITY;
	if (below > 0)
		layout->cells = layout->zero / below;
	if (above > 0)
		layout->cells = fmin(layout->cells, (cells - layout->zero) / above);
}

static struct layout layout_make(const struct bars *bars, struct area area)
{
	struct layout layout = { .axis = -1 };

	place_rows(bars, area, &layout);
	place_cols(bars, area, &layout);
	if (layout.cols > 1)
		place_zero(bars, &layout);
	return layout;
}

struct axis_range bars_fit(const struct bars *bars, struct area area)
{
	return bars_hold(bars, area, axis_no_range());
}

struct axis_range bars_hold(const struct bars *bars, struct area area, struct axis_range held)
{
	struct layout layout = { .axis = -1 };

	place_rows(bars, area, &layout);
	place_cols(bars, area, &layout);
	return axis_hold(held, bars_data(bars), most_ticks(&layout));
}

/* Half cells from zero, and eighths; to the left they are negative. */
static int parts_to(const struct layout *layout, double value, int parts)
{
	const double most = layout->cols * parts, cells = value * layout->cells * parts;

	return (int)lround(fmin(fmax(cells, -most), most));
}

/* The column that is the `i`th from zero, to the right or to the left. */
static int column(const struct layout *layout, int i, bool right)
{
	return right ? layout->zero + 1 + i : layout->zero - 1 - i;
}

/* The glyph of the last, partly filled cell. To the left there are characters for an eighth and for the half only. */
static const char *end_glyph(int eighths, bool right, enum glyphs glyphs)
{
	static const char *const to_right[] = { " ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█" };
	static const char *const to_left[] = { " ", "▕", "▕", "▐", "▐", "▐", "▐", "█", "█" };

	if (glyphs == GLYPHS_ASCII)
		return eighths >= EIGHTHS / 2 ? "#" : " ";
	return right ? to_right[eighths] : to_left[eighths];
}

/* A bar of the full height of the row. However small, a value that isn't zero is seen. */
static void draw_bar(const struct bars *bars, struct area plot, const struct layout *layout, int y, double value)
{
	const bool right = value > 0;
	const struct style style = STYLE(right ? bars->positive : bars->negative);
	const int eighths = abs(parts_to(layout, value, EIGHTHS)), whole = eighths / EIGHTHS;
	const int rest = eighths == 0 && value != 0 ? 1 : eighths % EIGHTHS;

	for (int i = 0; i < whole; i++)
		area_set(plot, y, column(layout, i, right), style, bars->glyphs == GLYPHS_ASCII ? "#" : "█");
	if (rest)
		area_set(plot, y, column(layout, whole, right), style, end_glyph(rest, right, bars->glyphs));
}

/* A bar of half the height, so that the ground of the band is seen above it. */
static void draw_low_bar(const struct bars *bars, struct area plot, const struct layout *layout, int y, double value)
{
	const bool right = value > 0;
	const struct style style = STYLE(right ? bars->positive : bars->negative);
	const int halves = abs(parts_to(layout, value, 2));

	for (int i = 0; i < halves / 2; i++)
		area_set(plot, y, column(layout, i, right), style, "▄");
	if (halves % 2 || (halves == 0 && value != 0))
		area_set(plot, y, column(layout, halves / 2, right), style, right ? "▖" : "▗");
}

/* The column of a value, the line of zero for a value that is next to none. */
static int column_of(const struct layout *layout, double value)
{
	const int cells = parts_to(layout, value, 1);

	return layout->zero + cells;
}

static void draw_ground(struct area plot, const struct layout *layout, int y, const struct bar *bar)
{
	const int from = column_of(layout, bar->lo), to = column_of(layout, bar->hi);

	area_paint(plot, y, from, 1, to - from + 1, STYLE_ON(ROLE_KEEP, GROUND_BAND90));
}

/* What whiskers are made of, thin and, within the bar, heavy. */
struct whisker {
	const char *lo, *hi, *line;
};

static const struct whisker *whisker_of(enum glyphs glyphs, bool heavy)
{
	static const struct whisker pretty[2] = { { "├", "┤", "─" }, { "┝", "┥", "━" } };
	static const struct whisker plain[2] = { { "[", "]", "-" }, { "[", "]", "=" } };

	return glyphs == GLYPHS_ASCII ? &plain[heavy] : &pretty[heavy];
}

static void draw_whisker(const struct bars *bars, struct area plot, const struct layout *layout, int y,
	const struct bar *bar)
{
	const int from = column_of(layout, bar->lo), to = column_of(layout, bar->hi);
	const int end = column_of(layout, bar->value), zero = layout->zero;

	for (int x = from; x <= to; x++) {
		const bool heavy = (x > zero && x <= end) || (x < zero && x >= end);
		/* A cap at the end of the bar would be heavy on its outer side. */
		const bool cap = (x == from && x < zero) || (x == to && x > zero);
		const struct whisker *is = whisker_of(bars->glyphs, heavy && !cap);
		const enum role role = !heavy ? ROLE_TEXT : end > zero ? bars->positive : bars->negative;

		if (x != zero)
			area_set(plot, y, x, STYLE(role), x == from ? is->lo : x == to ? is->hi : is->line);
	}
}

static void draw_row(const struct bars *bars, struct area area, const struct layout *layout, size_t i)
{
	const struct bar *bar = &bars->bar[bars->first + i];
	const struct area plot = area_part(area, 0, layout->left, area.rows, layout->cols);
	const int y = layout->top + (int)i * layout->step;
	const bool band = isfinite(bar->lo) && isfinite(bar->hi) && bar->lo <= bar->hi;
	const bool tint = bars->fill == CANVAS_TINT && bars->glyphs != GLYPHS_ASCII;

	if (!isfinite(bar->value))
		return;
	if (band && tint) {
		draw_low_bar(bars, plot, layout, y, bar->value);
		draw_ground(plot, layout, y, bar);
	} else {
		draw_bar(bars, plot, layout, y, bar->value);
		if (band)
			draw_whisker(bars, plot, layout, y, bar);
	}
}

static void draw_text(const struct bars *bars, struct area area, const struct layout *layout, size_t i)
{
	const struct bar *bar = &bars->bar[bars->first + i];
	const int y = layout->top + (int)i * layout->step;
	const char *ellipsis = bars->glyphs == GLYPHS_ASCII ? "~" : NULL;
	const enum role role = bar->value > 0 ? bars->positive : bar->value < 0 ? bars->negative : ROLE_TEXT;
	struct buf label = BUF_INIT, value = BUF_INIT, fitted = BUF_INIT;

	text_fit(&label, bar->label, layout->labels, TEXT_LEFT, ellipsis);
	area_put(area, y, 0, STYLE(ROLE_TEXT), buf_text(&label));
	add_value(&value, bars, layout, bar->value);
	text_fit(&fitted, buf_text(&value), layout->values, TEXT_RIGHT, ellipsis);
	area_put(area, y, area.cols - layout->values, STYLE(role), buf_text(&fitted));
	if (bars->selected >= 0 && (size_t)bars->selected == bars->first + i)
		area_paint(area, y, 0, 1, layout->labels, STYLE_ON(ROLE_KEEP, GROUND_SELECTED));
	buf_release(&label);
	buf_release(&value);
	buf_release(&fitted);
}

/* Labels of the ticks, as far as they don't touch, and the unit at either end if there is no title that has it. */
static void draw_labels(const struct bars *bars, struct area area, const struct layout *layout,
	const struct axis_ticks *ticks)
{
	const struct axis_form form = form_of(bars);
	const struct axis_scale scale = axis_scale(layout->range, ticks, &form);
	const int y = layout->axis + 1, unit = text_width(scale.label);
	int first = area.cols, end = -1;

	for (int i = 0; i < ticks->count; i++) {
		struct buf label = BUF_INIT;
		int start, cells;

		axis_label(&label, &scale, axis_tick(ticks, i));
		cells = text_width(buf_text(&label));
		start = layout->left + column_of(layout, axis_tick(ticks, i)) - cells / 2;
		start = start + cells > area.cols ? area.cols - cells : start;
		start = start < 0 ? 0 : start;
		first = start < first ? start : first;
		if (start > end)
			end = area_put(area, y, start, STYLE(ROLE_AXIS), buf_text(&label));
		buf_release(&label);
	}
	if (layout->top)
		return;
	if (end + GAP + unit <= area.cols)
		area_put(area, y, end + GAP, STYLE(ROLE_DIM), scale.label);
	else if (unit + GAP <= first)
		area_put(area, y, 0, STYLE(ROLE_DIM), scale.label);
}

static void draw_axis(const struct bars *bars, struct area area, const struct layout *layout)
{
	const bool ascii = bars->glyphs == GLYPHS_ASCII;
	const struct axis_ticks ticks = axis_ticks(layout->range, most_ticks(layout));

	for (int x = 0; x < layout->cols; x++)
		area_set(area, layout->axis, layout->left + x, STYLE(ROLE_AXIS), ascii ? "-" : "─");
	for (int i = 0; i < ticks.count; i++) {
		const char *tick = ascii ? "+" : axis_tick(&ticks, i) == 0 ? "┼" : "┬";

		area_set(area, layout->axis, layout->left + column_of(layout, axis_tick(&ticks, i)), STYLE(ROLE_AXIS), tick);
	}
	draw_labels(bars, area, layout, &ticks);
}

static void draw_title(const struct bars *bars, struct area area, const struct layout *layout)
{
	const int unit = text_width(layout->scale.label), room = area.cols - unit - GAP;
	const bool both = unit && room >= TITLE_MIN;
	struct buf title = BUF_INIT;
	int x;

	text_cut(&title, bars->title, both ? room : area.cols, bars->glyphs == GLYPHS_ASCII ? "~" : NULL);
	x = area_put(area, 0, 0, STYLE(ROLE_HEADING), buf_text(&title));
	if (both)
		area_put(area, 0, x + GAP, STYLE(ROLE_DIM), layout->scale.label);
	buf_release(&title);
}

static void draw_zero(const struct bars *bars, struct area area, const struct layout *layout)
{
	const int rows = layout->axis >= 0 ? layout->axis - layout->top : (int)layout->shown;
	const char *line = bars->glyphs == GLYPHS_ASCII ? "|" : "│";

	for (int i = 0; i < rows; i++)
		area_set(area, layout->top + i, layout->left + layout->zero, STYLE(ROLE_AXIS), line);
}

void bars_draw(const struct bars *bars, struct area area)
{
	const struct layout layout = layout_make(bars, area);

	if (layout.top)
		draw_title(bars, area, &layout);
	for (size_t i = 0; i < layout.shown; i++)
		draw_text(bars, area, &layout, i);
	if (layout.cols <= 1)
		return;
	draw_zero(bars, area, &layout);
	for (size_t i = 0; i < layout.shown; i++)
		draw_row(bars, area, &layout, i);
	if (layout.axis >= 0)
		draw_axis(bars, area, &layout);
}

size_t bars_room(const struct bars *bars, struct area area)
{
	struct layout layout = { .axis = -1 };

	place_rows(bars, area, &layout);
	return area.rows > layout.top ? (size_t)(area.rows - layout.top) : 0;
}

int bars_at(const struct bars *bars, struct area area, int y)
{
	struct layout layout = { .axis = -1 };

	place_rows(bars, area, &layout);
	if (y < layout.top || (y - layout.top) % layout.step || (size_t)((y - layout.top) / layout.step) >= layout.shown)
		return -1;
	return (int)bars->first + (y - layout.top) / layout.step;
}
