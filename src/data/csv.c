/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "data/csv.h"

#include <csv.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/number.h"
#include "base/text.h"

enum {
	CHUNK = 64 << 10,
	BLOCK = 4 << 10,   /* by which libcsv's buffer grows */
	NAME_CELLS = 200,
	FOUND_CELLS = 40,
};

/* A row as it grows: its cells in one buffer, each ended by a NUL. */
struct cells {
	struct buf text;
	size_t *at;
	size_t count, cap;
	const char **pointer;  /* into `text`, once the row is whole */
	size_t pointer_cap;
};

struct reader {
	const struct csv_handler *handler;
	void *context;
	struct err *err;
	int status;            /* -1 once something is wrong */
	struct csv_parser parser;
	char *file;
	struct cells header_cells, cells;
	struct csv_row header, row;
	bool have_header;
	struct buf comment;    /* the comment line that is being read */
	bool in_comment;
	size_t line;           /* the one that is being read */
	bool after_cr;
	bool line_start;
	bool line_filled;      /* something but blanks stands on it */
	bool row_open;         /* the line began inside a quoted cell */
	bool row_ended;        /* the last bytes fed ended a row */
};

/* Full-width forms count: with an East Asian locale spreadsheets read them like the others. */
bool csv_runs_as_formula(const char *text)
{
	static const char *const wide[] = { "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0" };

	text += strspn(text, "'");
	if (*text && strchr("=+-@\t\r\n", *text))
		return true;
	for (size_t i = 0; i < ARRAY_LEN(wide); i++)
		if (!strncmp(text, wide[i], strlen(wide[i])))
			return true;
	return false;
}

int csv_fault(const struct csv_row *row, size_t column, struct err *err, const char *fmt, ...)
{
	const char *name = row->header && column < row->header->count ? row->header->cells[column] : NULL;
	char *shown = text_quote(name ? name : "", strlen(name ? name : ""), FOUND_CELLS);
	char *what;
	va_list args;

	va_start(args, fmt);
	if (vasprintf(&what, fmt, args) < 0)
		what = xstrdup(fmt);
	va_end(args);
	if (!row->header)
		err_set(err, _("%s:%zu: header, column %zu: %s"), row->file, row->line, column + 1, what);
	else if (name)
		err_set(err, _("%s:%zu: row %zu, column %zu (`%s`): %s"), row->file, row->line, row->row, column + 1, shown,
			what);
	else
		err_set(err, _("%s:%zu: row %zu, column %zu: %s"), row->file, row->line, row->row, column + 1, what);
	free(what);
	free(shown);
	return -1;
}

int csv_column(const struct csv_row *header, const char *name, struct err *err)
{
	const char *guess;
	char *shown, *meant;

	for (size_t i = 0; i < header->count; i++)
		if (!strcmp(header->cells[i], name))
			return (int)i;
	guess = text_closest(name, header->cells, header->count);
	shown = text_quote(name, strlen(name), FOUND_CELLS);
	meant = text_quote(guess ? guess : "", strlen(guess ? guess : ""), FOUND_CELLS);
	if (guess)
		err_set(err, _("%s:%zu: there is no column `%s`; did you mean `%s`?"), header->file, header->line, shown,
			meant);
	else
		err_set(err, _("%s:%zu: there is no column `%s`"), header->file, header->line, shown);
	free(shown);
	free(meant);
	return -1;
}

static void cells_clear(struct cells *cells)
{
	buf_clear(&cells->text);
	cells->count = 0;
}

static void cells_release(struct cells *cells)
{
	buf_release(&cells->text);
	free(cells->at);
	free(cells->pointer);
}

static void cells_add(struct cells *cells, const char *text, size_t length)
{
	cells->at = xgrow(cells->at, cells->count, &cells->cap, sizeof *cells->at);
	cells->at[cells->count++] = cells->text.len;
	buf_add_bytes(&cells->text, text, length);
	buf_add_char(&cells->text, '\0');
}

/* The row as the handler gets it. */
static void cells_finish(struct cells *cells, struct csv_row *row)
{
	if (cells->count > cells->pointer_cap) {
		cells->pointer_cap = cells->count;
		cells->pointer = xrealloc(cells->pointer, cells->count, sizeof *cells->pointer);
	}
	for (size_t i = 0; i < cells->count; i++)
		cells->pointer[i] = cells->text.text + cells->at[i];
	row->cells = cells->pointer;
	row->count = cells->count;
}

/* What of a cell goes into a message. */
static char *found(const char *text, size_t length)
{
	return text_quote(text, length, FOUND_CELLS);
}

/* Sets the error for the row that is being read: the next cell is at fault. */
static void fail_here(struct reader *reader, const char *what, const char *text, size_t length)
{
	const struct csv_row row = {
		.file = reader->file,
		.header = reader->have_header ? &reader->header : NULL,
		.row = reader->row.row + 1,
		.line = reader->row.line,
	};
	char *shown;

	if (reader->status < 0)
		return;
	shown = found(text, length);
	reader->status = csv_fault(&row, reader->cells.count, reader->err, _("%s; found `%s`"), what, shown);
	free(shown);
}

static void long_cell(struct reader *reader, const char *text, size_t length)
{
	char what[160];

	snprintf(what, sizeof what, _("the cell is longer than %d bytes; is a quote not closed?"), CSV_CELL_MAX);
	fail_here(reader, what, text, length);
}

static void check_cell(struct reader *reader, const char *text, size_t length)
{
	char what[160];

	if (length > CSV_CELL_MAX) {
		long_cell(reader, text, length);
	} else if (reader->cells.count == CSV_COLUMNS_MAX) {
		snprintf(what, sizeof what, _("there are more than %d columns"), CSV_COLUMNS_MAX);
		fail_here(reader, what, text, length);
	} else if (reader->cells.text.len + length > CSV_ROW_MAX) {
		snprintf(what, sizeof what, _("the row is longer than %d bytes; is a quote not closed?"), CSV_ROW_MAX);
		fail_here(reader, what, text, length);
	}
}

/* libcsv's two callbacks: a cell, and the end of a row. */
static void take_cell(void *text, size_t length, void *context)
{
	struct reader *reader = context;

	if (reader->status < 0)
		return;
	check_cell(reader, text, length);
	if (reader->status < 0)
		return;
	/* The parser was told to end cells with a NUL. */
	if (length && *(const char *)text == '\'' && csv_runs_as_formula(text))
		cells_add(&reader->cells, (const char *)text + 1, length - 1);
	else
		cells_add(&reader->cells, text, length);
}

static void trim(const char **text, size_t *length)
{
	while (*length && strchr(" \t", **text))
		++*text, --*length;
	while (*length && strchr(" \t", (*text)[*length - 1]))
		--*length;
}

static int check_header(struct reader *reader)
{
	const struct csv_row *header = &reader->header;

	for (size_t i = 0; i < header->count; i++) {
		const char *name = header->cells[i];

		if (!*name)
			return csv_fault(header, i, reader->err, _("the column has no name"));
		for (size_t j = 0; j < i; j++) {
			char *shown;

			if (strcmp(name, header->cells[j]) != 0)
				continue;
			shown = found(name, strlen(name));
			csv_fault(header, i, reader->err, _("the name `%s` is already that of column %zu; rename one"), shown,
				j + 1);
			free(shown);
			return -1;
		}
	}
	return 0;
}

static int take_header(struct reader *reader)
{
	const struct cells *cells = &reader->cells;

	for (size_t i = 0; i < cells->count; i++) {
		const char *name = cells->text.text + cells->at[i];
		size_t length = strlen(name);

		trim(&name, &length);
		cells_add(&reader->header_cells, name, length);
	}
	reader->header.file = reader->file;
	reader->header.line = reader->row.line;
	cells_finish(&reader->header_cells, &reader->header);
	if (check_header(reader) < 0)
		return -1;
	reader->have_header = true;
	return reader->handler->header ? reader->handler->header(reader->context, &reader->header, reader->err) : 0;
}

static int wrong_count(struct reader *reader)
{
	const struct csv_row *row = &reader->row;
	char *shown = found(row->cells[0], strlen(row->cells[0]));

	if (row->count > reader->header.count)
		err_set(reader->err, _("%s:%zu: row %zu has %zu cells, the header %zu; the row starts with `%s`; "
			"a cell with a comma in it needs quotes around it"), row->file, row->line, row->row, row->count,
			reader->header.count, shown);
	else
		err_set(reader->err, _("%s:%zu: row %zu has %zu cells, the header %zu; the row starts with `%s`; "
			"leave cells empty, but keep their commas"), row->file, row->line, row->row, row->count,
			reader->header.count, shown);
	free(shown);
	return -1;
}

static int take_row(struct reader *reader)
{
	reader->row.file = reader->file;
	reader->row.header = &reader->header;
	reader->row.row++;
	cells_finish(&reader->cells, &reader->row);
	if (reader->row.count != reader->header.count)
		return wrong_count(reader);
	if (reader->row.row > CSV_ROWS_MAX)
		return err_set(reader->err, _("%s:%zu: there are more than %d rows"), reader->file, reader->row.line,
			CSV_ROWS_MAX);
	return reader->handler->row ? reader->handler->row(reader->context, &reader->row, reader->err) : 0;
}

static void end_row(int terminator, void *context)
{
	struct reader *reader = context;

	(void)terminator;
	reader->row_ended = true;
	if (reader->status == 0)
		reader->status = reader->have_header ? take_row(reader) : take_header(reader);
	cells_clear(&reader->cells);
}

/* libcsv stopped at `at`: in strict mode that is a quote out of place. */
static void misplaced_quote(struct reader *reader, const char *text, size_t length, size_t at)
{
	size_t start = at, end = at;

	while (start > 0 && text[start - 1] != ',')
		start--;
	while (end < length && !strchr(",\r\n", text[end]))
		end++;
	fail_here(reader,
		_("a quote stands in the middle of a cell; put quotes around the whole cell and double those inside"),
		text + start, end - start);
}

static void finish_comment(struct reader *reader)
{
	const char *text = buf_text(&reader->comment) + 1;
	size_t length = reader->comment.len - 1;
	char *line;

	while (length && strchr(" \t\r\n", *text))
		text++, length--;
	while (length && strchr(" \t\r\n", text[length - 1]))
		length--;
	line = xstrndup(text, length);
	if (reader->handler->comment)
		reader->status = reader->handler->comment(reader->context, line, reader->line, reader->err);
	free(line);
	buf_clear(&reader->comment);
	reader->in_comment = false;
}

static void feed_comment(struct reader *reader, const char *text, size_t length, bool line_end)
{
	if (reader->comment.len + length > CSV_CELL_MAX) {
		reader->status = err_set(reader->err, _("%s:%zu: the comment is longer than %d bytes"), reader->file,
			reader->line, CSV_CELL_MAX);
		return;
	}
	buf_add_bytes(&reader->comment, text, length);
	if (line_end)
		finish_comment(reader);
}

static void feed_parser(struct reader *reader, const char *text, size_t length)
{
	const size_t done = csv_parse(&reader->parser, text, length, take_cell, end_row, reader);

	if (reader->status < 0)
		return;
	if (done < length && csv_error(&reader->parser) == CSV_EPARSE)
		misplaced_quote(reader, text, length, done);
	else if (done < length)
		reader->status = err_set(reader->err, "%s:%zu: %s", reader->file, reader->line,
			csv_strerror(csv_error(&reader->parser)));
	else if (csv_get_buffer_size(&reader->parser) > CSV_CELL_MAX + CHUNK + 2 * BLOCK)
		long_cell(reader, (const char *)reader->parser.entry_buf, CSV_CELL_MAX);
}

static bool only_blanks(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (!strchr(" \t\r\n", text[i]))
			return false;
	return true;
}

static void begin_line(struct reader *reader, char first)
{
	reader->line_start = false;
	reader->line_filled = false;
	if (!reader->row_open)
		reader->row.line = reader->line;
	reader->in_comment = first == '#' && !reader->have_header && !reader->row_open;
}

static void end_line(struct reader *reader)
{
	reader->row_open = !reader->row_ended && (reader->row_open || reader->line_filled);
	reader->line_start = true;
	reader->line++;
}

/* One line or a part of one: `text` has a line end at most at its own end. The LF of a CRLF comes by itself. */
static void feed_line(struct reader *reader, const char *text, size_t length)
{
	const bool line_end = text[length - 1] == '\n' || text[length - 1] == '\r';
	const bool second = reader->after_cr && *text == '\n';

	reader->after_cr = text[length - 1] == '\r';
	if (second) {
		/* Outside quotes this is an empty line, which the parser skips. */
		feed_parser(reader, text, length);
		return;
	}
	if (reader->line_start)
		begin_line(reader, *text);
	if (memchr(text, '\0', length)) {
		fail_here(reader, _("there is a NUL byte; the file is damaged, or is UTF-16 without a byte-order mark"), text,
			length);
		return;
	}
	reader->row_ended = false;
	if (reader->in_comment) {
		feed_comment(reader, text, length, line_end);
	} else {
		reader->line_filled |= !only_blanks(text, length);
		feed_parser(reader, text, length);
	}
	if (line_end)
		end_line(reader);
}

static void feed(struct reader *reader, const char *text, size_t length)
{
	while (length && reader->status == 0) {
		size_t n = 0;

		while (n < length && text[n] != '\n' && text[n] != '\r')
			n++;
		n += n < length;
		feed_line(reader, text, n);
		text += n;
		length -= n;
	}
}

static void finish(struct reader *reader)
{
	if (reader->in_comment)
		finish_comment(reader);
	if (reader->status == 0 && csv_fini(&reader->parser, take_cell, end_row, reader) < 0 && reader->status == 0)
		fail_here(reader, _("a quote is opened here and never closed"), (const char *)reader->parser.entry_buf,
			reader->parser.entry_pos);
	if (reader->status == 0 && !reader->have_header)
		reader->status = err_set(reader->err, _("%s: is empty; a header with the names of the columns is needed"),
			reader->file);
}

static int reader_init(struct reader *reader, const char *name, const struct csv_handler *handler, void *context,
	struct err *err)
{
	*reader = (struct reader){ .handler = handler, .context = context, .err = err, .line = 1, .line_start = true };
	if (csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
		return err_set(err, _("%s: libcsv can't be set up"), name);
	csv_set_blk_size(&reader->parser, BLOCK);
	reader->file = text_quote(name, strlen(name), NAME_CELLS);
	return 0;
}

static void reader_release(struct reader *reader)
{
	csv_free(&reader->parser);
	buf_release(&reader->comment);
	cells_release(&reader->header_cells);
	cells_release(&reader->cells);
	free(reader->file);
}

/* Takes the decoder. */
static int read_all(struct decoder *decoder, const char *name, const struct csv_handler *handler, void *context,
	struct csv_info *info, struct err *err)
{
	struct reader reader;
	char *text;
	ssize_t got;

	if (reader_init(&reader, name, handler, context, err) < 0) {
		decoder_close(decoder);
		return -1;
	}
	text = xmalloc(CHUNK);
	while ((got = decoder_read(decoder, text, CHUNK, err)) > 0 && reader.status == 0) {
		feed(&reader, text, (size_t)got);
		if (handler->is_unwanted && handler->is_unwanted(context))
			reader.status = err_set(err, "%s", reader.file);
	}
	if (got < 0)
		reader.status = -1;
	else if (reader.status == 0)
		finish(&reader);
	if (info)
		*info = (struct csv_info){ decoder_encoding(decoder), reader.header.count, reader.row.row };
	free(text);
	decoder_close(decoder);
	reader_release(&reader);
	return reader.status;
}

int csv_read(const char *path, size_t max, const struct csv_handler *handler, void *context, struct csv_info *info,
	struct err *err)
{
	struct decoder *decoder = decoder_open(path, max, err);

	return decoder ? read_all(decoder, path, handler, context, info, err) : -1;
}

int csv_read_bytes(const char *name, const char *bytes, size_t length, const struct csv_handler *handler, void *context,
	struct csv_info *info, struct err *err)
{
	struct decoder *decoder = decoder_open_bytes(name, bytes, length, err);

	return decoder ? read_all(decoder, name, handler, context, info, err) : -1;
}

/* A cell that would not survive without quotes: what parts cells and rows, blanks that would be dropped, the start of a
 * comment or of a marked file, and nothing at all, which alone on a line would be skipped. */
static bool needs_quotes(const char *text, size_t cells)
{
	const size_t n = strlen(text);

	if (!n)
		return cells == 0;
	return strpbrk(text, ",;\t\"\r\n") || strchr(" \t", text[0]) || strchr(" \t", text[n - 1]) ||
		(cells == 0 && (*text == '#' || !strncmp(text, CSV_MARK, strlen(CSV_MARK))));
}

static void put_quoted(struct buf *buf, const char *text)
{
	const size_t length = strlen(text), most = 2 * length + 2;
	char *quoted = xmalloc(most);

	buf_add_bytes(buf, quoted, csv_write(quoted, most, text, length));
	free(quoted);
}

static void put_comma(struct csv_out *out)
{
	if (out->cells++)
		buf_add_char(out->buf, ',');
}

void csv_put_comment(struct csv_out *out, const char *text)
{
	buf_add(out->buf, "# ");
	for (; *text; text++) {
		if (*text == '\n' || *text == '\r')
			buf_add_char(out->buf, ' ');
		else
			buf_add_char(out->buf, *text);
	}
	buf_add(out->buf, "\r\n");
}

void csv_put_text(struct csv_out *out, const char *text)
{
	char *guarded = csv_runs_as_formula(text) ? xasprintf("'%s", text) : NULL;
	const char *cell = guarded ? guarded : text;
	const bool quote = needs_quotes(cell, out->cells);

	put_comma(out);
	if (quote)
		put_quoted(out->buf, cell);
	else
		buf_add(out->buf, cell);
	free(guarded);
}

void csv_put_number(struct csv_out *out, double value)
{
	char text[NUMBER_TEXT_MAX];

	put_comma(out);
	buf_add(out->buf, number_exact(value, text));
}

void csv_put_empty(struct csv_out *out)
{
	csv_put_text(out, "");
}

void csv_end_row(struct csv_out *out)
{
	buf_add(out->buf, "\r\n");
	out->cells = 0;
}
