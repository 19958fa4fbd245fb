/* SPDX-License-Identifier: MIT
 *
 * History: what was done to the settings, the scenario in hand, the words about it and files (rules, scenarios), one
 * entry after the other, to be undone and redone without limit.  It keeps differences only, some dozens of bytes a move.
 *
 * Everything that happens to it can be watched as lines of text, and a new history that takes the same lines becomes
 * equal to it: that is how session.h keeps it over a crash.
 *
 *	history_do(h, &deed, "gpu_target")   a slider is held: moves of one gesture become one entry ...
 *	history_do(h, &deed, "gpu_target")
 *	history_end_gesture(h)               ... until it is let go
 *	history_undo(h)                      back to before the first of these moves
 */
#ifndef PS_SCENARIO_HISTORY_H
#define PS_SCENARIO_HISTORY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"

struct history;
struct settings;

/* Limits; what is beyond them is cut or left out. */
enum {
	HISTORY_TEXT_MAX = 400,     /* bytes of a text that says what was done */
	HISTORY_FILES_MAX = 64,     /* in one entry */
	HISTORY_SAVED_MAX = 1000,   /* scenarios of which it is known how they were saved: those of last */
};

/* A file whose content changed: ids of the contents (blobs.h), "" where there was no file. */
struct history_file {
	const char *path, *before, *after;
};

/* What is done now. NULL leaves settings, scenario or descriptions as they are. */
struct history_deed {
	const char *text;                 /* for people; may be "" where the changes say all */
	const struct settings *settings;  /* as they are afterwards */
	const char *scenario;             /* the scenario in hand afterwards, "" for none */
	const char *const *about;         /* LANG_COUNT descriptions of it that no file has yet, "" for none */
	const struct history_file *files;
	size_t file_count;
};

/* What was done, taken apart; all of it is borrowed until the history is called again. */
struct history_change {
	const char *id;
	bool was_set, is_set;
	double before, after;             /* where set, else 0 */
};
struct history_entry {
	const char *text;
	const struct history_change *changes;   /* in byte order of the ids */
	size_t change_count;
	const char *scenario_before, *scenario_after;   /* NULL: not changed */
	const char *about_before[LANG_COUNT], *about_after[LANG_COUNT];   /* NULL: not changed */
	const struct history_file *files;
	size_t file_count;
};

struct history *history_new(void);
void history_free(struct history *history);

/* The present state; borrowed until the next change. */
const struct settings *history_settings(const struct history *history);
const char *history_scenario(const struct history *history);
const char *history_about(const struct history *history, enum lang lang);

/* Whether the settings differ from those that the scenario in hand was last saved (or opened) with (without one, whether
 * there are any), or words about it are in no file yet. */
bool history_is_changed(const struct history *history);

/* How a scenario was last saved or opened; NULL: unknown, or there is none any more. Borrowed until the next change. */
const struct settings *history_saved(const struct history *history, const char *scenario);

/* Says how a scenario is on the disk; NULL: it is there no more. This is no entry, and undo leaves it. */
void history_set_saved(struct history *history, const char *scenario, const struct settings *settings);

/* Adds an entry after the present one and forgets what could be redone. `gesture` (NULL: none) joins it to the last
 * entry if that was added by the same gesture, which has not ended; a gesture that comes back to where it started
 * leaves no entry. False and nothing done, and no gesture ended, if nothing would change. */
bool history_do(struct history *history, const struct history_deed *deed, const char *gesture);
void history_end_gesture(struct history *history);

/* False at the ends. They end a gesture. Files are the caller's to change, before. */
bool history_undo(struct history *history);
bool history_redo(struct history *history);

/* Entries 0 to count - 1; those below `at` are done, the others can be redone. */
size_t history_count(const struct history *history);
size_t history_at(const struct history *history);
const struct history_entry *history_entry(struct history *history, size_t i);

/* About how many bytes history_dump gives. */
size_t history_size(const struct history *history);

/* Forgets up to `count` of the oldest entries that are done; returns how many. */
size_t history_forget(struct history *history, size_t count);

/* ---- as lines ---- */

/* A line without a line end. */
typedef void history_sink(void *context, const char *line, size_t length);

/* Who hears of each change as it happens (NULL: nobody). */
void history_watch(struct history *history, history_sink *sink, void *context);

/* Takes a line that a watcher heard or history_dump gave; -1 and nothing changed if it is not one. Tells no watcher. */
int history_take(struct history *history, const char *line, size_t length);

/* Lines that make a new history equal to this. */
void history_dump(const struct history *history, history_sink *sink, void *context);

#endif
