/* SPDX-License-Identifier: MIT
 *
 * The screen as a whole: title, panels, figures, main pane, what is wrong with the rules, status, keys.
 */
#ifndef PS_UI_SCREEN_H
#define PS_UI_SCREEN_H

#include <stdbool.h>

#include "ui/desk.h"
#include "ui/grid.h"

struct frame;
struct prompt;

enum { SCREEN_ROWS_MIN = 15, SCREEN_COLS_MIN = 60 };

void screen_draw(const struct desk *desk, const struct prompt *prompt, struct grid *grid, struct frame *frame);

/* The main pane's part of a screen that is so large. */
struct area screen_view_area(const struct desk *desk, struct grid *grid);

/* Whether the sliders and a wide view have room beside each other. */
bool screen_is_roomy(int cols);

/* How many charts have room on a screen that is so large. */
int screen_charts(int rows, int cols);

enum place_of_keys screen_keys(const struct desk *desk);

#endif
