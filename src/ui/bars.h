/* SPDX-License-Identifier: MIT
 *
 * Horizontal bars to both sides of zero, each with a label, its value and, if there is one, its band of 90 % of worlds:
 * who wins and who loses.
 *
 * With a ground to tell it by, the band lies behind the bar; else it is drawn as whiskers: ┝━━──┤, heavy inside the
 * bar.
 */
#ifndef PS_UI_BARS_H
#define PS_UI_BARS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"
#include "ui/axis.h"
#include "ui/canvas.h"
#include "ui/grid.h"
#include "ui/theme.h"

struct bar {
	const char *label;
	double value;            /* NaN: none */
	double lo, hi;           /* the band; NaN: none */
};

/* All borrowed while a function runs. */
struct bars {
	const char *title;              /* NULL: none */
	const char *unit;               /* as in a rule file (base/unit.h) */
	bool difference;                /* values are differences: shares in percentage points */
	bool sign;                      /* a plus before what is above zero */
	enum lang lang;
	enum glyphs glyphs;
	enum canvas_fill fill;          /* how bands are told apart */
	enum role positive, negative;   /* of bars to the right and to the left of zero */
	const struct bar *bar;
	size_t count;
	size_t first;                   /* the first that is shown, if there isn't room for all */
	int selected;                   /* the bar under the cursor, -1: none */
	struct axis_range range;        /* of the axis; none: what fits */
};

/* The range of all that is shown and zero, the axis that fits it, and the axis while a slider is held (axis.h). */
struct axis_range bars_data(const struct bars *bars);
struct axis_range bars_fit(const struct bars *bars, struct area area);
struct axis_range bars_hold(const struct bars *bars, struct area area, struct axis_range held);

void bars_draw(const struct bars *bars, struct area area);

/* How many bars there is room for, and the one in row `y`, -1 if there is none. */
size_t bars_room(const struct bars *bars, struct area area);
int bars_at(const struct bars *bars, struct area area, int y);

#endif
