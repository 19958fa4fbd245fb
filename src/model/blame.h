/* SPDX-License-Identifier: MIT
 *
 * Blame: which variable was the first that was not a finite number in a run.
 */
#ifndef PS_MODEL_BLAME_H
#define PS_MODEL_BLAME_H

struct model;

struct blame {
	int variable;   /* -1: all are finite throughout */
	double time;    /* year */
};

/* Runs the model once with these values, recording everything. At the first step at which anything is not finite: the first such
 * variable in the order of equations, so one whose inputs were finite. */
struct blame blame_find(const struct model *model, const double *values);

#endif
