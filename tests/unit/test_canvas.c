/* SPDX-License-Identifier: MIT
 *
 * ui/canvas: lines, rules and bands as characters, in braille, blocks and ASCII.
 */
#include "config.h"

#include "ui/canvas.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "picture.h"

static const struct canvas_layer line = { .kind = CANVAS_LINE, .role = ROLE_CURRENT, .glyph = "*" };
static const struct canvas_layer other = { .kind = CANVAS_LINE, .role = ROLE_PIN1, .glyph = "o" };
static const struct canvas_layer rule = { .kind = CANVAS_RULE, .role = ROLE_TRACK, .glyph = NULL };
static const struct canvas_layer band90 = {
	.kind = CANVAS_BAND, .role = ROLE_BAND90, .ground = GROUND_BAND90, .glyph = ".", .density = 1,
};
static const struct canvas_layer band50 = {
	.kind = CANVAS_BAND, .role = ROLE_BAND50, .ground = GROUND_BAND50, .glyph = ":", .density = 2,
};

static void add_line(struct canvas *canvas, const struct canvas_layer *is, double x1, double y1, double x2, double y2)
{
	canvas_line(canvas, canvas_layer(canvas, is), (double[]){ x1, x2 }, (double[]){ y1, y2 }, 2);
}

/* Between two lines across the whole canvas. */
static void add_band(struct canvas *canvas, const struct canvas_layer *is, double top1, double bottom1, double top2,
	double bottom2)
{
	const double x[] = { 0, canvas_dot_cols(canvas) - 1 };

	canvas_band(canvas, canvas_layer(canvas, is), x, (double[]){ top1, top2 }, (double[]){ bottom1, bottom2 }, 2);
}

/* Draws the canvas, frees it, and compares what is seen; roles and grounds too unless NULL. */
static void assert_picture(struct canvas *canvas, int rows, int cols, const char *text, const char *roles,
	const char *grounds)
{
	struct grid *grid = grid_new(rows, cols);

	canvas_draw(canvas, grid_area(grid));
	canvas_free(canvas);
	assert_grid(grid, text, roles, grounds);
}

static void test_dots(void **state)
{
	(void)state;
	static const int down[] = { [GLYPHS_ASCII] = 1, [GLYPHS_BLOCK] = 2, [GLYPHS_BRAILLE] = 4 };
	static const int across[] = { [GLYPHS_ASCII] = 1, [GLYPHS_BLOCK] = 2, [GLYPHS_BRAILLE] = 2 };

	for (enum glyphs glyphs = GLYPHS_ASCII; glyphs <= GLYPHS_BRAILLE; glyphs++) {
		struct canvas *canvas = canvas_new(3, 5, glyphs, CANVAS_TINT);

		assert_int_equal(canvas_dot_rows(canvas), 3 * down[glyphs]);
		assert_int_equal(canvas_dot_cols(canvas), 5 * across[glyphs]);
		assert_int_equal(canvas_row_of(canvas, 0), 0);
		assert_int_equal(canvas_row_of(canvas, 3 * down[glyphs] - 1), 2);
		assert_int_equal(canvas_col_of(canvas, across[glyphs]), 1);
		assert_int_equal(canvas_col_of(canvas, -1), -1);
		canvas_free(canvas);
	}
	canvas_free(canvas_new(0, 0, GLYPHS_BRAILLE, CANVAS_TINT));
	canvas_free(NULL);
}

static void test_line(void **state)
{
	(void)state;
	struct canvas *canvas = canvas_new(2, 6, GLYPHS_BRAILLE, CANVAS_TINT);

	add_line(canvas, &line, 0, 7, 11, 0);
	assert_picture(canvas, 2, 6, "   ⣀⠔⠊\n⡠⠔⠉\n", "tttCCC\nCCCttt\n", "......\n......\n");

	canvas = canvas_new(2, 6, GLYPHS_BLOCK, CANVAS_TINT);
	add_line(canvas, &line, 0, 3, 11, 0);
	assert_picture(canvas, 2, 6, "   ▄▄▀\n▄▀▀\n", NULL, NULL);

	canvas = canvas_new(3, 6, GLYPHS_ASCII, CANVAS_TINT);
	add_line(canvas, &line, 0, 2, 5, 0);
	assert_picture(canvas, 3, 6, "    **\n  **\n**\n", NULL, NULL);
}

/* Upright, level, and a single dot. */
static void test_straight(void **state)
{
	(void)state;
	struct canvas *canvas = canvas_new(2, 4, GLYPHS_BRAILLE, CANVAS_TINT);

	add_line(canvas, &line, 0, 0, 0, 7);
	add_line(canvas, &line, 3, 2, 5, 2);
	add_line(canvas, &line, 7, 7, 7, 7);
	assert_picture(canvas, 2, 4, "⡇⠠⠤\n⡇  ⢀\n", NULL, NULL);
}

static void test_dotted_and_thick(void **state)
{
	(void)state;
	struct canvas_layer dotted = line, thick = line;
	struct canvas *canvas = canvas_new(1, 6, GLYPHS_BRAILLE, CANVAS_TINT);

	dotted.every = 2;
	thick.thick = true;
	add_line(canvas, &dotted, 0, 0, 11, 0);
	add_line(canvas, &thick, 0, 2, 11, 2);
	assert_picture(canvas, 1, 6, "⣥⣥⣥⣥⣥⣥\n", NULL, NULL);
}

static void test_gaps(void **state)
{
	(void)state;
	const double x[] = { 0, 2, 4, 6, 8, 10 }, y[] = { 0, 0, NAN, 3, NAN, INFINITY };
	struct canvas *canvas = canvas_new(1, 6, GLYPHS_BRAILLE, CANVAS_TINT);

	canvas_line(canvas, canvas_layer(canvas, &line), x, y, 6);
	assert_picture(canvas, 1, 6, "⠉⠁ ⡀\n", NULL, NULL);
}

/* What lies outside is cut where it leaves, however far it goes. */
static void test_outside(void **state)
{
	(void)state;
	struct canvas *canvas = canvas_new(2, 4, GLYPHS_BRAILLE, CANVAS_TINT);

	add_line(canvas, &line, 0, 7, 7, -1e300);
	add_line(canvas, &line, -100, 3, 1e12, 3);
	add_line(canvas, &line, 0, -5, 7, -5);
	add_line(canvas, &line, -9, 0, -3, 7);
	add_line(canvas, &line, -1e308, 1e308, 1e308, 1e308);
	assert_picture(canvas, 2, 4, "⣇⣀⣀⣀\n⡇\n", NULL, NULL);
}

static void test_crossing(void **state)
{
	(void)state;
	struct canvas *canvas = canvas_new(1, 4, GLYPHS_BRAILLE, CANVAS_TINT);

	add_line(canvas, &other, 0, 0, 7, 3);
	add_line(canvas, &line, 0, 3, 7, 0);
	assert_int_equal(canvas_top_line(canvas, 0, 1), 1);
	assert_int_equal(canvas_top_line(canvas, 0, 9), -1);
	assert_int_equal(canvas_top_line(canvas, -1, 0), -1);
	/* All dots, and the role of the later. */
	assert_picture(canvas, 1, 4, "⣉⠶⠶⣉\n", "CCCC\n", NULL);

	canvas = canvas_new(3, 5, GLYPHS_ASCII, CANVAS_TINT);
	add_line(canvas, &other, 0, 0, 4, 2);
	add_line(canvas, &line, 0, 2, 4, 0);
	assert_picture(canvas, 3, 5, "o  **\n **\n*  oo\n", NULL, NULL);
}

static void test_rules(void **state)
{
	(void)state;
	struct canvas_layer sparse = rule, letter = rule;
	struct canvas *canvas = canvas_new(2, 6, GLYPHS_BRAILLE, CANVAS_TINT);

	sparse.every = 4;
	letter.glyph = "|";
	add_line(canvas, &sparse, 0, 1, 11, 1);
	add_line(canvas, &letter, 8, 0, 8, 7);
	add_line(canvas, &line, 0, 6, 5, 0);
	assert_int_equal(canvas_top_line(canvas, 0, 4), -1);
	assert_picture(canvas, 2, 6, "⠂⢠⠊ |\n⠔⠁  |\n", NULL, NULL);
}

/* Upper edges in eighths of a cell, lower ones in halves. */
static void test_tint(void **state)
{
	(void)state;
	struct canvas *canvas = canvas_new(2, 8, GLYPHS_BRAILLE, CANVAS_TINT);

	add_band(canvas, &band90, 3.5, 7.5, -0.5, 7.5);
	assert_picture(canvas, 2, 8, " ▁▂▃▅▆▇\n\n", "tIIIIIIt\ntttttttt\n", ".......b\nbbbbbbbb\n");

	canvas = canvas_new(2, 8, GLYPHS_BLOCK, CANVAS_TINT);
	add_band(canvas, &band90, -0.5, 1.5, -0.5, 3.5);
	assert_picture(canvas, 2, 8, "\n   ▀▀\n", "tttttttt\ntttIIIIt\n", "bbbbbbbb\n.....bbb\n");
}

static void test_tint_nested(void **state)
{
	(void)state;
	struct canvas *canvas = canvas_new(4, 6, GLYPHS_BRAILLE, CANVAS_TINT);

	add_band(canvas, &band90, -0.5, 15.5, 3.5, 11.5);
	add_band(canvas, &band50, 3.5, 11.5, 5.5, 9.5);
	assert_picture(canvas, 4, 6, " ▆▅▃▂\n ▇▆▆▅▄\n ▁▂▂▃▄\n  ▀▀\n",
		"tIIIIt\ntiiiii\ntIIIII\ntIIItt\n", "b.....\nBbbbbb\nBBBBBB\nbb....\n");
}

/* Lines and rules lie on the band that fills most of the cell; dots of a rule leave edges alone. */
static void test_tint_below_lines(void **state)
{
	(void)state;
	struct canvas *canvas = canvas_new(3, 6, GLYPHS_BRAILLE, CANVAS_TINT);

	add_line(canvas, &rule, 0, 1, 11, 1);
	add_line(canvas, &rule, 0, 9, 11, 9);
	add_band(canvas, &band90, 1, 11.5, 1, 11.5);
	add_band(canvas, &band50, 3, 6, 3, 6);
	add_line(canvas, &line, 4, 11, 7, 0);
	assert_picture(canvas, 3, 6, "▅▅▅⡜▅▅\n▃▃⢠⠃▃▃\n⠒⠒⡜⠒⠒⠒\n", "IIICII\nIICCII\nkkCkkk\n", "...b..\nBBBBBB\nbbbbbb\n");
}

static void test_tint_ascii(void **state)
{
	(void)state;
	struct canvas *canvas = canvas_new(4, 6, GLYPHS_ASCII, CANVAS_TINT);

	add_band(canvas, &band90, 0, 3, 2, 3);
	add_line(canvas, &line, 0, 2, 5, 2);
	assert_picture(canvas, 4, 6, "\n\n******\n\n",
		"tttttt\ntttttt\nCCCCCC\ntttttt\n", "......\nbbb...\nbbbbb.\nbbbbbb\n");
}

static void test_shade(void **state)
{
	(void)state;
	struct canvas *canvas = canvas_new(3, 6, GLYPHS_BRAILLE, CANVAS_SHADE);

	add_line(canvas, &rule, 0, 1, 11, 1);
	add_band(canvas, &band90, 0, 11, 2, 9);
	add_band(canvas, &band50, 4, 7, 4, 7);
	add_line(canvas, &line, 4, 11, 7, 0);
	assert_picture(canvas, 3, 6, "⠅⠅⠄⡜⠄⠄\n⢕⢕⢠⠃⢕⢕\n⠅⠅⡜⠅⠅⠁\n",
		"IIICII\niiCCii\nIICIII\n", "......\n......\n......\n");

	canvas = canvas_new(4, 6, GLYPHS_ASCII, CANVAS_SHADE);
	add_band(canvas, &band90, 0, 3, 1, 3);
	add_band(canvas, &band50, 2, 3, 2, 3);
	add_line(canvas, &line, 0, 2, 5, 2);
	assert_picture(canvas, 4, 6, "\n.....\n******\n::::::\n", "tttttt\nIIIIIt\nCCCCCC\niiiiii\n", NULL);
}

/* Blocks take the glyph of the band. */
static void test_shade_block(void **state)
{
	(void)state;
	struct canvas_layer outer = band90, inner = band50;
	struct canvas *canvas = canvas_new(3, 4, GLYPHS_BLOCK, CANVAS_SHADE);

	outer.glyph = "░";
	inner.glyph = "▒";
	add_band(canvas, &outer, -0.5, 5.5, -0.5, 5.5);
	add_band(canvas, &inner, 2, 3.5, 2, 3.5);
	assert_picture(canvas, 3, 4, "░░░░\n▒▒▒▒\n░░░░\n", "IIII\niiii\nIIII\n", NULL);
}

static void test_band_gaps(void **state)
{
	(void)state;
	const double x[] = { 0, 3, 7, 11, 15 }, top[] = { -1, -1, NAN, -1, -1 }, bottom[] = { 9, 9, 9, 9, 9 };
	struct canvas *canvas = canvas_new(1, 8, GLYPHS_BRAILLE, CANVAS_TINT);

	canvas_band(canvas, canvas_layer(canvas, &band90), x, top, bottom, 5);
	assert_picture(canvas, 1, 8, "\n", NULL, "bb....bb\n");

	/* A band of one point has one column; ends in the wrong order are the same band; none at all is nothing. */
	canvas = canvas_new(2, 3, GLYPHS_BRAILLE, CANVAS_TINT);
	canvas_band(canvas, canvas_layer(canvas, &band90), (double[]){ 2 }, (double[]){ 9 }, (double[]){ -9 }, 1);
	canvas_band(canvas, canvas_layer(canvas, &band50), x, top, bottom, 0);
	assert_picture(canvas, 2, 3, "\n\n", NULL, ".b.\n.b.\n");
}

/* Cells with nothing in them, and grounds that are there, stay. */
static void test_over(void **state)
{
	(void)state;
	struct grid *grid = grid_new(1, 6);
	struct canvas *canvas = canvas_new(1, 6, GLYPHS_BRAILLE, CANVAS_TINT);
	struct buf dump = BUF_INIT;

	area_put(grid_area(grid), 0, 0, STYLE_ON(ROLE_TEXT, GROUND_PALE), "abcdef");
	add_line(canvas, &line, 4, 0, 7, 0);
	canvas_draw(canvas, grid_area(grid));
	canvas_free(canvas);
	grid_dump(grid, &dump);
	assert_string_equal(buf_text(&dump), "ab⠉⠉ef\n");
	assert_int_equal(grid_cell(grid, 0, 2)->ground, GROUND_PALE);
	buf_release(&dump);
	grid_free(grid);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dots),
		cmocka_unit_test(test_line),
		cmocka_unit_test(test_straight),
		cmocka_unit_test(test_dotted_and_thick),
		cmocka_unit_test(test_gaps),
		cmocka_unit_test(test_outside),
		cmocka_unit_test(test_crossing),
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_tint),
		cmocka_unit_test(test_tint_nested),
		cmocka_unit_test(test_tint_below_lines),
		cmocka_unit_test(test_tint_ascii),
		cmocka_unit_test(test_shade),
		cmocka_unit_test(test_shade_block),
		cmocka_unit_test(test_band_gaps),
		cmocka_unit_test(test_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
