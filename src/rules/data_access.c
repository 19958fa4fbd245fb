/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rules/data_access.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <lauxlib.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "base/fingerprint.h"
#include "base/text.h"
#include "data/table.h"
#include "rules/host.h"
#include "rules/sandbox.h"
#include "rules/value.h"

struct data_file {
	char *name, *path;
	struct fingerprint print;
	struct table *table;   /* NULL: it can't be used ... */
	char *fault;           /* ... and why: a file is read once */
};

struct data_cache {
	const char *const *dirs;
	size_t dir_count;
	struct data_file *files;   /* in order of name */
	size_t count, cap;
	size_t bytes;              /* read so far */
};

enum { CONDITIONS_MAX = 8 };

struct data_cache *data_cache_new(const char *const *dirs, size_t count)
{
	struct data_cache *cache = xmalloc(sizeof *cache);

	cache->dirs = dirs;
	cache->dir_count = count;
	return cache;
}

void data_cache_free(struct data_cache *cache)
{
	if (!cache)
		return;
	for (size_t i = 0; i < cache->count; i++) {
		free(cache->files[i].name);
		free(cache->files[i].path);
		free(cache->files[i].fault);
		table_free(cache->files[i].table);
	}
	free(cache->files);
	free(cache);
}

/* Whether anything has that name, be it a link that leads nowhere: opening it says what is wrong. */
static bool stands(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

/* The folders are told in the order in which they are looked at. */
static void complain_missing(const struct data_cache *cache, const char *name, struct err *err)
{
	struct buf folders = BUF_INIT;

	for (size_t i = cache->dir_count; i-- > 0;)
		buf_addf(&folders, "%s%s", folders.len ? ", " : "", cache->dirs[i]);
	err_set(err, _("there is no data file `%s` in %s"), name, cache->dir_count ? buf_text(&folders) : "?");
	buf_release(&folders);
}

/* The path of a data file: the last folder that has it. Only plain names: rules can't reach other folders. */
static char *find_path(const struct data_cache *cache, const char *name, struct err *err)
{
	if (!*name || *name == '.' || strchr(name, '/')) {
		err_set(err, _("`%s` is not the name of a data file; give a plain name as in \"population.csv\""), name);
		return NULL;
	}
	for (size_t i = cache->dir_count; i-- > 0;) {
		char *path = file_join(cache->dirs[i], name);

		if (stands(path))
			return path;
		free(path);
	}
	complain_missing(cache, name, err);
	return NULL;
}

static int read_file(struct data_cache *cache, struct data_file *file, const atomic_int *cancel, struct err *err)
{
	size_t length;
	char *bytes = file_read(file->path, FILE_TABLE_MAX, &length, err);

	if (!bytes)
		return -1;
	cache->bytes += length;
	if (cache->bytes > RULES_DATA_MAX) {
		free(bytes);
		return err_set(err, _("%s: the data files take more than %d MiB in all"), file->path, RULES_DATA_MAX >> 20);
	}
	file->print = (struct fingerprint)FINGERPRINT_INIT;
	fingerprint_add(&file->print, file->name, bytes, length);
	file->table = table_parse(file->path, bytes, length, cancel, err);
	free(bytes);
	return file->table ? 0 : -1;
}

static const struct data_file *keep_file(struct data_cache *cache, struct data_file file)
{
	size_t at = cache->count;

	cache->files = xgrow(cache->files, cache->count, &cache->cap, sizeof *cache->files);
	for (; at > 0 && strcmp(cache->files[at - 1].name, file.name) > 0; at--)
		cache->files[at] = cache->files[at - 1];
	cache->files[at] = file;
	cache->count++;
	return &cache->files[at];
}

static const struct data_file *find_file(const struct data_cache *cache, const char *name)
{
	for (size_t i = 0; i < cache->count; i++)
		if (!strcmp(cache->files[i].name, name))
			return &cache->files[i];
	return NULL;
}

const struct table *data_table(struct host *host, const char *name, struct err *err)
{
	const struct data_file *known = find_file(host->data, name);
	const double begin = sandbox_clock();

	if (!known) {
		struct data_file file = { .path = find_path(host->data, name, err) };

		if (!file.path)
			return NULL;
		file.name = xstrdup(name);
		if (read_file(host->data, &file, host->cancel, err))
			file.fault = xstrdup(err->text);
		known = keep_file(host->data, file);
		sandbox_excuse(host, begin);
	}
	if (!known->table)
		err_set(err, "%s", known->fault);
	return known->table;
}

size_t data_count(const struct data_cache *cache)
{
	return cache->count;
}

const char *data_path(const struct data_cache *cache, size_t i)
{
	return cache->files[i].path;
}

struct fingerprint data_print(const struct data_cache *cache, size_t i)
{
	return cache->files[i].print;
}

void data_fingerprint(const struct data_cache *cache, struct fingerprint *fingerprint)
{
	for (size_t i = 0; i < cache->count; i++)
		fingerprint_add(fingerprint, cache->files[i].name, &cache->files[i].print, sizeof cache->files[i].print);
}

/* ---- functions of the library ---- */

static const struct table *table_argument(lua_State *L)
{
	struct host *host = host_of(L);
	const struct table *table;
	struct err err;

	if (host->mode != MODE_DECLARE)
		luaL_error(L, _("data are read while a file loads: write `local x = data(...)` outside of the equation"));
	if (lua_type(L, 1) != LUA_TSTRING || lua_type(L, 2) != LUA_TSTRING)
		luaL_error(L, _("file and column are text: data(\"file.csv\", \"column\", { ... })"));
	table = data_table(host, lua_tostring(L, 1), &err);
	if (!table)
		luaL_error(L, "%s", err.text);
	return table;
}

static int column_argument(lua_State *L, const struct table *table)
{
	struct err err;
	const int column = table_column(table, lua_tostring(L, 2), &err);

	if (column < 0)
		luaL_error(L, "%s", err.text);
	return column;
}

/* Conditions { key = value, ... } at a stack index; their texts stay on the stack. */
static size_t read_conditions(lua_State *L, int index, struct table_where *where)
{
	size_t count = 0;

	luaL_checkstack(L, 4 * CONDITIONS_MAX, NULL);
	lua_pushnil(L);
	while (lua_next(L, index)) {
		if (count == CONDITIONS_MAX || lua_type(L, -2) != LUA_TSTRING || !lua_isstring(L, -1))
			luaL_error(L, _("conditions are written { column = value }, at most %d of them, each text or a number"), CONDITIONS_MAX);
		where[count].column = lua_tostring(L, -2);
		where[count++].value = luaL_tolstring(L, -1, NULL);
		lua_pushvalue(L, -3);  /* the key again, for lua_next; key, value and text below it keep the texts alive */
	}
	return count;
}

static enum basis basis_of(const char *text)
{
	if (!text)
		return BASIS_NONE;
	return !strcmp(text, "published") ? BASIS_PUBLISHED : !strcmp(text, "definition") ? BASIS_DEFINITION : BASIS_ESTIMATE;
}

static void push_cell(lua_State *L, const struct table *table, size_t row, int column)
{
	struct datum datum = { .source = table_source(table, row), .basis = basis_of(table_basis(table, row)) };
	struct err err;

	if (table_number(table, row, (size_t)column, &datum.value, &err))
		luaL_error(L, "%s", err.text);
	value_push_datum(L, &datum);
}

int data_cell(lua_State *L)
{
	const struct table *table = table_argument(L);
	const int column = column_argument(L, table);
	struct table_where where[CONDITIONS_MAX];
	size_t count, row;
	struct err err;

	if (!lua_istable(L, 3))
		luaL_error(L, _("data needs what tells the row: data(\"file.csv\", \"column\", { id = \"...\" })"));
	count = read_conditions(L, 3, where);
	sandbox_charge(host_of(L), (long)(table_rows(table) * (count + 1) / 4));
	if (table_find_one(table, where, count, &row, &err))
		return luaL_error(L, "%s", err.text);
	push_cell(L, table, row, column);
	return 1;
}

struct ordered_row {
	double key;
	size_t row;
};

static int by_key(const void *a, const void *b)
{
	const struct ordered_row *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->row > y->row) - (x->row < y->row);
}

/* The rows that meet the conditions, in the order wanted, in memory of Lua's. */
static struct ordered_row *find_rows(lua_State *L, const struct table *table, const struct table_where *where, size_t conditions,
                                     const char *order_by, size_t *count)
{
	struct ordered_row *ordered;
	size_t *rows;
	struct err err;
	const int key = order_by ? table_column(table, order_by, &err) : 0;

	if (key < 0 || table_find(table, where, conditions, &rows, count, &err))
		luaL_error(L, "%s", err.text);
	ordered = lua_newuserdatauv(L, (*count + 1) * sizeof *ordered, 0);
	for (size_t i = 0; i < *count; i++)
		ordered[i] = (struct ordered_row){ .key = 0, .row = rows[i] };
	free(rows);
	for (size_t i = 0; order_by && i < *count; i++)
		if (table_number(table, ordered[i].row, (size_t)key, &ordered[i].key, &err))
			luaL_error(L, "%s", err.text);
	qsort(ordered, *count, sizeof *ordered, by_key);
	return ordered;
}

/* Nothing but { order_by = "...", where = { ... } }. */
static void check_column_fields(lua_State *L)
{
	bool good = lua_isnoneornil(L, 3) || lua_istable(L, 3);

	for (lua_pushnil(L); good && lua_istable(L, 3) && lua_next(L, 3); lua_pop(L, 1)) {
		const char *key = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "";

		good = (!strcmp(key, "order_by") && lua_type(L, -1) == LUA_TSTRING) || (!strcmp(key, "where") && lua_istable(L, -1));
	}
	lua_settop(L, 3);
	if (!good)
		luaL_error(L, _("column takes { order_by = \"column\", where = { column = value } }"));
}

int data_column(lua_State *L)
{
	const struct table *table = table_argument(L);
	const int column = column_argument(L, table);
	struct table_where where[CONDITIONS_MAX];
	const char *order_by = NULL;
	size_t conditions = 0, count;
	const struct ordered_row *rows;

	check_column_fields(L);
	if (lua_istable(L, 3)) {
		if (lua_getfield(L, 3, "order_by") == LUA_TSTRING)
			order_by = lua_tostring(L, -1);
		if (lua_getfield(L, 3, "where") == LUA_TTABLE)
			conditions = read_conditions(L, lua_gettop(L), where);
	}
	sandbox_charge(host_of(L), (long)(table_rows(table) * (conditions + 4)));
	rows = find_rows(L, table, where, conditions, order_by, &count);
	lua_createtable(L, (int)count, 0);
	for (size_t i = 0; i < count; i++) {
		push_cell(L, table, rows[i].row, column);
		lua_rawseti(L, -2, (lua_Integer)i + 1);
	}
	return 1;
}
