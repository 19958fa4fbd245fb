/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/colours.h"

#include "base/alloc.h"
#include "base/buf.h"
#include "ui/grid.h"
#include "ui/theme.h"

static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

enum { LETTERS = sizeof(letters) - 1 };

/* How a cell is painted, in numbers of colours. */
struct paint_of {
	int fore, back;
	unsigned int attributes;
};

/* Those seen so far; what comes after the last letter is "?". */
struct seen {
	struct paint_of of[LETTERS];
	int count;
};

static struct paint_of paint_of(const struct cell *cell, const struct theme *theme, int colours)
{
	const struct paint *fore = &theme->role[cell->role], *back = &theme->ground[cell->ground];

	return (struct paint_of){
		.fore = colours ? theme_colour(fore, colours) : -1, .back = colours ? theme_colour(back, colours) : -1,
		.attributes = (unsigned int)fore->attributes | back->attributes,
	};
}

static char letter_of(struct seen *seen, struct paint_of paint)
{
	for (int i = 0; i < seen->count; i++)
		if (seen->of[i].fore == paint.fore && seen->of[i].back == paint.back
			&& seen->of[i].attributes == paint.attributes)
			return letters[i];
	if (seen->count == LETTERS)
		return '?';
	seen->of[seen->count] = paint;
	return letters[seen->count++];
}

static void add_colour(struct buf *buf, int colour, int colours)
{
	static const char *const names[] = { "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white" };

	if (colour < 0)
		buf_add(buf, "own");
	else if (colours <= (int)ARRAY_LEN(names))
		buf_add(buf, names[colour]);
	else
		buf_addf(buf, colours > 256 ? "#%06x" : "%d", (unsigned int)colour);
}

static void add_legend(struct buf *buf, char letter, const struct paint_of *paint, int colours)
{
	static const struct {
		unsigned int bit;
		const char *word;
	} words[] = {
		{ PAINT_BOLD, " bold" }, { PAINT_DIM, " dim" }, { PAINT_UNDERLINE, " underlined" }, { PAINT_REVERSE, " reverse" },
		{ PAINT_ITALIC, " italic" },
	};

	buf_addf(buf, "%c  ", letter);
	add_colour(buf, paint->fore, colours);
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (paint->attributes & words[i].bit)
			buf_add(buf, words[i].word);
	buf_add(buf, " on ");
	add_colour(buf, paint->back, colours);
	buf_add_char(buf, '\n');
}

void colours_dump(const struct grid *grid, const struct theme *theme, int colours, struct buf *buf)
{
	struct seen seen = { .count = 0 };

	for (int y = 0; y < grid_rows(grid); y++) {
		for (int x = 0; x < grid_cols(grid); x++)
			buf_add_char(buf, letter_of(&seen, paint_of(grid_cell(grid, y, x), theme, colours)));
		buf_add_char(buf, '\n');
	}
	for (int i = 0; i < seen.count; i++)
		add_legend(buf, letters[i], &seen.of[i], colours);
}
