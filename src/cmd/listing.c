/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cmd/listing.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/number.h"
#include "base/text.h"
#include "base/unit.h"
#include "cmd/json.h"
#include "data/csv.h"

struct listing {
	struct listing_spec spec;
	struct buf buf;          /* of the present row; written at its end */
	struct csv_out csv;
	bool is_terminal;        /* what is written must be fit for one */
	size_t at;               /* column of the next cell */
	size_t rows;
	char **cells;            /* a table's, row by row, header first */
	size_t cell_count, cell_cap;
};

int format_parse(const char *name, enum format *format, struct err *err)
{
	static const char *const names[] = { [FORMAT_TABLE] = "table", [FORMAT_CSV] = "csv", [FORMAT_JSON] = "json" };

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		if (!strcmp(names[i], name)) {
			*format = (enum format)i;
			return 0;
		}
	}
	return err_set(err, _("--format is one of table, csv and json"));
}

static void flush(struct listing *l)
{
	fwrite(buf_text(&l->buf), 1, l->buf.len, l->spec.stream);
	buf_clear(&l->buf);
}

static void keep_cell(struct listing *l, char *text)
{
	l->cells = xgrow(l->cells, l->cell_count, &l->cell_cap, sizeof *l->cells);
	l->cells[l->cell_count++] = text;
}

static void put_header(struct listing *l)
{
	for (size_t i = 0; i < l->spec.column_count; i++) {
		if (l->spec.format == FORMAT_CSV)
			csv_put_text(&l->csv, l->spec.columns[i].name);
		else if (l->spec.format == FORMAT_TABLE)
			keep_cell(l, xstrdup(l->spec.columns[i].name));
	}
	if (l->spec.format == FORMAT_CSV)
		csv_end_row(&l->csv);
	flush(l);
}

struct listing *listing_open(const struct listing_spec *spec)
{
	struct listing *l = xmalloc(sizeof *l);

	l->spec = *spec;
	l->csv.buf = &l->buf;
	l->is_terminal = isatty(fileno(spec->stream));
	if (spec->format == FORMAT_CSV && spec->mark)
		buf_add(&l->buf, CSV_MARK);
	if (spec->format == FORMAT_JSON)
		buf_add(&l->buf, "[");
	put_header(l);
	return l;
}

/* ---- cells ---- */

static void begin_json_cell(struct listing *l)
{
	buf_add(&l->buf, l->at ? "," : l->rows ? ",\n {" : "\n {");
	json_string(&l->buf, l->spec.columns[l->at].name);
	buf_add_char(&l->buf, ':');
}

void listing_text(struct listing *l, const char *text)
{
	struct buf clean = BUF_INIT;

	assert(l->at < l->spec.column_count);
	if (l->spec.format == FORMAT_CSV && l->is_terminal) {
		text_clean(&clean, text, strlen(text), TEXT_KEEP_NEWLINES);
		csv_put_text(&l->csv, buf_text(&clean));
		buf_release(&clean);
	} else if (l->spec.format == FORMAT_CSV) {
		csv_put_text(&l->csv, text);
	} else if (l->spec.format == FORMAT_JSON) {
		begin_json_cell(l);
		json_string(&l->buf, text);
	} else {
		text_clean(&clean, text, strlen(text), TEXT_ONE_LINE);
		keep_cell(l, buf_take(&clean));
	}
	l->at++;
}

static void put_number(struct listing *l, double value)
{
	char text[NUMBER_TEXT_MAX];

	if (l->spec.format == FORMAT_CSV && isfinite(value)) {
		csv_put_number(&l->csv, value);
	} else if (l->spec.format == FORMAT_CSV) {
		csv_put_empty(&l->csv);
	} else {
		begin_json_cell(l);
		buf_add(&l->buf, isfinite(value) ? number_exact(value, text) : "null");
	}
}

/* Six digits are enough to read; what is exact is in the other formats. */
static char *readable(double value)
{
	struct buf buf = BUF_INIT;
	const double size = fabs(value);

	if (!isfinite(value))
		return xstrdup("-");
	if (value == 0 || (size >= 1e-4 && size < 1e15))
		number_fixed(&buf, value, size >= 1e5 || value == floor(value) ? 0 : size >= 1000 ? 1 : size >= 10 ? 3 : 5, size >= 1e4);
	else
		buf_addf(&buf, "%.5g", value);
	return buf_take(&buf);
}

void listing_number(struct listing *l, double value)
{
	assert(l->at < l->spec.column_count);
	if (l->spec.format == FORMAT_TABLE)
		keep_cell(l, readable(value));
	else
		put_number(l, value);
	l->at++;
}

void listing_value(struct listing *l, double value, const char *unit)
{
	struct buf buf = BUF_INIT;

	assert(l->at < l->spec.column_count);
	if (l->spec.format != FORMAT_TABLE) {
		put_number(l, value);
	} else if (isfinite(value)) {
		unit_format(&buf, value, unit, l->spec.lang, 4);
		keep_cell(l, buf_take(&buf));
	} else {
		keep_cell(l, xstrdup("-"));
	}
	l->at++;
}

void listing_end_row(struct listing *l)
{
	assert(l->at == l->spec.column_count);
	l->at = 0;
	l->rows++;
	if (l->spec.format == FORMAT_CSV)
		csv_end_row(&l->csv);
	else if (l->spec.format == FORMAT_JSON)
		buf_add_char(&l->buf, '}');
	flush(l);
}

/* ---- the table ---- */

static int *find_widths(const struct listing *l)
{
	const size_t columns = l->spec.column_count;
	int *widths = xcalloc(columns, sizeof *widths);

	for (size_t i = 0; i < l->cell_count; i++) {
		const int cells = text_width(l->cells[i]), most = l->spec.columns[i % columns].widest;

		if (cells > widths[i % columns])
			widths[i % columns] = most && cells > most ? most : cells;
	}
	return widths;
}

/* Takes cells from the widest column of text till a line fits. */
static void shrink(const struct listing *l, int *widths)
{
	const int narrowest = 8;

	for (;;) {
		int total = -2, widest = -1;

		for (size_t i = 0; i < l->spec.column_count; i++) {
			total += widths[i] + 2;
			if (!l->spec.columns[i].is_number && widths[i] > narrowest && (widest < 0 || widths[i] > widths[widest]))
				widest = (int)i;
		}
		if (total <= l->spec.width || widest < 0)
			return;
		widths[widest]--;
	}
}

/* Without the blanks that empty cells leave at the end. */
static void end_line(struct buf *buf)
{
	while (buf->len && buf->text[buf->len - 1] == ' ')
		buf->text[--buf->len] = '\0';
	buf_add_char(buf, '\n');
}

static void put_table(struct listing *l)
{
	const size_t columns = l->spec.column_count;
	const char *ellipsis = lang_is_utf8() ? NULL : "~";
	int *widths = find_widths(l);

	if (l->spec.width)
		shrink(l, widths);
	for (size_t i = 0; i < l->cell_count; i++) {
		const struct listing_column *column = &l->spec.columns[i % columns];
		const bool last = i % columns == columns - 1;

		if (last && !column->is_number)
			text_cut(&l->buf, l->cells[i], widths[i % columns], ellipsis);
		else
			text_fit(&l->buf, l->cells[i], widths[i % columns], column->is_number ? TEXT_RIGHT : TEXT_LEFT, ellipsis);
		if (!last)
			buf_add(&l->buf, "  ");
		else
			end_line(&l->buf);
	}
	flush(l);
	free(widths);
}

void listing_close(struct listing *l)
{
	if (l->spec.format == FORMAT_TABLE)
		put_table(l);
	if (l->spec.format == FORMAT_JSON)
		buf_add(&l->buf, l->rows ? "\n]\n" : "]\n");
	flush(l);
	for (size_t i = 0; i < l->cell_count; i++)
		free(l->cells[i]);
	free(l->cells);
	buf_release(&l->buf);
	free(l);
}
