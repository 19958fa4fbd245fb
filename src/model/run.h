/* SPDX-License-Identifier: MIT
 *
 * A run: a tape with values for its inputs, and all that is the same in every world computed.  Read only once made; must not outlive
 * its tape.
 */
#ifndef PS_MODEL_RUN_H
#define PS_MODEL_RUN_H

struct run;
struct tape;

/* `values` holds one number a variable (model_defaults and what the user set); it is copied. Never fails: the caller's to free. */
struct run *run_new(const struct tape *tape, const double *values);
void run_free(struct run *run);

const struct tape *run_tape(const struct run *run);

/* The value of an input: what every lane gets where it does not vary. */
double run_value(const struct run *run, int variable);

/* Numbers of the run, and of time point `point` (Euler: one a step; RK4: two a step), as the tape's operands name them. */
const double *run_scalars(const struct run *run);
const double *run_step_scalars(const struct run *run, int point);
double run_time(const struct run *run, int point);
int run_points_per_step(const struct run *run);

#endif
