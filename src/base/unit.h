/* SPDX-License-Identifier: MIT
 *
 * The model's units: what each is called in both languages and how its values are shown.  A unit is named in English
 * by its rule file ("trn KRW/year", "share of equity", "KRW per person and month", "GPU") and is read as [trn|bn|mn]
 * NOUN [/ PER], by tables of scales, nouns and denominators; shares and rates ("share of ...", "... per year" of a
 * share, "1/year") are shown as per cent; "year" is a calendar year from 1000 on, else a span; "off/on" is a switch.
 * What no table knows is shown as it is written.
 *
 * The manual's list of units is the tables of unit.c.
 */
#ifndef PS_BASE_UNIT_H
#define PS_BASE_UNIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"

struct buf;

enum unit_kind {
	UNIT_AMOUNT,    /* so much of something: money, GPUs, people, years; or of something no table knows */
	UNIT_PLAIN,     /* a bare number: index, ratio, no unit at all */
	UNIT_SHARE,     /* a fraction, shown as per cent */
	UNIT_PERCENT,   /* a number of per cent already ("%", "%/yr") */
	UNIT_YEAR,      /* "year": a calendar year, or a span */
	UNIT_SWITCH,    /* off or on */
};

struct unit_noun;
struct unit_per;

/* A unit taken apart; the strings point into the tables or into the name that was parsed. */
struct unit {
	enum unit_kind kind;
	double scale;                  /* base units in one: 1e12 for trn KRW; 1 if there is no scale word */
	const struct unit_noun *noun;  /* NULL: not in the table (or its denominator is not); then `name` is shown */
	const struct unit_per *per;    /* NULL: no denominator */
	const char *name;              /* the whole name; borrowed from the argument of unit_parse */
};
struct unit unit_parse(const char *name);

/* The unit's name as a label: en "trn KRW/year", ko "조 원/년"; adds nothing for no unit. */
void unit_name(struct buf *buf, const char *unit, enum lang lang);

/* A value with its unit, at `digits` significant digits: en "12.3 trn KRW", "34.5 %", "412,000 KRW/month", "52,000
 * GPUs"; ko "12.3조 원", "3,450억 원", "34.5%", "41만 2,000원/월", "5만 2,000장". NaN and infinity are spelled out. */
void unit_format(struct buf *buf, double value, const char *unit, enum lang lang, int digits);

/* For narrow places, without the unit's noun: en "12.3T", "412k", "34.5%"; ko "12.3조", "41.2만", "34.5%". */
void unit_format_short(struct buf *buf, double value, const char *unit, enum lang lang, int digits);

/* A difference of two values, with its sign unless it is zero; of shares in percentage points: en "+1.2 pp", ko
 * "+1.2%p". A difference of years is a span. */
void unit_format_change(struct buf *buf, double change, const char *unit, enum lang lang, int digits);

/* The longest of these that has at most so many cells: unit_format; without "/year" or the like after a short number
 * ("572k KRW/month", then "572k KRW"); with nothing but a sign for dollars ("$137B", ko "218억$"); without a noun. */
void unit_format_fit(struct buf *buf, double value, const char *unit, enum lang lang, int digits, int cells);

/* The same of a difference. Beside a value that has the noun it may be without; shares keep their percentage points and
 * lose digits instead. */
void unit_format_change_fit(struct buf *buf, double change, const char *unit, enum lang lang, int digits, int cells);

/* The unit of numbers as unit_format_short shows them, for the head of a column: unit_name without the scale. */
void unit_name_short(struct buf *buf, const char *unit, enum lang lang);

/* An axis whose ticks share one scale: multiply by `factor` to get what is shown, e.g. 1e-8 x trn KRW for 억 원.
 * Factors are powers of ten, so that round steps stay round. `lo` and `hi` are the ends, `step` the distance of two
 * ticks, in the unit. */
struct unit_axis {
	double factor;
	int decimals;
	bool group;        /* thousands separators; not for calendar years */
	char label[96];    /* the unit with that scale: "trn KRW", "억 원", "%", "만 장"; "" for none */
};
struct unit_axis unit_axis(double lo, double hi, double step, const char *unit, enum lang lang);
void unit_axis_tick(struct buf *buf, const struct unit_axis *axis, double value);

/* For reading what people type, given without blanks and in lower case: what the words name, all of them. "원/월",
 * "krw" and "gpu" name the noun, with or without its denominator; "/월" and a unit no table knows stand for the unit
 * itself. */
enum unit_words {
	UNIT_WORDS_OTHER,  /* something that does not fit */
	UNIT_WORDS_UNIT,   /* nothing but the unit itself */
	UNIT_WORDS_NOUN,   /* the noun: an absolute amount */
};
enum unit_words unit_words(const struct unit *unit, const char *words);

/* Bytes of what may stand before the number ("$", "₩", "연", "월") for this unit, 0 if nothing does; and what it
 * names. */
size_t unit_prefix(const struct unit *unit, const char *words, enum unit_words *names);

/* The label of a switch for off or on ("all residents / adults" has its own), borrowed from the tables or from
 * `room`. */
const char *unit_switch_label(const char *unit, bool on, enum lang lang, struct buf *room);

#endif
