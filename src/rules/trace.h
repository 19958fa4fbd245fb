/* SPDX-License-Identifier: MIT
 *
 * Tracing: an equation is called with symbols in the place of model values; each comparison is answered one way and, in a further call, the
 * other, until all paths are known, which are then joined by select nodes.  For src/rules only.
 */
#ifndef PS_RULES_TRACE_H
#define PS_RULES_TRACE_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/value.h"

struct host;
struct trace;

/* Traces every equation of the host into the model. Mistakes go to the host's diagnostics. Returns the number of calls that it took. */
size_t trace_all(struct host *host);

/* ---- for the library, while an equation is traced ---- */

/* The number of the present call of an equation, from 1 over all equations; 0 when none is traced. */
size_t trace_call(const struct host *host);

/* The answer to a condition on the present path. */
bool trace_decide(struct host *host, int condition);

/* The number of the present symbol among those produced on this path, for probing. True when it is to be hidden as `false`. */
bool trace_hides(struct host *host, int node);
int trace_hidden_node(const struct host *host);

/* A function with memory, in the order of calls: opens the memory and gives its symbol; close says what it becomes next. */
int trace_memory_open(struct host *host, enum memory_kind kind, struct num initial);
void trace_memory_close(struct host *host, int memory, struct num next);

#endif
