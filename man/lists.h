/* SPDX-License-Identifier: MIT
 *
 * What the files of man/lists share. The explorer's tables have a file of their own because both they and the program's
 * have a `struct command`.
 */
#ifndef PS_MAN_LISTS_H
#define PS_MAN_LISTS_H

#include <stdarg.h>

#include "base/lang.h"

struct lists {
	const struct model *model;
	const struct where *where;
	enum lang lang;
};

/* Text and an argument of a macro as mdoc, on stdout. */
void lists_text(const char *text);
void lists_word(const char *text);

void lists_die(const char *fmt, ...) __attribute__((format(printf, 1, 2), noreturn));

/* The explorer's keys in a place, its commands (lists_explorer.c). */
void lists_keys(const struct lists *lists, const char *place);
void lists_commands(const struct lists *lists, const char *argument);

#endif
