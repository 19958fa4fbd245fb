/* SPDX-License-Identifier: MIT
 *
 * Any bytes as a CSV file: what is read is written and read again, and must be the same; nothing that is written runs as
 * a formula in a spreadsheet; and tables and series take it.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "data/csv.h"
#include "data/series.h"
#include "data/table.h"
#include "fuzz.h"

/* What a reading gave: as a text that tells any two readings apart, and as a CSV file. */
struct reading {
	struct buf log, csv;
	struct csv_out out;
};

static int take_comment(void *context, const char *text, size_t line, struct err *err)
{
	struct reading *reading = context;

	(void)line;
	(void)err;
	buf_addf(&reading->log, "#%zu:%s\n", strlen(text), text);
	csv_put_comment(&reading->out, text);
	return 0;
}

static int take_row(void *context, const struct csv_row *row, struct err *err)
{
	struct reading *reading = context;

	(void)err;
	for (size_t i = 0; i < row->count; i++) {
		buf_addf(&reading->log, "%zu:%s|", strlen(row->cells[i]), row->cells[i]);
		csv_put_text(&reading->out, row->cells[i]);
	}
	buf_add(&reading->log, "\n");
	csv_end_row(&reading->out);
	return 0;
}

static int read_once(struct reading *reading, const char *bytes, size_t length, struct err *err)
{
	static const struct csv_handler handler = { .comment = take_comment, .header = take_row, .row = take_row };

	*reading = (struct reading){ .log = BUF_INIT, .csv = BUF_INIT };
	reading->out.buf = &reading->csv;
	return csv_read_bytes("input.csv", bytes, length, &handler, reading, NULL, err);
}

static void release(struct reading *reading)
{
	buf_release(&reading->log);
	buf_release(&reading->csv);
}

/* Written cells, read in the plainest way. */
static void require_no_formula(const char *text)
{
	bool start = true, quoted = false;

	while (*text == '#')
		text += strcspn(text, "\n") + 1;
	for (; *text; text++) {
		if (start && *text == '"') {
			quoted = true;
			text++;
		}
		fuzz_require(!start || (quoted && *text == '\r') || !*text || !strchr("=+-@\t", *text), "no cell starts like a formula");
		fuzz_require(!start || !quoted || !strchr("\r\n", *text), "no cell starts with a line end");
		start = false;
		if (*text == '"')
			quoted = !quoted;
		else if (!quoted && (*text == ',' || *text == '\n'))
			start = true;
	}
}

static void use_table(const char *bytes, size_t length)
{
	struct err err;
	struct table *table = table_parse("input.csv", bytes, length, NULL, &err);
	struct series_spec spec = { .scale = 1 };
	struct series *series;
	double number;

	if (!table)
		return;
	for (size_t row = 0; row < table_rows(table); row++)
		for (size_t column = 0; column < table_columns(table); column++)
			if (table_number(table, row, column, &number, &err) == 0)
				fuzz_require(isfinite(number), "a cell is a finite number");
			else
				fuzz_require_clean(err.text, "the error is fit to be shown");
	spec.time = table_column_name(table, 0);
	spec.value = table_column_name(table, table_columns(table) - 1);
	series = series_from_table(table, &spec, &err);
	if (series)
		series_at(series, 2030.5);
	else
		fuzz_require_clean(err.text, "the error is fit to be shown");
	series_free(series);
	table_free(table);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct reading first, second;
	struct err err;

	if (read_once(&first, (const char *)bytes, length, &err) < 0) {
		fuzz_require_clean(err.text, "the error is fit to be shown");
		release(&first);
		return 0;
	}
	require_no_formula(buf_text(&first.csv));
	if (read_once(&second, buf_text(&first.csv), first.csv.len, &err) < 0)
		fuzz_require(false, err.text);
	fuzz_require_same(buf_text(&first.log), first.log.len, buf_text(&second.log), second.log.len, "what is written reads back");
	release(&first);
	release(&second);
	use_table((const char *)bytes, length);
	return 0;
}
