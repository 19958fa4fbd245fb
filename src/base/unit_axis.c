/* SPDX-License-Identifier: MIT
 *
 * Units by themselves: as labels, and in the scale of an axis.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/buf.h"
#include "base/number.h"
#include "base/unit_priv.h"

static void add_label(struct buf *buf, const struct unit *unit, const char *word, enum lang lang)
{
	const char *per = unit->per ? unit->per->ko : "";

	if (lang == LANG_KO && unit->per && unit->per->ko_label)
		per = unit->per->ko_label;
	buf_add(buf, word);
	if (lang == LANG_KO)
		buf_addf(buf, "%s%s%s", *word && *unit->noun->ko ? " " : "", unit->noun->ko, per);
	else
		unit_add_noun_en(buf, unit, false);
}

void unit_name(struct buf *buf, const char *name, enum lang lang)
{
	const struct unit unit = unit_parse(name);
	const char *words;

	if (!name || !*name)
		return;
	words = lang == LANG_EN ? name : unit_phrase_ko(name, strlen(name));
	if (words) {
		buf_add(buf, words);
	} else if (unit.kind == UNIT_SHARE) {
		buf_add(buf, unit.per ? "연간 비율" : "비율");
	} else if (unit.kind == UNIT_SWITCH) {
		struct buf room = BUF_INIT;

		buf_addf(buf, "%s/", unit_switch_label(name, false, lang, &room));
		buf_add(buf, unit_switch_label(name, true, lang, &room));
		buf_release(&room);
	} else if (unit.kind == UNIT_AMOUNT && unit.noun) {
		const struct shown_scale *scale = unit_scale_for(unit.scale, LANG_KO);

		if (unit.scale > scale->value)
			number_fixed(buf, unit.scale / scale->value, 0, false);
		add_label(buf, &unit, scale->word, lang);
	} else {
		buf_add(buf, name);
	}
}

/* Decimals that tell ticks apart: as many as the step has, up to six. */
static int decimals_of(double step)
{
	int decimals = 0;

	step = fabs(step);
	while (decimals < 6 && isfinite(step) && fabs(step - round(step)) > 1e-6 * step) {
		step *= 10;
		decimals++;
	}
	return decimals;
}

static void label_axis(struct unit_axis *axis, const struct unit *unit, const char *name, const char *word,
	enum lang lang)
{
	struct buf label = BUF_INIT;
	size_t n;

	if (unit->kind == UNIT_SHARE || unit->kind == UNIT_PERCENT)
		buf_addf(&label, "%%%s", !unit->per ? "" : lang == LANG_KO ? "/년" : "/year");
	else if (unit->kind == UNIT_AMOUNT && unit->noun)
		add_label(&label, unit, word, lang);
	else if (unit->kind == UNIT_YEAR && axis->group)
		buf_add(&label, lang == LANG_KO ? "년" : "years");
	else if (unit->kind == UNIT_AMOUNT || unit->kind == UNIT_PLAIN)
		unit_name(&label, name, lang);
	n = label.len < sizeof axis->label ? label.len : sizeof axis->label - 1;
	/* A cut must not leave half a character. */
	while (n < label.len && n > 0 && (label.text[n] & 0xC0) == 0x80)
		n--;
	memcpy(axis->label, buf_text(&label), n);
	axis->label[n] = '\0';
	buf_release(&label);
}

struct unit_axis unit_axis(double lo, double hi, double step, const char *name, enum lang lang)
{
	const struct unit unit = unit_parse(name);
	const double size = fmax(fabs(lo), fabs(hi)) * unit.scale;
	struct unit_axis axis = { .factor = 1, .group = true };
	const char *word = "";

	if (unit.kind == UNIT_SHARE) {
		axis.factor = 100;
	} else if (unit.kind == UNIT_YEAR) {
		axis.group = !unit_is_calendar(hi);
	} else if (unit.kind == UNIT_AMOUNT && unit.noun) {
		/* "9,000" is no longer than "9 thousand". */
		const struct shown_scale *scale = unit_scale_for(size < 1e4 || !isfinite(size) ? 1 : size, lang);

		axis.factor = unit.scale / scale->value;
		word = scale->word;
	}
	axis.decimals = decimals_of(step * axis.factor);
	label_axis(&axis, &unit, name ? name : "", word, lang);
	return axis;
}

void unit_axis_tick(struct buf *buf, const struct unit_axis *axis, double value)
{
	number_fixed(buf, value * axis->factor, axis->decimals, axis->group);
}

void unit_name_short(struct buf *buf, const char *name, enum lang lang)
{
	buf_add(buf, unit_axis(0, 0, 1, name, lang).label);
}
