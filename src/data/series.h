/* SPDX-License-Identifier: MIT
 *
 * A function of time given by points, or of anything else: linear between them, the ends held beyond them.
 */
#ifndef PS_DATA_SERIES_H
#define PS_DATA_SERIES_H

#include <stddef.h>

struct err;
struct series;
struct table;
struct table_where;

/* Which cells of a table: rows that meet the conditions, `time` against `value` x `scale`. Time is a number of years
 * or a date (2025-06, 2025-06-30), which stands for the middle of that month or day. Rows with an empty value are
 * left out. */
struct series_spec {
	const char *time, *value;
	const struct table_where *where;
	size_t conditions;
	double scale;   /* 0 counts as 1 */
};

/* NULL on error: unknown column, no row left, text for a number, the same time twice (with both lines). */
struct series *series_from_table(const struct table *table, const struct series_spec *spec, struct err *err);

/* From points in any order, copied; the same x twice, x or y not finite, and no points are errors. */
struct series *series_from_points(const double *x, const double *y, size_t count, struct err *err);
void series_free(struct series *series);

/* Pure: the same bits for the same x. NaN for NaN; at a point exactly its y. */
double series_at(const struct series *series, double x);

/* The points, x strictly rising; borrowed. */
size_t series_count(const struct series *series);
const double *series_x(const struct series *series);
const double *series_y(const struct series *series);

/* The source and basis that the rows share, NULL where they have none or differ. Borrowed. */
const char *series_source(const struct series *series);
const char *series_basis(const struct series *series);

#endif
