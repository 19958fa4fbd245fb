/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rules/compute.h"

#include <stdlib.h>

#include <lauxlib.h>

#include "base/alloc.h"
#include "rules/environment.h"
#include "rules/host.h"
#include "rules/sandbox.h"
#include "rules/value.h"

struct compute {
	struct host *host;
	const struct memory_states *memories;
	const struct equation *equation;   /* being called */
	size_t memory_at;                  /* memories met in this call */
	double time;
	int views[2], values[2], names;    /* references: v and w, what is behind them, the list of names */
	int (*ask)(void *, int, double *);
	void *ask_ctx;
};

/* ---- the views ---- */

/* A name that is not set: ask for it, or it does not exist. */
static int missing(lua_State *L)
{
	const struct host *host = host_of(L);
	struct compute *c = host->compute;
	const char *name = value_name(L, 2);
	const int variable = model_find(host->model, name);
	double value;

	if (variable < 0 || !c->ask)
		return luaL_error(L, _("unknown name `%s`"), name);
	if (c->ask(c->ask_ctx, variable, &value))
		return luaL_error(L, _("`%s` has no value"), name);
	lua_pushnumber(L, value);
	return 1;
}


/* What equations get is empty and asks the table behind it, which a rule that knows that it is not being traced can't change either. */
static void new_view(struct compute *c, int which)
{
	lua_State *L = c->host->lua;

	lua_newtable(L);
	lua_newtable(L);
	lua_pushcfunction(L, missing);
	lua_setfield(L, -2, "__index");
	lua_setmetatable(L, -2);
	environment_push_view(L, value_refuse_set);
	c->views[which] = luaL_ref(L, LUA_REGISTRYINDEX);
	c->values[which] = luaL_ref(L, LUA_REGISTRYINDEX);
}

static void drop_view(struct compute *c, int which)
{
	luaL_unref(c->host->lua, LUA_REGISTRYINDEX, c->views[which]);
	luaL_unref(c->host->lua, LUA_REGISTRYINDEX, c->values[which]);
}

static void set_field(const struct compute *c, int which, const char *name, double value)
{
	lua_State *L = c->host->lua;

	lua_rawgeti(L, LUA_REGISTRYINDEX, c->values[which]);
	lua_pushstring(L, name);
	lua_pushnumber(L, value);
	lua_rawset(L, -3);
	lua_pop(L, 1);
}

static void set_axis(const struct compute *c)
{
	const struct time_axis *axis = model_time(c->host->model);

	for (int which = 0; which < 2; which++) {
		set_field(c, which, "dt", axis->step);
		set_field(c, which, "start", axis->start);
		set_field(c, which, "stop", axis->stop);
		set_field(c, which, "t", axis->start);
	}
}

struct compute *compute_new(struct host *host, const struct memory_states *memories)
{
	struct compute *c = xmalloc(sizeof *c);
	lua_State *L = host->lua;

	c->host = host;
	c->memories = memories;
	host->compute = c;
	host->mode = MODE_COMPUTE;
	lua_createtable(L, (int)model_count(host->model), 0);
	for (size_t i = 0; i < model_count(host->model); i++) {
		lua_pushstring(L, model_variable(host->model, (int)i)->id);
		lua_rawseti(L, -2, (lua_Integer)i);
	}
	c->names = luaL_ref(L, LUA_REGISTRYINDEX);
	new_view(c, 0);
	new_view(c, 1);
	set_axis(c);
	return c;
}

void compute_free(struct compute *c)
{
	if (!c)
		return;
	luaL_unref(c->host->lua, LUA_REGISTRYINDEX, c->names);
	drop_view(c, 0);
	drop_view(c, 1);
	c->host->compute = NULL;
	free(c);
}

void compute_set(struct compute *c, int which, int variable, double value)
{
	lua_State *L = c->host->lua;

	lua_rawgeti(L, LUA_REGISTRYINDEX, c->values[which]);
	lua_rawgeti(L, LUA_REGISTRYINDEX, c->names);
	lua_rawgeti(L, -1, variable);
	lua_pushnumber(L, value);
	lua_rawset(L, -4);
	lua_pop(L, 2);
}

void compute_set_time(struct compute *c, double time)
{
	c->time = time;
	set_field(c, 0, "t", time);
	set_field(c, 1, "t", time);
}

void compute_ask(struct compute *c, int (*ask)(void *ctx, int variable, double *value), void *ctx)
{
	drop_view(c, 0);
	new_view(c, 0);
	set_axis(c);
	c->ask = ask;
	c->ask_ctx = ctx;
	compute_set_time(c, model_time(c->host->model)->start);
}

/* ---- calling ---- */

static bool take_result(lua_State *L, double *value)
{
	const struct datum *datum = value_datum(L, -1);

	if (lua_isboolean(L, -1))
		*value = lua_toboolean(L, -1);
	else if (lua_type(L, -1) == LUA_TNUMBER)
		*value = lua_tonumber(L, -1);
	else if (datum)
		*value = datum->value;
	else
		return false;
	return true;
}

int compute_call(struct compute *c, const struct equation *equation, double *value)
{
	struct host *host = c->host;
	lua_State *L = host->lua;
	const struct variable *v = model_variable(host->model, equation->variable);
	const struct equation *outer = c->equation;
	const size_t outer_at = c->memory_at;
	bool good;

	c->equation = equation;
	c->memory_at = 0;
	sandbox_budget(host, RULES_CALL_INSTRUCTIONS, _("an equation"));
	lua_rawgeti(L, LUA_REGISTRYINDEX, equation->function);
	lua_rawgeti(L, LUA_REGISTRYINDEX, c->views[0]);
	if (v->has_versus)
		lua_rawgeti(L, LUA_REGISTRYINDEX, c->views[1]);
	good = sandbox_call(host, v->has_versus ? 2 : 1, 1);
	c->equation = outer;
	c->memory_at = outer_at;
	if (good && take_result(L, value)) {
		lua_pop(L, 1);
		return 0;
	}
	if (good) {
		lua_pop(L, 1);
		lua_pushstring(L, _("gives no number as plain Lua"));
	}
	host_report(host, &equation->place, v->id);
	return -1;
}

/* ---- for the library ---- */

double compute_time(const struct host *host)
{
	return host->compute->time;
}

double compute_memory_open(struct host *host, enum memory_kind kind, double initial, int *memory)
{
	struct compute *c = host->compute;
	const struct memory_states *m = c->memories;

	if (c->memory_at >= c->equation->memory_count)
		luaL_error(host->lua, _("a function with memory (smooth, delay1, ...) is called on some paths only"));
	*memory = c->equation->memories[c->memory_at++];
	if (m->fresh[*memory] && kind != MEMORY_HISTORY) {
		m->now[*memory] = initial;
		m->fresh[*memory] = false;
	}
	return m->now[*memory];
}

void compute_memory_close(struct host *host, int memory, double next)
{
	host->compute->memories->next[memory] = next;
}

double compute_history(struct host *host, int memory, double delay, double initial)
{
	const struct memory_states *m = host->compute->memories;

	return m->history(m->ctx, memory, delay, initial);
}
