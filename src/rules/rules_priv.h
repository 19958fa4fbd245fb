/* SPDX-License-Identifier: MIT
 *
 * Between rules.c and reference.c only.
 */
#ifndef PS_RULES_RULES_PRIV_H
#define PS_RULES_RULES_PRIV_H

struct host;
struct rules;

struct host *rules_host(struct rules *rules);

#endif
