/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rules/claims.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>

#include "base/alloc.h"
#include "rules/fields.h"
#include "rules/sandbox.h"
#include "rules/value.h"

enum compare { COMPARE_EQUAL, COMPARE_AT_LEAST };

struct claim_fields {
	struct decl decl;      /* first: fields are read through it */
	struct claim claim;
	double within[2];      /* relative differences up to which it agrees, and approximately */
	int compare, verdict;  /* verdict: -1 unless it is the authors' */
	bool has_value;
};

static struct claim_fields *of(struct decl *d)
{
	return (struct claim_fields *)(void *)d;
}

static void read_text(struct decl *d, const char *name) { field_text(d, name, &of(d)->claim.text); }
static void read_note(struct decl *d, const char *name) { field_text(d, name, &of(d)->claim.note); }
static void read_unit(struct decl *d, const char *name) { field_string(d, name, &of(d)->claim.unit); }
static void read_stated(struct decl *d, const char *name) { field_number(d, name, &of(d)->claim.stated); }

static void read_essay(struct decl *d, const char *name)
{
	double essay;

	if (!field_number(d, name, &essay))
		return;
	if (essay == floor(essay) && essay >= 1 && essay <= 1000)
		of(d)->claim.essay = (int)essay;
	else
		fields_report(d, name, _("must be a whole number from 1"));
}

static void read_verdict(struct decl *d, const char *name)
{
	static const char *const words[] = { "yes", "approx", "no", NULL };

	field_one_of(d, name, words, &of(d)->verdict);
}

static void read_compare(struct decl *d, const char *name)
{
	static const char *const words[] = { "equal", "at_least", NULL };

	field_one_of(d, name, words, &of(d)->compare);
}

static void read_within(struct decl *d, const char *name)
{
	lua_State *L = d->host->lua;

	if (!field_list(d, name))
		return;
	for (int i = 0; i < 2; i++) {
		lua_rawgeti(L, -1, i + 1);
		field_number(d, name, &of(d)->within[i]);
		lua_pop(L, 1);
	}
}

static void read_basis(struct decl *d, const char *name, enum basis *basis)
{
	static const char *const words[] = { "published", "estimate", "definition", NULL };
	int which;

	if (field_one_of(d, name, words, &which))
		*basis = (enum basis)(BASIS_PUBLISHED + which);
}

static void add_input(struct decl *d, struct claim_input input)
{
	struct claim *claim = &of(d)->claim;
	const struct datum *datum = value_datum(d->host->lua, -1);

	if (datum && input.basis == BASIS_NONE)
		input.basis = datum->basis;
	if (datum && datum->source && !input.source)
		input.source = xstrdup(datum->source);
	host_keep(d->host, sizeof input + strlen(input.name));
	field_number(d, input.name, &input.value);
	claim->inputs = xrealloc(claim->inputs, claim->input_count + 1, sizeof input);
	claim->inputs[claim->input_count++] = input;
}

static void read_optional(struct decl *d, const char *key, char **string)
{
	lua_State *L = d->host->lua;

	lua_pushstring(L, key);
	if (lua_rawget(L, -2) != LUA_TNIL)
		field_string(d, "inputs", string);
	lua_pop(L, 1);
}

/* The name at the head of a listed input, as a new string; NULL and a report. */
static char *listed_name(struct decl *d)
{
	lua_State *L = d->host->lua;
	char *name = NULL;

	if (lua_istable(L, -1)) {
		if (lua_rawgeti(L, -1, 1) == LUA_TSTRING && lua_rawlen(L, -1) <= RULES_LONG_NAME_MAX)
			name = xstrdup(lua_tostring(L, -1));
		lua_pop(L, 1);
	}
	if (!name)
		fields_report(d, "inputs", _("must be { name = value, ... } or a list of { \"name\", value, unit = \"...\" }"));
	return name;
}

/* One of a list: { "name", value, unit = ..., source = ..., basis = ... }. */
static void read_listed_input(struct decl *d)
{
	lua_State *L = d->host->lua;
	struct claim_input input = { .name = listed_name(d) };

	if (!input.name)
		return;
	read_optional(d, "unit", &input.unit);
	read_optional(d, "source", &input.source);
	lua_pushstring(L, "basis");
	if (lua_rawget(L, -2) != LUA_TNIL)
		read_basis(d, "inputs", &input.basis);
	lua_pop(L, 1);
	lua_rawgeti(L, -1, 2);
	add_input(d, input);
	lua_pop(L, 1);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct claim_input *)a)->name, ((const struct claim_input *)b)->name);
}

static void read_inputs(struct decl *d, const char *name)
{
	lua_State *L = d->host->lua;
	struct claim *claim = &of(d)->claim;

	if (!field_list(d, name))
		return;
	if (lua_rawlen(L, -1) > RULES_LIST_MAX) {
		fields_report(d, name, _("must be a list of at most %d"), RULES_LIST_MAX);
		return;
	}
	if (lua_rawlen(L, -1) > 0) {
		for (lua_Integer i = 1; i <= (lua_Integer)lua_rawlen(L, -1); i++) {
			lua_rawgeti(L, -1, i);
			read_listed_input(d);
			lua_pop(L, 1);
		}
		return;
	}
	for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
		if (lua_type(L, -2) == LUA_TSTRING && lua_rawlen(L, -2) <= RULES_LONG_NAME_MAX && claim->input_count < RULES_LIST_MAX)
			add_input(d, (struct claim_input){ .name = xstrdup(lua_tostring(L, -2)) });
		else
			fields_report(d, name, _("must be at most %d of { name = value, ... }"), RULES_LIST_MAX);
	}
	if (claim->input_count)
		qsort(claim->inputs, claim->input_count, sizeof *claim->inputs, by_name);
}

static int unknown_input(lua_State *L)
{
	return luaL_error(L, _("there is no input `%s`; name it in `inputs`"), value_name(L, 2));
}

/* Inputs as the function sees them: a table of plain numbers, in which an unknown name is an error. */
static void push_inputs(lua_State *L, const struct claim *claim)
{
	lua_newtable(L);
	for (size_t i = 0; i < claim->input_count; i++) {
		lua_pushnumber(L, claim->inputs[i].value);
		lua_setfield(L, -2, claim->inputs[i].name);
	}
	lua_newtable(L);
	lua_pushcfunction(L, unknown_input);
	lua_setfield(L, -2, "__index");
	lua_setmetatable(L, -2);
}

static void note_place(struct decl *d)
{
	lua_Debug ar;
	const struct rule_file *file;

	lua_pushvalue(d->host->lua, -1);
	lua_getinfo(d->host->lua, ">S", &ar);
	file = host_file(d->host, ar.source);
	of(d)->claim.equation = (struct place){ .file = file ? file->name : NULL, .line = ar.linedefined, .last_line = ar.lastlinedefined };
}

/* Listed after `inputs`, so they are there. */
static void read_value(struct decl *d, const char *name)
{
	lua_State *L = d->host->lua;
	const int top = lua_gettop(L);

	if (!lua_isfunction(L, -1) || lua_iscfunction(L, -1)) {
		fields_report(d, name, _("must be a function: value = function(i) return ... end"));
		return;
	}
	note_place(d);
	of(d)->has_value = true;
	lua_pushvalue(L, -1);
	push_inputs(L, &of(d)->claim);
	if (!sandbox_call_apart(d->host, 1, 1, RULES_CALL_INSTRUCTIONS, _("a claim"))) {
		d->failed = true;
		host_report(d->host, &d->place, d->id);
		return;
	}
	if (lua_type(L, -1) != LUA_TNUMBER)
		fields_report(d, name, _("must return a number, not %s"), value_kind(L, -1));
	else if (!isfinite(lua_tonumber(L, -1)))
		fields_report(d, name, _("must return a finite number; look for a division by zero"));
	else
		of(d)->claim.value = lua_tonumber(L, -1);
	lua_settop(L, top);
}

static enum verdict judge(const struct claim_fields *c)
{
	const double stated = c->claim.stated, value = c->claim.value;
	const double off = stated != 0 ? fabs(value - stated) / fabs(stated) : fabs(value);

	if (c->compare == COMPARE_AT_LEAST && value >= stated)
		return VERDICT_YES;
	return off <= c->within[0] ? VERDICT_YES : off <= c->within[1] ? VERDICT_APPROX : VERDICT_NO;
}

void claim_read(struct decl *decl)
{
	static const struct field fields[] = {
		{ "essay", read_essay },   { "text", read_text },       { "stated", read_stated }, { "unit", read_unit },
		{ "inputs", read_inputs }, { "value", read_value },     { "within", read_within }, { "compare", read_compare },
		{ "verdict", read_verdict }, { "note", read_note },     { NULL, NULL },
	};
	struct claim_fields c = { .decl = *decl, .within = { 0.005, 0.1 }, .verdict = -1 };

	c.claim.value = c.claim.stated = NAN;
	c.claim.unit = xstrdup("");
	fields_read(&c.decl, fields, NULL);
	if (!c.decl.failed && isnan(c.claim.stated))
		fields_report(&c.decl, NULL, _("needs the figure of the essay: stated = number"));
	if (!c.decl.failed && !c.has_value && c.verdict < 0)
		fields_report(&c.decl, NULL, _("needs `value = function(i) ... end`, or a `verdict` where nothing can be computed"));
	c.claim.is_judged = c.verdict >= 0;
	c.claim.verdict = c.verdict >= 0 ? (enum verdict)c.verdict : judge(&c);
	c.claim.id = xstrdup(decl->id);
	c.claim.declared = decl->place;
	decl->failed = c.decl.failed;
	model_add_claim(decl->host->model, &c.claim);
}
