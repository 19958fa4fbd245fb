/* SPDX-License-Identifier: MIT
 *
 * An id is the fingerprint and the length, and a number where another content has both already: HASH-LENGTH[-N].
 */
#include "config.h"

#include "scenario/blobs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/file.h"
#include "base/fingerprint.h"
#include "base/lang.h"

enum { ID_TRIES = 100, HASH_DIGITS = FINGERPRINT_TEXT_MAX - 1 };

struct blob {
	char id[BLOBS_ID_MAX];
	char *bytes;
	size_t length;
};

struct blobs {
	char *folder;          /* NULL: in memory */
	struct blob *items;    /* in memory */
	size_t count, cap;
};

struct blobs *blobs_open(const char *folder)
{
	struct blobs *blobs = xcalloc(1, sizeof *blobs);

	blobs->folder = folder ? xstrdup(folder) : NULL;
	return blobs;
}

void blobs_close(struct blobs *blobs)
{
	if (!blobs)
		return;
	for (size_t i = 0; i < blobs->count; i++)
		free(blobs->items[i].bytes);
	free(blobs->items);
	free(blobs->folder);
	free(blobs);
}

static void hash(const void *bytes, size_t length, char text[FINGERPRINT_TEXT_MAX])
{
	struct fingerprint fingerprint = FINGERPRINT_INIT;

	fingerprint_add(&fingerprint, "", bytes, length);
	fingerprint_text(&fingerprint, text);
}

bool blobs_is_id(const char *text)
{
	size_t rest;

	if (strspn(text, "0123456789abcdef") != HASH_DIGITS || text[HASH_DIGITS] != '-')
		return false;
	text += HASH_DIGITS + 1;
	rest = strspn(text, "0123456789");
	if (!rest || rest > 8)
		return false;
	if (text[rest] == '\0')
		return true;
	text += rest + 1;
	rest = strspn(text, "0123456789");
	return text[-1] == '-' && rest && rest <= 2 && text[rest] == '\0';
}

bool blobs_is(const char *id, const void *bytes, size_t length)
{
	char text[FINGERPRINT_TEXT_MAX], start[BLOBS_ID_MAX];
	int n;

	hash(bytes, length, text);
	n = snprintf(start, sizeof start, "%s-%zu", text, length);
	return !strncmp(id, start, (size_t)n) && (id[n] == '\0' || id[n] == '-');
}

static const struct blob *find(const struct blobs *blobs, const char *id)
{
	for (size_t i = 0; i < blobs->count; i++)
		if (!strcmp(blobs->items[i].id, id))
			return &blobs->items[i];
	return NULL;
}

/* The content of that id wherever it is, unchecked; NULL if it is nowhere. */
static char *read_blob(const struct blobs *blobs, const char *id, size_t *length, struct err *err)
{
	const struct blob *blob = find(blobs, id);
	char *path, *bytes;

	if (blob) {
		*length = blob->length;
		bytes = xmalloc(blob->length + 1);
		memcpy(bytes, blob->bytes, blob->length);
		return bytes;
	}
	if (!blobs->folder) {
		err_set(err, _("the former content is not kept any more"));
		return NULL;
	}
	path = file_join(blobs->folder, id);
	bytes = file_read(path, BLOBS_SIZE_MAX, length, err);
	free(path);
	return bytes;
}

char *blobs_get(const struct blobs *blobs, const char *id, size_t *length, struct err *err)
{
	char *bytes, text[FINGERPRINT_TEXT_MAX];

	if (!blobs_is_id(id)) {
		err_set(err, _("the former content is not kept any more"));
		return NULL;
	}
	bytes = read_blob(blobs, id, length, err);
	if (!bytes)
		return NULL;
	hash(bytes, *length, text);
	if (!strncmp(text, id, HASH_DIGITS))
		return bytes;
	free(bytes);
	err_set(err, _("the former content was kept, but is damaged"));
	return NULL;
}

/* Whether the id stands for this content already; `*taken` if it stands for another one. */
static bool has(const struct blobs *blobs, const char *id, const void *bytes, size_t length, bool *taken)
{
	size_t kept_length;
	char *kept = read_blob(blobs, id, &kept_length, NULL);
	const bool same = kept && kept_length == length && !memcmp(kept, bytes, length);

	/* One that was damaged is not another content: it is written anew. */
	*taken = kept && !same && blobs_is(id, kept, kept_length);
	free(kept);
	return same;
}

static int write_blob(const struct blobs *blobs, const char *id, const void *bytes, size_t length, struct err *err)
{
	char *path;
	int status;

	if (file_make_folders(blobs->folder, err) < 0)
		return -1;
	path = file_join(blobs->folder, id);
	status = file_write(path, bytes, length, err);
	free(path);
	return status;
}

static void remember(struct blobs *blobs, const char *id, const void *bytes, size_t length)
{
	struct blob *blob;

	blobs->items = xgrow(blobs->items, blobs->count, &blobs->cap, sizeof *blobs->items);
	blob = &blobs->items[blobs->count++];
	*blob = (struct blob){ .bytes = xmalloc(length + 1), .length = length };
	snprintf(blob->id, sizeof blob->id, "%s", id);
	memcpy(blob->bytes, bytes, length);
}

int blobs_put(struct blobs *blobs, const void *bytes, size_t length, char id[BLOBS_ID_MAX], struct err *err)
{
	char text[FINGERPRINT_TEXT_MAX];
	bool taken = false;
	int status = 0;

	*id = '\0';
	if (length > BLOBS_SIZE_MAX)
		return err_set(err, _("the content is too large to be kept for undoing: at most %zu bytes"), BLOBS_SIZE_MAX);
	hash(bytes, length, text);
	for (int i = 0; i < ID_TRIES; i++) {
		if (i)
			snprintf(id, BLOBS_ID_MAX, "%s-%zu-%d", text, length, i);
		else
			snprintf(id, BLOBS_ID_MAX, "%s-%zu", text, length);
		if (has(blobs, id, bytes, length, &taken))
			return 0;
		if (!taken)
			break;
	}
	if (blobs->folder)
		status = write_blob(blobs, id, bytes, length, err);
	if (!blobs->folder || status < 0)
		remember(blobs, id, bytes, length);
	return status;
}

static void sweep_memory(struct blobs *blobs, bool (*is_wanted)(void *context, const char *id), void *context)
{
	size_t kept = 0;

	for (size_t i = 0; i < blobs->count; i++) {
		if (is_wanted(context, blobs->items[i].id))
			blobs->items[kept++] = blobs->items[i];
		else
			free(blobs->items[i].bytes);
	}
	blobs->count = kept;
}

void blobs_sweep(struct blobs *blobs, bool (*is_wanted)(void *context, const char *id), void *context)
{
	struct file_names names;

	sweep_memory(blobs, is_wanted, context);
	if (!blobs->folder || !file_exists(blobs->folder) || file_list(blobs->folder, "", &names, NULL) < 0)
		return;
	for (size_t i = 0; i < names.count; i++) {
		char *path;

		/* What has no id is not ours. */
		if (!blobs_is_id(names.name[i]) || is_wanted(context, names.name[i]))
			continue;
		path = file_join(blobs->folder, names.name[i]);
		unlink(path);
		free(path);
	}
	file_names_release(&names);
}
