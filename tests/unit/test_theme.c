/* SPDX-License-Identifier: MIT
 *
 * ui/theme, ui/colours: what is written can be read, lines can be told apart with any kind of colour vision, and a screen's
 * colours as text.
 */
#include "config.h"

#include "ui/theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "ui/colours.h"
#include "ui/grid.h"

/* ---- contrast, as WCAG 2 reckons it ---- */

static double linear(int part)
{
	const double c = part / 255.0;

	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(int rgb)
{
	return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
}

static double contrast(int a, int b)
{
	const double la = luminance(a), lb = luminance(b);

	return (fmax(la, lb) + 0.05) / (fmin(la, lb) + 0.05);
}

/* A dark terminal's own colours are taken for light grey on near black. */
static int rgb_of(const struct theme *theme, int rgb, bool ground)
{
	const bool light = strstr(theme->name, "light") != NULL;

	return rgb >= 0 ? rgb : ground == light ? 0xd0d0d0 : 0x101010;
}

static void assert_readable(const struct theme *theme, enum role role, enum ground ground, double least)
{
	const double ratio = contrast(rgb_of(theme, theme->role[role].rgb, false), rgb_of(theme, theme->ground[ground].rgb, true));

	if (ratio < least)
		fail_msg("%s: role %c on ground %c has a contrast of %.2f, below %.1f", theme->name, theme_role_letter(role),
			theme_ground_letter(ground), ratio, least);
}

static void test_contrast(void **state)
{
	static const enum role text[] = { ROLE_TEXT, ROLE_STRONG, ROLE_HEADING, ROLE_LEVER, ROLE_UNCERTAINTY, ROLE_GOOD, ROLE_BAD,
		ROLE_WARNING, ROLE_KEY, ROLE_LINK, ROLE_CODE, ROLE_DIM, ROLE_AXIS, ROLE_FIXED, ROLE_CURSOR, ROLE_BASELINE,
		ROLE_CURRENT };
	const struct theme *theme;

	(void)state;
	for (size_t i = 0; (theme = theme_at(i)); i++) {
		if (!theme->has_colour)
			continue;
		for (size_t k = 0; k < ARRAY_LEN(text); k++)
			assert_readable(theme, text[k], GROUND_PLAIN, 4.5);
		for (int pin = ROLE_PIN1; pin <= ROLE_PIN6; pin++)
			assert_readable(theme, (enum role)pin, GROUND_PLAIN, 3);
		assert_readable(theme, ROLE_TITLE, GROUND_TITLE, 4.5);
		assert_readable(theme, ROLE_ERROR, GROUND_ERROR, 4.5);
		assert_readable(theme, ROLE_PROMPT, GROUND_PROMPT, 4.5);
		assert_readable(theme, ROLE_KEY, GROUND_STATUS, 4.5);
		assert_readable(theme, ROLE_DIM, GROUND_STATUS, 4);
		assert_readable(theme, ROLE_STRONG, GROUND_SELECTED, 4.5);
		assert_readable(theme, ROLE_TEXT, GROUND_SELECTED, 4.5);
		assert_readable(theme, ROLE_TEXT, GROUND_PALE, 4.5);
		assert_readable(theme, ROLE_GOOD, GROUND_SELECTED, 3);
		assert_readable(theme, ROLE_BAD, GROUND_SELECTED, 3);
		assert_readable(theme, ROLE_CURRENT, GROUND_BAND50, 3);
		assert_readable(theme, ROLE_CURRENT, GROUND_BAND90, 3);
	}
}

/* ---- colour vision ---- */

/* What is left of a colour without the cones for long (0) or middle (1) wavelengths, after Vienot, Brettel and Mollon. */
static void seen(int rgb, int lacking, double out[3])
{
	static const double to[2][3][3] = {
		{ { 0.11238, 0.88762, 0 }, { 0.11238, 0.88762, 0 }, { 0.00401, -0.00401, 1 } },
		{ { 0.29275, 0.70725, 0 }, { 0.29275, 0.70725, 0 }, { -0.02234, 0.02234, 1 } },
	};
	const double in[3] = { linear(rgb >> 16), linear(rgb >> 8 & 255), linear(rgb & 255) };

	for (int i = 0; i < 3; i++) {
		out[i] = 0;
		for (int k = 0; k < 3; k++)
			out[i] += to[lacking][i][k] * in[k];
		out[i] = cbrt(fmax(out[i], 0));
	}
}

static double difference(int a, int b, int lacking)
{
	double one[3], other[3], sum = 0;

	seen(a, lacking, one);
	seen(b, lacking, other);
	for (int i = 0; i < 3; i++)
		sum += (one[i] - other[i]) * (one[i] - other[i]);
	return sqrt(sum);
}

static void test_colour_vision(void **state)
{
	static const char *const safe[] = { "safe-dark", "safe-light" };
	static const enum role pairs[][2] = { { ROLE_GOOD, ROLE_BAD }, { ROLE_LEVER, ROLE_UNCERTAINTY } };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(safe); i++)
		for (size_t k = 0; k < ARRAY_LEN(pairs); k++)
			for (int lacking = 0; lacking < 2; lacking++) {
				const struct theme *theme = theme_find(safe[i]);

				assert_true(difference(theme->role[pairs[k][0]].rgb, theme->role[pairs[k][1]].rgb, lacking) > 0.2);
			}
	/* What this test is for: green and red are alike. */
	assert_true(difference(0x707000, 0x887000, 1) < 0.2);
}

/* Pins are told apart by their glyphs, whatever the colours. */
static void test_glyphs(void **state)
{
	(void)state;
	for (int glyphs = GLYPHS_ASCII; glyphs <= GLYPHS_BRAILLE; glyphs++)
		for (int a = 0; a < 6; a++)
			for (int b = a + 1; b < 6; b++)
				assert_string_not_equal(theme_pin_glyph(a, (enum glyphs)glyphs), theme_pin_glyph(b, (enum glyphs)glyphs));
}

/* Without colour the row under the cursor, the title and errors still stand out, and changes for the worse. */
static void test_mono(void **state)
{
	const struct theme *mono = theme_find("mono");

	(void)state;
	for (int role = 0; role < ROLE_COUNT; role++)
		assert_int_equal(mono->role[role].rgb, -1);
	assert_int_not_equal(mono->ground[GROUND_SELECTED].attributes, mono->ground[GROUND_PALE].attributes);
	assert_int_not_equal(mono->ground[GROUND_SELECTED].attributes, mono->ground[GROUND_PLAIN].attributes);
	assert_int_not_equal(mono->ground[GROUND_ERROR].attributes, mono->ground[GROUND_STATUS].attributes);
	assert_int_not_equal(mono->role[ROLE_STRONG].attributes, mono->role[ROLE_TEXT].attributes);
}

static void assert_dump(int colours, const char *expected)
{
	struct grid *grid = grid_new(1, 4);
	struct buf text = BUF_INIT;

	area_put(grid_area(grid), 0, 1, STYLE_ON(ROLE_STRONG, GROUND_TITLE), "가");
	colours_dump(grid, theme_find("dark"), colours, &text);
	assert_string_equal(buf_text(&text), expected);
	buf_release(&text);
	grid_free(grid);
}

static void test_dump(void **state)
{
	(void)state;
	assert_dump(1 << 24, "abba\na  own on own\nb  #ffffff bold on #1f3a5f\n");
	assert_dump(256, "abba\na  own on own\nb  231 bold on 24\n");
	assert_dump(8, "abba\na  own on own\nb  white bold on blue\n");
	assert_dump(0, "abba\na  own on own\nb  own bold on own\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_contrast),
		cmocka_unit_test(test_colour_vision),
		cmocka_unit_test(test_glyphs),
		cmocka_unit_test(test_mono),
		cmocka_unit_test(test_dump),
	};
	return cmocka_run_group_tests_name("theme", tests, NULL, NULL);
}
