/* SPDX-License-Identifier: MIT
 *
 * A session: the history of what was done and how the user looks at it, kept on the disk as it happens, so that it goes
 * on where it was after quitting, a kill, a crash or a loss of power.
 *
 * Each session has a folder of its own below $XDG_STATE_HOME/publicstake/sessions: `journal` (journal.h), `blobs` with
 * former contents of files (blobs.h), and `lock`, which is locked as long as a program uses the session.  A program
 * that starts goes on with the session used last of those that nobody uses, else begins a new one; so two never share
 * one, and each can be gone on with later.
 * When a session can't be kept, or not any longer (a full disk), it lives in memory, and session_fault says why; a full
 * disk is tried again every few seconds.
 */
#ifndef PS_SCENARIO_SESSION_H
#define PS_SCENARIO_SESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diags.h"

struct err;
struct history;
struct session;
struct session_others;
struct settings;

/* Limits; a value or pair beyond them is not kept. */
enum {
	SESSION_VIEWS_MAX = 256,
	SESSION_VIEW_MAX = 4096,   /* bytes of a key or value */
};

struct session_spec {
	const char *folder;            /* of the sessions; NULL: the user's */
	bool is_new;                   /* don't go on with an old one */
	bool in_memory;                /* keep nothing: for scripts */
	const char *const *may_write;  /* folders below which undo may write files (rules and scenarios of the user's) */
	size_t may_write_count;
};

/* Never fails. What the user should know is added to `notices`, a list for each language: a session that is damaged, from
 * another version, or can't be kept. (Why a file can't be read or written is in the language of the moment in both: it
 * is not known again later.) */
struct session *session_open(const struct session_spec *spec, struct diags notices[LANG_COUNT]);

/* Brings everything to the disk. */
void session_close(struct session *session);

/* Borrowed as long as the session lives; for reading only, and changed by the functions below. */
struct history *session_history(const struct session *session);

/* NULL as long as everything is kept, else why it is not. */
const char *session_fault(const struct session *session);

/* A number that grows with what is done, as long as some of it is not kept, which is tried once more; 0: all is. How the user
 * looks at things does not count. */
size_t session_unkept(struct session *session);

/* Where the session is kept; "" in memory. */
const char *session_folder(const struct session *session);

/* How it began. */
struct session_start {
	bool was_resumed;   /* it goes on with an old one ... */
	bool was_cut;       /* ... that was not ended: by a crash, a kill, a loss of power */
	size_t open;        /* other sessions that were open in other windows then */
	size_t cut;         /* others that nobody used, and that were not ended */
};
bool session_was_resumed(const struct session *session);
const struct session_start *session_start(const struct session *session);

/* The other sessions (session_others.h) as they were a second ago at most. Borrowed until the next call. */
const struct session_others *session_others(struct session *session);

/* Goes on with another session in the place of this one, which is ended. -1 and nothing changed if there is none of that
 * number, or another window has it, or it can't be read; and where something is unkept. */
int session_go(struct session *session, const char *number, struct diags notices[LANG_COUNT], struct err *err);

/* A file that was changed along with what is done: contents, NULL where there was none. */
struct session_file {
	const char *path;              /* absolute */
	const char *before, *after;
	size_t before_length, after_length;
};

/* As history_do. The files have been changed already by the caller. */
struct session_deed {
	const char *text;
	const struct settings *settings;
	const char *scenario;
	const char *const *about;
	const struct session_file *files;
	size_t file_count;
};
bool session_do(struct session *session, const struct session_deed *deed, const char *gesture);
void session_end_gesture(struct session *session);

/* Takes the last entry back, files included, or does the next one again. -1, and nothing changed, at the end of the
 * history, and if a file can't be written, or was changed since by somebody else, or its content is not kept any more.
 * `by_force` writes over such changes, and leaves files alone whose content is gone. */
int session_undo(struct session *session, bool by_force, struct err *err);
int session_redo(struct session *session, bool by_force, struct err *err);

/* As history_set_saved. */
void session_set_saved(struct session *session, const char *scenario, const struct settings *settings);

/* How the user looks at things, by name; none of it is undone. NULL: unknown, or to be forgotten. Borrowed until it is
 * set. */
void session_set_view(struct session *session, const char *key, const char *value);
const char *session_view(const struct session *session, const char *key);

#endif
