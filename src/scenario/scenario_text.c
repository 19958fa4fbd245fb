/* SPDX-License-Identifier: MIT
 *
 * The text of a scenario file: reading and writing.
 */
#include "config.h"

#include "scenario/scenario.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "base/number.h"
#include "base/text.h"
#include "data/csv.h"
#include "scenario/settings.h"

enum { COLUMN_ID, COLUMN_VALUE, COLUMN_NOTE, COLUMNS };

static const char *const column_names[COLUMNS] = {
	[COLUMN_ID] = "id", [COLUMN_VALUE] = "value", [COLUMN_NOTE] = "note",
};

enum { FINGERPRINT_DIGITS = 16, PATH_CELLS = 200, NAME_CELLS = 40 };

struct reading {
	struct scenario *scenario;
	const char *file;      /* fit for a terminal */
	int column[COLUMNS];   /* -1: not there */
};

/* ---- comment lines ---- */

static bool is_date(const char *text)
{
	static const char shape[] = "0000-00-00";

	if (strlen(text) != sizeof shape - 1)
		return false;
	for (size_t i = 0; shape[i]; i++)
		if (shape[i] == '0' ? !strchr("0123456789", text[i]) : text[i] != shape[i])
			return false;
	return true;
}

static bool is_fingerprint(const char *text)
{
	return strlen(text) == FINGERPRINT_DIGITS && strspn(text, "0123456789abcdef") == FINGERPRINT_DIGITS;
}

/* What is known of comment lines, in the order in which they are written: "key: text". */
static const struct field {
	const char *key;
	size_t offset;                        /* of the `char *` in a scenario */
	bool (*is_valid)(const char *text);   /* NULL: any text; others are kept as plain comments */
	bool has_lines;                       /* may come again, for one more line */
} fields[] = {
	{ .key = "name", .offset = offsetof(struct scenario, title.in[LANG_EN]) },
	{ .key = "name_ko", .offset = offsetof(struct scenario, title.in[LANG_KO]) },
	{ .key = "description", .offset = offsetof(struct scenario, description.in[LANG_EN]), .has_lines = true },
	{ .key = "description_ko", .offset = offsetof(struct scenario, description.in[LANG_KO]), .has_lines = true },
	{ .key = "date", .offset = offsetof(struct scenario, date), .is_valid = is_date },
	{ .key = "rules", .offset = offsetof(struct scenario, rules), .is_valid = is_fingerprint },
	{ .key = "data", .offset = offsetof(struct scenario, data), .is_valid = is_fingerprint },
};

/* Text made fit to be shown, on one line or, for a note, on several. */
static char *cleaned(const char *text, enum text_clean mode)
{
	struct buf buf = BUF_INIT;

	text_clean(&buf, text, strlen(text), mode);
	return buf_take(&buf);
}

static const struct field *find_field(const char *comment, const char **text)
{
	const size_t length = strcspn(comment, ":");

	for (size_t i = 0; i < ARRAY_LEN(fields); i++) {
		if (comment[length] != ':' || strlen(fields[i].key) != length || strncmp(comment, fields[i].key, length) != 0)
			continue;
		*text = comment + length + 1;
		*text += strspn(*text, " \t");
		return &fields[i];
	}
	return NULL;
}

/* Puts the text of a comment line where it belongs; false if it can't have one (more). */
static bool fill_field(struct scenario *scenario, const struct field *field, const char *text)
{
	char **at = (char **)((char *)scenario + field->offset);
	char *line;

	if (field->is_valid && !field->is_valid(text))
		return false;
	if (*at && **at && !field->has_lines)
		return false;
	line = cleaned(text, TEXT_ONE_LINE);
	if (*at && field->has_lines) {
		char *longer = xasprintf("%s\n%s", *at, line);

		free(line);
		line = longer;
	}
	free(*at);
	*at = line;
	return true;
}

static int take_comment(void *context, const char *text, size_t line, struct err *err)
{
	const struct reading *reading = context;
	struct scenario *scenario = reading->scenario;
	const char *rest;
	const struct field *field = find_field(text, &rest);

	if (field && fill_field(scenario, field, rest))
		return 0;
	if (scenario->comment_count >= SCENARIO_COMMENTS_MAX)
		return err_set(err, _("%s:%zu: there are more than %d comment lines"), reading->file, line,
			SCENARIO_COMMENTS_MAX);
	scenario->comments = xgrow(scenario->comments, scenario->comment_count, &scenario->comment_cap,
		sizeof *scenario->comments);
	scenario->comments[scenario->comment_count++] = cleaned(text, TEXT_ONE_LINE);
	return 0;
}

/* ---- rows ---- */

static int unknown_column(const struct csv_row *header, size_t column, struct err *err)
{
	char *shown = text_quote(header->cells[column], strlen(header->cells[column]), NAME_CELLS);

	csv_fault(header, column, err, _("`%s` is not known here; a scenario has the columns id, value and note"), shown);
	free(shown);
	return -1;
}

static int take_header(void *context, const struct csv_row *header, struct err *err)
{
	struct reading *reading = context;

	for (int c = 0; c < COLUMNS; c++)
		reading->column[c] = -1;
	for (size_t i = 0; i < header->count; i++) {
		int c = 0;

		while (c < COLUMNS && strcmp(header->cells[i], column_names[c]) != 0)
			c++;
		if (c == COLUMNS)
			return unknown_column(header, i, err);
		reading->column[c] = (int)i;
	}
	for (int c = COLUMN_ID; c <= COLUMN_VALUE; c++)
		if (reading->column[c] < 0)
			return csv_column(header, column_names[c], err);
	return 0;
}

static const char *cell(const struct reading *reading, const struct csv_row *row, int column)
{
	return reading->column[column] < 0 ? "" : row->cells[reading->column[column]];
}

/* The line that a setting stands on already. */
static int line_of(const struct scenario *scenario, const char *id)
{
	for (size_t i = 0; i < scenario->row_count; i++)
		if (!strcmp(scenario->rows[i].id, id))
			return scenario->rows[i].line;
	return 0;
}

static int take_value(struct reading *reading, const struct csv_row *row, struct err *err)
{
	const char *id = cell(reading, row, COLUMN_ID), *text = cell(reading, row, COLUMN_VALUE);
	struct settings *settings = reading->scenario->settings;
	struct err why;
	double value;

	if (!*id)
		return csv_fault(row, (size_t)reading->column[COLUMN_ID], err, _("the id is missing"));
	if (settings_get(settings, id, NULL))
		return csv_fault(row, (size_t)reading->column[COLUMN_ID], err, _("is set on line %d already; remove one"),
			line_of(reading->scenario, id));
	if (number_parse_cell(text, strlen(text), &value, &why) < 0)
		return csv_fault(row, (size_t)reading->column[COLUMN_VALUE], err, "%s", why.text);
	if (settings_count(settings) >= SETTINGS_MAX)
		return csv_fault(row, (size_t)reading->column[COLUMN_ID], err, _("there are more than %d settings"),
			SETTINGS_MAX);
	if (settings_set(settings, id, value) < 0)
		return csv_fault(row, (size_t)reading->column[COLUMN_ID], err,
			_("is no id: at most %d bytes, no control characters"), SETTINGS_ID_MAX);
	return 0;
}

static int take_row(void *context, const struct csv_row *row, struct err *err)
{
	struct reading *reading = context;
	struct scenario *s = reading->scenario;
	bool is_empty = true;

	/* Spreadsheets leave rows of nothing but commas. */
	for (size_t i = 0; i < row->count; i++)
		is_empty = is_empty && !*row->cells[i];
	if (is_empty)
		return 0;
	if (take_value(reading, row, err) < 0)
		return -1;
	s->rows = xgrow(s->rows, s->row_count, &s->row_cap, sizeof *s->rows);
	s->rows[s->row_count++] = (struct scenario_row){
		.id = xstrdup(cell(reading, row, COLUMN_ID)),
		.note = cleaned(cell(reading, row, COLUMN_NOTE), TEXT_KEEP_NEWLINES),
		.line = (int)row->line,
	};
	return 0;
}

/* ---- reading ---- */

/* The whole as UTF-8, whatever it came in. */
static int decode(const char *file, const char *bytes, size_t length, struct buf *text, struct err *err)
{
	struct decoder *decoder = decoder_open_bytes(file, bytes, length, err);
	char some[4096];
	ssize_t n;

	if (!decoder)
		return -1;
	while ((n = decoder_read(decoder, some, sizeof some, err)) > 0)
		buf_add_bytes(text, some, (size_t)n);
	decoder_close(decoder);
	return n < 0 ? -1 : 0;
}

/* The length without commas and blanks at the end. */
static size_t without_commas(const char *line, size_t length)
{
	while (length && strchr(", \t", line[length - 1]))
		length--;
	return length;
}

/* Adds a comment line without the quotes around, doubled quotes inside and commas behind that a spreadsheet gave it. What
 * stands inside the quotes stays, commas at its end included (put_comment). */
static void add_plain_comment(struct buf *plain, const char *line, size_t length)
{
	const bool quoted = *line == '"';

	length = without_commas(line, length);
	if (quoted && length > 1 && line[length - 1] == '"')
		length--;
	for (size_t i = quoted ? 1 : 0; i < length; i++) {
		buf_add_char(plain, line[i]);
		if (quoted && line[i] == '"' && i + 1 < length && line[i + 1] == '"')
			i++;
	}
}

/* The same text, with line ends where they were, but comment lines before the header made plain. */
static void make_plain(struct buf *plain, const char *text, size_t length)
{
	size_t at = 0;

	while (at < length) {
		const size_t blanks = strspn(text + at, " \t\r\n");
		size_t line;

		buf_add_bytes(plain, text + at, blanks);
		at += blanks;
		if (strncmp(text + at, "#", 1) != 0 && strncmp(text + at, "\"#", 2) != 0)
			break;
		line = strcspn(text + at, "\r\n");
		add_plain_comment(plain, text + at, line);
		at += line;
	}
	buf_add_bytes(plain, text + at, length - at);
}

static int parse_text(struct reading *reading, const char *file, const struct buf *text, struct err *err)
{
	static const struct csv_handler handler = { .comment = take_comment, .header = take_header, .row = take_row };
	struct buf plain = BUF_INIT;
	int status;

	/* Beyond a NUL, which csv_read_bytes will refuse, there is nothing to make plain. */
	make_plain(&plain, buf_text(text), text->len);
	status = csv_read_bytes(file, buf_text(&plain), plain.len, &handler, reading, NULL, err);
	buf_release(&plain);
	return status;
}

struct scenario *scenario_parse(const char *file, const char *bytes, size_t length, struct err *err)
{
	char *shown = text_quote(file, strlen(file), PATH_CELLS);
	struct reading reading = { .scenario = scenario_new(""), .file = shown };
	struct buf text = BUF_INIT;
	int status = decode(file, bytes, length, &text, err);
	if (status == 0)
		status = parse_text(&reading, file, &text, err);
	buf_release(&text);
	free(shown);
	if (status == 0)
		return reading.scenario;
	scenario_free(reading.scenario);
	return NULL;
}

/* ---- writing ---- */

static bool ends_in_comma(const char *text)
{
	size_t length = strlen(text);

	while (length && text[length - 1] == ' ')
		length--;
	return length && text[length - 1] == ',';
}

/* A spreadsheet takes what follows a separator for a cell of its own. */
static bool has_formula(const char *text)
{
	while ((text = strpbrk(text, ",;\t")) != NULL) {
		text++;
		if (csv_runs_as_formula(text + strspn(text, "\" ")))
			return true;
	}
	return false;
}

/* Commas at the end of a comment line would be taken for a spreadsheet's, and a formula in it would run there: quotes make
 * it one cell. */
static void put_comment(struct csv_out *out, const char *text)
{
	char *line;

	if (!ends_in_comma(text) && !has_formula(text)) {
		csv_put_comment(out, text);
		return;
	}
	line = xasprintf("# %s", text);
	for (char *c = line; (c = strpbrk(c, "\r\n")); c++)
		*c = ' ';
	csv_put_text(out, line);
	csv_end_row(out);
	free(line);
}

static void put_line(struct csv_out *out, const char *key, const char *line)
{
	char *comment = xasprintf("%s: %s", key, line);

	put_comment(out, comment);
	free(comment);
}

static void put_field(struct csv_out *out, const struct field *field, const char *text)
{
	char *copy = xstrdup(text), *rest = copy, *line;

	if (!field->has_lines)
		put_line(out, field->key, text);
	while (field->has_lines && (line = strsep(&rest, "\n")))
		put_line(out, field->key, line);
	free(copy);
}

static void put_row(struct csv_out *out, const struct scenario *scenario, const char *id)
{
	double value = 0;

	settings_get(scenario->settings, id, &value);
	csv_put_text(out, id);
	csv_put_number(out, value);
	csv_put_text(out, scenario_note(scenario, id));
	csv_end_row(out);
}

static void put_rows(struct csv_out *out, const struct scenario *scenario)
{
	struct settings *rest = settings_copy(scenario->settings);

	for (size_t i = 0; i < scenario->row_count; i++)
		if (settings_unset(rest, scenario->rows[i].id))
			put_row(out, scenario, scenario->rows[i].id);
	for (size_t i = 0; i < settings_count(rest); i++)
		put_row(out, scenario, settings_id(rest, i));
	settings_free(rest);
}

char *scenario_format(const struct scenario *scenario, size_t *length)
{
	struct buf buf = BUF_INIT;
	struct csv_out out = { .buf = &buf };

	for (size_t i = 0; i < ARRAY_LEN(fields); i++) {
		const char *text = *(char *const *)((const char *)scenario + fields[i].offset);

		if (text && *text)
			put_field(&out, &fields[i], text);
	}
	for (size_t i = 0; i < scenario->comment_count; i++)
		put_comment(&out, scenario->comments[i]);
	for (int c = 0; c < COLUMNS; c++)
		csv_put_text(&out, column_names[c]);
	csv_end_row(&out);
	put_rows(&out, scenario);
	*length = buf.len;
	return buf_take(&buf);
}
