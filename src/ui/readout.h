/* SPDX-License-Identifier: MIT
 *
 * What is said of a value: the number with its unit, how it differs from what is compared, and the band of worlds
 * around it in words that anybody understands.
 */
#ifndef PS_UI_READOUT_H
#define PS_UI_READOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "ui/axis.h"

/* "49.3 trn KRW", or of a difference "+8.1 trn KRW"; "no value" for NaN. */
void readout_value(struct buf *buf, double value, const struct axis_form *form);

/* The same without the unit's noun, where there is little room: "49.3T", "-" for NaN. */
void readout_short(struct buf *buf, double value, const struct axis_form *form);

/* "+8.1 trn KRW against baseline", "no change against baseline"; adds nothing if one of them isn't known. */
void readout_change(struct buf *buf, double value, double compared, const char *name, const struct axis_form *form);

/* The 90 % band from `lo` to `hi`: "in 9 of 10 worlds between 38 and 61 trn KRW", "10개 세계 중 9개에서 38~61조 원"; where
 * there is little room "9 of 10: 38 to 61 trn KRW". Adds nothing if an end is NaN. */
void readout_band(struct buf *buf, double lo, double hi, const struct axis_form *form);
void readout_band_brief(struct buf *buf, double lo, double hi, const struct axis_form *form);

/* What all worlds make of a value: one where they all make the same, else the band; and of what comes in some worlds
 * only, in how many it does not: "in 19 of 20 worlds 2060 or later; in 93 of 1,000 not before 2076". */
struct readout_worlds {
	double lo, hi;         /* the 90 % band; INFINITY: it never comes */
	bool same;
	size_t worlds, never;
	const char *none;      /* says that it never comes */
};
void readout_worlds(struct buf *buf, const struct readout_worlds *worlds, const struct axis_form *form);

#endif
