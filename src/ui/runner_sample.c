/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/runner_priv.h"

#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "model/stats.h"

/* One number a world of a variable; NULL if it has none. */
static const double *row_of(const struct runner *runner, const struct ensemble *ensemble, int variable, int record)
{
	if (runner->output_of[variable] >= 0)
		return ensemble_worlds(ensemble, (size_t)runner->output_of[variable], record);
	if (runner->summary_of[variable] >= 0)
		return ensemble_summary(ensemble, (size_t)runner->summary_of[variable]);
	return NULL;
}

double runner_less(double value, double base)
{
	if (isnan(value))
		return isnan(base) ? 0 : INFINITY;
	return isnan(base) ? -INFINITY : value - base;
}

size_t runner_sample(struct runner *runner, enum shot shot, enum shot minus, int variable, int record,
	double *values)
{
	size_t worlds, others, count = 0;
	const struct ensemble *own, *other = NULL;
	const double *row, *less = NULL;

	if (!runner_has(runner, shot) || (minus != SHOT_NONE && !runner_has(runner, minus)))
		return 0;
	runner_run_first(runner, shot);
	own = runner_best(runner, shot, &worlds);
	row = row_of(runner, own, variable, record);
	if (minus != SHOT_NONE) {
		runner_run_first(runner, minus);
		other = runner_best(runner, minus, &others);
		worlds = others < worlds ? others : worlds;
		less = row_of(runner, other, variable, record);
	}
	if (!row)
		return 0;
	for (size_t w = 0; w < worlds; w++)
		if (ensemble_first_bad(own, (int)w) < 0 && !(other && ensemble_first_bad(other, (int)w) >= 0))
			values[count++] = less ? runner_less(row[w], less[w]) : row[w];
	return count;
}

#define SAME 1e-12   /* of a value */

static const double percentile[BAND_COUNT] = { 0.05, 0.25, 0.5, 0.75, 0.95 };

/* Puts what never comes behind any year, and counts it. */
static size_t rank_never(double *values, size_t count)
{
	size_t never = 0;

	for (size_t i = 0; i < count; i++) {
		never += isnan(values[i]);
		if (isnan(values[i]))
			values[i] = INFINITY;
	}
	return never;
}

static bool all_same(const double *values, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (values[i] != values[0] && !(fabs(values[i] - values[0]) <= SAME * fabs(values[0])))
			return false;
	return true;
}

bool runner_spread_at(struct runner *runner, enum shot shot, int variable, int record, struct runner_spread *spread)
{
	spread->worlds = runner_sample(runner, shot, SHOT_NONE, variable, record, runner->sample);
	if (!spread->worlds)
		return false;
	spread->never = rank_never(runner->sample, spread->worlds);
	spread->same = all_same(runner->sample, spread->worlds);
	stats_quantiles(runner->sample, spread->worlds, percentile, BAND_COUNT, spread->band);
	return true;
}

static struct bands_kept *bands_slot(struct runner *runner, const struct bands_kept *key, bool *found)
{
	struct bands_kept *oldest = &runner->bands[0];

	for (int i = 0; i < BANDS_KEPT; i++) {
		struct bands_kept *kept = &runner->bands[i];

		*found = kept->at && kept->shot == key->shot && kept->minus == key->minus && kept->variable == key->variable
		         && kept->serial == key->serial;
		if (*found)
			return kept;
		if (kept->used < oldest->used)
			oldest = kept;
	}
	return oldest;
}

static bool fill_bands(struct runner *runner, struct bands_kept *kept)
{
	const int records = runner->records.count;
	double band[BAND_COUNT];

	if (!kept->at)
		kept->at = xcalloc((size_t)records * BAND_COUNT, sizeof(double));
	kept->worlds = 0;
	for (int r = 0; r < records; r++) {
		const size_t count = runner_sample(runner, kept->shot, kept->minus, kept->variable, r, runner->sample);

		if (!count)
			return false;
		kept->worlds = count;
		stats_quantiles(runner->sample, count, percentile, BAND_COUNT, band);
		for (int k = 0; k < BAND_COUNT; k++)
			kept->at[k * records + r] = band[k];
	}
	return true;
}

bool runner_bands(struct runner *runner, enum shot shot, enum shot minus, int variable, struct runner_bands *bands)
{
	const struct bands_kept key = { .shot = shot, .minus = minus, .variable = variable, .serial = runner->serial };
	bool found;
	struct bands_kept *kept = bands_slot(runner, &key, &found);

	if (!found) {
		double *at = kept->at;

		*kept = key;
		kept->at = at;
		if (!fill_bands(runner, kept)) {
			kept->serial = (unsigned long)-1;
			return false;
		}
	}
	kept->used = ++runner->bands_clock;
	for (int k = 0; k < BAND_COUNT; k++)
		bands->at[k] = kept->at + (size_t)k * (size_t)runner->records.count;
	bands->worlds = kept->worlds;
	return true;
}
