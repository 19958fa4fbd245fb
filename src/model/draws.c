/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/draws.h"

#include <stdbool.h>
#include <stdlib.h>

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
