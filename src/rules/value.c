/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rules/value.h"

#include <math.h>
#include <string.h>

#include <lauxlib.h>

#include "rules/host.h"
#include "rules/sandbox.h"
#include "rules/trace.h"

#define VALUE_NAME "model value"

struct value {
	bool is_datum;
	int node;             /* a symbol ... */
	size_t call;          /* ... of that call of an equation */
	struct datum datum;   /* a datum */
};

struct num num_of(double value)
{
	return (struct num){ .node = NODE_NONE, .value = value };
}

static const struct value *value_at(lua_State *L, int index)
{
	return luaL_testudata(L, index, VALUE_NAME);
}

bool value_is(lua_State *L, int index)
{
	return lua_type(L, index) == LUA_TNUMBER || value_at(L, index) ||
	       (lua_isboolean(L, index) && host_of(L)->trace && trace_hidden_node(host_of(L)) != NODE_NONE);
}

bool value_is_stale(lua_State *L, int index)
{
	const struct value *value = value_at(L, index);

	return value && !value->is_datum && value->call != trace_call(host_of(L));
}

static bool to_num(lua_State *L, int index, struct num *num)
{
	const struct value *value;

	if (lua_type(L, index) == LUA_TNUMBER) {
		*num = num_of(lua_tonumber(L, index));
		return true;
	}
	value = value_at(L, index);
	if (value) {
		if (value_is_stale(L, index))
			luaL_error(L, _("a model value was kept from another equation; an equation depends on its own v alone"));
		*num = value->is_datum ? num_of(value->datum.value) : (struct num){ .node = value->node };
		return true;
	}
	if (!lua_isboolean(L, index) || !host_of(L)->trace)
		return false;
	num->node = trace_hidden_node(host_of(L));
	return num->node != NODE_NONE;
}

const char *value_kind(lua_State *L, int index)
{
	switch (lua_type(L, index)) {
	case LUA_TNUMBER: return _("a number");
	case LUA_TSTRING: return _("text");
	case LUA_TBOOLEAN: return _("true or false");
	case LUA_TTABLE: return _("a table");
	case LUA_TFUNCTION: return _("a function");
	case LUA_TUSERDATA: return value_at(L, index) ? _("a number of the model") : _("a spread");
	default: return _("nothing (nil)");
	}
}

const char *value_name(lua_State *L, int index)
{
	return lua_isstring(L, index) ? luaL_tolstring(L, index, NULL) : value_kind(L, index);
}

int value_refuse_set(lua_State *L)
{
	return luaL_error(L, _("an equation can't set `%s`; it returns its value"), value_name(L, 2));
}

struct num value_check(lua_State *L, int index, const char *what)
{
	struct num num = num_of(NAN);

	if (!to_num(L, index, &num))
		luaL_error(L, _("%s must be a number, not %s"), what, value_kind(L, index));
	return num;
}

const struct datum *value_datum(lua_State *L, int index)
{
	const struct value *value = value_at(L, index);

	return value && value->is_datum ? &value->datum : NULL;
}

static struct value *new_value(lua_State *L)
{
	struct value *value = lua_newuserdatauv(L, sizeof *value, 0);

	memset(value, 0, sizeof *value);
	value->node = NODE_NONE;
	luaL_setmetatable(L, VALUE_NAME);
	return value;
}

static void push_symbol(lua_State *L, int node)
{
	struct value *value = new_value(L);

	value->node = node;
	value->call = trace_call(host_of(L));
}

void value_push(lua_State *L, struct num num)
{
	if (num.node == NODE_NONE)
		lua_pushnumber(L, num.value);
	else if (trace_hides(host_of(L), num.node))
		lua_pushboolean(L, false);
	else
		push_symbol(L, num.node);
}

void value_push_datum(lua_State *L, const struct datum *datum)
{
	struct value *value = new_value(L);

	value->is_datum = true;
	value->datum = *datum;
}

/* ---- operators ---- */

static int node_of(struct host *host, struct num num)
{
	struct graph *graph = model_edit_graph(host->model);

	if (graph_count(graph) > RULES_NODES_MAX) {
		sandbox_spend(host, RULES_TOTAL_INSTRUCTIONS);   /* the rest would only fail the same way */
		luaL_error(host->lua, _("the equations grow past %d operations; split the work over auxiliaries"), RULES_NODES_MAX);
	}
	return num.node == NODE_NONE ? graph_constant(graph, num.value) : num.node;
}

static struct num num_node(struct host *host, int node)
{
	const struct node *n = graph_node(model_graph(host->model), node);

	return n->op == OP_CONST ? num_of(n->value) : (struct num){ .node = node };
}

struct num num_unary(struct host *host, enum op op, struct num a)
{
	if (a.node == NODE_NONE)
		return num_of(op_apply(op, a.value, 0, 0));
	return num_node(host, graph_unary(model_edit_graph(host->model), op, node_of(host, a)));
}

struct num num_binary(struct host *host, enum op op, struct num a, struct num b)
{
	int x, y;

	if (a.node == NODE_NONE && b.node == NODE_NONE)
		return num_of(op_apply(op, a.value, b.value, 0));
	x = node_of(host, a);
	y = node_of(host, b);
	return num_node(host, graph_binary(model_edit_graph(host->model), op, x, y));
}

struct num num_select(struct host *host, struct num condition, struct num yes, struct num no)
{
	int x, y;

	if (condition.node == NODE_NONE)
		return condition.value != 0 ? yes : no;
	x = node_of(host, yes);
	y = node_of(host, no);
	return num_node(host, graph_select(model_edit_graph(host->model), condition.node, x, y));
}

bool num_decide(struct host *host, struct num condition)
{
	return condition.node == NODE_NONE ? condition.value != 0 : trace_decide(host, condition.node);
}

/* ---- metamethods ---- */

/* While a file declares, arithmetic on a datum gives a datum, so that its source stays with it. */
static const struct datum *provenance(lua_State *L)
{
	const struct datum *a = value_datum(L, 1), *b = value_datum(L, 2);

	if (host_of(L)->mode != MODE_DECLARE)
		return NULL;
	if (a && b && b->basis == BASIS_ESTIMATE)
		return b;
	return a ? a : b;
}

static int push_result(lua_State *L, struct num result)
{
	const struct datum *from = result.node == NODE_NONE ? provenance(L) : NULL;
	struct datum datum;

	if (!from) {
		value_push(L, result);
		return 1;
	}
	datum = *from;
	datum.value = result.value;
	value_push_datum(L, &datum);
	return 1;
}

static struct num operand(lua_State *L, int index)
{
	struct num num = num_of(NAN);

	if (!to_num(L, index, &num))
		luaL_error(L, _("arithmetic and comparisons need numbers, but one side is %s%s"), value_kind(L, index),
		           lua_isboolean(L, index) ? _("; a comparison steers an `if`, it is not a number") : "");
	return num;
}

static int binary(lua_State *L, enum op op)
{
	const struct num a = operand(L, 1), b = operand(L, 2);

	return push_result(L, num_binary(host_of(L), op, a, b));
}

static int meta_add(lua_State *L) { return binary(L, OP_ADD); }
static int meta_sub(lua_State *L) { return binary(L, OP_SUB); }
static int meta_mul(lua_State *L) { return binary(L, OP_MUL); }
static int meta_div(lua_State *L) { return binary(L, OP_DIV); }
static int meta_pow(lua_State *L) { return binary(L, OP_POW); }

static int meta_unm(lua_State *L)
{
	return push_result(L, num_unary(host_of(L), OP_NEG, operand(L, 1)));
}

static int meta_idiv(lua_State *L)
{
	struct host *host = host_of(L);
	const struct num a = operand(L, 1), b = operand(L, 2);

	return push_result(L, num_unary(host, OP_FLOOR, num_binary(host, OP_DIV, a, b)));
}

/* a - floor(a / b) * b, as Lua defines it. */
static int meta_mod(lua_State *L)
{
	struct host *host = host_of(L);
	const struct num a = operand(L, 1), b = operand(L, 2);
	const struct num whole = num_unary(host, OP_FLOOR, num_binary(host, OP_DIV, a, b));

	return push_result(L, num_binary(host, OP_SUB, a, num_binary(host, OP_MUL, whole, b)));
}

static int compare(lua_State *L, enum op op)
{
	struct host *host = host_of(L);
	const struct num a = operand(L, 1), b = operand(L, 2);

	lua_pushboolean(L, num_decide(host, num_binary(host, op, a, b)));
	return 1;
}

static int meta_lt(lua_State *L) { return compare(L, OP_LT); }
static int meta_le(lua_State *L) { return compare(L, OP_LE); }

static int meta_eq(lua_State *L)
{
	const struct datum *a = value_datum(L, 1), *b = value_datum(L, 2);

	if (!a || !b)
		return luaL_error(L, _("`==` and `~=` can't be asked of model values; compare with <, <=, > or >= "
		                       "(a switch is on when it is >= 0.5; nearly equal: abs(a - b) < 1e-9)"));
	lua_pushboolean(L, a->value == b->value);
	return 1;
}

static int meta_index(lua_State *L)
{
	return luaL_error(L, _("a number has no field `%s`; the model's values are fields of v"), value_name(L, 2));
}

static int meta_call(lua_State *L)
{
	return luaL_error(L, _("a number can't be called; a series at another time is called by its bare name: name(v.t + 1)"));
}

static int meta_concat(lua_State *L)
{
	return luaL_error(L, _("a model value can't be made text"));
}

static int meta_len(lua_State *L)
{
	return luaL_error(L, _("a model value has no length"));
}

static int meta_bits(lua_State *L)
{
	return luaL_error(L, _("`&`, `|`, `~`, `<<` and `>>` work on bits, not on model values; a power is written ^"));
}

static int meta_tostring(lua_State *L)
{
	const struct datum *datum = value_datum(L, 1);

	if (!datum)
		return meta_concat(L);
	lua_pushnumber(L, datum->value);
	luaL_tolstring(L, -1, NULL);
	return 1;
}

static const luaL_Reg arithmetic[] = {
	{ "__add", meta_add }, { "__sub", meta_sub }, { "__mul", meta_mul }, { "__div", meta_div }, { "__pow", meta_pow },
	{ "__unm", meta_unm }, { "__idiv", meta_idiv }, { "__mod", meta_mod }, { "__lt", meta_lt }, { "__le", meta_le },
	{ NULL, NULL },
};

static const luaL_Reg others[] = {
	{ "__eq", meta_eq }, { "__index", meta_index }, { "__newindex", meta_index }, { "__call", meta_call },
	{ "__concat", meta_concat }, { "__tostring", meta_tostring }, { "__len", meta_len },
	{ "__band", meta_bits }, { "__bor", meta_bits }, { "__bxor", meta_bits }, { "__bnot", meta_bits }, { "__shl", meta_bits },
	{ "__shr", meta_bits },
	{ NULL, NULL },
};

void value_open(lua_State *L)
{
	luaL_newmetatable(L, VALUE_NAME);
	luaL_setfuncs(L, arithmetic, 0);
	luaL_setfuncs(L, others, 0);
	lua_pushboolean(L, false);
	lua_setfield(L, -2, "__metatable");
	lua_pop(L, 1);
}

void value_probe(lua_State *L, bool on)
{
	lua_pushboolean(L, false);
	if (on) {
		lua_newtable(L);
		luaL_setfuncs(L, arithmetic, 0);
	} else {
		lua_pushnil(L);
	}
	lua_setmetatable(L, -2);
	lua_pop(L, 1);
}
