/* SPDX-License-Identifier: MIT
 *
 * A list of mistakes found in files that a user writes: where each is, what it is, what to do.  Independent mistakes are
 * collected and reported in one go.
 */
#ifndef PS_BASE_DIAGS_H
#define PS_BASE_DIAGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"

struct diag {
	char *file;  /* as the user would name it; "" where there is none */
	int line;    /* from 1; 0 where unknown */
	char *text;  /* what is wrong; what to do */
};

struct diags {
	struct diag *items;
	size_t count, cap;
};

#define DIAGS_INIT { NULL, 0, 0 }

enum { DIAGS_MAX = 50 };  /* more than anybody mends at once; later ones are not kept */

/* Adds one; the same text at the same place is kept once. */
void diags_add(struct diags *diags, const char *file, int line, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* The same in a list for each language, in its words: `msgid` is N_("..."). For what can't be found anew when the user
 * goes over to the other language. */
void diags_add_each(struct diags lists[LANG_COUNT], const char *file, int line, const char *msgid, ...)
	__attribute__((format(printf, 4, 5)));

/* No more are kept: what looks for them can stop. */
bool diags_are_full(const struct diags *diags);

/* `file:line: text` of one, the caller's to free. */
char *diags_line(const struct diags *diags, size_t i);

/* By file and line. */
void diags_sort(struct diags *diags);

void diags_release(struct diags *diags);

#endif
