/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/grid.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"

struct grid {
	int rows, cols;
	struct cell *cell;
};

static const struct cell blank = { " ", 1, ROLE_TEXT, GROUND_PLAIN };

struct grid *grid_new(int rows, int cols)
{
	struct grid *grid = xcalloc(1, sizeof(*grid));

	grid_resize(grid, rows, cols);
	return grid;
}

void grid_free(struct grid *grid)
{
	if (!grid)
		return;
	free(grid->cell);
	free(grid);
}

void grid_resize(struct grid *grid, int rows, int cols)
{
	assert(rows >= 0 && cols >= 0);
	grid->rows = rows;
	grid->cols = cols;
	grid->cell = xrealloc(grid->cell, (size_t)rows * (size_t)cols + 1, sizeof(*grid->cell));
	grid_clear(grid);
}

int grid_rows(const struct grid *grid)
{
	return grid->rows;
}

int grid_cols(const struct grid *grid)
{
	return grid->cols;
}

void grid_clear(struct grid *grid)
{
	for (size_t i = 0, n = (size_t)grid->rows * (size_t)grid->cols; i < n; i++)
		grid->cell[i] = blank;
}

static struct cell *cell_at(const struct grid *grid, int y, int x)
{
	return &grid->cell[(size_t)y * (size_t)grid->cols + (size_t)x];
}

const struct cell *grid_cell(const struct grid *grid, int y, int x)
{
	assert(y >= 0 && y < grid->rows && x >= 0 && x < grid->cols);
	return cell_at(grid, y, x);
}

struct area grid_area(struct grid *grid)
{
	return (struct area){ grid, 0, 0, grid->rows, grid->cols };
}

static int clamp_int(int value, int lo, int hi)
{
	return value < lo ? lo : value > hi ? hi : value;
}

struct area area_part(struct area area, int y, int x, int rows, int cols)
{
	const int y1 = clamp_int(y, 0, area.rows), x1 = clamp_int(x, 0, area.cols);
	const int y2 = clamp_int(y + rows, y1, area.rows), x2 = clamp_int(x + cols, x1, area.cols);

	return (struct area){ area.grid, area.y + y1, area.x + x1, y2 - y1, x2 - x1 };
}

struct area area_rows(struct area area, int y, int rows)
{
	return area_part(area, y, 0, rows, area.cols);
}

static bool inside(struct area area, int y, int x)
{
	return y >= 0 && y < area.rows && x >= 0 && x < area.cols;
}

static void make_blank(struct cell *cell)
{
	memcpy(cell->text, " ", 2);
	cell->cells = 1;
}

/* Whatever wide character had a half at the cell loses its other half. */
static void part_wide(const struct grid *grid, int y, int x)
{
	struct cell *cell = cell_at(grid, y, x);

	if (cell->cells == 2 && x + 1 < grid->cols)
		make_blank(cell + 1);
	else if (cell->cells == 0 && x > 0)
		make_blank(cell - 1);
}

static void restyle(struct cell *cell, struct style style)
{
	if (style.role != ROLE_KEEP)
		cell->role = style.role;
	if (style.ground != GROUND_KEEP)
		cell->ground = style.ground;
}

/* Marks that don't fit into a cell are lost, whole characters only. */
static void set_text(struct cell *cell, const char *cluster, size_t length)
{
	while (length > GRID_CLUSTER_MAX || (length && ((unsigned char)cluster[length] & 0xC0) == 0x80))
		length--;
	memcpy(cell->text, cluster, length);
	cell->text[length] = '\0';
}

/* `cells` is 1 or 2, and all of them are inside the area. */
static void set_cluster(struct area area, int y, int x, struct style style, const char *cluster, size_t length,
	int cells)
{
	struct cell *cell = cell_at(area.grid, area.y + y, area.x + x);

	if (cell->cells != 1)
		part_wide(area.grid, area.y + y, area.x + x);
	if (cells == 2 && cell[1].cells != 1)
		part_wide(area.grid, area.y + y, area.x + x + 1);
	set_text(cell, cluster, length);
	cell->cells = (unsigned char)cells;
	restyle(cell, style);
	if (cells == 2) {
		cell[1].text[0] = '\0';
		cell[1].cells = 0;
		restyle(&cell[1], style);
	}
}

static bool is_plain(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text < 0x20 || (unsigned char)*text > 0x7E)
			return false;
	return true;
}

/* Text that is fit to be shown already. */
static int put_clean(struct area area, int y, int x, struct style style, const char *text)
{
	while (*text) {
		int cells;
		const size_t length = text_next(text, &cells);

		if (cells > 0 && x + cells > 0) {
			if (x + cells > area.cols)
				break;
			if (x >= 0)
				set_cluster(area, y, x, style, text, length, cells);
		}
		x += cells;
		text += length;
	}
	return x;
}

static int put_plain(struct area area, int y, int x, struct style style, const char *text)
{
	for (; *text && x < area.cols; text++, x++)
		if (x >= 0)
			set_cluster(area, y, x, style, text, 1, 1);
	return x;
}

int area_put(struct area area, int y, int x, struct style style, const char *text)
{
	struct buf clean = BUF_INIT;

	if (y < 0 || y >= area.rows)
		return x;
	if (is_plain(text))
		return put_plain(area, y, x, style, text);
	text_clean(&clean, text, strlen(text), TEXT_ONE_LINE);
	x = put_clean(area, y, x, style, buf_text(&clean));
	buf_release(&clean);
	return x;
}

int area_putf(struct area area, int y, int x, struct style style, const char *fmt, ...)
{
	char room[512], *text = room;
	va_list args, again;
	int length;

	va_start(args, fmt);
	va_copy(again, args);
	length = vsnprintf(room, sizeof(room), fmt, args);
	va_end(args);
	if (length >= (int)sizeof(room)) {
		text = xmalloc((size_t)length + 1);
		vsnprintf(text, (size_t)length + 1, fmt, again);
	}
	va_end(again);
	x = area_put(area, y, x, style, length < 0 ? "" : text);
	if (text != room)
		free(text);
	return x;
}

void area_fit(struct area area, int y, int x, int cells, enum text_align align, struct style style, const char *text)
{
	struct buf clean = BUF_INIT, fitted = BUF_INIT;

	if (y < 0 || y >= area.rows || cells <= 0)
		return;
	text_clean(&clean, text, strlen(text), TEXT_ONE_LINE);
	text_fit(&fitted, buf_text(&clean), cells, align, NULL);
	put_clean(area, y, x, style, buf_text(&fitted));
	buf_release(&clean);
	buf_release(&fitted);
}

void area_set(struct area area, int y, int x, struct style style, const char *cluster)
{
	int cells;
	const size_t length = text_next(cluster, &cells);

	if (cells >= 1 && inside(area, y, x) && x + cells <= area.cols)
		set_cluster(area, y, x, style, cluster, length, cells);
}

void area_paint(struct area area, int y, int x, int rows, int cols, struct style style)
{
	const struct area part = area_part(area, y, x, rows, cols);

	for (int i = 0; i < part.rows; i++)
		for (int k = 0; k < part.cols; k++)
			restyle(cell_at(part.grid, part.y + i, part.x + k), style);
}

void area_blank(struct area area, struct style style)
{
	for (int i = 0; i < area.rows; i++)
		for (int k = 0; k < area.cols; k++)
			set_cluster(area, i, k, style, " ", 1, 1);
}

enum ground area_ground(struct area area, int y, int x)
{
	return inside(area, y, x) ? cell_at(area.grid, area.y + y, area.x + x)->ground : GROUND_PLAIN;
}

void grid_dump(const struct grid *grid, struct buf *buf)
{
	for (int y = 0; y < grid->rows; y++) {
		size_t end = buf->len;

		for (int x = 0; x < grid->cols; x++) {
			const struct cell *cell = cell_at(grid, y, x);

			buf_add(buf, cell->text);
			if (cell->text[0] && strcmp(cell->text, " "))
				end = buf->len;
		}
		buf->len = end;
		buf_add_char(buf, '\n');
	}
}

static void dump_letters(const struct grid *grid, struct buf *buf, bool grounds)
{
	for (int y = 0; y < grid->rows; y++) {
		for (int x = 0; x < grid->cols; x++) {
			const struct cell *cell = cell_at(grid, y, x);

			buf_add_char(buf, (char)(grounds ? theme_ground_letter(cell->ground) : theme_role_letter(cell->role)));
		}
		buf_add_char(buf, '\n');
	}
}

void grid_dump_roles(const struct grid *grid, struct buf *buf)
{
	dump_letters(grid, buf, false);
}

void grid_dump_grounds(const struct grid *grid, struct buf *buf)
{
	dump_letters(grid, buf, true);
}
