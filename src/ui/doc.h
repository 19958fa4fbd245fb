/* SPDX-License-Identifier: MIT
 *
 * A document: styled lines of text made for a width, of which some are stops for the cursor, and a stop may have a
 * command that Enter runs.  Most views are a function that writes one from the desk.
 */
#ifndef PS_UI_DOC_H
#define PS_UI_DOC_H

#include <stdbool.h>

#include "ui/grid.h"

struct buf;
struct doc;

struct doc *doc_new(int width);
void doc_free(struct doc *doc);
int doc_width(const struct doc *doc);

/* Begins a line. Text is added where the last ended; text beyond the width is cut. */
void doc_line(struct doc *doc);
void doc_put(struct doc *doc, struct style style, const char *text);
void doc_putf(struct doc *doc, struct style style, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
void doc_fit(struct doc *doc, struct style style, int cells, enum text_align align, const char *text);
void doc_to(struct doc *doc, int column);    /* blanks up to it */
int doc_column(const struct doc *doc);

/* Text over as many lines as it needs, all indented; starts a line of its own. Paragraphs are joined as authors
 * write them in rule files (text_unfold) when `unfold`. */
void doc_wrap(struct doc *doc, struct style style, int indent, const char *text, bool unfold);

/* Goes on with the line: what has no room there stands below, from the column on where it began, or from a few cells
 * further. */
void doc_hang(struct doc *doc, struct style style, int further, const char *text);

/* Makes the line a stop; `command` (copied, may be NULL) is what Enter does there. Lines that follow without a stop
 * belong to it. */
void doc_stop(struct doc *doc, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Makes every line that is not blank and no stop yet a stop without a command. */
void doc_stop_all(struct doc *doc);

/* Lines so far stay at the top when the rest scrolls. */
void doc_head(struct doc *doc);

int doc_lines(const struct doc *doc);

int doc_stops(const struct doc *doc);
const char *doc_command(const struct doc *doc, int stop);   /* NULL: none; borrowed */
int doc_stop_line(const struct doc *doc, int stop);         /* its line, not counting the head; -1: no such stop */

/* The stop to select so that a page further (direction 1) or back (-1) is shown from it on, where `rows` are seen from
 * line `top` on. */
int doc_page(const struct doc *doc, int rows, int top, int selected, int direction);

/* The next stop after (direction 1) or before (-1) a stop, round the end, whose lines have the text in them, in large or
 * small letters; -1: none has. */
int doc_find(const struct doc *doc, int from, const char *text, int direction);

/* The first line shown where it was `top`, once a stop is to be seen. */
int doc_scroll(const struct doc *doc, int rows, int selected, int top);

/* Draws it with the line of stop `selected` on `ground`; `top` is the first line shown and is moved so that the
 * stop is seen. */
void doc_draw(const struct doc *doc, struct area area, int selected, enum ground ground, int *top);

/* The cell rows of a stop in the area that it was drawn to with `top`; rows 0: not seen. For the mouse. */
struct area doc_stop_area(const struct doc *doc, struct area area, int top, int stop);

void doc_text(const struct doc *doc, struct buf *buf);      /* as plain text */

#endif
