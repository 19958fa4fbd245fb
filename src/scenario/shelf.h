/* SPDX-License-Identifier: MIT
 *
 * The shelf: the folders where scenarios stand.  Shipped ones are read only; the user's own, in a folder that is made
 * when first needed, hide shipped ones of the same name.  Several programs may use the folder at once: every change is
 * made under a lock on it, and nobody's file is replaced unseen.
 */
#ifndef PS_SCENARIO_SHELF_H
#define PS_SCENARIO_SHELF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"

struct err;
struct scenario;
struct shelf;

/* `data` holds the shipped scenarios in its folder scenarios/ (NULL: there are none); `own` is the user's folder (NULL:
 * $XDG_DATA_HOME/publicstake/scenarios). Never fails: a folder that is not there is empty. */
struct shelf *shelf_open(const char *data, const char *own);
void shelf_close(struct shelf *shelf);

/* Whether the name can stand as a file name on any system, and what is wrong if not: -1 for an empty name, one that is
 * too long, not UTF-8, starts or ends with a blank or a dot, holds control characters or any of / \ : * ? " < > |, or
 * that is a device's (con, nul, ...). And whether it can name a scenario: -1 for one that ends in .csv, which would be
 * taken for a path, and for reserved words. Files made by other means may have such names all the same. */
int shelf_check_name(const char *name, struct err *err);

/* Whether a comparison takes the word for something else: `baseline`, `policy` and `now`. */
bool shelf_is_reserved(const char *name);

/* All scenarios by name, a user's in the place of a shipped one that it hides. A file that can't be read is listed with
 * what is wrong with it. Names and paths are as on the disk, so clean them before you show them. -1 if a folder can't
 * be read. */
struct shelf_item {
	char *name, *path;
	struct text title, description;
	char *date;
	bool read_only;
	bool hides;      /* the user's, and there is a shipped one of this name */
	char *fault;     /* NULL, or what is wrong with the file */
};
struct shelf_list {
	struct shelf_item *items;
	size_t count, cap;
};
int shelf_list(const struct shelf *shelf, struct shelf_list *list, struct err *err);
void shelf_list_release(struct shelf_list *list);

/* Loads a scenario by its name, or, if there is a slash in it or it ends in .csv, from that file. NULL, and "did you
 * mean", if there is none. */
struct scenario *shelf_load(const struct shelf *shelf, const char *name_or_path, struct err *err);

/* The name of the scenario that a user calls so: the word itself if it is a name or a path, else the name of the one that
 * has it as its title in either language, capitals apart. The caller's; NULL if there is none, or several. And that
 * scenario loaded. What was noted by the program is loaded by shelf_load: a title may be another's tomorrow. */
char *shelf_called(const struct shelf *shelf, const char *word, struct err *err);
struct scenario *shelf_load_called(const struct shelf *shelf, const char *word, struct err *err);

/* Whether any scenario has that name, as shelf_owner takes it, or that title. */
bool shelf_knows(const struct shelf *shelf, const char *word);

/* The name in the list that may be meant: a near one, or that of the one title with the word in it; NULL: none. */
const char *shelf_guess(const struct shelf_list *list, const char *word);

/* By what shelf_load finds a scenario again: its name, or its full path where it stands elsewhere. The caller's. */
char *shelf_id(const struct shelf *shelf, const struct scenario *scenario);

/* Who has a name now: capitals and composed or decomposed Hangul make no difference, as on many file systems. */
enum shelf_owner { SHELF_NOBODY, SHELF_SHIPPED, SHELF_OWN };
enum shelf_owner shelf_owner(const struct shelf *shelf, const char *name);

/* Saves under `name` in the user's folder; then it has that name and path, and is not read only. */
enum shelf_save {
	SHELF_NEW,        /* refuses if anything has that name, a shipped one included */
	SHELF_REPLACE,    /* in the place of the user's one of that very name; a shipped one is hidden by it, not changed */
};
int shelf_save(const struct shelf *shelf, struct scenario *scenario, const char *name, enum shelf_save how,
	struct err *err);

/* Saves to the file that it came from, also one outside the folders; refuses if another program changed that since it
 * was read or written here last, and if it is shipped or has no file yet. */
int shelf_update(struct scenario *scenario, struct err *err);

/* Gives the user's scenario another name, which must be free. */
int shelf_rename(const struct shelf *shelf, const char *from, const char *to, struct err *err);

/* Moves the user's scenario to the trash, a folder .trash beside the scenarios; `*trash` (the caller's) names it there
 * for shelf_restore, which puts it back under `name` if that is still free. Nothing is ever taken out of the trash by
 * itself. */
int shelf_delete(const struct shelf *shelf, const char *name, char **trash, struct err *err);
int shelf_restore(const struct shelf *shelf, const char *trash, const char *name, struct err *err);

/* Where a scenario of that name of the user's stands or would stand. The caller's to free. */
char *shelf_path(const struct shelf *shelf, const char *name);

/* The name of the user's scenario that stands at a path; NULL: there is none of theirs. The caller's to free. */
char *shelf_name_of(const struct shelf *shelf, const char *path);

#endif
