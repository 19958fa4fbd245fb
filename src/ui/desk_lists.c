/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "model/model.h"
#include "ui/desk.h"
#include "ui/desk_priv.h"

static double group_order(const struct model *model, const char *id)
{
	const struct group *group = model_find_group(model, id);

	return group ? group->order : INFINITY;
}

struct sort_key {
	int class;          /* levers 0, drawn 1, fixed 2 */
	double order;
	const char *group;
	int variable;
};

static int compare_keys(const void *a, const void *b)
{
	const struct sort_key *x = a, *y = b;
	int groups;

	if (x->class != y->class)
		return x->class < y->class ? -1 : 1;
	if (x->order < y->order || x->order > y->order)
		return x->order < y->order ? -1 : 1;
	groups = strcmp(x->group, y->group);
	return groups ? groups : x->variable < y->variable ? -1 : 1;
}

static void add_row(struct rows *rows, size_t *cap, struct row row)
{
	rows->items = xgrow(rows->items, rows->count, cap, sizeof(*rows->items));
	rows->items[rows->count++] = row;
}

/* Headings: one a group; one for all constants together. */
static void list_rows(struct rows *rows, const struct sort_key *keys, size_t count)
{
	size_t cap = 0;

	for (size_t i = 0; i < count; i++) {
		const bool fixed = keys[i].class == 2;
		const bool first = i == 0 || keys[i].class != keys[i - 1].class || (!fixed && strcmp(keys[i].group,
			keys[i - 1].group));

		if (first)
			add_row(rows, &cap, (struct row){ .variable = -1, .group = keys[i].group, .is_fixed = fixed });
		add_row(rows, &cap, (struct row){ .variable = keys[i].variable, .group = keys[i].group, .is_fixed = fixed });
	}
}

static size_t keys_of(const struct model *model, bool (*wanted)(const struct variable *), struct sort_key *keys)
{
	size_t count = 0;

	for (size_t i = 0; i < model_count(model); i++) {
		const struct variable *variable = model_variable(model, (int)i);

		if (wanted(variable))
			keys[count++] = (struct sort_key){
				variable->kind == VAR_UNCERTAINTY && !var_is_drawn(variable) ? 2 : 1,
				group_order(model, variable->group), variable->group, (int)i,
			};
	}
	qsort(keys, count, sizeof(*keys), compare_keys);
	return count;
}

static bool is_lever(const struct variable *variable)
{
	return variable->kind == VAR_LEVER;
}

static bool is_uncertainty(const struct variable *variable)
{
	return variable->kind == VAR_UNCERTAINTY;
}

bool desk_is_charted(const struct variable *variable)
{
	return variable->is_outcome && var_is_over_time(variable->kind);
}

static void list_headlines(struct desk *desk)
{
	struct sort_key *keys = xcalloc(model_count(desk->model), sizeof(*keys));
	size_t count = 0;

	for (size_t i = 0; i < model_count(desk->model); i++)
		if (model_variable(desk->model, (int)i)->headline > 0)
			keys[count++] = (struct sort_key){ 0, model_variable(desk->model, (int)i)->headline, "", (int)i };
	qsort(keys, count, sizeof(*keys), compare_keys);
	desk->headlines = xcalloc(count, sizeof(int));
	desk->headline_count = count;
	for (size_t i = 0; i < count; i++)
		desk->headlines[i] = keys[i].variable;
	free(keys);
}

void desk_list(struct desk *desk)
{
	struct sort_key *keys = xcalloc(model_count(desk->model), sizeof(*keys));
	size_t count = keys_of(desk->model, is_lever, keys);

	list_rows(&desk->levers, keys, count);
	count = keys_of(desk->model, is_uncertainty, keys);
	list_rows(&desk->uncertainties, keys, count);
	desk->outcome_count = keys_of(desk->model, desk_is_charted, keys);
	desk->outcomes = xcalloc(desk->outcome_count, sizeof(int));
	for (size_t i = 0; i < desk->outcome_count; i++)
		desk->outcomes[i] = keys[i].variable;
	free(keys);
	list_headlines(desk);
}

void desk_free_lists(struct desk *desk)
{
	free(desk->levers.items);
	free(desk->uncertainties.items);
	free(desk->headlines);
	free(desk->outcomes);
	desk->levers = desk->uncertainties = (struct rows){ NULL, 0 };
}
