/* SPDX-License-Identifier: MIT
 *
 * The views of the main pane: charts, table, winners and losers, report, claims, scenarios, explain, messages,
 * help.  Most are documents (doc.h) written anew for each drawing.
 */
#ifndef PS_UI_VIEW_H
#define PS_UI_VIEW_H

#include <stdbool.h>

#include "ui/desk.h"
#include "ui/grid.h"
#include "ui/keymap.h"

struct buf;
struct doc;
struct frame;

const char *view_name(enum view view);                 /* as commands call it */
/* for the screen, translated; borrowed until the next call of gettext */
const char *view_title(const struct desk *desk);
int view_parse(const char *name, enum view *view);

/* Whether it wants the whole body on a screen where the sliders and it have no room beside each other. */
bool view_is_wide(enum view view);
enum place_of_keys view_keys(enum view view);

/* Whether the keys go to it when it is shown; else they stay with the sliders, which it follows. */
bool view_takes_focus(enum view view);

void view_draw(const struct desk *desk, struct area area, struct frame *frame);

/* The line where the cursor goes for a page down (1) or up (-1), so that the view begins there; the first line shown
 * where it was `top`, now that the cursor stands where it does; and the next line, or the one before, that has the text
 * in it, -1: none. */
int view_page(const struct desk *desk, int direction);
int view_scroll(const struct desk *desk, int top);
int view_find(const struct desk *desk, const char *text, int direction);

/* Lines of the view on which the cursor can stand, and the command of the one where it stands (the caller's; NULL:
 * none). */
int view_stops(const struct desk *desk);
int view_line(const struct desk *desk);
char *view_command(const struct desk *desk);

/* The variable that is under the cursor in the focused place, a view's lines included; -1: none. */
int view_variable(const struct desk *desk);

/* ---- one file each ---- */

struct doc *view_table(const struct desk *desk, int width);
struct doc *view_report(const struct desk *desk, int width);
struct doc *view_claims(const struct desk *desk, int width);
struct doc *view_scenarios(const struct desk *desk, int width);
struct doc *view_explain(const struct desk *desk, int width);
struct doc *view_messages(const struct desk *desk, int width);
struct doc *view_help(const struct desk *desk, int width);
struct doc *view_manual(const struct desk *desk, int width);
void view_deciles(const struct desk *desk, struct area area, struct frame *frame);

/* The family of outcomes, one a decile, that the view of winners and losers shows: how many there are, and the
 * variable of one. */
int view_decile_count(const struct desk *desk);
int view_decile(const struct desk *desk, int decile);

/* The name of the scenario under the cursor of the list; NULL: none. The caller's. */
char *view_scenario_name(const struct desk *desk);

#endif
