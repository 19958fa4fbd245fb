/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "scenario/restore.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/text.h"
#include "scenario/blobs.h"
#include "scenario/history.h"

enum { PATH_CELLS = 80 };

/* A file's content; NULL: there is no file. */
struct content {
	char *bytes;
	size_t length;
};

struct change {
	const char *path;
	struct content now, then;
	bool is_idle;   /* nothing to do */
};

static int fault(const char *path, const char *what, struct err *err)
{
	char *shown = text_quote(path, strlen(path), PATH_CELLS);

	err_set(err, "%s: %s", shown, what);
	free(shown);
	return -1;
}

/* By its name alone: it is one of the user's, which they know by that. */
static int changed_since(const char *path, struct err *err)
{
	char *base = file_base(path);
	const int status = fault(base, _("was changed since, and is left as it is"), err);

	free(base);
	return status;
}

/* Rules and scenarios lie in their folders themselves: a journal from elsewhere can't reach other files with their names. */
static bool is_plain_name(const char *name)
{
	const char *end = strrchr(name, '.');

	return *name != '.' && !strchr(name, '/') && end && (!strcmp(end, ".lua") || !strcmp(end, ".csv"));
}

static bool is_allowed(const struct restore *restore, const char *path)
{
	if (*path != '/')
		return false;
	for (size_t i = 0; i < restore->folder_count; i++) {
		size_t length = strlen(restore->folders[i]);

		while (length > 1 && restore->folders[i][length - 1] == '/')
			length--;
		if (!strncmp(path, restore->folders[i], length) && path[length] == '/' && is_plain_name(path + length + 1))
			return true;
	}
	return false;
}

static bool is_content(const struct content *content, const char *id)
{
	return *id ? content->bytes && blobs_is(id, content->bytes, content->length) : !content->bytes;
}

/* Looks at one file: what it is, what it is to be, and whether that may be done. */
static int prepare(const struct restore *restore, const struct history_file *file, struct change *change,
	struct err *err)
{
	const char *from = restore->forward ? file->before : file->after;
	const char *to = restore->forward ? file->after : file->before;

	change->path = file->path;
	if (!is_allowed(restore, file->path))
		return fault(file->path, _("is not among the files that may be changed back"), err);
	if (file_exists(file->path)) {
		change->now.bytes = file_read(file->path, BLOBS_SIZE_MAX, &change->now.length, err);
		if (!change->now.bytes)
			return -1;
	}
	change->is_idle = is_content(&change->now, to);
	if (change->is_idle)
		return 0;
	if (!restore->by_force && !is_content(&change->now, from))
		return changed_since(file->path, err);
	if (!*to)
		return 0;
	change->then.bytes = blobs_get(restore->blobs, to, &change->then.length, err);
	if (change->then.bytes)
		return 0;
	change->is_idle = restore->by_force;
	return restore->by_force ? 0 : err_prefix(err, _("the change of a file can't be taken back: "));
}

static int cant_remove(const char *path, struct err *err)
{
	const int code = errno;
	char *shown = text_quote(path, strlen(path), PATH_CELLS);

	errno = code;
	err_set_errno(err, _("%s: can't be removed"), shown);
	free(shown);
	return -1;
}

static int take_away(const char *path, const char *folder, struct err *err)
{
	if (unlink(path) < 0 && errno != ENOENT)
		return cant_remove(path, err);
	file_sync_folder(folder);
	return 0;
}

static int put(const char *path, const struct content *content, struct err *err)
{
	char *folder = file_folder(path);
	int status;

	if (!content->bytes)
		status = take_away(path, folder, err);
	else if ((status = file_make_folders(folder, err)) == 0)
		status = file_write(path, content->bytes, content->length, err);
	free(folder);
	return status;
}

/* Changes all, or, when one can't be, those before it back. */
static int put_all(const struct change *changes, size_t count, struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		if (changes[i].is_idle || put(changes[i].path, &changes[i].then, err) == 0)
			continue;
		while (i-- > 0)
			if (!changes[i].is_idle)
				put(changes[i].path, &changes[i].now, NULL);
		return -1;
	}
	return 0;
}

int restore_files(const struct restore *restore, const struct history_entry *entry, struct err *err)
{
	struct change changes[HISTORY_FILES_MAX] = { 0 };
	int status = 0;

	for (size_t i = 0; i < entry->file_count && status == 0; i++)
		status = prepare(restore, &entry->files[i], &changes[i], err);
	if (status == 0)
		status = put_all(changes, entry->file_count, err);
	for (size_t i = 0; i < entry->file_count; i++) {
		free(changes[i].now.bytes);
		free(changes[i].then.bytes);
	}
	return status;
}

/* ---- what is needed for it ---- */

struct wanted {
	char **ids;
	size_t count, cap;
};

static void add_wanted(struct wanted *wanted, const char *id)
{
	if (!*id)
		return;
	wanted->ids = xgrow(wanted->ids, wanted->count, &wanted->cap, sizeof *wanted->ids);
	wanted->ids[wanted->count++] = xstrdup(id);
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool is_wanted(void *context, const char *id)
{
	const struct wanted *wanted = context;

	return wanted->count && bsearch(&id, wanted->ids, wanted->count, sizeof *wanted->ids, by_bytes);
}

void restore_sweep(struct blobs *blobs, struct history *history)
{
	struct wanted wanted = { NULL, 0, 0 };

	for (size_t i = 0; i < history_count(history); i++) {
		const struct history_entry *entry = history_entry(history, i);

		for (size_t j = 0; j < entry->file_count; j++) {
			add_wanted(&wanted, entry->files[j].before);
			add_wanted(&wanted, entry->files[j].after);
		}
	}
	if (wanted.count)
		qsort(wanted.ids, wanted.count, sizeof *wanted.ids, by_bytes);
	blobs_sweep(blobs, is_wanted, &wanted);
	for (size_t i = 0; i < wanted.count; i++)
		free(wanted.ids[i]);
	free(wanted.ids);
}
