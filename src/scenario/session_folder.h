/* SPDX-License-Identifier: MIT
 *
 * The folders of sessions: one each, with a file `lock` that is locked as long as a program uses the session.  That
 * file is also the mark of use: it has content until the session is ended properly, and its time is that of the end.
 */
#ifndef PS_SCENARIO_SESSION_FOLDER_H
#define PS_SCENARIO_SESSION_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

struct err;

/* Locks the session in a folder and marks it as used; `*fd` is to be given to session_folder_leave. 1: it is ours now,
 * 0: another program has it, -1: it can't be had. `*was_cut` says whether who had it last did not end it. */
int session_folder_enter(const char *folder, int *fd, bool *was_cut, struct err *err);

/* Ends the use properly. A negative `fd` is no folder. */
void session_folder_leave(int fd);

/* Removes a session that nobody uses and that holds nothing: its `journal` and `lock`. */
void session_folder_remove(const char *folder);

/* A session that has a journal. */
struct session_place {
	char *folder, *journal;   /* paths */
	struct timespec used;     /* when it was used last */
	struct timespec changed;  /* when its journal was written last, and how large it is */
	size_t size;
};
struct session_places {
	struct session_place *items;   /* the one used last first */
	size_t count, cap;
};

/* Finds them; none where the folder can't be read. */
struct session_places session_places_find(const char *sessions);
void session_places_release(struct session_places *places);

/* Whether another program uses it now; whether nobody does, and who had it last did not end it. */
enum session_use { SESSION_ENDED, SESSION_OPEN, SESSION_CUT };
enum session_use session_place_use(const struct session_place *place);

#endif
