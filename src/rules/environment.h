/* SPDX-License-Identifier: MIT
 *
 * The names that rules see: the library and the helpers that files declare for each other, through an environment of each file's own.
 * For src/rules only.
 */
#ifndef PS_RULES_ENVIRONMENT_H
#define PS_RULES_ENVIRONMENT_H

#include <lua.h>

/* Makes the tables that all files share. Needs to be called once, protected. */
void environment_open(lua_State *L);

/* The table of what every rule file sees, on the stack: the library and the helpers that files declare. */
void environment_push_shared(lua_State *L);

/* A new environment for a rule file, on the stack: reads shared names (an unknown one is an error with a suggestion), writes declare
 * helpers while declaring and are an error later. */
void environment_push(lua_State *L);

/* Pushes an empty table that reads the one on the top, and in which writing calls `refuse`. */
void environment_push_view(lua_State *L, lua_CFunction refuse);

/* A read-only view of the table on the top, which it replaces; reading what is not there is an error with its name. */
void environment_protect(lua_State *L, const char *name);

#endif
