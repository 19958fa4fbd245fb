/* SPDX-License-Identifier: MIT
 *
 * ui/grid: cells, wide characters, clipping.
 */
#include "config.h"

#include "ui/grid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buf.h"

static const struct style plain = { ROLE_TEXT, GROUND_PLAIN };

static void assert_grid(const struct grid *grid, const char *expected)
{
	struct buf text = BUF_INIT;

	grid_dump(grid, &text);
	assert_string_equal(buf_text(&text), expected);
	buf_release(&text);
}

static void test_text_is_cut(void **state)
{
	struct grid *grid = grid_new(2, 6);
	const struct area all = grid_area(grid);

	(void)state;
	assert_int_equal(area_put(all, 0, 0, plain, "abc"), 3);
	area_put(all, 0, 4, plain, "xyz");
	area_put(all, 1, -2, plain, "abcdefghijk");
	area_put(all, 2, 0, plain, "below");
	area_put(all, -1, 0, plain, "above");
	assert_grid(grid, "abc xy\ncdefgh\n");
	grid_free(grid);
}

static void test_wide_characters(void **state)
{
	struct grid *grid = grid_new(1, 7);
	const struct area all = grid_area(grid);

	(void)state;
	assert_int_equal(area_put(all, 0, 0, plain, "가나다라"), 6);
	assert_grid(grid, "가나다\n");
	assert_int_equal(grid_cell(grid, 0, 1)->cells, 0);
	/* Where half of one is overwritten, the other half goes. */
	area_put(all, 0, 1, plain, "x");
	assert_grid(grid, " x나다\n");
	area_put(all, 0, 2, plain, "y");
	assert_grid(grid, " xy 다\n");
	area_put(all, 0, 3, plain, "라");
	assert_grid(grid, " xy라\n");
	grid_free(grid);
}

static void test_jamo_and_marks(void **state)
{
	struct grid *grid = grid_new(1, 4);

	(void)state;
	/* Conjoining jamo make one character of two cells, a combining mark stays on its letter. */
	assert_int_equal(area_put(grid_area(grid), 0, 0, plain, "\u1112\u1161\u11ABe\u0301"), 3);
	assert_string_equal(grid_cell(grid, 0, 0)->text, "\u1112\u1161\u11AB");
	assert_string_equal(grid_cell(grid, 0, 2)->text, "e\u0301");
	grid_free(grid);
}

static void test_controls_are_harmless(void **state)
{
	struct grid *grid = grid_new(1, 8);

	(void)state;
	area_put(grid_area(grid), 0, 0, plain, "a\033[2Jb");
	assert_grid(grid, "a␛[2Jb\n");
	grid_free(grid);
}

static void test_parts(void **state)
{
	struct grid *grid = grid_new(3, 8);
	const struct area part = area_part(grid_area(grid), 1, 2, 5, 3);

	(void)state;
	assert_int_equal(part.rows, 2);
	area_put(part, 0, 0, plain, "abcdef");
	area_put(part, 1, 2, plain, "가");
	area_fit(part, 1, 0, 2, TEXT_RIGHT, plain, "z");
	assert_grid(grid, "\n  abc\n   z\n");
	assert_int_equal(area_part(grid_area(grid), 9, 9, 2, 2).rows, 0);
	assert_int_equal(area_part(grid_area(grid), -1, -1, 2, 2).rows, 1);
	grid_free(grid);
}

static void test_grounds(void **state)
{
	struct grid *grid = grid_new(1, 4);
	const struct area all = grid_area(grid);
	struct buf text = BUF_INIT;

	(void)state;
	area_paint(all, 0, 1, 1, 2, STYLE_ON(ROLE_KEEP, GROUND_SELECTED));
	area_put(all, 0, 0, STYLE(ROLE_LEVER), "ab");
	grid_dump_grounds(grid, &text);
	grid_dump_roles(grid, &text);
	assert_string_equal(buf_text(&text), ".XX.\nlltt\n");
	assert_int_equal(area_ground(all, 0, 1), GROUND_SELECTED);
	assert_int_equal(area_ground(all, 5, 5), GROUND_PLAIN);
	buf_release(&text);
	grid_free(grid);
}

static void test_resizing_blanks(void **state)
{
	struct grid *grid = grid_new(1, 2);

	(void)state;
	area_put(grid_area(grid), 0, 0, plain, "ab");
	grid_resize(grid, 2, 3);
	assert_grid(grid, "\n\n");
	grid_resize(grid, 0, 0);
	assert_grid(grid, "");
	grid_free(grid);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_is_cut), cmocka_unit_test(test_wide_characters),
		cmocka_unit_test(test_jamo_and_marks), cmocka_unit_test(test_controls_are_harmless),
		cmocka_unit_test(test_parts), cmocka_unit_test(test_grounds), cmocka_unit_test(test_resizing_blanks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
