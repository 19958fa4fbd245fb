/* SPDX-License-Identifier: MIT
 *
 * Bands: percentiles and means over many worlds for every recorded value, in bounded memory: time is run through in slices, all worlds
 * side by side, and only what the statistics need of a slice is kept.  Percentiles are exact over the worlds run.
 */
#ifndef PS_MODEL_BANDS_H
#define PS_MODEL_BANDS_H

#include <stddef.h>

#include "model/ensemble.h"

struct bands;

/* Statistics of each value, in this order. */
enum { BAND_P05, BAND_P25, BAND_P50, BAND_P75, BAND_P95, BAND_MEAN, BAND_COUNT };

/* Runs the central world and all of spec->worlds. The caller's to free. */
struct bands *bands_new(const struct ensemble_spec *spec, struct pool *pool);
void bands_free(struct bands *bands);

double bands_central(const struct bands *bands, size_t output, int record);
const double *bands_of(const struct bands *bands, size_t output, int record);   /* BAND_COUNT of them; borrowed */
double bands_central_summary(const struct bands *bands, size_t summary);
const double *bands_summary(const struct bands *bands, size_t summary);         /* one value a world, bad ones included; borrowed */

/* A world left out: its number and the first recorded step at which a recorded value was not finite. */
struct bad_world {
	int world, step;
};
size_t bands_bad_count(const struct bands *bands);
struct bad_world bands_bad(const struct bands *bands, size_t i);   /* in order of number */
int bands_central_bad(const struct bands *bands);                  /* step, -1: never */

/* The statistics of one summary over all worlds that are not bad: BAND_COUNT of them. For SUMMARY_FIRST a world in which it never comes counts
 * as later than any other, `*never` counts them, a percentile among them is INFINITY and the mean is over the others. */
void bands_summarise(const struct bands *bands, size_t summary, double *statistics, size_t *never);

#endif
