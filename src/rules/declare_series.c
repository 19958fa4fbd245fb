/* SPDX-License-Identifier: MIT
 *
 * Declaring series: points in the rule file, or columns of a data file.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>

#include "base/alloc.h"
#include "base/err.h"
#include "data/series.h"
#include "data/table.h"
#include "rules/data_access.h"
#include "rules/declare_priv.h"
#include "rules/sandbox.h"
#include "rules/value.h"

struct series_fields {
	struct decl decl;           /* first: fields are read through it */
	char *file, *time, *value;
	double scale;
	struct table_where where[8];
	size_t conditions;
	double (*points)[2];
	size_t point_count;
};

static struct series_fields *of_series(struct decl *d)
{
	return (struct series_fields *)(void *)d;
}

static void read_series_file(struct decl *d, const char *name) { field_string(d, name, &of_series(d)->file); }
static void read_series_time(struct decl *d, const char *name) { field_string(d, name, &of_series(d)->time); }
static void read_series_value(struct decl *d, const char *name) { field_string(d, name, &of_series(d)->value); }
static void read_series_scale(struct decl *d, const char *name) { field_number(d, name, &of_series(d)->scale); }

/* A key and a value on the top that can be a condition: column = value. */
static bool is_condition(lua_State *L)
{
	return lua_type(L, -2) == LUA_TSTRING && lua_isstring(L, -1) && lua_rawlen(L, -2) <= RULES_LONG_NAME_MAX &&
	       lua_rawlen(L, -1) <= RULES_LONG_NAME_MAX;
}

static void read_series_where(struct decl *d, const char *name)
{
	lua_State *L = d->host->lua;
	struct series_fields *s = of_series(d);

	if (!field_list(d, name))
		return;
	for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
		if (s->conditions == ARRAY_LEN(s->where) || !is_condition(L)) {
			fields_report(d, name, _("must be { column = value }, at most %d of them, each text or a number"), (int)ARRAY_LEN(s->where));
			continue;
		}
		s->where[s->conditions].column = xstrdup(lua_tostring(L, -2));
		lua_pushvalue(L, -1);
		s->where[s->conditions++].value = xstrdup(lua_tostring(L, -1));
		lua_pop(L, 1);
	}
}

static bool is_number_at(lua_State *L, lua_Integer i)
{
	bool is;

	lua_rawgeti(L, -1, i);
	is = value_is(L, -1);
	lua_pop(L, 1);
	return is;
}

static void read_series_points(struct decl *d, const char *name)
{
	lua_State *L = d->host->lua;
	struct series_fields *s = of_series(d);
	const size_t count = lua_istable(L, -1) ? lua_rawlen(L, -1) : 0;

	if (count == 0 || count > RULES_POINTS_MAX) {
		fields_report(d, name, _("must be { { x1, y1 }, { x2, y2 }, ... }"));
		return;
	}
	if (!host_keep(d->host, count * sizeof *s->points))
		return;
	sandbox_spend(d->host, (long)count * 8);
	s->points = xcalloc(count, sizeof *s->points);
	for (; s->point_count < count; s->point_count++) {
		double *point = s->points[s->point_count];
		bool good;

		lua_rawgeti(L, -1, (lua_Integer)s->point_count + 1);
		good = lua_istable(L, -1) && is_number_at(L, 1) && is_number_at(L, 2) && declare_element(d, name, 1, &point[0]) &&
		       declare_element(d, name, 2, &point[1]);
		if (!good)
			fields_report(d, name, _("must be { { x1, y1 }, { x2, y2 }, ... }; point %d is not"), (int)s->point_count + 1);
		lua_pop(L, 1);
		if (!good)
			return;
	}
}

static const struct field series_fields[] = {
	{ "file", read_series_file },   { "time", read_series_time },   { "value", read_series_value },
	{ "scale", read_series_scale }, { "where", read_series_where }, { "points", read_series_points },
	{ NULL, NULL },
};

static struct series *series_of_points(const struct series_fields *s, struct err *err)
{
	double *x = xcalloc(s->point_count, sizeof *x), *y = xcalloc(s->point_count, sizeof *y);
	struct series *series;

	for (size_t i = 0; i < s->point_count; i++) {
		x[i] = s->points[i][0];
		y[i] = s->points[i][1];
	}
	series = series_from_points(x, y, s->point_count, err);
	free(x);
	free(y);
	return series;
}

static struct series *series_of_file(const struct series_fields *s, struct err *err)
{
	const struct series_spec spec = {
		.time = s->time ? s->time : "year", .value = s->value, .where = s->where, .conditions = s->conditions, .scale = s->scale,
	};
	const struct table *table = data_table(s->decl.host, s->file, err);

	if (table)
		sandbox_spend(s->decl.host, (long)table_rows(table) * 8);
	return table ? series_from_table(table, &spec, err) : NULL;
}

static void finish_series(struct series_fields *s)
{
	struct decl *d = &s->decl;
	struct series *series = NULL;
	struct err err;

	if (d->failed)
		return;
	if (s->points && !s->file)
		series = series_of_points(s, &err);
	else if (s->file && s->value && !s->points)
		series = series_of_file(s, &err);
	else
		err_set(&err, _("needs `file` and `value` (and `time`, `where`), or `points`"));
	if (!series) {
		fields_report(d, NULL, "%s", err.text);
		return;
	}
	host_keep(d->host, series_count(series) * 2 * sizeof(double));
	d->source = series_source(series);
	if (series_basis(series))
		d->basis = !strcmp(series_basis(series), "published") ? BASIS_PUBLISHED : BASIS_ESTIMATE;
	declare_target(d)->table = model_add_table(d->host->model, series);
}

static void release_series(struct series_fields *s)
{
	free(s->file);
	free(s->time);
	free(s->value);
	free(s->points);
	for (size_t i = 0; i < s->conditions; i++) {
		free((char *)s->where[i].column);
		free((char *)s->where[i].value);
	}
}

void declare_read_series(struct decl *decl, const struct field *common)
{
	struct series_fields s = { .decl = *decl };

	fields_read(&s.decl, series_fields, common);
	finish_series(&s);
	*decl = s.decl;
	release_series(&s);
}
