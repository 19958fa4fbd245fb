/* SPDX-License-Identifier: MIT
 *
 * Values with their units, in as much room as there is.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/number.h"
#include "base/text.h"
#include "base/unit_priv.h"

static const struct shown_scale shown_en[] = {
	{ 1e12, "trn", "T" }, { 1e9, "bn", "B" }, { 1e6, "mn", "M" }, { 1e3, "thousand", "k" }, { 1, "", "" },
};
static const struct shown_scale shown_ko[] = {
	{ 1e12, "조", "조" }, { 1e8, "억", "억" }, { 1e4, "만", "만" }, { 1, "", "" },
};

/* The largest scale that `size` reaches. */
const struct shown_scale *unit_scale_for(double size, enum lang lang)
{
	const struct shown_scale *scale = lang == LANG_KO ? shown_ko : shown_en;

	while (scale->value > 1 && size < scale->value)
		scale++;
	return scale;
}

/* A rounded value divided by a power of ten, with the decimals that are left. */
static void add_scaled(struct buf *buf, double value, double scale, int digits)
{
	int decimals;
	const double rounded = number_round(value / scale, digits, &decimals);

	number_fixed(buf, rounded, decimals, true);
}

static void add_first_word(struct buf *buf, const char *list)
{
	buf_add_bytes(buf, list, strcspn(list, "|"));
}

/* After a blank, if there is something to part. */
void unit_add_noun_en(struct buf *buf, const struct unit *unit, bool one)
{
	if (*unit->noun->names && buf->len)
		buf_add_char(buf, ' ');
	if (!one && unit->noun->plural)
		buf_add(buf, unit->noun->plural);
	else
		add_first_word(buf, unit->noun->names);
	if (unit->per)
		buf_add(buf, unit->per->en);
}

/* Amounts in plain digits up to where they get long: "412,000 KRW/month", but "1.2 trn KRW". */
static void format_en(struct buf *buf, double value, const struct unit *unit, int digits)
{
	const double limit = unit->scale > 1 ? 1e6 : 1e7;
	const struct shown_scale *scale = unit_scale_for(fabs(value), LANG_EN);

	if (fabs(value) < limit) {
		add_scaled(buf, value, 1, digits);
		unit_add_noun_en(buf, unit, fabs(value) == 1);
		return;
	}
	add_scaled(buf, value, scale->value, digits);
	buf_addf(buf, " %s", scale->word);
	unit_add_noun_en(buf, unit, false);
}

/* 조 and 억 take decimals ("12.3조"); from 만 on the digits follow ("41만 2,000"). Adds the number; whether it ends in a
 * word. */
static bool add_number_ko(struct buf *buf, double value, int digits)
{
	const double size = fabs(value);
	const struct shown_scale *scale = unit_scale_for(size, LANG_KO);
	double whole, rest;
	int decimals;

	if (scale->value != 1e4) {
		add_scaled(buf, value, scale->value, digits);
		buf_add(buf, scale->word);
		return scale->value > 1;
	}
	number_round(value, digits, &decimals);
	whole = floor(size / 1e4);
	rest = size - whole * 1e4;
	number_fixed(buf, value < 0 ? -whole : whole, 0, true);
	buf_add(buf, scale->word);
	if (rest <= 0)
		return true;
	buf_add_char(buf, ' ');
	number_fixed(buf, rest, decimals, true);
	return false;
}

static void format_ko(struct buf *buf, double value, const struct unit *unit, int digits)
{
	if (add_number_ko(buf, value, digits) && *unit->noun->ko)
		buf_add_char(buf, ' ');
	buf_add(buf, unit->noun->ko);
	if (unit->per)
		buf_add(buf, unit->per->ko);
}

/* Small leftovers of a subtraction are nothing, not 0.0000001 won. */
static double in_base_units(double value, const struct unit *unit, int digits)
{
	const double base = value * unit->scale;
	int decimals;

	if (unit->scale > 1 && fabs(base) < unit->scale * 1e-9)
		return 0;
	return number_round(base, digits, &decimals);
}

/* A number of no particular size: digits while they are few, else with a power of ten. */
static void add_plain(struct buf *buf, double value, int digits)
{
	int decimals;
	const double rounded = number_round(value, digits, &decimals);
	char text[NUMBER_TEXT_MAX];

	if (rounded != 0 && (fabs(rounded) < 1e-5 || fabs(rounded) >= 1e15))
		buf_add(buf, number_exact(rounded, text));
	else
		number_fixed(buf, rounded, decimals, true);
}

static void format_share(struct buf *buf, double percent, const struct unit *unit, enum lang lang, int digits)
{
	/* A hundredth of what the digits show of 100 % is noise. */
	if (fabs(percent) < 1e-9)
		percent = 0;
	if (lang == LANG_KO && unit->per)
		buf_add(buf, "연 ");
	add_plain(buf, percent, digits);
	buf_add(buf, lang == LANG_KO ? "%" : " %");
	if (lang == LANG_EN && unit->per)
		buf_add(buf, "/year");
}

bool unit_is_calendar(double value)
{
	return value >= 1000 && value < 10000;
}

/* A calendar year is an interval: 2064.25 is in 2064, unless there are digits for more. */
static void add_year(struct buf *buf, double value, int digits)
{
	int decimals;
	const double year = digits <= 4 ? floor(value) : number_round(value, digits, &decimals);

	if (digits <= 4)
		decimals = 0;
	number_fixed(buf, year, decimals, false);
}

static void format_span(struct buf *buf, double value, enum lang lang, int digits)
{
	add_plain(buf, value, digits);
	buf_add(buf, lang == LANG_KO ? "년" : fabs(value) == 1 ? " year" : " years");
}

static void format_year(struct buf *buf, double value, enum lang lang, int digits)
{
	if (!unit_is_calendar(value)) {
		format_span(buf, value, lang, digits);
		return;
	}
	add_year(buf, value, digits);
	if (lang == LANG_KO)
		buf_add(buf, "년");
}

const char *unit_switch_label(const char *unit, bool on, enum lang lang, struct buf *room)
{
	const char *slash = strchr(unit, '/'), *start = unit, *ko;
	size_t length;

	if (!slash)
		return "";
	if (on)
		start = slash + 1 + strspn(slash + 1, " ");
	length = on ? strlen(start) : (size_t)(slash - unit);
	while (length && start[length - 1] == ' ')
		length--;
	if (lang == LANG_KO && (ko = unit_phrase_ko(start, length)))
		return ko;
	buf_clear(room);
	buf_add_bytes(room, start, length);
	return buf_text(room);
}

static void format_switch(struct buf *buf, double value, const struct unit *unit, enum lang lang, int digits)
{
	struct buf room = BUF_INIT;

	if (value == 0 || value == 1)
		buf_add(buf, unit_switch_label(unit->name, value >= 0.5, lang, &room));
	else
		add_plain(buf, value, digits);
	buf_release(&room);
}

static void format_amount(struct buf *buf, double value, const struct unit *unit, enum lang lang, int digits)
{
	if (!unit->noun) {
		const char *ko = lang == LANG_KO ? unit_phrase_ko(unit->name, strlen(unit->name)) : NULL;

		add_plain(buf, value, digits);
		buf_addf(buf, " %s", ko ? ko : unit->name);
	} else if (lang == LANG_KO) {
		format_ko(buf, in_base_units(value, unit, digits), unit, digits);
	} else {
		format_en(buf, in_base_units(value, unit, digits), unit, digits);
	}
}

/* NaN and infinity, without a unit. */
static bool add_odd(struct buf *buf, double value)
{
	if (isfinite(value))
		return false;
	number_fixed(buf, value, 0, false);
	return true;
}

void unit_format(struct buf *buf, double value, const char *name, enum lang lang, int digits)
{
	const struct unit unit = unit_parse(name);

	if (add_odd(buf, value))
		return;
	switch (unit.kind) {
	case UNIT_AMOUNT:
		format_amount(buf, value, &unit, lang, digits);
		break;
	case UNIT_PLAIN:
		add_plain(buf, value, digits);
		break;
	case UNIT_SHARE:
		format_share(buf, value * 100, &unit, lang, digits);
		break;
	case UNIT_PERCENT:
		format_share(buf, value, &unit, lang, digits);
		break;
	case UNIT_YEAR:
		format_year(buf, value, lang, digits);
		break;
	case UNIT_SWITCH:
		format_switch(buf, value, &unit, lang, digits);
		break;
	}
}

static void add_short_amount(struct buf *buf, double value, const struct unit *unit, enum lang lang, int digits)
{
	const double base = in_base_units(value, unit, digits);
	const struct shown_scale *scale = unit_scale_for(fabs(base), lang);

	/* Below ten thousand the digits themselves are as short. */
	if (fabs(base) < 1e4) {
		add_plain(buf, base, digits);
		return;
	}
	add_scaled(buf, base, scale->value, digits);
	buf_add(buf, scale->brief);
}

void unit_format_short(struct buf *buf, double value, const char *name, enum lang lang, int digits)
{
	struct unit unit = unit_parse(name);

	if (add_odd(buf, value))
		return;
	if (unit.kind == UNIT_SHARE || unit.kind == UNIT_PERCENT) {
		value = unit.kind == UNIT_SHARE ? value * 100 : value;
		add_plain(buf, fabs(value) < 1e-9 ? 0 : value, digits);
		buf_add_char(buf, '%');
	} else if (unit.kind == UNIT_YEAR && unit_is_calendar(value)) {
		add_year(buf, value, digits);
	} else if (unit.kind == UNIT_SWITCH) {
		format_switch(buf, value, &unit, lang, digits);
	} else if (unit.kind == UNIT_AMOUNT && unit.noun) {
		add_short_amount(buf, value, &unit, lang, digits);
	} else {
		unit.scale = 1;
		add_short_amount(buf, value, &unit, lang, digits);
	}
}

static void format_points(struct buf *buf, double points, const struct unit *unit, enum lang lang, int digits)
{
	if (lang == LANG_KO && unit->per)
		buf_add(buf, "연 ");
	if (fabs(points) < 1e-9)
		points = 0;
	if (points > 0)
		buf_add_char(buf, '+');
	add_plain(buf, points, digits);
	buf_add(buf, lang == LANG_KO ? "%p" : unit->per ? " pp/year" : " pp");
}

void unit_format_change(struct buf *buf, double change, const char *name, enum lang lang, int digits)
{
	const struct unit unit = unit_parse(name);

	if (add_odd(buf, change))
		return;
	if (unit.kind == UNIT_SHARE || unit.kind == UNIT_PERCENT) {
		format_points(buf, unit.kind == UNIT_SHARE ? change * 100 : change, &unit, lang, digits);
		return;
	}
	if (change > 0 && (unit.kind != UNIT_AMOUNT || !unit.noun || in_base_units(change, &unit, digits) > 0))
		buf_add_char(buf, '+');
	if (unit.kind == UNIT_YEAR)
		format_span(buf, change, lang, digits);
	else if (unit.kind == UNIT_AMOUNT)
		format_amount(buf, change, &unit, lang, digits);
	else
		add_plain(buf, change, digits);
}

static bool fits(const struct buf *buf, int cells)
{
	return text_width(buf_text(buf)) <= cells;
}

/* A short number with its noun: "572k KRW", "57.2만원". */
static void add_brief(struct buf *buf, double value, const struct unit *unit, enum lang lang, int digits, bool per)
{
	struct unit named = *unit;

	if (!per)
		named.per = NULL;
	add_short_amount(buf, value, unit, lang, digits);
	if (lang == LANG_EN)
		unit_add_noun_en(buf, &named, fabs(in_base_units(value, unit, digits)) == 1);
	else
		buf_addf(buf, "%s%s", unit->noun->ko, named.per ? named.per->ko : "");
}

static bool is_dollars(const struct unit *unit)
{
	return unit->noun && !strncmp(unit->noun->names, "USD", 3);
}

/* "-$137B", "-218억$". */
static void add_dollars(struct buf *buf, double value, const struct unit *unit, enum lang lang, int digits)
{
	if (lang == LANG_EN)
		buf_add(buf, value < 0 ? "-$" : "$");
	add_short_amount(buf, lang == LANG_EN ? fabs(value) : value, unit, lang, digits);
	if (lang == LANG_KO)
		buf_add_char(buf, '$');
}

/* Shares before other units: as they are in wide places, if only without "/year". */
static void format_narrow(struct buf *buf, double value, const struct unit *unit, enum lang lang, int digits, int cells)
{
	const bool share = unit->kind == UNIT_SHARE || unit->kind == UNIT_PERCENT;
	struct unit named = *unit;

	named.per = NULL;
	if (share)
		format_share(buf, unit->kind == UNIT_SHARE ? value * 100 : value, &named, lang, digits);
	if (!share || !fits(buf, cells)) {
		buf_clear(buf);
		unit_format_short(buf, value, unit->name, lang, digits);
	}
}

void unit_format_fit(struct buf *buf, double value, const char *name, enum lang lang, int digits, int cells)
{
	const struct unit unit = unit_parse(name);
	struct buf text = BUF_INIT;

	unit_format(&text, value, name, lang, digits);
	for (int per = 1; per >= 0 && isfinite(value) && unit.noun && unit.kind == UNIT_AMOUNT; per--) {
		if (fits(&text, cells))
			break;
		buf_clear(&text);
		add_brief(&text, value, &unit, lang, digits, per);
	}
	if (!fits(&text, cells)) {
		buf_clear(&text);
		if (is_dollars(&unit))
			add_dollars(&text, value, &unit, lang, digits);
		else
			format_narrow(&text, value, &unit, lang, digits, cells);
	}
	buf_add(buf, buf_text(&text));
	buf_release(&text);
}

static void add_short_change(struct buf *buf, double change, const char *name, enum lang lang, int digits)
{
	if (change > 0)
		buf_add_char(buf, '+');
	unit_format_short(buf, change, name, lang, digits);
}

void unit_format_change_fit(struct buf *buf, double change, const char *name, enum lang lang, int digits, int cells)
{
	struct unit unit = unit_parse(name);
	const bool share = unit.kind == UNIT_SHARE || unit.kind == UNIT_PERCENT;
	struct buf text = BUF_INIT;

	unit_format_change(&text, change, name, lang, digits);
	unit.per = NULL;
	for (int most = digits; share && isfinite(change) && most > 0 && !fits(&text, cells); most--) {
		buf_clear(&text);
		format_points(&text, unit.kind == UNIT_SHARE ? change * 100 : change, &unit, lang, most);
	}
	if (!share && !fits(&text, cells)) {
		buf_clear(&text);
		add_short_change(&text, change, name, lang, digits);
	}
	buf_add(buf, buf_text(&text));
	buf_release(&text);
}
