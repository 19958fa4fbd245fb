/* SPDX-License-Identifier: MIT
 *
 * Flattening: the equations of a model with every auxiliary put in the place of its name, in one new graph whose leaves are only
 * inputs (levers, uncertainties), states (stocks, memories) and time.  Once for the present time, once for the start.
 */
#ifndef PS_MODEL_FLATTEN_H
#define PS_MODEL_FLATTEN_H

#include "model/graph.h"

struct err;
struct flat;
struct model;

struct flat *flat_new(const struct model *model);
void flat_free(struct flat *flat);

/* The node of `flat_graph` for a node of the model's graph at the present time. */
int flat_now(struct flat *flat, int node);

/* The same at the start: states are replaced by their initial values. NODE_NONE and `err` when initial values run in a loop. */
int flat_start(struct flat *flat, int node, struct err *err);

/* The flat node of a variable's present value: series, stock (its state), auxiliary, outcome, lever, uncertainty. */
int flat_variable(struct flat *flat, int variable);
int flat_initial(struct flat *flat, int stock, struct err *err);

const struct graph *flat_graph(const struct flat *flat);

#endif
