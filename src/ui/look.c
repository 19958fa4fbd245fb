/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/look.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/text.h"
#include "base/unit.h"
#include "model/model.h"
#include "ui/book.h"
#include "ui/doc.h"
#include "ui/readout.h"

enum { CODE_INDENT = 2, CODE_HANG = 4 };

const char *look_glyph(const struct desk *desk, const char *ascii, const char *utf8)
{
	return desk->glyphs == GLYPHS_ASCII ? ascii : utf8;
}

enum canvas_fill look_fill(const struct desk *desk)
{
	return desk->shade || !desk->theme->has_colour ? CANVAS_SHADE : CANVAS_TINT;
}

void look_rule(const struct desk *desk, struct area area, int y, const char *title)
{
	for (int x = 0; x < area.cols; x++)
		area_set(area, y, x, STYLE(ROLE_BORDER), look_glyph(desk, "-", "\u2500"));
	if (title && *title)
		area_putf(area, y, 1, STYLE(ROLE_HEADING), " %s ", title);
}

void look_wall(const struct desk *desk, struct area area, int x)
{
	for (int y = 0; y < area.rows; y++)
		area_set(area, y, x, STYLE(ROLE_BORDER), look_glyph(desk, "|", "\u2502"));
}

void look_scrollbar(const struct desk *desk, struct area area, int top, int count)
{
	const int rows = area.rows;
	int length, from;

	if (count <= rows || rows < 2)
		return;
	length = rows * rows / count;
	length = length < 1 ? 1 : length;
	from = (int)lround((double)top * (rows - length) / (count - rows));
	for (int y = from; y < from + length; y++)
		area_set(area, y, area.cols - 1, STYLE(ROLE_BORDER), look_glyph(desk, "#", "\u2590"));
}

enum role look_change_role(const struct desk *desk, int variable, double change)
{
	const enum better better = model_variable(desk->model, variable)->better;

	if (better == BETTER_NEITHER || !(fabs(change) > 0))
		return ROLE_DIM;
	return (change > 0) == (better == BETTER_HIGHER) ? ROLE_GOOD : ROLE_BAD;
}

/* Which way it goes; hollow, or in ASCII behind an exclamation mark, for the worse. */
static const char *direction(const struct desk *desk, int variable, double change)
{
	const bool worse = look_change_role(desk, variable, change) == ROLE_BAD;

	if (change > 0)
		return worse ? look_glyph(desk, "!+", "\u25B3") : look_glyph(desk, "+", "\u25B2");
	return worse ? look_glyph(desk, "!-", "\u25BD") : look_glyph(desk, "-", "\u25BC");
}

void look_add_change(const struct desk *desk, struct buf *buf, int variable, double change, int digits, int cells)
{
	const char *way = direction(desk, variable, change), *sign;
	struct buf text = BUF_INIT;

	if (!(fabs(change) > 0)) {
		buf_add_char(buf, '=');
		return;
	}
	/* The plus, which then goes, is the one cell more. */
	unit_format_change_fit(&text, fabs(change), model_variable(desk->model, variable)->unit, desk->lang, digits,
		cells - text_width(way) + 1);
	sign = strchr(buf_text(&text), '+');
	buf_add(buf, way);
	if (sign)
		buf_add_bytes(buf, buf_text(&text), (size_t)(sign - buf_text(&text)));
	buf_add(buf, sign ? sign + 1 : buf_text(&text));
	buf_release(&text);
}

void look_add_worlds(const struct desk *desk, struct buf *buf, int variable)
{
	const struct axis_form form = { model_variable(desk->model, variable)->unit, desk->lang, false };
	struct runner_spread spread;
	struct readout_worlds worlds;

	if (!runner_spread_at(desk->runner, SHOT_CURRENT, variable, desk->record, &spread))
		return;
	worlds = (struct readout_worlds){ .lo = spread.band[BAND_P05], .hi = spread.band[BAND_P95], .same = spread.same,
		.worlds = spread.worlds, .never = spread.never, .none = desk_never(desk, variable) };
	readout_worlds(buf, &worlds, &form);
}

void look_place(const struct desk *desk, struct doc *doc, const struct place *place)
{
	const char *own = desk->book ? book_own_rules(desk->book) : NULL;
	char *base = file_base(place->file);

	doc_putf(doc, STYLE(ROLE_DIM), "   %s:%d", base, place->line);
	if (own && !strncmp(place->file, own, strlen(own)))
		doc_putf(doc, STYLE(ROLE_WARNING), " %s", _("(yours)"));
	free(base);
}

/* What is too long goes on further in. */
static void code_line(struct doc *doc, const char *text)
{
	const int blanks = (int)strspn(text, " ");

	doc_line(doc);
	doc_to(doc, CODE_INDENT + blanks);
	if (doc_column(doc) + text_width(text + blanks) <= doc_width(doc))
		doc_put(doc, STYLE(ROLE_CODE), text + blanks);
	else
		doc_hang(doc, STYLE(ROLE_CODE), CODE_HANG, text + blanks);
}

void look_code(struct doc *doc, const char *lines)
{
	while (lines && *lines) {
		const char *end = strchr(lines, '\n');
		struct buf line = BUF_INIT;

		text_clean(&line, lines, end ? (size_t)(end - lines) : strlen(lines), TEXT_KEEP_NEWLINES);
		code_line(doc, buf_text(&line));
		buf_release(&line);
		lines = end ? end + 1 : NULL;
	}
}

static const struct {
	const char *glyphs, *ascii;
} likes[] = {
	{ "\u2500\u2501\u2550\u2504\u2508\u2013\u2014", "-" }, { "\u2502\u2503\u2506\u250A\u2590", "|" },
	{ "\u250C\u2510\u2514\u2518\u251C\u2524\u252C\u2534\u253C\u2535\u2536", "+" },
	{ "\u2026", "~" }, { "\u25CF", "O" }, { "\u25CB", "o" }, { "\u25B8\u2192\u203A", ">" }, { "\u25B2\u25B3\u2191", "^" },
	{ "\u25BC\u25BD\u2193", "v" }, { "\u00B7\u2022", "." }, { "\u00D7", "x" }, { "\u2212", "-" }, { "\u2264", "<" },
		{ "\u2265", ">" },
	{ "\u2591\u2592\u2593\u2588", "#" }, { "\u2713", "+" }, { "\u2717", "x" }, { "\u2248", "~" }, { "\u2018\u2019",
		"'" },
	{ "\u201C\u201D", "\"" },
};

static const char *like(const char *text)
{
	for (size_t i = 0; i < ARRAY_LEN(likes); i++)
		if (strstr(likes[i].glyphs, text))
			return likes[i].ascii;
	return "?";
}

void look_to_ascii(struct grid *grid, bool keep_letters)
{
	const struct area all = grid_area(grid);

	for (int y = 0; y < all.rows; y++)
		for (int x = 0; x < all.cols; x++) {
			const struct cell *cell = grid_cell(grid, y, x);
			ucs4_t c = 0;

			if ((unsigned char)cell->text[0] < 0x80)
				continue;
			u8_strmbtouc(&c, (const uint8_t *)cell->text);
			if (!keep_letters || (!uc_is_alpha(c) && cell->cells == 1))
				area_set(all, y, x, STYLE(cell->role), like(cell->text));
		}
}
