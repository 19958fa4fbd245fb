/* SPDX-License-Identifier: MIT
 *
 * The terminal: shows a grid, reports keys.  One at a time; term_curses.c is the only file that knows curses.
 *
 * Whatever ends the program (return, error, signal, crash, no memory), the terminal is as it was before.
 */
#ifndef PS_UI_TERM_H
#define PS_UI_TERM_H

#include <stdbool.h>

#include "ui/key.h"
#include "ui/theme.h"

struct err;
struct grid;
struct term;

enum term_colours { TERM_AUTO, TERM_NONE, TERM_8, TERM_256, TERM_TRUE };
int term_colours_parse(const char *name, enum term_colours *colours);   /* "auto", "never", "8", "256", "true" */

struct term_spec {
	enum term_colours colours;
	bool mouse;
};

/* NULL, with the reason and what to do, where there is no terminal or it can't move its cursor. */
struct term *term_open(const struct term_spec *spec, struct err *err);
void term_close(struct term *term);

void term_size(const struct term *term, int *rows, int *cols);
enum term_colours term_colours(const struct term *term);    /* what is in use, never TERM_AUTO */
enum glyphs term_glyphs(const struct term *term);           /* the best that it can be expected to show */
bool term_is_light(const struct term *term);                /* it says that its background is light */

/* Either becomes readable when an event may have come; then term_read until EVENT_NONE. Signals come as events too:
 * a new size, EVENT_CLOSED when the terminal is gone or the program is asked to end, EVENT_STOP when it is asked to
 * stop. */
void term_fds(const struct term *term, int fds[2]);
struct event term_read(struct term *term);

/* Sends what has changed since the last time; the cursor is shown at (y, x), hidden if y is negative. `all` sends
 * everything. */
void term_show(struct term *term, const struct grid *grid, const struct theme *theme, int y, int x);
void term_redraw(struct term *term);      /* the next term_show sends everything */

void term_set_mouse(struct term *term, bool on);
void term_beep(struct term *term);

/* Gives the terminal to another program (an editor, a shell), and takes it back. */
void term_suspend(struct term *term);
void term_resume(struct term *term);

/* Gives it back and stops the program until it is continued. */
void term_stop(struct term *term);

#endif
