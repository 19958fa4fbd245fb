/* SPDX-License-Identifier: MIT
 *
 * Other programs that get the terminal for a while: the user's editor, the manual's reader.
 */
#ifndef PS_UI_OUTSIDE_H
#define PS_UI_OUTSIDE_H

#include "base/lang.h"

struct err;
struct outside;

/* Runs what is asked for and waits for its end; -1 if it could not be run. */
int outside_run(const struct outside *outside, enum lang lang, struct err *err);

#endif
