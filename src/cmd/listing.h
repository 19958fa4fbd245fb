/* SPDX-License-Identifier: MIT
 *
 * Listings: rows of text and numbers as CSV, as JSON, or as a table that is aligned by cell width.
 */
#ifndef PS_CMD_LISTING_H
#define PS_CMD_LISTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/lang.h"

struct err;
struct listing;

enum format { FORMAT_TABLE, FORMAT_CSV, FORMAT_JSON };

/* "table", "csv", "json"; -1 and `err` for anything else. */
int format_parse(const char *name, enum format *format, struct err *err);

/* A column: its name, and whether it holds numbers. */
struct listing_column {
	const char *name;
	bool is_number;
	int widest;        /* cells in a table before text is cut; 0: as wide as need be */
};

struct listing_spec {
	FILE *stream;
	enum format format;
	enum lang lang;
	const struct listing_column *columns;   /* borrowed as long as the listing lives */
	size_t column_count;
	int width;         /* cells of a table's line; 0: no limit */
	bool mark;         /* CSV begins with a byte-order mark */
};

/* A table is held back till close, since its widths are known only then; the others stream. No control characters go to a terminal;
 * CSV in a file or pipe has texts as they are, but for what data/csv.h does about formulas. The caller's to close. */
struct listing *listing_open(const struct listing_spec *spec);

/* The next cell of the row, in the order of columns. A number that is not finite is empty in CSV, null in JSON, `-` in a table. */
void listing_text(struct listing *listing, const char *text);
void listing_number(struct listing *listing, double value);              /* exact; a table rounds to 6 digits */
void listing_value(struct listing *listing, double value, const char *unit);   /* a table shows the unit */
void listing_end_row(struct listing *listing);

void listing_close(struct listing *listing);

#endif
