/* SPDX-License-Identifier: MIT
 *
 * Completion: what can stand at the end of a command line, with a word on each.
 */
#ifndef PS_UI_CANDIDATES_H
#define PS_UI_CANDIDATES_H

#include <stddef.h>

struct desk;

struct candidate {
	char *line;       /* the whole line with it */
	char *name, *label;
};

struct candidates {
	struct candidate *items;
	size_t count, cap;
};

/* For a line as typed so far. Those that begin with what was typed come first, then those that contain it (in their
 * name or label, in either language). */
void candidates_find(struct candidates *candidates, const struct desk *desk, const char *line);
void candidates_release(struct candidates *candidates);

#endif
