/* SPDX-License-Identifier: MIT
 *
 * A picture that is drawn into a grid of its own and compared: text, and where they are given roles and grounds.
 */
#ifndef PS_TESTS_PICTURE_H
#define PS_TESTS_PICTURE_H

#include "base/buf.h"
#include "ui/grid.h"

static inline void assert_dump(const struct grid *grid, void (*dump)(const struct grid *grid, struct buf *out),
	const char *wanted)
{
	struct buf text = BUF_INIT;

	if (!wanted)
		return;
	dump(grid, &text);
	assert_string_equal(buf_text(&text), wanted);
	buf_release(&text);
}

/* Frees the grid. */
static inline void assert_grid(struct grid *grid, const char *text, const char *roles, const char *grounds)
{
	assert_dump(grid, grid_dump, text);
	assert_dump(grid, grid_dump_roles, roles);
	assert_dump(grid, grid_dump_grounds, grounds);
	grid_free(grid);
}

#endif
