/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rules/sandbox.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>

#include "base/alloc.h"
#include "base/text.h"
#include "rules/library.h"
#include "rules/value.h"

/* Address as key: the table of shared names, and where each helper was declared. */
static const char shared_key, origin_key;

/* ---- memory and instructions ---- */

/* Bytes handed out since the budget was set: copying them takes time that the instruction hook does not see. */
#define CHURN_MAX ((size_t)1 << 30)

static void *allocate(void *ud, void *old, size_t old_size, size_t new_size)
{
	struct host *host = ud;
	const size_t had = old ? old_size : 0;
	void *memory;

	if (new_size == 0) {
		free(old);
		host->memory -= had;
		return NULL;
	}
	if (new_size > had) {
		host->churn += new_size;
		if (host->memory + (new_size - had) > RULES_MEMORY_MAX || host->churn > CHURN_MAX)
			return NULL;
	}
	memory = realloc(old, new_size);
	if (memory)
		host->memory = host->memory - had + new_size;
	return memory;
}

enum { BUDGET_STEP = 1000 };

static void over_budget(lua_State *L);

static void count(lua_State *L, lua_Debug *ar)
{
	struct host *host = host_of(L);

	(void)ar;
	host->budget -= BUDGET_STEP;
	if (host->budget <= 0)
		over_budget(L);
}

/* From now on the hook fires at every instruction: nothing that catches the error can run on. */
static void over_budget(lua_State *L)
{
	const struct host *host = host_of(L);

	lua_sethook(L, count, LUA_MASKCOUNT, 1);
	luaL_error(L, _("%s takes too long (over %d million operations); is there a loop that does not end?"), host->budget_of,
	           (int)(host->budget_given / 1000000));
}

void sandbox_budget(struct host *host, long instructions, const char *of)
{
	host->budget = host->budget_given = instructions;
	host->budget_of = of;
	host->churn = 0;
	lua_sethook(host->lua, count, LUA_MASKCOUNT, BUDGET_STEP);
}

void sandbox_charge(struct host *host, long instructions)
{
	host->budget -= instructions;
	if (host->budget <= 0)
		over_budget(host->lua);
}

struct host *host_of(lua_State *L)
{
	struct host *host;

	memcpy(&host, lua_getextraspace(L), sizeof host);
	return host;
}

/* ---- calling ---- */

bool sandbox_call(struct host *host, int arguments, int results)
{
	lua_State *L = host->lua;
	const int base = lua_gettop(L) - arguments - 1;
	const int status = lua_pcall(L, arguments, results, 0);

	assert(lua_gettop(L) == base + (status == LUA_OK ? results : 1));
	(void)base;
	return status == LUA_OK;
}

bool sandbox_compile(struct host *host, const char *text, size_t length, const char *chunk)
{
	lua_State *L = host->lua;
	const int status = luaL_loadbufferx(L, text, length, chunk, "t");

	lua_insert(L, -2);
	if (status != LUA_OK) {
		lua_pop(L, 1);
		return false;
	}
	lua_setupvalue(L, -2, 1);
	return true;
}

/* ---- names ---- */

void sandbox_push_shared(lua_State *L)
{
	lua_rawgetp(L, LUA_REGISTRYINDEX, &shared_key);
}

static int unknown_name(lua_State *L, const char *name)
{
	const struct host *host = host_of(L);
	struct text_guess guess = { .name = name };
	const int variable = model_find(host->model, name);

	if (variable >= 0)
		return luaL_error(L, _("`%s` is a model value: write v.%s"), name, name);
	sandbox_push_shared(L);
	for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
		if (lua_type(L, -2) == LUA_TSTRING)
			text_guess_offer(&guess, lua_tostring(L, -2));
	if (guess.best)
		return luaL_error(L, _("unknown name `%s`; did you mean `%s`?"), name, guess.best);
	return luaL_error(L, _("unknown name `%s`; names are local variables, the library's functions and helpers that a rule file "
	                       "declares"), name);
}

/* environment[name]: shared names first, then a series by its bare name. */
static int read_name(lua_State *L)
{
	const char *name;

	sandbox_push_shared(L);
	lua_pushvalue(L, 2);
	if (lua_rawget(L, -2) != LUA_TNIL)
		return 1;
	if (lua_type(L, 2) != LUA_TSTRING)
		return luaL_error(L, _("names are text"));
	name = lua_tostring(L, 2);
	if (library_push_series(L, name))
		return 1;
	return unknown_name(L, name);
}

static bool may_be_shared(lua_State *L, int index)
{
	const int type = lua_type(L, index);

	return type == LUA_TFUNCTION || type == LUA_TNUMBER || type == LUA_TSTRING || value_datum(L, index);
}

/* environment[name] = value: declares a helper for all files, once. */
static int write_name(lua_State *L)
{
	const struct host *host = host_of(L);
	const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
	const struct place place = host_place(L, 1);

	if (host->mode != MODE_DECLARE)
		return luaL_error(L, _("an equation must not set the global `%s`; write `local %s`"), name, name);
	if (!may_be_shared(L, 3))
		return luaL_error(L, _("`%s` is %s: only functions, numbers and text can be shared between files; write `local %s`"),
		                  name, luaL_typename(L, 3), name);
	sandbox_push_shared(L);
	lua_rawgetp(L, LUA_REGISTRYINDEX, &origin_key);
	if (lua_getfield(L, -1, name) == LUA_TSTRING)
		return luaL_error(L, _("`%s` is declared twice, first at %s; rename one or write `local`"), name, lua_tostring(L, -1));
	if (lua_getfield(L, -3, name) != LUA_TNIL)
		return luaL_error(L, _("`%s` is a name of the library; choose another or write `local`"), name);
	lua_pop(L, 2);
	lua_pushfstring(L, "%s:%d", place.file ? place.file : "?", place.line);
	lua_setfield(L, -2, name);
	lua_pushvalue(L, 3);
	lua_setfield(L, -3, name);
	return 0;
}

void sandbox_push_environment(lua_State *L)
{
	lua_newtable(L);
	lua_newtable(L);
	lua_pushcfunction(L, read_name);
	lua_setfield(L, -2, "__index");
	lua_pushcfunction(L, write_name);
	lua_setfield(L, -2, "__newindex");
	lua_pushboolean(L, false);
	lua_setfield(L, -2, "__metatable");
	lua_setmetatable(L, -2);
}

static int refuse_write(lua_State *L)
{
	return luaL_error(L, _("the library can't be changed"));
}

static int refuse_read(lua_State *L)
{
	return luaL_error(L, _("there is no `%s` in `%s`"), luaL_tolstring(L, 2, NULL), lua_tostring(L, lua_upvalueindex(1)));
}

void sandbox_protect(lua_State *L, const char *name)
{
	/* table -- view, whose metatable reads the table, whose metatable refuses what is not there */
	lua_newtable(L);
	lua_pushstring(L, name);
	lua_pushcclosure(L, refuse_read, 1);
	lua_setfield(L, -2, "__index");
	lua_setmetatable(L, -2);
	lua_newtable(L);
	lua_newtable(L);
	lua_pushvalue(L, -3);
	lua_setfield(L, -2, "__index");
	lua_pushcfunction(L, refuse_write);
	lua_setfield(L, -2, "__newindex");
	lua_pushboolean(L, false);
	lua_setfield(L, -2, "__metatable");
	lua_setmetatable(L, -2);
	lua_remove(L, -2);
}

/* ---- the state ---- */

static int set_up(lua_State *L)
{
	lua_newtable(L);
	lua_rawsetp(L, LUA_REGISTRYINDEX, &shared_key);
	lua_newtable(L);
	lua_rawsetp(L, LUA_REGISTRYINDEX, &origin_key);
	value_open(L);
	library_open(L);
	return 0;
}

int sandbox_open(struct host *host)
{
	host->lua = lua_newstate(allocate, host);
	if (!host->lua)
		return -1;
	memcpy(lua_getextraspace(host->lua), &host, sizeof host);
	lua_pushcfunction(host->lua, set_up);
	return sandbox_call(host, 0, 0) ? 0 : -1;
}

void sandbox_close(struct host *host)
{
	if (host->lua)
		lua_close(host->lua);
	host->lua = NULL;
}
