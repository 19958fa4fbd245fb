/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/spread.h"

#include <math.h>

#include "model/op.h"

/* Acklam's rational approximation of the inverse normal distribution, relative error below 1.15e-9: P. J. Acklam, "An algorithm
 * for computing the inverse normal cumulative distribution function", 2003. A draw needs no more. */
static double tail(double u)
{
	const double q = sqrt(-2 * op_apply(OP_LN, u, 0, 0));

	return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q -
	          2.549732539343734e+00) * q + 4.374664141464968e+00) * q + 2.938163982698783e+00) /
	       ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q +
	         3.754408661907416e+00) * q + 1);
}

static double middle(double u)
{
	const double q = u - 0.5, r = q * q;

	return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r +
	          1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239e+00) * q /
	       (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r +
	          6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1);
}

static double normal_inverse(double u)
{
	const double edge = 0.02425;

	if (u < edge)
		return tail(u);
	if (u > 1 - edge)
		return -tail(1 - u);
	return middle(u);
}

static double triangular_inverse(const struct spread *s, double u)
{
	const double width = s->hi - s->lo;
	const double peak = width > 0 ? (s->mode - s->lo) / width : 0;

	if (u < peak)
		return s->lo + sqrt(u * width * (s->mode - s->lo));
	return s->hi - sqrt((1 - u) * width * (s->hi - s->mode));
}

double spread_inverse(const struct spread *spread, double u, double fallback)
{
	switch (spread->kind) {
	case SPREAD_UNIFORM:
		return spread->lo + u * (spread->hi - spread->lo);
	case SPREAD_TRIANGULAR:
		return triangular_inverse(spread, u);
	case SPREAD_NORMAL:
		return fmin(spread->hi, fmax(spread->lo, spread->mean + spread->sd * normal_inverse(u)));
	case SPREAD_FIXED:
		break;
	}
	return fallback;
}

const char *spread_name(enum spread_kind kind)
{
	static const char *const names[] = {
		[SPREAD_FIXED] = "fixed",
		[SPREAD_UNIFORM] = "uniform",
		[SPREAD_TRIANGULAR] = "triangular",
		[SPREAD_NORMAL] = "normal",
	};

	return names[kind];
}
