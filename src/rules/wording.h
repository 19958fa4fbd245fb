/* SPDX-License-Identifier: MIT
 *
 * Wording: what Lua itself says of a mistake, in the words and the language of who writes rules.  For src/rules only.
 */
#ifndef PS_RULES_WORDING_H
#define PS_RULES_WORDING_H

/* What is wrong and what to do, for a message of Lua's without its place; a message that is none of Lua's comes back as it is. The
 * caller's to free. */
char *wording(const char *message);

#endif
