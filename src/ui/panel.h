/* SPDX-License-Identifier: MIT
 *
 * The slider panels: levers by group, uncertainties apart from them, and what there is to know of the one under the
 * cursor.
 */
#ifndef PS_UI_PANEL_H
#define PS_UI_PANEL_H

#include "ui/grid.h"
#include "ui/desk.h"

struct frame;

/* Draws both panels, one below the other where there is room, else the focused one. */
void panel_draw(const struct desk *desk, struct area area, struct frame *frame);

/* The value of a variable at a column of its track (REGION_TRACK), on its steps. */
double panel_value_at(const struct desk *desk, int variable, int column, int columns);

#endif
