/* SPDX-License-Identifier: MIT
 *
 * Rules: the Lua files of a model, loaded, traced, proved.  The only door to src/rules, and the only place that knows Lua.
 *
 * Loading runs every file in a sandbox (no input or output, no clock, no string library; a budget of instructions and a cap on memory),
 * collects what they declare, traces each equation into the model's expression graph, and proves on several states that the trace
 * gives what the equation gives as plain Lua.  Mistakes come back as a list, several at once where they do not follow from each other.
 * A `struct rules` is used by one thread at a time; its model may be shared by many once loaded.
 */
#ifndef PS_RULES_RULES_H
#define PS_RULES_RULES_H

#include <stdatomic.h>
#include <stddef.h>

#include "base/fingerprint.h"

struct diags;
struct err;
struct model;
struct place;
struct rules;

struct rules_spec {
	const char *const *rule_dirs;   /* a later folder's file replaces an earlier one's of the same name */
	size_t rule_dir_count;
	const char *const *data_dirs;   /* searched from the last to the first; need not be there */
	size_t data_dir_count;
	const atomic_int *cancel;       /* once it is not 0, loading ends as soon as it can, with any error; NULL: never */
};

/* NULL and at least one entry in `diags` when anything is wrong. The caller's to free. */
struct rules *rules_load(const struct rules_spec *spec, struct diags *diags);
void rules_free(struct rules *rules);

/* Borrowed as long as the rules live. */
const struct model *rules_model(const struct rules *rules);

/* The files that were read, rule files first, then data files: what to watch for changes. Full paths, borrowed. */
size_t rules_file_count(const struct rules *rules);
const char *rules_file(const struct rules *rules, size_t i);
struct fingerprint rules_file_print(const struct rules *rules, size_t i);   /* its name without folder, and its content */

/* The source lines of a variable's equation (or, where it has none, of its declaration), of its declaration, and of any equation by its
 * place, as written. The caller's to free. */
char *rules_source(const struct rules *rules, int variable);
char *rules_declaration(const struct rules *rules, int variable);
char *rules_lines(const struct rules *rules, const struct place *place);

/* How long the parts of loading took, in seconds: for the bench. */
struct rules_times {
	double read, declare, trace, prove;
	size_t equations, calls;        /* equations traced, calls that it took */
};
struct rules_times rules_times(const struct rules *rules);

/* The reference engine: the whole model as plain Lua, one world, slow and simple. `values` holds one number a variable; out[step * count
 * + i] gets variables[i] (over time, lever or uncertainty) at each step 0 to steps; summary_out (may be NULL) gets
 * summaries[i] as lanes_summary does. -1 and `err` when an equation fails. */
int rules_run_lua(struct rules *rules, const double *values, const int *variables, size_t count, double *out,
                  const int *summaries, size_t summary_count, double *summary_out, struct err *err);

#endif
