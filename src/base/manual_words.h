/* SPDX-License-Identifier: MIT
 *
 * Where in the manual a word stands that names nothing there.
 */
#ifndef PS_BASE_MANUAL_WORDS_H
#define PS_BASE_MANUAL_WORDS_H

#include <stddef.h>

struct manual;

/* A section with the word in it; what manual_find takes for it is "PAGE SECTION". */
struct manual_place {
	size_t page;
	char *section;   /* its title */
};

/* The first sections with the word, at most one of the same title a page, in the order of reading. */
struct manual_places {
	struct manual_place *list;
	size_t count, cap;
};

enum { MANUAL_PLACES_MAX = 8 };

/* Capitals make no difference. A word of Latin letters must stand there whole; to one of Hangul a particle may be
 * joined. */
struct manual_places manual_places(const struct manual *manual, const char *word);
void manual_places_release(struct manual_places *places);

#endif
