/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/stats.h"

#include <math.h>

static void swap(double *a, double *b)
{
	const double kept = *a;

	*a = *b;
	*b = kept;
}

static double median_of_three(double a, double b, double c)
{
	if (a > b)
		swap(&a, &b);
	return c < a ? a : c > b ? b : c;
}

/* Puts the k-th smallest of values[lo..hi] in its place, smaller ones before it, larger ones behind (Hoare's quickselect). */
static void select_kth(double *values, size_t lo, size_t hi, size_t k)
{
	while (lo < hi) {
		const double pivot = median_of_three(values[lo], values[lo + (hi - lo) / 2], values[hi]);
		size_t i = lo, j = hi;

		while (i <= j) {
			while (values[i] < pivot)
				i++;
			while (pivot < values[j])
				j--;
			if (i > j)
				break;
			swap(&values[i++], &values[j]);
			if (j == 0)
				break;
			j--;
		}
		if (k <= j)
			hi = j;
		else if (k >= i)
			lo = i;
		else
			return;
	}
}

static size_t smallest(const double *values, size_t from, size_t count)
{
	size_t at = from;

	for (size_t i = from + 1; i < count; i++)
		if (values[i] < values[at])
			at = i;
	return at;
}

static double between(double a, double b, double share)
{
	if (share <= 0 || a == b)
		return a;
	return isinf(b) ? b : a + share * (b - a);
}

void stats_quantiles(double *values, size_t count, const double *p, size_t p_count, double *quantiles)
{
	size_t sorted_to = 0;  /* what lies before is no larger than what follows */

	for (size_t q = 0; q < p_count; q++) {
		const double at = count ? p[q] * (double)(count - 1) : 0;
		const size_t k = (size_t)at;

		if (count == 0) {
			quantiles[q] = NAN;
			continue;
		}
		select_kth(values, sorted_to, count - 1, k);
		sorted_to = k;
		if (k + 1 < count && at > (double)k)
			swap(&values[k + 1], &values[smallest(values, k + 1, count)]);
		quantiles[q] = k + 1 < count ? between(values[k], values[k + 1], at - (double)k) : values[k];
	}
}

static double sum(const double *values, size_t count)
{
	double total = 0;

	if (count > 32)
		return sum(values, count / 2) + sum(values + count / 2, count - count / 2);
	for (size_t i = 0; i < count; i++)
		total += values[i];
	return total;
}

double stats_mean(const double *values, size_t count)
{
	return count ? sum(values, count) / (double)count : NAN;
}
