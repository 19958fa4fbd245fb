/* SPDX-License-Identifier: MIT
 *
 * ui/chart: whole charts as pictures, in three kinds of glyphs and both languages, large and small, and of odd data.
 */
#include "config.h"

#include "ui/chart.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "picture.h"

enum { YEARS = 51 };

/* A scenario that does better than the baseline, ever less surely, and a pinned one that does worse. */
struct numbers {
	double times[YEARS], current[YEARS], baseline[YEARS], pin[CHART_PINS][YEARS];
	double p05[YEARS], p25[YEARS], p75[YEARS], p95[YEARS];
};

static struct numbers numbers;

static void scale_numbers(double factor, double offset)
{
	double *const all[] = {
		numbers.current, numbers.baseline, numbers.p05, numbers.p25, numbers.p75, numbers.p95, numbers.pin[0],
	};

	for (size_t k = 0; k < ARRAY_LEN(all); k++)
		for (int i = 0; i < YEARS; i++)
			all[k][i] = all[k][i] * factor + offset;
}

static int make_numbers(void **state)
{
	(void)state;
	lang_switch(LANG_EN);
	for (int i = 0; i < YEARS; i++) {
		const double part = i / (YEARS - 1.0), spread = 16 * sqrt(part);

		numbers.times[i] = 2026 + i;
		numbers.baseline[i] = 20 + 10 * part;
		numbers.current[i] = i < 5 ? numbers.baseline[i] : 24 + 30 * part;
		numbers.p05[i] = numbers.current[i] - spread;
		numbers.p25[i] = numbers.current[i] - spread * 0.4;
		numbers.p75[i] = numbers.current[i] + spread * 0.4;
		numbers.p95[i] = numbers.current[i] + spread;
		for (int k = 0; k < CHART_PINS; k++)
			numbers.pin[k][i] = 18 - 5 * part - 2 * k * part;
	}
	return 0;
}

static struct chart plain_chart(void)
{
	return (struct chart){
		.title = "Foundry profit", .unit = "trn KRW/year", .lang = LANG_EN,
		.glyphs = GLYPHS_BRAILLE, .fill = CANVAS_TINT,
		.times = numbers.times, .count = YEARS, .current = { numbers.current, "current" },
		.baseline = { numbers.baseline, "baseline" }, .cursor = NAN, .range = axis_no_range(),
	};
}

static struct chart full_chart(void)
{
	struct chart chart = plain_chart();

	chart.p05 = numbers.p05;
	chart.p25 = numbers.p25;
	chart.p75 = numbers.p75;
	chart.p95 = numbers.p95;
	chart.pin[0] = (struct chart_line){ numbers.pin[0], "Norway" };
	chart.cursor = 2045;
	return chart;
}

static void assert_picture(const struct chart *chart, int rows, int cols, const char *text, const char *roles,
	const char *grounds)
{
	struct grid *grid = grid_new(rows, cols);

	chart_draw(chart, grid_area(grid));
	assert_grid(grid, text, roles, grounds);
}

static void test_lines(void **state)
{
	(void)state;
	struct chart chart = plain_chart();

	assert_picture(&chart, 12, 50,
		"Foundry profit  trn KRW/year\n"
		"60┤⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁\n"
		"  │                                    ⣀⣀⣠⣤⣤⡴⠶⠶⠛⠛⠛\n"
		"  │                         ⢀⣀⣀⣠⣤⡴⠶⠶⠛⠛⠛⠉⠉⠁\n"
		"40┤⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⢀⣀⣀⣤⣤⣤⠶⠶⠶⠛⠛⠋⠉⠉⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁\n"
		"  │    ⢀⣀⣀⣤⣤⣤⠶⠞⠛⠛⠋⠉⠉              ⡀⡀⡀⡀⡀⡀⡀⡀⠄⠄⠄⠄⠄⠄⠄⠄\n"
		"20┤⣀⣀⣀⣀⡾⡉⡉⠄⠄⠄⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂⠂⠂⠂⠁⠁⠁⠁⠁⠁⠁⠁ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀\n"
		"  │⠉⠉⠉⠉\n"
		"  │\n"
		" 0┤\n"
		"  └───┬─────────┬────────┬────────┬─────────┬─────\n"
		"    2030      2040     2050     2060      2070\n", NULL, NULL);
	chart.glyphs = GLYPHS_BLOCK;
	assert_picture(&chart, 12, 50,
		"Foundry profit  trn KRW/year\n"
		"60┤\n"
		"  │                                     ▄▄▄▄▄▞▀▀▀▀\n"
		"  │                         ▗▄▄▄▄▄▀▀▀▀▀▀\n"
		"40┤              ▗▄▄▄▄▄▀▀▀▀▀▘\n"
		"  │    ▗▄▄▄▄▄▀▀▀▀▘                ▖▖▖▖▖▖▖▖▖▖▖▖▖▖▖▖\n"
		"20┤▄▄▄▄▌▖▖▖▖▖▖▖▖▖▘▘▘▘▘▘▘▘▘▘▘▘▘▘▘▘▘\n"
		"  │\n"
		"  │\n"
		" 0┤\n"
		"  └───┬─────────┬────────┬────────┬─────────┬─────\n"
		"    2030      2040     2050     2060      2070\n", NULL, NULL);
	chart.glyphs = GLYPHS_ASCII;
	assert_picture(&chart, 12, 50,
		"Foundry profit  trn KRW/year\n"
		"60+\n"
		"  |                                       @@@@@@@@\n"
		"  |                           @@@@@@@@@@@@\n"
		"40+                @@@@@@@@@@@\n"
		"  |     @@@@@@@@@@@             = = = = = = = = =\n"
		"20+@@@@@ = = = = = = = = = = = =\n"
		"  |\n"
		"  |\n"
		" 0+\n"
		"  +----+--------+--------+--------+--------+------\n"
		"     2030     2040     2050     2060     2070\n", NULL, NULL);
}

static void test_full(void **state)
{
	(void)state;
	struct chart chart = full_chart();

	assert_picture(&chart, 18, 50,
		"Foundry profit  trn KRW/year\n"
		"2045  35.4 trn KRW/year\n"
		"in 9 of 10 worlds between 26 and 45 trn KRW/year\n"
		"⠶⠶ current  ⠂⠂ baseline  ● Norway     5 of 10\n"
		"   9 of 10\n"
		"  │                 │                      ▁▂▃▄▅▆▇\n"
		"60┤⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄│⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄▁▃▄▅▆▇ ⠄ ⠄ ▁▂▃\n"
		"  │                 │       ▁▂▃▄▅▆▇   ▁▂▃▄▅▆▇⢀⣀⣀⣤⣤\n"
		"  │                 │▁▂▄▅▆▇  ▁▂▃▄▅▆⣀⣀⣀⣤⣤⡴⠶⠞⠛⠛⠋⠉⠉▃▃\n"
		"40┤⠄ ⠄ ⠄ ⠄ ⠄ ⠄▁▂▃▅▆▇│▂▃▄▅⣀⣀⣠⣤⣤⡴⠶⠞⠛⠛⠉⠉⠉▄▄▅▆▆▇ ⠄ ⠄ ⠄\n"
		"  │     ▁▃▄▅▇▂⢀⣀⣀⣠⣤⣤◉⠶⠶⠛⠛⠉⠉⠁▅▅▆▇▇        ▀▀▀▀▀\n"
		"  │    ⢠⣤⣤⠶⠶⠶⠛⠋⠉⠉⠁▆▇│    ▀▀▀⡀⡀⡀⡀⡀⡀⡀⠄⠄⠄⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂⠂⠂\n"
		"20┤⣀⣠⣤⣤⠟⠄⠄⠄⠄⠂⠂⠂⠂⠂⠂⠂⠂⠁⠁⠁⠁⠁⠁⠁⠁ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀\n"
		"  │⠉⠉⠉⠉⠉⠉⠉⠉⠉⠒⠒⠒⠒⠒⠒●⠒⠒⠒⠒⠒⠒⠒⠒⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤⠤⢄⣀⣀⣀⣀●⣀⣀⣀\n"
		"  │                 │\n"
		" 0┤                 │\n"
		"  └───┬─────────┬───┼────┬────────┬─────────┬─────\n"
		"    2030          2045 2050     2060      2070\n",
		"hhhhhhhhhhhhhhttddddddddddddtttttttttttttttttttttt\n"
		"ccccttsssssssssssssssssttttttttttttttttttttttttttt\n"
		"tttttttttttttttttttttttttttttttttttttttttttttttttt\n"
		"CCtdddddddttBBtddddddddtt1tddddddttiitdddddddttttt\n"
		"IItdddddddtttttttttttttttttttttttttttttttttttttttt\n"
		"ttatttttttttttttttttcttttttttttttttttttttttIIIIIII\n"
		"aaaktktktktktktktktkcktktktktktktktkIIIIIItktktiii\n"
		"ttatttttttttttttttttctttttttIIIIIIItttiiiiiiiCCCCC\n"
		"ttatttttttttttttttttcIIIIIIttiiiiiiCCCCCCCCCCCCCII\n"
		"aaaktktktktktkIIIIIIciiiiCCCCCCCCCCCCCIIIIIItktktk\n"
		"ttatttttIIIIIiCCCCCCcCCCCCCCIIIIIttttIIIIIIIIItttt\n"
		"ttattttCCCCCCCCCCCIIcIIIIIIIBBBBBBBBBBBBBBBBBBBBBB\n"
		"aaaCCCCCBBBBBBBBBBBBBBBBBBBBtktktktktktktktktktktk\n"
		"ttaCC111111111111111111111111111111111111111111111\n"
		"ttatttttttttttttttttcttttttttttttttttttttttttttttt\n"
		"taatttttttttttttttttcttttttttttttttttttttttttttttt\n"
		"ttaaaaaaaaaaaaaaaaaacaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"
		"ttttaaaattttttttttcccctaaaatttttaaaattttttaaaatttt\n",
		"..................................................\n"
		"..................................................\n"
		"..................................................\n"
		"...................................BB.............\n"
		"bb................................................\n"
		"..................................................\n"
		"..........................................bbbbbbbb\n"
		"...................................bbbbbbbbbbBBBBB\n"
		"...........................bbbbbbbbBBBBBBBBBBBBBBB\n"
		"....................bbbbbBBBBBBBBBBBBBBBBBBBbbbbbb\n"
		".............bbbBBBBBBBBBBBBBBBBBbbbbbbbb.........\n"
		".......bBBBBBBBBbbBBbbbbb...b.....................\n"
		".....BBbbbb.......................................\n"
		"..................................................\n"
		"..................................................\n"
		"..................................................\n"
		"..................................................\n"
		"..................................................\n");
}

/* Without colours bands are glyphs, and each line is told apart by its own. */
static void test_shade(void **state)
{
	(void)state;
	struct chart chart = full_chart();

	chart.fill = CANVAS_SHADE;
	assert_picture(&chart, 18, 50,
		"Foundry profit  trn KRW/year\n"
		"2045  35.4 trn KRW/year\n"
		"in 9 of 10 worlds between 26 and 45 trn KRW/year\n"
		"⠶⠶ current  ⠂⠂ baseline  ● Norway  ⢕⢕ 5 of 10\n"
		"⠅⠅ 9 of 10\n"
		"  │                 │                        ⠄⠄⠄⠄⠅\n"
		"60┤                 │                ⠄⠄⠄⠄⠅⠅⠅⠅⠅⢅⢅⢅⢅\n"
		"  │                 │         ⠄⠄⠄⠅⠅⠅⠅⢅⢅⢅⢅⢕⢕⢕⢕⢀⣀⣀⣤⣤\n"
		"  │                 │ ⠄⠄⠄⠄⠅⠅⢅⢅⢅⢅⢕⢕⢕⣀⣀⣀⣤⣤⡴⠶⠞⠛⠛⠋⠉⠉⠕⠕\n"
		"40┤             ⠄⠄⠄⢅│⢅⢅⢅⢕⣀⣀⣠⣤⣤⡴⠶⠞⠛⠛⠉⠉⠉⠕⠕⠕⠕⠅⠅⠅⠅⠅⠅⠅⠅\n"
		"  │      ⠄⠄⢄⢅⢅⢀⣀⣀⣠⣤⣤◉⠶⠶⠛⠛⠉⠉⠁⠕⠕⠅⠅⠅⠅⠅⠅⠅⠅⠅⠅⠅⠅⠅⠅⠁⠁⠁⠁⠁⠁\n"
		"  │    ⢠⣤⣤⠶⠶⠶⠛⠋⠉⠉⠁⠅⠅│⠅⠅⠅⠅⠅⠅⠅⡀⡀⡀⡀⡀⡀⡀⠄⠄⠄⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂⠂⠂\n"
		"20┤⣀⣠⣤⣤⠟⠄⠄⠄⠄⠂⠂⠂⠂⠂⠂⠂⠂⠁⠁⠁⠁⠁⠁⠁⠁\n"
		"  │⠉⠉⠉⠉⠉⠉⠉⠉⠉⠒⠒⠒⠒⠒⠒●⠒⠒⠒⠒⠒⠒⠒⠒⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤⠤⢄⣀⣀⣀⣀●⣀⣀⣀\n"
		"  │                 │\n"
		" 0┤                 │\n"
		"  └───┬─────────┬───┼────┬────────┬─────────┬─────\n"
		"    2030          2045 2050     2060      2070\n", NULL, NULL);
	chart.glyphs = GLYPHS_BLOCK;
	assert_picture(&chart, 18, 50,
		"Foundry profit  trn KRW/year\n"
		"2045  35.4 trn KRW/year\n"
		"in 9 of 10 worlds between 26 and 45 trn KRW/year\n"
		"▀▀ current  ▖▖ baseline  ● Norway  ▒▒ 5 of 10\n"
		"░░ 9 of 10\n"
		"  │                 │                           ░░\n"
		"60┤                 │                   ░░░░░░░░░░\n"
		"  │                 │           ░░░░░░░░░░░▒▒▒▗▄▄▄\n"
		"  │                 │    ░░░░░░░░░▒▒▄▄▄▄▞▀▀▀▀▀▘▒▒▒\n"
		"40┤               ░░│░░░░▄▄▄▄▄▞▀▀▀▀▀▒▒▒▒░░░░░░░░░░\n"
		"  │        ░░░▗▄▄▄▄▄◉▀▀▀▀▒▒▒░░░░░░░░░░░░░░░░\n"
		"  │    ▗▄▄▀▀▀▀▘▒░░░░│░░░░░░▖▖▖▖▖▖▖▖▖▖▖▖▖▖▖▘▘▘▘▘▘▘▘\n"
		"20┤▄▄▄▄▌▖▖▖▘▘▘▘▘▘▘▘▘▘▘▘▘▘▘▘\n"
		"  │▀●▀▀▀▀▀▀▀▀▀▀▀▀▀●▀▀▀▀▀▀▀▀▀▀▀▚▄●▄▄▄▄▄▄▄▄▄▄▄▄▄●▄▄▄\n"
		"  │                 │\n"
		" 0┤                 │\n"
		"  └───┬─────────┬───┼────┬────────┬─────────┬─────\n"
		"    2030          2045 2050     2060      2070\n", NULL, NULL);
	chart.glyphs = GLYPHS_ASCII;
	assert_picture(&chart, 18, 50,
		"Foundry profit  trn KRW/year\n"
		"2045  35.4 trn KRW/year\n"
		"in 9 of 10 worlds between 26 and 45 trn KRW/year\n"
		"@@ current  == baseline  o Norway  :: 5 of 10\n"
		".. 9 of 10\n"
		"  |                 |\n"
		"60+                 |                     ........\n"
		"  |                 |            ...........:::@@@\n"
		"  |                 |     ........::@@@@@@@@@@@:::\n"
		"40+               ..|....:@@@@@@@@@@:::::.........\n"
		"  |        ....@@@@@@@@@@@::................\n"
		"  |     @@@@@@@.....|....=.= = = = = = = = = = = =\n"
		"20+@@@@@ = = = = = =|= =\n"
		"  |     oooooooooooooooooooooooooooooooooooooooooo\n"
		"  |                 |\n"
		" 0+                 |\n"
		"  +----+--------+---|----+--------+--------+------\n"
		"     2030         2045 2050     2060     2070\n", NULL, NULL);
}

static void test_korean(void **state)
{
	(void)state;
	struct chart chart = full_chart();

	chart.lang = LANG_KO;
	chart.title = "파운드리 이익";
	chart.current.name = "지금";
	chart.baseline.name = "기준선";
	chart.pin[0].name = "노르웨이식";
	lang_switch(LANG_KO);
	assert_picture(&chart, 18, 50,
		"파운드리 이익  조 원/년\n"
		"2045년  35.4조 원/년  기준선 대비 +11.6조 원/년\n"
		"10개 세계 중 9개에서 26~45조 원/년\n"
		"⠶⠶ 지금  ⠂⠂ 기준선  ● 노르웨이식     50% 띠\n"
		"   90% 띠\n"
		"  │                 │                      ▁▂▃▄▅▆▇\n"
		"60┤⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄│⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄▁▃▄▅▆▇ ⠄ ⠄ ▁▂▃\n"
		"  │                 │       ▁▂▃▄▅▆▇   ▁▂▃▄▅▆▇⢀⣀⣀⣤⣤\n"
		"  │                 │▁▂▄▅▆▇  ▁▂▃▄▅▆⣀⣀⣀⣤⣤⡴⠶⠞⠛⠛⠋⠉⠉▃▃\n"
		"40┤⠄ ⠄ ⠄ ⠄ ⠄ ⠄▁▂▃▅▆▇│▂▃▄▅⣀⣀⣠⣤⣤⡴⠶⠞⠛⠛⠉⠉⠉▄▄▅▆▆▇ ⠄ ⠄ ⠄\n"
		"  │     ▁▃▄▅▇▂⢀⣀⣀⣠⣤⣤◉⠶⠶⠛⠛⠉⠉⠁▅▅▆▇▇        ▀▀▀▀▀\n"
		"  │    ⢠⣤⣤⠶⠶⠶⠛⠋⠉⠉⠁▆▇│    ▀▀▀⡀⡀⡀⡀⡀⡀⡀⠄⠄⠄⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂⠂⠂\n"
		"20┤⣀⣠⣤⣤⠟⠄⠄⠄⠄⠂⠂⠂⠂⠂⠂⠂⠂⠁⠁⠁⠁⠁⠁⠁⠁ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ⡀\n"
		"  │⠉⠉⠉⠉⠉⠉⠉⠉⠉⠒⠒⠒⠒⠒⠒●⠒⠒⠒⠒⠒⠒⠒⠒⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤⠤⢄⣀⣀⣀⣀●⣀⣀⣀\n"
		"  │                 │\n"
		" 0┤                 │\n"
		"  └───┬─────────┬───┼────┬────────┬─────────┬─────\n"
		"    2030          2045 2050     2060      2070\n", NULL, NULL);
	assert_picture(&chart, 10, 30,
		"파운드리 이익  조 원/년\n"
		"2045년  35.4조 원/년\n"
		"  │          │            ▁▂▃▄\n"
		"  │          │   ▁▂▃▄▅▅▆▂▃▄⣀⣀⣠\n"
		"50┤⠁ ⠁ ⠁ ▁▂▃▄│▆⣀⣀⣀⣤⣤⣤⠶⠶⠞⠛⠛⠛⠉⠉⠁\n"
		"  │  ⢀⣠⣤⣤⡴⠶⠶⠞◉⠛⡉⡉⡉⡀⡀⡀⡀⡀⡀⠄⠄⠄⠄⠄⠄\n"
		"  │⠶⠶⠮⠥⠥⠥⠥⠥⠥⠥⠥⠥⠤⠤⠤●⠤⠤⣀⣀⣀⣀⣀⣀⣀⣀⣀\n"
		" 0┤          │\n"
		"  └──┬────┬──┼─┬─────┬────┬───\n"
		"   2030    2045    2060 2070\n", NULL, NULL);
	chart.unit = "share of GDP";
	scale_numbers(0.01, 0);
	assert_picture(&chart, 14, 40,
		"파운드리 이익  %\n"
		"2045년  35.4%  기준선 대비 +11.6%p\n"
		"10개 세계 중 9개에서 26~45%\n"
		"⠶⠶ 지금  ⠂⠂ 기준선  ● 노르웨이식\n"
		"  │              │                   ▁▂▃\n"
		"  │              │          ▁▂▃▄▅▅▆▇ ▁▂▃\n"
		"50┤⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ │ ▁▂▃▄▄▅▆▇▂▂▃▄⣀⣀⣀⣤⣤⣤⠶⠶⠶\n"
		"  │        ▁▂▃▄▅▆│▃⢀⣀⣀⣠⣤⣤⡴⠶⠶⠞⠛⠛⠉⠉⠉▅▆▆▇\n"
		"  │    ▄⣀⣀⣀⣤⣤⡴⠶⠶⠞◉⠛⠋⠉⠉⠁▇▇  ▀▀▀▀▀⡀⡀⡀⡀⡀⡀⡀⡀\n"
		"  │⣀⣀⣤⡜⠟⠍⠍⠍⠄⠄⠄⠂⠂⠂⠂⠂⠂⠂⠂⠂⠁⠁⠁⠁⠁⠁⠁⠁⠁\n"
		"  │⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉●⠑⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒●⠒⠒⠒⠒⠤⠤⠤\n"
		" 0┤              │\n"
		"  └───┬──────┬───┼──┬───────┬──────┬────\n"
		"    2030       2045       2060   2070\n", NULL, NULL);
	lang_switch(LANG_EN);
}

/* Less and less of it, down to the plot alone. */
static void test_small(void **state)
{
	(void)state;
	struct chart chart = full_chart();

	assert_picture(&chart, 12, 40,
		"Foundry profit  trn KRW/year\n"
		"2045  35.4 trn KRW/year\n"
		"9 of 10: 26 to 45 trn KRW/year\n"
		"  │              │                  ▁▂▂▃\n"
		"  │              │        ▁▂▃▄▄▅▆▇▇▂▂▃▄▄\n"
		"50┤⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂▁│▃▄▄▅▆▂▂▃⣀⣀⣀⣀⣤⣤⣤⡴⠶⠶⠞⠛⠛⠛\n"
		"  │    ▁▂▃▄▅▆⣀⣀⣀⣤◉⣤⡴⠶⠶⠶⠛⠛⠛⠉⠉⠉⠉▆▇▇  ▀▀▀▀▀\n"
		"  │ ▂▃⣰⡶⡶⡞⡛⡛⡛⡉⡉⡉⡀⠄⠄⠄⠄⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠁⠁⠁\n"
		"  │⠛⠛⠛⠓⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒●⠒⠒⠒⠒⠤⠤⠤⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤\n"
		" 0┤              │\n"
		"  └───┬──────┬───┼──┬───────┬──────┬────\n"
		"    2030       2045       2060   2070\n", NULL, NULL);
	assert_picture(&chart, 8, 30,
		"Foundry profit  trn KRW/year\n"
		"2045  35.4 trn KRW/year\n"
		"  │          │          ▁▁▂▃▄▄\n"
		"50┤⠄ ⠄ ⠄ ⠄ ⠄ │▁▂▂▃▄▅▆▆⣀⣀⣀⣀⣤⣤⣤⠶\n"
		"  │   ▂▃⢀⣀⣀⣠⣤◉⣤⠶⠶⠶⠶⠛⠛⠛⠉⠉⠉⠉▀▀▀⡀\n"
		"  │⣤⣤⣜⣟⣟⣋⣋⣋⣃⣂⣂⣂⣂⣂⣂●⣁⣁⣁⣁⣁⣁⠁⠁⠁⠁\n"
		" 0┤          │           ⠉⠉⠉⠉⠉\n"
		"   2030    2045    2060 2070\n", NULL, NULL);
	assert_picture(&chart, 6, 20,
		"Foundry …  35.4T KRW\n"
		"  │      │     ▁▂▃▄▅\n"
		"50┤⠂ ⠂ ▁▂│⢀⣀⣀⣤⣤⣤⡶⠶⠶⠛\n"
		"  │⣀⣠⡶⡶⡶⠟◉⠟⠍⠍⠅⠄⠄⠂⠂⠂⠂\n"
		" 0┤⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉●⠉\n"
		"       2045 2060\n", NULL, NULL);
	assert_picture(&chart, 3, 12,
		"  │   │ ▁▃▄⣀\n"
		"50┤⠁⣀⣤◉⡶⡶⡛⡛⡉\n"
		" 0┤⠛⠙⠓⠓⠒⠒⠒⠒⠒\n", NULL, NULL);
	assert_picture(&chart, 1, 4,
		"50┤◉\n", NULL, NULL);
}

static void test_pins(void **state)
{
	(void)state;
	static const char *const names[] = {
		"Norway", "TSMC", "All shares", "Henry George", "No dividend", "520,000 GPUs",
	};
	struct chart chart = full_chart();

	for (int i = 0; i < CHART_PINS; i++)
		chart.pin[i] = (struct chart_line){ numbers.pin[i], names[i] };
	chart.fill = CANVAS_SHADE;
	chart.p05 = chart.p25 = NULL;
	assert_picture(&chart, 24, 70,
		"Foundry profit  trn KRW/year\n"
		"2045  35.4 trn KRW/year  +11.6 trn KRW/year against baseline\n"
		"⠶⠶ current  ⠂⠂ baseline  ● Norway  ▲ TSMC  ■ All shares\n"
		"◆ Henry George  ▼ No dividend  ★ 520,000 GPUs\n"
		"  │                         │\n"
		"  │                         │\n"
		"60┤                         │\n"
		"  │                         │\n"
		"  │                         │                                 ⢀⣀⣀⣤⡴⠶⠶⠛\n"
		"  │                         │                         ⢀⣠⣤⣤⡴⠞⠛⠛⠋⠉⠉\n"
		"  │                         │                ⣀⣀⣠⣤⠶⠶⠞⠛⠛⠋⠁\n"
		"40┤                         │       ⣀⣀⣠⣤⣤⠶⠞⠛⠛⠉⠉⠁\n"
		"  │                         ◉⣤⣤⣤⠶⠶⠞⠛⠉⠉⠁\n"
		"  │               ⢀⣀⣀⣤⣤⣤⠶⠛⠛⠛⠉\n"
		"  │       ⢀⣀⣤⣤⡴⠶⠶⠛⠋⠉⠉       │                      ⡀⡀⡀⡀⡀⡀⠄⠄⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂⠂\n"
		"  │      ⣼⠋⠉            ⡀⡀⡀⡀⡀⡀⡀⠄⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂⠂⠂⠁⠁⠁⠁⠁⠁⠁\n"
		"20┤⣀⣀⣤⣤⣤⣴⠏⠄⠂⠂⠂⠂⠂⠂⠁⠁⠁⠁⠁⠁⠁    │\n"
		"  │⠛⠛⠒⠲⠶⠶⠶⢶⣶⣶⣤★⣤⣤⣤⣤⣤⣤⣤■⣤⣤⣤⣄⣀⣀⣀⣀⣀●⣀⣀⣀⣀⣀⣀⡀\n"
		"  │             ⠉⠉⠉⠉⠛⠛⠛⠛⠿⠿⠿⠿★⣿⣿⣿⣿⣿⣿⣿⣿⣛◆⣾⣿⣿⣿⡿⠿⣛⣛⣫⣭⣭■⣭⣭⠶⠶⠶⠶⣒⣒⣒⣒⣒▲⣒⣒⣤⡤⠤⠤⠤\n"
		"  │                         │    ⠉⠉⠉⠉⠛⠛⠛⠛⠭★⠾⠿⠿⢟⣫⣭⣶⡶⢖⣒⣛▼⣫⣭⠭⠭⠵⠶⣒⣒⣒⣒⣒◆⡭⠭⠭\n"
		"  │                         │                     ⠈⠉⠉⠉⠑⠒★⠛⠫⠭⠭⠭⠵⢖⣒⣒⣒⡪▼⠭\n"
		" 0┤                         │                                      ⠈⠉⠉\n"
		"  └─────┬──────┬─────┬──────┼──────┬─────┬──────┬──────┬─────┬──────┬─\n"
		"      2030   2035  2040   2045   2050  2055   2060   2065  2070   2075\n", NULL, NULL);
	chart.glyphs = GLYPHS_ASCII;
	assert_picture(&chart, 20, 60,
		"Foundry profit  trn KRW/year\n"
		"2045  35.4 trn KRW/year  +11.6 trn KRW/year against baseline\n"
		"@@ current  == baseline  o Norway  x TSMC  + All shares\n"
		"# Henry George  v No dividend  * 520,000 GPUs\n"
		"  |                     |\n"
		"  |                     |\n"
		"60+                     |\n"
		"  |                     |                             @@@@@@\n"
		"  |                     |                   @@@@@@@@@@\n"
		"  |                     |         @@@@@@@@@@\n"
		"40+                     @@@@@@@@@@\n"
		"  |           @@@@@@@@@@|                                  =\n"
		"  |     @@@@@@          |    = = = = = = = = = = = = = = =\n"
		"20+@@@@@ = = = = = = = =|= =\n"
		"  |******************vv###++++++xxxxxxxxoooooooooooooo\n"
		"  |                  ********************vvvvvv#######++++++\n"
		"  |                     |                *******************\n"
		" 0+                     |\n"
		"  +----+-----------+----|-----+----------+----------+-------\n"
		"     2030        2040 2045  2050       2060       2070\n", NULL, NULL);
}

static void test_negative(void **state)
{
	(void)state;
	struct chart chart = full_chart();

	scale_numbers(1, -40);
	chart.p25 = NULL;
	chart.pin[0].values = NULL;
	assert_picture(&chart, 14, 50,
		"Foundry profit  trn KRW/year\n"
		"2045  -4.6 trn KRW/year\n"
		"in 9 of 10 worlds between -14 and 5 trn KRW/year\n"
		"⠶⠶ current  ⠂⠂ baseline     9 of 10\n"
		"   │                 │                    ▁▂▂▃▄▅▆▇\n"
		" 20┤⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂│⠂ ⠂ ⠂ ⠂ ⠂ ⠂▁▂▂▃▄▅▆▇ ⠂ ⠂ ⠂ ⠂\n"
		"   │                 │   ▁▂▃▄▅▆▇        ⣀⣀⣠⣤⣤⣤⡴⠶⠶⠛\n"
		"   │             ▁▂▃▄│▆▇    ⣀⣀⣀⣤⣤⣤⡴⠶⠶⠞⠛⠛⠉⠉⠁\n"
		"  0┤⠉⠉⠉⠉⠉▁▂▃▄▅▆▇⢀⣀⣀⣤⣤◉⡴⠶⠶⠞⠛⠛⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉    ▀▀▀▀▀▀⠉\n"
		"   │    ⣠⣤⣤⠶⠶⠞⠛⠛⠋⠉⠉  │   ⡀⡀⡀⡀⡀⡀⡀⡀⡀⠄⠄⠄⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂⠂⠂⠂\n"
		"-20┤⣤⣤⣤⠶⠋⠂⠂⠂⠂⠂⠂⠂⠁⠁⠁⠁⠁⠁⠁⠁⠁ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄\n"
		"   │                 │\n"
		"   └───┬────────┬────┼────┬────────┬────────┬─────\n"
		"     2030     2040 2045 2050     2060     2070\n", NULL, NULL);
	chart.glyphs = GLYPHS_ASCII;
	chart.fill = CANVAS_SHADE;
	assert_picture(&chart, 14, 50,
		"Foundry profit  trn KRW/year\n"
		"2045  -4.6 trn KRW/year\n"
		"in 9 of 10 worlds between -14 and 5 trn KRW/year\n"
		"@@ current  == baseline  .. 9 of 10\n"
		"   |                 |\n"
		" 20+                 |                  ..........\n"
		"   |                 |        ...........@@@@@@@@@\n"
		"   |                 |......@@@@@@@@@@@@@.........\n"
		"  0+---------...@@@@@@@@@@@@..................----\n"
		"   |    .@@@@@@@..=.=|=.=.= = = = = = = = = = = =\n"
		"-20+@@@@@ = = = =    |\n"
		"   |                 |\n"
		"   +----+--------+---|----+--------+--------+-----\n"
		"      2030         2045 2050     2060     2070\n", NULL, NULL);
}

static void test_gaps(void **state)
{
	(void)state;
	struct chart chart = full_chart();

	for (int i = 15; i < 25; i++)
		numbers.current[i] = numbers.p05[i] = numbers.p25[i] = NAN;
	numbers.p95[50] = INFINITY;
	chart.pin[0].values = NULL;
	assert_picture(&chart, 14, 50,
		"Foundry profit  trn KRW/year\n"
		"2045  no value\n"
		"⠶⠶ current  ⠂⠂ baseline     5 of 10     9 of 10\n"
		"  │                 │                     ▁▂▃▄▄▅▆\n"
		"60┤⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂│⠂ ⠂ ⠂ ⠂ ⠂ ⠂▁▁▂▃▄▅▆▇▇⠂ ▁▂▂▃▄▅▅\n"
		"  │                 │      ▄▅▆▇ ▁▂▂▃▄▅▅⣀⣀⣠⣤⣤⣤⡴⠶⠶⠛⠛\n"
		"40┤⡀ ⡀ ⡀ ⡀ ⡀ ⡀ ▁ ⡀ ⡀│⡀ ⡀ ⡀ ⣀⣀⣠⣤⣤⡴⠶⠶⠶⠛⠛⠛⠉⠉⠁▄▅▆▆▇▇ ⡀\n"
		"  │     ▂▃▄▅▆⢀⣀⣀⡀   │     ⠘⠉⠉⠁▆▆▇▇      ▀▀▀▀▀▀▀\n"
		"  │  ▁▂⣠⠶⠶⠶⠛⠛⠋⠉⠉⠁⡀⡀⡀⡀⡀⡀⡀⡀⡀⡀⠄⠄⠄⠄⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠁⠁⠁⠁\n"
		"20┤⠶⠶⠶⠶⠋⠁⠁⠁⠁⠁⠁⠁⠁⠁⠂ ⠂│⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂\n"
		"  │                 │\n"
		" 0┤                 │\n"
		"  └───┬─────────┬───┼────┬────────┬─────────┬─────\n"
		"    2030          2045 2050     2060      2070\n", NULL,
		"..................................................\n"
		"..................................................\n"
		".........................BB..........bb...........\n"
		".................................................b\n"
		".........................................bbbbbbbbb\n"
		"...............................bbbbbbbbBBBBBBBBBBB\n"
		"...........................BBBBBBBBBBBBBBBBBBBBBbb\n"
		".............bbb...........BbbBBBBbbbbbb..........\n"
		".......bBbBBBbbb..................................\n"
		"....bbb...........................................\n"
		"..................................................\n"
		"..................................................\n"
		"..................................................\n"
		"..................................................\n");
}

static void test_odd_series(void **state)
{
	(void)state;
	struct chart chart = plain_chart();

	/* Constant. */
	for (int i = 0; i < YEARS; i++)
		numbers.current[i] = 0.31;
	chart.unit = "index";
	chart.baseline.values = numbers.current;
	chart.cursor = 2060;
	assert_picture(&chart, 10, 40,
		"Foundry profit  index\n"
		"2060  0.31  no change against baseline\n"
		"0.4┤⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ │ ⠁ ⠁ ⠁ ⠁ ⠁\n"
		"   │⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶◉⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶\n"
		"   │                        │\n"
		"0.2┤⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ │ ⠁ ⠁ ⠁ ⠁ ⠁\n"
		"   │                        │\n"
		"0.0┤                        │\n"
		"   └───┬──────┬──────┬──────┼──────┬────\n"
		"     2030   2040   2050   2060   2070\n", NULL, NULL);
	/* A single year. */
	chart.count = 1;
	chart.cursor = 2026;
	assert_picture(&chart, 10, 40,
		"Foundry profit  index\n"
		"2026  0.31  no change against baseline\n"
		"0.4┤⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ │ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁\n"
		"   │                  ◉\n"
		"   │                  │\n"
		"0.2┤⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ │ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁\n"
		"   │                  │\n"
		"0.0┤                  │\n"
		"   └──────────────────┼─────────────────\n"
		"                    2026\n", NULL, NULL);
	/* Nothing at all. */
	chart.count = 0;
	assert_picture(&chart, 6, 30,
		"Foundry profit  index        -\n"
		"\n"
		"\n"
		"\n"
		"\n"
		"\n", NULL, NULL);
	chart.count = YEARS;
	chart.current.values = chart.baseline.values = NULL;
	assert_picture(&chart, 8, 30,
		"Foundry profit  index\n"
		"2026  no value\n"
		"1┤│ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁\n"
		" ││\n"
		" ││\n"
		" ││\n"
		"0┤│\n"
		"2026   2040  2050 2060  2070\n", NULL, NULL);
}

/* Huge and tiny numbers have a power of ten at the unit, not at every tick. */
static void test_sizes_of_numbers(void **state)
{
	(void)state;
	struct chart chart = full_chart();

	chart.pin[0].values = NULL;
	scale_numbers(1e21, 0);
	chart.unit = "index";
	assert_picture(&chart, 13, 50,
		"Foundry profit  10^21 index\n"
		"2045  3.54e+22  +1.16e+22 against baseline\n"
		"in 9 of 10 worlds between 2.55e+22 and 4.53e+22\n"
		"⠶⠶ current  ⠂⠂ baseline     5 of 10     9 of 10\n"
		"  │                 │                        ▁▁▂▃▃\n"
		"  │                 │           ▁▂▂▃▃▄▅▅▆▆▇▁▂▂▃▃▄▄\n"
		"50┤⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ▁│▂▃▃▄▅▅▆▆▂▂▃⢀⣀⣀⣀⣀⣤⣤⣤⣤⡴⠶⠶⠶⠞⠛⠛⠛⠛\n"
		"  │     ▁▁▂▃▄▄▅⢀⣀⣀⣀⣠◉⣤⣤⣤⠶⠶⠶⠶⠞⠛⠛⠛⠋⠉⠉⠉⠉▆▇▇▇   ▀▀▀▀▀▀\n"
		"  │ ▁▂▃⣴⡶⡶⡶⡛⡛⡛⡛⡋⡉⡉⡉⡁⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠁⠁⠁⠁\n"
		"  │⠛⠛⠛⠛             │\n"
		" 0┤                 │\n"
		"  └───┬─────────┬───┼────┬────────┬─────────┬─────\n"
		"    2030          2045 2050     2060      2070\n", NULL, NULL);
	scale_numbers(1e-27, 0);
	chart.unit = "trn KRW";
	assert_picture(&chart, 13, 50,
		"Foundry profit  mn KRW\n"
		"2045  35.4 mn KRW  +11.6 mn KRW against baseline\n"
		"in 9 of 10 worlds between 26 and 45 mn KRW\n"
		"⠶⠶ current  ⠂⠂ baseline     5 of 10     9 of 10\n"
		"  │                 │                        ▁▁▂▃▃\n"
		"  │                 │           ▁▂▂▃▃▄▅▅▆▆▇▁▂▂▃▃▄▄\n"
		"50┤⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ⠂ ▁│▂▃▃▄▅▅▆▆▂▂▃⢀⣀⣀⣀⣀⣤⣤⣤⣤⡴⠶⠶⠶⠞⠛⠛⠛⠛\n"
		"  │     ▁▁▂▃▄▄▅⢀⣀⣀⣀⣠◉⣤⣤⣤⠶⠶⠶⠶⠞⠛⠛⠛⠋⠉⠉⠉⠉▆▇▇▇   ▀▀▀▀▀▀\n"
		"  │ ▁▂▃⣴⡶⡶⡶⡛⡛⡛⡛⡋⡉⡉⡉⡁⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠁⠁⠁⠁\n"
		"  │⠛⠛⠛⠛             │\n"
		" 0┤                 │\n"
		"  └───┬─────────┬───┼────┬────────┬─────────┬─────\n"
		"    2030          2045 2050     2060      2070\n", NULL, NULL);
}

static void test_difference(void **state)
{
	(void)state;
	struct chart chart = full_chart();
	struct grid *grid = grid_new(13, 60);
	struct buf dump = BUF_INIT;

	chart.difference = true;
	chart.unit = "share of GDP";
	scale_numbers(0.001, 0);
	chart_draw(&chart, grid_area(grid));
	grid_dump(grid, &dump);
	assert_non_null(strstr(buf_text(&dump),
		"Foundry profit  pp\n2045  +3.54 pp  in 9 of 10 worlds between +2.6 and +4.5 pp\n"));
	buf_release(&dump);
	grid_free(grid);
}

static void test_range(void **state)
{
	(void)state;
	struct chart chart = full_chart();
	struct grid *grid = grid_new(20, 60);
	const struct area area = grid_area(grid);
	const struct axis_range data = chart_data(&chart), fit = chart_fit(&chart, area);
	struct axis_range held;

	assert_true(data.lo > 12 && data.lo < 14 && data.hi > 69 && data.hi < 71);
	assert_true(fit.lo >= 0 && fit.lo <= data.lo && fit.hi >= data.hi && fit.hi < 90);
	held = chart_hold(&chart, area, (struct axis_range){ -50, 500 });
	assert_true(held.lo < -49 && held.hi > 499);
	/* What is given is drawn, and what doesn't fit in it is cut. */
	chart.range = (struct axis_range){ 25, 40 };
	chart.fill = CANVAS_SHADE;
	chart.glyphs = GLYPHS_ASCII;
	chart.cursor = 2060;
	assert_picture(&chart, 10, 40,
		"Foundry profit  trn KRW/year\n"
		"2060  44.4 trn KRW/year\n"
		"40+          .....:::@@@@::|:...........\n"
		"  |        ....::@@@@::::..|..........\n"
		"  |      ...::@@@@:::......|.....\n"
		"30+    ..:@@@@:::..........|           =\n"
		"  |    @@@::..........     = = = = = =\n"
		"  |   .@........ = = = = = |\n"
		"  +---+------+------+------|-------+----\n"
		"    2030   2040   2050   2060    2070\n", NULL, NULL);
	grid_free(grid);
}

static void test_time_at(void **state)
{
	(void)state;
	struct chart chart = full_chart();
	struct grid *grid = grid_new(20, 63);
	const struct area area = grid_area(grid);
	double time = 0;

	/* The plot begins behind "60┤". */
	assert_false(chart_time_at(&chart, area, 10, 2, &time));
	assert_true(chart_time_at(&chart, area, 10, 3, &time));
	assert_true(fabs(time - 2026) < 1e-9);
	assert_true(chart_time_at(&chart, area, 19, 62, &time));
	assert_true(fabs(time - 2076) < 1e-9);
	assert_false(chart_time_at(&chart, area, 10, 63, &time));
	assert_false(chart_time_at(&chart, area, 0, 10, &time));
	assert_false(chart_time_at(&chart, area, 20, 10, &time));
	chart.count = 0;
	assert_false(chart_time_at(&chart, area, 10, 10, &time));
	grid_free(grid);
}

static void test_value_at(void **state)
{
	(void)state;
	const double times[] = { 2026, 2027, 2029 }, values[] = { 1, 3, 7 };

	assert_true(fabs(chart_value_at(times, values, 3, 2027) - 3) < 1e-12);
	assert_true(fabs(chart_value_at(times, values, 3, 2028) - 5) < 1e-12);
	assert_true(isnan(chart_value_at(times, values, 3, 2025)));
	assert_true(isnan(chart_value_at(times, values, 3, 2030)));
	assert_true(isnan(chart_value_at(times, values, 0, 2026)));
	assert_true(isnan(chart_value_at(times, values, 3, NAN)));
}

static void assert_inside(struct grid *grid, int rows, int cols)
{
	for (int y = 0; y < grid_rows(grid); y++)
		for (int x = 0; x < grid_cols(grid); x++)
			if (y < 1 || y > rows || x < 1 || x > cols)
				assert_string_equal(grid_cell(grid, y, x)->text, " ");
}

/* Any size, any numbers: nothing is drawn outside the area, and nothing breaks. */
static void test_any(void **state)
{
	(void)state;
	struct chart chart = full_chart();
	struct grid *grid = grid_new(34, 84);

	srand(1);
	for (int i = 0; i < 3000; i++) {
		const int rows = rand() % 32, cols = rand() % 80;

		for (int k = 0; k < YEARS; k++) {
			const double odd[] = { NAN, INFINITY, -INFINITY, 0, 1e300, -1e-300, 1e-12 };
			double *const all[] = {
				numbers.current, numbers.p05, numbers.p25, numbers.p75, numbers.p95, numbers.pin[0],
			};

			all[rand() % 6][k] = rand() % 4 ? rand() % 100 : odd[rand() % 7];
		}
		chart.cursor = 2020 + rand() % 60;
		chart.count = (size_t)(rand() % (YEARS + 1));
		chart.glyphs = (enum glyphs)(rand() % 3);
		chart.fill = (enum canvas_fill)(rand() % 2);
		chart.lang = rand() % 2 ? LANG_KO : LANG_EN;
		chart.range = rand() % 2 ? axis_no_range() : (struct axis_range){ rand() % 50 - 60, rand() % 50 };
		grid_clear(grid);
		chart_draw(&chart, area_part(grid_area(grid), 1, 1, rows, cols));
		assert_inside(grid, rows, cols);
	}
	grid_free(grid);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_lines, make_numbers),
		cmocka_unit_test_setup(test_full, make_numbers),
		cmocka_unit_test_setup(test_shade, make_numbers),
		cmocka_unit_test_setup(test_korean, make_numbers),
		cmocka_unit_test_setup(test_small, make_numbers),
		cmocka_unit_test_setup(test_pins, make_numbers),
		cmocka_unit_test_setup(test_negative, make_numbers),
		cmocka_unit_test_setup(test_gaps, make_numbers),
		cmocka_unit_test_setup(test_odd_series, make_numbers),
		cmocka_unit_test_setup(test_sizes_of_numbers, make_numbers),
		cmocka_unit_test_setup(test_difference, make_numbers),
		cmocka_unit_test_setup(test_range, make_numbers),
		cmocka_unit_test_setup(test_time_at, make_numbers),
		cmocka_unit_test(test_value_at),
		cmocka_unit_test_setup(test_any, make_numbers),
	};
	enum lang lang;

	lang_init("en", "locale", &lang);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
