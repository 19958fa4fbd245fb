/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rules/declare.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>

#include "base/alloc.h"
#include "base/text.h"
#include "rules/claims.h"
#include "rules/declare_priv.h"
#include "rules/environment.h"
#include "rules/sandbox.h"

struct variable *declare_target(const struct decl *decl)
{
	return model_edit(decl->host->model, decl->variable);
}

void declare_later(struct host *host, struct pending what)
{
	struct pending *p;

	if (host->pending_count >= RULES_SETTINGS_MAX)
		luaL_error(host->lua, _("more than %d settings of checks and declarations without their table"), RULES_SETTINGS_MAX);
	p = xmalloc(sizeof *p);
	*p = what;
	p->id = xstrdup(what.id);
	p->next = host->pending;
	host->pending = p;
	host->pending_count++;
}

/* ---- fields of all variables ---- */

static void read_label(struct decl *d, const char *name) { field_text(d, name, &declare_target(d)->label); }
static void read_help(struct decl *d, const char *name) { field_text(d, name, &declare_target(d)->help); }
static void read_unit(struct decl *d, const char *name) { field_string(d, name, &declare_target(d)->unit); }
static void read_group(struct decl *d, const char *name) { field_string(d, name, &declare_target(d)->group); }

void declare_source(struct variable *v, char *source)
{
	v->sources = xrealloc(v->sources, v->source_count + 1, sizeof *v->sources);
	v->sources[v->source_count++] = source;
}

bool declare_short_list(struct decl *d, const char *name)
{
	if (!field_list(d, name))
		return false;
	if (lua_rawlen(d->host->lua, -1) <= RULES_LIST_MAX)
		return true;
	fields_report(d, name, _("must be a list of at most %d"), RULES_LIST_MAX);
	return false;
}

static void read_source(struct decl *d, const char *name)
{
	lua_State *L = d->host->lua;
	char *source = NULL;

	if (!lua_istable(L, -1)) {
		if (field_string(d, name, &source))
			declare_source(declare_target(d), source);
		return;
	}
	if (!declare_short_list(d, name))
		return;
	for (lua_Integer i = 1; lua_rawgeti(L, -1, i) != LUA_TNIL; i++, source = NULL) {
		if (field_string(d, name, &source))
			declare_source(declare_target(d), source);
		lua_pop(L, 1);
	}
	lua_pop(L, 1);
}

static void read_basis(struct decl *d, const char *name)
{
	static const char *const words[] = { "published", "estimate", "definition", NULL };
	int which;

	if (field_one_of(d, name, words, &which))
		declare_target(d)->basis = (enum basis)(BASIS_PUBLISHED + which);
}

static const struct field common[] = {
	{ "label", read_label }, { "help", read_help },     { "unit", read_unit },
	{ "group", read_group }, { "source", read_source }, { "basis", read_basis },
	{ NULL, NULL },
};

bool declare_element(struct decl *d, const char *name, lua_Integer i, double *value)
{
	bool good;

	lua_rawgeti(d->host->lua, -1, i);
	good = field_number(d, name, value);
	lua_pop(d->host->lua, 1);
	return good;
}

/* ---- words with a name ---- */

struct word {
	const char *word;
	enum var_kind kind;
	const struct field *fields;
	void (*finish)(struct decl *);
};

static const struct word words[] = {
	{ "lever", VAR_LEVER, declare_lever_fields, declare_finish_input },
	{ "uncertainty", VAR_UNCERTAINTY, declare_uncertainty_fields, declare_finish_input },
	{ "series", VAR_SERIES, NULL, NULL },
	{ "stock", VAR_STOCK, declare_stock_fields, declare_finish_stock },
	{ "auxiliary", VAR_AUXILIARY, declare_auxiliary_fields, declare_finish_equation },
	{ "outcome", VAR_OUTCOME, declare_outcome_fields, declare_finish_equation },
	{ "summary", VAR_SUMMARY, declare_summary_fields, declare_finish_summary },
	{ "check", VAR_CHECK, declare_check_fields, declare_finish_check },
};

static bool is_id(const char *id)
{
	if (!islower((unsigned char)*id) && *id != '_')
		return false;
	return strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(id);
}

static bool is_reserved(const char *id)
{
	static const char *const names[] = { "t", "dt", "start", "stop" };

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (!strcmp(id, names[i]))
			return true;
	return false;
}

/* Says what is wrong with a name; true when it can be declared. */
static bool check_name(struct decl *d, enum var_kind kind)
{
	const struct model *model = d->host->model;
	const int old = model_find(model, d->id);

	if (kind != VAR_CHECK && !is_id(d->id))
		fields_report(d, NULL, _("a name is made of a-z, 0-9 and _ and does not start with a digit"));
	else if (strlen(d->id) > RULES_NAME_MAX && kind != VAR_CHECK)
		fields_report(d, NULL, _("a name has at most %d letters"), RULES_NAME_MAX);
	else if (is_reserved(d->id))
		fields_report(d, NULL, _("t, dt, start and stop are names of time; choose another"));
	else if (old >= 0)
		fields_report(d, NULL, _("is declared twice, first as a %s at %s:%d; rename one"), var_kind_name(model_variable(model, old)->kind),
		              model_variable(model, old)->declared.file, model_variable(model, old)->declared.line);
	return !d->failed;
}

/* Source and basis of the data go to the variable unless it names its own. */
static void inherit_source(struct decl *d)
{
	struct variable *v = declare_target(d);

	if (d->source && v->source_count == 0)
		declare_source(v, xstrdup(d->source));
	if (v->basis == BASIS_NONE)
		v->basis = d->basis;
}

static void read_variable(struct decl *d, const struct word *word)
{
	struct host *host = d->host;

	if (!check_name(d, word->kind))
		return;
	if (model_count(host->model) >= RULES_VARIABLES_MAX)
		luaL_error(host->lua, _("more than %d declarations"), RULES_VARIABLES_MAX);
	d->variable = model_add(host->model, word->kind, d->id);
	declare_target(d)->declared = d->place;
	declare_target(d)->lo = declare_target(d)->hi = NAN;
	if (word->kind == VAR_SERIES) {
		declare_read_series(d, common);
	} else {
		fields_read(d, word->fields, common);
		word->finish(d);
	}
	inherit_source(d);
}

/* The last waiting declaration of that name is no longer pending: as a rule the newest. */
static void forget_pending(struct host *host, const char *word, const char *id)
{
	for (struct pending **p = &host->pending; *p; p = &(*p)->next) {
		struct pending *gone = *p;

		if (gone->what != PENDING_TABLE || strcmp(gone->word, word) || strcmp(gone->id, id))
			continue;
		*p = gone->next;
		host->pending_count--;
		free(gone->id);
		free(gone);
		return;
	}
}

static struct decl declaration(lua_State *L, const char *word)
{
	return (struct decl){ .host = host_of(L), .word = word, .id = "", .table = 1, .variable = -1, .place = host_place(L, 1) };
}

static void check_mode(lua_State *L, const char *word)
{
	if (host_of(L)->mode != MODE_DECLARE)
		luaL_error(L, _("%s can't be used in an equation"), word);
}

static void check_table(lua_State *L, const char *word)
{
	check_mode(L, word);
	if (!lua_istable(L, 1))
		luaL_error(L, _("%s needs a table: %s \"name\" { ... }"), word, word);
}

/* At the end of a declaration, when nothing is left to be freed. */
static void check_kept(lua_State *L)
{
	if (!host_keep(host_of(L), 0))
		luaL_error(L, _("the texts and numbers that rules declare take more than %d MiB"), RULES_KEPT_MAX >> 20);
}

/* lever "id" -> this, called with the table. Upvalues: index of the word, id. */
static int take_table(lua_State *L)
{
	const struct word *word = &words[lua_tointeger(L, lua_upvalueindex(1))];
	struct decl d = declaration(L, word->word);

	check_table(L, word->word);
	d.id = lua_tostring(L, lua_upvalueindex(2));
	forget_pending(d.host, word->word, d.id);
	lua_settop(L, 1);
	luaL_checkstack(L, 30, NULL);
	host_keep(d.host, sizeof(struct variable));
	read_variable(&d, word);
	check_kept(L);
	return 0;
}

static void wait_for_table(lua_State *L, const char *word)
{
	struct pending p = { .what = PENDING_TABLE, .word = word, .place = host_place(L, 1) };
	size_t length;

	check_mode(L, word);
	if (lua_type(L, 1) != LUA_TSTRING)
		luaL_error(L, _("%s needs a name: %s \"name\" { ... }"), word, word);
	p.id = (char *)lua_tolstring(L, 1, &length);
	if (length > RULES_LONG_NAME_MAX || strlen(p.id) != length || text_check(p.id, length) != length)
		luaL_error(L, _("the name of a %s is UTF-8 text of at most %d bytes"), word, RULES_LONG_NAME_MAX);
	declare_later(host_of(L), p);
}

static int take_name(lua_State *L)
{
	wait_for_table(L, words[lua_tointeger(L, lua_upvalueindex(1))].word);
	lua_pushvalue(L, lua_upvalueindex(1));
	lua_pushvalue(L, 1);
	lua_pushcclosure(L, take_table, 2);
	return 1;
}

/* ---- group, claim ---- */

struct group_fields {
	struct decl decl;   /* first */
	struct group group;
};

static void read_group_label(struct decl *d, const char *name) { field_text(d, name, &((struct group_fields *)(void *)d)->group.label); }
static void read_group_order(struct decl *d, const char *name) { field_number(d, name, &((struct group_fields *)(void *)d)->group.order); }

static int take_group(lua_State *L)
{
	static const struct field fields[] = { { "label", read_group_label }, { "order", read_group_order }, { NULL, NULL } };
	struct group_fields g = { .decl = declaration(L, "group") };

	check_table(L, "group");
	g.decl.id = lua_tostring(L, lua_upvalueindex(1));
	forget_pending(g.decl.host, "group", g.decl.id);
	if (model_find_group(g.decl.host->model, g.decl.id)) {
		fields_report(&g.decl, NULL, _("is declared twice; rename one"));
		return 0;
	}
	if (model_group_count(g.decl.host->model) >= RULES_GROUPS_MAX)
		luaL_error(L, _("more than %d groups"), RULES_GROUPS_MAX);
	lua_settop(L, 1);
	fields_read(&g.decl, fields, NULL);
	g.group.id = xstrdup(g.decl.id);
	model_add_group(g.decl.host->model, &g.group);
	check_kept(L);
	return 0;
}

static int name_group(lua_State *L)
{
	wait_for_table(L, "group");
	lua_pushvalue(L, 1);
	lua_pushcclosure(L, take_group, 1);
	return 1;
}

static const struct claim *find_claim(const struct model *model, const char *id)
{
	for (size_t i = 0; i < model_claim_count(model); i++)
		if (!strcmp(model_claim(model, i)->id, id))
			return model_claim(model, i);
	return NULL;
}

static int take_claim(lua_State *L)
{
	struct decl d = declaration(L, "claim");

	check_table(L, "claim");
	d.id = lua_tostring(L, lua_upvalueindex(1));
	forget_pending(d.host, "claim", d.id);
	if (find_claim(d.host->model, d.id)) {
		fields_report(&d, NULL, _("is declared twice; rename one"));
		return 0;
	}
	if (model_claim_count(d.host->model) >= RULES_CLAIMS_MAX)
		luaL_error(L, _("more than %d claims"), RULES_CLAIMS_MAX);
	lua_settop(L, 1);
	luaL_checkstack(L, 30, NULL);
	host_keep(d.host, sizeof(struct claim));
	sandbox_charge(d.host, 10);   /* which an earlier claim may have used up */
	claim_read(&d);
	check_kept(L);
	return 0;
}

static int name_claim(lua_State *L)
{
	wait_for_table(L, "claim");
	lua_pushvalue(L, 1);
	lua_pushcclosure(L, take_claim, 1);
	return 1;
}

/* ---- model ---- */

struct model_fields {
	struct decl decl;   /* first */
	double start, stop, step;
	int method;
	struct text title;
};

static struct model_fields *of_model(struct decl *d)
{
	return (struct model_fields *)(void *)d;
}

static void read_model_start(struct decl *d, const char *name) { field_number(d, name, &of_model(d)->start); }
static void read_model_stop(struct decl *d, const char *name) { field_number(d, name, &of_model(d)->stop); }
static void read_model_step(struct decl *d, const char *name) { field_number(d, name, &of_model(d)->step); }
static void read_model_title(struct decl *d, const char *name) { field_text(d, name, &of_model(d)->title); }

static void read_model_method(struct decl *d, const char *name)
{
	static const char *const methods[] = { "euler", "rk4", NULL };

	field_one_of(d, name, methods, &of_model(d)->method);
}

static int take_model(lua_State *L)
{
	static const struct field fields[] = {
		{ "start", read_model_start },   { "stop", read_model_stop },   { "step", read_model_step },
		{ "method", read_model_method }, { "title", read_model_title }, { NULL, NULL },
	};
	struct model_fields m = { .decl = declaration(L, "model"), .start = NAN, .stop = NAN, .step = NAN };
	struct host *host = m.decl.host;
	const char *why;

	check_table(L, "model");
	lua_settop(L, 1);
	fields_read(&m.decl, fields, NULL);
	if (host->has_model)
		fields_report(&m.decl, NULL, _("stands twice, first at %s:%d; one file says when the model starts and stops"),
		              host->model_place.file, host->model_place.line);
	else if (!m.decl.failed && (isnan(m.start) || isnan(m.stop) || isnan(m.step)))
		fields_report(&m.decl, NULL, _("needs start, stop and step: model { start = 2026, stop = 2076, step = 0.25 }"));
	else if (!m.decl.failed && model_set_time(host->model, m.start, m.stop, m.step, m.method ? METHOD_RK4 : METHOD_EULER, &why))
		fields_report(&m.decl, NULL, "%s", _(why));
	if (!host->has_model)
		host->model_place = m.decl.place;
	host->has_model = true;
	model_set_title(host->model, m.title);
	return 0;
}

/* ---- in all ---- */

void declare_open(lua_State *L)
{
	static const luaL_Reg functions[] = {
		{ "model", take_model }, { "group", name_group }, { "claim", name_claim }, { NULL, NULL },
	};

	environment_push_shared(L);
	luaL_setfuncs(L, functions, 0);
	declare_open_spreads(L);
	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		lua_pushinteger(L, (lua_Integer)i);
		lua_pushcclosure(L, take_name, 1);
		lua_setfield(L, -2, words[i].word);
	}
	lua_pop(L, 1);
}

static void refuse_change(struct host *host, const struct pending *p, const char *check)
{
	struct text_guess guess = { .name = p->id };

	for (size_t i = 0; i < model_count(host->model); i++)
		if (var_is_input(model_variable(host->model, (int)i)->kind))
			text_guess_offer(&guess, model_variable(host->model, (int)i)->id);
	if (guess.best && model_find(host->model, p->id) < 0)
		diags_add(host->diags, p->place.file, p->place.line, _("check `%s` sets `%s`, which is no lever or uncertainty; did you mean `%s`?"),
		          check, p->id, guess.best);
	else
		diags_add(host->diags, p->place.file, p->place.line, _("check `%s` sets `%s`, which is no lever or uncertainty"), check, p->id);
}

static void resolve_change(struct host *host, const struct pending *p)
{
	struct variable *check = model_edit(host->model, p->variable);
	const int variable = model_find(host->model, p->id);
	struct change change = p->change;
	const struct variable *v = variable < 0 ? NULL : model_variable(host->model, variable);

	if (!v || !var_is_input(v->kind)) {
		refuse_change(host, p, check->id);
		return;
	}
	if (change.how == CHANGE_SET && (change.by < v->lo || change.by > v->hi))
		diags_add(host->diags, p->place.file, p->place.line, _("check `%s` sets `%s` to %g, outside of its range %g to %g"), check->id,
		          v->id, change.by, v->lo, v->hi);
	change.variable = variable;
	model_add_change(p->versus ? &check->versus : &check->given, change);
}

static int by_variable(const void *a, const void *b)
{
	const struct change *x = a, *y = b;

	return (x->variable > y->variable) - (x->variable < y->variable);
}

/* Lua's order of keys differs from run to run. */
static void sort_changes(struct changes *changes)
{
	if (changes->count)
		qsort(changes->items, changes->count, sizeof *changes->items, by_variable);
}

/* Years of summaries and checks lie within the model's time, or they would never come. */
static void check_years(struct host *host)
{
	const struct time_axis *axis = model_time(host->model);

	for (size_t i = 0; host->has_model && i < model_count(host->model); i++) {
		struct variable *v = model_edit(host->model, (int)i);

		if (v->at < axis->start || v->at > axis->stop)
			diags_add(host->diags, v->declared.file, v->declared.line, _("%s `%s`: `at` %g lies outside of the model's time, %g to %g"),
			          var_kind_name(v->kind), v->id, v->at, axis->start, axis->stop);
		sort_changes(&v->given);
		sort_changes(&v->versus);
	}
}

static void check_groups(struct host *host)
{
	const struct model *model = host->model;

	for (size_t i = 0; model_group_count(model) && i < model_count(model) && !diags_are_full(host->diags); i++) {
		const struct variable *v = model_variable(model, (int)i);
		struct text_guess guess = { .name = v->group };

		if (!*v->group || model_find_group(model, v->group))
			continue;
		for (size_t k = 0; k < model_group_count(model); k++)
			text_guess_offer(&guess, model_group(model, k)->id);
		diags_add(host->diags, v->declared.file, v->declared.line, _("%s `%s`: there is no group `%s`%s%s%s"), var_kind_name(v->kind),
		          v->id, v->group, guess.best ? _("; did you mean `") : "", guess.best ? guess.best : "", guess.best ? "`?" : "");
	}
}

void declare_finish(struct host *host)
{
	for (const struct pending *p = host->pending; p && !diags_are_full(host->diags); p = p->next) {
		if (p->what == PENDING_TABLE)
			diags_add(host->diags, p->place.file, p->place.line, _("%s `%s` has no table: write %s \"%s\" { ... }"), p->word, p->id,
			          p->word, p->id);
		else
			resolve_change(host, p);
	}
	check_groups(host);
	check_years(host);
	if (!host->has_model && host->file_count)
		diags_add(host->diags, host->files[0].name, 0, _("no file says when the model runs; write model { start = 2026, stop = 2076, step = 0.25 }"));
}

void declare_release(struct host *host)
{
	while (host->pending) {
		struct pending *p = host->pending;

		host->pending = p->next;
		free(p->id);
		free(p);
	}
}
