/* SPDX-License-Identifier: MIT
 *
 * Declaring levers and uncertainties, and the spreads of the latter.
 */
#include "config.h"

#include <math.h>

#include <lauxlib.h>

#include "base/alloc.h"
#include "rules/declare_priv.h"
#include "rules/value.h"

#define SPREAD_NAME "spread"

/* ---- fields ---- */

static void read_default(struct decl *d, const char *name) { field_number(d, name, &declare_target(d)->value); }
static void read_step(struct decl *d, const char *name) { field_number(d, name, &declare_target(d)->step); }
static void read_switch(struct decl *d, const char *name) { field_flag(d, name, &declare_target(d)->is_switch); }

static void read_range(struct decl *d, const char *name)
{
	struct variable *v = declare_target(d);

	if (!lua_istable(d->host->lua, -1) || lua_rawlen(d->host->lua, -1) != 2)
		fields_report(d, name, _("must be { lowest, highest }"));
	else if (declare_element(d, name, 1, &v->lo) && declare_element(d, name, 2, &v->hi) && v->lo >= v->hi)
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
	declare_element(d, name, 1, &mark.value);
	lua_rawgeti(L, -1, 2);
	field_text(d, name, &mark.label);
	lua_pop(L, 1);
	lua_pushstring(L, "source");
	if (lua_rawget(L, -2) != LUA_TNIL)
		field_string(d, name, &mark.source);
	lua_pop(L, 1);
	declare_target(d)->marks = xrealloc(declare_target(d)->marks, declare_target(d)->mark_count + 1, sizeof mark);
	declare_target(d)->marks[declare_target(d)->mark_count++] = mark;
}

static void read_marks(struct decl *d, const char *name)
{
	lua_State *L = d->host->lua;

	if (!declare_short_list(d, name))
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
		declare_target(d)->spread = *spread;
	else
		fields_report(d, name, _("must be triangular(lo, mode, hi), uniform(lo, hi), normal(mean, sd) or fixed()"));
}

const struct field declare_lever_fields[] = {
	{ "default", read_default }, { "range", read_range },   { "step", read_step },
	{ "marks", read_marks },     { "switch", read_switch }, { NULL, NULL },
};

const struct field declare_uncertainty_fields[] = {
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

void declare_finish_input(struct decl *d)
{
	struct variable *v = declare_target(d);

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
		.kind = SPREAD_TRIANGULAR, .lo = value_check(L, 1, _("lo of triangular(lo, mode, hi)")).value,
		.mode = value_check(L, 2, _("mode of triangular(lo, mode, hi)")).value,
		.hi = value_check(L, 3, _("hi of triangular(lo, mode, hi)")).value,
	};

	if (!(s.lo <= s.mode && s.mode <= s.hi && s.lo < s.hi && isfinite(s.hi - s.lo)))
		return luaL_error(L, _("triangular(lo, mode, hi) needs lo <= mode <= hi and lo < hi, not (%f, %f, %f)"), s.lo, s.mode, s.hi);
	return push_spread(L, s);
}

static int spread_uniform(lua_State *L)
{
	const struct spread s = {
		.kind = SPREAD_UNIFORM, .lo = value_check(L, 1, _("lo of uniform(lo, hi)")).value,
		.hi = value_check(L, 2, _("hi of uniform(lo, hi)")).value,
	};

	if (!(s.lo < s.hi && isfinite(s.hi - s.lo)))
		return luaL_error(L, _("uniform(lo, hi) needs lo < hi, not (%f, %f)"), s.lo, s.hi);
	return push_spread(L, s);
}

/* Clipped at three standard deviations unless said otherwise: no draw is absurd, 99.7 % are as drawn. */
static int spread_normal(lua_State *L)
{
	const double mean = value_check(L, 1, _("mean of normal(mean, sd, lo, hi)")).value;
	const double sd = value_check(L, 2, _("sd of normal(mean, sd, lo, hi)")).value;
	const double lo = lua_isnoneornil(L, 3) ? mean - 3 * sd : value_check(L, 3, _("lo of normal(mean, sd, lo, hi)")).value;
	const double hi = lua_isnoneornil(L, 4) ? mean + 3 * sd : value_check(L, 4, _("hi of normal(mean, sd, lo, hi)")).value;

	if (!(sd > 0 && lo < hi && isfinite(hi - lo)))
		return luaL_error(L, _("normal(mean, sd, lo, hi) needs sd > 0 and lo < hi"));
	return push_spread(L, (struct spread){ .kind = SPREAD_NORMAL, .mean = mean, .sd = sd, .lo = lo, .hi = hi });
}

static int spread_fixed(lua_State *L)
{
	return push_spread(L, (struct spread){ .kind = SPREAD_FIXED });
}

void declare_open_spreads(lua_State *L)
{
	static const luaL_Reg functions[] = {
		{ "triangular", spread_triangular }, { "uniform", spread_uniform }, { "normal", spread_normal }, { "fixed", spread_fixed },
		{ NULL, NULL },
	};

	luaL_newmetatable(L, SPREAD_NAME);
	lua_pop(L, 1);
	luaL_setfuncs(L, functions, 0);
}
