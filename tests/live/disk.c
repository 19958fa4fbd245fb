/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "disk.h"

#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"

enum { FILE_MAX = 64 << 20 };

struct entry {
	char *name;
	ino_t inode;
	bool is_folder;
};

/* A file or folder as it was when it was last flushed. */
struct node {
	ino_t inode;
	int pin;                /* keeps the inode from being given to another file */
	char *bytes;
	size_t length;
	struct entry *entries;
	size_t entry_count, entry_cap;
};

/* The functions that are replaced take no context. */
static struct disk {
	bool is_watched;
	pthread_mutex_t lock;
	char *folder, *pictures;
	int count;              /* of pictures */
	struct node *nodes;
	size_t node_count, node_cap;
} disk = { .lock = PTHREAD_MUTEX_INITIALIZER };

int __real_fsync(int fd);
int __real_fdatasync(int fd);
int __real_rename(const char *from, const char *to);
int __wrap_fsync(int fd);
int __wrap_fdatasync(int fd);
int __wrap_rename(const char *from, const char *to);

static void need(bool holds, const char *what)
{
	if (holds)
		return;
	perror(what);
	_exit(99);
}

/* ---- what has been flushed ---- */

static struct node *find(ino_t inode)
{
	for (size_t i = 0; i < disk.node_count; i++)
		if (disk.nodes[i].inode == inode)
			return &disk.nodes[i];
	return NULL;
}

/* The same file opened anew, so that neither its place nor its locks are touched. */
static int open_again(int fd, int flags)
{
	char path[40];
	int again;

	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	again = open(path, flags | O_CLOEXEC);
	need(again >= 0, path);
	return again;
}

static struct node *find_or_add(int fd, ino_t inode)
{
	struct node *node = find(inode);

	if (node)
		return node;
	disk.nodes = xgrow(disk.nodes, disk.node_count, &disk.node_cap, sizeof *disk.nodes);
	node = &disk.nodes[disk.node_count++];
	*node = (struct node){ .inode = inode, .pin = open_again(fd, O_PATH) };
	return node;
}

static void flush_file(struct node *node, int fd, size_t size)
{
	const int again = open_again(fd, O_RDONLY);
	ssize_t got;

	free(node->bytes);
	node->bytes = xmalloc(size + 1);
	got = pread(again, node->bytes, size, 0);
	need(got >= 0, "pread");
	node->length = (size_t)got;
	close(again);
}

static bool is_self(const char *name)
{
	return !strcmp(name, ".") || !strcmp(name, "..");
}

static bool is_folder(int folder, const char *name)
{
	struct stat st;

	return fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(st.st_mode);
}

static void flush_folder(struct node *node, int fd)
{
	DIR *dir = fdopendir(open_again(fd, O_RDONLY));
	const struct dirent *entry;

	need(dir != NULL, "fdopendir");
	for (size_t i = 0; i < node->entry_count; i++)
		free(node->entries[i].name);
	node->entry_count = 0;
	while ((entry = readdir(dir))) {
		if (is_self(entry->d_name))
			continue;
		node->entries = xgrow(node->entries, node->entry_count, &node->entry_cap, sizeof *node->entries);
		node->entries[node->entry_count++] = (struct entry){
			.name = xstrdup(entry->d_name), .inode = entry->d_ino, .is_folder = is_folder(fd, entry->d_name),
		};
	}
	closedir(dir);
}

/* What flushing brings to the disk. Terminals and the like have none. */
static void flush(int fd)
{
	struct stat st;

	need(fstat(fd, &st) == 0, "fstat");
	if (S_ISDIR(st.st_mode))
		flush_folder(find_or_add(fd, st.st_ino), fd);
	else if (S_ISREG(st.st_mode) && st.st_size <= FILE_MAX)
		flush_file(find_or_add(fd, st.st_ino), fd, (size_t)st.st_size);
}

static void flush_all(const char *path)
{
	const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	struct stat st;
	DIR *dir;
	const struct dirent *entry;

	need(fd >= 0 && fstat(fd, &st) == 0, path);
	flush(fd);
	if (S_ISREG(st.st_mode)) {
		close(fd);
		return;
	}
	dir = fdopendir(fd);
	need(dir != NULL, path);
	while ((entry = readdir(dir))) {
		char *inner = xasprintf("%s/%s", path, entry->d_name);

		if (!is_self(entry->d_name))
			flush_all(inner);
		free(inner);
	}
	closedir(dir);
}

/* ---- pictures ---- */

static void write_file(const char *path, const struct node *node)
{
	const int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	const size_t length = node ? node->length : 0;

	need(fd >= 0, path);
	need(!length || write(fd, node->bytes, length) == (ssize_t)length, path);
	close(fd);
}

/* `real` is where the file or folder lies; NULL: only what was flushed counts. */
static void picture(const char *to, const char *real, ino_t inode, bool is_folder);

static void picture_early(const char *to, const char *real)
{
	DIR *dir = opendir(real);
	const struct dirent *entry;

	need(dir != NULL, real);
	while ((entry = readdir(dir))) {
		char *inner = xasprintf("%s/%s", real, entry->d_name), *into = xasprintf("%s/%s", to, entry->d_name);

		if (!is_self(entry->d_name))
			picture(into, inner, entry->d_ino, is_folder(dirfd(dir), entry->d_name));
		free(inner);
		free(into);
	}
	closedir(dir);
}

static void picture_late(const char *to, const struct node *node)
{
	for (size_t i = 0; node && i < node->entry_count; i++) {
		const struct entry *entry = &node->entries[i];
		char *into = xasprintf("%s/%s", to, entry->name);

		picture(into, NULL, entry->inode, entry->is_folder);
		free(into);
	}
}

static void picture(const char *to, const char *real, ino_t inode, bool is_folder)
{
	if (!is_folder) {
		write_file(to, find(inode));
		return;
	}
	need(mkdir(to, 0700) == 0, to);
	if (real)
		picture_early(to, real);
	else
		picture_late(to, find(inode));
}

static void take_picture(void)
{
	char *folder = xasprintf("%s/.new", disk.pictures), *done = xasprintf("%s/%d", disk.pictures, ++disk.count);
	char *late = xasprintf("%s/late", folder), *early = xasprintf("%s/early", folder);
	struct stat st;

	need(stat(disk.folder, &st) == 0, disk.folder);
	need(mkdir(folder, 0700) == 0, folder);
	picture(late, NULL, st.st_ino, true);
	picture(early, disk.folder, st.st_ino, true);
	need(__real_rename(folder, done) == 0, done);
	free(early);
	free(late);
	free(done);
	free(folder);
}

void disk_watch(const char *folder, const char *pictures)
{
	disk.folder = xstrdup(folder);
	disk.pictures = xstrdup(pictures);
	flush_all(folder);
	disk.is_watched = true;
}

/* ---- in the place of the C library's ---- */

static int flush_watched(int fd, int (*real)(int fd))
{
	int status;

	if (!disk.is_watched)
		return real(fd);
	pthread_mutex_lock(&disk.lock);
	take_picture();
	status = real(fd);
	if (status == 0)
		flush(fd);
	take_picture();
	pthread_mutex_unlock(&disk.lock);
	return status;
}

int __wrap_fsync(int fd)
{
	return flush_watched(fd, __real_fsync);
}

int __wrap_fdatasync(int fd)
{
	return flush_watched(fd, __real_fdatasync);
}

int __wrap_rename(const char *from, const char *to)
{
	int status;

	if (!disk.is_watched)
		return __real_rename(from, to);
	pthread_mutex_lock(&disk.lock);
	take_picture();
	status = __real_rename(from, to);
	take_picture();
	pthread_mutex_unlock(&disk.lock);
	return status;
}
