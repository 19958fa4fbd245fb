/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/news.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/lang.h"
#include "base/unit.h"
#include "model/model.h"
#include "ui/book.h"
#include "ui/desk.h"
#include "ui/doc.h"

enum { EFFECTS_MAX = 12, DIGITS = 4 };

struct outcomes {
	char **id;
	double *value;
	size_t count;
};

struct equation {
	char *id;
	enum { EQUATION_NEW, EQUATION_OTHER, EQUATION_GONE } what;
};

struct effect {
	char *id;
	double before, after, size;
};

struct news {
	double year;
	struct equation *equations;
	size_t equation_count, equation_cap;
	struct effect *effects;     /* of all outcomes that moved, the largest first */
	size_t effect_count, effect_cap;
};

/* ---- outcomes before ---- */

struct outcomes *outcomes_take(const struct desk *desk)
{
	struct outcomes *outcomes = xcalloc(1, sizeof(*outcomes));

	outcomes->id = xcalloc(desk->outcome_count, sizeof(*outcomes->id));
	outcomes->value = xcalloc(desk->outcome_count, sizeof(*outcomes->value));
	outcomes->count = desk->outcome_count;
	for (size_t i = 0; i < desk->outcome_count; i++) {
		outcomes->id[i] = xstrdup(model_variable(desk->model, desk->outcomes[i])->id);
		outcomes->value[i] = desk_value(desk, desk->outcomes[i]);
	}
	return outcomes;
}

void outcomes_free(struct outcomes *outcomes)
{
	for (size_t i = 0; i < outcomes->count; i++)
		free(outcomes->id[i]);
	free(outcomes->id);
	free(outcomes->value);
	free(outcomes);
}

/* ---- finding ---- */

static bool same_equation(const struct variable *a, const char *text_a, const struct variable *b, const char *text_b)
{
	return a->kind == b->kind && text_a && text_b && !strcmp(text_a, text_b) && !(fabs(a->value - b->value) > 0);
}

static void add_equation(struct news *news, const char *id, int what)
{
	news->equations = xgrow(news->equations, news->equation_count, &news->equation_cap,
		sizeof(*news->equations));
	news->equations[news->equation_count++] = (struct equation){ .id = xstrdup(id), .what = what };
}

/* Both equations of a stock. Takes them. */
static char *join(char *equation, char *start)
{
	char *both = xasprintf("%s\n%s", equation, start);

	free(equation);
	free(start);
	return both;
}

static void find_equations(struct news *news, const struct desk *desk, const struct book_old *old)
{
	const struct model *before = book_old_model(old);

	for (size_t i = 0; i < model_count(desk->model); i++) {
		const struct variable *v = model_variable(desk->model, (int)i);
		const int was = model_find(before, v->id);
		char *text = join(book_source(desk->book, (int)i), book_lines(desk->book, &v->start)), *text_before = NULL;

		if (was >= 0)
			text_before = join(book_old_source(old, was), book_old_lines(old, &model_variable(before, was)->start));
		if (was < 0)
			add_equation(news, v->id, EQUATION_NEW);
		else if (!same_equation(v, text, model_variable(before, was), text_before))
			add_equation(news, v->id, EQUATION_OTHER);
		free(text);
		free(text_before);
	}
	for (size_t i = 0; i < model_count(before); i++)
		if (model_find(desk->model, model_variable(before, (int)i)->id) < 0)
			add_equation(news, model_variable(before, (int)i)->id, EQUATION_GONE);
}

/* Relative to the larger of both, so that outcomes of all units compare. */
static double size_of(double before, double after)
{
	const double scale = fmax(fabs(before), fabs(after));

	if (isnan(before) != isnan(after))
		return 2;
	return scale > 0 && isfinite(scale) ? fabs(after - before) / scale : 0;
}

static int larger_first(const void *a, const void *b)
{
	const double x = ((const struct effect *)a)->size, y = ((const struct effect *)b)->size;

	return x > y ? -1 : x < y;
}

static void find_effects(struct news *news, const struct desk *desk, const struct outcomes *before)
{
	for (size_t i = 0; i < before->count; i++) {
		const int variable = model_find(desk->model, before->id[i]);
		struct effect effect = { .before = before->value[i] };

		if (variable < 0)
			continue;
		effect.after = desk_value(desk, variable);
		effect.size = size_of(effect.before, effect.after);
		if (!(effect.size > 0))
			continue;
		effect.id = xstrdup(before->id[i]);
		news->effects = xgrow(news->effects, news->effect_count, &news->effect_cap,
			sizeof(*news->effects));
		news->effects[news->effect_count++] = effect;
	}
	if (news->effect_count)
		qsort(news->effects, news->effect_count, sizeof(*news->effects), larger_first);
}

struct news *news_find(const struct desk *desk, const struct book_old *old, const struct outcomes *before)
{
	struct news *news = xcalloc(1, sizeof(*news));

	news->year = desk_year(desk);
	find_equations(news, desk, old);
	find_effects(news, desk, before);
	return news;
}

void news_free(struct news *news)
{
	if (!news)
		return;
	for (size_t i = 0; i < news->equation_count; i++)
		free(news->equations[i].id);
	for (size_t i = 0; i < news->effect_count; i++)
		free(news->effects[i].id);
	free(news->equations);
	free(news->effects);
	free(news);
}

size_t news_equations(const struct news *news)
{
	return news->equation_count;
}

int news_most(const struct news *news, const struct desk *desk)
{
	return news->effect_count ? model_find(desk->model, news->effects[0].id) : -1;
}

/* ---- the list ---- */

/* What was changed may be gone by now, when newer rules were wrong and others came. */
static void put_equation(const struct equation *equation, const struct desk *desk, struct doc *doc)
{
	const int variable = equation->what == EQUATION_GONE ? -1 : model_find(desk->model, equation->id);

	doc_line(doc);
	if (variable < 0) {
		doc_putf(doc, STYLE(ROLE_TEXT), _("  gone: %s"), equation->id);
		return;
	}
	doc_putf(doc, STYLE(ROLE_TEXT), "  %s  ", equation->what == EQUATION_NEW ? _("new:") : _("changed:"));
	doc_put(doc, STYLE(ROLE_STRONG), desk_label(desk, variable));
	doc_putf(doc, STYLE(ROLE_DIM), "  %s", equation->id);
	doc_stop(doc, "explain %s", equation->id);
}

static void put_effect(const struct effect *effect, const struct desk *desk, struct doc *doc)
{
	const int variable = model_find(desk->model, effect->id);
	struct buf before = BUF_INIT, after = BUF_INIT;
	const char *unit;

	if (variable < 0)
		return;
	unit = model_variable(desk->model, variable)->unit;
	unit_format(&before, effect->before, unit, desk->lang, DIGITS);
	unit_format(&after, effect->after, unit, desk->lang, DIGITS);
	doc_line(doc);
	doc_putf(doc, STYLE(ROLE_TEXT), "  %s: %s \u2192 %s", desk_label(desk, variable), buf_text(&before),
		buf_text(&after));
	doc_stop(doc, "explain %s", effect->id);
	buf_release(&before);
	buf_release(&after);
}

void news_put(const struct news *news, const struct desk *desk, struct doc *doc)
{
	doc_line(doc);
	doc_put(doc, STYLE(ROLE_HEADING), _("What the last reading of the rules changed"));
	for (size_t i = 0; i < news->equation_count; i++)
		put_equation(&news->equations[i], desk, doc);
	doc_line(doc);
	doc_putf(doc, STYLE(ROLE_HEADING), _("Outcomes in %.6g, by size of effect"), news->year);
	for (size_t i = 0; i < news->effect_count && i < EFFECTS_MAX; i++)
		put_effect(&news->effects[i], desk, doc);
	if (news->effect_count)
		return;
	doc_line(doc);
	doc_put(doc, STYLE(ROLE_DIM), _("  none has changed"));
}
