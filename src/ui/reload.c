/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/reload.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/diags.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/unit.h"
#include "model/model.h"
#include "scenario/history.h"
#include "scenario/scenario.h"
#include "scenario/session.h"
#include "ui/book.h"
#include "ui/deed.h"
#include "ui/desk.h"
#include "ui/doc.h"

enum { EFFECTS_MAX = 12 };

struct kept_file {
	char *path, *text;
	size_t length;
};

struct kept_files {
	struct kept_file *items;
	size_t count, cap;
};

struct reload {
	struct kept_files files;    /* rule files of the user's when they were last right */
	struct book_old *former;    /* rules that were replaced; NULL: freed already */
};

/* ---- files, for undo ---- */

static void release_files(struct kept_files *files)
{
	for (size_t i = 0; i < files->count; i++) {
		free(files->items[i].path);
		free(files->items[i].text);
	}
	free(files->items);
	*files = (struct kept_files){ NULL, 0, 0 };
}

/* What says no more than the shipped file counts as not there. */
static struct kept_files read_files(const struct book *book)
{
	struct kept_files files = { NULL, 0, 0 };
	struct file_names names;
	const char *folder = book_own_rules(book);

	if (!folder || !file_is_folder(folder) || file_list(folder, ".lua", &names, NULL))
		return files;
	for (size_t i = 0; i < names.count; i++) {
		struct kept_file file = { .path = file_join(folder, names.name[i]) };

		if (!book_is_plain_copy(book, file.path))
			file.text = file_read(file.path, FILE_RULES_MAX, &file.length, NULL);
		if (!file.text) {
			free(file.path);
			continue;
		}
		files.items = xgrow(files.items, files.count, &files.cap, sizeof(*files.items));
		files.items[files.count++] = file;
	}
	file_names_release(&names);
	return files;
}

static const struct kept_file *find_file(const struct kept_files *files, const char *path)
{
	for (size_t i = 0; i < files->count; i++)
		if (!strcmp(files->items[i].path, path))
			return &files->items[i];
	return NULL;
}

static bool same_file(const struct kept_file *a, const struct kept_file *b)
{
	return a && b && a->length == b->length && !memcmp(a->text, b->text, a->length);
}

static void add_change(struct session_file *changes, size_t *count, const struct kept_file *before,
	const struct kept_file *after)
{
	changes[(*count)++] = (struct session_file){
		.path = before ? before->path : after->path, .before = before ? before->text : NULL, .after = after
			? after->text : NULL,
		.before_length = before ? before->length : 0, .after_length = after ? after->length : 0,
	};
}

/* Notes what changed in the user's files, unless undo itself changed them: then nothing differs from what the
 * history says, and session_do finds nothing to note. */
static void note_files(struct reload *reload, struct desk *desk)
{
	struct kept_files now = read_files(desk->book);
	struct session_file *changes = xcalloc(now.count + reload->files.count, sizeof(*changes));
	struct session_deed deed = { .text = DEED_RULES, .files = changes };

	for (size_t i = 0; i < now.count; i++) {
		const struct kept_file *before = find_file(&reload->files, now.items[i].path);

		if (!same_file(before, &now.items[i]))
			add_change(changes, &deed.file_count, before, &now.items[i]);
	}
	for (size_t i = 0; i < reload->files.count; i++)
		if (!find_file(&now, reload->files.items[i].path))
			add_change(changes, &deed.file_count, &reload->files.items[i], NULL);
	if (deed.file_count && !desk->files_restored) {
		deed.settings = desk->settings;
		deed.scenario = desk->scenario->name;
		session_do(desk->session, &deed, NULL);
	}
	desk->files_restored = RESTORED_NOTHING;
	free(changes);
	release_files(&reload->files);
	reload->files = now;
}

/* ---- what changed ---- */

struct effect {
	int variable;       /* of the new model */
	double before, after, size;
};

static int compare_effects(const void *a, const void *b)
{
	const double x = ((const struct effect *)a)->size, y = ((const struct effect *)b)->size;

	return x > y ? -1 : x < y;
}

/* Relative to the larger of both, so that outcomes of all units compare. */
static double size_of(double before, double after)
{
	const double scale = fmax(fabs(before), fabs(after));

	if (isnan(before) != isnan(after))
		return 2;
	return scale > 0 && isfinite(scale) ? fabs(after - before) / scale : 0;
}

static void doc_item(struct doc *doc, const char *id, const char *what, const char *label)
{
	doc_line(doc);
	doc_putf(doc, STYLE(ROLE_TEXT), "  %s  ", what);
	doc_put(doc, STYLE(ROLE_STRONG), label);
	doc_putf(doc, STYLE(ROLE_DIM), "  %s", id);
	doc_stop(doc, "explain %s", id);
}

static bool same_equation(const struct variable *a, const char *text_a, const struct variable *b, const char *text_b)
{
	return a->kind == b->kind && text_a && text_b && !strcmp(text_a, text_b) && !(fabs(a->value - b->value) > 0);
}

static size_t list_equations(const struct desk *desk, struct doc *doc, const struct book_old *old)
{
	const struct model *before = book_old_model(old);
	size_t count = 0;

	for (size_t i = 0; i < model_count(desk->model); i++) {
		const struct variable *v = model_variable(desk->model, (int)i);
		const int was = model_find(before, v->id);
		char *text = book_source(desk->book, (int)i), *text_before = was >= 0 ? book_old_source(old, was) : NULL;

		if (was < 0)
			doc_item(doc, v->id, _("new:"), desk_label(desk, (int)i));
		else if (!same_equation(v, text, model_variable(before, was), text_before))
			doc_item(doc, v->id, _("changed:"), desk_label(desk, (int)i));
		else
			count--;
		count++;
		free(text);
		free(text_before);
	}
	for (size_t i = 0; i < model_count(before); i++)
		if (model_find(desk->model, model_variable(before, (int)i)->id) < 0) {
			doc_line(doc);
			doc_putf(doc, STYLE(ROLE_TEXT), _("  gone: %s"), model_variable(before, (int)i)->id);
			count++;
		}
	return count;
}

static void effect_line(const struct desk *desk, struct doc *doc, const struct effect *effect)
{
	const struct variable *v = model_variable(desk->model, effect->variable);
	struct buf before = BUF_INIT, after = BUF_INIT;

	unit_format(&before, effect->before, v->unit, desk->lang, 4);
	unit_format(&after, effect->after, v->unit, desk->lang, 4);
	doc_line(doc);
	doc_putf(doc, STYLE(ROLE_TEXT), "  %s: %s \u2192 %s", desk_label(desk, effect->variable), buf_text(&before),
		buf_text(&after));
	doc_stop(doc, "explain %s", v->id);
	buf_release(&before);
	buf_release(&after);
}

static void list_effects(const struct desk *desk, struct doc *doc, struct effect *effects, size_t count)
{
	qsort(effects, count, sizeof(*effects), compare_effects);
	doc_line(doc);
	doc_putf(doc, STYLE(ROLE_HEADING), _("Outcomes in %.6g, by size of effect"), desk_year(desk));
	if (!count || !(effects[0].size > 0)) {
		doc_line(doc);
		doc_put(doc, STYLE(ROLE_DIM), _("  none has changed"));
	}
	for (size_t i = 0; i < count && i < EFFECTS_MAX && effects[i].size > 0; i++)
		effect_line(desk, doc, &effects[i]);
}

/* Values of all outcomes now, by id, so that they outlive the model. */
struct values {
	char **id;
	double *value;
	size_t count;
};

static struct values outcomes_now(const struct desk *desk)
{
	struct values values = { xcalloc(desk->outcome_count, sizeof(char *)), xcalloc(desk->outcome_count,
		sizeof(double)), desk->outcome_count };

	for (size_t i = 0; i < desk->outcome_count; i++) {
		values.id[i] = xstrdup(model_variable(desk->model, desk->outcomes[i])->id);
		values.value[i] = desk_value(desk, desk->outcomes[i]);
	}
	return values;
}

static struct effect *effects_of(const struct desk *desk, const struct values *before, size_t *count)
{
	struct effect *effects = xcalloc(before->count, sizeof(*effects));

	*count = 0;
	for (size_t i = 0; i < before->count; i++) {
		const int variable = model_find(desk->model, before->id[i]);
		const double after = variable >= 0 ? desk_value(desk, variable) : NAN;

		if (variable >= 0)
			effects[(*count)++] = (struct effect){ variable, before->value[i], after, size_of(before->value[i],
				after) };
	}
	return effects;
}

static void release_values(struct values *values)
{
	for (size_t i = 0; i < values->count; i++)
		free(values->id[i]);
	free(values->id);
	free(values->value);
}

/* `most` is the largest effect; NULL: there is none. */
static void say_new(struct desk *desk, size_t equations, const struct effect *most)
{
	if (most)
		desk_say(desk, TONE_GOOD, _("new rules (equations changed: %zu); most affected: %s; M lists all"), equations,
			desk_label(desk, most->variable));
	else
		desk_say(desk, TONE_GOOD, _("new rules (equations changed: %zu), no outcome moved"), equations);
}

/* Undo or redo has put rule files back: which ones, and what came of it. */
static void say_restored(struct desk *desk, const struct effect *most)
{
	struct history *history = session_history(desk->session);
	const bool back = desk->files_restored == RESTORED_BACK;
	struct buf words = BUF_INIT;

	deed_words(desk, history_entry(history, history_at(history) - (back ? 0 : 1)), &words);
	if (most)
		desk_say(desk, TONE_GOOD, back ? _("undone: %s; most affected: %s; M lists all")
			: _("redone: %s; most affected: %s; M lists all"), buf_text(&words), desk_label(desk, most->variable));
	else
		desk_say(desk, TONE_GOOD, back ? _("undone: %s; no outcome moved") : _("redone: %s; no outcome moved"),
			buf_text(&words));
	buf_release(&words);
}

static void tell(struct desk *desk, const struct book_old *old, const struct values *before)
{
	struct doc *doc = doc_new(100);
	size_t count, equations;
	struct effect *effects = effects_of(desk, before, &count);

	doc_line(doc);
	doc_put(doc, STYLE(ROLE_HEADING), _("What the last reading of the rules changed"));
	equations = list_equations(desk, doc, old);
	list_effects(desk, doc, effects, count);
	doc_free(desk->changes);
	desk->changes = doc;
	if (desk->files_restored)
		say_restored(desk, count && effects[0].size > 0 ? &effects[0] : NULL);
	else
		say_new(desk, equations, count && effects[0].size > 0 ? &effects[0] : NULL);
	free(effects);
}

/* ---- the whole ---- */

struct reload *reload_new(const struct desk *desk)
{
	struct reload *reload = xcalloc(1, sizeof(*reload));

	if (desk->book)
		reload->files = read_files(desk->book);
	return reload;
}

void reload_free(struct reload *reload)
{
	if (!reload)
		return;
	release_files(&reload->files);
	free(reload);
}

void reload_tidy(struct reload *reload, struct desk *desk)
{
	desk_tidy(desk);
	book_drop(reload->former);
	reload->former = NULL;
}

int reload_take(struct reload *reload, struct desk *desk)
{
	struct book_old *old = book_take(desk->book);
	struct values before;

	reload_tidy(reload, desk);
	if (!old) {
		note_files(reload, desk);
		return REACT_REDRAW;
	}
	before = outcomes_now(desk);
	desk_set_model(desk, book_model(desk->book));
	tell(desk, old, &before);
	note_files(reload, desk);
	release_values(&before);
	reload->former = old;
	return REACT_REDRAW;
}
