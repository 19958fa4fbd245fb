/* SPDX-License-Identifier: MIT
 *
 * Sparklines: a series as a word-sized picture of so many cells, without axes.
 */
#ifndef PS_UI_SPARK_H
#define PS_UI_SPARK_H

#include <stddef.h>

#include "ui/grid.h"
#include "ui/theme.h"

struct buf;

/* Adds exactly `cells` cells: a line of braille dots, bars of eighths of a cell, or the letters _ . - ^. The values, at
 * even distances, span its height from the least to the greatest; constant ones lie in the middle, NaN is a gap. */
void spark_text(struct buf *buf, const double *values, size_t count, int cells, enum glyphs glyphs);

/* The same in the first row of an area, as wide as it is, with the cell of value number `mark` as the cursor's (-1:
 * none). */
void spark_draw(struct area area, const double *values, size_t count, int mark, enum glyphs glyphs);

#endif
