/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/news.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/unit.h"
#include "model/model.h"
#include "rules/rules.h"
#include "ui/book.h"
#include "ui/desk.h"
#include "ui/doc.h"

enum { EFFECTS_MAX = 12, DIGITS = 4 };

struct outcomes {
	char **id;
	double *value;
	size_t count;
};

/* A lever, an equation, ... */
struct entry {
	char *id;
	enum { ENTRY_NEW, ENTRY_OTHER, ENTRY_GONE } what;
};

struct effect {
	char *id;
	double before, after, size;
};

struct news {
	double year;
	bool is_rules, is_data;     /* what is new */
	struct file_names files;    /* in which it stands */
	struct entry *entries;
	size_t entry_count, entry_cap;
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

/* The file of that name, whatever folder it lies in; -1: none. */
static int find_file(const struct rules *rules, const char *name)
{
	for (size_t i = 0; i < rules_file_count(rules); i++) {
		char *base = file_base(rules_file(rules, i));
		const bool found = !strcmp(base, name);

		free(base);
		if (found)
			return (int)i;
	}
	return -1;
}

/* Those that `other` has not, or, unless only whole files are asked for, with another content. */
static void find_files(struct news *news, const struct rules *rules, const struct rules *other, bool whole)
{
	for (size_t i = 0; i < rules_file_count(rules); i++) {
		char *name = file_base(rules_file(rules, i));
		const int k = find_file(other, name);

		if (k < 0 || (!whole && rules_file_print(rules, i).hash != rules_file_print(other, (size_t)k).hash))
			news->files.name[news->files.count++] = name;
		else
			free(name);
	}
}

static void find_sources(struct news *news, const struct rules *before, const struct rules *now)
{
	const struct model *old = rules_model(before), *new = rules_model(now);

	news->is_rules = strcmp(model_fingerprint(old), model_fingerprint(new));
	news->is_data = strcmp(model_data_fingerprint(old), model_data_fingerprint(new));
	news->files.name = xcalloc(rules_file_count(now) + rules_file_count(before), sizeof(*news->files.name));
	find_files(news, now, before, false);
	find_files(news, before, now, true);
}

static void add_entry(struct news *news, const char *id, int what)
{
	news->entries = xgrow(news->entries, news->entry_count, &news->entry_cap, sizeof(*news->entries));
	news->entries[news->entry_count++] = (struct entry){ .id = xstrdup(id), .what = what };
}

/* All that the files say about a variable: its declaration, and its equations, which may stand elsewhere. */
static char *text_of(const struct rules *rules, int variable)
{
	const struct variable *v = model_variable(rules_model(rules), variable);
	char *declaration = rules_declaration(rules, variable), *equation = rules_lines(rules, &v->equation);
	char *start = rules_lines(rules, &v->start), *text = xasprintf("%s\n%s\n%s", declaration, equation, start);

	free(declaration);
	free(equation);
	free(start);
	return text;
}

/* A value may come from elsewhere: from data, or from a helper. */
static bool same_entry(const struct rules *before, int was, const struct rules *now, int is)
{
	const struct variable *a = model_variable(rules_model(before), was), *b = model_variable(rules_model(now), is);
	char *text_a = text_of(before, was), *text_b = text_of(now, is);
	const bool same = a->kind == b->kind && !strcmp(text_a, text_b) && !(fabs(a->value - b->value) > 0);

	free(text_a);
	free(text_b);
	return same;
}

static void find_entries(struct news *news, const struct rules *before, const struct rules *now)
{
	const struct model *old = rules_model(before), *new = rules_model(now);

	for (size_t i = 0; i < model_count(new); i++) {
		const char *id = model_variable(new, (int)i)->id;
		const int was = model_find(old, id);

		if (was < 0)
			add_entry(news, id, ENTRY_NEW);
		else if (!same_entry(before, was, now, (int)i))
			add_entry(news, id, ENTRY_OTHER);
	}
	for (size_t i = 0; i < model_count(old); i++)
		if (model_find(new, model_variable(old, (int)i)->id) < 0)
			add_entry(news, model_variable(old, (int)i)->id, ENTRY_GONE);
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
	find_sources(news, book_old_rules(old), book_rules(desk->book));
	find_entries(news, book_old_rules(old), book_rules(desk->book));
	find_effects(news, desk, before);
	return news;
}

void news_free(struct news *news)
{
	if (!news)
		return;
	file_names_release(&news->files);
	for (size_t i = 0; i < news->entry_count; i++)
		free(news->entries[i].id);
	for (size_t i = 0; i < news->effect_count; i++)
		free(news->effects[i].id);
	free(news->entries);
	free(news->effects);
	free(news);
}

void news_words(const struct news *news, struct buf *words)
{
	struct buf files = BUF_INIT;

	if (news->files.count == 1)
		buf_add(&files, news->files.name[0]);
	else
		buf_addf(&files, ngettext("%zu file", "%zu files", news->files.count), news->files.count);
	if (news->is_rules && news->is_data)
		buf_addf(words, _("new rules and data (%s)"), buf_text(&files));
	else
		buf_addf(words, news->is_rules ? _("new rules (%s)") : _("new data (%s)"), buf_text(&files));
	buf_release(&files);
}

int news_most(const struct news *news, const struct desk *desk)
{
	return news->effect_count ? model_find(desk->model, news->effects[0].id) : -1;
}

/* ---- the list ---- */

/* What was changed may be gone by now, when newer rules were wrong and others came. */
static void put_entry(const struct entry *entry, const struct desk *desk, struct doc *doc)
{
	const int variable = entry->what == ENTRY_GONE ? -1 : model_find(desk->model, entry->id);

	doc_line(doc);
	if (variable < 0) {
		doc_putf(doc, STYLE(ROLE_TEXT), _("  gone: %s"), entry->id);
		return;
	}
	doc_putf(doc, STYLE(ROLE_TEXT), "  %s  ", entry->what == ENTRY_NEW ? _("new:") : _("changed:"));
	doc_put(doc, STYLE(ROLE_STRONG), desk_label(desk, variable));
	doc_putf(doc, STYLE(ROLE_DIM), "  %s", entry->id);
	doc_stop(doc, "explain %s", entry->id);
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

static void put_heading(const struct file_names *files, struct doc *doc)
{
	struct buf names = BUF_INIT, heading = BUF_INIT;

	for (size_t i = 0; i < files->count; i++)
		buf_addf(&names, "%s%s", i ? ", " : "", files->name[i]);
	/* TRANSLATORS: names of files: gpu.lua, land_value.csv */
	buf_addf(&heading, _("What changed with %s"), buf_text(&names));
	doc_wrap(doc, STYLE(ROLE_HEADING), 0, buf_text(&heading), false);
	buf_release(&heading);
	buf_release(&names);
}

void news_put(const struct news *news, const struct desk *desk, struct doc *doc)
{
	put_heading(&news->files, doc);
	for (size_t i = 0; i < news->entry_count; i++)
		put_entry(&news->entries[i], desk, doc);
	doc_line(doc);
	doc_putf(doc, STYLE(ROLE_HEADING), _("Outcomes in %.6g, by size of effect"), news->year);
	for (size_t i = 0; i < news->effect_count && i < EFFECTS_MAX; i++)
		put_effect(&news->effects[i], desk, doc);
	if (news->effect_count)
		return;
	doc_line(doc);
	doc_put(doc, STYLE(ROLE_DIM), _("  none has changed"));
}
