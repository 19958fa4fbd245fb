/* SPDX-License-Identifier: MIT
 *
 * Axes: which range a chart shows, where its ticks lie, and what they are called.  Numbers only; chart.h draws them.
 *
 * A range that is on the screen stays while a slider is held, or the picture would jump at each key: axis_hold.  After
 * that it eases to the range that fits: axis_ease, once a frame.
 */
#ifndef PS_UI_AXIS_H
#define PS_UI_AXIS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/unit.h"

struct buf;

/* Of data: the least and the greatest value. Of an axis: its ends, lo below hi. NaN: none yet. */
struct axis_range {
	double lo, hi;
};
struct axis_range axis_no_range(void);
bool axis_has_range(struct axis_range range);

/* Widens a range to hold these values; NaN and infinity don't count. */
void axis_include(struct axis_range *data, const double *values, size_t count);

/* The axis that fits the data, with at most `most` ticks (never less than 2, or 3 where zero is inside): from a round
 * number, or the middle of two, to another. Takes zero in where that costs at most half of the room. No data: 0 to
 * 1. */
struct axis_range axis_nice(struct axis_range data, int most);

/* The axis while a slider is held: as it was, or grown to the next round number at the end where data left it. */
struct axis_range axis_hold(struct axis_range held, struct axis_range data, int most);

/* Moves the axis towards its target, as far as it comes in so many seconds; whether it has still to go. */
bool axis_ease(struct axis_range *shown, struct axis_range target, double seconds);

/* Ticks at multiples of a step of 1, 2, 2.5 or 5 times a power of ten; of years 1, 2 or 5 times. */
struct axis_ticks {
	double step;
	double first;              /* in steps: the first tick is first * step */
	double mantissa;           /* step = mantissa * 10^exponent; from these ticks are exact: 3 * 0.1 is 0.3 */
	int exponent;
	int count;                 /* may be 0 */
};
struct axis_ticks axis_ticks(struct axis_range range, int most);
double axis_tick(const struct axis_ticks *ticks, int i);

/* Years from `start` to `stop` on an axis of so many cells, with room for four digits and a gap of two, or of one if
 * there would be too few. */
struct axis_ticks axis_years(double start, double stop, int cells);

/* What the numbers are. */
struct axis_form {
	const char *unit;          /* as in a rule file (base/unit.h); borrowed */
	enum lang lang;
	bool difference;           /* of two values in that unit: shares in percentage points */
};

/* How the ticks are written: all in one scale, that of the unit (조, 억, 만; trn, bn, mn; %) or, where even that leaves
 * long numbers, a power of ten. `label` is the unit with that scale, to be written once; "" for none. */
struct axis_scale {
	struct unit_axis unit;
	int power;                 /* of ten, 0: none */
	char label[128];
};
struct axis_scale axis_scale(struct axis_range range, const struct axis_ticks *ticks, const struct axis_form *form);
void axis_label(struct buf *buf, const struct axis_scale *scale, double value);

#endif
