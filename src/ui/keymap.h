/* SPDX-License-Identifier: MIT
 *
 * Which key runs which command, where.  One table (keymap.c) and the user's own bindings on top of it; the key bar,
 * the help, the manual's list and completion are made from it.
 */
#ifndef PS_UI_KEYMAP_H
#define PS_UI_KEYMAP_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/key.h"

struct err;
struct keymap;

/* Where a binding holds. A key is looked for in the place itself, then everywhere. */
enum place_of_keys { KEYS_EVERYWHERE, KEYS_SLIDERS, KEYS_HEADLINES, KEYS_CHARTS, KEYS_LISTS, KEYS_PLACES };

struct binding {
	key_code key;
	enum place_of_keys place;
	const char *command;
	const char *help;       /* English, for _(); NULL: like the binding above it, for another key */
	const char *hint;       /* a word for the key bar, English, for _(); NULL: not in it */
};

struct keymap *keymap_new(void);      /* the shipped bindings */
void keymap_free(struct keymap *keymap);

/* The command of a key, NULL: none. Borrowed until the next change. */
const char *keymap_find(const struct keymap *keymap, enum place_of_keys place, key_code key);

/* The command that binding a key to `command` would take it from, also one that holds everywhere; NULL: none. Borrowed
 * until the next change. */
const char *keymap_taken(const struct keymap *keymap, const char *place, const char *key, const char *command);

/* Binds a key in a place ("everywhere", "sliders", "headlines", "charts", "lists"), or takes a binding away
 * (`command` ""). An error says which key or place is not known. */
int keymap_bind(struct keymap *keymap, const char *place, const char *key, const char *command, struct err *err);
const char *keymap_place_name(enum place_of_keys place);

/* All bindings in the order of the table, the user's own last; NULL after the last. */
const struct binding *keymap_at(const struct keymap *keymap, size_t i);

/* The key that runs a command, for hints; false: none. */
bool keymap_key_of(const struct keymap *keymap, enum place_of_keys place, const char *command, char name[KEY_NAME_MAX]);

#endif
