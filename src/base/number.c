/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/number.h"

#include <ctype.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/number_priv.h"
#include "base/text.h"

enum { EXACT_DIGITS = 17 };   /* always enough for a double */

/* printf and strtod heed the locale of the thread; between these two calls it is "C". */
struct plain_locale {
	locale_t plain, before;
};

static struct plain_locale plain_begin(void)
{
	struct plain_locale scope = { .plain = newlocale(LC_ALL_MASK, "C", (locale_t)0) };

	scope.before = uselocale(scope.plain);
	return scope;
}

static void plain_end(struct plain_locale scope)
{
	uselocale(scope.before);
	freelocale(scope.plain);
}

/* nan and inf as this program spells them, NULL for any other value. */
static const char *spelled(double value)
{
	if (isnan(value))
		return "nan";
	if (isinf(value))
		return value < 0 ? "-inf" : "inf";
	return NULL;
}

const char *number_exact(double value, char text[NUMBER_TEXT_MAX])
{
	/* Any decimal of up to 15 digits survives a normal double, so that the shortest text is 15 digits less its
	 * zeros, if that reads back at all; doubles below the normal range have fewer digits to lose. */
	const int first = fabs(value) < 2.2250738585072014e-308 ? 1 : 15;
	const char *name = spelled(value);
	struct plain_locale scope;

	if (name) {
		snprintf(text, NUMBER_TEXT_MAX, "%s", name);
		return text;
	}
	scope = plain_begin();
	for (int digits = first; digits <= EXACT_DIGITS; digits++) {
		snprintf(text, NUMBER_TEXT_MAX, "%.*g", digits, value);
		if (strtod(text, NULL) == value)
			break;
	}
	plain_end(scope);
	return text;
}

/* Adds digits, one separator in front of each three that are followed by no more than a point. */
static void add_grouped(struct buf *buf, const char *digits)
{
	const size_t whole = strcspn(digits, ".");

	for (size_t i = 0; i < whole; i++) {
		if (i && (whole - i) % 3 == 0)
			buf_add_char(buf, ',');
		buf_add_char(buf, digits[i]);
	}
	buf_add(buf, digits + whole);
}

void number_fixed(struct buf *buf, double value, int decimals, bool group)
{
	const char *name = spelled(value), *digits;
	struct buf text = BUF_INIT;
	struct plain_locale scope;

	if (name) {
		buf_add(buf, name);
		return;
	}
	scope = plain_begin();
	buf_addf(&text, "%.*f", decimals < 0 ? 0 : decimals, value);
	plain_end(scope);
	digits = buf_text(&text);
	/* No "-0.0" for what rounds to nothing. */
	if (*digits == '-') {
		if (strspn(++digits, "0.") != text.len - 1)
			buf_add_char(buf, '-');
	}
	if (group)
		add_grouped(buf, digits);
	else
		buf_add(buf, digits);
	buf_release(&text);
}

const char *number_count(size_t count, char text[NUMBER_TEXT_MAX])
{
	struct buf digits = BUF_INIT, grouped = BUF_INIT;

	buf_addf(&digits, "%zu", count);
	add_grouped(&grouped, buf_text(&digits));
	snprintf(text, NUMBER_TEXT_MAX, "%s", buf_text(&grouped));
	buf_release(&digits);
	buf_release(&grouped);
	return text;
}

double number_round(double value, int digits, int *decimals)
{
	char text[NUMBER_TEXT_MAX], *end;
	struct plain_locale scope;
	double rounded;
	int exponent, last;

	*decimals = 0;
	if (!isfinite(value) || value == 0)
		return value;
	digits = digits < 1 ? 1 : digits > EXACT_DIGITS ? EXACT_DIGITS : digits;
	scope = plain_begin();
	snprintf(text, sizeof text, "%.*e", digits - 1, value);
	rounded = strtod(text, NULL);
	plain_end(scope);
	end = strchr(text, 'e');
	exponent = (int)strtol(end + 1, NULL, 10);
	for (last = digits; last > 1 && end[-1] == '0'; last--)
		end--;
	*decimals = last - 1 - exponent > 0 ? last - 1 - exponent : 0;
	return rounded;
}

int number_scan(const char *text, bool commas, char digits[NUMBER_DIGITS_MAX])
{
	const char *p = text;
	size_t n = 0, run = 0;
	bool any = false, separated = false;

	for (; (isdigit((unsigned char)*p) || (commas && *p == ',' && any)) && n < NUMBER_DIGITS_MAX - 16; p++) {
		if (*p == ',') {
			if (separated ? run != 3 : run > 3)
				return -1;
			separated = true;
			run = 0;
			continue;
		}
		digits[n++] = *p;
		run++;
		any = true;
	}
	if (separated && run != 3)
		return -1;
	if (*p == '.') {
		digits[n++] = *p++;
		for (; isdigit((unsigned char)*p) && n < NUMBER_DIGITS_MAX - 15; any = true)
			digits[n++] = *p++;
	}
	if (!any)
		return 0;
	if (*p == 'e' || *p == 'E') {
		const size_t sign = p[1] == '+' || p[1] == '-';
		const size_t powers = strspn(p + 1 + sign, "0123456789");

		if (powers && powers < 8) {
			memcpy(digits + n, p, 1 + sign + powers);
			n += 1 + sign + powers;
			p += 1 + sign + powers;
		}
	}
	digits[n] = '\0';
	return (int)(p - text);
}

double number_of_digits(const char *digits)
{
	const struct plain_locale scope = plain_begin();
	const double value = strtod(digits, NULL);

	plain_end(scope);
	return value;
}

/* What was found, made fit for a message. */
static char *quoted(const char *text, size_t length)
{
	return text_quote(text, length, NUMBER_QUOTE_CELLS);
}

static int not_a_number(const char *text, size_t length, struct err *err)
{
	char *found = quoted(text, length);

	if (*found)
		err_set(err, _("`%s` is not a number; write it like 1234.5 or 1.2e-3"), found);
	else
		err_set(err, _("a number is missing"));
	free(found);
	return -1;
}

static int misplaced_comma(const char *text, size_t length, struct err *err)
{
	char *found = quoted(text, length);

	err_set(err, _("`%s` is not a number; commas part groups of three digits (12,500), a point the decimals (12.5)"),
		found);
	free(found);
	return -1;
}

static int too_large(const char *text, size_t length, struct err *err)
{
	char *found = quoted(text, length);

	err_set(err, _("`%s` is too large for a number"), found);
	free(found);
	return -1;
}

int number_parse(const char *text, double *value, struct err *err)
{
	static const struct {
		const char *name;
		double value;
	} names[] = { { "nan", NAN }, { "inf", INFINITY }, { "-inf", -INFINITY } };
	const bool minus = *text == '-';
	const char *start = text + (minus || *text == '+');
	char digits[NUMBER_DIGITS_MAX];
	int length;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (!strcmp(text, names[i].name)) {
			*value = names[i].value;
			return 0;
		}
	}
	length = number_scan(start, false, digits);
	if (length <= 0 || start[length])
		return not_a_number(text, strlen(text), err);
	*value = number_of_digits(digits);
	if (isinf(*value))
		return too_large(text, strlen(text), err);
	if (minus)
		*value = -*value;
	return 0;
}

bool number_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

int number_parse_cell(const char *text, size_t length, double *value, struct err *err)
{
	char cell[NUMBER_DIGITS_MAX], digits[NUMBER_DIGITS_MAX];
	const char *start = cell;
	int n;

	while (length && number_is_blank(*text))
		text++, length--;
	while (length && number_is_blank(text[length - 1]))
		length--;
	if (length >= sizeof cell)
		return not_a_number(text, length, err);
	memcpy(cell, text, length);
	cell[length] = '\0';
	start += *cell == '-' || *cell == '+';
	n = number_scan(start, true, digits);
	if (n < 0)
		return misplaced_comma(text, length, err);
	/* strlen also finds a NUL inside the cell. */
	if (n == 0 || start[n] || strlen(cell) != length)
		return not_a_number(text, length, err);
	*value = number_of_digits(digits);
	if (isinf(*value))
		return too_large(text, length, err);
	if (*cell == '-')
		*value = -*value;
	return 0;
}

int number_whole(const char *text, int lo, int hi)
{
	const long number = strtol(text, NULL, 10);   /* beyond its range the nearest end */

	return number < lo ? lo : number > hi ? hi : (int)number;
}
