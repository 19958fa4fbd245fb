/* SPDX-License-Identifier: MIT
 *
 * data/series: points from tables and lists, interpolation with the ends held, duplicates and other faults.
 */
#include "config.h"

#include "data/series.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/err.h"
#include "data/table.h"

static void test_at(void **state)
{
	(void)state;
	const double x[] = { 2030, 2025, 2040 }, y[] = { 10, 0, 12 };
	struct series *series = series_from_points(x, y, 3, NULL);
	assert_non_null(series);
	assert_int_equal(series_count(series), 3);
	assert_true(series_x(series)[0] == 2025 && series_x(series)[2] == 2040);
	assert_true(series_y(series)[0] == 0 && series_y(series)[1] == 10);
	assert_true(series_at(series, 2025) == 0);
	assert_true(series_at(series, 2030) == 10);
	assert_true(series_at(series, 2040) == 12);
	assert_true(series_at(series, 2027.5) == 5);
	assert_true(series_at(series, 2035) == 11);
	assert_true(series_at(series, 1900) == 0);
	assert_true(series_at(series, 2100) == 12);
	assert_true(series_at(series, -INFINITY) == 0);
	assert_true(series_at(series, INFINITY) == 12);
	assert_true(isnan(series_at(series, NAN)));
	assert_null(series_source(series));
	series_free(series);
	series_free(NULL);
}

/* At each point exactly its y, even where y0 + (y1 - y0) is not y1; between them never outside. */
static void test_exact(void **state)
{
	(void)state;
	enum { N = 200 };
	double x[N], y[N];
	for (int i = 0; i < N; i++) {
		x[i] = 2000 + i * 0.3;
		y[i] = sin(i) * pow(10, i % 30);
	}
	struct series *series = series_from_points(x, y, N, NULL);
	for (int i = 0; i < N; i++)
		assert_true(series_at(series, x[i]) == y[i]);
	for (int i = 0; i + 1 < N; i++) {
		const double value = series_at(series, x[i] + 0.1), slack = 1e-12 * fmax(fabs(y[i]), fabs(y[i + 1]));
		assert_true(value >= fmin(y[i], y[i + 1]) - slack && value <= fmax(y[i], y[i + 1]) + slack);
	}
	series_free(series);
	series = series_from_points((const double[]){ 1 }, (const double[]){ 7 }, 1, NULL);
	assert_true(series_at(series, 0) == 7 && series_at(series, 1) == 7 && series_at(series, 2) == 7);
	series_free(series);
}

static void assert_points_refused(const double *x, const double *y, size_t count, const char *says)
{
	struct err err = { "" };
	assert_null(series_from_points(x, y, count, &err));
	assert_string_equal(err.text, says);
}

static void test_points_refused(void **state)
{
	(void)state;
	const double x[] = { 2030, 2025, 2030 }, y[] = { 1, 2, 3 }, odd[] = { 1, NAN, 3 }, endless[] = { 1, 2, INFINITY };
	assert_points_refused(x, y, 3, "points 1 and 3 of the series have the same x, 2030");
	assert_points_refused(x, odd, 3, "point 2 of the series is not finite");
	assert_points_refused(endless, y, 3, "point 3 of the series is not finite");
	assert_points_refused(x, y, 0, "a series without points; at least one is needed");
}

static struct table *parse(const char *text)
{
	struct err err = { "" };
	struct table *table = table_parse("x.csv", text, strlen(text), NULL, &err);
	if (!table)
		fail_msg("%s", err.text);
	return table;
}

static const char *const population =
	"year,total_mn,variant,basis,source\n"
	"2030,51.3,medium,published,Statistics Korea\n"
	"2022,51.7,medium,published,Statistics Korea\n"
	"2030,50.1,low,published,Statistics Korea\n"
	"2040,,medium,published,Statistics Korea\n"
	"2050,\"1,047.1\",medium,estimate,Statistics Korea\n"
	"x,1,bad,,\n"
	"2060,12x,worse,,\n"
	"2070,1e300,large,,\n";

static void test_table(void **state)
{
	(void)state;
	struct table *table = parse(population);
	const struct table_where medium = { "variant", "medium" };
	const struct series_spec spec = { .time = "year", .value = "total_mn", .where = &medium, .conditions = 1 };
	struct err err = { "" };
	struct series *series = series_from_table(table, &spec, &err);
	if (!series)
		fail_msg("%s", err.text);
	table_free(table);
	assert_int_equal(series_count(series), 3);
	assert_true(series_at(series, 2022) == 51.7);
	assert_true(fabs(series_at(series, 2026) - 51.5) < 1e-12);
	assert_true(series_at(series, 2060) == 1047.1);
	assert_string_equal(series_source(series), "Statistics Korea");
	assert_null(series_basis(series));
	series_free(series);
}

static void test_scale(void **state)
{
	(void)state;
	struct table *table = parse("year,pct\n2025,9\n2026,9.5\n");
	const struct series_spec spec = { .time = "year", .value = "pct", .scale = 0.01 };
	struct series *series = series_from_table(table, &spec, NULL);
	assert_non_null(series);
	assert_true(series_at(series, 2025) == 0.09);
	series_free(series);
	table_free(table);
}

static void test_dates(void **state)
{
	(void)state;
	struct table *table = parse("date,v\n2024-02-29,1\n2025-01,2\n2025-12-31,3\n2026,4\n");
	const struct series_spec spec = { .time = "date", .value = "v" };
	struct series *series = series_from_table(table, &spec, NULL);
	assert_non_null(series);
	assert_true(fabs(series_x(series)[0] - (2024 + 59.5 / 366)) < 1e-9);
	assert_true(fabs(series_x(series)[1] - (2025 + 0.5 / 12)) < 1e-9);
	assert_true(fabs(series_x(series)[2] - (2025 + 364.5 / 365)) < 1e-9);
	assert_true(series_x(series)[3] == 2026);
	series_free(series);
	table_free(table);
	static const char *const wrong[] = {
		"2025-13", "2025-00", "2025-02-29", "2025-1-1", "2025-01-32", "2025/01", "2025-0a",
	};
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		char *text = xasprintf("date,v\n%s,1\n", wrong[i]);
		struct err err = { "" };
		table = parse(text);
		assert_null(series_from_table(table, &spec, &err));
		assert_non_null(strstr(err.text, "x.csv:2: row 1, column 1 (`date`): "));
		table_free(table);
		free(text);
	}
}

static void test_table_refused(void **state)
{
	(void)state;
	static const struct {
		const char *time, *value, *variant;
		double scale;
		const char *says;
	} cases[] = {
		{ "year", "total_mn", NULL, 1, "x.csv:7: row 6, column 1 (`year`): `x` is not a number" },
		{ "year", "total_mn", "worse", 1, "x.csv:8: row 7, column 2 (`total_mn`): `12x` is not a number" },
		{ "year", "total_mn", "high", 1, "x.csv: no row that is asked for has a value in `total_mn`" },
		{ "year", "total", "medium", 1, "x.csv:1: there is no column `total`" },
		{ "yaer", "total_mn", "medium", 1, "x.csv:1: there is no column `yaer`; did you mean `year`?" },
		{ "year", "total_mn", "large", 1e10, "x.csv:9: row 8, column 2 (`total_mn`): is too large once scaled" },
	};
	struct table *table = parse(population);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct table_where where = { "variant", cases[i].variant };
		const struct series_spec spec = { .time = cases[i].time, .value = cases[i].value, .where = &where,
			.conditions = cases[i].variant != NULL, .scale = cases[i].scale };
		struct err err = { "" };
		assert_null(series_from_table(table, &spec, &err));
		if (!strstr(err.text, cases[i].says))
			fail_msg("%s: expected \"%s\"", err.text, cases[i].says);
	}
	table_free(table);
	table = parse("year,v\n2025,1\n2026,2\n2025.0,3\n");
	const struct series_spec spec = { .time = "year", .value = "v" };
	struct err err = { "" };
	assert_null(series_from_table(table, &spec, &err));
	assert_string_equal(err.text,
		"x.csv:4: `year` is 2025 as on line 2 already; add a condition (`where`) that tells them apart");
	table_free(table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_at), cmocka_unit_test(test_exact), cmocka_unit_test(test_points_refused),
		cmocka_unit_test(test_table), cmocka_unit_test(test_scale), cmocka_unit_test(test_dates),
		cmocka_unit_test(test_table_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
