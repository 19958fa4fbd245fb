/* SPDX-License-Identifier: MIT
 *
 * Between library.c (the table, plain functions, functions of time, lookups) and library_memory.c.
 */
#ifndef PS_RULES_LIBRARY_PRIV_H
#define PS_RULES_LIBRARY_PRIV_H

#include <lua.h>

#include "rules/value.h"

/* Argument `i` of the running function, which carries its name as its first upvalue: an error names both. */
struct num library_argument(lua_State *L, int i);

/* a / b, or `otherwise` where b is (nearly) zero. */
struct num library_safe_ratio(struct host *host, struct num a, struct num b, struct num otherwise);

static inline int give(lua_State *L, struct num result)
{
	value_push(L, result);
	return 1;
}

static inline struct num constant(double value)
{
	return num_of(value);
}

static inline struct num add(struct host *h, struct num a, struct num b) { return num_binary(h, OP_ADD, a, b); }
static inline struct num sub(struct host *h, struct num a, struct num b) { return num_binary(h, OP_SUB, a, b); }
static inline struct num mul(struct host *h, struct num a, struct num b) { return num_binary(h, OP_MUL, a, b); }
static inline struct num divide(struct host *h, struct num a, struct num b) { return num_binary(h, OP_DIV, a, b); }

/* The functions with memory, for the table. */
int library_smooth(lua_State *L);
int library_smooth3(lua_State *L);
int library_delay1(lua_State *L);
int library_delay3(lua_State *L);
int library_delay_fixed(lua_State *L);
int library_trend(lua_State *L);
int library_forecast(lua_State *L);
int library_npv(lua_State *L);
int library_sample_if_true(lua_State *L);

#endif
