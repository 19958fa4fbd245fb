/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rules/environment.h"

#include <string.h>

#include <lauxlib.h>

#include "base/alloc.h"
#include "base/text.h"
#include "rules/host.h"
#include "rules/library.h"
#include "rules/value.h"

/* Address as key: the table of shared names, and where each helper was declared. */
static const char shared_key, origin_key;

void environment_open(lua_State *L)
{
	lua_newtable(L);
	lua_rawsetp(L, LUA_REGISTRYINDEX, &shared_key);
	lua_newtable(L);
	lua_rawsetp(L, LUA_REGISTRYINDEX, &origin_key);
}

void environment_push_shared(lua_State *L)
{
	lua_rawgetp(L, LUA_REGISTRYINDEX, &shared_key);
}

/* What Lua has elsewhere: nothing near it was meant. */
static bool is_left_out(const char *name)
{
	static const char *const names[] = {
		"_G", "_VERSION", "collectgarbage", "coroutine", "debug", "dofile", "getmetatable", "io", "load", "loadfile", "loadstring", "os",
		"package", "pcall", "print", "rawequal", "rawget", "rawlen", "rawset", "require", "setmetatable", "string", "unpack", "utf8", "warn",
		"xpcall",
	};

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (!strcmp(name, names[i]))
			return true;
	return false;
}

static int unknown_name(lua_State *L, const char *name)
{
	const struct host *host = host_of(L);
	struct text_guess guess = { .name = name };
	const int variable = model_find(host->model, name);

	if (variable >= 0)
		return luaL_error(L, _("`%s` is a model value: write v.%s"), name, name);
	if (!strcmp(name, "v") || !strcmp(name, "w"))
		return luaL_error(L, _("unknown name `%s`; an equation is written function(v) ... end"), name);
	if (is_left_out(name))
		return luaL_error(L, _("rules have no `%s`: they only compute, with what publicstake-rules(5) lists"), name);
	environment_push_shared(L);
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

	environment_push_shared(L);
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
	const struct place place = host_place(L, 1);
	const char *name;

	if (lua_type(L, 2) != LUA_TSTRING)
		return luaL_error(L, _("names are text"));
	name = lua_tostring(L, 2);
	if (host->mode != MODE_DECLARE)
		return luaL_error(L, _("an equation must not set the global `%s`; write `local %s`"), name, name);
	if (!may_be_shared(L, 3))
		return luaL_error(L, _("`%s` is %s: only functions, numbers and text can be shared between files; write `local %s`"),
		                  name, value_kind(L, 3), name);
	environment_push_shared(L);
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

void environment_push(lua_State *L)
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
	return luaL_error(L, _("there is no `%s` in `%s`"), value_name(L, 2), lua_tostring(L, lua_upvalueindex(1)));
}

void environment_push_view(lua_State *L, lua_CFunction refuse)
{
	/* table -- table, view */
	lua_newtable(L);
	lua_newtable(L);
	lua_pushvalue(L, -3);
	lua_setfield(L, -2, "__index");
	lua_pushcfunction(L, refuse);
	lua_setfield(L, -2, "__newindex");
	lua_pushboolean(L, false);
	lua_setfield(L, -2, "__metatable");
	lua_setmetatable(L, -2);
}

void environment_protect(lua_State *L, const char *name)
{
	/* table -- view, whose metatable reads the table, whose metatable refuses what is not there */
	lua_newtable(L);
	lua_pushstring(L, name);
	lua_pushcclosure(L, refuse_read, 1);
	lua_setfield(L, -2, "__index");
	lua_setmetatable(L, -2);
	environment_push_view(L, refuse_write);
	lua_remove(L, -2);
}
