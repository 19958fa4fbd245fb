/* SPDX-License-Identifier: MIT
 *
 * The box below the sliders: what is under the cursor there or in another pane, with its whole name and all of
 * its value, for which a row of a panel has no room, and as much of its help as the box holds.
 */
#ifndef PS_UI_DETAIL_H
#define PS_UI_DETAIL_H

#include "ui/grid.h"
#include "ui/desk.h"

struct frame;

/* Rows that it takes of a panel that is so high; 0: there is no room for it. */
int detail_rows(int rows);

void detail_draw(const struct desk *desk, struct area area, struct frame *frame);

#endif
