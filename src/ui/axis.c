/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/axis.h"

#include <math.h>
#include <stdio.h>

#include "base/alloc.h"
#include "base/buf.h"

#define LARGEST 1e300      /* differences of what is below can't overflow */
#define SMALLEST 1e-290    /* what is below is zero */
#define ROUNDING 1e-9      /* how far a multiple of the step may seem to be off */
#define NOISE 1e-5         /* a variation this small, relative to the values, is none: labels could not show it */
#define LONG_NUMBER 1e7    /* from here on, and for steps below the other, ticks are written with a power of ten */
#define SHORT_STEP 1e-5
#define SCALES_END 1e30
#define EASE_SECONDS 0.12  /* in which all but 1/e of the way is done */
#define EASE_DONE 0.004    /* of the range: less than a dot of a high chart */

struct axis_range axis_no_range(void)
{
	return (struct axis_range){ NAN, NAN };
}

bool axis_has_range(struct axis_range range)
{
	return range.lo <= range.hi;
}

void axis_include(struct axis_range *data, const double *values, size_t count)
{
	double lo = axis_has_range(*data) ? data->lo : INFINITY, hi = axis_has_range(*data) ? data->hi : -INFINITY;

	for (size_t i = 0; i < count; i++) {
		if (!isfinite(values[i]))
			continue;
		lo = values[i] < lo ? values[i] : lo;
		hi = values[i] > hi ? values[i] : hi;
	}
	if (lo <= hi)
		*data = (struct axis_range){ fmax(lo, -LARGEST), fmin(hi, LARGEST) };
}

/* m * 10^e as the nearest double: powers of ten below 1 aren't exact, those above are. */
static double scaled(double m, int e)
{
	return e < 0 ? m / pow(10, -e) : m * pow(10, e);
}

static void set_step(struct axis_ticks *ticks, double mantissa, int exponent)
{
	ticks->mantissa = mantissa;
	ticks->exponent = exponent;
	ticks->step = scaled(mantissa, exponent);
}

static const double mantissas[] = { 1, 2, 2.5, 5 };

/* The least round step that is not below `least`. */
static struct axis_ticks round_step(double least)
{
	struct axis_ticks ticks = { 0 };
	const int exponent = (int)floor(log10(least));

	for (size_t i = 0; i < ARRAY_LEN(mantissas); i++) {
		set_step(&ticks, mantissas[i], exponent);
		if (ticks.step >= least * (1 - ROUNDING))
			return ticks;
	}
	set_step(&ticks, 1, exponent + 1);
	return ticks;
}

/* Sets the multiples of the step within the range. */
static void count_ticks(struct axis_ticks *ticks, struct axis_range range)
{
	const double last = floor(range.hi / ticks->step + ROUNDING);

	ticks->first = ceil(range.lo / ticks->step - ROUNDING);
	ticks->count = last < ticks->first ? 0 : (int)(last - ticks->first) + 1;
}

/* Zero with a tick on either side are three, and one alone is no scale. */
static int least_ticks(struct axis_range range, int most)
{
	const int least = range.lo < 0 && range.hi > 0 ? 3 : 2;

	return most < least ? least : most;
}

/* The next wider round step. */
static struct axis_ticks wider(const struct axis_ticks *ticks)
{
	return round_step(ticks->step * 1.1);
}

/* The first step with few enough ticks; if they would be too few, the one with least above that. */
struct axis_ticks axis_ticks(struct axis_range range, int most)
{
	const double span = range.hi - range.lo;
	struct axis_ticks ticks = { 0 }, best = { 0 };

	if (!axis_has_range(range) || span < SMALLEST)
		return ticks;
	most = least_ticks(range, most);
	for (ticks = round_step(span / (2 * most)); ticks.step <= span * (1 + ROUNDING); ticks = wider(&ticks)) {
		count_ticks(&ticks, range);
		if (ticks.count >= 2)
			best = ticks;
		if (ticks.count >= 2 && ticks.count <= most)
			break;
	}
	return best;
}

double axis_tick(const struct axis_ticks *ticks, int i)
{
	/* Adding zero makes -0 a plain 0. */
	return scaled((ticks->first + i) * ticks->mantissa, ticks->exponent) + 0.0;
}

/* What an axis has to hold: some room even if all values are the same, and zero if it isn't far. */
static struct axis_range needed(struct axis_range data)
{
	const double size = fmax(fabs(data.lo), fabs(data.hi));

	if (!axis_has_range(data) || size < SMALLEST)
		return (struct axis_range){ 0, 1 };
	if (data.hi - data.lo <= NOISE * size)
		return data.hi > 0 ? (struct axis_range){ 0, data.hi * 1.25 } : (struct axis_range){ data.lo * 1.25, 0 };
	if (data.lo > 0 && data.lo <= data.hi / 2)
		data.lo = 0;
	else if (data.hi < 0 && data.hi >= data.lo / 2)
		data.hi = 0;
	return data;
}

/* The range widened to multiples of 1/parts of the step. */
static struct axis_range snapped(struct axis_range range, const struct axis_ticks *ticks, int parts)
{
	const double part = ticks->mantissa / parts, step = ticks->step / parts;

	range.lo = scaled(floor(range.lo / step + ROUNDING) * part, ticks->exponent) + 0.0;
	range.hi = scaled(ceil(range.hi / step - ROUNDING) * part, ticks->exponent) + 0.0;
	return range;
}

struct axis_range axis_nice(struct axis_range data, int most)
{
	const struct axis_range range = needed(data);
	struct axis_ticks ticks;

	most = least_ticks(range, most);
	ticks = round_step((range.hi - range.lo) / most);

	for (;;) {
		/* An end half-way between two ticks wastes less room. */
		struct axis_range nice = snapped(range, &ticks, 2);

		count_ticks(&ticks, nice);
		if (ticks.count < 2) {
			nice = snapped(range, &ticks, 1);
			count_ticks(&ticks, nice);
		}
		if (ticks.count <= most)
			return nice;
		ticks = wider(&ticks);
	}
}

struct axis_range axis_hold(struct axis_range held, struct axis_range data, int most)
{
	struct axis_range grown = held;

	if (!(held.lo < held.hi))
		return axis_nice(data, most);
	if (!axis_has_range(data) || (data.lo >= held.lo && data.hi <= held.hi))
		return held;
	axis_include(&grown, &data.lo, 1);
	axis_include(&grown, &data.hi, 1);
	grown = axis_nice(grown, most);
	if (data.lo >= held.lo)
		grown.lo = held.lo;
	if (data.hi <= held.hi)
		grown.hi = held.hi;
	return grown;
}

bool axis_ease(struct axis_range *shown, struct axis_range target, double seconds)
{
	const double part = 1 - exp(-fmax(seconds, 0) / EASE_SECONDS), close = EASE_DONE * (target.hi - target.lo);

	if (axis_has_range(*shown)) {
		shown->lo += (target.lo - shown->lo) * part;
		shown->hi += (target.hi - shown->hi) * part;
		if (fabs(target.lo - shown->lo) > close || fabs(target.hi - shown->hi) > close)
			return true;
	}
	*shown = target;
	return false;
}

static struct axis_ticks years_apart(struct axis_range range, double least)
{
	static const double years[] = { 1, 2, 5 };
	struct axis_ticks ticks = { 0 };

	for (int i = 0; i == 0 || ticks.step < least; i++)
		set_step(&ticks, years[i % 3], i / 3);
	count_ticks(&ticks, range);
	return ticks;
}

struct axis_ticks axis_years(double start, double stop, int cells)
{
	enum { LABEL_CELLS = 6, NARROW_CELLS = 5, FEW = 3 };
	const struct axis_range range = { start, stop };
	const double years_a_cell = cells > 0 ? (stop - start) / cells : INFINITY;
	struct axis_ticks ticks = { 0 };

	if (!(stop >= start) || !(years_a_cell < 1e5))
		return ticks;
	ticks = years_apart(range, years_a_cell * LABEL_CELLS);
	return ticks.count < FEW ? years_apart(range, years_a_cell * NARROW_CELLS) : ticks;
}

static int decimals_of(double step)
{
	int decimals = 0;

	while (decimals < 6 && fabs(step - round(step)) > 1e-6 * step) {
		step *= 10;
		decimals++;
	}
	return decimals;
}

/* Ticks of a billion or of a billionth are written in units of a power of ten that is named once. */
static void shorten(struct axis_scale *scale, double largest, double step)
{
	const int power = 3 * (int)floor(log10(largest) / 3);
	const char *label = scale->unit.label;

	scale->power = power;
	scale->unit.factor *= scaled(1, -power);
	scale->unit.decimals = decimals_of(step * scaled(1, -power));
	snprintf(scale->label, sizeof(scale->label), "10^%d%s%s", power, *label ? " " : "", label);
}

/* A difference of shares is in percentage points. */
static const char *points_label(const struct axis_form *form)
{
	const struct unit unit = unit_parse(form->unit);

	if (!form->difference || (unit.kind != UNIT_SHARE && unit.kind != UNIT_PERCENT))
		return NULL;
	if (form->lang == LANG_KO)
		return unit.per ? "%p/년" : "%p";
	return unit.per ? "pp/year" : "pp";
}

struct axis_scale axis_scale(struct axis_range range, const struct axis_ticks *ticks, const struct axis_form *form)
{
	const double first = axis_tick(ticks, 0), last = axis_tick(ticks, ticks->count - 1);
	/* Larger numbers have no larger scale, and might be infinite in a smaller one. */
	const double lo = fmax(range.lo, -SCALES_END), hi = fmin(range.hi, SCALES_END);
	struct axis_scale scale = { .unit = unit_axis(lo, hi, ticks->step, form->unit, form->lang) };
	const double factor = scale.unit.factor, largest = fmax(fabs(first), fabs(last)) * factor;
	const char *points = points_label(form);

	snprintf(scale.label, sizeof(scale.label), "%s", points ? points : scale.unit.label);
	if (ticks->count > 0 && largest > 0 && (largest >= LONG_NUMBER || ticks->step * factor < SHORT_STEP))
		shorten(&scale, largest, ticks->step * factor);
	return scale;
}

void axis_label(struct buf *buf, const struct axis_scale *scale, double value)
{
	unit_axis_tick(buf, &scale->unit, value);
}
