/* SPDX-License-Identifier: MIT
 *
 * A terminal that is not there (ui/term.h): what is shown on it is looked through, and its size is what one says.  A program
 * that links it has no curses.
 */
#ifndef PS_FUZZ_HEADLESS_H
#define PS_FUZZ_HEADLESS_H

struct grid;

/* Of the next terminal, and of the one that is open; the explorer has to be sent EVENT_RESIZE. */
void headless_resize(int rows, int cols);

/* Each cell is text fit for a terminal, wide ones have their second half, and the caret (y < 0: none) is inside. */
void headless_require_grid(const struct grid *grid, int y, int x);

#endif
