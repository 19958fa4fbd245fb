/* SPDX-License-Identifier: MIT
 *
 * rules/reference: the tape and the same rules as plain Lua agree, on the shipped rules and on all that the language
 * has.
 */
#include "config.h"

#include "rules/rules.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>

#include "base/err.h"
#include "build.h"
#include "model/draws.h"
#include "model/ensemble.h"
#include "model/tape.h"
#include "written.h"

/* ---- both engines on one world ---- */

struct both {
	const struct model *m;
	int *variables, *summaries;
	size_t count, summary_count, steps;
	double *tape, *lua;                   /* step * count + variable */
	double *tape_summaries, *lua_summaries;
	struct tape *made;
};

static void both_init(struct both *b, const struct model *m)
{
	*b = (struct both){ .m = m, .steps = (size_t)model_time(m)->steps + 1 };
	b->variables = xcalloc(model_count(m), sizeof(int));
	b->summaries = xcalloc(model_count(m), sizeof(int));
	for (size_t i = 0; i < model_count(m); i++) {
		const enum var_kind kind = model_variable(m, (int)i)->kind;

		if (var_is_over_time(kind) || var_is_input(kind))
			b->variables[b->count++] = (int)i;
		else if (!model_variable(m, (int)i)->has_versus)
			b->summaries[b->summary_count++] = (int)i;
	}
	b->tape = xcalloc(b->steps * b->count, sizeof(double));
	b->lua = xcalloc(b->steps * b->count, sizeof(double));
	b->tape_summaries = xcalloc(b->summary_count, sizeof(double));
	b->lua_summaries = xcalloc(b->summary_count, sizeof(double));
}

static void both_release(struct both *b)
{
	free(b->variables);
	free(b->summaries);
	free(b->tape);
	free(b->lua);
	free(b->tape_summaries);
	free(b->lua_summaries);
	tape_free(b->made);
}

static void run_tape(struct both *b, const double *values)
{
	const struct tape_spec spec = {
		.model = b->m,
		.wanted = b->variables,
		.wanted_count = b->count,
		.summaries = b->summaries,
		.summary_count = b->summary_count,
	};
	struct err err;
	struct ensemble *e;

	if (!b->made)
		b->made = tape_new(&spec, &err);
	e = ensemble_new(&(struct ensemble_spec){
		.tape = b->made, .values = values, .records = { .every = 1, .count = (int)b->steps }, .isa = isa_best() });
	for (size_t i = 0; i < b->count; i++)
		for (size_t s = 0; s < b->steps; s++)
			b->tape[s * b->count + i] = ensemble_central(e, i)[s];
	for (size_t k = 0; k < b->summary_count; k++)
		b->tape_summaries[k] = ensemble_central_summary(e, k);
	ensemble_free(e);
}

static void run_both(struct both *b, struct rules *rules, const double *values)
{
	struct err err;

	run_tape(b, values);
	if (rules_run_lua(
			rules, values, b->variables, b->count, b->lua, b->summaries, b->summary_count, b->lua_summaries, &err))
		fail_msg("%s", err.text);
}

/* ---- the shipped rules ---- */

/* How far the engines are apart: relative to the value itself, and to the larger of the value and a hundredth of the
 * variable's largest in that run. A difference that passes through zero has no accuracy of its own: two roundings of
 * its parts are all that is left of it there. (They do not give the same bits since plain Lua's ^ is the C library's.)
 */
#define SCALE 1e-2

struct apart {
	double plain, scaled;
	int plain_at, scaled_at;   /* variables */
};

static void measure(struct apart *apart, const struct both *b)
{
	for (size_t i = 0; i < b->count; i++) {
		double largest = 0;

		for (size_t s = 0; s < b->steps; s++)
			largest = fmax(largest, fabs(b->lua[s * b->count + i]));
		for (size_t s = 0; s < b->steps; s++) {
			const double x = b->tape[s * b->count + i], y = b->lua[s * b->count + i], off = fabs(x - y);

			assert_true(isfinite(x) == isfinite(y) && isnan(x) == isnan(y));
			if (x == y || !isfinite(x))
				continue;
			if (off / fabs(y) > apart->plain) {
				apart->plain = off / fabs(y);
				apart->plain_at = b->variables[i];
			}
			if (off / fmax(fabs(y), SCALE * largest) > apart->scaled) {
				apart->scaled = off / fmax(fabs(y), SCALE * largest);
				apart->scaled_at = b->variables[i];
			}
		}
	}
}

static void compare_summaries(const struct both *b)
{
	for (size_t k = 0; k < b->summary_count; k++) {
		const double x = b->tape_summaries[k], y = b->lua_summaries[k];

		if (!(isnan(x) && isnan(y)) && x != y && fabs(x - y) > 1e-9 * fabs(y))
			fail_msg("%s is %.17g on the tape, %.17g in Lua", model_variable(b->m, b->summaries[k])->id, x, y);
	}
}

/* Levers anywhere on their sliders, uncertainties as they are drawn, fixed ones anywhere in their range. */
static void draw_world(const struct model *m, uint32_t world, uint64_t *seed, double *values)
{
	bool *is_set = xcalloc(model_count(m), sizeof *is_set);

	for (size_t i = 0; i < model_count(m); i++) {
		const struct variable *v = model_variable(m, (int)i);

		if (!var_is_input(v->kind))
			continue;
		values[i] = random_between(seed, v->lo, v->hi);
		if (v->is_switch)
			values[i] = values[i] >= (v->lo + v->hi) / 2 ? v->hi : v->lo;
	}
	draws_one(m, 11, world, is_set, values);
	free(is_set);
}

enum { WORLDS = 200 };

static void test_shipped_rules(void **state)
{
	const char *top = getenv("srcdir");
	char *rule_dir = file_join(top ? top : ".", "lua"), *data_dir = file_join(top ? top : ".", "data");
	const struct rules_spec spec = {
		.rule_dirs = (const char *const[]){ rule_dir },
		.rule_dir_count = 1,
		.data_dirs = (const char *const[]){ data_dir },
		.data_dir_count = 1,
	};
	struct diags diags = DIAGS_INIT;
	struct rules *rules = rules_load(&spec, &diags);
	struct apart apart = { 0, 0, -1, -1 };
	struct both b;
	uint64_t seed = 1;
	double *values;

	(void)state;
	assert_non_null(rules);
	both_init(&b, rules_model(rules));
	values = model_defaults(b.m);
	for (uint32_t w = 0; w <= WORLDS; w++) {
		run_both(&b, rules, values);
		measure(&apart, &b);
		compare_summaries(&b);
		draw_world(b.m, w, &seed, values);
	}
	assert_true(apart.scaled_at >= 0);   /* it was not twice the same engine */
	print_message("tape and Lua are at most %.2g apart (%s), relative to the value itself %.2g (%s)\n", apart.scaled,
		model_variable(b.m, apart.scaled_at)->id, apart.plain, model_variable(b.m, apart.plain_at)->id);
	assert_true(apart.scaled <= 1e-12);
	free(values);
	both_release(&b);
	rules_free(rules);
	free(rule_dir);
	free(data_dir);
}

/* ---- every function against a value computed by hand ---- */

enum { STEPS = 20 };   /* from 0 to 10 by half years */

typedef double known_fn(int step);

static double t_of(int step) { return step * 0.5; }
static double lookup_1(int step)
{
	return step < 4 ? 5 : step < 12 ? 5 + (t_of(step) - 2) * 2 : step < 16 ? 13 - (t_of(step) - 6) * 6.5 : 0;
}
static double pop_at(double t) { return t < 0 ? 50 : t < 5 ? 50 + 2 * t : 60; }
static double pop_now(int step) { return pop_at(t_of(step)); }
static double pop_later(int step) { return pop_at(t_of(step) + 1.5); }

/* smooth(t, 2), from 0. */
static double smooth_t(int step)
{
	double m = 0;

	for (int i = 0; i < step; i++)
		m += 0.5 * (t_of(i) - m) / 2;
	return m;
}

/* Three lags of 2 / 3 each: of the smoothing and of the delaying kind. */
static double stages(int step, bool delay)
{
	const double time = 2 / 3.0;
	double m[3] = { 0 };

	if (delay)
		m[0] = m[1] = m[2] = 1 * time;
	else
		m[0] = m[1] = m[2] = 1;
	for (int i = 0; i < step; i++) {
		double in = 1 + t_of(i), rate[3];

		for (int k = 0; k < 3; k++) {
			rate[k] = delay ? in - m[k] / time : (in - m[k]) / time;
			in = delay ? m[k] / time : m[k];
		}
		for (int k = 0; k < 3; k++)
			m[k] += 0.5 * rate[k];
	}
	return delay ? m[2] / time : m[2];
}

static double smooth3_t(int step) { return stages(step, false); }
static double delay3_t(int step) { return stages(step, true); }

/* delay1(1 + t, 2): a stock that holds 2 years of what flows in. */
static double delay1_t(int step)
{
	double held = 2;

	for (int i = 0; i < step; i++)
		held += 0.5 * (1 + t_of(i) - held / 2);
	return held / 2;
}

static double delay_fixed_t(int step) { return step < 4 ? -1 : t_of(step - 4); }
static double delay_short(int step) { return step < 1 ? -1 : t_of(step - 1); }

/* trend(x, 4, 0.1) of x = 1 + t. */
static double trend_t(int step)
{
	double mean = 1 / (1 + 0.1 * 4);

	for (int i = 0; i < step; i++)
		mean += 0.5 * (1 + t_of(i) - mean) / 4;
	return (1 + t_of(step) - mean) / (4 * fabs(mean));
}

/* forecast(1 + t, 4, 3). */
static double forecast_t(int step)
{
	double mean = 1;

	for (int i = 0; i < step; i++)
		mean += 0.5 * (1 + t_of(i) - mean) / 4;
	return (1 + t_of(step)) * (1 + (1 + t_of(step) - mean) / (4 * mean) * 3);
}

/* npv(10, 0.1, 5, 2). */
static double npv_10(int step)
{
	double discount = 1, total = 5;

	for (int i = 0; i < step; i++) {
		total += 0.5 * 10 * discount;
		discount += 0.5 * -(discount * 0.1);
	}
	return (total + 10 * discount * 0.5) * 2;
}

/* sample_if_true(t % 3 < 1, t, -1). */
static double sampled(int step)
{
	double held = -1;

	for (int i = 0; i <= step; i++)
		held = fmod(t_of(i), 3) < 1 ? t_of(i) : held;
	return held;
}

static double sampled_late(int step) { return step < 6 ? -1 : t_of(step); }
static double minimum(int step) { return fmin(3, fmin(t_of(step), 5)); }
static double maximum(int step) { return fmax(t_of(step), 2); }
static double clamped(int step) { return fmax(2, fmin(4, t_of(step))); }
static double exponential(int step) { return exp(t_of(step) / 10); }
static double logarithm(int step) { return log(t_of(step) + 1); }
static double root(int step) { return sqrt(t_of(step)); }
static double absolute(int step) { return fabs(t_of(step) - 5); }
static double sine(int step) { return sin(t_of(step)); }
static double cosine(int step) { return cos(t_of(step)); }
static double floored(int step) { return floor(t_of(step) / 3 - 1); }
static double from_3(int step) { return step >= 6; }
static double step_4(int step) { return step >= 8 ? 2 : 0; }
static double ramp(int step) { return step < 4 ? 0 : step < 12 ? 0.5 * (t_of(step) - 2) : 2; }
static double pulse(int step) { return step >= 4 && step < 7; }
static double train(int step) { return step >= 2 && step < 18 && (step - 2) % 6 < 2; }
static double year_4(int step) { return step >= 8 && step < 10; }
static double ratio_x(int step) { return step == 10 ? 9 : 1 / (t_of(step) - 5); }
static double ratio_0(int step) { return step == 10 ? 0 : 1 / (t_of(step) - 5); }
static double whole(int step) { return 2 * trunc((t_of(step) - 5) / 2); }
static double unchanged(int step) { return t_of(step); }
static double modulo(int step) { return fmod(t_of(step), 3); }
static double modulo_below(int step) { return (t_of(step) - 5) - floor((t_of(step) - 5) / 3) * 3; }
static double whole_part(int step) { return floor((t_of(step) - 5) / 3); }
static double power(int step) { return pow(t_of(step), 1.7); }
static double square(int step) { return t_of(step) * t_of(step); }
static double power_of_two(int step) { return pow(2, t_of(step)); }
static double negative(int step) { return -t_of(step); }
static double circle(int step) { return 3.14159265358979323846 * t_of(step); }
static double ladder(int step) { return step < 4 ? 1 : step < 8 ? 2 : step < 12 ? 3 : 4; }
static double between(int step) { return step > 4 && step <= 12; }
static double outside(int step) { return !(step > 4 && step <= 12); }
static double sum_to_5(int step) { return 15 * t_of(step); }
static double nested(int step) { return 3 * t_of(step) + 1; }
static double recursion(int step) { return 120 * t_of(step); }
static double from_table(int step) { return 6 * t_of(step); }
static double spread(int step) { return t_of(step) + 1 > 3 ? t_of(step) + 1 : 3; }
static double helped(int step) { return 2 * (t_of(step) + 1); }
static double four(int step) { return step * 0 + 4; }
static double family(int step) { return (1 + 2 + 3 + 4) * (t_of(step) + 1); }
static double while_3(int step) { return 3 * t_of(step); }
static double as_text(int step) { return 12 + t_of(step); }
static double strict(int step) { return (step > 6) + 10 * (step >= 6) + 100 * (step < 6) + 1000 * (step <= 6); }
static double negated(int step) { return step > 6 ? 1 : 2; }
static double step_size(int step) { return step * 0 + 0.5 + 100 * 0 + 1000 * 10; }

static const struct {
	const char *equation;
	known_fn *known;
} functions[] = {
	{ "return min(3, v.t, 5)", minimum },
	{ "return math.min(3, v.t, 5)", minimum },
	{ "return max(2, v.t)", maximum },
	{ "return max(v.t)", unchanged },
	{ "return clamp(v.t, 2, 4)", clamped },
	{ "return exp(v.t / 10)", exponential },
	{ "return ln(v.t + 1)", logarithm },
	{ "return log(v.t + 1)", logarithm },
	{ "return math.log(v.t + 1)", logarithm },
	{ "return sqrt(v.t)", root },
	{ "return v.t ^ 0.5", root },
	{ "return abs(v.t - 5)", absolute },
	{ "return sin(v.t)", sine },
	{ "return cos(v.t)", cosine },
	{ "return floor(v.t / 3 - 1)", floored },
	{ "return heaviside(v.t - 3)", from_3 },
	{ "return step(2, 4)", step_4 },
	{ "return step(v.x * 2, 3 + v.x)", step_4 },
	{ "return ramp(0.5, 2, 6)", ramp },
	{ "return pulse(2, 1.5)", pulse },
	{ "return pulse_train(1, 1, 3, 9)", train },
	{ "return in_year(4)", year_4 },
	{ "return lookup(v.t, { { 2, 5 }, { 6, 13 }, { 8, 0 } })", lookup_1 },
	{ "return lookup(v.t, { { 8, 0 }, { 2, 5 }, { 6, 13 } })", lookup_1 },
	{ "return v.pop", pop_now },
	{ "return pop(v.t)", pop_now },
	{ "return lookup(v.t, 'pop')", pop_now },
	{ "return pop(v.t + 1.5)", pop_later },
	{ "return smooth(v.t, 2)", smooth_t },
	{ "return smooth3(1 + v.t, 2)", smooth3_t },
	{ "return delay1(1 + v.t, 2)", delay1_t },
	{ "return delay3(1 + v.t, 2)", delay3_t },
	{ "return delay_fixed(v.t, 2, -1)", delay_fixed_t },
	{ "return delay_fixed(v.t, 0, -1)", delay_short },
	{ "return delay_fixed(v.t, 2 * v.x, -1)", delay_fixed_t },
	{ "return trend(1 + v.t, 4, 0.1)", trend_t },
	{ "return forecast(1 + v.t, 4, 3)", forecast_t },
	{ "return npv(10, 0.1, 5, 2)", npv_10 },
	{ "return sample_if_true(v.t % 3 < 1, v.t, -1)", sampled },
	{ "return sample_if_true(v.t >= 3, v.t, -1)", sampled_late },
	{ "return xidz(1, v.t - 5, 9)", ratio_x },
	{ "return zidz(1, v.t - 5)", ratio_0 },
	{ "return quantum(v.t - 5, 2)", whole },
	{ "return quantum(v.t, 0)", unchanged },
	{ "return v.t % 3", modulo },
	{ "return (v.t - 5) % 3", modulo_below },
	{ "return (v.t - 5) // 3", whole_part },
	{ "return v.t ^ 1.7", power },
	{ "return v.t ^ 2", square },
	{ "return 2 ^ v.t", power_of_two },
	{ "return -v.t", negative },
	{ "return math.pi * v.t", circle },
	{ "return v.start + v.dt + 1000 * v.stop", step_size },
	{ "if v.t < 2 then return 1 elseif v.t < 4 then return 2 elseif v.t < 6 then return 3 else return 4 end", ladder },
	{ "if v.t < 2 then return 1 end if v.t < 4 then return 2 end if v.t < 6 then return 3 end return 4", ladder },
	{ "if v.t > 2 and v.t <= 6 then return 1 else return 0 end", between },
	{ "if v.t <= 2 or v.t > 6 then return 0 end return 1", between },
	{ "if not (v.t > 2 and not (v.t > 6)) then return 1 end return 0", outside },
	{ "return v.t > 2 and v.t <= 6 and 1 or 0", between },
	{ "local s = 0 for i = 1, 5 do s = s + i * v.t end return s", sum_to_5 },
	{ "local function f(a) local function g(b) return a * b end return g(v.t) end return f(2) + f(1) + 1", nested },
	{ "local function f(n) if n <= 1 then return v.t end return n * f(n - 1) end return f(5)", recursion },
	{ "local s = 0 for _, k in ipairs({ 1, 2, 3 }) do s = s + k * v.t end return s", from_table },
	{ "local s = 0 for name, k in pairs({ b = 1, a = 2, c = 3 }) do s = s + k * v.t end return s", from_table },
	{ "local t, s = { b = 1, a = 2, c = 3 }, 0 local k = next(t) "
	  "while k do s = s + t[k] * v.t k = next(t, k) end return s",
		from_table },
	{ "return max(table.unpack({ v.t + 1, 3 }))", spread },
	{ "return twice(v.one_more)", helped },
	{ "return FOUR", four },
	{ "local s = 0 for i = 1, 4 do s = s + v['member_' .. i] end return s", family },
	{ "local s, i = 0, 0 while i < 3 do s = s + v.t i = i + 1 end return s", while_3 },
	{ "local s, i = 0, 0 repeat s = s + v.t i = i + 1 until i >= 3 return s", while_3 },
	{ "return tonumber('12') + v.t", as_text },
	{ "local function f(c) if c then return 1 end return 0 end "
	  "return f(v.t > 3) + 10 * f(v.t >= 3) + 100 * f(v.t < 3) + 1000 * f(v.t <= 3)",
		strict },
	{ "local late = v.t > 3 if not late then return 2 end return 1", negated },
	{ "assert(v.dt > 0, 'no step') if v.stop < v.start then error('never') end return v.t", unchanged },
	{ "local unused = v.pop return v.t", unchanged },
};

static char *functions_text(void)
{
	char *text =
		xstrdup("model { start = 0, stop = 10, step = 0.5 }\n"
				"lever \"x\" { default = 1, range = { 0, 2 } }\n"
				"series \"pop\" { points = { { 0, 50 }, { 5, 60 } } }\n"
				"auxiliary \"one_more\" { value = function(v) return v.t + 1 end }\n"
				"for i = 1, 4 do auxiliary(\"member_\" .. i) { value = function(v) return i * v.one_more end } end\n");

	for (size_t i = 0; i < ARRAY_LEN(functions); i++) {
		char *longer = xasprintf("%soutcome \"f%zu\" { value = function(v) %s end }\n", text, i, functions[i].equation);

		free(text);
		text = longer;
	}
	return text;
}

static void check_function(const struct both *b, size_t i)
{
	char id[32];
	size_t at = 0;

	snprintf(id, sizeof id, "f%zu", i);
	while (b->variables[at] != model_find(b->m, id))
		at++;
	for (int s = 0; s <= STEPS; s++) {
		const double wanted = functions[i].known(s), on_tape = b->tape[(size_t)s * b->count + at];
		const double in_lua = b->lua[(size_t)s * b->count + at];

		if (!(fabs(on_tape - wanted) <= 1e-12 * fmax(1, fabs(wanted))))
			fail_msg("%s at %g: on the tape %.17g, not %.17g", functions[i].equation, t_of(s), on_tape, wanted);
		if (!(fabs(in_lua - wanted) <= 1e-12 * fmax(1, fabs(wanted))))
			fail_msg("%s at %g: in Lua %.17g, not %.17g", functions[i].equation, t_of(s), in_lua, wanted);
	}
}

static void test_functions(void **state)
{
	struct written w;
	struct both b;
	char *text = functions_text();
	double *values;

	(void)state;
	written_init(&w);
	written_file(&w, "a.lua", text);
	written_file(
		&w, "z.lua", "FOUR = 4\nfunction twice(x) return helper(x) * 2 end\nfunction helper(x) return x end\n");
	if (!written_load(&w))
		fail_msg("%s", written_mistakes(&w));
	both_init(&b, rules_model(w.rules));
	values = model_defaults(b.m);
	run_both(&b, w.rules, values);
	for (size_t i = 0; i < ARRAY_LEN(functions); i++)
		check_function(&b, i);
	free(values);
	free(text);
	both_release(&b);
	written_release(&w);
}

/* ---- Runge and Kutta, initial values that hang together, summaries ---- */

static const char small[] =
	"model { start = 0, stop = 6, step = 0.25, method = \"%s\" }\n"
	"lever \"x\" { default = 1.2, range = { 0, 2 } }\n"
	"uncertainty \"u\" { default = 0.5, spread = uniform(0, 1) }\n"
	"series \"pop\" { points = { { 0, 1 }, { 2, 3 }, { 5, 2 } } }\n"
	"stock \"a\" { initial = function(v) return v.b * 2 + v.aux end,\n"
	"rate = function(v) return v.c - v.a * v.x + sin(v.t) end }\n"
	"stock \"b\" { initial = function(v) return v.c + v.pop end, rate = function(v) return smooth(v.a, 2) - v.b end }\n"
	"stock \"c\" { initial = 0.3, rate = function(v) if v.a > v.b then return v.u else return -v.c ^ 1.5 end end }\n"
	"auxiliary \"aux\" { value = function(v) return v.x * v.t + v.pop + delay3(v.u + v.t, 1.5) end }\n"
	"outcome \"late\" {\n"
	"value = function(v) return delay_fixed(v.a, 1, v.b) + sample_if_true(v.t %% 2 < 1, v.c, 7) end }\n"
	"outcome \"seen\" { value = function(v) return npv(v.a, 0.05, 0, 1) + trend(v.b + 9, 2, 0) end }\n"
	"summary \"first\" { first = function(v) return v.t * v.u > 1.6 end }\n"
	"summary \"never\" { first = function(v) return v.a > 1e9 end }\n"
	"summary \"at\" { at = 3.5, value = function(v) return v.late end }\n"
	"summary \"minimum\" { minimum = function(v) return v.seen end }\n"
	"summary \"maximum\" { maximum = function(v) return smooth(v.seen, 3) end }\n"
	"summary \"total\" { total = function(v) return v.a end }\n"
	"summary \"mean\" { mean = function(v) return v.late end }\n"
	"check \"small\" { holds = function(v) return v.a < 4 or v.t < 1 end }\n";

static void test_methods(void **state)
{
	(void)state;
	for (int method = 0; method < 2; method++) {
		char *text = xasprintf(small, method ? "rk4" : "euler");
		struct written w;
		struct both b;
		struct apart apart = { 0, 0, -1, -1 };
		uint64_t seed = 3;
		double *values;

		written_init(&w);
		written_file(&w, "a.lua", text);
		if (!written_load(&w))
			fail_msg("%s", written_mistakes(&w));
		both_init(&b, rules_model(w.rules));
		values = model_defaults(b.m);
		for (uint32_t k = 0; k < 50; k++) {
			run_both(&b, w.rules, values);
			measure(&apart, &b);
			for (size_t i = 0; i < b.summary_count; i++)
				assert_true(fabs(b.tape_summaries[i] - b.lua_summaries[i]) <= 1e-12 * fabs(b.lua_summaries[i]) ||
					(isnan(b.tape_summaries[i]) && isnan(b.lua_summaries[i])));
			draw_world(b.m, k, &seed, values);
		}
		assert_true(apart.scaled <= 1e-12);
		free(values);
		free(text);
		both_release(&b);
		written_release(&w);
	}
}

/* Initial values one from the other: what is asked for within what is asked for has an end in Lua. */
static void test_long_initial_chain(void **state)
{
	struct written w;
	struct both b;
	double *values;

	(void)state;
	written_init(&w);
	written_file(&w, "a.lua",
		"model { start = 0, stop = 2, step = 1 }\n"
		"for i = 1, 600 do\n"
		"stock(\"s\" .. i) {\n"
		"initial = function(v) return v[\"s\" .. (i + 1)] + 1 end, rate = function(v) return 0 end }\n"
		"end\n"
		"stock \"s601\" { initial = 5, rate = function(v) return 1 end }\n");
	if (!written_load(&w))
		fail_msg("%s", written_mistakes(&w));
	both_init(&b, rules_model(w.rules));
	values = model_defaults(b.m);
	run_both(&b, w.rules, values);
	assert_true(b.lua[0] == 605 && b.tape[0] == 605);
	free(values);
	both_release(&b);
	written_release(&w);
}

/* An equation that fails while the reference engine runs is an error with its place. */
static void test_failure(void **state)
{
	struct written w;
	double out[9], *values;
	const int variable = 0;
	struct err err;

	(void)state;
	written_init(&w);
	written_file(&w, "a.lua",
		"model { start = 0, stop = 8, step = 1 }\n"
		"local calls = 0\n"
		"outcome \"a\" {\n"
		"\tvalue = function(v) calls = calls + 1 if calls > 12 then return nil end return v.t end }\n");
	if (!written_load(&w))
		fail_msg("%s", written_mistakes(&w));
	values = model_defaults(rules_model(w.rules));
	assert_int_equal(rules_run_lua(w.rules, values, &variable, 1, out, NULL, 0, NULL, &err), -1);
	assert_non_null(strstr(err.text, "a.lua:4: `a`"));
	free(values);
	written_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shipped_rules), cmocka_unit_test(test_functions), cmocka_unit_test(test_methods),
		cmocka_unit_test(test_long_initial_chain), cmocka_unit_test(test_failure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
