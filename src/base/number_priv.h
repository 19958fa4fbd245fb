/* SPDX-License-Identifier: MIT
 *
 * What reading numbers of files and numbers of people have in common.
 */
#ifndef PS_BASE_NUMBER_PRIV_H
#define PS_BASE_NUMBER_PRIV_H

#include <stdbool.h>

enum {
	NUMBER_DIGITS_MAX = 400,   /* characters of one number */
	NUMBER_QUOTE_CELLS = 40,   /* of what was found, in a message */
};

/* A decimal number at the start of `text`: its length, 0 if there is none. With `commas` thousands separators are
 * skipped where they stand right; -1 if they don't. `digits` gets the number without them. */
int number_scan(const char *text, bool commas, char digits[NUMBER_DIGITS_MAX]);

/* The value of digits that number_scan gave, whatever the locale. */
double number_of_digits(const char *digits);

bool number_is_blank(char c);

#endif
