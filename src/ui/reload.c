/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/reload.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/diags.h"
#include "base/file.h"
#include "base/lang.h"
#include "scenario/history.h"
#include "scenario/scenario.h"
#include "scenario/session.h"
#include "ui/book.h"
#include "ui/news.h"
#include "ui/deed.h"
#include "ui/desk.h"

struct kept_file {
	char *path, *text;
	size_t length;
};

struct kept_files {
	struct kept_file *items;
	size_t count, cap;
};

struct reload {
	struct kept_files files;    /* rule files of the user's when they were last right, or put back */
	char *restored;             /* what was put back since, in words; NULL: nothing */
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

static bool take_file(struct kept_files *files, const char *path, struct kept_file *file)
{
	for (size_t i = 0; i < files->count; i++)
		if (!strcmp(files->items[i].path, path)) {
			*file = files->items[i];
			files->items[i] = files->items[--files->count];
			return true;
		}
	return false;
}

/* From now on the file at `path` counts as known the way it is in `now`. Whether it is one of the user's rule files. */
static bool know_file(struct kept_files *files, struct kept_files *now, const char *path)
{
	struct kept_file old, new;
	const bool was = take_file(files, path, &old), is = take_file(now, path, &new);

	if (was) {
		free(old.path);
		free(old.text);
	}
	if (is) {
		files->items = xgrow(files->items, files->count, &files->cap, sizeof(*files->items));
		files->items[files->count++] = new;
	}
	return was || is;
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

/* Notes what changed in the user's files. */
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
	if (deed.file_count)
		session_do(desk->session, &deed, NULL);
	free(changes);
	release_files(&reload->files);
	reload->files = now;
}

/* ---- what changed ---- */

/* What was read, and what came of it. */
static void say_news(struct desk *desk, const char *restored)
{
	const int most = news_most(desk->news, desk);
	struct buf words = BUF_INIT;

	if (restored)
		buf_add(&words, restored);
	else
		news_words(desk->news, &words);
	/* TRANSLATORS: before these: new rules (gpu.lua), new data (land_value.csv), undone: edit of gpu.lua */
	if (most >= 0)
		desk_say(desk, TONE_GOOD, _("%s; most affected: %s; M lists all"), buf_text(&words), desk_label(desk, most));
	else
		desk_say(desk, TONE_GOOD, _("%s; no outcome moved in %.6g"), buf_text(&words), desk_year(desk));
	buf_release(&words);
}

static void tell(struct desk *desk, const struct book_old *old, const struct outcomes *before, const char *restored)
{
	struct news *news = news_find(desk, old, before);

	news_free(desk->news);
	desk->news = news;
	say_news(desk, restored);
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
	free(reload->restored);
	free(reload);
}

void reload_expect(struct reload *reload, const struct desk *desk, const struct history_entry *entry, const char *words)
{
	struct kept_files now = read_files(desk->book);
	bool are_rules = false;

	for (size_t i = 0; i < entry->file_count; i++)
		are_rules |= know_file(&reload->files, &now, entry->files[i].path);
	release_files(&now);
	if (are_rules) {
		free(reload->restored);
		reload->restored = xstrdup(words);
	}
}

void reload_tidy(struct reload *reload, struct desk *desk)
{
	desk_tidy(desk);
	book_drop(reload->former);
	reload->former = NULL;
}

/* Their words are right once only, whether the rules are right or not. */
static char *take_words(struct reload *reload)
{
	char *words = reload->restored;

	reload->restored = NULL;
	return words;
}

int reload_take(struct reload *reload, struct desk *desk)
{
	struct book_old *old = book_take(desk->book);
	char *restored = take_words(reload);
	struct outcomes *before;

	reload_tidy(reload, desk);
	if (old) {
		before = outcomes_take(desk);
		desk_set_model(desk, book_model(desk->book));
		tell(desk, old, before, restored);
		outcomes_free(before);
		reload->former = old;
	}
	note_files(reload, desk);
	free(restored);
	return REACT_REDRAW;
}
