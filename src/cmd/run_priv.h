/* SPDX-License-Identifier: MIT
 *
 * What `publicstake run` consists of: what is asked for (cmd_run.c), computing it (run_compute.c), writing it (run_write.c).
 */
#ifndef PS_CMD_RUN_PRIV_H
#define PS_CMD_RUN_PRIV_H

#include <stdbool.h>
#include <stddef.h>

#include "cmd/cmd.h"
#include "cmd/request.h"
#include "model/ensemble.h"

struct bands;
struct draws;
struct model;
struct output;
struct pool;

/* A run as asked for. */
struct job {
	struct context *context;
	struct rules *rules;
	const struct model *model;
	struct request request;
	int *variables;            /* shown */
	size_t count;
	struct records records;
	bool summaries, lua;
	bool quiet;                /* of values that are not finite: said already */
	enum format format;
	struct output *output;
	struct pool *pool;
	struct draws *draws;
};

/* Runs one world of a scene, central or drawn: out[variable * records + record], or out[summary]. -1 with a complaint. */
int run_line(const struct job *job, const struct scene *scene, double *out);

/* Runs all worlds of a scene with the job's pool and draws; the caller's bands, or NULL with a complaint. */
struct bands *run_worlds(const struct job *job, const struct scene *scene);

/* Run and write all scenes to the job's output, as lines or as bands; -1 with a complaint. */
int run_write_lines(struct job *job);
int run_write_bands(struct job *job);

#endif
