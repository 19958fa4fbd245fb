/* SPDX-License-Identifier: MIT
 *
 * Numbers as text, whatever the locale: exact for machines, forgiving for what people type.
 */
#ifndef PS_BASE_NUMBER_H
#define PS_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct err;

/* No number is longer than 25 bytes; a compiler that does not see that 17 digits are the most reckons with 39. */
enum { NUMBER_TEXT_MAX = 40 };

/* The shortest text that reads back to the same double: `0.1`, `1e+300`, `nan`, `inf`, `-inf`. Returns `text`. */
const char *number_exact(double value, char text[NUMBER_TEXT_MAX]);

/* Adds a value with so many decimals, with thousands separators if `group`: "1,234.50". NaN and infinity are spelled
 * out. */
void number_fixed(struct buf *buf, double value, int decimals, bool group);

/* So many of something, with thousands separators: "1,000". Returns `text`. */
const char *number_count(size_t count, char text[NUMBER_TEXT_MAX]);

/* Rounded to so many significant digits, and how many decimals then show it without trailing zeros. */
double number_round(double value, int digits, int *decimals);

/* The reverse: the whole of `text` is one decimal number (or nan, inf, -inf), with no blanks, separators or
 * hexadecimal. */
int number_parse(const char *text, double *value, struct err *err);

/* A cell of a data file: as above, with blanks around it, a leading plus and well-placed thousands separators
 * ("1,234.5") allowed; nan and inf are not numbers here. "12,5" is an error that says how to write it. */
int number_parse_cell(const char *text, size_t length, double *value, struct err *err);

/* The whole number, with its sign, that a text starts with, kept within `lo` to `hi`; 0, kept likewise, if it starts with
 * none. */
int number_whole(const char *text, int lo, int hi);

/* A value as a person types it for a variable of the given unit (NULL or "": none), in that unit:
 *
 *	a bare number is in the unit itself:      12 -> 12 for `trn KRW`, 0.35 -> 0.35 for a share
 *	per cent, for shares, rates and indices:  35% -> 0.35
 *	Korean powers, added up:                  12조, 3,000억, 1조 2,000억, 5만, 3천5백만
 *	English powers:                           12 trn, 300 bn, 40 mn, 5k (trillion, billion, million, thousand too)
 *	with the unit's own words after it:       5만원, 300 bn KRW, 40만원/월, 52,000 GPU, 2028년
 *	switches:                                 on, off, yes, no, 켬, 끔
 *
 * A power or a money word makes it an absolute amount that is brought to the variable's unit: for `trn KRW` 3,000억 is
 * 0.3, for `mn KRW` 5만원 is 0.05. What was scaled is the double that its decimal number reads as: 2.2% gives exactly
 * 0.022. Full-width forms, U+2212 as minus and Unicode blanks are read too. Whether the value
 * lies in a range is the caller's to check. */
int number_parse_typed(const char *text, const char *unit, double *value, struct err *err);

#endif
