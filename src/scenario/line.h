/* SPDX-License-Identifier: MIT
 *
 * A line of fields, as histories and journals write them: fields are parted by tabs, and in a field a tab, a line end
 * and a backslash stand as \t, \n, \r, \\.
 */
#ifndef PS_SCENARIO_LINE_H
#define PS_SCENARIO_LINE_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

/* Adds a field to a line that is being built in an empty buffer. The first one must not be empty. */
void line_add(struct buf *buf, const char *field);
void line_add_number(struct buf *buf, double value);   /* reads back to the same double */

/* A line taken apart; start with LINE_INIT. The memory is used again by the next line. */
struct line {
	char **fields;   /* borrowed until the next line_split */
	size_t count, cap;
	char *text;
	size_t text_cap;
};
#define LINE_INIT { NULL, 0, 0, NULL, 0 }

/* -1 if a NUL, a line end or an unknown escape is in it. A line has at least one field, which may be empty. */
int line_split(struct line *line, const char *bytes, size_t length);

/* A field as a finite number; false if it is none. */
bool line_number(const char *field, double *value);
void line_release(struct line *line);

#endif
