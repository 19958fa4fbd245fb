/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/model.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "data/series.h"
#include "model/graph.h"
#include "model/model_priv.h"

struct model *model_new(void)
{
	struct model *model = xmalloc(sizeof *model);

	model->graph = graph_new();
	model->index_size = 256;
	model->index = xcalloc(model->index_size, sizeof *model->index);
	model->fingerprint = xstrdup("");
	model->data_fingerprint = xstrdup("");
	return model;
}

static void release_variable(struct variable *v)
{
	free(v->id);
	text_release(&v->label);
	text_release(&v->help);
	text_release(&v->none);
	text_release(&v->note);
	free(v->unit);
	free(v->group);
	for (size_t i = 0; i < v->source_count; i++)
		free(v->sources[i]);
	free(v->sources);
	for (size_t i = 0; i < v->mark_count; i++) {
		text_release(&v->marks[i].label);
		free(v->marks[i].source);
	}
	free(v->marks);
	free(v->given.items);
	free(v->versus.items);
}

static void release_claim(struct claim *claim)
{
	free(claim->id);
	text_release(&claim->text);
	text_release(&claim->note);
	free(claim->unit);
	for (size_t i = 0; i < claim->input_count; i++) {
		free(claim->inputs[i].name);
		free(claim->inputs[i].unit);
		free(claim->inputs[i].source);
	}
	free(claim->inputs);
}

static void release_lists(struct model *model)
{
	for (size_t i = 0; i < model->table_count; i++)
		series_free(model->tables[i]);
	for (size_t i = 0; i < model->group_count; i++) {
		free(model->groups[i].id);
		text_release(&model->groups[i].label);
	}
	for (size_t i = 0; i < model->claim_count; i++)
		release_claim(&model->claims[i]);
	for (size_t i = 0; i < model->file_count; i++)
		free(model->files[i]);
	free(model->tables);
	free(model->groups);
	free(model->claims);
	free(model->files);
}

void model_free(struct model *model)
{
	if (!model)
		return;
	for (size_t i = 0; i < model->count; i++)
		release_variable(&model->variables[i]);
	release_lists(model);
	free(model->variables);
	free(model->index);
	free(model->memories);
	free(model->order);
	free(model->links);
	text_release(&model->title);
	free(model->fingerprint);
	free(model->data_fingerprint);
	graph_free(model->graph);
	free(model);
}

/* ---- names ---- */

static size_t hash_id(const char *id)
{
	size_t hash = 5381;

	for (; *id; id++)
		hash = hash * 33 + (unsigned char)*id;
	return hash;
}

static size_t find_index(const struct model *model, const char *id)
{
	size_t at = hash_id(id) & (model->index_size - 1);

	while (model->index[at] && strcmp(model->variables[model->index[at] - 1].id, id))
		at = (at + 1) & (model->index_size - 1);
	return at;
}

static void grow_index(struct model *model)
{
	model->index_size *= 2;
	free(model->index);
	model->index = xcalloc(model->index_size, sizeof *model->index);
	for (size_t i = 0; i < model->count; i++)
		model->index[find_index(model, model->variables[i].id)] = (int)i + 1;
}

int model_find(const struct model *model, const char *id)
{
	return model->index[find_index(model, id)] - 1;
}

int model_add(struct model *model, enum var_kind kind, const char *id)
{
	struct variable *v;

	assert(model_find(model, id) < 0);
	model->variables = xgrow(model->variables, model->count, &model->cap, sizeof *model->variables);
	v = &model->variables[model->count];
	*v = (struct variable){
		.kind = kind, .id = xstrdup(id), .unit = xstrdup(""), .group = xstrdup(""), .value = NAN, .at = NAN,
		.node = NODE_NONE, .initial = NODE_NONE, .table = -1, .is_outcome = kind == VAR_OUTCOME,
	};
	model->index[find_index(model, id)] = (int)model->count + 1;
	model->count++;
	if (model->count * 2 > model->index_size)
		grow_index(model);
	return (int)model->count - 1;
}

struct variable *model_edit(struct model *model, int variable)
{
	return &model->variables[variable];
}

int model_add_memory(struct model *model, const struct memory *memory)
{
	model->memories = xgrow(model->memories, model->memory_count, &model->memory_cap, sizeof *model->memories);
	model->memories[model->memory_count] = *memory;
	return (int)model->memory_count++;
}

struct memory *model_edit_memory(struct model *model, int memory)
{
	return &model->memories[memory];
}

int model_add_table(struct model *model, struct series *table)
{
	model->tables = xgrow(model->tables, model->table_count, &model->table_cap, sizeof *model->tables);
	model->tables[model->table_count] = table;
	return (int)model->table_count++;
}

void model_add_group(struct model *model, const struct group *group)
{
	model->groups = xgrow(model->groups, model->group_count, &model->group_cap, sizeof *model->groups);
	model->groups[model->group_count++] = *group;
}

void model_add_claim(struct model *model, const struct claim *claim)
{
	model->claims = xgrow(model->claims, model->claim_count, &model->claim_cap, sizeof *model->claims);
	model->claims[model->claim_count++] = *claim;
}

const char *model_add_file(struct model *model, const char *name)
{
	model->files = xgrow(model->files, model->file_count, &model->file_cap, sizeof *model->files);
	model->files[model->file_count] = xstrdup(name);
	return model->files[model->file_count++];
}

void model_set_title(struct model *model, struct text title)
{
	text_release(&model->title);
	model->title = title;
}

void model_set_fingerprint(struct model *model, const char *rules, const char *data)
{
	free(model->fingerprint);
	free(model->data_fingerprint);
	model->fingerprint = xstrdup(rules);
	model->data_fingerprint = xstrdup(data);
}

int model_set_time(struct model *model, double start, double stop, double step, enum method method, const char **why)
{
	const double steps = (stop - start) / step;

	*why = NULL;
	if (!isfinite(start) || !isfinite(stop) || !isfinite(step))
		*why = N_("start, stop and step must be numbers");
	else if (step <= 0)
		*why = N_("step must be above 0");
	else if (stop <= start)
		*why = N_("stop must lie after start");
	else if (fabs(steps - round(steps)) > 1e-6)
		*why = N_("step must divide the time from start to stop evenly");
	else if (steps > 100000)
		*why = N_("more than 100,000 steps");
	if (*why)
		return -1;
	model->time = (struct time_axis){ .start = start, .stop = stop, .step = step, .method = method, .steps = (int)round(steps) };
	return 0;
}

void model_add_change(struct changes *changes, struct change change)
{
	changes->items = xgrow(changes->items, changes->count, &changes->cap, sizeof *changes->items);
	changes->items[changes->count++] = change;
}

struct graph *model_edit_graph(struct model *model)
{
	return model->graph;
}

/* ---- reading ---- */

const struct variable *model_variable(const struct model *model, int variable)
{
	assert(variable >= 0 && (size_t)variable < model->count);
	return &model->variables[variable];
}

size_t model_count(const struct model *model)
{
	return model->count;
}

const struct memory *model_memory(const struct model *model, int memory)
{
	return &model->memories[memory];
}

size_t model_memory_count(const struct model *model)
{
	return model->memory_count;
}

const struct series *model_table(const struct model *model, int table)
{
	return model->tables[table];
}

size_t model_table_count(const struct model *model)
{
	return model->table_count;
}

const struct group *model_group(const struct model *model, size_t i)
{
	return &model->groups[i];
}

size_t model_group_count(const struct model *model)
{
	return model->group_count;
}

const struct group *model_find_group(const struct model *model, const char *id)
{
	for (size_t i = 0; i < model->group_count; i++)
		if (!strcmp(model->groups[i].id, id))
			return &model->groups[i];
	return NULL;
}

const struct claim *model_claim(const struct model *model, size_t i)
{
	return &model->claims[i];
}

size_t model_claim_count(const struct model *model)
{
	return model->claim_count;
}

const struct time_axis *model_time(const struct model *model)
{
	return &model->time;
}

const struct graph *model_graph(const struct model *model)
{
	return model->graph;
}

const struct text *model_title(const struct model *model)
{
	return &model->title;
}

const char *model_fingerprint(const struct model *model)
{
	return model->fingerprint;
}

const char *model_data_fingerprint(const struct model *model)
{
	return model->data_fingerprint;
}

double *model_defaults(const struct model *model)
{
	double *values = xcalloc(model->count, sizeof *values);

	for (size_t i = 0; i < model->count; i++)
		values[i] = var_is_input(model->variables[i].kind) ? model->variables[i].value : NAN;
	return values;
}

/* ---- kinds ---- */

bool var_is_input(enum var_kind kind)
{
	return kind == VAR_LEVER || kind == VAR_UNCERTAINTY;
}

bool var_is_over_time(enum var_kind kind)
{
	return kind == VAR_SERIES || kind == VAR_STOCK || kind == VAR_AUXILIARY || kind == VAR_OUTCOME;
}

bool var_is_drawn(const struct variable *variable)
{
	return variable->kind == VAR_UNCERTAINTY && variable->spread.kind != SPREAD_FIXED;
}

double change_apply(const struct change *change, const struct variable *variable, double value)
{
	const double changed = change->how == CHANGE_SET    ? change->by
	                       : change->how == CHANGE_PLUS ? value + change->by
	                                                    : value * change->by;

	return fmin(variable->hi, fmax(variable->lo, changed));
}

const char *var_kind_name(enum var_kind kind)
{
	static const char *const names[VAR_KINDS] = {
		[VAR_LEVER] = N_("lever"),
		[VAR_UNCERTAINTY] = N_("uncertainty"),
		[VAR_SERIES] = N_("series"),
		[VAR_STOCK] = N_("stock"),
		[VAR_AUXILIARY] = N_("auxiliary"),
		[VAR_OUTCOME] = N_("outcome"),
		[VAR_SUMMARY] = N_("summary"),
		[VAR_CHECK] = N_("check"),
	};

	return names[kind];
}

const char *summary_name(enum summary_kind kind)
{
	static const char *const names[] = {
		[SUMMARY_FIRST] = "first", [SUMMARY_AT] = "at",       [SUMMARY_MINIMUM] = "minimum",
		[SUMMARY_MAXIMUM] = "maximum", [SUMMARY_TOTAL] = "total", [SUMMARY_MEAN] = "mean",
	};

	return names[kind];
}
