/* SPDX-License-Identifier: MIT
 *
 * Verifying: running a model's checks under given settings, in the central world and in drawn ones.
 */
#ifndef PS_MODEL_VERIFY_H
#define PS_MODEL_VERIFY_H

#include <stdbool.h>
#include <stddef.h>

#include "model/kernels.h"

struct draws;
struct err;
struct model;
struct pool;

struct verify_spec {
	const struct model *model;
	const double *values;       /* one a variable: a scenario's */
	const bool *is_set;
	const struct draws *draws;  /* all of its worlds are run */
	struct pool *pool;
	size_t width;               /* lanes; 0: as usual */
	enum isa isa;
};

/* How a check fared. Years are NAN where it holds. A comparison with something that is not a number does not hold. */
struct verdict_of_check {
	double central;             /* year at which it first fails in the central world */
	size_t failing;             /* drawn worlds in which it fails */
	int world;                  /* the first of them, -1: none */
	double year;                /* at which it first fails there */
};

/* Runs one check: its own settings are laid over `values`, `versus` over those for the second run. -1 and `err` when it can't be run. */
int verify_check(const struct verify_spec *spec, int check, struct verdict_of_check *verdict, struct err *err);

/* The same for several checks that have neither `given` nor `versus`, in one run. */
int verify_plain(const struct verify_spec *spec, const int *checks, size_t count, struct verdict_of_check *verdicts, struct err *err);

bool verify_is_plain(const struct model *model, int check);

#endif
