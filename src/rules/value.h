/* SPDX-License-Identifier: MIT
 *
 * Values: what stands for a number in rules.  A plain Lua number is itself; a *symbol* is a node of the expression graph while an
 * equation is traced; a *datum* is a number read from a data file, with its source.  For src/rules only.
 *
 * All arithmetic of the library is written once over `struct num`, which is either.
 */
#ifndef PS_RULES_VALUE_H
#define PS_RULES_VALUE_H

#include <stdbool.h>

#include <lua.h>

#include "model/graph.h"
#include "model/model.h"

struct host;

struct num {
	int node;       /* NODE_NONE: a number */
	double value;
};

/* Provenance of a datum; the strings live as long as the host. */
struct datum {
	double value;
	const char *source;
	enum basis basis;
};

/* Registers the metatables. Needs to be called once, protected. */
void value_open(lua_State *L);

struct num num_of(double value);

/* The number at a stack index: number, symbol or datum; anything else is a Lua error that names argument `what`. */
struct num value_check(lua_State *L, int index, const char *what);
bool value_is(lua_State *L, int index);

/* A symbol of an earlier call: an equation that kept it would depend on more than its v. */
bool value_is_stale(lua_State *L, int index);

/* What is at a stack index, in an author's words: "a number", "text", "nothing (nil)", ... */
const char *value_kind(lua_State *L, int index);

/* What was given as a name, for messages: the address of a table differs from run to run. */
const char *value_name(lua_State *L, int index);

/* `__newindex` of the views of the model that equations get. */
int value_refuse_set(lua_State *L);

const struct datum *value_datum(lua_State *L, int index);   /* NULL: not one */
void value_push(lua_State *L, struct num value);
void value_push_datum(lua_State *L, const struct datum *datum);

/* Operators on either: numbers give a number, anything else a node. */
struct num num_unary(struct host *host, enum op op, struct num a);
struct num num_binary(struct host *host, enum op op, struct num a, struct num b);
struct num num_select(struct host *host, struct num condition, struct num yes, struct num no);
struct num num_lookup(struct host *host, int table, struct num x);

/* A traced condition's answer on the present path (numbers: their truth). */
bool num_decide(struct host *host, struct num condition);

/* While one symbol is probed as a condition (trace.h) it is pushed as `false`; booleans then act as the symbol in arithmetic. */
void value_probe(lua_State *L, bool on);

#endif
