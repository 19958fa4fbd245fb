/* SPDX-License-Identifier: MIT
 *
 * Declaring what has an equation: stocks, auxiliaries, outcomes, summaries, checks.
 */
#include "config.h"

#include <math.h>

#include "base/alloc.h"
#include "rules/declare_priv.h"

/* ---- stocks, auxiliaries, outcomes ---- */

static void read_value(struct decl *d, const char *name) { field_equation(d, name, PART_VALUE); }
static void read_outcome(struct decl *d, const char *name) { field_flag(d, name, &declare_target(d)->is_outcome); }

static void read_initial(struct decl *d, const char *name)
{
	if (lua_isfunction(d->host->lua, -1))
		field_equation(d, name, PART_INITIAL);
	else
		field_number(d, name, &declare_target(d)->value);
}

static void read_headline(struct decl *d, const char *name)
{
	double place;

	if (!field_number(d, name, &place))
		return;
	if (place < 1 || place > 99 || place != floor(place))
		fields_report(d, name, _("must be a whole number from 1: the place in the headline strip"));
	else
		declare_target(d)->headline = (int)place;
}

static void read_better(struct decl *d, const char *name)
{
	static const char *const words[] = { "higher", "lower", NULL };
	int which;

	if (field_one_of(d, name, words, &which))
		declare_target(d)->better = which ? BETTER_LOWER : BETTER_HIGHER;
}

static void read_note(struct decl *d, const char *name) { field_text(d, name, &declare_target(d)->note); }

const struct field declare_stock_fields[] = {
	{ "initial", read_initial },   { "rate", read_value },     { "outcome", read_outcome },
	{ "headline", read_headline }, { "better", read_better },  { "note", read_note },
	{ NULL, NULL },
};

const struct field declare_auxiliary_fields[] = {
	{ "value", read_value }, { NULL, NULL },
};

const struct field declare_outcome_fields[] = {
	{ "value", read_value }, { "headline", read_headline }, { "better", read_better }, { "note", read_note },
	{ NULL, NULL },
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

void declare_finish_stock(struct decl *d)
{
	if (d->failed)
		return;
	if (!has_equation(d, PART_VALUE))
		fields_report(d, NULL, _("needs a rate: write `rate = function(v) return ... end` (change a year)"));
	if (isnan(declare_target(d)->value) && !has_equation(d, PART_INITIAL))
		fields_report(d, NULL, _("needs an initial value: write `initial = number` or `initial = function(v) ... end`"));
}

void declare_finish_equation(struct decl *d)
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
		declare_target(d)->summary = kind;
}

static void read_first(struct decl *d, const char *name) { read_summary(d, name, SUMMARY_FIRST); }
static void read_at_value(struct decl *d, const char *name) { read_summary(d, name, SUMMARY_AT); }
static void read_minimum(struct decl *d, const char *name) { read_summary(d, name, SUMMARY_MINIMUM); }
static void read_maximum(struct decl *d, const char *name) { read_summary(d, name, SUMMARY_MAXIMUM); }
static void read_total(struct decl *d, const char *name) { read_summary(d, name, SUMMARY_TOTAL); }
static void read_mean(struct decl *d, const char *name) { read_summary(d, name, SUMMARY_MEAN); }
static void read_at(struct decl *d, const char *name) { field_number(d, name, &declare_target(d)->at); }
static void read_none(struct decl *d, const char *name) { field_text(d, name, &declare_target(d)->none); }

const struct field declare_summary_fields[] = {
	{ "first", read_first },     { "value", read_at_value }, { "minimum", read_minimum },   { "maximum", read_maximum },
	{ "total", read_total },     { "mean", read_mean },      { "at", read_at },             { "none", read_none },
	{ "headline", read_headline }, { "better", read_better }, { "note", read_note }, { NULL, NULL },
};

void declare_finish_summary(struct decl *d)
{
	if (d->failed)
		return;
	if (!has_equation(d, PART_VALUE))
		fields_report(d, NULL, _("needs one of first, value (with at), minimum, maximum, total, mean = function(v) ... end"));
	else if (isnan(declare_target(d)->at) == (declare_target(d)->summary == SUMMARY_AT))
		fields_report(d, NULL, _("`at = year` and `value` go together"));
}

/* ---- checks ---- */

/* { plus = x } or { times = x } or a number, on the top of the stack. */
static bool read_change(struct decl *d, const char *id, struct change *change)
{
	lua_State *L = d->host->lua;
	static const char *const words[] = { "plus", "times" };

	change->how = CHANGE_SET;
	if (!lua_istable(L, -1))
		return field_number(d, id, &change->by);
	for (int i = 0; i < 2; i++) {
		lua_pushstring(L, words[i]);
		if (lua_rawget(L, -2) != LUA_TNIL) {
			const bool good = field_number(d, id, &change->by);

			change->how = i ? CHANGE_TIMES : CHANGE_PLUS;
			lua_pop(L, 1);
			return good;
		}
		lua_pop(L, 1);
	}
	fields_report(d, id, _("must be a number, { plus = x } or { times = x }"));
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
		if (read_change(d, p.id, &p.change))
			declare_later(d->host, p);
	}
}

static void read_given(struct decl *d, const char *name) { read_changes(d, name, false); }

static void read_versus(struct decl *d, const char *name)
{
	declare_target(d)->has_versus = true;
	read_changes(d, name, true);
}

const struct field declare_check_fields[] = {
	{ "given", read_given }, { "versus", read_versus }, { "at", read_at }, { "holds", read_value }, { NULL, NULL },
};

/* function(v, w). */
static bool takes_second_run(const struct decl *d)
{
	lua_State *L = d->host->lua;
	lua_Debug ar;

	lua_rawgeti(L, LUA_REGISTRYINDEX, d->host->equations[d->host->equation_count - 1].function);
	lua_getinfo(L, ">u", &ar);
	return ar.nparams > 1;
}

void declare_finish_check(struct decl *d)
{
	if (!d->failed && !has_equation(d, PART_VALUE))
		fields_report(d, NULL, _("needs what must hold: write `holds = function(v) return ... end`"));
	else if (!d->failed && !model_variable(d->host->model, d->variable)->has_versus && takes_second_run(d))
		fields_report(d, "holds", _("takes a second run, but there is none: write `versus = { lever = value }`"));
}
