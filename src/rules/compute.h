/* SPDX-License-Identifier: MIT
 *
 * Computing: equations called as plain Lua on numbers.  Proofs and the reference engine share it.  For src/rules only.
 */
#ifndef PS_RULES_COMPUTE_H
#define PS_RULES_COMPUTE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/model.h"

struct compute;
struct equation;
struct err;
struct host;

/* States of memories, one a memory of the model, which the library reads and whose next values it writes. `fresh`: each starts from
 * its initial value at its first use. A history gives history(ctx, memory, delay, initial). */
struct memory_states {
	double *now, *next;
	bool *fresh;
	double (*history)(void *ctx, int memory, double delay, double initial);
	void *ctx;
};

/* Makes the tables `v` (and `w`, for two-run checks) that equations see. One at a time a host; protected call. */
struct compute *compute_new(struct host *host, const struct memory_states *memories);
void compute_free(struct compute *compute);

/* Values that equations see from now on; which: 0 for v, 1 for w. */
void compute_set(struct compute *compute, int which, int variable, double value);
void compute_set_time(struct compute *compute, double time);

/* Lets equations find a value that is not set by asking for it (initial values: their order follows from asking); NULL: no more.
 * Forgets all values of v. */
void compute_ask(struct compute *compute, int (*ask)(void *ctx, int variable, double *value), void *ctx);

/* Calls the equation. A condition gives 1 or 0. -1 and a diagnostic of the host when it fails or gives no number. */
int compute_call(struct compute *compute, const struct equation *equation, double *value);

/* ---- for the library ---- */
double compute_time(const struct host *host);
double compute_memory_open(struct host *host, enum memory_kind kind, double initial, int *memory);
void compute_memory_close(struct host *host, int memory, double next);
double compute_history(struct host *host, int memory, double delay, double initial);

#endif
