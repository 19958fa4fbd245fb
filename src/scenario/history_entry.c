/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "scenario/history_entry.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "scenario/blobs.h"
#include "scenario/settings.h"

static const char *const lang_names[LANG_COUNT] = { [LANG_EN] = "en", [LANG_KO] = "ko" };

/* ---- taking apart ---- */

static bool take_value(const char *field, bool *is_set, double *value)
{
	*value = 0;
	*is_set = *field != '\0';
	return !*is_set || line_number(field, value);
}

static bool is_content(const char *field)
{
	return !*field || blobs_is_id(field);
}

static bool take_words(struct history_entry *entry, const char *name, const char *before, const char *after)
{
	for (int lang = 0; lang < LANG_COUNT; lang++)
		if (!strcmp(name, lang_names[lang])) {
			entry->about_before[lang] = before;
			entry->about_after[lang] = after;
			return true;
		}
	return false;
}

/* One CHANGE from the fields at `f`, of which there are `left`; how many it took, 0 if it is none. */
static size_t take_change(struct decoded *d, char **f, size_t left)
{
	struct history_entry *entry = &d->entry;

	if (left >= 4 && !strcmp(f[0], "=")) {
		struct history_change c = { .id = f[1] };

		if (!settings_is_id(c.id) || !take_value(f[2], &c.was_set, &c.before) || !take_value(f[3], &c.is_set, &c.after))
			return 0;
		d->changes = xgrow(d->changes, entry->change_count, &d->change_cap, sizeof *d->changes);
		d->changes[entry->change_count++] = c;
		return 4;
	}
	if (left >= 4 && !strcmp(f[0], "%") && entry->file_count < HISTORY_FILES_MAX) {
		if (!*f[1] || !is_content(f[2]) || !is_content(f[3]))
			return 0;
		d->files = xgrow(d->files, entry->file_count, &d->file_cap, sizeof *d->files);
		d->files[entry->file_count++] = (struct history_file){ f[1], f[2], f[3] };
		return 4;
	}
	if (left >= 4 && !strcmp(f[0], "~"))
		return take_words(entry, f[1], f[2], f[3]) ? 4 : 0;
	if (left >= 3 && !strcmp(f[0], "@")) {
		entry->scenario_before = f[1];
		entry->scenario_after = f[2];
		return 3;
	}
	return 0;
}

bool entry_decode(struct decoded *d, const char *text, size_t length)
{
	size_t taken = 1;

	d->entry = (struct history_entry){ .text = "" };
	if (line_split(&d->line, text, length) < 0)
		return false;
	d->entry.text = d->line.fields[0];
	while (taken < d->line.count) {
		const size_t n = take_change(d, d->line.fields + taken, d->line.count - taken);

		if (!n)
			return false;
		taken += n;
	}
	d->entry.changes = d->changes;
	d->entry.files = d->files;
	return true;
}

void entry_release(struct decoded *decoded)
{
	line_release(&decoded->line);
	free(decoded->changes);
	free(decoded->files);
}

static void put_value(struct settings *settings, const char *id, bool is_set, double value)
{
	/* There may be one too many only in lines that we did not write; then it is left out. */
	if (is_set)
		settings_set(settings, id, value);
	else
		settings_unset(settings, id);
}

void entry_apply(const struct history_entry *entry, struct settings *settings, bool forward)
{
	for (size_t i = 0; i < entry->change_count; i++) {
		const struct history_change *c = &entry->changes[i];

		put_value(settings, c->id, forward ? c->is_set : c->was_set, forward ? c->after : c->before);
	}
}

/* ---- putting together ---- */

static void add_value(struct buf *line, const double *value)
{
	if (value)
		line_add_number(line, *value);
	else
		line_add(line, "");
}

static void add_change(struct buf *line, const char *id, const double *before, const double *after)
{
	if (before && after && *before == *after)
		return;
	line_add(line, "=");
	line_add(line, id);
	add_value(line, before);
	add_value(line, after);
}

/* Both are in order of their ids. */
static void add_changes(struct buf *line, const struct settings *before, const struct settings *after)
{
	size_t i = 0, j = 0;

	while (i < settings_count(before) || j < settings_count(after)) {
		const char *a = i < settings_count(before) ? settings_id(before, i) : NULL;
		const char *b = j < settings_count(after) ? settings_id(after, j) : NULL;
		const int order = !a ? 1 : !b ? -1 : strcmp(a, b);
		const double old = order <= 0 ? settings_value(before, i) : 0, new = order >= 0 ? settings_value(after, j) : 0;

		add_change(line, order <= 0 ? a : b, order <= 0 ? &old : NULL, order >= 0 ? &new : NULL);
		i += order <= 0;
		j += order >= 0;
	}
}

/* The text, cut where it is too long, but not inside a character. */
static void add_text(struct buf *line, const char *text)
{
	size_t length = strnlen(text, HISTORY_TEXT_MAX + 1);
	char *cut_text;

	if (length > HISTORY_TEXT_MAX)
		for (length = HISTORY_TEXT_MAX; length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80; length--)
			;
	cut_text = xstrndup(text, length);
	line_add(line, cut_text);
	free(cut_text);
}

static void add_words(struct buf *line, const char *const *before, const char *const *after)
{
	for (int lang = 0; after && lang < LANG_COUNT; lang++) {
		if (!strcmp(before[lang], after[lang]))
			continue;
		line_add(line, "~");
		line_add(line, lang_names[lang]);
		line_add(line, before[lang]);
		line_add(line, after[lang]);
	}
}

static void add_files(struct buf *line, const struct history_file *files, size_t count)
{
	for (size_t i = 0; i < count && i < HISTORY_FILES_MAX; i++) {
		if (!strcmp(files[i].before, files[i].after))
			continue;
		line_add(line, "%");
		line_add(line, files[i].path);
		line_add(line, files[i].before);
		line_add(line, files[i].after);
	}
}

bool entry_encode(struct buf *line, const struct entry_before *before, const struct settings *after,
	const struct history_deed *deed)
{
	size_t empty;

	add_text(line, deed->text);
	empty = line->len;
	add_changes(line, before->settings, after);
	if (deed->scenario && strcmp(deed->scenario, before->scenario) != 0) {
		line_add(line, "@");
		line_add(line, before->scenario);
		line_add(line, deed->scenario);
	}
	add_words(line, before->about, deed->about);
	add_files(line, deed->files, deed->file_count);
	return line->len > empty;
}
