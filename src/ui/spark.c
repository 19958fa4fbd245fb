/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/spark.h"

#include <math.h>

#include "base/buf.h"
#include "ui/axis.h"

enum { GLYPH_MAX = 4, DOT_LEVELS = 4, BLOCK_LEVELS = 8, LETTER_LEVELS = 4 };

/* Values, and how they lie between the least and the greatest. */
struct spark {
	const double *values;
	size_t count;
	struct axis_range range;
	enum glyphs glyphs;
};

/* The mean of the values that fall into part `i` of `parts`, of the nearest if there are fewer values than parts. */
static double part_mean(const struct spark *spark, size_t i, size_t parts)
{
	const size_t from = i * spark->count / parts, to = (i + 1) * spark->count / parts;
	double sum = 0;
	int n = 0;

	for (size_t k = from; k < (to > from ? to : from + 1); k++) {
		if (isfinite(spark->values[k])) {
			sum += spark->values[k];
			n++;
		}
	}
	return n ? sum / n : NAN;
}

/* 0 (lowest) to levels - 1, -1 for a gap. */
static int level_at(const struct spark *spark, size_t i, size_t parts, int levels)
{
	const struct axis_range range = spark->range;
	const double value = part_mean(spark, i, parts);
	double part;

	if (isnan(value) || !axis_has_range(range))
		return -1;
	part = range.hi > range.lo ? (value - range.lo) / (range.hi - range.lo) : 0.5;
	return part <= 0 ? 0 : part >= 1 ? levels - 1 : (int)(part * levels);
}

/* The dots of one of a cell's two columns from `low` to `high`, counted from below. */
static unsigned int column_dots(int column, int low, int high)
{
	static const unsigned char bit[2][DOT_LEVELS] = { { 0x40, 0x04, 0x02, 0x01 }, { 0x80, 0x20, 0x10, 0x08 } };
	unsigned int dots = 0;

	for (int k = low; k <= high; k++)
		dots |= bit[column][k];
	return dots;
}

/* A dot a column, drawn out to within one of where the column before ended. */
static unsigned int braille_dots(const struct spark *spark, int cell, int cells)
{
	unsigned int dots = 0;

	for (int column = 0; column < 2; column++) {
		const int i = cell * 2 + column, level = level_at(spark, (size_t)i, (size_t)cells * 2, DOT_LEVELS);
		const int before = i > 0 ? level_at(spark, (size_t)i - 1, (size_t)cells * 2, DOT_LEVELS) : -1;

		if (level < 0)
			continue;
		if (before >= 0 && before < level)
			dots |= column_dots(column, before + 1, level);
		else if (before > level)
			dots |= column_dots(column, level, before - 1);
		else
			dots |= column_dots(column, level, level);
	}
	return dots;
}

static void set_code_point(char glyph[GLYPH_MAX], unsigned int c)
{
	glyph[0] = (char)(0xE0 | c >> 12);
	glyph[1] = (char)(0x80 | (c >> 6 & 63));
	glyph[2] = (char)(0x80 | (c & 63));
	glyph[3] = '\0';
}

static void set_letter(char glyph[GLYPH_MAX], char c)
{
	glyph[0] = c;
	glyph[1] = '\0';
}

static void glyph_at(const struct spark *spark, int cell, int cells, char glyph[GLYPH_MAX])
{
	const int levels = spark->glyphs == GLYPHS_BLOCK ? BLOCK_LEVELS : LETTER_LEVELS;
	const unsigned int dots = spark->glyphs == GLYPHS_BRAILLE && spark->count ? braille_dots(spark, cell, cells) : 0;
	const int level = spark->count ? level_at(spark, (size_t)cell, (size_t)cells, levels) : -1;

	if (spark->glyphs == GLYPHS_BRAILLE ? !dots : level < 0)
		set_letter(glyph, ' ');
	else if (spark->glyphs == GLYPHS_BRAILLE)
		set_code_point(glyph, 0x2800u + dots);
	else if (spark->glyphs == GLYPHS_BLOCK)
		set_code_point(glyph, 0x2581u + (unsigned int)level);
	else
		set_letter(glyph, "_.-^"[level]);
}

static struct spark spark_of(const double *values, size_t count, enum glyphs glyphs)
{
	struct spark spark = { values, count, axis_no_range(), glyphs };

	axis_include(&spark.range, values, count);
	return spark;
}

void spark_text(struct buf *buf, const double *values, size_t count, int cells, enum glyphs glyphs)
{
	const struct spark spark = spark_of(values, count, glyphs);
	char glyph[GLYPH_MAX];

	for (int i = 0; i < cells; i++) {
		glyph_at(&spark, i, cells, glyph);
		buf_add(buf, glyph);
	}
}

void spark_draw(struct area area, const double *values, size_t count, int mark, enum glyphs glyphs)
{
	const struct spark spark = spark_of(values, count, glyphs);
	const int marked = mark >= 0 && (size_t)mark < count ? (int)((size_t)mark * (size_t)area.cols / count) : -1;
	char glyph[GLYPH_MAX];

	for (int i = 0; i < area.cols; i++) {
		glyph_at(&spark, i, area.cols, glyph);
		area_set(area, 0, i, STYLE(i == marked ? ROLE_CURSOR : ROLE_CURRENT), glyph);
	}
}
