/* SPDX-License-Identifier: MIT
 *
 * The library that rules see: the functions of system dynamics by their usual names, and the few of Lua's own that only compute.
 * One table (library.c) names each, says how it is called and what it gives; the manual's list is made from it.
 */
#ifndef PS_RULES_LIBRARY_H
#define PS_RULES_LIBRARY_H

#include <stdbool.h>

#include <lua.h>

/* Fills the shared table of the sandbox. Protected call. */
void library_open(lua_State *L);

/* Pushes the series of that name as a function of time; false and nothing if there is none. */
bool library_push_series(lua_State *L, const char *name);

/* table.insert, pairs and the like, whose cost is charged to the budget (library_lua.c); the environment is on the top of the stack. */
void library_open_lua(lua_State *L);

#endif
