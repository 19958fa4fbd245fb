/* SPDX-License-Identifier: MIT
 *
 * Proving: every equation's trace must give what the equation gives as plain Lua, at several states of the model; and no equation may
 * give something that is not a finite number at the first step.  For src/rules only.
 */
#ifndef PS_RULES_PROVE_H
#define PS_RULES_PROVE_H

struct host;

/* What does not hold goes to the host's diagnostics. The model must be finished. Protected call. */
void prove_all(struct host *host);

#endif
