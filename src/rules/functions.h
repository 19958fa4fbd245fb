/* SPDX-License-Identifier: MIT
 *
 * The list of the library's functions, for the manual and for completion.  Knows nothing of Lua, so that anyone may include it.
 */
#ifndef PS_RULES_FUNCTIONS_H
#define PS_RULES_FUNCTIONS_H

#include <stdbool.h>
#include <stddef.h>

struct lua_State;

struct library_function {
	const char *name;
	int (*function)(struct lua_State *);
	const char *usage;   /* how it is called */
	const char *help;    /* what it gives; to be translated with _() */
	const char *example; /* a call, `--`, and the number it gives, or `YEAR: NUMBER, ...` in a run in quarters from 2026 */
	bool has_memory;     /* remembers from step to step */
};

const struct library_function *library_functions(size_t *count);

#endif
