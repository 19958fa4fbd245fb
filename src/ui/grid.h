/* SPDX-License-Identifier: MIT
 *
 * The screen as data: a grid of cells, each one grapheme cluster with a role (what it means; theme.h says how that
 * looks) on a ground.  Views draw here and nowhere else; a back end (term.h) sends it to the terminal, a test
 * writes it as text.
 *
 * Drawing goes through an area, a rectangle of the grid with coordinates of its own: what falls outside it is cut,
 * so a drawing function need not check its bounds.  A wide character takes two cells, the second of which is empty;
 * where only one half would remain, a space takes its place.
 */
#ifndef PS_UI_GRID_H
#define PS_UI_GRID_H

#include <stdbool.h>

#include "base/text.h"
#include "ui/theme.h"

struct buf;
struct grid;

enum { GRID_CLUSTER_MAX = 20 };  /* bytes of a cluster; longer ones lose their last marks */

struct cell {
	char text[GRID_CLUSTER_MAX + 1];  /* UTF-8; " " where blank, "" in the second half of a wide cell */
	unsigned char cells;              /* 1 or 2; 0 in the second half */
	unsigned char role, ground;       /* enum role, enum ground */
};

/* A rectangle of a grid. Passed by value; valid until the grid is resized or freed. */
struct area {
	struct grid *grid;
	int y, x, rows, cols;
};

/* What a cell looks like: pass as STYLE(ROLE_TEXT) or STYLE_ON(ROLE_TEXT, GROUND_SELECTED). GROUND_KEEP leaves the
 * ground that is there. */
struct style {
	unsigned char role, ground;
};
#define STYLE(role) ((struct style){ (role), GROUND_KEEP })
#define STYLE_ON(role, ground) ((struct style){ (role), (ground) })

struct grid *grid_new(int rows, int cols);
void grid_free(struct grid *grid);
void grid_resize(struct grid *grid, int rows, int cols);   /* blank afterwards */
int grid_rows(const struct grid *grid);
int grid_cols(const struct grid *grid);
void grid_clear(struct grid *grid);                        /* blanks, ROLE_TEXT on GROUND_PLAIN */
const struct cell *grid_cell(const struct grid *grid, int y, int x);   /* borrowed */

struct area grid_area(struct grid *grid);                  /* all of it */
/* A part of an area, cut to it; may be empty (no rows or no cols). */
struct area area_part(struct area area, int y, int x, int rows, int cols);
struct area area_rows(struct area area, int y, int rows);  /* full width */

/* Writes one line of text from (y, x), cut at the area's right edge between clusters; returns the column after it.
 * Control characters and bytes that are not UTF-8 are made visible first. */
int area_put(struct area area, int y, int x, struct style style, const char *text);
int area_putf(struct area area, int y, int x, struct style style, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));

/* The same in exactly `cells` cells: cut with an ellipsis or padded. */
void area_fit(struct area area, int y, int x, int cells, enum text_align align, struct style style, const char *text);

/* One cluster of one cell (or of two), for charts and tracks: `cluster` is not checked. */
void area_set(struct area area, int y, int x, struct style style, const char *cluster);

/* Changes role and ground only; ROLE_KEEP and GROUND_KEEP leave what is there. */
void area_paint(struct area area, int y, int x, int rows, int cols, struct style style);

/* Blanks a part. */
void area_blank(struct area area, struct style style);

/* The ground below (y, x), GROUND_PLAIN outside. */
enum ground area_ground(struct area area, int y, int x);

/* Adds the grid as text, a line each, without blanks at line ends. */
void grid_dump(const struct grid *grid, struct buf *buf);

/* The same of roles or grounds, one letter a cell (theme_role_letter): for tests of colour. */
void grid_dump_roles(const struct grid *grid, struct buf *buf);
void grid_dump_grounds(const struct grid *grid, struct buf *buf);

#endif
