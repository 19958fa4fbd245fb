/* SPDX-License-Identifier: MIT
 *
 * A canvas of dots finer than cells: braille (2 x 4 dots a cell), block (2 x 2) or ASCII (1 x 1), in layers.  Each
 * layer is a line, a rule behind the lines, or a filled band, with a role of its own; when the canvas is drawn, each
 * cell shows the best single character: of lines that meet in it all dots, in the role of the last layer; under them
 * the ground of the band.
 *
 * Dots are counted from the top left, their centres at whole numbers. What lies outside is cut; NaN is a gap.
 */
#ifndef PS_UI_CANVAS_H
#define PS_UI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/grid.h"
#include "ui/theme.h"

struct canvas;

/* How bands are filled: as the ground, with edges of an eighth of a cell, where there are colours enough to tell
 * grounds apart; else with glyphs (light dots; ░ and ▒; letters), which lines replace. */
enum canvas_fill { CANVAS_TINT, CANVAS_SHADE };

enum canvas_kind {
	CANVAS_BAND,
	CANVAS_RULE,    /* only where there is no line */
	CANVAS_LINE,
};

enum { CANVAS_LAYERS_MAX = 16 };

struct canvas_layer {
	enum canvas_kind kind;
	enum role role;
	enum ground ground;      /* of a band that is filled as the ground */
	const char *glyph;       /* of a line in ASCII, of a shaded band in ASCII and blocks, of a rule (NULL: dots) */
	int density;             /* of a shaded band in braille: 1 for two of eight dots, 2 for four */
	int every;               /* draws every so many dots of a line or rule; 0 as 1 */
	bool thick;              /* two dots, in braille */
};

/* The caller's to free. Rows and columns of cells, both may be 0. */
struct canvas *canvas_new(int rows, int cols, enum glyphs glyphs, enum canvas_fill fill);
void canvas_free(struct canvas *canvas);
int canvas_dot_rows(const struct canvas *canvas);
int canvas_dot_cols(const struct canvas *canvas);

/* The cell in which a dot lies. */
int canvas_row_of(const struct canvas *canvas, double y);
int canvas_col_of(const struct canvas *canvas, double x);

/* Adds a layer above those that are there; returns its number. At most CANVAS_LAYERS_MAX. */
int canvas_layer(struct canvas *canvas, const struct canvas_layer *layer);

/* A line through the points, or a band between two lines with the same ascending `x`. A point between gaps is a dot. */
void canvas_line(struct canvas *canvas, int layer, const double *x, const double *y, size_t count);
void canvas_band(struct canvas *canvas, int layer, const double *x, const double *top, const double *bottom,
	size_t count);

/* The last layer with a line through the cell, -1 if there is none. */
int canvas_top_line(const struct canvas *canvas, int row, int col);

/* Draws all cells that are not empty; the others stay as they are. */
void canvas_draw(const struct canvas *canvas, struct area area);

#endif
