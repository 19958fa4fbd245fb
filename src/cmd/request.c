/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cmd/request.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/diags.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "model/draws.h"
#include "model/ensemble.h"
#include "model/lanes.h"
#include "model/model.h"
#include "model/pool.h"
#include "model/worlds.h"
#include "scenario/scenario.h"
#include "scenario/settings.h"
#include "scenario/shelf.h"

static int read_numbers(struct request *r, const struct options *options, struct err *err)
{
	long long worlds = (long long)r->worlds, seed = 1, threads = 0, lanes = ENSEMBLE_WIDTH;
	const char *simd = options_value(options, "simd");

	r->world = WORLD_CENTRAL;
	if (options_integer(options, "worlds", 0, WORLDS_MAX, &worlds, err) ||
	    options_integer(options, "seed", 0, INT64_MAX, &seed, err) ||
	    options_integer(options, "world", 0, WORLDS_MAX, &r->world, err) ||
	    options_integer(options, "threads", 1, POOL_THREADS_MAX, &threads, err) ||
	    options_integer(options, "lanes", LANE_STEP, LANES_MAX, &lanes, err))
		return -1;
	if (lanes % LANE_STEP)
		return err_set(err, _("--lanes must be a multiple of %d"), LANE_STEP);
	if (simd && strcmp(simd, "auto") && strcmp(simd, "off"))
		return err_set(err, _("--simd is auto or off"));
	if (r->world >= 0 && worlds > 0 && options_has(options, "worlds"))
		return err_set(err, _("--world runs one world alone and does not go with --worlds"));
	r->worlds = r->world >= 0 ? 0 : (size_t)worlds;
	r->seed = (uint64_t)seed;
	r->threads = (int)threads;
	r->lanes = (size_t)lanes;
	r->isa = simd && !strcmp(simd, "off") ? ISA_BASE : isa_best();
	return 0;
}

static int put_assignments(struct settings *settings, const struct options *options, const struct model *model, struct err *err)
{
	for (size_t i = 0; i < options->count; i++)
		if (!strcmp(options->items[i].row->name, "set") && settings_assign(settings, model, options->items[i].value, err))
			return err_prefix(err, "--set: ");
	return 0;
}

int request_add(struct request *r, const struct context *context, const struct model *model, const char *name,
                const struct settings *base)
{
	struct settings *settings = base ? settings_copy(base) : settings_new();
	struct scene scene = { 0 };
	struct err err;

	if (put_assignments(settings, &context->options, model, &err)) {
		cmd_complain(err.text);
		settings_free(settings);
		return -1;
	}
	scene.name = xstrdup(name);
	scene.values = xcalloc(model_count(model), sizeof *scene.values);
	scene.is_set = xcalloc(model_count(model), sizeof *scene.is_set);
	settings_apply(settings, model, scene.values, scene.is_set, NULL);
	settings_free(settings);
	if (r->world >= 0)
		draws_one(model, r->seed, (uint32_t)r->world, scene.is_set, scene.values);
	r->cases = xgrow(r->cases, r->case_count, &r->case_cap, sizeof *r->cases);
	r->cases[r->case_count++] = scene;
	return 0;
}

static void warn(const struct scenario *scenario, const struct model *model)
{
	struct diags diags = DIAGS_INIT;

	scenario_warnings(scenario, model, &diags);
	for (size_t i = 0; i < diags.count; i++) {
		char *line = diags_line(&diags, i);

		cmd_complain(line);
		free(line);
	}
	diags_release(&diags);
}

static int add_named(struct request *r, const struct context *context, const struct model *model, const char *name)
{
	struct err err;
	struct scenario *scenario = shelf_load_called(context->shelf, name, &err);
	int failed;

	if (!scenario) {
		cmd_complain(err.text);
		return -1;
	}
	warn(scenario, model);
	failed = request_add(r, context, model, scenario->name, scenario->settings);
	scenario_free(scenario);
	return failed;
}

int request_read(struct request *r, const struct context *context, const struct model *model, size_t worlds)
{
	const struct options *options = &context->options;
	struct err err;
	int failed = 0;

	*r = (struct request){ .worlds = worlds };
	if (read_numbers(r, options, &err)) {
		cmd_complain(err.text);
		return -1;
	}
	for (size_t i = 0; i < options->count && !failed; i++)
		if (!strcmp(options->items[i].row->name, "scenario"))
			failed = add_named(r, context, model, options->items[i].value);
	if (!failed && r->case_count == 0)
		failed = request_add(r, context, model, "baseline", NULL);
	return failed;
}

void request_release(struct request *r)
{
	for (size_t i = 0; i < r->case_count; i++) {
		free(r->cases[i].name);
		free(r->cases[i].values);
		free(r->cases[i].is_set);
	}
	free(r->cases);
}
