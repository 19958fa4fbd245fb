/* SPDX-License-Identifier: MIT
 *
 * The sandbox: a Lua state in which rules can only compute, and the one way to call into it.  For src/rules only.
 */
#ifndef PS_RULES_SANDBOX_H
#define PS_RULES_SANDBOX_H

#include <locale.h>
#include <stdbool.h>

#include "rules/host.h"

/* While rules run text is ordered by its bytes, whatever the user's locale: the same everywhere. Of the calling thread only. */
struct sandbox_order {
	locale_t plain, before;
};
void sandbox_enter_order(struct sandbox_order *order);
void sandbox_leave_order(struct sandbox_order *order);

/* Makes host->lua: memory counted and capped, instructions counted, nothing in it yet but the host. -1 when it can't be made. */
int sandbox_open(struct host *host);
void sandbox_close(struct host *host);

/* A load begins, which has so many instructions and so much of the thread's processor time in all; or it ended, and both are
 * unlimited. */
void sandbox_begin_load(struct host *host);
void sandbox_end_load(struct host *host);

/* True when the load has used up what it had: whoever loops over equations stops. */
bool sandbox_is_spent(const struct host *host);
const char *sandbox_spent_message(void);   /* what to say of it */

/* Work that takes the time it takes, as reading a data file: `sandbox_clock` before it, and this after it. */
double sandbox_clock(void);
void sandbox_excuse(struct host *host, double since);

/* Gives the calls that follow so many instructions; `of` names what they are for, in the remedy. */
void sandbox_budget(struct host *host, long instructions, const char *of);

/* Takes so many instructions' worth for work that the hook does not see; a Lua error when budget or load are used up. */
void sandbox_charge(struct host *host, long instructions);

/* The same where no error can be raised: the load is spent at the next occasion. */
void sandbox_spend(struct host *host, long instructions);

/* Calls the function under `arguments` on the stack, protected. On success `results` values are left; on failure false and one
 * message. Asserts that the stack's height is as it should be. */
bool sandbox_call(struct host *host, int arguments, int results);

/* The same within a call, for so many instructions at most of those that are left: what takes too long is `of`. */
bool sandbox_call_apart(struct host *host, int arguments, int results, long instructions, const char *of);

/* Compiles a text chunk named `chunk` with the value on the top as its environment, which is popped; leaves the function, or
 * false and a message. */
bool sandbox_compile(struct host *host, const char *text, size_t length, const char *chunk);

#endif
