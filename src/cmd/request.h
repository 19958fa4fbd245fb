/* SPDX-License-Identifier: MIT
 *
 * What `run` and `check` are asked to run: which scenarios with which settings, which worlds, in how many threads.
 */
#ifndef PS_CMD_REQUEST_H
#define PS_CMD_REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/kernels.h"

struct context;
struct model;

/* A scenario made ready for a model. */
struct scene {
	char *name;
	double *values;   /* one a variable */
	bool *is_set;
};

struct request {
	struct scene *cases;
	size_t case_count, case_cap;
	uint64_t seed;
	size_t worlds;        /* 0: the central one only */
	long long world;      /* this one alone; -1: the central one */
	int threads;          /* 0: one a processor */
	size_t lanes;         /* 0: as usual */
	enum isa isa;
};

/* Options that this reads: -s, --set, --worlds, --seed, --world, --threads, --lanes, --simd. */
#define REQUEST_OPTIONS \
	{ 's', "scenario", N_("NAME"), N_("a scenario by name, title or file; repeatable (without one: the baseline)") }, \
	{ 0, "set", N_("ID=VALUE"), N_("set a lever or an uncertainty, on top of each scenario; repeatable") }, \
	{ 0, "worlds", "N", N_("draw N worlds: percentiles instead of one line") }, \
	{ 0, "seed", "S", N_("seed of the worlds (1)") }, \
	{ 0, "world", "N", N_("run world N of that seed alone") }, \
	{ 0, "threads", "N", N_("threads (as many as processors); no result depends on it") }, \
	{ 0, "lanes", "N", N_("worlds side by side in a thread; no result depends on it") }, \
	{ 0, "simd", "auto|off", N_("use wide registers; no result depends on it") }

/* -1 with a complaint for whatever is wrong. `worlds` is what counts when the option is not given. */
int request_read(struct request *request, const struct context *context, const struct model *model, size_t worlds);
void request_release(struct request *request);

/* Adds a case from settings over the defaults; --set of the command line comes on top. */
struct settings;
int request_add(struct request *request, const struct context *context, const struct model *model, const char *name,
                const struct settings *settings);

#endif
