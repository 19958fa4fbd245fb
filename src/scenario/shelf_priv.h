/* SPDX-License-Identifier: MIT
 *
 * Between shelf_name.c, shelf.c and shelf_change.c.  Strings that are returned are the caller's.
 */
#ifndef PS_SCENARIO_SHELF_PRIV_H
#define PS_SCENARIO_SHELF_PRIV_H

#include <stdbool.h>

#include "base/err.h"

struct file_names;
struct shelf;

struct shelf {
	char *shipped;   /* NULL: none */
	char *own;       /* NULL: there is no home folder */
	struct err why;  /* then: why */
};

/* A name as it may be shown. */
char *shelf_quoted(const char *name);

/* Whether it is a path in the place of a name. */
bool shelf_is_path(const char *name);

/* With Hangul and accents composed, as names are written here. */
char *shelf_composed(const char *name);

/* The same name, composed or not; a name that some file system takes for the same file. */
bool shelf_same_name(const char *a, const char *b);
bool shelf_collide(const char *a, const char *b);

/* Names in a folder (NULL: none) without the ending; a folder that is not there has none. */
int shelf_names(const char *folder, struct file_names *names, struct err *err);

/* The path of the file of a name. */
char *shelf_file(const char *folder, const char *name);

/* The name as it stands in the folder, by a rule of what is the same; NULL if it does not. */
char *shelf_find(const char *folder, const char *name, bool (*same)(const char *, const char *));

/* Says that there is no such scenario, and which may be meant. NULL. */
struct scenario *shelf_not_found(const struct shelf *shelf, const char *name, struct err *err);

#endif
