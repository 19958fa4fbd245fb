/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/deed.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/number.h"
#include "base/unit.h"
#include "model/model.h"
#include "scenario/history.h"
#include "scenario/scenario.h"
#include "scenario/shelf.h"
#include "ui/desk.h"

enum { DIGITS = 4, EXACT_DIGITS = 12, VALUE_CELLS = 16, FILES_SHOWN = 3 };

/* An entry that is being put into words. */
struct saying {
	const struct desk *desk;
	const struct history_entry *entry;
	const char *rest;     /* of its text, behind the mark */
	struct buf *words;
};

/* ---- marks ---- */

static void say_open(const struct saying *s)
{
	struct scenario *scenario = s->desk->shelf && *s->rest ? shelf_load(s->desk->shelf, s->rest, NULL) : NULL;

	buf_addf(s->words, _("open %s"), scenario ? scenario_title(scenario, s->desk->lang) : s->rest);
	scenario_free(scenario);
}

static void say_save(const struct saying *s)
{
	buf_addf(s->words, _("save %s"), s->rest);
}

static void say_delete(const struct saying *s)
{
	buf_addf(s->words, _("delete %s"), s->rest);
}

static void say_rename(const struct saying *s)
{
	const size_t length = strcspn(s->rest, "\t");
	char *from = xstrndup(s->rest, length);

	buf_addf(s->words, _("rename %s to %s"), from, s->rest[length] ? s->rest + length + 1 : "");
	free(from);
}

static void say_describe(const struct saying *s)
{
	buf_add(s->words, _("description of the scenario"));
}

static void say_new(const struct saying *s)
{
	buf_add(s->words, _("new scenario"));
}

static void say_reset(const struct saying *s)
{
	buf_add(s->words, _("everything to its default"));
}

static void say_rules(const struct saying *s)
{
	struct buf names = BUF_INIT;

	for (size_t i = 0; i < s->entry->file_count && i < FILES_SHOWN; i++) {
		char *name = file_base(s->entry->files[i].path);

		buf_addf(&names, "%s%s", names.len ? ", " : "", name);
		free(name);
	}
	if (s->entry->file_count > FILES_SHOWN)
		buf_add(&names, ", ...");
	buf_addf(s->words, _("edit of %s"), buf_text(&names));
	buf_release(&names);
}

static const struct deed_mark {
	const char *name;
	void (*say)(const struct saying *saying);
} marks[] = {
	{ ":open", say_open },
	{ ":save", say_save },
	{ ":delete", say_delete },
	{ ":rename", say_rename },
	{ ":describe", say_describe },
	{ ":new", say_new },
	{ ":reset", say_reset },
	{ ":rules", say_rules },
};

static bool say_mark(const struct desk *desk, const struct history_entry *entry, struct buf *words)
{
	const size_t length = strcspn(entry->text, "\t");
	const struct saying saying = { desk, entry, entry->text + length + (entry->text[length] == '\t'), words };

	for (size_t i = 0; i < ARRAY_LEN(marks); i++) {
		if (strlen(marks[i].name) != length || strncmp(marks[i].name, entry->text, length) != 0)
			continue;
		marks[i].say(&saying);
		return true;
	}
	return false;
}

/* ---- settings ---- */

/* A value as it was set, the default where it was not. Of a variable that the rules of today don't have there is only the
 * number. */
static void value_words(const struct desk *desk, int variable, bool is_set, double value, int digits, struct buf *words)
{
	const struct variable *v = variable < 0 ? NULL : model_variable(desk->model, variable);
	char number[NUMBER_TEXT_MAX];

	if (v)
		unit_format_fit(words, is_set ? value : v->value, v->unit, desk->lang, digits, VALUE_CELLS);
	else
		buf_add(words, is_set ? number_exact(value, number) : _("default"));
}

/* From what to what, in as many digits as tell the two apart. */
static void change_words(const struct desk *desk, const struct history_change *change, bool back, struct buf *words)
{
	const int variable = model_find(desk->model, change->id), digits[] = { DIGITS, EXACT_DIGITS };
	struct buf before = BUF_INIT, after = BUF_INIT;

	for (size_t i = 0; i < ARRAY_LEN(digits) && !strcmp(buf_text(&before), buf_text(&after)); i++) {
		buf_clear(&before);
		buf_clear(&after);
		value_words(desk, variable, change->was_set, change->before, digits[i], &before);
		value_words(desk, variable, change->is_set, change->after, digits[i], &after);
	}
	buf_addf(words, "%s %s \u2192 %s", variable < 0 ? change->id : desk_label(desk, variable),
		buf_text(back ? &after : &before), buf_text(back ? &before : &after));
	buf_release(&before);
	buf_release(&after);
}

void deed_words(const struct desk *desk, const struct history_entry *entry, bool back, struct buf *words)
{
	const bool is_slider = entry->change_count == 1 && !entry->scenario_before && !entry->file_count;

	if (say_mark(desk, entry, words))
		return;
	/* Histories of older versions have words in the language of their time. */
	if (*entry->text && !is_slider)
		buf_add(words, entry->text);
	else if (entry->change_count == 1)
		change_words(desk, &entry->changes[0], back, words);
	else
		buf_addf(words, ngettext("%zu setting", "%zu settings", entry->change_count), entry->change_count);
}
