/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/text.h"

enum {
	LINKS_MAX = 40,     /* symbolic links followed before it counts as a loop, as in the kernel */
	STALE_SECONDS = 60, /* age from which an unlocked temporary file counts as left behind */
	PATH_CELLS = 200,   /* of a path in an error */
	RANDOM_CHARS = 8,
	BASE_BYTES = 200,   /* of the target's name in that of its temporary file: names have 255 at most */
};

#define TEMPORARY_END ".tmp"

/* Sets "path: text" and, if `code` is not 0, what errno says. */
static int complain(struct err *err, const char *path, const char *text, int code)
{
	char *shown = text_quote(path, strlen(path), PATH_CELLS);

	errno = code;
	if (code)
		err_set_errno(err, "%s: %s", shown, text);
	else
		err_set(err, "%s: %s", shown, text);
	free(shown);
	return -1;
}

static struct file_stamp stamp_of(const struct stat *st)
{
	return (struct file_stamp){
		.size = st->st_size,
		.seconds = st->st_mtim.tv_sec,
		.nanoseconds = st->st_mtim.tv_nsec,
		.device = st->st_dev,
		.inode = st->st_ino,
	};
}

bool file_stamp_same(const struct file_stamp *a, const struct file_stamp *b)
{
	return a->size == b->size && a->seconds == b->seconds && a->nanoseconds == b->nanoseconds && a->device == b->device
		&& a->inode == b->inode;
}

bool file_stamp_at(const char *path, struct file_stamp *stamp)
{
	struct stat st;

	if (stat(path, &st) < 0 || !S_ISREG(st.st_mode))
		return false;
	*stamp = stamp_of(&st);
	return true;
}

/* What stands where a regular file should, or NULL if it is one. */
static const char *kind_fault(mode_t mode)
{
	if (S_ISREG(mode))
		return NULL;
	if (S_ISDIR(mode))
		return _("is a folder; a file is needed");
	if (S_ISFIFO(mode))
		return _("is a FIFO; a regular file is needed");
	if (S_ISSOCK(mode))
		return _("is a socket; a regular file is needed");
	return _("is a device; a regular file is needed");
}

static int open_fault(const char *path, int code, struct err *err)
{
	if (code == ENOENT)
		return complain(err, path, _("there is no such file"), 0);
	if (code == EACCES)
		return complain(err, path, _("may not be read; check its permissions"), 0);
	if (code == ELOOP)
		return complain(err, path, _("its symbolic links go round in a loop"), 0);
	return complain(err, path, _("can't be opened"), code);
}

static int size_fault(const char *path, size_t max, struct err *err)
{
	char *shown = text_quote(path, strlen(path), PATH_CELLS);

	err_set(err, _("%s: is too large; at most %zu bytes are read"), shown, max);
	free(shown);
	return -1;
}

int file_open(const char *path, size_t max, struct file_stamp *stamp, struct err *err)
{
	const int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	struct stat st;
	const char *fault;
	int status = 0;

	if (fd < 0)
		return open_fault(path, errno, err);
	if (fstat(fd, &st) < 0)
		status = complain(err, path, _("can't be read"), errno);
	else if ((fault = kind_fault(st.st_mode)))
		status = complain(err, path, fault, 0);
	else if ((uintmax_t)st.st_size > max)
		status = size_fault(path, max, err);
	if (status < 0) {
		close(fd);
		return -1;
	}
	*stamp = stamp_of(&st);
	return fd;
}

int file_unchanged(int fd, const char *path, const struct file_stamp *stamp, struct err *err)
{
	struct file_stamp now;
	struct stat st;

	if (fstat(fd, &st) < 0)
		return complain(err, path, _("can't be read"), errno);
	now = stamp_of(&st);
	if (!file_stamp_same(&now, stamp))
		return complain(err, path, _("changed while it was read; try again"), 0);
	return 0;
}

ssize_t file_read_some(int fd, const char *path, void *bytes, size_t size, struct err *err)
{
	size_t got = 0;

	while (got < size) {
		const ssize_t n = read(fd, (char *)bytes + got, size - got);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return complain(err, path, _("can't be read"), errno);
		if (n == 0)
			break;
		got += (size_t)n;
	}
	return (ssize_t)got;
}

char *file_read(const char *path, size_t max, size_t *length, struct err *err)
{
	struct file_stamp stamp;
	const int fd = file_open(path, max, &stamp, err);
	char *bytes;
	ssize_t got;

	if (fd < 0)
		return NULL;
	/* One byte more than expected shows a file that grew, and a file of /proc, whose size is never known. */
	bytes = xmalloc((size_t)stamp.size + 2);
	got = file_read_some(fd, path, bytes, (size_t)stamp.size + 1, err);
	if (got >= 0 && got != stamp.size)
		got = complain(err, path, _("changed while it was read; try again"), 0);
	if (got >= 0)
		got = file_unchanged(fd, path, &stamp, err) < 0 ? -1 : got;
	close(fd);
	if (got < 0) {
		free(bytes);
		return NULL;
	}
	bytes[got] = '\0';
	if (length)
		*length = (size_t)got;
	return bytes;
}

void file_sync_folder(const char *folder)
{
	const int fd = open(*folder ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

struct file_out {
	char *path;       /* as the caller named it, for errors */
	char *target;     /* where the links lead: what is replaced */
	char *folder;     /* of the target */
	char *temporary;  /* NULL: written in place */
	FILE *stream;
};

static void out_free(struct file_out *out)
{
	free(out->path);
	free(out->target);
	free(out->folder);
	free(out->temporary);
	free(out);
}

/* The path that is meant in the end: symbolic links followed, the last of which may point to what is not there yet. */
static char *follow_links(const char *path, struct err *err)
{
	char *target = xstrdup(path);
	struct stat st;

	for (int i = 0; i < LINKS_MAX; i++) {
		char *link, *folder;
		ssize_t n;

		if (lstat(target, &st) < 0 || !S_ISLNK(st.st_mode))
			return target;
		link = xmalloc(4097);
		n = readlink(target, link, 4096);
		if (n < 0) {
			free(link);
			break;
		}
		link[n] = '\0';
		folder = file_folder(target);
		free(target);
		target = file_join(folder, link);
		free(folder);
		free(link);
	}
	free(target);
	complain(err, path, _("its symbolic links go round in a loop"), 0);
	return NULL;
}

static void random_name(char name[RANDOM_CHARS + 1])
{
	static const char digits[] = "abcdefghijklmnopqrstuvwxyz012345";
	unsigned char bytes[RANDOM_CHARS];
	struct timespec now;

	if (getrandom(bytes, sizeof bytes, GRND_NONBLOCK) != (ssize_t)sizeof bytes) {
		/* Only has to differ: O_EXCL sees to the rest. */
		clock_gettime(CLOCK_MONOTONIC, &now);
		for (int i = 0; i < RANDOM_CHARS; i++)
			bytes[i] = (unsigned char)((unsigned long)now.tv_nsec >> (3 * i)) ^ (unsigned char)getpid();
	}
	for (int i = 0; i < RANDOM_CHARS; i++)
		name[i] = digits[bytes[i] % 32];
	name[RANDOM_CHARS] = '\0';
}

static char *temporary_base(const char *target)
{
	char *base = file_base(target);

	if (strlen(base) > BASE_BYTES)
		base[BASE_BYTES] = '\0';
	return base;
}

/* Whether `name` is a temporary file of ours for the target `base`: ".base.xxxxxxxx.tmp". */
static bool is_temporary_of(const char *name, const char *base)
{
	const size_t n = strlen(base), end = strlen(TEMPORARY_END);

	return strlen(name) == 1 + n + 1 + RANDOM_CHARS + end && name[0] == '.' && !strncmp(name + 1, base, n) &&
		name[1 + n] == '.' && !strcmp(name + 1 + n + 1 + RANDOM_CHARS, TEMPORARY_END);
}

/* Removes a temporary file that no program has locked and that is not just being made. */
static void sweep_one(int folder, const char *name)
{
	const int fd = openat(folder, name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
	struct stat st;

	if (fd < 0)
		return;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && time(NULL) - st.st_mtime >= STALE_SECONDS &&
	    flock(fd, LOCK_EX | LOCK_NB) == 0)
		unlinkat(folder, name, 0);
	close(fd);
}

/* What a killed program left behind for the same target. Failing here costs nothing but a stray dot file. */
static void sweep(const char *folder, const char *base)
{
	DIR *dir = opendir(*folder ? folder : ".");
	const struct dirent *entry;

	if (!dir)
		return;
	while ((entry = readdir(dir)))
		if (is_temporary_of(entry->d_name, base))
			sweep_one(dirfd(dir), entry->d_name);
	closedir(dir);
}

/* What errno says of a file that can't be written; 0 where the cause is not known any more. */
static int write_fault(const char *path, int code, struct err *err)
{
	if (!code)
		return complain(err, path, _("can't be written to its end; is the disk full?"), 0);
	if (code == EPIPE || code == ENXIO)
		return complain(err, path, _("can't be written: nobody reads it"), 0);
	if (code == ENOENT || code == ENOTDIR)
		return complain(err, path, _("can't be written: there is no such folder"), 0);
	if (code == EACCES || code == EPERM)
		return complain(err, path, _("can't be written: permission denied; check the file and its folder"), 0);
	return complain(err, path, _("can't be written"), code);
}

/* Gives the new file the old one's permissions and group. The group's rights must not go to another group. */
static void keep_permissions(int fd, const struct stat *old)
{
	mode_t mode = old->st_mode & 0777;
	struct stat now;

	if (fstat(fd, &now) == 0 && (now.st_uid != old->st_uid || now.st_gid != old->st_gid)) {
		if (fchown(fd, old->st_uid, old->st_gid) < 0 && fchown(fd, (uid_t)-1, old->st_gid) < 0)
			mode = (mode & 0707) | ((mode & 0007) << 3);
	}
	fchmod(fd, mode);
}

/* Makes the temporary file beside the target; its descriptor, locked for as long as it is written, or -1 with errno. */
static int make_temporary(struct file_out *out, const char *base)
{
	for (int tries = 0; tries < 100; tries++) {
		char unique[RANDOM_CHARS + 1];
		char *name;
		int fd;

		random_name(unique);
		name = xasprintf(".%s.%s" TEMPORARY_END, base, unique);
		out->temporary = file_join(out->folder, name);
		free(name);
		fd = open(out->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOCTTY, 0666);
		if (fd >= 0) {
			flock(fd, LOCK_EX | LOCK_NB);
			return fd;
		}
		free(out->temporary);
		out->temporary = NULL;
		if (errno != EEXIST)
			return -1;
	}
	return -1;
}

/* A device or FIFO: opened as it is. Without a reader a FIFO must not hold us up. */
static int open_in_place(const char *target)
{
	const int fd = open(target, O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);

	if (fd >= 0)
		fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK);
	return fd;
}

static int open_target(struct file_out *out, struct err *err)
{
	struct stat old;
	const bool there = stat(out->target, &old) == 0;
	char *base;
	int fd;

	if (there && S_ISDIR(old.st_mode))
		return complain(err, out->path, _("is a folder; a file is needed"), 0);
	if (there && !S_ISREG(old.st_mode)) {
		fd = open_in_place(out->target);
		return fd < 0 ? write_fault(out->path, errno, err) : fd;
	}
	/* A rename would get round a file's write protection. */
	if (there && faccessat(AT_FDCWD, out->target, W_OK, AT_EACCESS) < 0)
		return write_fault(out->path, errno, err);
	base = temporary_base(out->target);
	sweep(out->folder, base);
	fd = make_temporary(out, base);
	if (fd < 0)
		write_fault(out->path, errno, err);
	else if (there)
		keep_permissions(fd, &old);
	free(base);
	return fd;
}

struct file_out *file_out_open(const char *path, struct err *err)
{
	char *target = follow_links(path, err);
	struct file_out *out;
	int fd;

	if (!target)
		return NULL;
	out = xmalloc(sizeof *out);
	out->path = xstrdup(path);
	out->target = target;
	out->folder = file_folder(target);
	fd = open_target(out, err);
	if (fd >= 0) {
		out->stream = fdopen(fd, "w");
		if (out->stream)
			return out;
		write_fault(path, errno, err);
		close(fd);
		if (out->temporary)
			unlink(out->temporary);
	}
	out_free(out);
	return NULL;
}

FILE *file_out_stream(struct file_out *out)
{
	return out->stream;
}

/* Everything out of the stream and, for a regular file, onto the disk and into its place. */
static int put_in_place(struct file_out *out, struct err *err)
{
	errno = 0;
	/* A stream that failed before knows no more why. */
	if (fflush(out->stream) != 0 || ferror(out->stream))
		return write_fault(out->path, errno, err);
	if (out->temporary && fsync(fileno(out->stream)) < 0)
		return write_fault(out->path, errno, err);
	if (out->temporary && rename(out->temporary, out->target) < 0)
		return write_fault(out->path, errno, err);
	return 0;
}

int file_out_commit(struct file_out *out, struct err *err)
{
	if (put_in_place(out, err) < 0) {
		file_out_discard(out);
		return -1;
	}
	/* The lock goes with the stream: until here no other program took the file for a stray one. */
	fclose(out->stream);
	if (out->temporary)
		file_sync_folder(out->folder);
	out_free(out);
	return 0;
}

void file_out_discard(struct file_out *out)
{
	if (!out)
		return;
	if (out->temporary)
		unlink(out->temporary);
	fclose(out->stream);
	out_free(out);
}

int file_write(const char *path, const void *bytes, size_t length, struct err *err)
{
	struct file_out *out = file_out_open(path, err);

	if (!out)
		return -1;
	fwrite(bytes, 1, length, out->stream);
	return file_out_commit(out, err);
}

int file_flush(FILE *stream, const char *name, struct err *err)
{
	errno = 0;
	if (fflush(stream) == 0 && !ferror(stream))
		return 0;
	return write_fault(name, errno, err);
}

bool file_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

bool file_is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static int folder_fault(const char *folder, int code, struct err *err)
{
	if (code == EEXIST || code == ENOTDIR)
		return complain(err, folder, _("is not a folder, but one is needed here"), 0);
	return complain(err, folder, _("this folder can't be made"), code);
}

/* One folder, and its name on the disk: what is in a folder that is lost is lost, too. */
static int make_folder(const char *folder, struct err *err)
{
	const int code = mkdir(folder, 0700) < 0 ? errno : 0;
	char *above;

	if (code)
		return file_is_folder(folder) ? 0 : folder_fault(folder, code, err);
	above = file_folder(folder);
	file_sync_folder(above);
	free(above);
	return 0;
}

int file_make_folders(const char *path, struct err *err)
{
	char *folder = xstrdup(path);
	int status = 0;

	for (char *slash = folder + strspn(folder, "/");; slash++) {
		char kept;

		slash += strcspn(slash, "/");
		kept = *slash;
		*slash = '\0';
		status = make_folder(folder, err);
		*slash = kept;
		if (!kept || status < 0)
			break;
	}
	free(folder);
	return status;
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool ends_in(const char *name, const char *suffix)
{
	const size_t n = strlen(name), end = strlen(suffix);

	return n >= end && !strcmp(name + n - end, suffix);
}

int file_list(const char *folder, const char *suffix, struct file_names *names, struct err *err)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	size_t cap = 0;

	*names = (struct file_names){ NULL, 0 };
	if (!dir)
		return complain(err, folder, _("this folder can't be read"), errno);
	while ((errno = 0, entry = readdir(dir))) {
		if (entry->d_name[0] == '.' || !ends_in(entry->d_name, suffix))
			continue;
		if (names->count == FILE_NAMES_MAX)
			break;
		names->name = xgrow(names->name, names->count, &cap, sizeof *names->name);
		names->name[names->count++] = xstrdup(entry->d_name);
	}
	if (entry)
		complain(err, folder, _("has too many files for a folder of this kind"), 0);
	else if (errno)
		complain(err, folder, _("this folder can't be read"), errno);
	if (entry || errno) {
		closedir(dir);
		file_names_release(names);
		return -1;
	}
	closedir(dir);
	if (names->count)
		qsort(names->name, names->count, sizeof *names->name, by_bytes);
	return 0;
}

void file_names_release(struct file_names *names)
{
	for (size_t i = 0; i < names->count; i++)
		free(names->name[i]);
	free(names->name);
	*names = (struct file_names){ NULL, 0 };
}
