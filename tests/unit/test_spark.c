/* SPDX-License-Identifier: MIT
 *
 * ui/spark: sparklines in braille, blocks and letters.
 */
#include "config.h"

#include "ui/spark.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/alloc.h"
#include "base/buf.h"

static void assert_spark(const double *values, size_t count, int cells, enum glyphs glyphs, const char *expected)
{
	struct buf text = BUF_INIT;

	spark_text(&text, values, count, cells, glyphs);
	assert_string_equal(buf_text(&text), expected);
	buf_release(&text);
}

static const double rise[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 };
static const double hill[] = { 0, 3, 6, 8, 9, 9, 8, 6, 3, 0 };

static void test_glyphs(void **state)
{
	(void)state;
	assert_spark(rise, 16, 8, GLYPHS_BLOCK, "▁▂▃▄▅▆▇█");
	assert_spark(rise, 16, 8, GLYPHS_BRAILLE, "⣀⣀⠤⠤⠒⠒⠉⠉");
	assert_spark(rise, 16, 8, GLYPHS_ASCII, "__..--^^");
	assert_spark(hill, 10, 10, GLYPHS_BLOCK, "▁▃▆████▆▃▁");
	assert_spark(hill, 10, 5, GLYPHS_BRAILLE, "⡠⠊⠉⠑⢄");
	assert_spark(hill, 10, 10, GLYPHS_ASCII, "_.-^^^^-._");
}

/* Fewer cells than values: means. More: values repeat. */
static void test_sizes(void **state)
{
	(void)state;
	assert_spark(rise, 16, 1, GLYPHS_BLOCK, "▅");
	assert_spark(rise, 16, 2, GLYPHS_BLOCK, "▂▇");
	assert_spark(rise, 16, 0, GLYPHS_BLOCK, "");
	assert_spark((double[]){ 1, 2 }, 2, 6, GLYPHS_BLOCK, "▁▁▁███");
	assert_spark((double[]){ 7 }, 1, 3, GLYPHS_BLOCK, "▅▅▅");
	assert_spark(NULL, 0, 3, GLYPHS_BLOCK, "   ");
	assert_spark(NULL, 0, 3, GLYPHS_BRAILLE, "   ");
}

static void test_constant(void **state)
{
	(void)state;
	const double flat[] = { 5, 5, 5, 5 };

	assert_spark(flat, 4, 4, GLYPHS_BLOCK, "▅▅▅▅");
	assert_spark(flat, 4, 4, GLYPHS_BRAILLE, "⠒⠒⠒⠒");
	assert_spark(flat, 4, 4, GLYPHS_ASCII, "----");
}

/* Steep steps are drawn through, gaps are not. */
static void test_steps_and_gaps(void **state)
{
	(void)state;
	const double step[] = { 0, 0, 1, 1 }, gap[] = { 0, NAN, NAN, 1, INFINITY, 0 };

	assert_spark(step, 4, 2, GLYPHS_BRAILLE, "⣀⠏");
	assert_spark((double[]){ 1, 0 }, 2, 1, GLYPHS_BRAILLE, "⢱");
	assert_spark(gap, 6, 6, GLYPHS_BLOCK, "▁  █ ▁");
	assert_spark(gap, 6, 3, GLYPHS_BRAILLE, "⡀⠈⢀");
	assert_spark((double[]){ NAN, NAN }, 2, 2, GLYPHS_ASCII, "  ");
	assert_spark((double[]){ -3, -2, -1 }, 3, 3, GLYPHS_BLOCK, "▁▅█");
}

static void test_draw(void **state)
{
	(void)state;
	struct grid *grid = grid_new(2, 8);
	struct buf dump = BUF_INIT;

	spark_draw(area_part(grid_area(grid), 1, 2, 1, 4), rise, 16, 9, GLYPHS_BLOCK);
	grid_dump(grid, &dump);
	assert_string_equal(buf_text(&dump), "\n  ▁▃▆█\n");
	buf_clear(&dump);
	grid_dump_roles(grid, &dump);
	assert_string_equal(buf_text(&dump), "tttttttt\nttCCcCtt\n");
	buf_clear(&dump);
	spark_draw(grid_area(grid), rise, 16, -1, GLYPHS_ASCII);
	spark_draw(area_part(grid_area(grid), 0, 0, 0, 0), rise, 16, 3, GLYPHS_ASCII);
	grid_dump_roles(grid, &dump);
	assert_string_equal(buf_text(&dump), "CCCCCCCC\nttCCcCtt\n");
	buf_release(&dump);
	grid_free(grid);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_glyphs),
		cmocka_unit_test(test_sizes),
		cmocka_unit_test(test_constant),
		cmocka_unit_test(test_steps_and_gaps),
		cmocka_unit_test(test_draw),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
