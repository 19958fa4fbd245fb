/* SPDX-License-Identifier: MIT
 *
 * A small CSV file in memory: columns by name, cells as text or number, rows by conditions.
 * Rows and columns count from 0 here; people are told them from 1.
 */
#ifndef PS_DATA_TABLE_H
#define PS_DATA_TABLE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "data/encoding.h"

struct err;
struct table;

enum { TABLE_ROWS_MAX = 1000000, TABLE_COMMENTS_MAX = 10000 };  /* and FILE_TABLE_MAX bytes */

/* NULL on error, and soon after `*cancel` (NULL: never) is not 0. Texts that a table returns live as long as it does. */
struct table *table_read(const char *path, struct err *err);
struct table *table_parse(const char *name, const char *bytes, size_t length, const atomic_int *cancel, struct err *err);
void table_free(struct table *table);

const char *table_file(const struct table *table);
enum encoding table_encoding(const struct table *table);
size_t table_rows(const struct table *table);
size_t table_columns(const struct table *table);
const char *table_column_name(const struct table *table, size_t column);
size_t table_line(const struct table *table, size_t row);

/* The comment lines before the header, without `#`. */
size_t table_comments(const struct table *table);
const char *table_comment(const struct table *table, size_t i);

/* A column by its name: -1 and a guess at what was meant if there is none. Quietly: -1. */
int table_column(const struct table *table, const char *name, struct err *err);
int table_has_column(const struct table *table, const char *name);

/* A cell as it stands; whether nothing or only blanks stand there. */
const char *table_text(const struct table *table, size_t row, size_t column);
bool table_is_empty(const struct table *table, size_t row, size_t column);

/* A cell as a number: blanks around it and thousands separators are read ("1,234.5"); text, `12,5` and an empty cell
 * are errors with file, line, row, column and what was found. */
int table_number(const struct table *table, size_t row, size_t column, double *value, struct err *err);

/* Says what is wrong with a cell: "file:line: row 3, column 2 (`value`): WHAT"; always -1. */
int table_fault(const struct table *table, size_t row, size_t column, struct err *err, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));

/* Rows that meet all `count` conditions: the cell equals the text, blanks around it apart, or both are the same
 * number. */
struct table_where {
	const char *column, *value;
};
/* All of them in order, as a new array of `*found` (NULL if none), with 0; -1 if a column is unknown. */
int table_find(const struct table *table, const struct table_where *where, size_t count, size_t **rows,
	size_t *found, struct err *err);
/* The one that does; none or more than one is an error that names the conditions and lines. */
int table_find_one(const struct table *table, const struct table_where *where, size_t count, size_t *row,
	struct err *err);

/* The row's cell in the column `source` or `basis`; NULL if there is no such column or nothing in it. */
const char *table_source(const struct table *table, size_t row);
const char *table_basis(const struct table *table, size_t row);

#endif
