/* SPDX-License-Identifier: MIT
 *
 * Other programs that get the terminal for a while: the user's editor.
 */
#ifndef PS_UI_OUTSIDE_H
#define PS_UI_OUTSIDE_H

struct err;
struct outside;

/* The editor that the user has set; NULL: none, then vi is run. */
const char *outside_editor(void);

/* Runs the user's editor on a line of a file and waits for its end; -1 if it could not be run. */
int outside_edit(const struct outside *outside, struct err *err);

#endif
