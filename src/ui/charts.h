/* SPDX-License-Identifier: MIT
 *
 * The charts pane: one, two or four charts of outcomes with what they are compared with, pins and bands.
 */
#ifndef PS_UI_CHARTS_H
#define PS_UI_CHARTS_H

#include <stdbool.h>

#include "ui/grid.h"
#include "ui/desk.h"

struct frame;

void charts_draw(const struct desk *desk, struct area area, struct frame *frame);

/* Before drawing: moves the y axes towards what fits, as far as they come in so many seconds (INFINITY: there);
 * while a slider is held they only grow. Returns whether they have still to go. */
bool charts_settle(struct desk *desk, struct area area, double seconds);

/* The year at a cell of the area that a chart was drawn to. */
bool charts_year_at(const struct desk *desk, struct area area, int chart, int y, int x, double *year);

#endif
