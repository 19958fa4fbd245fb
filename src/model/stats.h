/* SPDX-License-Identifier: MIT
 *
 * Statistics over worlds.
 */
#ifndef PS_MODEL_STATS_H
#define PS_MODEL_STATS_H

#include <stddef.h>

/* The quantiles at `p` (ascending, 0 to 1) of `values`, exact, interpolated linearly between neighbours (Hyndman and Fan 1996,
 * "Sample quantiles in statistical packages", type 7). Reorders `values`; NAN for each when there is none. INFINITY may be among
 * them (something that never came). */
void stats_quantiles(double *values, size_t count, const double *p, size_t p_count, double *quantiles);

/* The mean, summed pairwise so that it does not depend on how worlds were blocked; NAN when there is none. */
double stats_mean(const double *values, size_t count);

#endif
