/* SPDX-License-Identifier: MIT
 *
 * ui/bars: winners and losers as horizontal bars.
 */
#include "config.h"

#include "ui/bars.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/alloc.h"
#include "base/lang.h"
#include "picture.h"

static const struct bar deciles[] = {
	{ "decile 1", 3.4, 2.4, 4.4 },
	{ "decile 2", 1.15, -0.3, 2.5 },
	{ "decile 3", 0.02, NAN, NAN },
	{ "decile 4", NAN, NAN, NAN },
	{ "decile 5", 0, 0, 0 },
	{ "decile 6", -0.59, -2.2, 1.0 },
	{ "decile 7", -2.81, -4.8, -1.1 },
};

static const struct bar ko_deciles[] = {
	{ "소득 1분위", 0.034, NAN, NAN },
	{ "소득 2분위", 0.0115, NAN, NAN },
	{ "소득 10분위", -0.0281, NAN, NAN },
};

static struct bars all(void)
{
	return (struct bars){
		.title = "Change of income", .unit = "trn KRW/year", .difference = true, .sign = true, .lang = LANG_EN,
		.glyphs = GLYPHS_BRAILLE, .fill = CANVAS_SHADE, .positive = ROLE_GOOD, .negative = ROLE_BAD,
		.bar = deciles, .count = ARRAY_LEN(deciles), .selected = -1, .range = axis_no_range(),
	};
}

static void assert_picture(const struct bars *bars, int rows, int cols, const char *text, const char *roles,
	const char *grounds)
{
	struct grid *grid = grid_new(rows, cols);

	bars_draw(bars, grid_area(grid));
	assert_grid(grid, text, roles, grounds);
}

static void test_whiskers(void **state)
{
	(void)state;
	struct bars bars = all();

	assert_picture(&bars, 10, 50,
		"Change of income  trn KRW/year\n"
		"decile 1                  │███████┝━━━━──┤   +3.40\n"
		"decile 2                 ├│━━━━────┤         +1.15\n"
		"decile 3                  │▏                 +0.02\n"
		"decile 4                  │                      -\n"
		"decile 5                  │                   0.00\n"
		"decile 6           ├────━━│──┤               -0.59\n"
		"decile 7  ├─────━━━━━━┥███│                  -2.81\n"
		"         ┬────────────────┼────────────────┬\n"
		"        -5                0                5\n", NULL, NULL);
	bars.glyphs = GLYPHS_ASCII;
	assert_picture(&bars, 10, 50,
		"Change of income  trn KRW/year\n"
		"decile 1                  |#######[====--]   +3.40\n"
		"decile 2                 [|====----]         +1.15\n"
		"decile 3                  |                  +0.02\n"
		"decile 4                  |                      -\n"
		"decile 5                  |                   0.00\n"
		"decile 6           [----==|--]               -0.59\n"
		"decile 7  [-----======]###|                  -2.81\n"
		"         +----------------+----------------+\n"
		"        -5                0                5\n", NULL, NULL);
}

static void test_tint(void **state)
{
	(void)state;
	struct bars bars = all();

	bars.fill = CANVAS_TINT;
	bars.selected = 1;
	assert_picture(&bars, 10, 50,
		"Change of income  trn KRW/year\n"
		"decile 1                  │▄▄▄▄▄▄▄▄▄▄▄▖      +3.40\n"
		"decile 2                  │▄▄▄▄              +1.15\n"
		"decile 3                  │▏                 +0.02\n"
		"decile 4                  │                      -\n"
		"decile 5                  │                   0.00\n"
		"decile 6                ▄▄│                  -0.59\n"
		"decile 7        ▗▄▄▄▄▄▄▄▄▄│                  -2.81\n"
		"         ┬────────────────┼────────────────┬\n"
		"        -5                0                5\n",
		"hhhhhhhhhhhhhhhhttddddddddddddtttttttttttttttttttt\n"
		"tttttttttttttttttttttttttta++++++++++++tttttt+++++\n"
		"tttttttttttttttttttttttttta++++tttttttttttttt+++++\n"
		"tttttttttttttttttttttttttta+ttttttttttttttttt+++++\n"
		"ttttttttttttttttttttttttttattttttttttttttttttttttt\n"
		"ttttttttttttttttttttttttttattttttttttttttttttttttt\n"
		"tttttttttttttttttttttttt--atttttttttttttttttt-----\n"
		"tttttttttttttttt----------atttttttttttttttttt-----\n"
		"tttttttttaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaatttttt\n"
		"ttttttttaattttttttttttttttattttttttttttttttatttttt\n",
		"..................................................\n"
		"..................................bbbbbbbb........\n"
		"XXXXXXXX.................bbbbbbbbbbb..............\n"
		"..................................................\n"
		"..................................................\n"
		"..........................b.......................\n"
		"...................bbbbbbbbbbb....................\n"
		"..........bbbbbbbbbbbbb...........................\n"
		"..................................................\n"
		"..................................................\n");
}

/* Without bands: full height, in eighths to the right. The unit is said once, or with each value if there is no other
 * place. */
static void test_plain(void **state)
{
	(void)state;
	struct bars bars = all();

	bars.lang = LANG_KO;
	bars.unit = "share of income";
	bars.bar = ko_deciles;
	bars.count = 3;
	bars.title = NULL;
	assert_picture(&bars, 3, 40,
		"소득 1분위            │████████▏  +3.4%p\n"
		"소득 2분위            │██▊       +1.15%p\n"
		"소득 10분위    ▐██████│          -2.81%p\n", NULL, NULL);
	assert_picture(&bars, 5, 40,
		"소득 1분위             │█████████▏ +3.40\n"
		"소득 2분위             │███▏       +1.15\n"
		"소득 10분위    ▐███████│           -2.81\n"
		"            ──────┬────┼────┬─────\n"
		"                 -2    0    2  %p\n", NULL, NULL);
	bars.title = "소득 변화";
	assert_picture(&bars, 6, 40,
		"소득 변화  %p\n"
		"소득 1분위             │█████████▏ +3.40\n"
		"소득 2분위             │███▏       +1.15\n"
		"소득 10분위    ▐███████│           -2.81\n"
		"            ──────┬────┼────┬─────\n"
		"                 -2    0    2\n", NULL, NULL);
	bars.difference = bars.sign = false;
	bars.glyphs = GLYPHS_ASCII;
	assert_picture(&bars, 10, 40,
		"소득 변화  %\n"
		"소득 1분위             |#########   3.40\n"
		"                       |\n"
		"소득 2분위             |###         1.15\n"
		"                       |\n"
		"소득 10분위    ########|           -2.81\n"
		"            ------+----+----+-----\n"
		"                 -2    0    2\n"
		"\n"
		"\n", NULL, NULL);
}

static void test_narrow(void **state)
{
	(void)state;
	struct bars bars = all();

	assert_picture(&bars, 8, 24,
		"Change of…  trn KRW/year\n"
		"decile 1     │█┝━┤ +3.40\n"
		"decile 2     │━┤   +1.15\n"
		"decile 3     │▏    +0.02\n"
		"decile 4     │         -\n"
		"decile 5     │      0.00\n"
		"decile 6   ├─│┤    -0.59\n"
		"decile 7 ├─━┥│     -2.81\n", NULL, NULL);
	assert_picture(&bars, 8, 12,
		"Change of i…\n"
		"dec…  │ +3.…\n"
		"dec…  │ +1.…\n"
		"dec…  │ +0.…\n"
		"dec…  │    -\n"
		"dec…  │ 0.00\n"
		"dec… ▕│ -0.…\n"
		"dec… ▕│ -2.…\n", NULL, NULL);
}

static void test_scroll(void **state)
{
	(void)state;
	struct bars bars = all();
	struct grid *grid = grid_new(3, 50);

	bars.first = 4;
	assert_picture(&bars, 3, 50,
		"decile 5            │                   0 KRW/year\n"
		"decile 6        ├──━│─┤           -590 bn KRW/year\n"
		"decile 7  ├───━━━━┥█│           -2.81 trn KRW/year\n", NULL, NULL);
	assert_int_equal(bars_room(&bars, grid_area(grid)), 3);
	assert_int_equal(bars_at(&bars, grid_area(grid), 0), 4);
	assert_int_equal(bars_at(&bars, grid_area(grid), 2), 6);
	grid_resize(grid, 20, 50);
	bars.first = 0;
	assert_int_equal(bars_at(&bars, grid_area(grid), 0), -1);   /* the title */
	assert_int_equal(bars_at(&bars, grid_area(grid), 1), 0);
	assert_int_equal(bars_at(&bars, grid_area(grid), 2), -1);   /* between two */
	assert_int_equal(bars_at(&bars, grid_area(grid), 3), 1);
	assert_int_equal(bars_at(&bars, grid_area(grid), 15), -1);  /* below the last */
	bars.first = 99;
	assert_int_equal(bars_at(&bars, grid_area(grid), 1), -1);
	grid_free(grid);
}

static void test_one_side(void **state)
{
	(void)state;
	const struct bar gains[] = { { "a", 12, NAN, NAN }, { "b", 30, NAN, NAN } };
	const struct bar losses[] = { { "a", -12, NAN, NAN }, { "b", -30, NAN, NAN } };
	struct bars bars = all();

	bars.unit = "GPU";
	bars.title = NULL;
	bars.difference = bars.sign = false;
	bars.count = 2;
	bars.bar = gains;
	assert_picture(&bars, 4, 30,
		"a │█████████▋               12\n"
		"b │████████████████████████ 30\n"
		"  ┼───────────────┬────────\n"
		"  0              20  GPUs\n", NULL, NULL);
	bars.bar = losses;
	assert_picture(&bars, 4, 30,
		"a              ▕█████████│ -12\n"
		"b ███████████████████████│ -30\n"
		"  ────────┬──────────────┼\n"
		"GPUs     -20             0\n", NULL, NULL);
	bars.count = 0;
	assert_picture(&bars, 4, 30,
		"\n"
		"\n"
		"\n"
		"\n", NULL, NULL);
}

static void test_range(void **state)
{
	(void)state;
	struct bars bars = all();
	struct grid *grid = grid_new(10, 50);
	struct axis_range range = bars_fit(&bars, grid_area(grid));

	assert_true(range.lo <= -4.8 && range.hi >= 4.4);
	range = bars_hold(&bars, grid_area(grid), (struct axis_range){ -20, 20 });
	assert_true(range.lo < -19 && range.hi > 19);
	range = bars_data(&bars);
	assert_true(range.lo > -4.9 && range.lo < -4.7 && range.hi > 4.3 && range.hi < 4.5);
	/* Values beyond the range that is given are cut at the edge. */
	bars.range = (struct axis_range){ -1, 1 };
	assert_picture(&bars, 8, 50,
		"Change of income  trn KRW/year\n"
		"decile 1                  │█████████████████ +3.40\n"
		"decile 2             ├────│━━━━━━━━━━━━━━━━━ +1.15\n"
		"decile 3                  │▍                 +0.02\n"
		"decile 4                  │                      -\n"
		"decile 5                  │                   0.00\n"
		"decile 6 ───────━━━━━━━━━━│────────────────┤ -0.59\n"
		"decile 7 █████████████████│                  -2.81\n", NULL, NULL);
	grid_free(grid);
}

/* Any size, and nothing is drawn outside it. */
static void test_sizes(void **state)
{
	(void)state;
	struct bars bars = all();
	struct grid *grid = grid_new(30, 70);

	for (int rows = 0; rows < 26; rows++) {
		for (int cols = 0; cols < 66; cols += 1 + cols / 10) {
			grid_clear(grid);
			bars.fill = rows % 2 ? CANVAS_TINT : CANVAS_SHADE;
			bars.glyphs = (enum glyphs)(cols % 3);
			bars_draw(&bars, area_part(grid_area(grid), 2, 2, rows, cols));
			for (int y = 0; y < 30; y++)
				for (int x = 0; x < 70; x++)
					if (y < 2 || y >= 2 + rows || x < 2 || x >= 2 + cols)
						assert_string_equal(grid_cell(grid, y, x)->text, " ");
		}
	}
	grid_free(grid);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whiskers),
		cmocka_unit_test(test_tint),
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_narrow),
		cmocka_unit_test(test_scroll),
		cmocka_unit_test(test_one_side),
		cmocka_unit_test(test_range),
		cmocka_unit_test(test_sizes),
	};
	enum lang lang;

	lang_init("en", "locale", &lang);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
