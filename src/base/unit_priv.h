/* SPDX-License-Identifier: MIT
 *
 * What the files of units share: the tables of unit.c, and how numbers and nouns are put together (unit_format.c).
 */
#ifndef PS_BASE_UNIT_PRIV_H
#define PS_BASE_UNIT_PRIV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"
#include "base/unit.h"

struct buf;

/* Words are lists parted by '|'. What is typed is compared without blanks and in lower case. */
struct unit_noun {
	const char *names;     /* in rule files; the first is shown in English for one */
	const char *plural;    /* shown in English for any other number; NULL: as for one */
	const char *ko;
	const char *typed;     /* what people may write for it */
	const char *before;    /* what may stand before the number, NULL: nothing */
};

struct unit_per {
	const char *names;     /* after "/" or "per" in rule files; the first is for labels */
	const char *en, *ko;   /* shown after a value */
	const char *ko_label;  /* in a Korean label, where there is room to be complete; NULL: as after a value */
	const char *typed;     /* what people may write for it after the value */
	const char *before;    /* and before the number */
};

/* Korean for a whole name, or for a part of one, of `length` bytes; NULL: there is none of its own. */
const char *unit_phrase_ko(const char *en, size_t length);

/* The scale words that values are shown with, largest first; those of Korean go by four digits. The last shows what is
 * below them. */
struct shown_scale {
	double value;
	const char *word, *brief;
};

/* The largest that is not above a size, or the smallest. */
const struct shown_scale *unit_scale_for(double size, enum lang lang);

/* Adds noun and denominator in English, in the singular for `one`. */
void unit_add_noun_en(struct buf *buf, const struct unit *unit, bool one);

/* Whether a value of the unit "year" is a year of the calendar, not a span. */
bool unit_is_calendar(double value);

#endif
