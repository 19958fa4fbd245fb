/* SPDX-License-Identifier: MIT
 *
 * A chart of one outcome over time, drawn into an area of the grid: title and unit, axes with round numbers, the bands
 * of 50 and 90 % of worlds, what is compared against, pinned scenarios, the current line, and at the year under the
 * cursor the value and the band in words.  It takes numbers and writes cells; it keeps nothing.
 *
 * It has something to show from about 20 x 6 cells on; the more room there is, the more is there: the value in words,
 * the time axis, the legend.
 */
#ifndef PS_UI_CHART_H
#define PS_UI_CHART_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"
#include "ui/axis.h"
#include "ui/canvas.h"
#include "ui/grid.h"
#include "ui/theme.h"

/* From so many rows on a chart has its own legend; one that stands alone has it from fewer if there are pins, which nothing
 * else tells apart. */
enum { CHART_PINS = 6, CHART_LEGEND_ROWS = 13, CHART_PIN_LEGEND_ROWS = 10 };

struct chart_line {
	const double *values;    /* one a time, in the unit; NaN where there is none. NULL: no such line */
	const char *name;        /* for the legend; NULL: not in it */
};

/* All borrowed while a function runs. */
struct chart {
	const char *title;
	const char *unit;                        /* as in a rule file (base/unit.h) */
	bool difference;                         /* values are differences: with a sign, shares in percentage points */
	bool is_alone;                           /* no other chart, and no other legend, is beside it */
	enum lang lang;
	enum glyphs glyphs;
	enum canvas_fill fill;                   /* CANVAS_TINT needs a theme with colours, and 256 of them */
	const double *times;                     /* years, ascending */
	size_t count;
	struct chart_line current, baseline;
	struct chart_line pin[CHART_PINS];
	const double *p05, *p25, *p75, *p95;     /* as values; NULL in pairs: no such band */
	double cursor;                           /* the year under the cursor; NaN: none */
	struct axis_range range;                 /* of the y axis; none: what fits */
};

/* The range of all that the chart shows, the y axis that fits it in this area, and the one while a slider is held that
 * had been `held` before (axis.h). */
struct axis_range chart_data(const struct chart *chart);
struct axis_range chart_fit(const struct chart *chart, struct area area);
struct axis_range chart_hold(const struct chart *chart, struct area area, struct axis_range held);

void chart_draw(const struct chart *chart, struct area area);

/* Its legend alone, over all rows of the area: for charts that share one. */
void chart_draw_legend(const struct chart *chart, struct area area);

/* The time at a cell, for the mouse; false if it is not on the plot or its time axis. */
bool chart_time_at(const struct chart *chart, struct area area, int y, int x, double *time);

/* A line's value at a time, interpolated; NaN outside. */
double chart_value_at(const double *times, const double *values, size_t count, double time);

#endif
