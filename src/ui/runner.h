/* SPDX-License-Identifier: MIT
 *
 * The runner: keeps the results of what is on the screen - the scenario, what it is compared with, the pins - in
 * step with their settings.  A change gives the central line and the first worlds at once, in the caller's frame;
 * once that is drawn, further worlds come from a thread behind (refiner.h), which drops what it does as soon as there
 * is something newer.
 *
 *	runner_set(runner, SHOT_CURRENT, values, is_set);     // central line and RUNNER_FIRST worlds are there
 *	... draw ... runner_go(runner);
 *	... runner_fd becomes readable ... runner_poll        // there are more
 *
 * Results are of every year (or every step, where a model has few): a record each.  The runner belongs to one
 * thread; it has a model that must outlive it and never changes: new rules take a new runner.
 */
#ifndef PS_UI_RUNNER_H
#define PS_UI_RUNNER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct model;
struct runner;

enum shot {
	SHOT_CURRENT,
	SHOT_COMPARED,
	SHOT_PIN1, SHOT_PIN2, SHOT_PIN3, SHOT_PIN4, SHOT_PIN5, SHOT_PIN6,
	SHOT_COUNT,
	SHOT_NONE = -1
};

enum {
	RUNNER_FIRST = 64,          /* worlds in the frame of a change */
	RUNNER_PIN_WORLDS = 256,    /* worlds of a pin */
	RUNNER_WORLDS_MAX = 20000,
};

struct runner_spec {
	const struct model *model;
	size_t worlds;     /* to refine to, at least RUNNER_FIRST */
	uint64_t seed;
	int threads;       /* 0: as many as there are processors */
};

struct runner *runner_new(const struct runner_spec *spec);
void runner_free(struct runner *runner);

/* `values` and `is_set` as settings_apply gives them; copied. False if initial values run in a loop (the shot is
 * then empty). */
bool runner_set(struct runner *runner, enum shot shot, const double *values, const bool *is_set);
void runner_drop(struct runner *runner, enum shot shot);

/* Begins with further worlds of what was set since the last time. */
void runner_go(struct runner *runner);

/* Gives up all further worlds: the runner is only still there to be read, and to be freed without waiting. */
void runner_rest(struct runner *runner);

bool runner_has(const struct runner *runner, enum shot shot);

/* Changes whenever any result has. */
unsigned long runner_serial(const struct runner *runner);

/* Readable when worlds have been added; runner_poll takes note, true if there are any. */
int runner_fd(const struct runner *runner);
bool runner_poll(struct runner *runner);

/* Begins, and waits until all worlds are there. */
void runner_wait(struct runner *runner);

/* Worlds of a shot so far, how many there will be, and how many had to be left out. */
size_t runner_worlds(const struct runner *runner, enum shot shot);
size_t runner_worlds_wanted(const struct runner *runner, enum shot shot);
size_t runner_worlds_bad(const struct runner *runner, enum shot shot);

int runner_records(const struct runner *runner);
double runner_year(const struct runner *runner, int record);
int runner_record_near(const struct runner *runner, double year);

/* Values of an outcome over time, one a record; NULL if it has none. Borrowed until the shot is set again. */
const double *runner_central(const struct runner *runner, enum shot shot, int variable);

/* The value at a record of anything that has one: any variable over time, lever, uncertainty; or of a summary. NAN:
 * none. */
double runner_value(struct runner *runner, enum shot shot, int variable, int record);

/* Whether any outcome or summary of the central world would be another with an input at its default. Runs it, once for each
 * setting. */
bool runner_has_effect(struct runner *runner, enum shot shot, int variable);

/* Of all finite worlds, unordered, to `values` (room for RUNNER_WORLDS_MAX); `minus`: less the same world's value
 * there. Summaries take no notice of the record; NAN: a world in which it never comes, which of differences is INFINITY,
 * -INFINITY, or 0 if it never comes in either. */
size_t runner_sample(struct runner *runner, enum shot shot, enum shot minus, int variable, int record,
	double *values);

/* `value` less `base`, as in the sample: NAN is what never comes, later than any year. */
double runner_less(double value, double base);

/* Percentiles over worlds, one a record in each; NULL while there are no worlds. Borrowed until the next call of
 * runner_set, runner_poll or runner_bands. */
enum { BAND_P05, BAND_P25, BAND_P50, BAND_P75, BAND_P95, BAND_COUNT };
struct runner_bands {
	const double *at[BAND_COUNT];
	size_t worlds;
};
bool runner_bands(struct runner *runner, enum shot shot, enum shot minus, int variable, struct runner_bands *bands);

/* What all worlds make of a value at one record, or of a summary; false while there are no worlds. */
struct runner_spread {
	double band[BAND_COUNT];   /* INFINITY: among the worlds in which it never comes */
	bool same;                 /* as far as rounding tells */
	size_t worlds, never;      /* never: those in which it never comes */
};
bool runner_spread_at(struct runner *runner, enum shot shot, int variable, int record, struct runner_spread *spread);

#endif
