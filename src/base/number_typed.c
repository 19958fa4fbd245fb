/* SPDX-License-Identifier: MIT
 *
 * Numbers as people type them: 35%, 3,000억, 12 trn, on.
 */
#include "config.h"

#include "base/number.h"

#include <ctype.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/number_priv.h"
#include "base/text.h"
#include "base/unit.h"

enum {
	DECIMAL_DIGITS = 15,  /* of any decimal that a double gives back */
	TYPED_MAX = 200,      /* bytes of a typed value */
};

/* A typed value on its way: what is left of the text, and what it is for. */
struct typed {
	const char *at;
	const char *whole;     /* the text as it was typed, for messages */
	const char *unit_name;
	struct unit unit;
	bool powers;           /* a power of ten was named */
	bool noun;             /* the unit's own noun stood with the number */
	struct err *err;
};

struct power {
	const char *word;
	double value;
};

/* The powers within four digits, and those of four digits each. */
static const struct power korean_small[] = { { "천", 1e3 }, { "백", 1e2 }, { "십", 1e1 } };
static const struct power korean_large[] = { { "경", 1e16 }, { "조", 1e12 }, { "억", 1e8 }, { "만", 1e4 } };

/* A longer word stands before those it starts with. */
static const struct power english[] = {
	{ "trillion", 1e12 }, { "trn", 1e12 }, { "tn", 1e12 }, { "t", 1e12 },
	{ "billion", 1e9 }, { "bn", 1e9 }, { "b", 1e9 },
	{ "million", 1e6 }, { "mn", 1e6 }, { "m", 1e6 },
	{ "thousand", 1e3 }, { "k", 1e3 },
};

static const char *const percent_words[] = { "%p", "%", "percent", "pct", "퍼센트", "프로" };

static const struct power *find_power(const char *text, const struct power *table, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strncmp(text, table[i].word, strlen(table[i].word)))
			return &table[i];
	return NULL;
}

/* What is accepted, by kind of unit. */
static const char *accepted(const struct unit *unit)
{
	switch (unit->kind) {
	case UNIT_SHARE:
		/* xgettext:no-c-format */
		return _("write it like 35% or 0.35");
	case UNIT_PERCENT:
		return _("write it like 35 or 35%");
	case UNIT_SWITCH:
		return _("write on or off (1 or 0)");
	case UNIT_YEAR:
		return _("write it like 2028 or 4");
	case UNIT_PLAIN:
		return _("write it like 0.35, 12 or 2.5e3");
	case UNIT_AMOUNT:
		break;
	}
	if (unit->scale >= 1e9)
		return _("write it like 12 (in the unit shown), 12조, 3,000억, 12 trn or 300 bn");
	return _("write it like 12 (in the unit shown), 5만, 2,500, 5k or 3 mn");
}

static int typed_fault(const struct typed *typed, const char *what)
{
	char *found = text_quote(typed->whole, strlen(typed->whole), NUMBER_QUOTE_CELLS);

	if (*found)
		err_set(typed->err, "`%s`: %s; %s", found, what, accepted(&typed->unit));
	else
		err_set(typed->err, "%s; %s", what, accepted(&typed->unit));
	free(found);
	return -1;
}

static int wrong_words(const struct typed *typed)
{
	char *found = text_quote(typed->whole, strlen(typed->whole), NUMBER_QUOTE_CELLS);
	struct buf unit = BUF_INIT;

	unit_name(&unit, typed->unit_name, lang_of_messages());
	if (unit.len)
		err_set(typed->err, _("`%s`: what stands beside the number does not fit the unit %s; %s"),
			found, buf_text(&unit), accepted(&typed->unit));
	else
		err_set(typed->err, _("`%s`: what stands beside the number is not known; %s"),
			found, accepted(&typed->unit));
	buf_release(&unit);
	free(found);
	return -1;
}

/* A number with thousands separators at the present place; 1 if there was one, 0 if not, -1 on error. */
static int take_number(struct typed *typed, double *value)
{
	char digits[NUMBER_DIGITS_MAX];
	const int n = number_scan(typed->at, true, digits);

	if (n < 0)
		return typed_fault(typed, _("commas part groups of three digits, and the decimal mark is a point"));
	if (n > 0) {
		*value = number_of_digits(digits);
		typed->at += n;
	}
	return n > 0;
}

/* Digits with Korean powers, added up: within each group of four digits 천, 백, 십, the groups closed by 경, 조, 억, 만.
 * Powers must fall. */
static int take_sum(struct typed *typed, double *value)
{
	double group = 0, small = INFINITY, large = INFINITY, number = 0;
	bool anything = false, begun = false;   /* and the group, which may be 0 */

	*value = 0;
	for (;;) {
		const struct power *power;
		const int found = take_number(typed, &number);

		if (found < 0)
			return -1;
		if ((power = find_power(typed->at, korean_small, sizeof korean_small / sizeof *korean_small))) {
			if (power->value >= small)
				return typed_fault(typed, _("the powers must go from large to small"));
			small = power->value;
			group += (found ? number : 1) * power->value;
			begun = true;
		} else if ((power = find_power(typed->at, korean_large, sizeof korean_large / sizeof *korean_large))) {
			if (power->value >= large)
				return typed_fault(typed, _("the powers must go from large to small"));
			large = power->value;
			small = INFINITY;
			group += found ? number : 0;
			*value += (found || begun ? group : 1) * power->value;
			group = 0;
			begun = false;
		} else {
			*value += group + (found ? number : 0);
			return anything || found ? 0 : typed_fault(typed, _("a number is missing"));
		}
		anything = typed->powers = true;
		typed->at += strlen(power->word);
	}
}

/* The words after the number: nothing, the unit's own, or an English power with either. 0 if they are understood. */
static int take_words(struct typed *typed, double *value)
{
	const char *rest = typed->at;

	if (!*rest)
		return 0;
	if (unit_words(&typed->unit, rest)) {
		typed->noun |= unit_words(&typed->unit, rest) == UNIT_WORDS_NOUN;
		return 0;
	}
	for (size_t i = 0; i < sizeof english / sizeof *english && !typed->powers; i++) {
		const size_t n = strlen(english[i].word);

		if (strncmp(rest, english[i].word, n) != 0 || (rest[n] && !unit_words(&typed->unit, rest + n)))
			continue;
		*value *= english[i].value;
		typed->powers = true;
		return 0;
	}
	return wrong_words(typed);
}

/* 1 if a sign for per cent follows and was taken into account, 0 if none does. */
static int take_percent(struct typed *typed, double *value)
{
	for (size_t i = 0; i < sizeof percent_words / sizeof *percent_words; i++) {
		const size_t n = strlen(percent_words[i]);

		if (strncmp(typed->at, percent_words[i], n) != 0)
			continue;
		if (typed->unit.kind == UNIT_AMOUNT || typed->unit.kind == UNIT_YEAR || typed->unit.kind == UNIT_SWITCH)
			return typed_fault(typed, _("per cent does not fit this value's unit"));
		if (typed->at[n] && !unit_words(&typed->unit, typed->at + n))
			return wrong_words(typed);
		if (typed->unit.kind != UNIT_PERCENT)
			*value /= 100;
		return 1;
	}
	return 0;
}

/* Three bytes that are U+2010 ... U+2015 or U+2212. */
static bool is_dash(const uint8_t *c)
{
	if (c[0] != 0xE2)
		return false;
	return (c[1] == 0x80 && c[2] >= 0x90 && c[2] <= 0x95) || (c[1] == 0x88 && c[2] == 0x92);
}

/* The text in lower case, in compatibility form (full width, composed Hangul), U+2212 and dashes as '-', without
 * blanks. Blanks between two digits are kept, so that "12 5" doesn't become 125. */
static char *normal_form(const char *text)
{
	size_t length = 0;
	uint8_t *folded = u8_normalize(UNINORM_NFKC, (const uint8_t *)text, strlen(text), NULL, &length);
	struct buf out = BUF_INIT;
	bool blank = false;

	for (size_t i = 0; folded && i < length; i++) {
		char c = (char)folded[i];

		if (i + 2 < length && is_dash(folded + i)) {
			c = '-';
			i += 2;
		}
		if (number_is_blank(c)) {
			blank = true;
			continue;
		}
		if (blank && out.len && isdigit((unsigned char)out.text[out.len - 1]) && isdigit((unsigned char)c))
			buf_add_char(&out, ' ');
		blank = false;
		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		buf_add_char(&out, c);
	}
	free(folded);
	return buf_take(&out);
}

/* What may stand before the number, "$" or "연", and is there: takes it. */
static bool take_prefix(struct typed *typed)
{
	enum unit_words names;
	const size_t n = unit_prefix(&typed->unit, typed->at, &names);

	typed->at += n;
	typed->noun |= n && names == UNIT_WORDS_NOUN;
	return n > 0;
}

/* The start: words as above, with a sign among them. Whether it is a minus. */
static bool take_start(struct typed *typed)
{
	bool minus = false;

	while (take_prefix(typed))
		;
	if (*typed->at == '-' || *typed->at == '+')
		minus = *typed->at++ == '-';
	while (take_prefix(typed))
		;
	return minus;
}

static int take_value(struct typed *typed, double *value)
{
	const bool minus = take_start(typed);
	int percent, decimals;

	if (take_sum(typed, value) < 0)
		return -1;
	percent = take_percent(typed, value);
	if (percent < 0 || (!percent && take_words(typed, value) < 0))
		return -1;
	/* "12 trn KRW", "12조" and "12 KRW" are absolute; "12" and "12 a year" are in the unit itself. */
	if (!percent && (typed->powers || typed->noun))
		*value /= typed->unit.scale;
	/* 2.2 % is 0.022, not 2.2 / 100, which is a little more and may lie past the end of a range. */
	if (percent || typed->powers || typed->noun)
		*value = number_round(*value, DECIMAL_DIGITS, &decimals);
	if (!isfinite(*value))
		return typed_fault(typed, _("this is too large"));
	if (minus)
		*value = -*value;
	return 0;
}

/* On and off in both languages, and the switch's own labels. 1 if `text` is one of them. */
static int take_switch(const char *text, const char *unit, double *value)
{
	static const char *const off[] = { "off", "no", "false", "끔", "끄기", "아니요", "아니오" };
	static const char *const on[] = { "on", "yes", "true", "켬", "켜기", "예" };

	for (size_t i = 0; i < sizeof off / sizeof *off; i++)
		if (!strcmp(text, off[i]))
			return *value = 0, 1;
	for (size_t i = 0; i < sizeof on / sizeof *on; i++)
		if (!strcmp(text, on[i]))
			return *value = 1, 1;
	for (int side = 0; side < 2; side++) {
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			struct buf room = BUF_INIT;
			char *label = normal_form(unit_switch_label(unit, side, (enum lang)lang, &room));
			const bool same = !strcmp(text, label);

			free(label);
			buf_release(&room);
			if (same)
				return *value = side, 1;
		}
	}
	return 0;
}

int number_parse_typed(const char *text, const char *unit, double *value, struct err *err)
{
	struct typed typed = { .whole = text, .unit_name = unit ? unit : "", .unit = unit_parse(unit), .err = err };
	char *normal;
	int status = 0;

	if (strlen(text) > TYPED_MAX)
		return typed_fault(&typed, _("this is too long for a value"));
	if (!text_is_utf8(text))
		return typed_fault(&typed, _("this is not text"));
	normal = normal_form(text);
	typed.at = normal;
	if (!*normal)
		status = typed_fault(&typed, _("a number is missing"));
	else if (typed.unit.kind != UNIT_SWITCH || !take_switch(normal, typed.unit_name, value))
		status = take_value(&typed, value);
	free(normal);
	return status;
}
