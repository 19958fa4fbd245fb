/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/written.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/file.h"

struct file {
	char *path;
	struct file_stamp stamp;   /* as it was written */
};

struct written {
	struct file *files;
	size_t count, cap;
};

struct written *written_new(void)
{
	return xcalloc(1, sizeof(struct written));
}

void written_free(struct written *written)
{
	if (!written)
		return;
	for (size_t i = 0; i < written->count; i++)
		free(written->files[i].path);
	free(written->files);
	free(written);
}

static struct file *find(const struct written *written, const char *path)
{
	for (size_t i = 0; i < written->count; i++)
		if (!strcmp(written->files[i].path, path))
			return &written->files[i];
	return NULL;
}

bool written_may(const struct written *written, const char *path)
{
	const struct file *file = find(written, path);
	struct file_stamp now;

	return !file_stamp_at(path, &now) || (file && file_stamp_same(&now, &file->stamp));
}

int written_write(struct written *written, const char *path, const void *bytes, size_t length, struct err *err)
{
	struct file_stamp now;
	struct file *file;

	if (file_write(path, bytes, length, err))
		return -1;
	if (!file_stamp_at(path, &now))
		return 0;
	file = find(written, path);
	if (!file) {
		written->files = xgrow(written->files, written->count, &written->cap, sizeof(*written->files));
		file = &written->files[written->count++];
		file->path = xstrdup(path);
	}
	file->stamp = now;
	return 0;
}
