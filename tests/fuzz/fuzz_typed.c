/* SPDX-License-Identifier: MIT
 *
 * What people type for a value, in any unit a rule file may name, and how values are shown in it: a line with the unit, a
 * line that is typed, the bytes of three numbers.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/number.h"
#include "base/unit.h"
#include "base/text.h"
#include "fuzz.h"

static void read_typed(const char *typed, const char *unit)
{
	struct err err;
	double value = NAN;

	if (number_parse_typed(typed, unit, &value, &err) == 0)
		fuzz_require(isfinite(value), "a typed value is finite");
	else
		fuzz_require_clean(err.text, "the error is fit to be shown");
	if (number_parse_cell(typed, strlen(typed), &value, &err) == 0)
		fuzz_require(isfinite(value), "a cell is finite");
	else
		fuzz_require_clean(err.text, "the error is fit to be shown");
}

static void read_back(double value)
{
	char text[NUMBER_TEXT_MAX];
	double again;

	number_exact(value, text);
	fuzz_require(number_parse(text, &again, NULL) == 0, "a number's exact text is one");
	fuzz_require(memcmp(&value, &again, sizeof value) == 0 || (isnan(value) && isnan(again)), "a number reads back");
}

static void take(struct buf *shown)
{
	fuzz_require_clean(buf_text(shown), "a value is shown fit for a terminal");
	buf_clear(shown);
}

static void show(double value, const char *unit, enum lang lang, int digits)
{
	struct buf shown = BUF_INIT;

	unit_name(&shown, unit, lang);
	take(&shown);
	unit_format(&shown, value, unit, lang, digits);
	take(&shown);
	unit_format_short(&shown, value, unit, lang, digits);
	take(&shown);
	unit_format_change(&shown, value, unit, lang, digits);
	take(&shown);
	buf_release(&shown);
}

static void show_axis(double lo, double hi, double step, const char *unit, enum lang lang)
{
	const struct unit_axis axis = unit_axis(lo, hi, step, unit, lang);
	struct buf tick = BUF_INIT;

	fuzz_require(axis.factor > 0 && isfinite(axis.factor), "an axis has a scale");
	fuzz_require_clean(axis.label, "an axis' label is fit to be shown");
	unit_axis_tick(&tick, &axis, lo);
	take(&tick);
	buf_release(&tick);
}

/* Units come from rule files, which keep them clean. */
static char *read_unit(struct fuzz_input *input)
{
	char *line = fuzz_line(input);
	struct buf clean = BUF_INIT;

	text_clean(&clean, line, strlen(line), TEXT_ONE_LINE);
	free(line);
	return buf_take(&clean);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct fuzz_input input = fuzz_input(bytes, length);
	char *unit = read_unit(&input), *typed = fuzz_line(&input);
	const int digits = 1 + (int)(fuzz_byte(&input) % 17);
	double number[3];

	for (int i = 0; i < 3; i++) {
		number[i] = fuzz_number(&input);
		read_back(number[i]);
	}
	read_typed(typed, unit);
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		show(number[0], unit, (enum lang)lang, digits);
		if (isfinite(number[0]) && isfinite(number[1]) && isfinite(number[2]))
			show_axis(number[0], number[1], number[2], unit, (enum lang)lang);
	}
	free(unit);
	free(typed);
	return 0;
}
