/* SPDX-License-Identifier: MIT
 *
 * The other sessions of a user: those of windows that are open now, and those that nobody goes on with.  What is in them
 * is read from their journals, which stay as they are.
 */
#ifndef PS_SCENARIO_SESSION_OTHERS_H
#define PS_SCENARIO_SESSION_OTHERS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "scenario/session_folder.h"

enum { SESSION_OTHERS_MAX = 20 };   /* more are not listed */

struct session_other {
	char *number;             /* by which it is opened: the name of its folder */
	struct timespec used;     /* when it was used last */
	enum session_use use;
	char *scenario;           /* the one in hand; "" none */
	size_t set;               /* settings */
	size_t steps;             /* that can be undone or done again */
	struct timespec changed;  /* of its journal, when that was read */
	size_t size;
};
struct session_others {
	struct session_other *items;   /* the one used last first */
	size_t count, cap;
};

/* Reads them anew, but for journals that are as they were. Those in which nothing was done are left out, and so is the
 * one in the folder `own`. Begin with zeros. */
void session_others_update(struct session_others *others, const char *sessions, const char *own);
void session_others_release(struct session_others *others);

/* Whether nothing was done in a session. */
bool session_place_is_blank(const struct session_place *place);

#endif
