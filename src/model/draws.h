/* SPDX-License-Identifier: MIT
 *
 * Draws: the values of all drawn uncertainties of a model in worlds 0, 1, ..., made once and used by every scenario.
 */
#ifndef PS_MODEL_DRAWS_H
#define PS_MODEL_DRAWS_H

#include <stddef.h>
#include <stdint.h>

struct draws;
struct model;

/* Draws `worlds` worlds under `seed` (worlds.h). The caller's to free; does not need the model afterwards. */
struct draws *draws_new(const struct model *model, uint64_t seed, size_t worlds);
void draws_free(struct draws *draws);

size_t draws_worlds(const struct draws *draws);

/* One number a world for a drawn uncertainty; NULL for any other variable. Borrowed. */
const double *draws_row(const struct draws *draws, int variable);

/* Which inputs vary in a run whose user set those marked in `is_set` (NULL: none): one flag a variable, the caller's to free. */
_Bool *draws_varying(const struct draws *draws, const _Bool *is_set);

/* The same worlds with changes to drawn uncertainties (added to, multiplied, kept within the range); those that a change sets stay as
 * they are, since they do not vary then. */
struct changes;
struct draws *draws_changed(const struct draws *draws, const struct model *model, const struct changes *changes);

/* Puts what one world draws into `values` (one a variable), but for inputs marked in `is_set`: that world run alone gives the bits that it
 * gives among others. */
void draws_one(const struct model *model, uint64_t seed, uint32_t world, const _Bool *is_set, double *values);

#endif
