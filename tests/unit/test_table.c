/* SPDX-License-Identifier: MIT
 *
 * data/table: columns, cells, conditions, sources, and what is said when something is not there.
 */
#include "config.h"

#include "data/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"

static struct table *parse(const char *text)
{
	struct err err = { "" };
	struct table *table = table_parse("x.csv", text, strlen(text), NULL, &err);
	if (!table)
		fail_msg("%s", err.text);
	return table;
}

static const char *const sample =
	"# name: sample\n"
	"# about it\n"
	"id,year,value,basis,source\n"
	"gdp,2025,\"2,750.5\",published,Bank of Korea\n"
	"gdp,2026, 2800 ,estimate,\n"
	"\n"
	"fund,2025,12x,estimate,NPS\n"
	"fund,2026,\"12,5\",\" \",\"press\nreport\"\n"
	"debt,2025,,published,ministry\n";

static void test_cells(void **state)
{
	(void)state;
	struct table *table = parse(sample);
	assert_string_equal(table_file(table), "x.csv");
	assert_int_equal(table_encoding(table), ENCODING_UTF8);
	assert_int_equal(table_rows(table), 5);
	assert_int_equal(table_columns(table), 5);
	assert_string_equal(table_column_name(table, 2), "value");
	assert_string_equal(table_text(table, 0, 0), "gdp");
	assert_string_equal(table_text(table, 3, 4), "press\nreport");
	assert_int_equal(table_line(table, 0), 4);
	assert_int_equal(table_line(table, 2), 7);
	assert_int_equal(table_line(table, 4), 10);
	assert_int_equal(table_comments(table), 2);
	assert_string_equal(table_comment(table, 0), "name: sample");
	assert_string_equal(table_comment(table, 1), "about it");
	assert_true(table_is_empty(table, 4, 2));
	assert_true(table_is_empty(table, 3, 3));
	assert_false(table_is_empty(table, 0, 2));
	table_free(table);
	table_free(NULL);
}

static void test_numbers(void **state)
{
	(void)state;
	struct table *table = parse(sample);
	struct err err = { "" };
	double value;
	assert_int_equal(table_number(table, 0, 2, &value, &err), 0);
	assert_true(value == 2750.5);
	assert_int_equal(table_number(table, 1, 2, &value, &err), 0);
	assert_true(value == 2800);
	assert_int_equal(table_number(table, 2, 2, &value, &err), -1);
	assert_string_equal(err.text,
		"x.csv:7: row 3, column 3 (`value`): `12x` is not a number; write it like 1234.5 or 1.2e-3");
	assert_int_equal(table_number(table, 3, 2, &value, &err), -1);
	assert_non_null(strstr(err.text, "x.csv:8: row 4, column 3 (`value`): `12,5` is not a number; commas"));
	assert_int_equal(table_number(table, 4, 2, &value, &err), -1);
	assert_string_equal(err.text, "x.csv:10: row 5, column 3 (`value`): a number is missing");
	assert_int_equal(table_number(table, 2, 2, &value, NULL), -1);
	table_free(table);
}

static void test_columns(void **state)
{
	(void)state;
	struct table *table = parse(sample);
	struct err err = { "" };
	assert_int_equal(table_column(table, "value", &err), 2);
	assert_int_equal(table_column(table, "Valu", &err), -1);
	assert_string_equal(err.text, "x.csv:3: there is no column `Valu`; did you mean `value`?");
	assert_int_equal(table_has_column(table, "value"), 2);
	assert_int_equal(table_has_column(table, "VALUE"), -1);
	table_free(table);
}

static size_t found(const struct table *table, const struct table_where *where, size_t conditions, size_t first)
{
	size_t *rows, count;
	struct err err = { "" };
	if (table_find(table, where, conditions, &rows, &count, &err) < 0)
		fail_msg("%s", err.text);
	if (count)
		assert_int_equal(rows[0], first);
	free(rows);
	return count;
}

static void test_find(void **state)
{
	(void)state;
	struct table *table = parse(sample);
	const struct table_where fund[] = { { "id", "fund" }, { "year", "2026" } };
	assert_int_equal(found(table, NULL, 0, 0), 5);
	assert_int_equal(found(table, fund, 1, 2), 2);
	assert_int_equal(found(table, fund, 2, 3), 1);
	/* Numbers are equal however they are written, blanks don't count. */
	assert_int_equal(found(table, &(struct table_where){ "year", "2026.0" }, 1, 1), 2);
	assert_int_equal(found(table, &(struct table_where){ "value", "2750.5" }, 1, 0), 1);
	assert_int_equal(found(table, &(struct table_where){ "id", " gdp " }, 1, 0), 2);
	assert_int_equal(found(table, &(struct table_where){ "value", "" }, 1, 4), 1);
	assert_int_equal(found(table, &(struct table_where){ "id", "GDP" }, 1, 0), 0);

	size_t *rows, count;
	struct err err = { "" };
	assert_int_equal(table_find(table, &(struct table_where){ "yaer", "2026" }, 1, &rows, &count, &err), -1);
	assert_null(rows);
	assert_string_equal(err.text, "x.csv:3: there is no column `yaer`; did you mean `year`?");
	table_free(table);
}

static void test_find_one(void **state)
{
	(void)state;
	struct table *table = parse(sample);
	struct err err = { "" };
	const struct table_where both[] = { { "id", "gdp" }, { "year", "2026" } };
	size_t row = 99;
	assert_int_equal(table_find_one(table, both, 2, &row, &err), 0);
	assert_int_equal(row, 1);
	assert_int_equal(table_find_one(table, both, 1, &row, &err), -1);
	assert_string_equal(err.text,
		"x.csv: 2 rows have `id` = `gdp` (lines 4 and 5 are the first); add a condition that tells them apart");
	assert_int_equal(table_find_one(table, &(struct table_where){ "id", "funds" }, 1, &row, &err), -1);
	assert_string_equal(err.text, "x.csv: no row has `id` = `funds`; did you mean `fund`?");
	const struct table_where none[] = { { "id", "gdp" }, { "year", "20\0330" } };
	assert_int_equal(table_find_one(table, none, 2, &row, &err), -1);
	assert_string_equal(err.text, "x.csv: no row has `id` = `gdp`, `year` = `20␛0`");
	assert_int_equal(table_find_one(table, NULL, 0, &row, &err), -1);
	assert_non_null(strstr(err.text, "5 rows"));
	assert_int_equal(row, 1);
	table_free(table);
	table = parse("a,b\n");
	assert_int_equal(table_find_one(table, NULL, 0, &row, &err), -1);
	assert_string_equal(err.text, "x.csv: has no rows");
	table_free(table);
}

static void test_source(void **state)
{
	(void)state;
	struct table *table = parse(sample);
	assert_string_equal(table_source(table, 0), "Bank of Korea");
	assert_null(table_source(table, 1));
	assert_string_equal(table_basis(table, 1), "estimate");
	assert_null(table_basis(table, 3));
	table_free(table);
	table = parse("a\n1\n");
	assert_null(table_source(table, 0));
	assert_null(table_basis(table, 0));
	table_free(table);
}

/* Nothing half loaded. */
static void test_refused(void **state)
{
	(void)state;
	struct err err = { "" };
	assert_null(table_parse("x.csv", "a,b\n1,2\n3\n", 10, NULL, &err));
	assert_non_null(strstr(err.text, "x.csv:3: row 2 has 1 cells"));
	assert_null(table_parse("x.csv", "", 0, NULL, &err));
	assert_null(table_read("no-such.csv", &err));
	assert_string_equal(err.text, "no-such.csv: there is no such file");
	assert_null(table_read("/dev/zero", &err));
	assert_non_null(strstr(err.text, "is a device"));
	assert_null(table_read("a\033[2Jb", &err));
	assert_string_equal(err.text, "a␛[2Jb: there is no such file");
}

/* Who does not want it any more does not wait for the rest, which would be refused. */
static void test_cancelled(void **state)
{
	(void)state;
	atomic_int cancel = 0;
	struct err err = { "" };
	struct buf text = BUF_INIT;
	buf_add(&text, "a,b\n");
	for (int i = 0; i < 100000; i++)
		buf_add(&text, "1,2\n");
	buf_add(&text, "3\n");
	assert_null(table_parse("x.csv", text.text, text.len, &cancel, &err));
	assert_non_null(strstr(err.text, "x.csv:100002: row 100001 has 1 cells"));
	cancel = 1;
	assert_null(table_parse("x.csv", text.text, text.len, &cancel, &err));
	assert_string_equal(err.text, "x.csv");
	buf_release(&text);
}

static void test_limits(void **state)
{
	(void)state;
	struct err err = { "" };
	struct buf text = BUF_INIT;
	buf_add(&text, "a\n");
	for (int i = 0; i < TABLE_ROWS_MAX; i++)
		buf_add(&text, "1\n");
	struct table *table = table_parse("x.csv", text.text, text.len, NULL, &err);
	assert_non_null(table);
	assert_int_equal(table_rows(table), TABLE_ROWS_MAX);
	table_free(table);
	buf_add(&text, "1\n");
	assert_null(table_parse("x.csv", text.text, text.len, NULL, &err));
	assert_string_equal(err.text, "x.csv:1000002: there are more than 1000000 rows");
	buf_clear(&text);
	for (int i = 0; i <= TABLE_COMMENTS_MAX; i++)
		buf_add(&text, "#\n");
	buf_add(&text, "a\n");
	assert_null(table_parse("x.csv", text.text, text.len, NULL, &err));
	assert_string_equal(err.text, "x.csv:10001: there are more than 10000 comment lines");
	table = table_parse("x.csv", text.text + 2, text.len - 2, NULL, &err);
	assert_non_null(table);
	assert_int_equal(table_comments(table), TABLE_COMMENTS_MAX);
	table_free(table);
	buf_release(&text);
	assert_null(table_parse("x.csv", "a", FILE_TABLE_MAX + 1, NULL, &err));
	assert_non_null(strstr(err.text, "too large"));

	/* A sparse file takes no room on the disk. */
	FILE *stream = fopen("table-large.csv", "w");
	assert_int_equal(ftruncate(fileno(stream), (off_t)FILE_TABLE_MAX + 1), 0);
	fclose(stream);
	assert_null(table_read("table-large.csv", &err));
	assert_non_null(strstr(err.text, "table-large.csv: is too large; at most 67108864 bytes"));
	unlink("table-large.csv");
}

static void test_read(void **state)
{
	(void)state;
	struct err err = { "" };
	assert_int_equal(file_write("table-test.csv", "\xB0\xA1,b\r\n1,2\r\n", 11, &err), 0);
	struct table *table = table_read("table-test.csv", &err);
	unlink("table-test.csv");
	assert_non_null(table);
	assert_int_equal(table_encoding(table), ENCODING_CP949);
	assert_string_equal(table_column_name(table, 0), "가");
	assert_string_equal(table_file(table), "table-test.csv");
	table_free(table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cells), cmocka_unit_test(test_numbers), cmocka_unit_test(test_columns),
		cmocka_unit_test(test_find), cmocka_unit_test(test_find_one), cmocka_unit_test(test_source),
		cmocka_unit_test(test_refused), cmocka_unit_test(test_cancelled), cmocka_unit_test(test_limits), cmocka_unit_test(test_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
