/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rules/declare.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/text.h"
#include "data/series.h"
#include "data/table.h"
#include "rules/claims.h"
#include "rules/data_access.h"
#include "rules/fields.h"
#include "rules/sandbox.h"
#include "rules/value.h"

/* A word that was given a name and waits for its table; a setting of a check, whose lever may be declared later. */
struct pending {
	struct pending *next;
	enum { PENDING_TABLE, PENDING_CHANGE } what;
	const char *word;
	char *id;
	struct place place;
	int variable;               /* PENDING_CHANGE: the check; `id` names what it sets */
	bool versus;
	struct change change;
};

#define SPREAD_NAME "spread"

static struct variable *target(const struct decl *decl)
{
	return model_edit(decl->host->model, decl->variable);
}

static void add_pending(struct host *host, struct pending what)
{
	struct pending *p;

	if (host->pending_count >= RULES_SETTINGS_MAX)
		luaL_error(host->lua, _("more than %d settings of checks and declarations without their table"), RULES_SETTINGS_MAX);
	p = xmalloc(sizeof *p);
	*p = what;
	p->id = xstrdup(what.id);
	p->next = host->pending;
	host->pending = p;
	host->pending_count++;
}

/* ---- fields of all variables ---- */

static void read_label(struct decl *d, const char *name) { field_text(d, name, &target(d)->label); }
static void read_help(struct decl *d, const char *name) { field_text(d, name, &target(d)->help); }
static void read_unit(struct decl *d, const char *name) { field_string(d, name, &target(d)->unit); }
static void read_group(struct decl *d, const char *name) { field_string(d, name, &target(d)->group); }

static void add_source(struct variable *v, char *source)
{
	v->sources = xrealloc(v->sources, v->source_count + 1, sizeof *v->sources);
	v->sources[v->source_count++] = source;
}

static bool is_short_list(struct decl *d, const char *name)
{
	if (!field_list(d, name))
		return false;
	if (lua_rawlen(d->host->lua, -1) <= RULES_LIST_MAX)
		return true;
	fields_report(d, name, _("must be a list of at most %d"), RULES_LIST_MAX);
	return false;
}

static void read_source(struct decl *d, const char *name)
{
	lua_State *L = d->host->lua;
	char *source = NULL;

	if (!lua_istable(L, -1)) {
		if (field_string(d, name, &source))
			add_source(target(d), source);
		return;
	}
	if (!is_short_list(d, name))
		return;
	for (lua_Integer i = 1; lua_rawgeti(L, -1, i) != LUA_TNIL; i++, source = NULL) {
		if (field_string(d, name, &source))
			add_source(target(d), source);
		lua_pop(L, 1);
	}
	lua_pop(L, 1);
}

static void read_basis(struct decl *d, const char *name)
{
	static const char *const words[] = { "published", "estimate", "definition", NULL };
	int which;

	if (field_one_of(d, name, words, &which))
		target(d)->basis = (enum basis)(BASIS_PUBLISHED + which);
}

static const struct field common[] = {
	{ "label", read_label }, { "help", read_help },     { "unit", read_unit },
	{ "group", read_group }, { "source", read_source }, { "basis", read_basis },
	{ NULL, NULL },
};

/* ---- inputs ---- */

static void read_default(struct decl *d, const char *name) { field_number(d, name, &target(d)->value); }
static void read_step(struct decl *d, const char *name) { field_number(d, name, &target(d)->step); }
static void read_switch(struct decl *d, const char *name) { field_flag(d, name, &target(d)->is_switch); }

static bool read_element(struct decl *d, const char *name, lua_Integer i, double *value)
{
	bool good;

	lua_rawgeti(d->host->lua, -1, i);
	good = field_number(d, name, value);
	lua_pop(d->host->lua, 1);
	return good;
}

static void read_range(struct decl *d, const char *name)
{
	struct variable *v = target(d);

	if (!lua_istable(d->host->lua, -1) || lua_rawlen(d->host->lua, -1) != 2)
		fields_report(d, name, _("must be { lowest, highest }"));
	else if (read_element(d, name, 1, &v->lo) && read_element(d, name, 2, &v->hi) && v->lo >= v->hi)
		fields_report(d, name, _("must be { lowest, highest }, but %g is not below %g"), v->lo, v->hi);
}

/* What kind of value element `i` of the list on the top is. */
static int element_type(lua_State *L, lua_Integer i)
{
	const int type = lua_rawgeti(L, -1, i);
	const bool datum = value_datum(L, -1) != NULL;

	lua_pop(L, 1);
	return datum ? LUA_TNUMBER : type;
}

static bool is_mark(lua_State *L)
{
	return lua_istable(L, -1) && element_type(L, 1) == LUA_TNUMBER &&
	       (element_type(L, 2) == LUA_TSTRING || element_type(L, 2) == LUA_TTABLE);
}

static void read_mark(struct decl *d, const char *name)
{
	lua_State *L = d->host->lua;
	struct mark mark = { 0 };

	if (!is_mark(L)) {
		fields_report(d, name, _("must be a list of { value, label, source = \"...\" }"));
		return;
	}
	read_element(d, name, 1, &mark.value);
	lua_rawgeti(L, -1, 2);
	field_text(d, name, &mark.label);
	lua_pop(L, 1);
	lua_pushstring(L, "source");
	if (lua_rawget(L, -2) != LUA_TNIL)
		field_string(d, name, &mark.source);
	lua_pop(L, 1);
	target(d)->marks = xrealloc(target(d)->marks, target(d)->mark_count + 1, sizeof mark);
	target(d)->marks[target(d)->mark_count++] = mark;
}

static void read_marks(struct decl *d, const char *name)
{
	lua_State *L = d->host->lua;

	if (!is_short_list(d, name))
		return;
	for (lua_Integer i = 1; lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
		read_mark(d, name);
		lua_pop(L, 1);
	}
	lua_pop(L, 1);
}

static void read_spread(struct decl *d, const char *name)
{
	const struct spread *spread = luaL_testudata(d->host->lua, -1, SPREAD_NAME);

	if (spread)
		target(d)->spread = *spread;
	else
		fields_report(d, name, _("must be triangular(lo, mode, hi), uniform(lo, hi), normal(mean, sd) or fixed()"));
}

static const struct field lever_fields[] = {
	{ "default", read_default }, { "range", read_range },   { "step", read_step },
	{ "marks", read_marks },     { "switch", read_switch }, { NULL, NULL },
};

static const struct field uncertainty_fields[] = {
	{ "default", read_default }, { "spread", read_spread }, { "range", read_range }, { "step", read_step },
	{ "marks", read_marks },     { "switch", read_switch }, { NULL, NULL },
};

/* The range that an uncertainty has when none is given. */
static void guess_range(struct variable *v)
{
	const struct spread *s = &v->spread;

	if (v->kind != VAR_UNCERTAINTY || !isnan(v->lo))
		return;
	if (v->is_switch) {
		v->lo = 0, v->hi = 1;
	} else if (s->kind == SPREAD_FIXED) {
		v->lo = fmin(v->value * 0.5, v->value * 1.5);
		v->hi = fmax(v->value * 0.5, v->value * 1.5);
	} else {
		v->lo = s->lo, v->hi = s->hi;
	}
}

static bool has_field_of_name(struct decl *d, const char *name)
{
	lua_State *L = d->host->lua;
	bool has;

	lua_pushstring(L, name);
	has = lua_rawget(L, d->table) != LUA_TNIL;
	lua_pop(L, 1);
	return has;
}

static void finish_input(struct decl *d)
{
	struct variable *v = target(d);

	if (v->is_switch && isnan(v->lo))
		v->lo = 0, v->hi = 1, v->step = 1;
	if (!isnan(v->value))
		guess_range(v);
	if (d->failed)
		return;
	if (v->kind == VAR_UNCERTAINTY && !has_field_of_name(d, "spread"))
		fields_report(d, NULL, _("needs a spread: write `spread = triangular(lo, mode, hi)`, uniform(lo, hi), normal(mean, sd), or fixed() if it is not to be drawn"));
	else if (isnan(v->value))
		fields_report(d, NULL, _("needs a default: write `default = number`"));
	else if (isnan(v->lo) || v->lo >= v->hi)
		fields_report(d, NULL, _("needs a range: write `range = { lowest, highest }`"));
	else if (v->value < v->lo || v->value > v->hi)
		fields_report(d, "default", _("%g lies outside of the range %g to %g"), v->value, v->lo, v->hi);
	else if (var_is_drawn(v) && (v->spread.lo < v->lo || v->spread.hi > v->hi))
		fields_report(d, "spread", _("goes from %g to %g, past the range %g to %g"), v->spread.lo, v->spread.hi, v->lo, v->hi);
	else if (var_is_drawn(v) && (v->value < v->spread.lo || v->value > v->spread.hi))
		fields_report(d, "default", _("%g lies outside of the spread %g to %g"), v->value, v->spread.lo, v->spread.hi);
	else if (v->step < 0 || v->step > v->hi - v->lo)
		fields_report(d, "step", _("must lie between 0 and the width of the range"));
	else if (v->is_switch && (v->lo != 0 || v->hi != 1 || (v->value != 0 && v->value != 1)))
		fields_report(d, "switch", _("is for levers that are 0 or 1"));
	if (v->is_switch)
		v->step = 1;
	for (size_t i = 0; !d->failed && i < v->mark_count; i++)
		if (v->marks[i].value < v->lo || v->marks[i].value > v->hi)
			fields_report(d, "marks", _("has %g, which lies outside of the range %g to %g"), v->marks[i].value, v->lo, v->hi);
}

/* ---- spreads ---- */

static int push_spread(lua_State *L, struct spread spread)
{
	struct spread *s = lua_newuserdatauv(L, sizeof *s, 0);

	*s = spread;
	luaL_setmetatable(L, SPREAD_NAME);
	return 1;
}

static int spread_triangular(lua_State *L)
{
	const struct spread s = {
		.kind = SPREAD_TRIANGULAR, .lo = value_check(L, 1, _("the lowest value")).value,
		.mode = value_check(L, 2, _("the mode")).value, .hi = value_check(L, 3, _("the highest value")).value,
	};

	if (!(s.lo <= s.mode && s.mode <= s.hi && s.lo < s.hi && isfinite(s.hi - s.lo)))
		return luaL_error(L, _("triangular(lo, mode, hi) needs lo <= mode <= hi and lo < hi, not (%f, %f, %f)"), s.lo, s.mode, s.hi);
	return push_spread(L, s);
}

static int spread_uniform(lua_State *L)
{
	const struct spread s = {
		.kind = SPREAD_UNIFORM, .lo = value_check(L, 1, _("the lowest value")).value,
		.hi = value_check(L, 2, _("the highest value")).value,
	};

	if (!(s.lo < s.hi && isfinite(s.hi - s.lo)))
		return luaL_error(L, _("uniform(lo, hi) needs lo < hi, not (%f, %f)"), s.lo, s.hi);
	return push_spread(L, s);
}

/* Clipped at three standard deviations unless said otherwise: no draw is absurd, 99.7 % are as drawn. */
static int spread_normal(lua_State *L)
{
	const double mean = value_check(L, 1, _("the mean")).value, sd = value_check(L, 2, _("the standard deviation")).value;
	const double lo = lua_isnoneornil(L, 3) ? mean - 3 * sd : value_check(L, 3, _("the lowest value")).value;
	const double hi = lua_isnoneornil(L, 4) ? mean + 3 * sd : value_check(L, 4, _("the highest value")).value;

	if (!(sd > 0 && lo < hi && isfinite(hi - lo)))
		return luaL_error(L, _("normal(mean, sd, lo, hi) needs sd > 0 and lo < hi"));
	return push_spread(L, (struct spread){ .kind = SPREAD_NORMAL, .mean = mean, .sd = sd, .lo = lo, .hi = hi });
}

static int spread_fixed(lua_State *L)
{
	return push_spread(L, (struct spread){ .kind = SPREAD_FIXED });
}

/* ---- series ---- */

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
		good = lua_istable(L, -1) && read_element(d, name, 1, &point[0]) && read_element(d, name, 2, &point[1]);
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
	target(d)->table = model_add_table(d->host->model, series);
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

/* ---- stocks, auxiliaries, outcomes ---- */

static void read_value(struct decl *d, const char *name) { field_equation(d, name, PART_VALUE); }
static void read_outcome(struct decl *d, const char *name) { field_flag(d, name, &target(d)->is_outcome); }

static void read_initial(struct decl *d, const char *name)
{
	if (lua_isfunction(d->host->lua, -1))
		field_equation(d, name, PART_INITIAL);
	else
		field_number(d, name, &target(d)->value);
}

static void read_headline(struct decl *d, const char *name)
{
	double place;

	if (!field_number(d, name, &place))
		return;
	if (place < 1 || place > 99 || place != floor(place))
		fields_report(d, name, _("must be a whole number from 1: the place in the headline strip"));
	else
		target(d)->headline = (int)place;
}

static void read_better(struct decl *d, const char *name)
{
	static const char *const words[] = { "higher", "lower", NULL };
	int which;

	if (field_one_of(d, name, words, &which))
		target(d)->better = which ? BETTER_LOWER : BETTER_HIGHER;
}

static const struct field stock_fields[] = {
	{ "initial", read_initial },   { "rate", read_value },     { "outcome", read_outcome },
	{ "headline", read_headline }, { "better", read_better },  { NULL, NULL },
};

static const struct field auxiliary_fields[] = {
	{ "value", read_value }, { NULL, NULL },
};

static const struct field outcome_fields[] = {
	{ "value", read_value }, { "headline", read_headline }, { "better", read_better }, { NULL, NULL },
};

/* The equations of the variable that is being read are the newest. */
static bool has_equation(const struct decl *d, enum part part)
{
	const struct equation *e = d->host->equations;

	for (size_t i = d->host->equation_count; i > 0 && e[i - 1].variable == d->variable; i--)
		if (e[i - 1].part == part)
			return true;
	return false;
}

static void finish_stock(struct decl *d)
{
	if (d->failed)
		return;
	if (!has_equation(d, PART_VALUE))
		fields_report(d, NULL, _("needs a rate: write `rate = function(v) return ... end` (change a year)"));
	if (isnan(target(d)->value) && !has_equation(d, PART_INITIAL))
		fields_report(d, NULL, _("needs an initial value: write `initial = number` or `initial = function(v) ... end`"));
}

static void finish_equation(struct decl *d)
{
	if (!d->failed && !has_equation(d, PART_VALUE))
		fields_report(d, NULL, _("needs an equation: write `value = function(v) return ... end`"));
}

/* ---- summaries ---- */

static void read_summary(struct decl *d, const char *name, enum summary_kind kind)
{
	if (has_equation(d, PART_VALUE))
		fields_report(d, name, _("is one too many: a summary has one of first, value (with at), minimum, maximum, total, mean"));
	else if (field_equation(d, name, PART_VALUE))
		target(d)->summary = kind;
}

static void read_first(struct decl *d, const char *name) { read_summary(d, name, SUMMARY_FIRST); }
static void read_at_value(struct decl *d, const char *name) { read_summary(d, name, SUMMARY_AT); }
static void read_minimum(struct decl *d, const char *name) { read_summary(d, name, SUMMARY_MINIMUM); }
static void read_maximum(struct decl *d, const char *name) { read_summary(d, name, SUMMARY_MAXIMUM); }
static void read_total(struct decl *d, const char *name) { read_summary(d, name, SUMMARY_TOTAL); }
static void read_mean(struct decl *d, const char *name) { read_summary(d, name, SUMMARY_MEAN); }
static void read_at(struct decl *d, const char *name) { field_number(d, name, &target(d)->at); }
static void read_none(struct decl *d, const char *name) { field_text(d, name, &target(d)->none); }

static const struct field summary_fields[] = {
	{ "first", read_first },     { "value", read_at_value }, { "minimum", read_minimum },   { "maximum", read_maximum },
	{ "total", read_total },     { "mean", read_mean },      { "at", read_at },             { "none", read_none },
	{ "headline", read_headline }, { "better", read_better }, { NULL, NULL },
};

static void finish_summary(struct decl *d)
{
	if (d->failed)
		return;
	if (!has_equation(d, PART_VALUE))
		fields_report(d, NULL, _("needs one of first, value (with at), minimum, maximum, total, mean = function(v) ... end"));
	else if (isnan(target(d)->at) == (target(d)->summary == SUMMARY_AT))
		fields_report(d, NULL, _("`at = year` and `value` go together"));
}

/* ---- checks ---- */

/* { plus = x } or { times = x } or a number, on the top of the stack. */
static bool read_change(struct decl *d, const char *name, struct change *change)
{
	lua_State *L = d->host->lua;
	static const char *const words[] = { "plus", "times" };

	change->how = CHANGE_SET;
	if (!lua_istable(L, -1))
		return field_number(d, name, &change->by);
	for (int i = 0; i < 2; i++) {
		lua_pushstring(L, words[i]);
		if (lua_rawget(L, -2) != LUA_TNIL) {
			const bool good = field_number(d, name, &change->by);

			change->how = i ? CHANGE_TIMES : CHANGE_PLUS;
			lua_pop(L, 1);
			return good;
		}
		lua_pop(L, 1);
	}
	fields_report(d, name, _("must set numbers, or { plus = x } or { times = x }"));
	return false;
}

static void read_changes(struct decl *d, const char *name, bool versus)
{
	lua_State *L = d->host->lua;

	if (!field_list(d, name))
		return;
	for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
		struct pending p = { .what = PENDING_CHANGE, .word = d->word, .place = d->place, .variable = d->variable, .versus = versus };

		if (lua_type(L, -2) != LUA_TSTRING) {
			fields_report(d, name, _("must be { lever = value, ... }"));
			continue;
		}
		p.id = (char *)lua_tostring(L, -2);
		if (read_change(d, name, &p.change))
			add_pending(d->host, p);
	}
}

static void read_given(struct decl *d, const char *name) { read_changes(d, name, false); }

static void read_versus(struct decl *d, const char *name)
{
	target(d)->has_versus = true;
	read_changes(d, name, true);
}

static const struct field check_fields[] = {
	{ "given", read_given }, { "versus", read_versus }, { "at", read_at }, { "holds", read_value }, { NULL, NULL },
};

static void finish_check(struct decl *d)
{
	if (!d->failed && !has_equation(d, PART_VALUE))
		fields_report(d, NULL, _("needs what must hold: write `holds = function(v) return ... end`"));
}

/* ---- words with a name ---- */

struct word {
	const char *word;
	enum var_kind kind;
	const struct field *fields;
	void (*finish)(struct decl *);
};

static const struct word words[] = {
	{ "lever", VAR_LEVER, lever_fields, finish_input },
	{ "uncertainty", VAR_UNCERTAINTY, uncertainty_fields, finish_input },
	{ "series", VAR_SERIES, series_fields, NULL },
	{ "stock", VAR_STOCK, stock_fields, finish_stock },
	{ "auxiliary", VAR_AUXILIARY, auxiliary_fields, finish_equation },
	{ "outcome", VAR_OUTCOME, outcome_fields, finish_equation },
	{ "summary", VAR_SUMMARY, summary_fields, finish_summary },
	{ "check", VAR_CHECK, check_fields, finish_check },
};

static bool is_id(const char *id)
{
	if (!islower((unsigned char)*id) && *id != '_')
		return false;
	return strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(id);
}

static bool is_reserved(const char *id)
{
	static const char *const names[] = { "t", "dt", "start", "stop" };

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (!strcmp(id, names[i]))
			return true;
	return false;
}

/* Says what is wrong with a name; true when it can be declared. */
static bool check_name(struct decl *d, enum var_kind kind)
{
	const struct model *model = d->host->model;
	const int old = model_find(model, d->id);

	if (kind != VAR_CHECK && !is_id(d->id))
		fields_report(d, NULL, _("a name is made of a-z, 0-9 and _ and does not start with a digit"));
	else if (strlen(d->id) > RULES_NAME_MAX && kind != VAR_CHECK)
		fields_report(d, NULL, _("a name has at most %d letters"), RULES_NAME_MAX);
	else if (is_reserved(d->id))
		fields_report(d, NULL, _("t, dt, start and stop are names of time; choose another"));
	else if (old >= 0)
		fields_report(d, NULL, _("is declared twice, first as a %s at %s:%d; rename one"), var_kind_name(model_variable(model, old)->kind),
		              model_variable(model, old)->declared.file, model_variable(model, old)->declared.line);
	return !d->failed;
}

/* Source and basis of the data go to the variable unless it names its own. */
static void inherit_source(struct decl *d)
{
	struct variable *v = target(d);

	if (d->source && v->source_count == 0)
		add_source(v, xstrdup(d->source));
	if (v->basis == BASIS_NONE)
		v->basis = d->basis;
}

static void read_variable(struct decl *d, const struct word *word)
{
	struct host *host = d->host;

	if (!check_name(d, word->kind))
		return;
	if (model_count(host->model) >= RULES_VARIABLES_MAX)
		luaL_error(host->lua, _("more than %d declarations"), RULES_VARIABLES_MAX);
	d->variable = model_add(host->model, word->kind, d->id);
	target(d)->declared = d->place;
	target(d)->lo = target(d)->hi = NAN;
	if (word->kind == VAR_SERIES) {
		struct series_fields s = { .decl = *d };

		fields_read(&s.decl, series_fields, common);
		finish_series(&s);
		*d = s.decl;
		inherit_source(d);
		release_series(&s);
		return;
	}
	fields_read(d, word->fields, common);
	word->finish(d);
	inherit_source(d);
}

/* The last waiting declaration of that name is no longer pending: as a rule the newest. */
static void forget_pending(struct host *host, const char *word, const char *id)
{
	for (struct pending **p = &host->pending; *p; p = &(*p)->next) {
		struct pending *gone = *p;

		if (gone->what != PENDING_TABLE || strcmp(gone->word, word) || strcmp(gone->id, id))
			continue;
		*p = gone->next;
		host->pending_count--;
		free(gone->id);
		free(gone);
		return;
	}
}

static struct decl declaration(lua_State *L, const char *word)
{
	return (struct decl){ .host = host_of(L), .word = word, .id = "", .table = 1, .variable = -1, .place = host_place(L, 1) };
}

static void check_table(lua_State *L, const char *word)
{
	if (!lua_istable(L, 1))
		luaL_error(L, _("%s needs a table: %s \"name\" { ... }"), word, word);
	if (host_of(L)->mode != MODE_DECLARE)
		luaL_error(L, _("%s can't be used in an equation"), word);
}

/* At the end of a declaration, when nothing is left to be freed. */
static void check_kept(lua_State *L)
{
	if (!host_keep(host_of(L), 0))
		luaL_error(L, _("the texts and numbers that rules declare take more than %d MiB"), RULES_KEPT_MAX >> 20);
}

/* lever "id" -> this, called with the table. Upvalues: index of the word, id. */
static int take_table(lua_State *L)
{
	const struct word *word = &words[lua_tointeger(L, lua_upvalueindex(1))];
	struct decl d = declaration(L, word->word);

	check_table(L, word->word);
	d.id = lua_tostring(L, lua_upvalueindex(2));
	forget_pending(d.host, word->word, d.id);
	lua_settop(L, 1);
	luaL_checkstack(L, 30, NULL);
	host_keep(d.host, sizeof(struct variable));
	read_variable(&d, word);
	check_kept(L);
	return 0;
}

static void wait_for_table(lua_State *L, const char *word)
{
	struct pending p = { .what = PENDING_TABLE, .word = word, .place = host_place(L, 1) };
	size_t length;

	if (lua_type(L, 1) != LUA_TSTRING)
		luaL_error(L, _("%s needs a name: %s \"name\" { ... }"), word, word);
	p.id = (char *)lua_tolstring(L, 1, &length);
	if (length > RULES_LONG_NAME_MAX || strlen(p.id) != length || text_check(p.id, length) != length)
		luaL_error(L, _("the name of a %s is UTF-8 text of at most %d bytes"), word, RULES_LONG_NAME_MAX);
	add_pending(host_of(L), p);
}

static int take_name(lua_State *L)
{
	wait_for_table(L, words[lua_tointeger(L, lua_upvalueindex(1))].word);
	lua_pushvalue(L, lua_upvalueindex(1));
	lua_pushvalue(L, 1);
	lua_pushcclosure(L, take_table, 2);
	return 1;
}

/* ---- group, claim ---- */

struct group_fields {
	struct decl decl;   /* first */
	struct group group;
};

static void read_group_label(struct decl *d, const char *name) { field_text(d, name, &((struct group_fields *)(void *)d)->group.label); }
static void read_group_order(struct decl *d, const char *name) { field_number(d, name, &((struct group_fields *)(void *)d)->group.order); }

static int take_group(lua_State *L)
{
	static const struct field fields[] = { { "label", read_group_label }, { "order", read_group_order }, { NULL, NULL } };
	struct group_fields g = { .decl = declaration(L, "group") };

	check_table(L, "group");
	g.decl.id = lua_tostring(L, lua_upvalueindex(1));
	forget_pending(g.decl.host, "group", g.decl.id);
	if (model_find_group(g.decl.host->model, g.decl.id)) {
		fields_report(&g.decl, NULL, _("is declared twice; rename one"));
		return 0;
	}
	if (model_group_count(g.decl.host->model) >= RULES_GROUPS_MAX)
		luaL_error(L, _("more than %d groups"), RULES_GROUPS_MAX);
	lua_settop(L, 1);
	fields_read(&g.decl, fields, NULL);
	g.group.id = xstrdup(g.decl.id);
	model_add_group(g.decl.host->model, &g.group);
	check_kept(L);
	return 0;
}

static int name_group(lua_State *L)
{
	wait_for_table(L, "group");
	lua_pushvalue(L, 1);
	lua_pushcclosure(L, take_group, 1);
	return 1;
}

static const struct claim *find_claim(const struct model *model, const char *id)
{
	for (size_t i = 0; i < model_claim_count(model); i++)
		if (!strcmp(model_claim(model, i)->id, id))
			return model_claim(model, i);
	return NULL;
}

static int take_claim(lua_State *L)
{
	struct decl d = declaration(L, "claim");

	check_table(L, "claim");
	d.id = lua_tostring(L, lua_upvalueindex(1));
	forget_pending(d.host, "claim", d.id);
	if (find_claim(d.host->model, d.id)) {
		fields_report(&d, NULL, _("is declared twice; rename one"));
		return 0;
	}
	if (model_claim_count(d.host->model) >= RULES_CLAIMS_MAX)
		luaL_error(L, _("more than %d claims"), RULES_CLAIMS_MAX);
	lua_settop(L, 1);
	luaL_checkstack(L, 30, NULL);
	host_keep(d.host, sizeof(struct claim));
	claim_read(&d);
	check_kept(L);
	return 0;
}

static int name_claim(lua_State *L)
{
	wait_for_table(L, "claim");
	lua_pushvalue(L, 1);
	lua_pushcclosure(L, take_claim, 1);
	return 1;
}

/* ---- model ---- */

struct model_fields {
	struct decl decl;   /* first */
	double start, stop, step;
	int method;
	struct text title;
};

static struct model_fields *of_model(struct decl *d)
{
	return (struct model_fields *)(void *)d;
}

static void read_model_start(struct decl *d, const char *name) { field_number(d, name, &of_model(d)->start); }
static void read_model_stop(struct decl *d, const char *name) { field_number(d, name, &of_model(d)->stop); }
static void read_model_step(struct decl *d, const char *name) { field_number(d, name, &of_model(d)->step); }
static void read_model_title(struct decl *d, const char *name) { field_text(d, name, &of_model(d)->title); }

static void read_model_method(struct decl *d, const char *name)
{
	static const char *const methods[] = { "euler", "rk4", NULL };

	field_one_of(d, name, methods, &of_model(d)->method);
}

static int take_model(lua_State *L)
{
	static const struct field fields[] = {
		{ "start", read_model_start },   { "stop", read_model_stop },   { "step", read_model_step },
		{ "method", read_model_method }, { "title", read_model_title }, { NULL, NULL },
	};
	struct model_fields m = { .decl = declaration(L, "model"), .start = NAN, .stop = NAN, .step = NAN };
	struct host *host = m.decl.host;
	const char *why;

	check_table(L, "model");
	lua_settop(L, 1);
	fields_read(&m.decl, fields, NULL);
	if (host->has_model)
		fields_report(&m.decl, NULL, _("stands twice, first at %s:%d; one file says when the model starts and stops"),
		              host->model_place.file, host->model_place.line);
	else if (!m.decl.failed && model_set_time(host->model, m.start, m.stop, m.step, m.method ? METHOD_RK4 : METHOD_EULER, &why))
		fields_report(&m.decl, NULL, "%s", _(why));
	if (!host->has_model)
		host->model_place = m.decl.place;
	host->has_model = true;
	model_set_title(host->model, m.title);
	return 0;
}

/* ---- in all ---- */

void declare_open(lua_State *L)
{
	static const luaL_Reg functions[] = {
		{ "model", take_model }, { "group", name_group }, { "claim", name_claim }, { "triangular", spread_triangular },
		{ "uniform", spread_uniform }, { "normal", spread_normal }, { "fixed", spread_fixed }, { NULL, NULL },
	};

	luaL_newmetatable(L, SPREAD_NAME);
	lua_pop(L, 1);
	sandbox_push_shared(L);
	luaL_setfuncs(L, functions, 0);
	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		lua_pushinteger(L, (lua_Integer)i);
		lua_pushcclosure(L, take_name, 1);
		lua_setfield(L, -2, words[i].word);
	}
	lua_pop(L, 1);
}

static void refuse_change(struct host *host, const struct pending *p, const char *check)
{
	struct text_guess guess = { .name = p->id };

	for (size_t i = 0; i < model_count(host->model); i++)
		if (var_is_input(model_variable(host->model, (int)i)->kind))
			text_guess_offer(&guess, model_variable(host->model, (int)i)->id);
	if (guess.best && model_find(host->model, p->id) < 0)
		diags_add(host->diags, p->place.file, p->place.line, _("check `%s` sets `%s`, which is no lever or uncertainty; did you mean `%s`?"),
		          check, p->id, guess.best);
	else
		diags_add(host->diags, p->place.file, p->place.line, _("check `%s` sets `%s`, which is no lever or uncertainty"), check, p->id);
}

static void resolve_change(struct host *host, const struct pending *p)
{
	struct variable *check = model_edit(host->model, p->variable);
	const int variable = model_find(host->model, p->id);
	struct change change = p->change;
	const struct variable *v = variable < 0 ? NULL : model_variable(host->model, variable);

	if (!v || !var_is_input(v->kind)) {
		refuse_change(host, p, check->id);
		return;
	}
	if (change.how == CHANGE_SET && (change.by < v->lo || change.by > v->hi))
		diags_add(host->diags, p->place.file, p->place.line, _("check `%s` sets `%s` to %g, outside of its range %g to %g"), check->id,
		          v->id, change.by, v->lo, v->hi);
	change.variable = variable;
	model_add_change(p->versus ? &check->versus : &check->given, change);
}

static int by_variable(const void *a, const void *b)
{
	const struct change *x = a, *y = b;

	return (x->variable > y->variable) - (x->variable < y->variable);
}

/* Lua's order of keys differs from run to run. */
static void sort_changes(struct changes *changes)
{
	if (changes->count)
		qsort(changes->items, changes->count, sizeof *changes->items, by_variable);
}

/* Years of summaries and checks lie within the model's time, or they would never come. */
static void check_years(struct host *host)
{
	const struct time_axis *axis = model_time(host->model);

	for (size_t i = 0; host->has_model && i < model_count(host->model); i++) {
		struct variable *v = model_edit(host->model, (int)i);

		if (v->at < axis->start || v->at > axis->stop)
			diags_add(host->diags, v->declared.file, v->declared.line, _("%s `%s`: `at` %g lies outside of the model's time, %g to %g"),
			          var_kind_name(v->kind), v->id, v->at, axis->start, axis->stop);
		sort_changes(&v->given);
		sort_changes(&v->versus);
	}
}

static void check_groups(struct host *host)
{
	const struct model *model = host->model;

	for (size_t i = 0; model_group_count(model) && i < model_count(model); i++) {
		const struct variable *v = model_variable(model, (int)i);
		struct text_guess guess = { .name = v->group };

		if (!*v->group || model_find_group(model, v->group))
			continue;
		for (size_t k = 0; k < model_group_count(model); k++)
			text_guess_offer(&guess, model_group(model, k)->id);
		diags_add(host->diags, v->declared.file, v->declared.line, _("%s `%s`: there is no group `%s`%s%s%s"), var_kind_name(v->kind),
		          v->id, v->group, guess.best ? _("; did you mean `") : "", guess.best ? guess.best : "", guess.best ? "`?" : "");
	}
}

void declare_finish(struct host *host)
{
	for (const struct pending *p = host->pending; p; p = p->next) {
		if (p->what == PENDING_TABLE)
			diags_add(host->diags, p->place.file, p->place.line, _("%s `%s` has no table: write %s \"%s\" { ... }"), p->word, p->id,
			          p->word, p->id);
		else
			resolve_change(host, p);
	}
	check_groups(host);
	check_years(host);
	if (!host->has_model && host->file_count)
		diags_add(host->diags, host->files[0].name, 0, _("no file says when the model runs; write model { start = 2026, stop = 2076, step = 0.25 }"));
}

void declare_release(struct host *host)
{
	while (host->pending) {
		struct pending *p = host->pending;

		host->pending = p->next;
		free(p->id);
		free(p);
	}
}
