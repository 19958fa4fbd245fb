/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rules/rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "base/fingerprint.h"
#include "base/text.h"
#include "model/graph.h"
#include "rules/data_access.h"
#include "rules/declare.h"
#include "rules/environment.h"
#include "rules/host.h"
#include "rules/prove.h"
#include "rules/rules_priv.h"
#include "rules/sandbox.h"
#include "rules/scan.h"
#include "rules/trace.h"

struct rules {
	struct host host;
	struct rules_times times;
	char **paths;       /* rule files, then data files */
	size_t path_count;
	char **data_dirs;
	size_t data_dir_count;
};

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* ---- reading ---- */

static struct rule_file *find_base(struct host *host, const char *base)
{
	for (size_t i = 0; i < host->file_count; i++)
		if (!strcmp(host->files[i].base, base))
			return &host->files[i];
	return NULL;
}

static void read_file(struct host *host, const char *folder, const char *base)
{
	struct rule_file *file = find_base(host, base);
	char *path = file_join(folder, base);
	struct err err;

	if (!file) {
		host->files = xgrow(host->files, host->file_count, &host->file_cap, sizeof *host->files);
		file = &host->files[host->file_count++];
		*file = (struct rule_file){ .base = xstrdup(base) };
	}
	free(file->text);
	file->name = model_add_file(host->model, path);
	file->text = file_read(path, FILE_RULES_MAX, &file->length, &err);
	file->failed = !file->text;
	if (file->failed) {
		diags_add(host->diags, NULL, 0, "%s", err.text);
		file->text = xstrdup("");
	}
	free(path);
}

static bool is_small_enough(struct host *host)
{
	size_t length = 0;

	for (size_t i = 0; i < host->file_count; i++)
		length += host->files[i].length;
	if (length <= RULES_FILES_MAX)
		return true;
	diags_add(host->diags, NULL, 0, _("the rule files take more than %d MiB in all"), RULES_FILES_MAX >> 20);
	return false;
}

static int by_base(const void *a, const void *b)
{
	return strcmp(((const struct rule_file *)a)->base, ((const struct rule_file *)b)->base);
}

static void read_files(struct host *host, const struct rules_spec *spec)
{
	struct file_names names;
	struct err err;

	for (size_t i = 0; i < spec->rule_dir_count; i++) {
		if (file_list(spec->rule_dirs[i], ".lua", &names, &err)) {
			diags_add(host->diags, NULL, 0, "%s", err.text);
			continue;
		}
		for (size_t k = 0; k < names.count; k++) {
			read_file(host, spec->rule_dirs[i], names.name[k]);
			if (!is_small_enough(host))
				break;
		}
		file_names_release(&names);
	}
	if (host->file_count)
		qsort(host->files, host->file_count, sizeof *host->files, by_base);
	else if (!host->diags->count)
		diags_add(host->diags, NULL, 0, _("there is no rule file (*.lua) in %s"),
		          spec->rule_dir_count ? spec->rule_dirs[spec->rule_dir_count - 1] : _("any folder"));
}

/* ---- declaring ---- */

/* Where text ends to be text, as a line; 0: nowhere. */
static int line_of_damage(const char *text, size_t length)
{
	const char *nul = memchr(text, '\0', length);
	size_t good = text_check(text, length);
	int line = 1;

	if (nul && (size_t)(nul - text) < good)
		good = (size_t)(nul - text);
	for (size_t i = 0; i < good; i++)
		line += text[i] == '\n';
	return good == length ? 0 : line;
}

/* Says what is wrong when a file is no Lua text. */
static bool check_text(struct host *host, const struct rule_file *file, size_t mark)
{
	const int damage = line_of_damage(file->text, file->length);

	if (file->text[mark] == LUA_SIGNATURE[0])
		diags_add(host->diags, file->name, 1, _("is compiled Lua, which is not read; rules are text"));
	else if (damage)
		diags_add(host->diags, file->name, damage, _("is not UTF-8 text; save it as UTF-8"));
	else
		return true;
	return false;
}

static void run_file(struct host *host, size_t i)
{
	struct rule_file *file = &host->files[i];
	const struct place top = { .file = file->name };
	const size_t mark = strncmp(file->text, "\xEF\xBB\xBF", 3) ? 0 : 3;   /* Windows' editors begin UTF-8 with it */
	char chunk[32];

	snprintf(chunk, sizeof chunk, "@#%zu", i);
	host->running = file;
	file->failed = !check_text(host, file, mark);
	if (file->failed)
		return;
	sandbox_budget(host, RULES_LOAD_INSTRUCTIONS, _("loading the file"));
	environment_push(host->lua);
	if (sandbox_compile(host, file->text + mark, file->length - mark, chunk) && sandbox_call(host, 0, 0))
		return;
	file->failed = true;
	host_report(host, &top, NULL);
}

static int declare_all(lua_State *L)
{
	struct host *host = host_of(L);

	declare_open(L);
	for (size_t i = 0; i < host->file_count; i++)
		if (!host->files[i].failed && !sandbox_is_spent(host))
			run_file(host, i);
	host->running = NULL;
	return 0;
}

static int trace_phase(lua_State *L)
{
	struct host *host = host_of(L);
	struct rules *rules = lua_touserdata(L, 1);

	rules->times.calls = trace_all(host);
	return 0;
}

static int prove_phase(lua_State *L)
{
	prove_all(host_of(L));
	return 0;
}

/* Runs a phase protected: running out of memory anywhere in it is a mistake of the rules, not of ours. */
static void phase(struct rules *rules, int (*what)(lua_State *), double *spent)
{
	struct host *host = &rules->host;
	const double begin = seconds();

	lua_pushcfunction(host->lua, what);
	lua_pushlightuserdata(host->lua, rules);
	if (!sandbox_call(host, 1, 0))
		host_report(host, NULL, NULL);
	*spent = seconds() - begin;
}

static bool all_ran(const struct host *host)
{
	for (size_t i = 0; i < host->file_count; i++)
		if (host->files[i].failed)
			return false;
	return true;
}

/* What a run needs grows with operations and steps; a delay_fixed remembers every step of every world. */
static bool is_too_large(struct host *host)
{
	const double points = model_time(host->model)->steps + 1.0;
	double operations = (double)graph_count(model_graph(host->model));

	for (size_t i = 0; i < model_memory_count(host->model); i++)
		operations += model_memory(host->model, (int)i)->kind == MEMORY_HISTORY ? 256 : 0;
	if (operations * points <= RULES_CELLS_MAX)
		return false;
	diags_add(host->diags, host->model_place.file, host->model_place.line,
	          _("model: %.0f operations over %.0f steps are too many; take a longer step, or a shorter time"), operations, points);
	return true;
}

/* Some work can't raise an error once the load has used up what it had: whatever was not done then must not go unsaid. */
static bool is_spent(struct host *host)
{
	if (!sandbox_is_spent(host))
		return false;
	if (!host->diags->count)
		diags_add(host->diags, NULL, 0, "%s", sandbox_spent_message());
	return true;
}

/* Stops at the first stage that finds mistakes: what comes after would mostly follow from them. */
static void load(struct rules *rules)
{
	struct host *host = &rules->host;

	phase(rules, declare_all, &rules->times.declare);
	if (all_ran(host) && !is_spent(host))
		declare_finish(host);
	if (host->diags->count || is_spent(host))
		return;
	scan_files(host);
	phase(rules, trace_phase, &rules->times.trace);
	rules->times.equations = host->equation_count;
	if (host->diags->count || is_spent(host) || model_finish(host->model, host->diags) || is_too_large(host))
		return;
	phase(rules, prove_phase, &rules->times.prove);
}

static void set_fingerprints(struct host *host)
{
	struct fingerprint rules = FINGERPRINT_INIT, data = FINGERPRINT_INIT;
	char rules_text[FINGERPRINT_TEXT_MAX], data_text[FINGERPRINT_TEXT_MAX];

	for (size_t i = 0; i < host->file_count; i++)
		fingerprint_add(&rules, host->files[i].base, host->files[i].text, host->files[i].length);
	data_fingerprint(host->data, &data);
	model_set_fingerprint(host->model, fingerprint_text(&rules, rules_text), fingerprint_text(&data, data_text));
}

static void index_lines(struct rule_file *file)
{
	size_t cap = 0;

	for (const char *at = file->text, *end; at; at = end) {
		file->lines = xgrow(file->lines, file->line_count, &cap, sizeof *file->lines);
		file->lines[file->line_count++] = (size_t)(at - file->text);
		end = strchr(at, '\n');
		end = end ? end + 1 : NULL;
	}
	file->lines = xgrow(file->lines, file->line_count, &cap, sizeof *file->lines);
	file->lines[file->line_count] = file->length;
}

static void list_paths(struct rules *rules)
{
	const struct host *host = &rules->host;

	rules->paths = xcalloc(host->file_count + data_count(host->data), sizeof *rules->paths);
	for (size_t i = 0; i < host->file_count; i++)
		rules->paths[rules->path_count++] = xstrdup(host->files[i].name);
	for (size_t i = 0; i < data_count(host->data); i++)
		rules->paths[rules->path_count++] = xstrdup(data_path(host->data, i));
}

struct rules *rules_load(const struct rules_spec *spec, struct diags *diags)
{
	struct rules *rules = xmalloc(sizeof *rules);
	struct host *host = &rules->host;
	const size_t before = diags->count;
	struct sandbox_order order;
	const double begin = seconds();

	rules->data_dirs = xcalloc(spec->data_dir_count, sizeof *rules->data_dirs);
	for (size_t i = 0; i < spec->data_dir_count; i++)
		rules->data_dirs[rules->data_dir_count++] = xstrdup(spec->data_dirs[i]);
	host->diags = diags;
	host->cancel = spec->cancel;
	sandbox_enter_order(&order);
	sandbox_begin_load(host);
	host->model = model_new();
	host->data = data_cache_new((const char *const *)rules->data_dirs, rules->data_dir_count);
	read_files(host, spec);
	rules->times.read = seconds() - begin;
	if (diags->count == before) {
		if (sandbox_open(host))
			diags_add(diags, NULL, 0, _("Lua can't be started: out of memory"));
		else
			load(rules);
	}
	host->diags = NULL;
	host->cancel = NULL;
	sandbox_end_load(host);
	sandbox_leave_order(&order);
	if (diags->count > before) {
		diags_sort(diags);
		rules_free(rules);
		return NULL;
	}
	set_fingerprints(host);
	for (size_t i = 0; i < host->file_count; i++)
		index_lines(&host->files[i]);
	list_paths(rules);
	return rules;
}

void rules_free(struct rules *rules)
{
	struct host *host;

	if (!rules)
		return;
	host = &rules->host;
	sandbox_close(host);
	declare_release(host);
	for (size_t i = 0; i < host->equation_count; i++) {
		free(host->equations[i].memories);
		free(host->equations[i].callers);
		free(host->equations[i].reads);
	}
	for (size_t i = 0; i < host->file_count; i++) {
		free(host->files[i].base);
		free(host->files[i].text);
		free(host->files[i].lines);
	}
	free(host->equations);
	free(host->files);
	data_cache_free(host->data);
	model_free(host->model);
	for (size_t i = 0; i < rules->path_count; i++)
		free(rules->paths[i]);
	for (size_t i = 0; i < rules->data_dir_count; i++)
		free(rules->data_dirs[i]);
	free(rules->paths);
	free(rules->data_dirs);
	free(rules);
}

/* ---- reading what was loaded ---- */

const struct model *rules_model(const struct rules *rules)
{
	return rules->host.model;
}

struct host *rules_host(struct rules *rules)
{
	return &rules->host;
}

size_t rules_file_count(const struct rules *rules)
{
	return rules->path_count;
}

const char *rules_file(const struct rules *rules, size_t i)
{
	return rules->paths[i];
}

struct fingerprint rules_file_print(const struct rules *rules, size_t i)
{
	const struct host *host = &rules->host;
	struct fingerprint print = FINGERPRINT_INIT;

	if (i >= host->file_count)
		return data_print(host->data, i - host->file_count);
	fingerprint_add(&print, host->files[i].base, host->files[i].text, host->files[i].length);
	return print;
}

struct rules_times rules_times(const struct rules *rules)
{
	return rules->times;
}

static const char *line_start(const struct rule_file *file, int line)
{
	const size_t i = line > 1 ? (size_t)line - 1 : 0;

	return file->text + file->lines[i < file->line_count ? i : file->line_count];
}

static const struct rule_file *find_file(const struct rules *rules, const char *name)
{
	for (size_t i = 0; i < rules->host.file_count; i++)
		if (rules->host.files[i].name == name)
			return &rules->host.files[i];
	return NULL;
}

char *rules_lines(const struct rules *rules, const struct place *place)
{
	const struct rule_file *file = find_file(rules, place->file);
	const char *from, *to;

	if (!file || !place->line)
		return xstrdup("");
	from = line_start(file, place->line);
	to = line_start(file, place->last_line + 1);
	return xstrndup(from, (size_t)(to - from));
}

char *rules_declaration(const struct rules *rules, int variable)
{
	struct place place = model_variable(rules->host.model, variable)->declared;
	const struct rule_file *file = find_file(rules, place.file);

	if (file)
		place.last_line = scan_declaration_end(line_start(file, place.line), file->text + file->length, place.line);
	return rules_lines(rules, &place);
}

char *rules_source(const struct rules *rules, int variable)
{
	const struct variable *v = model_variable(rules->host.model, variable);

	return v->equation.line ? rules_lines(rules, &v->equation) : rules_declaration(rules, variable);
}
