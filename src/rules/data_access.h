/* SPDX-License-Identifier: MIT
 *
 * Data for rules: cells, columns and series of the CSV files in the data folders, each file read once.  For src/rules only.
 */
#ifndef PS_RULES_DATA_ACCESS_H
#define PS_RULES_DATA_ACCESS_H

#include <stddef.h>

#include <lua.h>

struct data_cache;
struct err;
struct fingerprint;
struct host;
struct table;

struct data_cache *data_cache_new(const char *const *dirs, size_t count);
void data_cache_free(struct data_cache *cache);

/* The table of a data file by its name, borrowed; NULL and `err`. Reading it does not count as time that the rules take. */
const struct table *data_table(struct host *host, const char *name, struct err *err);
size_t data_count(const struct data_cache *cache);
const char *data_path(const struct data_cache *cache, size_t i);   /* of each file read */
struct fingerprint data_print(const struct data_cache *cache, size_t i);   /* its name and content */

/* Adds names and contents of the files read, in order of name. */
void data_fingerprint(const struct data_cache *cache, struct fingerprint *fingerprint);

/* ---- functions of the library ---- */
int data_cell(lua_State *L);
int data_column(lua_State *L);

#endif
