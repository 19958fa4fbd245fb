/* SPDX-License-Identifier: MIT
 *
 * The few functions of Lua's own that rules have.  Those whose work grows with a table charge it to the budget, since the instruction
 * hook does not see into C functions; pairs walks in sorted order, since Lua's own order differs from run to run.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>
#include <lualib.h>

#include "rules/host.h"
#include "rules/library.h"
#include "rules/sandbox.h"
#include "rules/value.h"

/* Calls the function in upvalue 1 after charging for the length of its first argument. */
static int charged(lua_State *L)
{
	luaL_checktype(L, 1, LUA_TTABLE);
	sandbox_charge(host_of(L), (long)lua_rawlen(L, 1) + lua_gettop(L));
	lua_pushvalue(L, lua_upvalueindex(1));
	lua_insert(L, 1);
	lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
	return lua_gettop(L);
}

struct key {
	int type;
	double number;
	const char *text;   /* kept alive by the table */
	size_t length;
};

static int by_name(const void *a, const void *b)
{
	const struct key *x = a, *y = b;
	int order;

	if (x->type != y->type)
		return x->type == LUA_TNUMBER ? -1 : 1;
	if (x->type == LUA_TNUMBER)
		return (x->number > y->number) - (x->number < y->number);
	order = memcmp(x->text, y->text, x->length < y->length ? x->length : y->length);
	return order ? order : (x->length > y->length) - (x->length < y->length);
}

static size_t count_keys(lua_State *L, int index)
{
	size_t count = 0;

	for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) {
		const int type = lua_type(L, -2);

		if (type != LUA_TNUMBER && type != LUA_TSTRING)
			luaL_error(L, _("pairs walks numbers and text as keys, not %s"), value_kind(L, -2));
		count++;
	}
	sandbox_charge(host_of(L), (long)count * 4);
	return count;
}

/* next of pairs: upvalue 1 the table, 2 its keys in order, 3 how far. */
static int next_sorted(lua_State *L)
{
	const lua_Integer at = lua_tointeger(L, lua_upvalueindex(3)) + 1;

	lua_pushinteger(L, at);
	lua_replace(L, lua_upvalueindex(3));
	if (lua_rawgeti(L, lua_upvalueindex(2), at) == LUA_TNIL)
		return 1;
	lua_pushvalue(L, -1);
	lua_rawget(L, lua_upvalueindex(1));
	return 2;
}

static int pairs_sorted(lua_State *L)
{
	size_t count, i = 0;
	struct key *keys;

	luaL_checktype(L, 1, LUA_TTABLE);
	lua_settop(L, 1);
	count = count_keys(L, 1);
	keys = lua_newuserdatauv(L, (count + 1) * sizeof *keys, 0);
	for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1), i++) {
		keys[i].type = lua_type(L, -2);
		if (keys[i].type == LUA_TNUMBER)
			keys[i].number = lua_tonumber(L, -2);
		else
			keys[i].text = lua_tolstring(L, -2, &keys[i].length);
	}
	qsort(keys, count, sizeof *keys, by_name);
	lua_pushvalue(L, 1);
	lua_createtable(L, (int)count, 0);
	for (i = 0; i < count; i++) {
		if (keys[i].type == LUA_TSTRING)
			lua_pushlstring(L, keys[i].text, keys[i].length);
		else if (keys[i].number == (double)(lua_Integer)keys[i].number)
			lua_pushinteger(L, (lua_Integer)keys[i].number);
		else
			lua_pushnumber(L, keys[i].number);
		lua_rawseti(L, -2, (lua_Integer)i + 1);
	}
	lua_pushinteger(L, 0);
	lua_pushcclosure(L, next_sorted, 3);
	return 1;
}

static int to_number(lua_State *L)
{
	const struct datum *datum = value_datum(L, 1);

	if (datum) {
		lua_pushnumber(L, datum->value);
		return 1;
	}
	lua_pushvalue(L, lua_upvalueindex(1));
	lua_insert(L, 1);
	lua_call(L, lua_gettop(L) - 1, 1);
	return 1;
}

/* Moves the named functions of a standard library table on the top into the table below it, each wrapped. */
static void take(lua_State *L, const char *const *names, lua_CFunction wrapper)
{
	for (; *names; names++) {
		lua_getfield(L, -1, *names);
		if (wrapper)
			lua_pushcclosure(L, wrapper, 1);
		lua_setfield(L, -3, *names);
	}
}

void library_open_lua(lua_State *L)
{
	static const char *const basics[] = { "ipairs", "select", "error", "assert", "type", "tostring", NULL };
	static const char *const numbers[] = { "tonumber", NULL };
	static const char *const tables[] = { "insert", "remove", "concat", "unpack", "sort", NULL };

	/* The libraries are opened under a table of their own: none of their globals stays. */
	luaL_requiref(L, "_G", luaopen_base, false);
	take(L, basics, NULL);
	take(L, numbers, to_number);
	lua_pop(L, 1);
	lua_pushcfunction(L, pairs_sorted);
	lua_setfield(L, -2, "pairs");
	lua_newtable(L);
	luaL_requiref(L, "table", luaopen_table, false);
	take(L, tables, charged);
	lua_pop(L, 1);
	sandbox_protect(L, "table");
	lua_setfield(L, -2, "table");
}
