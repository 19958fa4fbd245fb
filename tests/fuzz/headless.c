/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "headless.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/text.h"
#include "fuzz.h"
#include "ui/grid.h"
#include "ui/term.h"

struct term {
	bool is_out;       /* given to another program */
};

static int term_rows = 24, term_cols = 80;

void headless_resize(int rows, int cols)
{
	term_rows = rows;
	term_cols = cols;
}

/* Most cells are ASCII, about which there is not much to ask. */
static void require_cell(const struct cell *cell)
{
	fuzz_require(cell->role < ROLE_COUNT && cell->ground < GROUND_COUNT, "a cell has a meaning");
	if (cell->cells == 1 && cell->text[0] >= ' ' && cell->text[0] <= '~' && !cell->text[1])
		return;
	fuzz_require(cell->cells == 1 || cell->cells == 2, "a cell begins where the one before ends");
	fuzz_require(text_width(cell->text) == cell->cells, "a cell is as wide as its text");
	fuzz_require_clean(cell->text, "a cell is fit to be shown");
}

void headless_require_grid(const struct grid *grid, int y, int x)
{
	for (int row = 0; row < grid_rows(grid); row++)
		for (int col = 0; col < grid_cols(grid); col += grid_cell(grid, row, col)->cells) {
			require_cell(grid_cell(grid, row, col));
			fuzz_require(col + grid_cell(grid, row, col)->cells <= grid_cols(grid), "a wide cell has both halves");
		}
	fuzz_require(y < 0 || (y < grid_rows(grid) && x >= 0 && x <= grid_cols(grid)), "the caret is on the screen");
}

struct term *term_open(const struct term_spec *spec, struct err *err)
{
	(void)spec;
	(void)err;
	return xcalloc(1, sizeof(struct term));
}

void term_close(struct term *term)
{
	fuzz_require(!term || !term->is_out, "the terminal is taken back");
	free(term);
}

void term_size(const struct term *term, int *rows, int *cols)
{
	(void)term;
	*rows = term_rows;
	*cols = term_cols;
}

enum term_colours term_colours(const struct term *term)
{
	(void)term;
	return TERM_256;
}

enum glyphs term_glyphs(const struct term *term)
{
	(void)term;
	return GLYPHS_BRAILLE;
}

bool term_is_light(const struct term *term)
{
	(void)term;
	return false;
}

void term_fds(const struct term *term, int fds[2])
{
	(void)term;
	fds[0] = fds[1] = -1;
}

struct event term_read(struct term *term)
{
	(void)term;
	return (struct event){ .kind = EVENT_NONE };
}

void term_show(struct term *term, const struct grid *grid, const struct theme *theme, int y, int x)
{
	fuzz_require(!term->is_out && theme != NULL, "nothing is shown while another program has the terminal");
	headless_require_grid(grid, y, x);
}

void term_redraw(struct term *term)
{
	(void)term;
}

void term_set_mouse(struct term *term, bool on)
{
	(void)term;
	(void)on;
}

void term_beep(struct term *term)
{
	(void)term;
}

void term_suspend(struct term *term)
{
	fuzz_require(!term->is_out, "the terminal is given away once");
	term->is_out = true;
}

void term_resume(struct term *term)
{
	term->is_out = false;
}

void term_stop(struct term *term)
{
	(void)term;
}
