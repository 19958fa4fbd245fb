/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/canvas.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

#define FAR 1e9    /* dots further out are as good as there */

enum { EIGHTHS = 8, GLYPH_MAX = 4 };

/* Eight bits a cell. Of lines, and of bands made of dots: the dots, in the order of the glyphs. Of other bands: which
 * eighths of the cell's height they fill, the lowest bit on top. */
struct layer {
	struct canvas_layer is;
	unsigned char *mask;
	unsigned int phase;     /* dots of a dotted line so far */
};

struct canvas {
	int rows, cols;
	int down, across;       /* dots a cell */
	enum glyphs glyphs;
	enum canvas_fill fill;
	int count;
	struct layer layer[CANVAS_LAYERS_MAX];
};

struct canvas *canvas_new(int rows, int cols, enum glyphs glyphs, enum canvas_fill fill)
{
	struct canvas *canvas = xcalloc(1, sizeof(*canvas));

	assert(rows >= 0 && cols >= 0);
	canvas->rows = rows;
	canvas->cols = cols;
	canvas->down = glyphs == GLYPHS_BRAILLE ? 4 : glyphs == GLYPHS_BLOCK ? 2 : 1;
	canvas->across = glyphs == GLYPHS_ASCII ? 1 : 2;
	canvas->glyphs = glyphs;
	canvas->fill = fill;
	return canvas;
}

void canvas_free(struct canvas *canvas)
{
	if (!canvas)
		return;
	for (int i = 0; i < canvas->count; i++)
		free(canvas->layer[i].mask);
	free(canvas);
}

int canvas_dot_rows(const struct canvas *canvas)
{
	return canvas->rows * canvas->down;
}

int canvas_dot_cols(const struct canvas *canvas)
{
	return canvas->cols * canvas->across;
}

int canvas_row_of(const struct canvas *canvas, double y)
{
	return (int)floor((y + 0.5) / canvas->down);
}

int canvas_col_of(const struct canvas *canvas, double x)
{
	return (int)floor((x + 0.5) / canvas->across);
}

int canvas_layer(struct canvas *canvas, const struct canvas_layer *layer)
{
	struct layer *new = &canvas->layer[canvas->count];

	assert(canvas->count < CANVAS_LAYERS_MAX);
	*new = (struct layer){ .is = *layer };
	new->mask = xcalloc((size_t)canvas->rows * (size_t)canvas->cols + 1, 1);
	return canvas->count++;
}

static unsigned char *mask_at(const struct canvas *canvas, const struct layer *layer, int row, int col)
{
	return &layer->mask[(size_t)row * (size_t)canvas->cols + (size_t)col];
}

/* Braille's dots are numbered down its columns, the fourth row last; those of a block from left to right. */
static unsigned char dot_bit(const struct canvas *canvas, int row, int col)
{
	static const unsigned char braille[4][2] = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 } };

	return canvas->down == 4 ? braille[row][col] : (unsigned char)(1 << (row * 2 + col));
}

static void set_dot(const struct canvas *canvas, const struct layer *layer, int y, int x)
{
	if (x < 0 || y < 0 || x >= canvas_dot_cols(canvas) || y >= canvas_dot_rows(canvas))
		return;
	*mask_at(canvas, layer, y / canvas->down, x / canvas->across) |=
		dot_bit(canvas, y % canvas->down, x % canvas->across);
}

static void set_line_dot(const struct canvas *canvas, struct layer *layer, int y, int x, bool steep)
{
	if (layer->is.every > 1 && layer->phase++ % (unsigned int)layer->is.every)
		return;
	set_dot(canvas, layer, y, x);
	if (layer->is.thick && canvas->glyphs == GLYPHS_BRAILLE)
		set_dot(canvas, layer, steep ? y : y + 1, steep ? x + 1 : x);
}

/* Cuts the segment from `from` to `to` (0 to 1 of it) to where its coordinate, `a` to `b`, is between lo and hi. */
static bool clip(double a, double b, double lo, double hi, double *from, double *to)
{
	if (a == b)
		return a >= lo && a <= hi;
	const double at_lo = (lo - a) / (b - a), at_hi = (hi - a) / (b - a);

	*from = fmax(*from, fmin(at_lo, at_hi));
	*to = fmin(*to, fmax(at_lo, at_hi));
	return *from <= *to;
}

/* All dots from one to the other but the first, which the segment before has drawn. */
static void walk(const struct canvas *canvas, struct layer *layer, int y1, int x1, int y2, int x2)
{
	const int dy = y2 - y1, dx = x2 - x1, n = abs(dy) > abs(dx) ? abs(dy) : abs(dx);

	for (int i = 1; i <= n; i++)
		set_line_dot(canvas, layer, y1 + (int)lround((double)dy * i / n), x1 + (int)lround((double)dx * i / n),
			abs(dy) > abs(dx));
}

/* The dot that is `part` of the way from `a` to `b`. */
static int dot_at(double a, double b, double part)
{
	return (int)lround(a + (b - a) * part);
}

static double bounded(double dot)
{
	return dot < -FAR ? -FAR : dot > FAR ? FAR : dot;
}

static void segment(const struct canvas *canvas, struct layer *layer, const double x[2], const double y[2])
{
	const double x1 = bounded(x[0]), x2 = bounded(x[1]), y1 = bounded(y[0]), y2 = bounded(y[1]);
	double from = 0, to = 1;

	/* One dot beyond the edge, so that a cut line leaves the canvas rather than end in it. */
	if (clip(x1, x2, -1, canvas_dot_cols(canvas), &from, &to) && clip(y1, y2, -1, canvas_dot_rows(canvas), &from, &to))
		walk(canvas, layer, dot_at(y1, y2, from), dot_at(x1, x2, from), dot_at(y1, y2, to), dot_at(x1, x2, to));
}

static bool on_canvas(const struct canvas *canvas, double x, double y)
{
	return x > -1 && y > -1 && x < canvas_dot_cols(canvas) && y < canvas_dot_rows(canvas);
}

void canvas_line(struct canvas *canvas, int layer, const double *x, const double *y, size_t count)
{
	struct layer *line = &canvas->layer[layer];
	bool joined = false;

	line->phase = 0;
	for (size_t i = 0; i < count; i++) {
		const bool here = isfinite(x[i]) && isfinite(y[i]);

		if (here && joined)
			segment(canvas, line, &x[i - 1], &y[i - 1]);
		else if (here && on_canvas(canvas, x[i], y[i]))
			set_line_dot(canvas, line, (int)lround(y[i]), (int)lround(x[i]), false);
		joined = here;
	}
}

/* A band's edges at some place. */
struct edges {
	double top, bottom;
};

static double between(const double *x, const double *y, size_t i, double at)
{
	const double part = (at - x[i]) / (x[i + 1] - x[i]);

	return y[i] + (y[i + 1] - y[i]) * fmin(fmax(part, 0), 1);
}

static void fill_eighths(const struct canvas *canvas, const struct layer *layer, int col, struct edges edges)
{
	const double unit = (double)EIGHTHS / canvas->down;
	const double last = canvas->rows * EIGHTHS;
	const int top = (int)lround(fmin(fmax((edges.top + 0.5) * unit, 0), last));
	const int bottom = (int)lround(fmin(fmax((edges.bottom + 0.5) * unit, 0), last));

	for (int row = top / EIGHTHS; row * EIGHTHS < bottom; row++) {
		const int from = top > row * EIGHTHS ? top - row * EIGHTHS : 0;
		const int to = bottom - row * EIGHTHS < EIGHTHS ? bottom - row * EIGHTHS : EIGHTHS;

		*mask_at(canvas, layer, row, col) |= (unsigned char)((1 << to) - (1 << from));
	}
}

/* Of eight dots in a cell two or four, so placed that they lie evenly over cells. */
static bool is_shaded(int density, int y, int x)
{
	return (x + y) % 2 == 0 && (density > 1 || x % 2 == 0);
}

static void fill_dots(const struct canvas *canvas, const struct layer *layer, int x, struct edges edges)
{
	const int top = (int)lround(fmax(edges.top, 0));
	const int bottom = (int)lround(fmin(edges.bottom, canvas_dot_rows(canvas) - 1));

	for (int y = top; y <= bottom; y++)
		if (is_shaded(layer->is.density, y, x))
			set_dot(canvas, layer, y, x);
}

static bool shades_by_dots(const struct canvas *canvas)
{
	return canvas->fill == CANVAS_SHADE && canvas->glyphs == GLYPHS_BRAILLE;
}

/* The column of dots or of cells that is number `i`, and where its middle is. */
static double column_middle(const struct canvas *canvas, int i)
{
	return shades_by_dots(canvas) ? i : (i + 0.5) * canvas->across - 0.5;
}

static void fill_column(const struct canvas *canvas, const struct layer *layer, int i, struct edges edges)
{
	const struct edges ordered = { fmin(edges.top, edges.bottom), fmax(edges.top, edges.bottom) };

	if (!isfinite(edges.top) || !isfinite(edges.bottom))
		return;
	if (shades_by_dots(canvas))
		fill_dots(canvas, layer, i, ordered);
	else
		fill_eighths(canvas, layer, i, ordered);
}

void canvas_band(struct canvas *canvas, int layer, const double *x, const double *top, const double *bottom,
	size_t count)
{
	const struct layer *band = &canvas->layer[layer];
	const int columns = shades_by_dots(canvas) ? canvas_dot_cols(canvas) : canvas->cols;
	size_t i = 0;

	if (count == 1 && x[0] > -0.5 && canvas_col_of(canvas, x[0]) < canvas->cols)
		fill_column(canvas, band, shades_by_dots(canvas) ? (int)lround(x[0]) : canvas_col_of(canvas, x[0]),
			(struct edges){ top[0], bottom[0] });
	for (int column = 0; column < columns && count > 1; column++) {
		const double at = column_middle(canvas, column);

		while (i + 2 < count && x[i + 1] < at)
			i++;
		/* A band reaches half a dot beyond its ends, or their cells would stay empty. */
		if (at < x[i] - 0.5 || at > x[i + 1] + 0.5 || !(x[i + 1] > x[i]))
			continue;
		fill_column(canvas, band, column, (struct edges){ between(x, top, i, at), between(x, bottom, i, at) });
	}
}

int canvas_top_line(const struct canvas *canvas, int row, int col)
{
	int top = -1;

	if (row < 0 || col < 0 || row >= canvas->rows || col >= canvas->cols)
		return -1;
	for (int i = 0; i < canvas->count; i++)
		if (canvas->layer[i].is.kind == CANVAS_LINE && *mask_at(canvas, &canvas->layer[i], row, col))
			top = i;
	return top;
}

/* What a cell will show. */
struct picture {
	char glyph[GLYPH_MAX];
	const char *letters;    /* instead of the glyph, if not NULL */
	struct style style;
	bool empty;
};

static void set_code_point(struct picture *picture, unsigned int c)
{
	picture->glyph[0] = (char)(0xE0 | c >> 12);
	picture->glyph[1] = (char)(0x80 | (c >> 6 & 63));
	picture->glyph[2] = (char)(0x80 | (c & 63));
	picture->glyph[3] = '\0';
}

static void set_dots(const struct canvas *canvas, struct picture *picture, unsigned char dots,
	const struct layer *layer)
{
	static const unsigned short quadrants[16] = {
		0x00A0, 0x2598, 0x259D, 0x2580, 0x2596, 0x258C, 0x259E, 0x259B,
		0x2597, 0x259A, 0x2590, 0x259C, 0x2584, 0x2599, 0x259F, 0x2588,
	};

	if (canvas->glyphs == GLYPHS_ASCII || (layer->is.kind == CANVAS_RULE && layer->is.glyph))
		picture->letters = layer->is.glyph;
	else
		set_code_point(picture, canvas->glyphs == GLYPHS_BRAILLE ? 0x2800u + dots : quadrants[dots & 15]);
}

/* Lines, or where there is none, rules: sets the dots of all of them in the role of the last, which is returned; -1 if
 * there is none. */
static int draw_lines(const struct canvas *canvas, size_t at, struct picture *picture)
{
	unsigned char dots = 0;
	int top = -1;

	for (int i = 0; i < canvas->count; i++) {
		const struct layer *layer = &canvas->layer[i];
		const enum canvas_kind above = top < 0 ? CANVAS_RULE : canvas->layer[top].is.kind;

		if (layer->is.kind < above || !layer->mask[at])
			continue;
		dots = layer->is.kind == above ? dots | layer->mask[at] : layer->mask[at];
		top = i;
	}
	if (top >= 0) {
		set_dots(canvas, picture, dots, &canvas->layer[top]);
		picture->style.role = (unsigned char)canvas->layer[top].is.role;
	}
	return top;
}

/* Which band is uppermost in each eighth of the cell: its number, -1 for none. Whether all are the same. */
static bool find_bands(const struct canvas *canvas, size_t at, signed char band[EIGHTHS])
{
	bool same = true;

	memset(band, -1, EIGHTHS);
	for (int i = 0; i < canvas->count; i++) {
		const unsigned char mask = canvas->layer[i].is.kind == CANVAS_BAND ? canvas->layer[i].mask[at] : 0;

		if (mask == 0xFF) {
			memset(band, i, EIGHTHS);
			same = true;
		} else if (mask) {
			for (int k = 0; k < EIGHTHS; k++)
				if (mask >> k & 1)
					band[k] = (signed char)i;
			same = false;
		}
	}
	return same;
}

/* The band that fills most of the cell. */
static int main_band(const signed char band[EIGHTHS], bool same)
{
	int best = (int)band[EIGHTHS / 2], most = 0;

	for (int k = 0; k < EIGHTHS && !same; k++) {
		int n = 0;

		for (int j = 0; j < EIGHTHS; j++)
			n += band[j] == band[k];
		if (n > most) {
			most = n;
			best = (int)band[k];
		}
	}
	return best;
}

/* Two bands, or a band and nothing, one above the other. */
struct split {
	int above, below;
	int at;                 /* eighths above */
};

/* What differs least from the cell, of which eighths may be three or more kinds. */
static struct split find_split(const signed char band[EIGHTHS])
{
	struct split best = { band[0], band[0], EIGHTHS };
	int least = EIGHTHS + 1;

	for (int at = 1; at < EIGHTHS; at++) {
		const struct split split = { band[at - 1], band[at], at };
		int wrong = 0;

		for (int k = 0; k < EIGHTHS; k++)
			wrong += band[k] != (k < at ? split.above : split.below);
		if (split.above != split.below && wrong < least) {
			least = wrong;
			best = split;
		}
	}
	return best;
}

static enum ground ground_of(const struct canvas *canvas, int band)
{
	return band < 0 ? GROUND_KEEP : canvas->layer[band].is.ground;
}

/* There are characters for the lower eighths of a cell, but only one, the half, for the upper part. */
static void draw_edge(const struct canvas *canvas, struct split split, struct picture *picture)
{
	if (split.below < 0 && split.at <= 2) {
		picture->empty = true;
		return;
	}
	if (split.below >= 0)
		set_code_point(picture, 0x2580u + (unsigned int)(EIGHTHS - split.at));
	else if (split.at <= 5)
		set_code_point(picture, 0x2580u);
	else
		memcpy(picture->glyph, " ", 2);
	if (split.below >= 0 || split.at > 5)
		picture->style.ground = (unsigned char)ground_of(canvas, split.above);
	picture->style.role = (unsigned char)canvas->layer[split.below >= 0 ? split.below : split.above].is.role;
}

/* Dots of a rule give way to the edge of a band, which would be notched where they pass. */
static void draw_tint(const struct canvas *canvas, size_t at, int line, struct picture *picture)
{
	signed char band[EIGHTHS];
	const bool same = find_bands(canvas, at, band), letters = picture->letters != NULL;
	const bool rule = line >= 0 && canvas->layer[line].is.kind == CANVAS_RULE && !letters;

	if (same || canvas->glyphs == GLYPHS_ASCII || (line >= 0 && !rule)) {
		picture->style.ground = (unsigned char)ground_of(canvas, main_band(band, same));
		picture->empty = line < 0 && picture->style.ground == GROUND_KEEP;
	} else {
		draw_edge(canvas, find_split(band), picture);
		picture->empty = picture->empty && !rule;
	}
}

/* The last of the bands made of dots, -1 for none; its dots are added to those of the others. */
static int find_dots(const struct canvas *canvas, size_t at, unsigned char *dots)
{
	int top = -1;

	for (int i = 0; i < canvas->count; i++) {
		if (canvas->layer[i].is.kind != CANVAS_BAND || !canvas->layer[i].mask[at])
			continue;
		*dots |= canvas->layer[i].mask[at];
		top = i;
	}
	return top;
}

/* Lines replace shades, and rules those of bands below them. */
static void draw_shade(const struct canvas *canvas, size_t at, int line, struct picture *picture)
{
	signed char band[EIGHTHS];
	unsigned char dots = 0;
	int top;

	if (line >= 0 && canvas->layer[line].is.kind == CANVAS_LINE)
		return;
	if (shades_by_dots(canvas)) {
		top = find_dots(canvas, at, &dots);
	} else {
		const bool same = find_bands(canvas, at, band);

		top = main_band(band, same);
	}
	picture->empty = top < 0 && line < 0;
	if (top <= line)
		return;
	picture->style.role = (unsigned char)canvas->layer[top].is.role;
	picture->letters = canvas->layer[top].is.glyph;
	if (dots) {
		picture->letters = NULL;
		set_dots(canvas, picture, dots, &canvas->layer[top]);
	}
}

void canvas_draw(const struct canvas *canvas, struct area area)
{
	for (int row = 0; row < canvas->rows; row++) {
		for (int col = 0; col < canvas->cols; col++) {
			const size_t at = (size_t)row * (size_t)canvas->cols + (size_t)col;
			struct picture picture = { .glyph = " ", .style = STYLE(ROLE_TEXT) };
			const int line = draw_lines(canvas, at, &picture);

			if (canvas->fill == CANVAS_TINT)
				draw_tint(canvas, at, line, &picture);
			else
				draw_shade(canvas, at, line, &picture);
			if (!picture.empty)
				area_set(area, row, col, picture.style, picture.letters ? picture.letters : picture.glyph);
		}
	}
}
