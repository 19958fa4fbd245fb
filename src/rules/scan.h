/* SPDX-License-Identifier: MIT
 *
 * A look at the text of rule files for what Lua never tells us when it runs: `==` on model values, where conditions stand at all, and what
 * stands on one line.  For src/rules only.
 */
#ifndef PS_RULES_SCAN_H
#define PS_RULES_SCAN_H

#include <stdbool.h>
#include <stddef.h>

struct equation;
struct host;
struct rule_file;

/* Marks equations whose text holds conditions; reports `==` or `~=` beside a model value (v.x == 1), and several functions with memory on a
 * line with a condition. */
void scan_files(struct host *host);

/* Numbers that stand beside == or ~= in any rule file; at most `cap`. Returns how many. */
size_t scan_compared_numbers(const struct host *host, double *numbers, size_t cap);

/* The last line of the declaration that begins in the first line of a text, which is line `line` of its file: where its table ends. */
int scan_declaration_end(const char *text, const char *end, int line);

/* Whether any rule file has an == or ~= at all. */
bool scan_has_equality(const struct host *host);

/* The line of the first == or ~= in an equation's text, 0: none. */
int scan_equality_line(const struct host *host, const struct equation *equation);

#endif
