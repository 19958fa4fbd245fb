/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/doc.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "ui/frame.h"

struct span {
	struct style style;
	int x;
	char *text;
};

struct line {
	struct span *spans;
	size_t count, cap;
	int width;
};

struct stop {
	int line;
	char *command;
};

struct doc {
	int width;
	struct line *lines;
	size_t count, cap;
	struct stop *stops;
	size_t stop_count, stop_cap;
	int head;
};

struct doc *doc_new(int width)
{
	struct doc *doc = xcalloc(1, sizeof(*doc));

	doc->width = width < 2 ? 2 : width;
	return doc;
}

void doc_free(struct doc *doc)
{
	if (!doc)
		return;
	for (size_t i = 0; i < doc->count; i++) {
		for (size_t k = 0; k < doc->lines[i].count; k++)
			free(doc->lines[i].spans[k].text);
		free(doc->lines[i].spans);
	}
	for (size_t i = 0; i < doc->stop_count; i++)
		free(doc->stops[i].command);
	free(doc->lines);
	free(doc->stops);
	free(doc);
}

int doc_width(const struct doc *doc)
{
	return doc->width;
}

void doc_line(struct doc *doc)
{
	doc->lines = xgrow(doc->lines, doc->count, &doc->cap, sizeof(*doc->lines));
	memset(&doc->lines[doc->count++], 0, sizeof(*doc->lines));
}

static struct line *last_line(struct doc *doc)
{
	if (!doc->count)
		doc_line(doc);
	return &doc->lines[doc->count - 1];
}

void doc_put(struct doc *doc, struct style style, const char *text)
{
	struct line *line = last_line(doc);
	struct buf clean = BUF_INIT;

	if (!*text)
		return;
	text_clean(&clean, text, strlen(text), TEXT_ONE_LINE);
	line->spans = xgrow(line->spans, line->count, &line->cap, sizeof(*line->spans));
	line->spans[line->count++] = (struct span){ style, line->width, buf_take(&clean) };
	line->width += text_width(line->spans[line->count - 1].text);
}

void doc_putf(struct doc *doc, struct style style, const char *fmt, ...)
{
	char text[1024];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	doc_put(doc, style, text);
}

void doc_fit(struct doc *doc, struct style style, int cells, enum text_align align, const char *text)
{
	struct buf fitted = BUF_INIT;

	if (cells > 0)
		text_fit(&fitted, text, cells, align, NULL);
	doc_put(doc, style, buf_text(&fitted));
	buf_release(&fitted);
}

void doc_to(struct doc *doc, int column)
{
	struct buf blanks = BUF_INIT;
	const int missing = column - last_line(doc)->width;

	if (missing <= 0)
		return;
	buf_add_repeat(&blanks, ' ', (size_t)missing);
	doc_put(doc, STYLE(ROLE_TEXT), buf_text(&blanks));
	buf_release(&blanks);
}

int doc_column(const struct doc *doc)
{
	return doc->count ? doc->lines[doc->count - 1].width : 0;
}

static void wrap_one(struct doc *doc, struct style style, int indent, const char *text)
{
	struct text_lines lines = text_wrap(text, doc->width - indent > 8 ? doc->width - indent : 8);

	for (size_t i = 0; i < lines.count; i++) {
		doc_line(doc);
		doc_to(doc, indent);
		doc_put(doc, style, lines.line[i]);
	}
	text_lines_release(&lines);
}

void doc_hang(struct doc *doc, struct style style, int further, const char *text)
{
	const int column = doc_column(doc), room = doc->width - column - further;
	struct text_lines lines = text_wrap(text, room > 8 ? room : 8);

	for (size_t i = 0; i < lines.count; i++) {
		if (i) {
			doc_line(doc);
			doc_to(doc, column + further);
		}
		doc_put(doc, style, lines.line[i]);
	}
	text_lines_release(&lines);
}

void doc_wrap(struct doc *doc, struct style style, int indent, const char *text, bool unfold)
{
	char *whole = unfold ? text_unfold(text) : xstrdup(text);

	wrap_one(doc, style, indent, whole);
	free(whole);
}

static void add_stop(struct doc *doc, int line, char *command)
{
	doc->stops = xgrow(doc->stops, doc->stop_count, &doc->stop_cap, sizeof(*doc->stops));
	doc->stops[doc->stop_count++] = (struct stop){ line, command };
}

void doc_stop(struct doc *doc, const char *fmt, ...)
{
	char *command = NULL;
	va_list args;

	last_line(doc);
	if (fmt) {
		char text[512];

		va_start(args, fmt);
		vsnprintf(text, sizeof(text), fmt, args);
		va_end(args);
		command = xstrdup(text);
	}
	add_stop(doc, (int)doc->count - 1, command);
}

static int compare_stops(const void *a, const void *b)
{
	return ((const struct stop *)a)->line - ((const struct stop *)b)->line;
}

void doc_stop_all(struct doc *doc)
{
	const size_t known = doc->stop_count;

	for (int i = doc->head; i < (int)doc->count; i++) {
		bool is_stop = !doc->lines[i].count;

		for (size_t k = 0; k < known && !is_stop; k++)
			is_stop = doc->stops[k].line == i;
		if (!is_stop)
			add_stop(doc, i, NULL);
	}
	if (doc->stop_count)
		qsort(doc->stops, doc->stop_count, sizeof(*doc->stops), compare_stops);
}

void doc_head(struct doc *doc)
{
	doc->head = (int)doc->count;
}

int doc_lines(const struct doc *doc)
{
	return (int)doc->count;
}

int doc_stops(const struct doc *doc)
{
	return (int)doc->stop_count;
}

const char *doc_command(const struct doc *doc, int stop)
{
	return stop >= 0 && stop < (int)doc->stop_count ? doc->stops[stop].command : NULL;
}

int doc_stop_line(const struct doc *doc, int stop)
{
	return stop >= 0 && stop < (int)doc->stop_count ? doc->stops[stop].line - doc->head : -1;
}

/* The last line that belongs to a stop. */
static int stop_end(const struct doc *doc, int stop)
{
	const int next = stop + 1 < (int)doc->stop_count ? doc->stops[stop + 1].line : (int)doc->count;

	return next - doc->head - 1;
}

static int clamp_int(int value, int lo, int hi)
{
	return value > hi ? hi : value < lo ? lo : value;
}

int doc_page(const struct doc *doc, int rows, int top, int selected, int direction)
{
	const int body = rows - doc->head, count = (int)doc->count - doc->head, last = (int)doc->stop_count - 1;
	const int step = body > 2 ? body - 1 : 1, end = count > body ? count - body : 0;
	const int from = clamp_int(top, 0, end), to = clamp_int(from + direction * step, 0, end);
	int stop = 0;

	if (to == from)
		return direction > 0 ? last : 0;
	while (stop < last && doc_stop_line(doc, stop) < to)
		stop++;
	/* The page moves on even where few of its lines can be stopped at. */
	return direction > 0 ? clamp_int(stop, selected < last ? selected + 1 : last, last)
		: clamp_int(stop, 0, selected > 0 ? selected - 1 : 0);
}

static bool line_has(const struct line *line, const char *text)
{
	struct buf whole = BUF_INIT;
	bool has;

	for (size_t k = 0; k < line->count; k++)
		buf_add(&whole, line->spans[k].text);
	has = strcasestr(buf_text(&whole), text) != NULL;
	buf_release(&whole);
	return has;
}

int doc_find(const struct doc *doc, int from, const char *text, int direction)
{
	const int count = (int)doc->stop_count;

	for (int i = 1; i <= count; i++) {
		const int stop = ((from + i * direction) % count + count) % count, first = doc->stops[stop].line;

		for (int line = first; line <= stop_end(doc, stop) + doc->head; line++)
			if (line_has(&doc->lines[line], text))
				return stop;
	}
	return -1;
}

static void draw_line(const struct line *line, struct area area, int y)
{
	for (size_t k = 0; k < line->count; k++) {
		const struct span *span = &line->spans[k];
		const int room = area.cols - span->x;

		if (text_width(span->text) > room && room > 0)
			area_fit(area, y, span->x, room, TEXT_LEFT, span->style, span->text);
		else
			area_put(area, y, span->x, span->style, span->text);
	}
}

/* A stop is shown with what belongs to it, as far as there is room. */
int doc_scroll(const struct doc *doc, int rows, int selected, int top)
{
	const int count = (int)doc->count - doc->head, line = doc_stop_line(doc, selected), body = rows - doc->head;

	if (line < 0)
		return clamp_int(top, 0, count > body ? count - body : 0);
	top = frame_scroll(top, stop_end(doc, selected), count, body);
	/* What stands before the first stop would else never be seen again. */
	top = frame_scroll(top, selected == 0 ? 0 : line, count, body);
	return frame_scroll(top, line, count, body);
}

void doc_draw(const struct doc *doc, struct area area, int selected, enum ground ground, int *top)
{
	const int head = doc->head < area.rows ? doc->head : area.rows;
	const struct area body = area_part(area, head, 0, area.rows - head, area.cols);
	const int line = doc_stop_line(doc, selected);

	for (int y = 0; y < head; y++)
		draw_line(&doc->lines[y], area, y);
	if (body.rows <= 0)
		return;
	*top = doc_scroll(doc, area.rows, selected, *top);
	for (int y = 0; y < body.rows && *top + y + doc->head < (int)doc->count; y++) {
		if (*top + y == line)
			area_paint(body, y, 0, 1, body.cols, STYLE_ON(ROLE_KEEP, ground));
		draw_line(&doc->lines[*top + y + doc->head], body, y);
	}
}

struct area doc_stop_area(const struct doc *doc, struct area area, int top, int stop)
{
	const struct area body = area_part(area, doc->head, 0, area.rows - doc->head, area.cols);
	const int line = doc_stop_line(doc, stop);

	if (line < top)
		return area_part(body, 0, 0, 0, 0);
	return area_part(body, line - top, 0, 1, body.cols);
}

void doc_text(const struct doc *doc, struct buf *buf)
{
	for (size_t i = 0; i < doc->count; i++) {
		for (size_t k = 0; k < doc->lines[i].count; k++)
			buf_add(buf, doc->lines[i].spans[k].text);
		while (buf->len && buf->text[buf->len - 1] == ' ')
			buf->text[--buf->len] = '\0';
		buf_add_char(buf, '\n');
	}
}
