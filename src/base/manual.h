/* SPDX-License-Identifier: MIT
 *
 * The manual inside the program: pages found by a topic and made for a width.
 *
 * The pages are written in mdoc (man/).  mandoc need not be there when the program runs, and text that is filled for one
 * width is ugly at another; so the build has mandoc fill each page for a line of a thousand cells, where a paragraph is one
 * line and its indentation says what it is.  The result is a classic preformatted page (bold by overstriking, emphasis by
 * underscores) in manual/LANGUAGE/NAME; manual_layout breaks its lines for the width that there is.  Items of lists hang by
 * four cells, so that a tag stands on a line of its own unless it is as short as a key.
 */
#ifndef PS_BASE_MANUAL_H
#define PS_BASE_MANUAL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"

struct err;
struct manual;

/* All pages of a language in the folder `manual` of struct where; of the other language where that one has none. NULL
 * when there are none at all. */
struct manual *manual_open(const char *folder, enum lang lang, struct err *err);
void manual_close(struct manual *manual);

/* Pages in the order of reading; names as "publicstake-gpu", titles as in the line NAME. Borrowed as long as it is open. */
size_t manual_count(const struct manual *manual);
const char *manual_name(const struct manual *manual, size_t page);
const char *manual_section(const struct manual *manual, size_t page);   /* "7" */
const char *manual_title(const struct manual *manual, size_t page);

/* Finds a topic: a page ("gpu", "publicstake-gpu", "publicstake-gpu(7)"), the name of a thing that a page has an item for
 * (a lever, an assumption, an outcome, a command, an option, a function, a key), the title of a section, or one of these in
 * one page ("gpu SOURCES"). Capitals make a difference only between things that differ by nothing else. `line` gets the line of the page that it begins on, for manual_layout. The page, or -1 and
 * `err` with a guess at what was meant. */
int manual_find(const struct manual *manual, const char *topic, size_t *line, struct err *err);

/* The same for the name of a thing only, also where a page has that name, too ("dividend"); -1: no page has it. */
int manual_find_item(const struct manual *manual, const char *name, size_t *line);

/* How a part of a line looks. */
enum manual_style { MANUAL_PLAIN, MANUAL_STRONG, MANUAL_EMPHASIS };
struct manual_run {
	size_t bytes;
	enum manual_style style;
};

/* A line for the screen: its text, and runs that cover it from the start. */
struct manual_line {
	char *text;
	struct manual_run *runs;
	size_t run_count;
	int level;            /* 1: title of a section, 2: of a subsection, 0: text */
};

struct manual_text {
	struct manual_line *lines;
	size_t count;
	size_t start, end;    /* the lines from `start` up to `end` show the thing that begins on line `line` of the page */
};

/* A page for a width of at least 20 cells; literal lines that are longer are broken, too. Ends with no empty line. */
struct manual_text manual_layout(const struct manual *manual, size_t page, size_t line, int width);
void manual_text_release(struct manual_text *text);

/* The next line from `from` on in that direction (1 or -1) that contains the words, capitals apart; -1: none. It goes on at
 * the other end. */
long manual_search(const struct manual_text *text, const char *words, size_t from, int direction);

/* The next line in that direction (1 or -1), `from` itself not counted, that is the title of a section; -1: none. */
long manual_heading(const struct manual_text *text, size_t from, int direction);

#endif
