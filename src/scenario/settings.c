/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "scenario/settings.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/number.h"
#include "base/text.h"
#include "base/unit.h"
#include "model/model.h"

enum { QUOTE_CELLS = 80 };

struct setting {
	char *id;
	double value;
};

struct settings {
	struct setting *items;   /* in byte order of the ids */
	size_t count, cap;
};

struct settings *settings_new(void)
{
	return xcalloc(1, sizeof(struct settings));
}

struct settings *settings_copy(const struct settings *settings)
{
	struct settings *copy = settings_new();

	if (!settings->count)
		return copy;
	copy->items = xcalloc(settings->count, sizeof *copy->items);
	copy->count = copy->cap = settings->count;
	for (size_t i = 0; i < copy->count; i++)
		copy->items[i] = (struct setting){ xstrdup(settings->items[i].id), settings->items[i].value };
	return copy;
}

void settings_clear(struct settings *settings)
{
	for (size_t i = 0; i < settings->count; i++)
		free(settings->items[i].id);
	settings->count = 0;
}

void settings_free(struct settings *settings)
{
	if (!settings)
		return;
	settings_clear(settings);
	free(settings->items);
	free(settings);
}

/* Where the id is, or where it would have to go. */
static size_t place_of(const struct settings *settings, const char *id, bool *found)
{
	size_t lo = 0, hi = settings->count;

	while (lo < hi) {
		const size_t mid = lo + (hi - lo) / 2;
		const int order = strcmp(settings->items[mid].id, id);

		if (order == 0) {
			*found = true;
			return mid;
		}
		if (order < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	*found = false;
	return lo;
}

bool settings_is_id(const char *id)
{
	const size_t length = strlen(id);

	struct buf clean = BUF_INIT;
	bool same;

	if (!length || length > SETTINGS_ID_MAX)
		return false;
	text_clean(&clean, id, length, TEXT_ONE_LINE);
	same = !strcmp(buf_text(&clean), id);
	buf_release(&clean);
	return same;
}

int settings_set(struct settings *settings, const char *id, double value)
{
	bool found;
	size_t at;

	if (!isfinite(value) || !settings_is_id(id))
		return -1;
	value += 0.0;   /* no negative zero, which would be written and compared as another number */
	at = place_of(settings, id, &found);
	if (found) {
		settings->items[at].value = value;
		return 0;
	}
	if (settings->count >= SETTINGS_MAX)
		return -1;
	settings->items = xgrow(settings->items, settings->count, &settings->cap, sizeof *settings->items);
	memmove(settings->items + at + 1, settings->items + at, (settings->count - at) * sizeof *settings->items);
	settings->items[at] = (struct setting){ xstrdup(id), value };
	settings->count++;
	return 0;
}

static void remove_at(struct settings *settings, size_t at)
{
	free(settings->items[at].id);
	settings->count--;
	memmove(settings->items + at, settings->items + at + 1, (settings->count - at) * sizeof *settings->items);
}

bool settings_unset(struct settings *settings, const char *id)
{
	bool found;
	const size_t at = place_of(settings, id, &found);

	if (found)
		remove_at(settings, at);
	return found;
}

bool settings_get(const struct settings *settings, const char *id, double *value)
{
	bool found;
	const size_t at = place_of(settings, id, &found);

	if (found && value)
		*value = settings->items[at].value;
	return found;
}

size_t settings_count(const struct settings *settings)
{
	return settings->count;
}

const char *settings_id(const struct settings *settings, size_t i)
{
	return settings->items[i].id;
}

double settings_value(const struct settings *settings, size_t i)
{
	return settings->items[i].value;
}

bool settings_equal(const struct settings *a, const struct settings *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->items[i].value != b->items[i].value || strcmp(a->items[i].id, b->items[i].id) != 0)
			return false;
	return true;
}

/* ---- with a model ---- */

double settings_nearest(const struct model *model, int variable, double value)
{
	const struct variable *v = model_variable(model, variable);

	if (isnan(value))
		return v->value;
	if (v->is_switch)
		return value >= 0.5 ? 1 : 0;
	return fmin(fmax(value, v->lo), v->hi);
}

/* Says that there is no such lever or uncertainty, and which one may be meant. */
static int unknown(const struct model *model, const char *id, struct err *err)
{
	char *shown = text_quote(id, strlen(id), QUOTE_CELLS);
	struct text_guess guess = { .name = id };

	for (size_t i = 0; i < model_count(model); i++) {
		const struct variable *v = model_variable(model, (int)i);

		if (var_is_input(v->kind))
			text_guess_offer(&guess, v->id);
	}
	if (guess.best)
		err_set(err, _("there is no lever or uncertainty `%s`; did you mean `%s`?"), shown, guess.best);
	else
		err_set(err, _("there is no lever or uncertainty `%s`; `publicstake list levers` names them"), shown);
	free(shown);
	return -1;
}

enum { SAID_DIGITS = 6 };

/* A value as people read it, and as files have it where that is another number: 5 %/year (0.05). */
static char *said(const struct variable *v, double value)
{
	struct buf text = BUF_INIT;
	char exact[NUMBER_TEXT_MAX];

	unit_format(&text, value, v->unit, lang_of_messages(), SAID_DIGITS);
	if (value != 0 && text.len && strchr(text.text, '%'))
		buf_addf(&text, " (%s)", number_exact(value, exact));
	return buf_take(&text);
}

/* The name, and the label if there is one. */
static char *called(const struct variable *v)
{
	const char *label = text_in(&v->label, lang_of_messages());

	return *label ? xasprintf("`%s` (%s)", v->id, label) : xasprintf("`%s`", v->id);
}

/* "NAME can't be X; it must lie between A and B, the nearest is C" */
static int out_of_range(const struct model *model, int variable, double value, struct err *err)
{
	const struct variable *v = model_variable(model, variable);
	char *name = called(v), *given = said(v, value), *lo = said(v, v->lo), *hi = said(v, v->hi);
	char *nearest = said(v, settings_nearest(model, variable, value)), exact[NUMBER_TEXT_MAX];

	number_exact(value, exact);
	if (v->is_switch)
		err_set(err, _("%s can't be %s; it is a switch: 0 (off) or 1 (on)"), name, exact);
	else
		err_set(err, _("%s can't be %s; it must lie between %s and %s; the nearest is %s"), name,
			strcmp(given, nearest) ? given : exact, lo, hi, nearest);
	free(name);
	free(given);
	free(lo);
	free(hi);
	free(nearest);
	return -1;
}

/* The number of a variable that can be set; -1 and `err` if there is none of that id. */
static int find_input(const struct model *model, const char *id, struct err *err)
{
	const int variable = model_find(model, id);
	const struct variable *v;

	if (variable < 0)
		return unknown(model, id, err);
	v = model_variable(model, variable);
	if (var_is_input(v->kind))
		return variable;
	return err_set(err, _("`%s` can't be set: it is of the kind %s; levers and uncertainties can"), v->id,
		_(var_kind_name(v->kind)));
}

int settings_check(const struct model *model, const char *id, double value, struct err *err)
{
	const int variable = find_input(model, id, err);

	if (variable < 0)
		return -1;
	if (isnan(value) || value != settings_nearest(model, variable, value))
		return out_of_range(model, variable, value, err);
	return 0;
}

/* Whether setting the variable to this value says no more than not setting it. */
static bool is_idle(const struct variable *v, double value)
{
	return var_is_input(v->kind) && value == v->value && !var_is_drawn(v);
}

int settings_put(struct settings *settings, const struct model *model, const char *id, double value, struct err *err)
{
	if (settings_check(model, id, value, err) < 0)
		return -1;
	if (is_idle(model_variable(model, model_find(model, id)), value)) {
		settings_unset(settings, id);
		return 0;
	}
	if (settings_set(settings, id, value) < 0)
		return err_set(err, _("`%s` can't be set: there are %d settings, which is the limit"), id, SETTINGS_MAX);
	return 0;
}

int settings_assign(struct settings *settings, const struct model *model, const char *assignment, struct err *err)
{
	const char *equals = strchr(assignment, '=');
	char *id;
	double value;
	int variable, status = -1;

	if (!equals || equals == assignment) {
		char *shown = text_quote(assignment, strlen(assignment), QUOTE_CELLS);

		err_set(err, _("`%s` is not a setting; write ID=VALUE"), shown);
		free(shown);
		return -1;
	}
	id = xstrndup(assignment, (size_t)(equals - assignment));
	variable = find_input(model, id, err);
	if (variable >= 0 && number_parse_typed(equals + 1, model_variable(model, variable)->unit, &value, err) < 0)
		err_prefix(err, "%s: ", id);
	else if (variable >= 0)
		status = settings_put(settings, model, id, value, err);
	free(id);
	return status;
}

void settings_tidy(struct settings *settings, const struct model *model)
{
	for (size_t i = settings->count; i-- > 0;) {
		const int variable = model_find(model, settings->items[i].id);

		if (variable >= 0 && is_idle(model_variable(model, variable), settings->items[i].value))
			remove_at(settings, i);
	}
}

size_t settings_apply(const struct settings *settings, const struct model *model, double *values, bool *is_set,
	struct diags *diags)
{
	size_t refused = 0;

	for (size_t i = 0; i < model_count(model); i++) {
		const struct variable *v = model_variable(model, (int)i);

		values[i] = var_is_input(v->kind) ? v->value : NAN;
		is_set[i] = false;
	}
	for (size_t i = 0; i < settings->count; i++) {
		const struct setting *s = &settings->items[i];
		struct err err;
		int variable;

		if (settings_check(model, s->id, s->value, &err) < 0) {
			refused++;
			if (diags)
				diags_add(diags, "", 0, "%s", err.text);
			continue;
		}
		variable = model_find(model, s->id);
		values[variable] = s->value;
		is_set[variable] = true;
	}
	return refused;
}
