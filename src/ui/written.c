/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/written.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/alloc.h"
#include "base/file.h"

struct file {
	char *path;
	struct stat st;   /* as it was written */
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

static bool is_same(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size
		&& a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

bool written_may(const struct written *written, const char *path)
{
	const struct file *file = find(written, path);
	struct stat st;

	return stat(path, &st) || !S_ISREG(st.st_mode) || (file && is_same(&st, &file->st));
}

int written_write(struct written *written, const char *path, const void *bytes, size_t length, struct err *err)
{
	struct file *file;
	struct stat st;

	if (file_write(path, bytes, length, err))
		return -1;
	if (stat(path, &st))
		return 0;
	file = find(written, path);
	if (!file) {
		written->files = xgrow(written->files, written->count, &written->cap, sizeof(*written->files));
		file = &written->files[written->count++];
		file->path = xstrdup(path);
	}
	file->st = st;
	return 0;
}
