/* SPDX-License-Identifier: MIT
 *
 * Declaring: the words `model`, `group`, `lever`, `uncertainty`, ... that rule files call, and what is checked once all files have run.
 * For src/rules only.
 */
#ifndef PS_RULES_DECLARE_H
#define PS_RULES_DECLARE_H

struct host;
struct lua_State;

/* Puts the words into the sandbox's shared table. Protected call. */
void declare_open(struct lua_State *L);

/* A declaration without its table, a check that names an unknown lever, an undeclared group, no model {}: reported. */
void declare_finish(struct host *host);

/* Forgets what declarations left with the host. */
void declare_release(struct host *host);

#endif
