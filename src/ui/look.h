/* SPDX-License-Identifier: MIT
 *
 * Small things that several views draw.
 */
#ifndef PS_UI_LOOK_H
#define PS_UI_LOOK_H

#include "ui/canvas.h"
#include "ui/desk.h"
#include "ui/grid.h"

struct buf;

/* A horizontal line over the width of the area, with a title in it (NULL: none); a vertical one over its height. */
void look_rule(const struct desk *desk, struct area area, int y, const char *title);
void look_wall(const struct desk *desk, struct area area, int x);

/* At the right edge: where in `count` lines the area stands whose first line is `top`. Nothing if all are seen. */
void look_scrollbar(const struct desk *desk, struct area area, int top, int count);

/* Whether a change is good, bad or neither, as the rule file says. */
enum role look_change_role(const struct desk *desk, int variable, double change);

/* The same without colour: adds the size of a change behind a triangle that says which way it goes, hollow if it is for
 * the worse; in ASCII behind its sign, with an exclamation mark. "=" for none. As much as goes into so many cells. */
void look_add_change(const struct desk *desk, struct buf *buf, int variable, double change, int digits, int cells);

/* Adds what all worlds make of a variable's value at the cursor year (readout.h); nothing while there are none. */
void look_add_worlds(const struct desk *desk, struct buf *buf, int variable);

/* Where something stands, as `file:line`, and whether the file is the user's own. */
struct doc;
struct place;
void look_place(const struct desk *desk, struct doc *doc, const struct place *place);

/* How bands are told apart. */
enum canvas_fill look_fill(const struct desk *desk);

/* Lines of a rule file, as they are written; what does not fit goes on below. */
void look_code(struct doc *doc, const char *lines);

/* A glyph by what can be shown. */
const char *look_glyph(const struct desk *desk, const char *ascii, const char *utf8);

/* Turns what ASCII can't show into what it can: lines and marks into their likes, other characters into `?`;
 * letters stay where `keep_letters`. */
void look_to_ascii(struct grid *grid, bool keep_letters);

#endif
