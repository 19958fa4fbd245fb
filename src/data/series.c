/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "data/series.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/number.h"
#include "base/text.h"
#include "data/table.h"

enum { NAME_CELLS = 40 };

struct series {
	double *x, *y;
	size_t count;
	char *source, *basis;
};

/* A point before sorting, with what it came from: a line of a table, or its place in a list. */
struct point {
	double x, y;
	size_t from;
};

static int by_x(const void *a, const void *b)
{
	const struct point *p = a, *q = b;

	if (p->x != q->x)
		return p->x < q->x ? -1 : 1;
	return p->from < q->from ? -1 : p->from > q->from;
}

static struct series *series_new(const struct point *points, size_t count)
{
	struct series *series = xmalloc(sizeof *series);

	series->x = xcalloc(count, sizeof *series->x);
	series->y = xcalloc(count, sizeof *series->y);
	series->count = count;
	for (size_t i = 0; i < count; i++) {
		series->x[i] = points[i].x;
		series->y[i] = points[i].y;
	}
	return series;
}

/* Sorts; the place of the second of two points with the same x, 0 if there is none. */
static size_t sort(struct point *points, size_t count)
{
	if (count)
		qsort(points, count, sizeof *points, by_x);
	for (size_t i = 1; i < count; i++)
		if (points[i].x == points[i - 1].x)
			return i;
	return 0;
}

struct series *series_from_points(const double *x, const double *y, size_t count, struct err *err)
{
	struct point *points = xcalloc(count, sizeof *points);
	struct series *series = NULL;
	char text[NUMBER_TEXT_MAX];
	size_t i;

	for (i = 0; i < count && isfinite(x[i]) && isfinite(y[i]); i++)
		points[i] = (struct point){ x[i], y[i], i + 1 };
	if (!count)
		err_set(err, _("a series without points; at least one is needed"));
	else if (i < count)
		err_set(err, _("point %zu of the series is not finite"), i + 1);
	else if ((i = sort(points, count)))
		err_set(err, _("points %zu and %zu of the series have the same x, %s"), points[i - 1].from, points[i].from,
			number_exact(points[i].x, text));
	else
		series = series_new(points, count);
	free(points);
	return series;
}

/* Exactly `digits` digits as a number, -1 if they aren't there. */
static int digits_of(const char *text, int digits)
{
	int value = 0;

	for (int i = 0; i < digits; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

/* YYYY-MM or YYYY-MM-DD as the middle of that month or day; false if it is neither. */
static bool date_to_year(const char *text, double *value)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	const size_t n = strlen(text);
	int year, month, day, leap, before = 0;

	if ((n != 7 && n != 10) || text[4] != '-' || (n == 10 && text[7] != '-'))
		return false;
	year = digits_of(text, 4);
	month = digits_of(text + 5, 2);
	if (year < 0 || month < 1 || month > 12)
		return false;
	*value = year + (month - 0.5) / 12;
	if (n == 7)
		return true;
	leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	day = digits_of(text + 8, 2);
	if (day < 1 || day > lengths[month - 1] + (month == 2 ? leap : 0))
		return false;
	for (int m = 1; m < month; m++)
		before += lengths[m - 1] + (m == 2 ? leap : 0);
	*value = year + (before + day - 0.5) / (365 + leap);
	return true;
}

static int time_of(const struct table *table, size_t row, size_t column, double *time, struct err *err)
{
	if (date_to_year(table_text(table, row, column), time))
		return 0;
	return table_number(table, row, column, time, err);
}

/* The points of those rows that have a value; their number, or -1. */
static int collect(const struct table *table, const struct series_spec *spec, const size_t *rows, size_t count,
	struct point *points, struct err *err)
{
	const double scale = spec->scale == 0 ? 1 : spec->scale;
	const int time = table_column(table, spec->time, err);
	const int value = time < 0 ? -1 : table_column(table, spec->value, err);
	int n = 0;

	if (value < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		struct point point = { .from = rows[i] };

		if (table_is_empty(table, rows[i], (size_t)value))
			continue;
		if (time_of(table, rows[i], (size_t)time, &point.x, err) < 0 ||
		    table_number(table, rows[i], (size_t)value, &point.y, err) < 0)
			return -1;
		point.y *= scale;
		if (!isfinite(point.y))
			return table_fault(table, rows[i], (size_t)value, err, _("is too large once scaled"));
		points[n++] = point;
	}
	return n;
}

/* The text that all rows have in common, as a copy, or NULL. */
static char *shared(const struct table *table, const struct point *points, size_t count,
	const char *(*text_of)(const struct table *table, size_t row))
{
	const char *first = text_of(table, points[0].from);

	for (size_t i = 1; first && i < count; i++) {
		const char *text = text_of(table, points[i].from);

		if (!text || strcmp(text, first) != 0)
			return NULL;
	}
	return first ? xstrdup(first) : NULL;
}

static int same_time(const struct table *table, const struct series_spec *spec, const struct point *first,
	const struct point *second, struct err *err)
{
	char text[NUMBER_TEXT_MAX], *shown = text_quote(spec->time, strlen(spec->time), NAME_CELLS);

	err_set(err, _("%s:%zu: `%s` is %s as on line %zu already; add a condition (`where`) that tells them apart"),
		table_file(table), table_line(table, second->from), shown, number_exact(second->x, text),
		table_line(table, first->from));
	free(shown);
	return -1;
}

static int no_values(const struct table *table, const struct series_spec *spec, struct err *err)
{
	char *shown = text_quote(spec->value, strlen(spec->value), NAME_CELLS);

	err_set(err, _("%s: no row that is asked for has a value in `%s`"), table_file(table), shown);
	free(shown);
	return -1;
}

struct series *series_from_table(const struct table *table, const struct series_spec *spec, struct err *err)
{
	struct series *series = NULL;
	struct point *points;
	size_t *rows, count, i;
	int n;

	if (table_find(table, spec->where, spec->conditions, &rows, &count, err) < 0)
		return NULL;
	points = xcalloc(count, sizeof *points);
	n = collect(table, spec, rows, count, points, err);
	if (n == 0) {
		no_values(table, spec, err);
	} else if (n > 0 && (i = sort(points, (size_t)n))) {
		same_time(table, spec, &points[i - 1], &points[i], err);
	} else if (n > 0) {
		series = series_new(points, (size_t)n);
		series->source = shared(table, points, (size_t)n, table_source);
		series->basis = shared(table, points, (size_t)n, table_basis);
	}
	free(points);
	free(rows);
	return series;
}

void series_free(struct series *series)
{
	if (!series)
		return;
	free(series->x);
	free(series->y);
	free(series->source);
	free(series->basis);
	free(series);
}

double series_at(const struct series *series, double x)
{
	const double *xs = series->x, *ys = series->y;
	size_t lo = 0, hi = series->count - 1;

	if (isnan(x))
		return x;
	if (x <= xs[lo])
		return ys[lo];
	if (x >= xs[hi])
		return ys[hi];
	/* xs[lo] <= x < xs[hi] throughout, so that a point itself is the start of its piece and gives its y. */
	while (hi - lo > 1) {
		const size_t mid = lo + (hi - lo) / 2;

		if (x < xs[mid])
			hi = mid;
		else
			lo = mid;
	}
	return ys[lo] + (ys[hi] - ys[lo]) * ((x - xs[lo]) / (xs[hi] - xs[lo]));
}

size_t series_count(const struct series *series)
{
	return series->count;
}

const double *series_x(const struct series *series)
{
	return series->x;
}

const double *series_y(const struct series *series)
{
	return series->y;
}

const char *series_source(const struct series *series)
{
	return series->source;
}

const char *series_basis(const struct series *series)
{
	return series->basis;
}
