/* SPDX-License-Identifier: MIT
 *
 * publicstake check: loads and proves the rules, then runs every check in the central world and in drawn worlds, under every scenario and
 * under random lever settings.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/number.h"
#include "cmd/cmd.h"
#include "cmd/request.h"
#include "model/draws.h"
#include "model/model.h"
#include "model/pool.h"
#include "model/verify.h"
#include "model/worlds.h"
#include "scenario/scenario.h"
#include "scenario/settings.h"
#include "scenario/shelf.h"

enum { CHECK_WORLDS = 1000, CHECK_RANDOM = 20 };

const struct option_row check_options[] = {
	REQUEST_OPTIONS,
	{ 0, "random", "N", N_("random lever settings besides the scenarios (20)") },
	OUTPUT_OPTIONS,
	{ 0, NULL, NULL, NULL },
};

/* How one check fared over all cases. */
struct tally {
	int check;
	size_t cases, failed;
};

struct checking {
	struct context *context;
	const struct model *model;
	struct request request;
	struct draws *draws;
	struct pool *pool;
	struct tally *tallies;
	size_t count;
};

/* ---- cases ---- */

/* A lever at a random place of its slider: the k-th such setting is the same on every machine. */
static double random_value(const struct variable *v, uint64_t seed, uint32_t k)
{
	const double u = worlds_point(worlds_key(v->id, seed ^ 0x6C65766572u), k);
	const double value = v->lo + u * (v->hi - v->lo);

	return v->step > 0 ? fmin(v->hi, v->lo + round((value - v->lo) / v->step) * v->step) : value;
}

static int add_random(struct checking *c, uint32_t k)
{
	struct settings *settings = settings_new();
	char name[32];
	int failed;

	for (size_t i = 0; i < model_count(c->model); i++) {
		const struct variable *v = model_variable(c->model, (int)i);

		if (v->kind == VAR_LEVER)
			settings_put(settings, c->model, v->id, random_value(v, c->request.seed, k), NULL);
	}
	snprintf(name, sizeof name, "random-%u", k + 1);
	failed = request_add(&c->request, c->context, c->model, name, settings);
	settings_free(settings);
	return failed;
}

/* A scenario of the shelf under which the model's levers are known; others belong to other rules. */
static int add_shipped(struct checking *c, const char *name)
{
	struct scenario *scenario = shelf_load(c->context->shelf, name, NULL);
	int failed = 0;

	for (size_t i = 0; scenario && i < settings_count(scenario->settings); i++)
		if (model_find(c->model, settings_id(scenario->settings, i)) < 0)
			goto out;
	if (scenario && settings_count(scenario->settings))
		failed = request_add(&c->request, c->context, c->model, name, scenario->settings);
out:
	scenario_free(scenario);
	return failed;
}

static int add_cases(struct checking *c)
{
	struct shelf_list list = { NULL, 0, 0 };
	long long random = CHECK_RANDOM;
	struct err err;
	int failed;

	if (options_has(&c->context->options, "scenario"))
		random = 0;
	if (options_integer(&c->context->options, "random", 0, 100000, &random, &err) || shelf_list(c->context->shelf, &list, &err)) {
		cmd_complain(err.text);
		return -1;
	}
	failed = 0;
	for (size_t i = 0; i < list.count && !failed && !options_has(&c->context->options, "scenario"); i++)
		failed = list.items[i].fault ? 0 : add_shipped(c, list.items[i].name);
	for (uint32_t k = 0; k < random && !failed; k++)
		failed = add_random(c, k);
	shelf_list_release(&list);
	return failed;
}

/* ---- reporting ---- */

/* A word for the shell. */
static void add_word(struct buf *text, const char *word)
{
	const bool plain = *word && strspn(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=+") == strlen(word);

	buf_add_char(text, ' ');
	if (!plain)
		buf_add_char(text, '\'');
	for (; *word; word++)
		buf_add(text, *word == '\'' ? "'\\''" : (char[]){ *word, '\0' });
	if (!plain)
		buf_add_char(text, '\'');
}

/* The folders of rules and data that this command was given. */
static void add_folders(struct buf *text, const struct options *options)
{
	static const char *const names[] = { "bare", "safe", "rules", "data" };

	for (size_t i = 0; i < options->count; i++) {
		for (size_t k = 0; k < ARRAY_LEN(names); k++) {
			if (strcmp(options->items[i].row->name, names[k]))
				continue;
			buf_addf(text, " --%s", names[k]);
			if (options->items[i].row->argument)
				add_word(text, options->items[i].value);
		}
	}
}

/* The command that runs the failing world again, with what the check itself sets. */
static void add_repetition(struct buf *text, const struct checking *c, const struct variable *check, const struct scene *scene,
                           const struct verdict_of_check *v)
{
	const size_t n = model_count(c->model);
	double *values = xcalloc(n, sizeof *values);
	bool *is_set = xcalloc(n, sizeof *is_set);
	char number[NUMBER_TEXT_MAX];

	memcpy(values, scene->values, n * sizeof *values);
	memcpy(is_set, scene->is_set, n * sizeof *is_set);
	if (isnan(v->central))
		draws_one(c->model, c->request.seed, (uint32_t)v->world, is_set, values);
	for (size_t i = 0; i < check->given.count; i++) {
		const struct change *change = &check->given.items[i];

		values[change->variable] = change_apply(change, model_variable(c->model, change->variable), values[change->variable]);
		is_set[change->variable] = true;
	}
	buf_add(text, "publicstake run");
	add_folders(text, &c->context->options);
	for (size_t i = 0; i < n; i++)
		if (is_set[i])
			buf_addf(text, " --set %s=%s", model_variable(c->model, (int)i)->id, number_exact(values[i], number));
	if (isnan(v->central))
		buf_addf(text, " --seed %llu --world %d", (unsigned long long)c->request.seed, v->world);
	else if (c->request.world >= 0)
		buf_addf(text, " --seed %llu --world %lld", (unsigned long long)c->request.seed, c->request.world);
	free(values);
	free(is_set);
}

static void report(const struct checking *c, int check, const struct scene *scene, const struct verdict_of_check *v)
{
	const struct variable *variable = model_variable(c->model, check);
	char failing[NUMBER_TEXT_MAX], worlds[NUMBER_TEXT_MAX];
	struct buf text = BUF_INIT;

	buf_addf(&text, _("%s:%d: check `%s` fails under %s, "), variable->equation.file, variable->equation.line, variable->id, scene->name);
	if (!isnan(v->central) && c->request.world >= 0)
		buf_addf(&text, _("in world %lld of seed %llu from %g on"), c->request.world, (unsigned long long)c->request.seed, v->central);
	else if (!isnan(v->central))
		buf_addf(&text, _("in the central world from %g on"), v->central);
	else
		buf_addf(&text, _("in %s of %s worlds, first in world %d of seed %llu from %g on"), number_count(v->failing, failing),
		         number_count(c->request.worlds, worlds), v->world, (unsigned long long)c->request.seed, v->year);
	buf_add(&text, _("; to see it: "));
	add_repetition(&text, c, variable, scene, v);
	cmd_complain(buf_text(&text));
	buf_release(&text);
}

static void take_verdict(struct checking *c, size_t i, const struct scene *scene, const struct verdict_of_check *v)
{
	c->tallies[i].cases++;
	if (isnan(v->central) && v->failing == 0)
		return;
	if (c->tallies[i].failed++ < 3)
		report(c, c->tallies[i].check, scene, v);
}

/* ---- running ---- */

static int check_plain(struct checking *c, const struct verify_spec *spec, const struct scene *scene)
{
	int *checks = xcalloc(c->count, sizeof *checks);
	struct verdict_of_check *verdicts = xcalloc(c->count, sizeof *verdicts);
	size_t count = 0, at = 0;
	struct err err;
	int failed = 0;

	for (size_t i = 0; i < c->count; i++)
		if (verify_is_plain(c->model, c->tallies[i].check))
			checks[count++] = c->tallies[i].check;
	if (count && verify_plain(spec, checks, count, verdicts, &err)) {
		cmd_complain(err.text);
		failed = -1;
	}
	for (size_t i = 0; !failed && i < c->count; i++)
		if (verify_is_plain(c->model, c->tallies[i].check))
			take_verdict(c, i, scene, &verdicts[at++]);
	free(checks);
	free(verdicts);
	return failed;
}

static int check_case(struct checking *c, const struct scene *scene)
{
	const struct verify_spec spec = {
		.model = c->model, .values = scene->values, .is_set = scene->is_set, .draws = c->draws, .pool = c->pool,
		.width = c->request.lanes, .isa = c->request.isa,
	};
	struct err err;

	if (check_plain(c, &spec, scene))
		return -1;
	for (size_t i = 0; i < c->count; i++) {
		struct verdict_of_check verdict;

		if (verify_is_plain(c->model, c->tallies[i].check))
			continue;
		if (verify_check(&spec, c->tallies[i].check, &verdict, &err)) {
			cmd_complain(err.text);
			return -1;
		}
		take_verdict(c, i, scene, &verdict);
	}
	return 0;
}

static int write_result(const struct checking *c)
{
	static const struct listing_column columns[] = {
		{ .name = "check" }, { .name = "result" }, { .name = "settings", .is_number = true }, { .name = "worlds", .is_number = true },
		{ .name = "failed", .is_number = true },
	};
	struct output *output = output_open(c->context);
	struct listing *l = output ? cmd_listing(c->context, output, FORMAT_TABLE, columns, ARRAY_LEN(columns)) : NULL;
	bool all = true;
	int status;

	for (size_t i = 0; l && i < c->count; i++) {
		const struct variable *v = model_variable(c->model, c->tallies[i].check);

		listing_text(l, *text_in(&v->label, c->context->lang) ? text_in(&v->label, c->context->lang) : v->id);
		listing_text(l, c->tallies[i].failed ? _("FAILS") : _("holds"));
		listing_number(l, (double)c->tallies[i].cases);
		listing_number(l, (double)c->request.worlds + 1);
		listing_number(l, (double)c->tallies[i].failed);
		listing_end_row(l);
		all = all && !c->tallies[i].failed;
	}
	if (l)
		listing_close(l);
	else if (output)
		output_discard(output);
	status = l ? output_close(output) : STATUS_BAD_INPUT;
	return status != STATUS_DONE ? status : all ? STATUS_DONE : STATUS_CHECK_FAILED;
}

static void find_checks(struct checking *c)
{
	for (size_t i = 0; i < model_count(c->model); i++) {
		if (model_variable(c->model, (int)i)->kind != VAR_CHECK)
			continue;
		c->tallies = xrealloc(c->tallies, c->count + 1, sizeof *c->tallies);
		c->tallies[c->count++] = (struct tally){ .check = (int)i };
	}
}

static int run_checks(struct checking *c)
{
	int failed = 0;

	find_checks(c);
	c->draws = draws_new(c->model, c->request.seed, c->request.worlds);
	c->pool = pool_new(c->request.threads);
	for (size_t k = 0; c->count && k < c->request.case_count && !failed; k++)
		failed = check_case(c, &c->request.cases[k]);
	draws_free(c->draws);
	pool_free(c->pool);
	return failed ? STATUS_BAD_RULES : write_result(c);
}

int cmd_check(struct context *context)
{
	struct checking c = { .context = context };
	struct rules *rules;
	enum format format;
	int status = STATUS_BAD_INPUT;

	if (cmd_no_argument(context, "check") || cmd_format(context, FORMAT_TABLE, &format))
		return STATUS_BAD_INPUT;
	rules = cmd_load_rules(context);
	if (!rules)
		return STATUS_BAD_RULES;
	c.model = rules_model(rules);
	if (!request_read(&c.request, context, c.model, CHECK_WORLDS) && !add_cases(&c))
		status = run_checks(&c);
	request_release(&c.request);
	free(c.tallies);
	rules_free(rules);
	return status;
}
