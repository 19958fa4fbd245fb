/* SPDX-License-Identifier: MIT
 *
 * Spreads: how an uncertainty is distributed, and its inverse distribution function.
 */
#ifndef PS_MODEL_SPREAD_H
#define PS_MODEL_SPREAD_H

enum spread_kind { SPREAD_FIXED, SPREAD_UNIFORM, SPREAD_TRIANGULAR, SPREAD_NORMAL };

struct spread {
	enum spread_kind kind;
	double lo, mode, hi;  /* triangular and uniform: the ends (and the peak); normal: where it is clipped */
	double mean, sd;      /* normal */
};

/* The value below which a share `u` (0 < u < 1) of the draws lies. A normal spread is clipped, not cut: draws past an end are put
 * on it. A fixed spread gives `fallback`. */
double spread_inverse(const struct spread *spread, double u, double fallback);

const char *spread_name(enum spread_kind kind);

#endif
