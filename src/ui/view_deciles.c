/* SPDX-License-Identifier: MIT
 *
 * Winners and losers: outcomes of which there is one a decile (a family: the same id with _1, _2, ... behind), as bars.
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/lang.h"
#include "base/text.h"
#include "model/model.h"
#include "ui/bars.h"
#include "ui/frame.h"
#include "ui/look.h"
#include "ui/view.h"

enum { FAMILY_MIN = 3, FAMILY_MAX = 20, ID_MAX = 128, ROWS_A_BAR = 2, ROWS_AROUND = 3 };

static bool member(const struct desk *desk, const char *stem, size_t length, int number, int *variable)
{
	char id[ID_MAX];

	snprintf(id, sizeof(id), "%.*s_%d", (int)length, stem, number);
	*variable = model_find(desk->model, id);
	return *variable >= 0 && model_variable(desk->model, *variable)->is_outcome;
}

/* The stem of the first family among the outcomes. */
static const char *family(const struct desk *desk, size_t *length)
{
	int variable;

	for (size_t i = 0; i < desk->outcome_count; i++) {
		const char *id = model_variable(desk->model, desk->outcomes[i])->id, *tail = strrchr(id, '_');

		if (!tail || strcmp(tail, "_1") || (size_t)(tail - id) > ID_MAX - 8)
			continue;
		*length = (size_t)(tail - id);
		if (member(desk, id, *length, FAMILY_MIN, &variable))
			return id;
	}
	return NULL;
}

int view_decile_count(const struct desk *desk)
{
	size_t length;
	const char *stem = family(desk, &length);
	int count = 0, variable;

	while (stem && count < FAMILY_MAX && member(desk, stem, length, count + 1, &variable))
		count++;
	return count;
}

int view_decile(const struct desk *desk, int decile)
{
	size_t length;
	const char *stem = family(desk, &length);
	int variable = -1;

	return stem && member(desk, stem, length, decile + 1, &variable) ? variable : -1;
}

static void fill(const struct desk *desk, struct bar *bar, int variable)
{
	struct runner_spread spread;

	*bar = (struct bar){ .label = desk_label(desk, variable), .value = desk_value(desk, variable), .lo = NAN,
		.hi = NAN };
	if (runner_spread_at(desk->runner, SHOT_CURRENT, variable, desk->record, &spread)) {
		bar->lo = spread.band[BAND_P05];
		bar->hi = spread.band[BAND_P95];
	}
}

/* A paragraph, if all of it has room; the row after it. */
static int put_paragraph(struct area area, int y, const char *text)
{
	struct text_lines lines = text_wrap(text, area.cols > 2 ? area.cols : 2);
	const bool fits = y + (int)lines.count <= area.rows;

	for (int i = 0; fits && i < (int)lines.count; i++)
		area_put(area, y++, 0, STYLE(ROLE_DIM), lines.line[i]);
	text_lines_release(&lines);
	return y + 1;
}

/* Rows for the rule file's note: what it needs, but of few rows no more than the bars leave, but one if there are two. */
static int note_rows(struct area area, const char *note, int count)
{
	struct text_lines lines = text_wrap(note, area.cols > 2 ? area.cols : 2);
	const int needed = *note ? (int)lines.count : 0, spare = area.rows - count - 1;

	text_lines_release(&lines);
	if (area.rows < 2)
		return 0;
	return needed <= spare || needed <= 1 ? needed : spare > 1 ? spare : 1;
}

/* Returns the rows that it took. */
static int put_note(const struct desk *desk, struct area area, const char *note)
{
	struct text_lines lines = text_wrap(note, area.cols > 2 ? area.cols : 2);
	const bool fits = (int)lines.count <= area.rows;
	struct buf cut = BUF_INIT;
	int y = 0;

	for (; *note && fits && y < (int)lines.count; y++)
		area_put(area, y, 0, STYLE(ROLE_TEXT), lines.line[y]);
	if (*note && !fits && area.rows) {
		text_cut(&cut, note, area.cols, look_glyph(desk, "~", "\u2026"));
		area_put(area, y++, 0, STYLE(ROLE_TEXT), buf_text(&cut));
	}
	text_lines_release(&lines);
	buf_release(&cut);
	return y;
}

/* Below the bars: what they are, and what the rule file says of them. */
static void explain(const struct desk *desk, struct area area)
{
	char *help = text_unfold(text_in(&model_variable(desk->model, view_decile(desk, 0))->help, desk->lang));
	const int y = put_paragraph(area, 1, look_fill(desk) == CANVAS_SHADE
		? _("Bars: the central world. Whiskers: where 9 of 10 worlds lie.")
		: _("Bars: the central world. Behind them: where 9 of 10 worlds lie."));

	put_paragraph(area, y, help);
	free(help);
}

/* A click on a bar goes to it, one more to where it comes from. */
static void add_regions(const struct bars *bars, struct area area, struct frame *frame)
{
	for (int y = 0; y < area.rows; y++) {
		const int at = bars_at(bars, area, y);

		if (at >= 0)
			frame_add(frame, REGION_COMMAND, area_rows(area, y, 1), at, "line %d", at);
	}
}

static void draw(const struct desk *desk, struct area area, struct frame *frame, const struct bar *bar, int count)
{
	const char *note = desk_remark(desk, view_decile(desk, 0));
	const int wanted = count * ROWS_A_BAR + ROWS_AROUND, most = area.rows - note_rows(area, note, count);
	int rows = wanted < most ? wanted : most;
	const struct area part = area_rows(area, 0, rows);
	int *top = &frame->top[VIEW_DECILES];
	struct buf title = BUF_INIT;
	struct bars bars = {
		.lang = desk->lang, .glyphs = desk->glyphs, .fill = look_fill(desk), .positive = ROLE_GOOD, .negative = ROLE_BAD,
		.bar = bar, .count = (size_t)count, .selected = desk->focus == FOCUS_VIEW ? view_line(desk) : -1,
		.sign = true, .range = axis_no_range(),
	};

	buf_addf(&title, _("%.6g: who wins and who loses"), desk_year(desk));
	bars.title = buf_text(&title);
	bars.unit = model_variable(desk->model, view_decile(desk, 0))->unit;
	*top = frame_scroll(*top, view_line(desk), count, (int)bars_room(&bars, part));
	bars.first = (size_t)*top;
	bars_draw(&bars, part);
	add_regions(&bars, part, frame);
	buf_release(&title);
	rows += put_note(desk, area_rows(area, rows, area.rows - rows), note);
	explain(desk, area_rows(area, rows, area.rows - rows));
}

void view_deciles(const struct desk *desk, struct area area, struct frame *frame)
{
	const int count = view_decile_count(desk);
	struct bar *bar = xcalloc((size_t)count, sizeof(*bar));

	for (int i = 0; i < count; i++)
		fill(desk, &bar[i], view_decile(desk, i));
	if (count)
		draw(desk, area, frame, bar, count);
	else
		area_put(area, 1, 1, STYLE(ROLE_DIM), _("these rules have no outcome by decile (ids that end in _1, _2, ...)"));
	free(bar);
}
