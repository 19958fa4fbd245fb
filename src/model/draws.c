/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/draws.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "model/model.h"
#include "model/worlds.h"

struct draws {
	size_t count, worlds;  /* variables, worlds */
	double **rows;         /* per variable; NULL where it is not drawn */
};

static double *draw_row(const struct variable *v, uint64_t seed, size_t worlds)
{
	const uint64_t key = worlds_key(v->id, seed);
	double *row = xcalloc(worlds, sizeof *row);

	for (size_t w = 0; w < worlds; w++)
		row[w] = spread_inverse(&v->spread, worlds_point(key, (uint32_t)w), v->value);
	return row;
}

struct draws *draws_new(const struct model *model, uint64_t seed, size_t worlds)
{
	struct draws *draws = xmalloc(sizeof *draws);

	draws->count = model_count(model);
	draws->worlds = worlds;
	draws->rows = xcalloc(draws->count, sizeof *draws->rows);
	for (size_t i = 0; i < draws->count; i++)
		if (var_is_drawn(model_variable(model, (int)i)))
			draws->rows[i] = draw_row(model_variable(model, (int)i), seed, worlds);
	return draws;
}

void draws_free(struct draws *draws)
{
	if (!draws)
		return;
	for (size_t i = 0; i < draws->count; i++)
		free(draws->rows[i]);
	free(draws->rows);
	free(draws);
}

size_t draws_worlds(const struct draws *draws)
{
	return draws->worlds;
}

const double *draws_row(const struct draws *draws, int variable)
{
	return draws->rows[variable];
}

bool *draws_varying(const struct draws *draws, const bool *is_set)
{
	bool *varies = xcalloc(draws->count, sizeof *varies);

	for (size_t i = 0; i < draws->count; i++)
		varies[i] = draws->rows[i] && !(is_set && is_set[i]);
	return varies;
}

void draws_one(const struct model *model, uint64_t seed, uint32_t world, const bool *is_set, double *values)
{
	for (size_t i = 0; i < model_count(model); i++) {
		const struct variable *v = model_variable(model, (int)i);

		if (var_is_drawn(v) && !is_set[i])
			values[i] = spread_inverse(&v->spread, worlds_point(worlds_key(v->id, seed), world), v->value);
	}
}

struct draws *draws_changed(const struct draws *draws, const struct model *model, const struct changes *changes)
{
	struct draws *copy = xmalloc(sizeof *copy);

	copy->count = draws->count;
	copy->worlds = draws->worlds;
	copy->rows = xcalloc(copy->count, sizeof *copy->rows);
	for (size_t i = 0; i < copy->count; i++) {
		if (!draws->rows[i])
			continue;
		copy->rows[i] = xcalloc(copy->worlds, sizeof **copy->rows);
		memcpy(copy->rows[i], draws->rows[i], copy->worlds * sizeof **copy->rows);
	}
	for (size_t k = 0; k < changes->count; k++) {
		const struct change *change = &changes->items[k];
		double *row = copy->rows[change->variable];

		for (size_t w = 0; row && change->how != CHANGE_SET && w < copy->worlds; w++)
			row[w] = change_apply(change, model_variable(model, change->variable), row[w]);
	}
	return copy;
}
