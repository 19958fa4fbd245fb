/* SPDX-License-Identifier: MIT
 *
 * The headline strip: the outcomes that matter most at the year under the cursor, each with its change against what
 * is compared and its course over time.
 */
#ifndef PS_UI_HEADLINE_H
#define PS_UI_HEADLINE_H

#include "ui/grid.h"
#include "ui/desk.h"

struct buf;
struct frame;

/* Rows that it takes of an area that is so large. */
int headline_rows(const struct desk *desk, int rows, int cols);
int headline_columns(int cols);   /* items beside each other */

void headline_draw(const struct desk *desk, struct area area, struct frame *frame);

/* Adds the items that changed against what is compared but have no row of the area, as they were drawn last, with
 * their changes; nothing if all that changed is seen. */
void headline_add_unseen(const struct desk *desk, struct area area, const struct frame *frame, struct buf *text);

#endif
