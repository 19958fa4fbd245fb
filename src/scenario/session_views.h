/* SPDX-License-Identifier: MIT
 *
 * How the user looks at things: a few values by name, within the limits of session.h.
 */
#ifndef PS_SCENARIO_SESSION_VIEWS_H
#define PS_SCENARIO_SESSION_VIEWS_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

struct session_views {
	struct session_view {
		char *key, *value;
	} *items;
	size_t count, cap;
};

/* NULL: unknown. Borrowed until it is set. */
const char *session_views_get(const struct session_views *views, const char *key);

/* Sets a value, or forgets it (NULL). False if that changes nothing, or can't be kept. */
bool session_views_put(struct session_views *views, const char *key, const char *value);
void session_views_clear(struct session_views *views);
void session_views_release(struct session_views *views);

#endif
