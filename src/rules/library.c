/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rules/library.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <lauxlib.h>

#include "base/alloc.h"
#include "base/err.h"
#include "data/series.h"
#include "rules/compute.h"
#include "rules/data_access.h"
#include "rules/environment.h"
#include "rules/functions.h"
#include "rules/host.h"
#include "rules/library_priv.h"
#include "rules/sandbox.h"
#include "rules/trace.h"
#include "rules/value.h"

/* ---- arguments ---- */

struct num library_argument(lua_State *L, int i)
{
	char what[64];

	if (value_is(L, i))
		return value_check(L, i, "");
	snprintf(what, sizeof what, _("argument %d of %s"), i, lua_tostring(L, lua_upvalueindex(1)));
	return value_check(L, i, what);
}

static struct num at_most(struct host *h, struct num a, struct num b) { return num_binary(h, OP_LE, a, b); }
static struct num below(struct host *h, struct num a, struct num b) { return num_binary(h, OP_LT, a, b); }

/* ---- plain functions ---- */

static int unary(lua_State *L, enum op op)
{
	return give(L, num_unary(host_of(L), op, library_argument(L, 1)));
}

static int lib_exp(lua_State *L) { return unary(L, OP_EXP); }
static int lib_ln(lua_State *L) { return unary(L, OP_LN); }
static int lib_sqrt(lua_State *L) { return unary(L, OP_SQRT); }
static int lib_abs(lua_State *L) { return unary(L, OP_ABS); }
static int lib_sin(lua_State *L) { return unary(L, OP_SIN); }
static int lib_cos(lua_State *L) { return unary(L, OP_COS); }
static int lib_floor(lua_State *L) { return unary(L, OP_FLOOR); }

static int fold(lua_State *L, enum op op)
{
	struct num result = library_argument(L, 1);

	for (int i = 2; i <= lua_gettop(L); i++)
		result = num_binary(host_of(L), op, result, library_argument(L, i));
	return give(L, result);
}

static int lib_min(lua_State *L) { return fold(L, OP_MIN); }
static int lib_max(lua_State *L) { return fold(L, OP_MAX); }

static int lib_clamp(lua_State *L)
{
	struct host *h = host_of(L);
	const struct num x = library_argument(L, 1), lo = library_argument(L, 2), hi = library_argument(L, 3);

	return give(L, num_binary(h, OP_MAX, lo, num_binary(h, OP_MIN, hi, x)));
}

static int lib_heaviside(lua_State *L)
{
	return give(L, at_most(host_of(L), constant(0), library_argument(L, 1)));
}

/* Below this a divisor counts as zero, as in Vensim. */
#define NEARLY_ZERO 1e-6

struct num library_safe_ratio(struct host *h, struct num a, struct num b, struct num otherwise)
{
	const struct num tiny = below(h, num_unary(h, OP_ABS, b), constant(NEARLY_ZERO));

	return num_select(h, tiny, otherwise, divide(h, a, num_select(h, tiny, constant(1), b)));
}

static int lib_xidz(lua_State *L)
{
	return give(L, library_safe_ratio(host_of(L), library_argument(L, 1), library_argument(L, 2), library_argument(L, 3)));
}

static int lib_zidz(lua_State *L)
{
	return give(L, library_safe_ratio(host_of(L), library_argument(L, 1), library_argument(L, 2), constant(0)));
}

/* Towards zero to a multiple of q; x itself where q is not above zero. */
static int lib_quantum(lua_State *L)
{
	struct host *h = host_of(L);
	const struct num x = library_argument(L, 1), q = library_argument(L, 2);
	const struct num useless = at_most(h, q, constant(0));
	const struct num size = num_select(h, useless, constant(1), q), ratio = divide(h, x, size);
	const struct num down = num_unary(h, OP_FLOOR, ratio);
	const struct num up = num_unary(h, OP_NEG, num_unary(h, OP_FLOOR, num_unary(h, OP_NEG, ratio)));
	const struct num whole = num_select(h, below(h, ratio, constant(0)), up, down);

	return give(L, num_select(h, useless, x, mul(h, size, whole)));
}

/* ---- functions of time ---- */

static struct num now(lua_State *L)
{
	struct host *h = host_of(L);

	if (h->mode == MODE_TRACE)
		return (struct num){ .node = graph_leaf(model_edit_graph(h->model), OP_TIME, 0) };
	if (h->mode == MODE_DECLARE)
		luaL_error(L, _("%s depends on time and can only be used in an equation"), lua_tostring(L, lua_upvalueindex(1)));
	return num_of(compute_time(h));
}

/* True from `year` on. Times are start + i * step in floating point: a millionth of a step forgives their rounding. */
static struct num reached(lua_State *L, struct num year)
{
	struct host *h = host_of(L);

	return at_most(h, year, add(h, now(L), constant(model_time(h->model)->step * 1e-6)));
}

static struct num during(lua_State *L, struct num from, struct num to, struct num value)
{
	struct host *h = host_of(L);
	const struct num inside = num_select(h, reached(L, to), constant(0), value);

	return num_select(h, reached(L, from), inside, constant(0));
}

static int lib_step(lua_State *L)
{
	const struct num height = library_argument(L, 1), year = library_argument(L, 2);

	return give(L, num_select(host_of(L), reached(L, year), height, constant(0)));
}

static int lib_ramp(lua_State *L)
{
	struct host *h = host_of(L);
	const struct num slope = library_argument(L, 1), from = library_argument(L, 2), to = library_argument(L, 3);
	const struct num end = num_binary(h, OP_MIN, now(L), to);

	return give(L, mul(h, slope, num_binary(h, OP_MAX, constant(0), sub(h, end, from))));
}

static int lib_pulse(lua_State *L)
{
	const struct num from = library_argument(L, 1), width = library_argument(L, 2);

	return give(L, during(L, from, add(host_of(L), from, width), constant(1)));
}

static int lib_pulse_train(lua_State *L)
{
	struct host *h = host_of(L);
	const struct num from = library_argument(L, 1), width = library_argument(L, 2), every = library_argument(L, 3), until = library_argument(L, 4);
	const struct num grace = constant(model_time(h->model)->step * 1e-6);
	const struct num since = add(h, sub(h, now(L), from), grace);
	const struct num into = sub(h, since, mul(h, every, num_unary(h, OP_FLOOR, divide(h, since, every))));
	const struct num on = num_select(h, below(h, into, width), constant(1), constant(0));

	return give(L, during(L, from, until, on));
}

static int lib_in_year(lua_State *L)
{
	const struct num year = library_argument(L, 1);

	return give(L, during(L, year, add(host_of(L), year, constant(1)), constant(1)));
}

/* ---- tables ---- */

static bool same_points(const struct series *s, const double *x, const double *y, size_t count)
{
	if (series_count(s) != count)
		return false;
	for (size_t i = 0; i < count; i++)
		if (series_x(s)[i] != x[i] || series_y(s)[i] != y[i])
			return false;
	return true;
}

/* The model's table with these points; a new one while tracing. */
static int intern_points(lua_State *L, const double *x, const double *y, size_t count)
{
	struct host *h = host_of(L);
	struct series *series;
	struct err err;

	sandbox_charge(h, (long)(count + model_table_count(h->model) / 8));
	for (size_t i = 0; i < model_table_count(h->model); i++)
		if (same_points(model_table(h->model, (int)i), x, y, count))
			return (int)i;
	if (h->mode != MODE_TRACE)
		return luaL_error(L, _("the points of a lookup must not change from call to call"));
	if (model_table_count(h->model) >= RULES_TABLES_MAX || !host_keep(h, count * 2 * sizeof *x + 64)) {
		sandbox_spend(h, RULES_TOTAL_INSTRUCTIONS);   /* the rest would only fail the same way */
		return luaL_error(L, _("more than %d lookups and series, or more than %d MiB of points and texts"), RULES_TABLES_MAX,
		                  RULES_KEPT_MAX >> 20);
	}
	series = series_from_points(x, y, count, &err);
	if (!series)
		return luaL_error(L, _("lookup: %s"), err.text);
	return model_add_table(h->model, series);
}

static int by_x(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* In order of x, as a table has them: an author may write them as he likes. */
static void sort_points(lua_State *L, double *x, double *y, size_t count)
{
	double (*points)[2];
	size_t i = 1;

	while (i < count && x[i - 1] <= x[i])
		i++;
	if (i >= count)
		return;
	points = lua_newuserdatauv(L, count * sizeof *points, 0);
	for (i = 0; i < count; i++) {
		points[i][0] = x[i];
		points[i][1] = y[i];
	}
	qsort(points, count, sizeof *points, by_x);
	for (i = 0; i < count; i++) {
		x[i] = points[i][0];
		y[i] = points[i][1];
	}
}

static double plain_number(lua_State *L, int index, const char *what)
{
	const struct num n = value_check(L, index, what);

	if (n.node != NODE_NONE)
		luaL_error(L, _("%s must be a plain number, not a model value: a table is the same at all times"), what);
	return n.value;
}

/* Points { { x, y }, ... } at a stack index as two arrays on Lua's own memory, so that an error frees them. */
static size_t read_points(lua_State *L, int index, double **x, double **y)
{
	const size_t count = lua_rawlen(L, index);

	if (count == 0 || count > RULES_POINTS_MAX)
		luaL_error(L, _("a lookup needs 1 to %d points { x, y }"), RULES_POINTS_MAX);
	sandbox_charge(host_of(L), (long)count * 8);
	*x = lua_newuserdatauv(L, count * sizeof **x, 0);
	*y = lua_newuserdatauv(L, count * sizeof **y, 0);
	for (size_t i = 0; i < count; i++) {
		if (lua_rawgeti(L, index, (lua_Integer)i + 1) != LUA_TTABLE)
			luaL_error(L, _("point %d of a lookup must be { x, y }"), (int)i + 1);
		lua_rawgeti(L, -1, 1);
		lua_rawgeti(L, -2, 2);
		(*x)[i] = plain_number(L, -2, _("x of a lookup's point"));
		(*y)[i] = plain_number(L, -1, _("y of a lookup's point"));
		lua_pop(L, 3);
	}
	sort_points(L, *x, *y, count);
	return count;
}

static int table_argument(lua_State *L, int index)
{
	struct host *h = host_of(L);
	double *x, *y;
	size_t count;

	if (lua_type(L, index) == LUA_TSTRING) {
		const int variable = model_find(h->model, lua_tostring(L, index));

		if (variable < 0 || model_variable(h->model, variable)->kind != VAR_SERIES)
			return luaL_error(L, _("there is no series `%s`"), lua_tostring(L, index));
		return model_variable(h->model, variable)->table;
	}
	if (lua_type(L, index) != LUA_TTABLE)
		return luaL_error(L, _("lookup needs points { { x, y }, ... } or the name of a series"));
	count = read_points(L, index, &x, &y);
	return intern_points(L, x, y, count);
}

struct num num_lookup(struct host *host, int table, struct num x)
{
	if (x.node == NODE_NONE)
		return num_of(series_at(model_table(host->model, table), x.value));
	return (struct num){ .node = graph_lookup(model_edit_graph(host->model), table, x.node) };
}

static int lib_lookup(lua_State *L)
{
	const struct num x = library_argument(L, 1);

	return give(L, num_lookup(host_of(L), table_argument(L, 2), x));
}

static int call_series(lua_State *L)
{
	struct host *h = host_of(L);
	const struct variable *v = model_variable(h->model, (int)lua_tointeger(L, lua_upvalueindex(2)));

	return give(L, num_lookup(h, v->table, library_argument(L, 1)));
}

bool library_push_series(lua_State *L, const char *name)
{
	const struct host *h = host_of(L);
	const int variable = model_find(h->model, name);

	if (variable < 0 || model_variable(h->model, variable)->kind != VAR_SERIES)
		return false;
	lua_pushstring(L, name);
	lua_pushinteger(L, variable);
	lua_pushcclosure(L, call_series, 2);
	return true;
}

/* ---- the table ---- */

static const struct library_function functions[] = {
	{ "min", lib_min, "min(a, b, ...)", N_("The smallest of any number of values."),
	  "min(3, 1, 2) -- 1", false },
	{ "max", lib_max, "max(a, b, ...)", N_("The largest of any number of values."),
	  "max(3, 1, 2) -- 3", false },
	{ "clamp", lib_clamp, "clamp(x, lo, hi)", N_("x, but at least lo and at most hi: max(lo, min(hi, x))."),
	  "clamp(7, 0, 5) -- 5", false },
	{ "exp", lib_exp, "exp(x)", N_("e to the power of x."),
	  "exp(1) -- 2.718", false },
	{ "ln", lib_ln, "ln(x)", N_("The natural logarithm of x."),
	  "ln(10) -- 2.303", false },
	{ "log", lib_ln, "log(x)", N_("The same as ln."),
	  "log(10) -- 2.303", false },
	{ "sqrt", lib_sqrt, "sqrt(x)", N_("The square root of x."),
	  "sqrt(9) -- 3", false },
	{ "abs", lib_abs, "abs(x)", N_("x without its sign."),
	  "abs(-2) -- 2", false },
	{ "sin", lib_sin, "sin(x)", N_("The sine of x in radians."),
	  "sin(1) -- 0.841", false },
	{ "cos", lib_cos, "cos(x)", N_("The cosine of x in radians."),
	  "cos(0) -- 1", false },
	{ "floor", lib_floor, "floor(x)", N_("The largest whole number not above x."),
	  "floor(2.7) -- 2", false },
	{ "heaviside", lib_heaviside, "heaviside(x)", N_("1 where x is 0 or more, else 0."),
	  "heaviside(v.t - 2030) -- 2029: 0, 2030: 1, 2031: 1", false },
	{ "step", lib_step, "step(height, year)", N_("0 before the year, height from it on."),
	  "step(5, 2030) -- 2029: 0, 2030: 5, 2040: 5", false },
	{ "ramp", lib_ramp, "ramp(slope, from, to)", N_("0 before from, then rising by slope a year, constant after to."),
	  "ramp(2, 2030, 2035) -- 2030: 0, 2032: 4, 2040: 10", false },
	{ "pulse", lib_pulse, "pulse(from, width)", N_("1 from the year `from` for `width` years, else 0."),
	  "pulse(2030, 2) -- 2029: 0, 2030: 1, 2032: 0", false },
	{ "pulse_train", lib_pulse_train, "pulse_train(from, width, every, until)",
	  N_("A pulse of `width` years that comes again every `every` years from `from` until `until`."),
	  "pulse_train(2030, 1, 5, 2040) -- 2030: 1, 2031: 0, 2035: 1", false },
	{ "in_year", lib_in_year, "in_year(year)", N_("1 during that year (year <= t < year + 1), else 0."),
	  "in_year(2030) -- 2029: 0, 2030: 1, 2031: 0", false },
	{ "lookup", lib_lookup, "lookup(x, points)",
	  N_("Linear between the points { { x1, y1 }, { x2, y2 }, ... }, the ends held; or of the series of that name at time x."),
	  "lookup(v.t, { { 2030, 1 }, { 2040, 2 } }) -- 2026: 1, 2035: 1.5, 2045: 2", false },
	{ "smooth", library_smooth, "smooth(x, time)", N_("x followed with a lag of `time` years (exponential smoothing, first order)."),
	  "smooth(step(10, 2030), 2) -- 2030: 0, 2032: 6.6, 2040: 10.0", true },
	{ "smooth3", library_smooth3, "smooth3(x, time)", N_("x followed with a lag in three stages."),
	  "smooth3(step(10, 2030), 2) -- 2030: 0, 2032: 6.3, 2040: 10.0", true },
	{ "delay1", library_delay1, "delay1(x, time)", N_("What flows out of a stock that holds x for `time` years on average; conserves what flows in."),
	  "delay1(step(10, 2030), 2) -- 2030: 0, 2032: 6.6, 2040: 10.0", true },
	{ "delay3", library_delay3, "delay3(x, time)", N_("The same in three stages: a delay with a hump."),
	  "delay3(step(10, 2030), 2) -- 2030: 0, 2032: 6.3, 2040: 10.0", true },
	{ "delay_fixed", library_delay_fixed, "delay_fixed(x, time, initial)",
	  N_("x as it was `time` years ago (at least one step), `initial` before there is one."),
	  "delay_fixed(step(10, 2030), 3, 0) -- 2032: 0, 2033: 10", true },
	{ "trend", library_trend, "trend(x, time, initial)", N_("The fractional growth of x a year, seen over `time` years."),
	  "trend(exp(0.02 * (v.t - 2026)), 1, 0.02) -- 2036: 0.020", true },
	{ "forecast", library_forecast, "forecast(x, time, horizon)", N_("x carried on by its trend for `horizon` years."),
	  "forecast(exp(0.02 * (v.t - 2026)), 1, 5) -- 2026: 1, 2036: 1.34", true },
	{ "npv", library_npv, "npv(stream, rate, initial, factor)",
	  N_("The net present value of the stream so far at a discount rate, plus `initial`, times `factor`."),
	  "npv(100, 0.05, 0, 1) -- 2027: 121.9, 2046: 1278", true },
	{ "sample_if_true", library_sample_if_true, "sample_if_true(condition, x, initial)",
	  N_("x while the condition holds, else its last such value."),
	  "sample_if_true(v.t <= 2030, v.t, 0) -- 2028: 2028, 2040: 2030", true },
	{ "xidz", lib_xidz, "xidz(a, b, x)", N_("a / b, or x where b is (nearly) zero."),
	  "xidz(1, v.t - 2030, 9) -- 2030: 9, 2032: 0.5", false },
	{ "zidz", lib_zidz, "zidz(a, b)", N_("a / b, or 0 where b is (nearly) zero."),
	  "zidz(1, v.t - 2030) -- 2030: 0, 2032: 0.5", false },
	{ "quantum", lib_quantum, "quantum(x, q)", N_("x cut towards zero to a multiple of q."),
	  "quantum(7.4, 2) -- 6", false },
	{ "data", data_cell, "data(file, column, { key = value })",
	  N_("While loading: the number in the one row of a data file where the key column has that value; keeps its source."),
	  "data(\"parameters.csv\", \"value\", { id = \"kr_gpu_awarded\" }) -- 13136", false },
	{ "column", data_column, "column(file, column, { order_by = key, where = { ... } })",
	  N_("While loading: all numbers of a column of a data file, as a list."),
	  "#column(\"household_deciles.csv\", \"gross_income_mn_krw\", { order_by = \"decile\" }) -- 10", false },
};

const struct library_function *library_functions(size_t *count)
{
	*count = ARRAY_LEN(functions);
	return functions;
}

/* Each function carries its own name, for errors. */
static void add_functions(lua_State *L)
{
	for (size_t i = 0; i < ARRAY_LEN(functions); i++) {
		lua_pushstring(L, functions[i].name);
		lua_pushcclosure(L, functions[i].function, 1);
		lua_setfield(L, -2, functions[i].name);
	}
}

void library_open(lua_State *L)
{
	environment_push_shared(L);
	add_functions(L);
	lua_newtable(L);
	add_functions(L);
	lua_pushnumber(L, 3.14159265358979323846);
	lua_setfield(L, -2, "pi");
	lua_pushnumber(L, HUGE_VAL);
	lua_setfield(L, -2, "huge");
	environment_protect(L, "math");
	lua_setfield(L, -2, "math");
	library_open_lua(L);
	lua_pop(L, 1);
}
