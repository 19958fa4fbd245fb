/* SPDX-License-Identifier: MIT
 *
 * CSV files: a streaming reader with bounded memory, and a writer.
 *
 * Read is what RFC 4180 says, in the encodings of data/encoding.h, with line ends LF, CRLF or CR, and quoted line
 * ends, commas and doubled quotes.  Blanks around unquoted cells are dropped, empty lines skipped.  The first row is
 * the header. Lines that start with `#` before it are comments and delivered apart.  Errors, each with file, line,
 * row, column and what was found: an empty file, an empty or repeated column name, a row with more or fewer cells than
 * the header, a NUL byte, a quote that is never closed or stands inside an unquoted cell, and what is beyond the
 * limits below.
 *
 * Written is RFC 4180 with CRLF.  A text cell that a spreadsheet would run as a formula (`=`, `+`, `-`, `@`, tab, CR or LF
 * first, also after apostrophes) gets an apostrophe in front, which spreadsheets take as "this is text"; the reader
 * takes one apostrophe off such cells again, so that what is written reads back the same.  Numbers are written as they
 * are.
 */
#ifndef PS_DATA_CSV_H
#define PS_DATA_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "data/encoding.h"

struct buf;
struct err;

/* Limits, also in the manual. */
enum {
	CSV_CELL_MAX = 64 << 10,     /* bytes of one cell, or of one comment line */
	CSV_ROW_MAX = 1 << 20,       /* bytes of one row */
	CSV_COLUMNS_MAX = 1024,
	CSV_ROWS_MAX = 20000000,
};

/* One row; all of it is borrowed for the time of the call that delivers it, but for the header, which stays to the
 * end. */
struct csv_row {
	const char *file;              /* as it was named, fit for a terminal */
	const struct csv_row *header;  /* NULL for the header itself */
	const char *const *cells;      /* UTF-8 without NULs, each ended by one */
	size_t count;
	size_t row;                    /* from 1, the header not counted; 0 for the header */
	size_t line;                   /* of the file, on which the row starts, from 1 */
};

/* Who takes what is read; each may be NULL. -1 stops the reading, with `err` filled. Sequence: comment*, header, row*.
 * Comments come without the `#` and the blanks around them. */
struct csv_handler {
	int (*comment)(void *context, const char *text, size_t line, struct err *err);
	int (*header)(void *context, const struct csv_row *header, struct err *err);
	int (*row)(void *context, const struct csv_row *row, struct err *err);
	bool (*is_unwanted)(void *context);   /* asked now and then: true ends the reading with an error that nobody waits for */
};

struct csv_info {
	enum encoding encoding;
	size_t columns, rows;
};

/* Reads a file of at most `max` bytes (FILE_STREAM_MAX, FILE_TABLE_MAX), or bytes called `name` in errors. `info`
 * may be NULL. What the handler took before an error is the caller's to throw away. */
int csv_read(const char *path, size_t max, const struct csv_handler *handler, void *context, struct csv_info *info,
	struct err *err);
int csv_read_bytes(const char *name, const char *bytes, size_t length, const struct csv_handler *handler, void *context,
	struct csv_info *info, struct err *err);

/* Says what is wrong with a cell (column from 0): "file:line: row 3, column 2 (`value`): WHAT"; always -1. */
int csv_fault(const struct csv_row *row, size_t column, struct err *err, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* A column by its name; -1 and "did you mean" if there is none. */
int csv_column(const struct csv_row *header, const char *name, struct err *err);

/* Writing into a buffer, which the caller empties as often as it likes (at row ends). Start with { .buf = buf }; for
 * Excel to see Hangul, put CSV_MARK into the buffer first. Comments stand before the header; line ends in them
 * become blanks. */
struct csv_out {
	struct buf *buf;
	size_t cells;   /* in the row so far */
};
bool csv_runs_as_formula(const char *text);              /* whether a spreadsheet would, apostrophes in front of it apart */
#define CSV_MARK "\xEF\xBB\xBF"
void csv_put_comment(struct csv_out *out, const char *text);
void csv_put_text(struct csv_out *out, const char *text);
void csv_put_number(struct csv_out *out, double value);  /* reads back to the same double */
void csv_put_empty(struct csv_out *out);
void csv_end_row(struct csv_out *out);

#endif
