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

struct session_other {
	char *number;             /* by which it is opened: the name of its folder */
	struct timespec used;     /* when it was used last */
	enum session_use use;
	char *scenario;           /* the one in hand; "" none */
	size_t set;               /* settings */
	size_t steps;             /* that can be undone or done again */
	bool is_blank;            /* nothing was done in it */
	struct timespec changed;  /* of its journal, when that was read */
	size_t size;
};
struct session_others {
	struct session_other *items;   /* the one used last first; behind them those in which nothing was done */
	size_t count, known, cap;      /* without and with those */
};

/* Reads them anew, but for journals that are as they were. The one in the folder `own` is left out. Begin with zeros. */
void session_others_update(struct session_others *others, const char *sessions, const char *own);
void session_others_release(struct session_others *others);

/* Whether nothing was done in a session. */
bool session_place_is_blank(const struct session_place *place);

#endif
