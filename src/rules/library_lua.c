/* SPDX-License-Identifier: MIT
 *
 * The few functions of Lua's own that rules have.  Those whose work grows with a table charge it to the budget, since the instruction
 * hook does not see into C functions; pairs walks in sorted order, since Lua's own order differs from run to run.
 */
#include "config.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>
#include <lualib.h>

#include "rules/environment.h"
#include "rules/host.h"
#include "rules/library.h"
#include "rules/sandbox.h"
#include "rules/value.h"

/* Calls the function in upvalue 1 with the arguments on the stack. */
static int pass_on(lua_State *L)
{
	lua_pushvalue(L, lua_upvalueindex(1));
	lua_insert(L, 1);
	lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
	return lua_gettop(L);
}

/* table.insert and table.remove move what lies behind. */
static int charged(lua_State *L)
{
	luaL_checktype(L, 1, LUA_TTABLE);
	sandbox_charge(host_of(L), (long)lua_rawlen(L, 1) / 2 + 1);
	return pass_on(L);
}

enum { COMPARISON_COST = 4, BYTES_PER_INSTRUCTION = 4 };

/* a < b for table.sort: comparing long texts takes long. */
static int charged_less(lua_State *L)
{
	const bool are_texts = lua_type(L, 1) == LUA_TSTRING && lua_type(L, 2) == LUA_TSTRING;
	const size_t a = lua_rawlen(L, 1), b = lua_rawlen(L, 2), bytes = !are_texts ? 0 : a < b ? a : b;

	sandbox_charge(host_of(L), (long)(COMPARISON_COST + bytes / BYTES_PER_INSTRUCTION));
	lua_pushboolean(L, lua_compare(L, 1, 2, LUA_OPLT));
	return 1;
}

/* An order of the rules' own is counted as it runs. */
static int charged_sort(lua_State *L)
{
	luaL_checktype(L, 1, LUA_TTABLE);
	if (lua_isnoneornil(L, 2)) {
		lua_settop(L, 1);
		lua_pushcfunction(L, charged_less);
	}
	return pass_on(L);
}

/* How many elements from argument `first` (else 1) to the next (else the length) there are, charged; more than `most` are an error. */
static void charge_range(lua_State *L, int first, lua_Integer most)
{
	const lua_Integer from = luaL_optinteger(L, first, 1);
	const lua_Integer to = luaL_optinteger(L, first + 1, (lua_Integer)lua_rawlen(L, 1));

	if (from > to)
		return;
	if ((lua_Unsigned)to - (lua_Unsigned)from >= (lua_Unsigned)most)
		luaL_error(L, _("more than %d elements at once"), (int)most);
	sandbox_charge(host_of(L), (long)(to - from) + 1);
}

static int charged_concat(lua_State *L)
{
	luaL_checktype(L, 1, LUA_TTABLE);
	charge_range(L, 3, RULES_STRING_MAX);
	return pass_on(L);
}

static int charged_unpack(lua_State *L)
{
	luaL_checktype(L, 1, LUA_TTABLE);
	charge_range(L, 2, RULES_UNPACK_MAX);
	return pass_on(L);
}

struct key {
	int type;
	double number;
	lua_Integer integer;   /* of a number that is one: past 2^53 a double can't tell them apart */
	bool is_integer;
	const char *text;      /* kept alive by the table */
	size_t length;
};

static int by_name(const void *a, const void *b)
{
	const struct key *x = a, *y = b;
	int order;

	if (x->type != y->type)
		return x->type == LUA_TNUMBER ? -1 : 1;
	if (x->type == LUA_TNUMBER && x->is_integer && y->is_integer)
		return (x->integer > y->integer) - (x->integer < y->integer);
	if (x->type == LUA_TNUMBER)
		return (x->number > y->number) - (x->number < y->number);
	order = memcmp(x->text, y->text, x->length < y->length ? x->length : y->length);
	return order ? order : (x->length > y->length) - (x->length < y->length);
}

/* The key at a stack index, in a form that can be ordered. */
static struct key key_at(lua_State *L, int index)
{
	struct key key = { .type = lua_type(L, index) };

	if (key.type == LUA_TNUMBER) {
		key.number = lua_tonumber(L, index);
		key.is_integer = lua_isinteger(L, index);
		key.integer = key.is_integer ? lua_tointeger(L, index) : 0;
	} else if (key.type == LUA_TSTRING) {
		key.text = lua_tolstring(L, index, &key.length);
	} else {
		luaL_error(L, _("pairs and next walk numbers and text as keys, not %s"), value_kind(L, index));
	}
	return key;
}

/* A table of a rule file's own: what the program made looks like a table and has nothing in it. */
static void check_walked(lua_State *L)
{
	luaL_checktype(L, 1, LUA_TTABLE);
	if (lua_getmetatable(L, 1))
		luaL_error(L, _("pairs and next walk a rule file's own tables; model values are asked for by name, as in v.name"));
}

static size_t count_keys(lua_State *L, int index)
{
	size_t count = 0;

	for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) {
		key_at(L, -2);
		count++;
	}
	sandbox_charge(host_of(L), (long)count * 16 + (long)lua_rawlen(L, index) / 4);
	return count;
}

/* next(table, key): the smallest key after that one, and its value. */
static int next_in_order(lua_State *L)
{
	const bool is_first = lua_isnoneornil(L, 2);
	struct key after = { .type = LUA_TNIL }, best = { .type = LUA_TNIL };
	size_t count = 0;

	check_walked(L);
	if (!is_first)
		after = key_at(L, 2);
	lua_settop(L, 2);
	lua_pushnil(L);                       /* 3: the best key so far */
	for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1), count++) {
		const struct key key = key_at(L, -2);

		if ((!is_first && by_name(&key, &after) <= 0) || (best.type != LUA_TNIL && by_name(&key, &best) >= 0))
			continue;
		best = key;
		lua_pushvalue(L, -2);
		lua_replace(L, 3);
	}
	sandbox_charge(host_of(L), (long)count * 4);
	if (best.type == LUA_TNIL)
		return 1;
	lua_pushvalue(L, 3);
	lua_rawget(L, 1);
	return 2;
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

	check_walked(L);
	lua_settop(L, 1);
	count = count_keys(L, 1);
	keys = lua_newuserdatauv(L, (count + 1) * sizeof *keys, 0);
	for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1), i++)
		keys[i] = key_at(L, -2);
	qsort(keys, count, sizeof *keys, by_name);
	lua_pushvalue(L, 1);
	lua_createtable(L, (int)count, 0);
	for (i = 0; i < count; i++) {
		if (keys[i].type == LUA_TSTRING)
			lua_pushlstring(L, keys[i].text, keys[i].length);
		else if (keys[i].is_integer)
			lua_pushinteger(L, keys[i].integer);
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
	if (value_is(L, 1)) {
		lua_settop(L, 1);
		return 1;
	}
	lua_pushvalue(L, lua_upvalueindex(1));
	lua_insert(L, 1);
	lua_call(L, lua_gettop(L) - 1, 1);
	return 1;
}

/* The same of a model value, whether it is followed or a number. */
static int type_of(lua_State *L)
{
	luaL_checkany(L, 1);
	if (!value_is(L, 1))
		return pass_on(L);
	lua_pushliteral(L, "number");
	return 1;
}

/* Numbers, text and truth only: the address of a table differs from run to run. */
static int to_string(lua_State *L)
{
	const int type = lua_type(L, 1);

	luaL_checkany(L, 1);
	if (type == LUA_TTABLE || type == LUA_TFUNCTION || (type == LUA_TUSERDATA && !value_is(L, 1)))
		return luaL_error(L, _("%s can't be made text"), value_kind(L, 1));
	return pass_on(L);
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
	static const char *const basics[] = { "ipairs", "select", "error", "assert", NULL };
	static const char *const numbers[] = { "tonumber", NULL }, *const texts[] = { "tostring", NULL };
	static const char *const types[] = { "type", NULL };
	static const char *const moving[] = { "insert", "remove", NULL }, *const sorting[] = { "sort", NULL };
	static const char *const joining[] = { "concat", NULL }, *const unpacking[] = { "unpack", NULL };

	/* The libraries are opened under a table of their own: none of their globals stays. */
	luaL_requiref(L, "_G", luaopen_base, false);
	take(L, basics, NULL);
	take(L, numbers, to_number);
	take(L, texts, to_string);
	take(L, types, type_of);
	lua_pop(L, 1);
	lua_pushcfunction(L, pairs_sorted);
	lua_setfield(L, -2, "pairs");
	lua_pushcfunction(L, next_in_order);
	lua_setfield(L, -2, "next");
	lua_newtable(L);
	luaL_requiref(L, "table", luaopen_table, false);
	take(L, moving, charged);
	take(L, sorting, charged_sort);
	take(L, joining, charged_concat);
	take(L, unpacking, charged_unpack);
	lua_pop(L, 1);
	environment_protect(L, "table");
	lua_setfield(L, -2, "table");
}
