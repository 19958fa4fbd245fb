/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "data/table.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/number.h"
#include "base/text.h"
#include "data/csv.h"

enum {
	NAME_CELLS = 200,
	FOUND_CELLS = 40,
};

/* All texts lie in one buffer, cells named by their offsets: rows may be many and cells short. */
struct table {
	char *file;
	enum encoding encoding;
	struct buf text;
	uint32_t *name;      /* of each column */
	size_t columns;
	uint32_t *cell;      /* row by row */
	size_t cells, cell_cap;
	uint32_t *line;      /* of each row */
	size_t rows, line_cap;
	uint32_t *comment;
	size_t comments, comment_cap;
	size_t header_line;
	const atomic_int *cancel;   /* while it is read; NULL: never */
};

static uint32_t keep(struct table *table, const char *text)
{
	const size_t at = table->text.len;

	buf_add_bytes(&table->text, text, strlen(text) + 1);
	return (uint32_t)at;
}

static const char *kept(const struct table *table, uint32_t at)
{
	return table->text.text + at;
}

static int take_comment(void *context, const char *text, size_t line, struct err *err)
{
	struct table *table = context;

	if (table->comments == TABLE_COMMENTS_MAX)
		return err_set(err, _("%s:%zu: there are more than %d comment lines"), table->file, line, TABLE_COMMENTS_MAX);
	table->comment = xgrow(table->comment, table->comments, &table->comment_cap, sizeof *table->comment);
	table->comment[table->comments++] = keep(table, text);
	return 0;
}

static int take_header(void *context, const struct csv_row *header, struct err *err)
{
	struct table *table = context;

	(void)err;
	table->columns = header->count;
	table->header_line = header->line;
	table->name = xcalloc(header->count, sizeof *table->name);
	for (size_t i = 0; i < header->count; i++)
		table->name[i] = keep(table, header->cells[i]);
	return 0;
}

static int take_row(void *context, const struct csv_row *row, struct err *err)
{
	struct table *table = context;

	if (table->rows == TABLE_ROWS_MAX)
		return err_set(err, _("%s:%zu: there are more than %d rows"), row->file, row->line, TABLE_ROWS_MAX);
	table->line = xgrow(table->line, table->rows, &table->line_cap, sizeof *table->line);
	table->line[table->rows++] = (uint32_t)row->line;
	for (size_t i = 0; i < row->count; i++) {
		table->cell = xgrow(table->cell, table->cells, &table->cell_cap, sizeof *table->cell);
		table->cell[table->cells++] = keep(table, row->cells[i]);
	}
	return 0;
}

static bool is_unwanted(void *context)
{
	const struct table *table = context;

	return table->cancel && atomic_load(table->cancel);
}

static const struct csv_handler handler = {
	.comment = take_comment, .header = take_header, .row = take_row, .is_unwanted = is_unwanted,
};

static struct table *table_new(const char *name)
{
	struct table *table = xmalloc(sizeof *table);

	table->file = text_quote(name, strlen(name), NAME_CELLS);
	return table;
}

static struct table *finish(struct table *table, int status, const struct csv_info *info)
{
	if (status < 0) {
		table_free(table);
		return NULL;
	}
	table->encoding = info->encoding;
	table->cancel = NULL;
	return table;
}

struct table *table_read(const char *path, struct err *err)
{
	struct table *table = table_new(path);
	struct csv_info info = { 0 };
	const int status = csv_read(path, FILE_TABLE_MAX, &handler, table, &info, err);

	return finish(table, status, &info);
}

struct table *table_parse(const char *name, const char *bytes, size_t length, const atomic_int *cancel, struct err *err)
{
	struct table *table;
	struct csv_info info = { 0 };

	if (length > FILE_TABLE_MAX) {
		err_set(err, _("%s: is too large; at most %zu bytes are read"), name, FILE_TABLE_MAX);
		return NULL;
	}
	table = table_new(name);
	table->cancel = cancel;
	return finish(table, csv_read_bytes(name, bytes, length, &handler, table, &info, err), &info);
}

void table_free(struct table *table)
{
	if (!table)
		return;
	free(table->file);
	buf_release(&table->text);
	free(table->name);
	free(table->cell);
	free(table->line);
	free(table->comment);
	free(table);
}

const char *table_file(const struct table *table)
{
	return table->file;
}

enum encoding table_encoding(const struct table *table)
{
	return table->encoding;
}

size_t table_rows(const struct table *table)
{
	return table->rows;
}

size_t table_columns(const struct table *table)
{
	return table->columns;
}

const char *table_column_name(const struct table *table, size_t column)
{
	return kept(table, table->name[column]);
}

size_t table_line(const struct table *table, size_t row)
{
	return table->line[row];
}

size_t table_comments(const struct table *table)
{
	return table->comments;
}

const char *table_comment(const struct table *table, size_t i)
{
	return kept(table, table->comment[i]);
}

int table_has_column(const struct table *table, const char *name)
{
	for (size_t i = 0; i < table->columns; i++)
		if (!strcmp(table_column_name(table, i), name))
			return (int)i;
	return -1;
}

int table_column(const struct table *table, const char *name, struct err *err)
{
	const int column = table_has_column(table, name);
	const char **names;
	struct csv_row header = { .file = table->file, .count = table->columns, .line = table->header_line };

	if (column >= 0)
		return column;
	names = xcalloc(table->columns, sizeof *names);
	for (size_t i = 0; i < table->columns; i++)
		names[i] = table_column_name(table, i);
	header.cells = names;
	csv_column(&header, name, err);
	free(names);
	return -1;
}

const char *table_text(const struct table *table, size_t row, size_t column)
{
	return kept(table, table->cell[row * table->columns + column]);
}

/* A cell without the blanks around it (a quoted cell keeps them). */
static const char *trimmed(const char *text, size_t *length)
{
	text += strspn(text, " \t\r\n");
	*length = strlen(text);
	while (*length && strchr(" \t\r\n", text[*length - 1]))
		--*length;
	return text;
}

bool table_is_empty(const struct table *table, size_t row, size_t column)
{
	size_t length;

	trimmed(table_text(table, row, column), &length);
	return length == 0;
}

int table_fault(const struct table *table, size_t row, size_t column, struct err *err, const char *fmt, ...)
{
	const char *name = table_column_name(table, column);
	char *what, *shown;
	va_list args;

	va_start(args, fmt);
	if (vasprintf(&what, fmt, args) < 0)
		what = xstrdup(fmt);
	va_end(args);
	shown = text_quote(name, strlen(name), FOUND_CELLS);
	err_set(err, _("%s:%zu: row %zu, column %zu (`%s`): %s"), table->file, table_line(table, row), row + 1,
		column + 1, shown, what);
	free(shown);
	free(what);
	return -1;
}

int table_number(const struct table *table, size_t row, size_t column, double *value, struct err *err)
{
	const char *text = table_text(table, row, column);
	struct err why;

	if (number_parse_cell(text, strlen(text), value, &why) == 0)
		return 0;
	return table_fault(table, row, column, err, "%s", why.text);
}

/* A condition ready to be compared: the column found, the value also as a number if it is one. */
struct condition {
	size_t column;
	const char *text;
	size_t length;
	double number;
	bool is_number;
};

static struct condition *conditions_new(const struct table *table, const struct table_where *where, size_t count,
	struct err *err)
{
	struct condition *conditions = xcalloc(count, sizeof *conditions);

	for (size_t i = 0; i < count; i++) {
		struct condition *condition = &conditions[i];
		const int column = table_column(table, where[i].column, err);

		if (column < 0) {
			free(conditions);
			return NULL;
		}
		condition->column = (size_t)column;
		condition->text = trimmed(where[i].value, &condition->length);
		condition->is_number = number_parse_cell(where[i].value, strlen(where[i].value), &condition->number, NULL) == 0;
	}
	return conditions;
}

static bool meets(const struct table *table, size_t row, const struct condition *condition)
{
	const char *cell = table_text(table, row, condition->column), *text;
	size_t length;
	double number;

	text = trimmed(cell, &length);
	if (length == condition->length && !memcmp(text, condition->text, length))
		return true;
	return condition->is_number && number_parse_cell(cell, strlen(cell), &number, NULL) == 0 &&
		number == condition->number;
}

int table_find(const struct table *table, const struct table_where *where, size_t count, size_t **rows, size_t *found,
	struct err *err)
{
	struct condition *conditions = conditions_new(table, where, count, err);
	size_t cap = 0;

	*rows = NULL;
	*found = 0;
	if (!conditions)
		return -1;
	for (size_t row = 0; row < table->rows; row++) {
		size_t i = 0;

		while (i < count && meets(table, row, &conditions[i]))
			i++;
		if (i < count)
			continue;
		*rows = xgrow(*rows, *found, &cap, sizeof **rows);
		(*rows)[(*found)++] = row;
	}
	free(conditions);
	return 0;
}

/* "`id` = `x`, `year` = `2030`", fit for a terminal. */
static char *describe(const struct table_where *where, size_t count)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < count; i++) {
		char *column = text_quote(where[i].column, strlen(where[i].column), FOUND_CELLS);
		char *value = text_quote(where[i].value, strlen(where[i].value), FOUND_CELLS);

		buf_addf(&text, "%s`%s` = `%s`", i ? ", " : "", column, value);
		free(column);
		free(value);
	}
	return buf_take(&text);
}

/* No row: if a single name was looked for, the nearest that is there. */
static int none_found(const struct table *table, const struct table_where *where, size_t count, struct err *err)
{
	struct text_guess guess = { .name = where[0].value };
	const int column = table_has_column(table, where[0].column);
	char *what = describe(where, count);

	for (size_t row = 0; count == 1 && row < table->rows; row++)
		text_guess_offer(&guess, table_text(table, row, (size_t)column));
	if (guess.best) {
		char *meant = text_quote(guess.best, strlen(guess.best), FOUND_CELLS);

		err_set(err, _("%s: no row has %s; did you mean `%s`?"), table->file, what, meant);
		free(meant);
	} else {
		err_set(err, _("%s: no row has %s"), table->file, what);
	}
	free(what);
	return -1;
}

int table_find_one(const struct table *table, const struct table_where *where, size_t count, size_t *row,
	struct err *err)
{
	size_t *rows, found;
	int status = 0;
	char *what;

	if (table_find(table, where, count, &rows, &found, err) < 0)
		return -1;
	if (found == 1) {
		*row = rows[0];
	} else if (found > 1) {
		what = describe(where, count);
		status = err_set(err, _("%s: %zu rows have %s (lines %zu and %zu are the first); "
			"add a condition that tells them apart"), table->file, found, *what ? what : "...",
			table_line(table, rows[0]), table_line(table, rows[1]));
		free(what);
	} else if (count) {
		status = none_found(table, where, count, err);
	} else {
		status = err_set(err, _("%s: has no rows"), table->file);
	}
	free(rows);
	return status;
}

static const char *cell_of(const struct table *table, size_t row, const char *name)
{
	const int column = table_has_column(table, name);

	if (column < 0 || table_is_empty(table, row, (size_t)column))
		return NULL;
	return table_text(table, row, (size_t)column);
}

const char *table_source(const struct table *table, size_t row)
{
	return cell_of(table, row, "source");
}

const char *table_basis(const struct table *table, size_t row)
{
	return cell_of(table, row, "basis");
}
