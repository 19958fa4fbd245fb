/* SPDX-License-Identifier: MIT
 *
 * The colours of a screen as text: a letter for every cell, the same where cells look the same, and what each letter
 * stands for.  For tests, and for who wants to know what a theme looks like where there are few colours.
 */
#ifndef PS_UI_COLOURS_H
#define PS_UI_COLOURS_H

struct buf;
struct grid;
struct theme;

/* Adds the lines of the grid, and then a line for each letter: "a  #8a8f98 bold on blue". `colours` is how many there
 * are: 0 (attributes only), 8, 256, or more. */
void colours_dump(const struct grid *grid, const struct theme *theme, int colours, struct buf *buf);

#endif
