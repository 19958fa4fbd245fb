/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/readout.h"

#include <math.h>
#include <string.h>

#include "base/lang.h"
#include "base/number.h"
#include "base/unit.h"

enum { DIGITS = 3, SHORT_CELLS = 10 };

/* A value that is known, with its unit. */
static void add_value(struct buf *buf, double value, const struct axis_form *form)
{
	if (form->difference)
		unit_format_change(buf, value, form->unit, form->lang, DIGITS);
	else
		unit_format(buf, value, form->unit, form->lang, DIGITS);
}

void readout_value(struct buf *buf, double value, const struct axis_form *form)
{
	if (isnan(value))
		buf_add(buf, _("no value"));
	else
		add_value(buf, value, form);
}

void readout_short(struct buf *buf, double value, const struct axis_form *form)
{
	if (isnan(value))
		buf_add_char(buf, '-');
	else if (form->difference)
		unit_format_change_fit(buf, value, form->unit, form->lang, DIGITS, SHORT_CELLS);
	else
		unit_format_fit(buf, value, form->unit, form->lang, DIGITS, SHORT_CELLS);
}

void readout_change(struct buf *buf, double value, double compared, const char *name, const struct axis_form *form)
{
	struct buf change = BUF_INIT;

	if (!isfinite(value) || !isfinite(compared))
		return;
	unit_format_change(&change, value - compared, form->unit, form->lang, DIGITS);
	if (value - compared == 0)
		/* TRANSLATORS: the scenario that is compared against */
		buf_addf(buf, _("no change against %s"), name);
	else
		/* TRANSLATORS: a change, and the scenario that is compared against: +8.1 trn KRW against baseline */
		buf_addf(buf, _("%s against %s"), buf_text(&change), name);
	buf_release(&change);
}

/* The unit after a number: " trn KRW", "조 원", " %". A word that names what is measured ("index") is none. */
static void add_unit(struct buf *buf, const struct axis_scale *scale, const struct axis_form *form)
{
	const struct unit unit = unit_parse(form->unit);
	const bool share = unit.kind == UNIT_SHARE || unit.kind == UNIT_PERCENT;

	if (form->lang == LANG_KO && unit.kind == UNIT_YEAR)
		buf_add(buf, "년");
	else if (form->lang == LANG_KO && share)
		buf_add(buf, form->difference ? "%p" : "%");
	else if (unit.kind != UNIT_PLAIN && *scale->label)
		buf_addf(buf, "%s%s", form->lang == LANG_KO && unit.noun ? "" : " ", scale->label);
}

/* Ticks so dense that the two ends of a range, written like them, differ in their last two digits. */
static struct axis_ticks fine_ticks(double lo, double hi)
{
	const double size = hi - lo;
	struct axis_ticks ticks = { .mantissa = 1, .exponent = size > 0 ? (int)floor(log10(size / 10)) : 0 };

	ticks.step = pow(10, ticks.exponent);
	ticks.first = round(lo / ticks.step);
	ticks.count = 1 + (int)round(size / ticks.step);
	return ticks;
}

/* Thousands, which are a scale of axes only, are written out: 163,000 rather than 163 thousand. */
static void write_out(struct axis_scale *scale, double *lo, double *hi)
{
	static const char word[] = "thousand ";
	const size_t length = sizeof(word) - 1;

	if (strncmp(scale->label, word, length))
		return;
	*lo = round(*lo * scale->unit.factor) / scale->unit.factor;
	*hi = round(*hi * scale->unit.factor) / scale->unit.factor;
	scale->unit.factor *= 1000;
	scale->unit.decimals = 0;
	memmove(scale->label, scale->label + length, strlen(scale->label + length) + 1);
}

static void add_number(struct buf *buf, double value, const struct axis_scale *scale, const struct axis_form *form)
{
	if (form->difference && value > 0)
		buf_add_char(buf, '+');
	axis_label(buf, scale, value);
}

/* Both ends in one scale, with the unit after the second; false if there is none that is good for both. */
static bool add_in_one_scale(struct buf *low, struct buf *high, double lo, double hi, const struct axis_form *form)
{
	const struct unit unit = unit_parse(form->unit);
	struct axis_scale scale;

	if (!isfinite(lo) || !isfinite(hi))
		return false;
	const struct axis_ticks ticks = fine_ticks(lo, hi);

	scale = axis_scale((struct axis_range){ lo, hi }, &ticks, form);
	if (scale.power)
		return false;
	write_out(&scale, &lo, &hi);
	if (form->lang == LANG_KO && unit.kind == UNIT_SHARE && unit.per)
		buf_add(low, "연 ");
	add_number(low, lo, &scale, form);
	add_number(high, hi, &scale, form);
	add_unit(high, &scale, form);
	return true;
}

static void add_band(struct buf *buf, double lo, double hi, const struct axis_form *form, bool brief)
{
	struct buf low = BUF_INIT, high = BUF_INIT;

	if (isnan(lo) || isnan(hi))
		return;
	if (!(lo < hi)) {
		add_value(&high, hi, form);
		/* TRANSLATORS: a number with its unit; the second where there is little room */
		buf_addf(buf, brief ? _("9 of 10: %s") : _("in 9 of 10 worlds %s"), buf_text(&high));
	} else {
		if (!add_in_one_scale(&low, &high, lo, hi, form)) {
			add_value(&low, lo, form);
			add_value(&high, hi, form);
		}
		/* TRANSLATORS: from a number to another with its unit; where there is little room: 9 of 10: 38 to 61 trn KRW */
		buf_addf(buf, brief ? _("9 of 10: %s to %s") : _("in 9 of 10 worlds between %s and %s"),
			buf_text(&low), buf_text(&high));
	}
	buf_release(&low);
	buf_release(&high);
}

void readout_band(struct buf *buf, double lo, double hi, const struct axis_form *form)
{
	add_band(buf, lo, hi, form, false);
}

void readout_band_brief(struct buf *buf, double lo, double hi, const struct axis_form *form)
{
	add_band(buf, lo, hi, form, true);
}

static void add_never(struct buf *buf, const struct readout_worlds *worlds, bool is_all)
{
	char never[NUMBER_TEXT_MAX], all[NUMBER_TEXT_MAX];

	number_count(worlds->never, never);
	number_count(worlds->worlds, all);
	if (is_all)
		/* TRANSLATORS: how many, of how many; then the rule's words: in 970 of 1,000 worlds not before 2076 */
		buf_addf(buf, _("in %s of %s worlds %s"), never, all, worlds->none);
	else
		/* TRANSLATORS: the same behind another range of worlds: ; in 93 of 1,000 not before 2076 */
		buf_addf(buf, _("; in %s of %s %s"), never, all, worlds->none);
}

void readout_worlds(struct buf *buf, const struct readout_worlds *worlds, const struct axis_form *form)
{
	struct buf low = BUF_INIT;

	if (isfinite(worlds->lo))
		add_value(&low, worlds->lo, form);
	if (worlds->same) {
		/* TRANSLATORS: a value with its unit, or that something never comes */
		buf_addf(buf, _("in all worlds %s"), low.len ? buf_text(&low) : worlds->none);
	} else if (!(worlds->lo < worlds->hi) && low.len) {
		buf_addf(buf, _("in at least 9 of 10 worlds %s"), buf_text(&low));
	} else if (isfinite(worlds->hi)) {
		readout_band(buf, worlds->lo, worlds->hi, form);
	} else if (low.len) {
		/* TRANSLATORS: a year */
		buf_addf(buf, _("in 19 of 20 worlds %s or later"), buf_text(&low));
	}
	if (worlds->never && !worlds->same)
		add_never(buf, worlds, !low.len);
	buf_release(&low);
}
