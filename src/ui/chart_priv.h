/* SPDX-License-Identifier: MIT
 *
 * What the files of charts share: the layout and the readout (chart.c), the legend (chart_legend.c), the plot with its
 * axes (chart_plot.c).
 */
#ifndef PS_UI_CHART_PRIV_H
#define PS_UI_CHART_PRIV_H

#include "ui/axis.h"
#include "ui/chart.h"
#include "ui/grid.h"

enum { CHART_GAP = 2 };   /* cells between two things in a row */

/* Glyphs of which there is one for UTF-8 and one for ASCII. */
struct chart_look {
	const char *ellipsis;
	const char *corner, *across, *tick_across, *cross;
	const char *down, *tick_down;
	const char *cursor;        /* where the current line meets the year under the cursor */
	const char *current, *baseline;
};

const struct chart_look *chart_look(const struct chart *chart);

/* Where the parts are. */
struct chart_layout {
	int readout, readout_rows;
	int legend, legend_rows;
	int axis, years;           /* rows of the time axis and of its labels, -1: none */
	int top, rows, left, cols; /* of the plot */
	int label_cells;           /* of the y axis, 0: none */
	struct axis_range range;
	struct axis_ticks ticks;
	struct axis_scale scale;
};

/* The value of a line, which may be NULL, at the year under the cursor; NaN: none. */
double chart_at_cursor(const struct chart *chart, const double *values);

/* Puts text of at most so many cells, cut with an ellipsis; returns the column after it. */
int chart_put(const struct chart *chart, struct area area, int y, int x, int cells, struct style style, const char *text);

/* How many rows the whole legend takes at a width, with names as long as they are usual; 0: there is nothing in it. */
int chart_legend_rows(const struct chart *chart, int cols);

/* How many rows its pins take, with names cut as short as they ever are; 0: there are none. */
int chart_pin_rows(const struct chart *chart, int cols);

/* The canvas with its axes. */
void chart_draw_plot(const struct chart *chart, struct area area, const struct chart_layout *layout);

#endif
