/* SPDX-License-Identifier: MIT
 *
 * data/csv: what is read, where each fault is said to be, limits, bounded memory, and writing that reads back the same.
 */
#include "config.h"

#include "data/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "base/number.h"

/* Writes down what is delivered: "#comment@line", "(name|name)@line", "[cell|cell]row@line". */
static int note_comment(void *context, const char *text, size_t line, struct err *err)
{
	(void)err;
	buf_addf(context, "#%s@%zu ", text, line);
	return 0;
}

static void note_cells(struct buf *notes, const struct csv_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		buf_addf(notes, "%s%s", i ? "|" : "", row->cells[i]);
}

static int note_header(void *context, const struct csv_row *header, struct err *err)
{
	(void)err;
	assert_null(header->header);
	assert_int_equal(header->row, 0);
	buf_add(context, "(");
	note_cells(context, header);
	buf_addf(context, ")@%zu ", header->line);
	return 0;
}

static int note_row(void *context, const struct csv_row *row, struct err *err)
{
	(void)err;
	assert_non_null(row->header);
	assert_int_equal(row->count, row->header->count);
	buf_add(context, "[");
	note_cells(context, row);
	buf_addf(context, "]%zu@%zu ", row->row, row->line);
	return 0;
}

static const struct csv_handler notes = { .comment = note_comment, .header = note_header, .row = note_row };

static void assert_reads(const char *bytes, size_t length, const char *expected)
{
	struct buf buf = BUF_INIT;
	struct err err = { "" };
	if (csv_read_bytes("x.csv", bytes, length, &notes, &buf, NULL, &err) < 0)
		fail_msg("%s", err.text);
	assert_string_equal(buf_text(&buf), expected);
	buf_release(&buf);
}

#define READS(bytes, expected) assert_reads(bytes, sizeof(bytes) - 1, expected)

static void test_read(void **state)
{
	(void)state;
	READS("a,b\n1,2\n", "(a|b)@1 [1|2]1@2 ");
	READS("a,b\n1,2", "(a|b)@1 [1|2]1@2 ");
	READS("a,b\n", "(a|b)@1 ");
	READS("a,b", "(a|b)@1 ");
	READS("a\n1\n\"\"\n2\n", "(a)@1 [1]1@2 []2@3 [2]3@4 ");
	READS(" a , b \n 1 ,\" 2 \"\n", "(a|b)@1 [1| 2 ]1@2 ");
	READS("\" a \",b\n,\n", "(a|b)@1 [|]1@2 ");
	READS("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n", "(a|b)@1 [x,y|say \"hi\"]1@2 ");
	READS("\xEF\xBB\xBF\"연도\",b\n2030,한글\n", "(연도|b)@1 [2030|한글]1@2 ");
	READS("\xB0\xA1,b\n1,2\n", "(가|b)@1 [1|2]1@2 ");
	READS("\xFF\xFE" "a\0\n\0\x00\xAC\n\0", "(a)@1 [가]1@2 ");
}

/* Line ends of all kinds, empty lines and line ends in quotes: the line of each row is that of its first byte. */
static void test_lines(void **state)
{
	(void)state;
	READS("a,b\r\n1,2\r\n\r\n3,4\r\n", "(a|b)@1 [1|2]1@2 [3|4]2@4 ");
	READS("a,b\r1,2\r\r3,4\r", "(a|b)@1 [1|2]1@2 [3|4]2@4 ");
	READS("\n  \na,b\n\n \t\n1,2\n", "(a|b)@3 [1|2]1@6 ");
	READS("a,b\n\"1\n\n2\",3\n4,5\n", "(a|b)@1 [1\n\n2|3]1@2 [4|5]2@5 ");
	READS("a,b\r\n\"1\r\n2\",3\r\n4,5\r\n", "(a|b)@1 [1\r\n2|3]1@2 [4|5]2@4 ");
	READS("\"a\nb\",c\n1,2\n", "(a\nb|c)@1 [1|2]1@3 ");
	READS("a\n\"\n\n\"\n1\n", "(a)@1 [\n\n]1@2 [1]2@5 ");
}

static void test_comments(void **state)
{
	(void)state;
	READS("# name: x\n#two\n\n#\na,b\n1,2\n", "#name: x@1 #two@2 #@4 (a|b)@5 [1|2]1@6 ");
	READS("#한글\r\na\r\n1\r\n", "#한글@1 (a)@2 [1]1@3 ");
	READS("#x\ra\r1\r", "#x@1 (a)@2 [1]1@3 ");
	READS("# \"quoted, \na\n1\n", "#\"quoted,@1 (a)@2 [1]1@3 ");
	/* After the header a # is a cell like any other, and so is a quoted one before it. */
	READS("a,b\n#1,2\n", "(a|b)@1 [#1|2]1@2 ");
	READS("\"#a\",b\n1,2\n", "(#a|b)@1 [1|2]1@2 ");
}

/* Who is not interested in something isn't asked. */
static void test_no_handler(void **state)
{
	(void)state;
	const struct csv_handler none = { .row = NULL };
	struct csv_info info = { 0 };
	assert_int_equal(csv_read_bytes("x", "#c\na,b\n1,2\n3,4\n", 15, &none, NULL, &info, NULL), 0);
	assert_int_equal(info.rows, 2);
	assert_int_equal(info.columns, 2);
	assert_int_equal(info.encoding, ENCODING_UTF8);
}

static void assert_refused(const char *bytes, size_t length, const char *says)
{
	struct buf buf = BUF_INIT;
	struct err err = { "" };
	if (csv_read_bytes("x.csv", bytes, length, &notes, &buf, NULL, &err) == 0)
		fail_msg("read: %s", buf_text(&buf));
	if (!strstr(err.text, says))
		fail_msg("%s: expected \"%s\"", err.text, says);
	assert_null(strpbrk(err.text, "\033\n\r"));
	buf_release(&buf);
}

#define REFUSED(bytes, says) assert_refused(bytes, sizeof(bytes) - 1, says)

static void test_refused(void **state)
{
	(void)state;
	REFUSED("", "x.csv: is empty");
	REFUSED("\n \r\n", "x.csv: is empty");
	REFUSED("# only a comment\n", "x.csv: is empty");
	REFUSED("\xEF\xBB\xBF", "x.csv: is empty");
	REFUSED("a,b,a\n1,2,3\n", "x.csv:1: header, column 3: the name `a` is already that of column 1");
	REFUSED("#c\na,,c\n", "x.csv:2: header, column 2: the column has no name");
	REFUSED("a,b,\n1,2,3\n", "x.csv:1: header, column 3: the column has no name");
	REFUSED("a,b\n1,2\n3\n", "x.csv:3: row 2 has 1 cells, the header 2; the row starts with `3`");
	REFUSED("a,b\n1,2\n3,12,5\n",
		"x.csv:3: row 2 has 3 cells, the header 2; the row starts with `3`; a cell with a comma");
	REFUSED("a,b\n1,2\n3,x\0y\n", "x.csv:3: row 2, column 1 (`a`): there is a NUL byte");
	REFUSED("a\0,\0b\0\n\0", "x.csv:1: header, column 1: there is a NUL byte; the file is damaged, or is UTF-16");
	REFUSED("a,b\n1,x\"y\n", "x.csv:2: row 1, column 2 (`b`): a quote stands in the middle of a cell");
	REFUSED("a,b\n1,x\"y\n", "found `x\"y`");
	REFUSED("a,b\n\"x\"y,2\n", "x.csv:2: row 1, column 1 (`a`): a quote stands in the middle");
	REFUSED("a,b\n1,2\n\n3,\"xyz\n4,5\n",
		"x.csv:4: row 2, column 2 (`b`): a quote is opened here and never closed; found `xyz");
	REFUSED("a,\"b\n", "x.csv:1: header, column 2: a quote is opened here");
	REFUSED("a,b\n\033[2Jx\"y,2\n", "found `␛[2Jx\"y`");
	REFUSED("a\033]0;x\a,a\033]0;x\a\n", "the name `a␛]0;x␇` is already");
	REFUSED("가,나\n1,\xFF\n", "x.csv:2: the byte 0xFF is not UTF-8");
}

static void repeat(struct buf *buf, const char *text, int times)
{
	for (int i = 0; i < times; i++)
		buf_add(buf, text);
}

/* The last value within each limit, and the first beyond it. */
static void test_limits(void **state)
{
	(void)state;
	static const struct {
		const char *start, *repeated, *end;
		int times;
		const char *says;
	} cases[] = {
		{ "a,b\n1,", "x", "\n", CSV_CELL_MAX, NULL },
		{ "a,b\n1,", "x", "\n", CSV_CELL_MAX + 1,
			"x.csv:2: row 1, column 2 (`b`): the cell is longer than 65536 bytes" },
		{ "a,b\n1,\"", "x\n", "\"\n", CSV_CELL_MAX,
			"x.csv:2: row 1, column 2 (`b`): the cell is longer than 65536 bytes; is a quote" },
		{ "a,b\n1,", "x", "", 5000000, "x.csv:2: row 1, column 2 (`b`): the cell is longer" },
		{ "a,b\n1,\"", "x\n", "", 2000000, "x.csv:2: row 1, column 2 (`b`): the cell is longer" },
		{ "a\n", "1\n", "", 100000, NULL },
		{ "a\n", ",", "\n", CSV_COLUMNS_MAX - 1, "row 1 has 1024 cells" },
		{ "a\n", ",", "\n", CSV_COLUMNS_MAX, "x.csv:2: row 1, column 1025: there are more than 1024 columns" },
		{ "#", "x", "\na\n", CSV_CELL_MAX - 10, NULL },
		{ "#", "x", "\na\n", CSV_CELL_MAX, "x.csv:1: the comment is longer than 65536 bytes" },
		{ "#", "x", "", 1000000, "x.csv:1: the comment is longer" },
	};
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct csv_handler none = { .row = NULL };
		struct buf text = BUF_INIT;
		struct err err = { "" };
		buf_add(&text, cases[i].start);
		repeat(&text, cases[i].repeated, cases[i].times);
		buf_add(&text, cases[i].end);
		const int status = csv_read_bytes("x.csv", text.text, text.len, &none, NULL, NULL, &err);
		if ((status < 0) != (cases[i].says != NULL) || (status < 0 && !strstr(err.text, cases[i].says)))
			fail_msg("case %zu: %d, %s", i, status, err.text);
		buf_release(&text);
	}

	/* Many long cells, each within its limit, are a row too long. */
	struct buf text = BUF_INIT;
	for (int i = 0; i < 20; i++)
		buf_addf(&text, "%sc%d", i ? "," : "", i);
	for (int i = 0; i < 20; i++) {
		buf_add_char(&text, i ? ',' : '\n');
		buf_add_repeat(&text, 'x', CSV_CELL_MAX);
	}
	assert_refused(text.text, text.len, "x.csv:2: row 1, column 16 (`c15`): the row is longer than 1048576 bytes");
	buf_release(&text);
}

static int refuse_third(void *context, const struct csv_row *row, struct err *err)
{
	(void)context;
	if (row->row < 3)
		return 0;
	return csv_fault(row, 1, err, "`%s` is not %s", row->cells[1], "welcome");
}

static void test_handler_stops(void **state)
{
	(void)state;
	const struct csv_handler handler = { .row = refuse_third };
	struct err err = { "" };
	const char *text = "a,b\n1,2\n3,4\n5,6\n7,8\n9\n";
	assert_int_equal(csv_read_bytes("x.csv", text, strlen(text), &handler, NULL, NULL, &err), -1);
	assert_string_equal(err.text, "x.csv:4: row 3, column 2 (`b`): `6` is not welcome");
}

static void test_column(void **state)
{
	(void)state;
	static const char *const cells[] = { "year", "total_mn" };
	const struct csv_row header = { .file = "x.csv", .cells = cells, .count = 2, .line = 3 };
	struct err err = { "" };
	assert_int_equal(csv_column(&header, "total_mn", &err), 1);
	assert_int_equal(csv_column(&header, "total_mm", &err), -1);
	assert_string_equal(err.text, "x.csv:3: there is no column `total_mm`; did you mean `total_mn`?");
	assert_int_equal(csv_column(&header, "price", &err), -1);
	assert_string_equal(err.text, "x.csv:3: there is no column `price`");
}

static void test_file(void **state)
{
	(void)state;
	struct err err = { "" };
	struct buf buf = BUF_INIT;
	struct csv_info info;
	assert_int_equal(file_write("csv-test.csv", "\xB0\xA1\n1\n", 5, &err), 0);
	assert_int_equal(csv_read("csv-test.csv", 100, &notes, &buf, &info, &err), 0);
	assert_string_equal(buf_text(&buf), "(가)@1 [1]1@2 ");
	assert_int_equal(info.encoding, ENCODING_CP949);
	assert_int_equal(csv_read("csv-test.csv", 4, &notes, &buf, &info, &err), -1);
	assert_non_null(strstr(err.text, "csv-test.csv: is too large"));
	unlink("csv-test.csv");
	assert_int_equal(csv_read("csv-test.csv", 100, &notes, &buf, &info, &err), -1);
	assert_string_equal(err.text, "csv-test.csv: there is no such file");
	assert_int_equal(csv_read("/", 100, &notes, &buf, &info, &err), -1);
	assert_string_equal(err.text, "/: is a folder; a file is needed");
	buf_release(&buf);
}

static int add_up(void *context, const struct csv_row *row, struct err *err)
{
	double value;
	if (number_parse_cell(row->cells[1], strlen(row->cells[1]), &value, err) < 0)
		return -1;
	*(double *)context += value;
	return 0;
}

static long peak_kib(void)
{
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss;
}

/* A hundred megabytes and more pass through a few hundred kilobytes. */
static void test_streams(void **state)
{
	(void)state;
	enum { ROWS = 2500000 };
	FILE *stream = fopen("csv-large.csv", "w");
	assert_non_null(stream);
	fputs("id,value,note\n", stream);
	for (int i = 0; i < ROWS; i++)
		fprintf(stream, "row%07d,%d.5,\"중위 추계, %07d\"\n", i, i % 1000, i);
	assert_int_equal(fclose(stream), 0);
	struct stat st;
	assert_int_equal(stat("csv-large.csv", &st), 0);
	assert_true(st.st_size > 100000000);

	const struct csv_handler handler = { .row = add_up };
	struct csv_info info;
	struct err err = { "" };
	double sum = 0;
	const long before = peak_kib();
	if (csv_read("csv-large.csv", FILE_STREAM_MAX, &handler, &sum, &info, &err) < 0)
		fail_msg("%s", err.text);
	const long grown = peak_kib() - before;
	unlink("csv-large.csv");
	assert_int_equal(info.rows, ROWS);
	assert_true(sum == ROWS * 500.0);
	print_message("100 MB read with %ld KiB more than before\n", grown);
	assert_true(grown < 8192);
}

static void test_write(void **state)
{
	(void)state;
	struct buf buf = BUF_INIT;
	struct csv_out out = { .buf = &buf };
	buf_add(&buf, CSV_MARK);
	csv_put_comment(&out, "name: 기준\nsecond line");
	csv_put_text(&out, "id");
	csv_put_text(&out, "값");
	csv_put_text(&out, "note");
	csv_end_row(&out);
	csv_put_text(&out, "a,b");
	csv_put_number(&out, -0.1);
	csv_put_empty(&out);
	csv_end_row(&out);
	csv_put_empty(&out);
	csv_put_number(&out, NAN);
	csv_put_text(&out, "say \"hi\"");
	csv_end_row(&out);
	assert_string_equal(buf_text(&buf),
		CSV_MARK "# name: 기준 second line\r\nid,값,note\r\n\"a,b\",-0.1,\r\n\"\",nan,\"say \"\"hi\"\"\"\r\n");
	buf_release(&buf);
}

static const char *const awkward[] = {
	"", "plain", "한글 텍스트", " leading", "trailing ", "\ttab", "two\nlines", "two\r\nlines", "cr\r", "\n", "comma,",
	"\"quoted\"", "\"",
	"#hash", "=1+1", "=cmd|'/C calc'!A0", "+82 2", "-5", "-", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''=1", "'", "''",
	"'text", "'''", "'-",
	"＝1", "＠x", "'＋", "=", "it's", "a'=b", "\xEF\xBB\xBFmark", "=\"a,b\"", "'\"", "\033[31m",
};

/* Any text in any column, as a spreadsheet must not run it and as it was. */
static int compare(void *context, const struct csv_row *row, struct err *err)
{
	(void)err;
	++*(size_t *)context;
	for (size_t i = 0; i < row->count; i++) {
		const char *text = awkward[(row->row - 1 + i) % ARRAY_LEN(awkward)];
		if (strcmp(row->cells[i], text))
			fail_msg("\"%s\" came back as \"%s\"", text, row->cells[i]);
	}
	return 0;
}

static void test_round_trip(void **state)
{
	(void)state;
	for (size_t columns = 1; columns <= 3; columns++) {
		struct buf buf = BUF_INIT;
		struct csv_out out = { .buf = &buf };
		const struct csv_handler handler = { .row = compare };
		struct err err = { "" };
		size_t rows = 0;
		for (size_t i = 0; i < columns; i++)
			csv_put_text(&out, i == 0 ? "a" : i == 1 ? "b" : "c");
		csv_end_row(&out);
		for (size_t row = 0; row < ARRAY_LEN(awkward); row++) {
			for (size_t i = 0; i < columns; i++)
				csv_put_text(&out, awkward[(row + i) % ARRAY_LEN(awkward)]);
			csv_end_row(&out);
		}
		if (csv_read_bytes("x.csv", buf.text, buf.len, &handler, &rows, NULL, &err) < 0)
			fail_msg("%s", err.text);
		assert_int_equal(rows, ARRAY_LEN(awkward));
		buf_release(&buf);
	}
}

/* A name that begins like a byte-order mark is not taken for one. */
static void test_mark_in_header(void **state)
{
	(void)state;
	struct buf text = BUF_INIT, seen = BUF_INIT;
	struct csv_out out = { .buf = &text };
	csv_put_text(&out, CSV_MARK "a");
	csv_end_row(&out);
	assert_int_equal(csv_read_bytes("x.csv", text.text, text.len, &notes, &seen, NULL, NULL), 0);
	assert_string_equal(buf_text(&seen), "(" CSV_MARK "a)@1 ");
	buf_release(&text);
	buf_release(&seen);
}

/* No cell that a spreadsheet sees, with or without its quotes, starts like a formula. */
static void test_formulas(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(awkward); i++) {
		struct buf buf = BUF_INIT;
		struct csv_out out = { .buf = &buf };
		csv_put_text(&out, awkward[i]);
		const char *cell = buf_text(&buf) + (*buf_text(&buf) == '"');
		assert_true(!*cell || !strchr("=+-@\t\r\n", *cell));
		buf_release(&buf);
	}
}

static int take_double(void *context, const struct csv_row *row, struct err *err)
{
	return number_parse(row->cells[1], context, err);
}

static void test_numbers(void **state)
{
	(void)state;
	static const double values[] = { 0, -0.1, 1e300, -5e-324, 0.1 + 0.2, 1234567.25, INFINITY, -INFINITY };
	for (size_t i = 0; i < ARRAY_LEN(values); i++) {
		struct buf buf = BUF_INIT;
		struct csv_out out = { .buf = &buf };
		const struct csv_handler handler = { .row = take_double };
		double value = 7;
		buf_add(&buf, "a,b\r\n");
		csv_put_text(&out, "x");
		csv_put_number(&out, values[i]);
		csv_end_row(&out);
		assert_int_equal(csv_read_bytes("x.csv", buf.text, buf.len, &handler, &value, NULL, NULL), 0);
		assert_memory_equal(&value, &values[i], sizeof value);
		buf_release(&buf);
	}
}

/* Cut anywhere, or with any one byte changed, a file is read or refused, never more; run with the sanitizers on. */
static void test_damaged(void **state)
{
	(void)state;
	static const char text[] = "# name: x\r\n연도,\"값, 단위\",note\r\n2030,\"1,234.5\",\"two\nlines\"\r\n2031,'=1,\"\"\r\n";
	const struct csv_handler none = { .row = NULL };
	char copy[sizeof text];
	for (size_t length = 0; length < sizeof text; length++) {
		struct err err = { "" };
		if (csv_read_bytes("x.csv", text, length, &none, NULL, NULL, &err) < 0)
			assert_true(strlen(err.text) > 10);
	}
	for (size_t at = 0; at < sizeof text - 1; at++) {
		for (int byte = 0; byte < 256; byte++) {
			struct err err = { "" };
			memcpy(copy, text, sizeof text);
			copy[at] = (char)byte;
			if (csv_read_bytes("x.csv", copy, sizeof text - 1, &none, NULL, NULL, &err) < 0)
				assert_null(strpbrk(err.text, "\033\n\r"));
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_streams), cmocka_unit_test(test_read), cmocka_unit_test(test_lines),
		cmocka_unit_test(test_comments), cmocka_unit_test(test_no_handler), cmocka_unit_test(test_refused),
		cmocka_unit_test(test_limits), cmocka_unit_test(test_handler_stops), cmocka_unit_test(test_column),
		cmocka_unit_test(test_file), cmocka_unit_test(test_write), cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_mark_in_header), cmocka_unit_test(test_formulas), cmocka_unit_test(test_numbers),
			cmocka_unit_test(test_damaged),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
