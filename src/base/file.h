/* SPDX-License-Identifier: MIT
 *
 * Files and folders: reading whole files without being fooled, writing so that a crash leaves the old or the new
 * content, finding the user's folders.  Paths in errors are made fit for a terminal.
 */
#ifndef PS_BASE_FILE_H
#define PS_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

struct buf;
struct err;

/* Opens a regular file for reading (close-on-exec, never waiting for a FIFO's writer) that has at most `max` bytes;
 * the descriptor or -1. A folder, FIFO, device or socket, a missing or unreadable file, a loop of links, one too
 * large: an error each. */
struct file_stamp {
	long long size, seconds, nanoseconds;
	unsigned long long device, inode;
};
int file_open(const char *path, size_t max, struct file_stamp *stamp, struct err *err);

/* The stamp of the regular file at a path; false where there is none. */
bool file_stamp_at(const char *path, struct file_stamp *stamp);
bool file_stamp_same(const struct file_stamp *a, const struct file_stamp *b);

/* Whether the open file is still as `stamp` says; -1 and "changed while it was read" if not. */
int file_unchanged(int fd, const char *path, const struct file_stamp *stamp, struct err *err);

/* Up to `size` bytes, fewer only at the end; -1 on error. */
ssize_t file_read_some(int fd, const char *path, void *bytes, size_t size, struct err *err);

/* A whole file, ended by a NUL that `length` does not count. The caller frees it; NULL on error. */
char *file_read(const char *path, size_t max, size_t *length, struct err *err);

/* Writing: the text goes to a temporary file in the same folder (its name starts with a dot), which commit flushes
 * to the disk and puts in the place of `path` in one step. Permissions and, where allowed, the group of an existing
 * file are kept; through a symbolic link the file it points to is replaced. A device or FIFO is written to as it is.
 * Until commit nothing has changed, and neither discard nor a failed commit leaves anything behind; both free `out`.
 * What a killed program left is swept at the next write to the same file. */
struct file_out;
struct file_out *file_out_open(const char *path, struct err *err);
FILE *file_out_stream(struct file_out *out);                     /* borrowed; errors are seen at commit */
int file_out_commit(struct file_out *out, struct err *err);
void file_out_discard(struct file_out *out);

/* The same in one go. */
int file_write(const char *path, const void *bytes, size_t length, struct err *err);

/* Puts onto the disk which names are in a folder ("" is the current one): a name that was made, moved or removed survives a
 * loss of power only then. Some file systems can't do it; that is no error. file_out_commit and file_make_folders have done
 * it already. */
void file_sync_folder(const char *folder);

/* Flushes a stream that is not ours to close (stdout); a full disk or a closed pipe is an error that names it
 * `name`. */
int file_flush(FILE *stream, const char *name, struct err *err);

bool file_exists(const char *path);
bool file_is_folder(const char *path);

/* Makes a folder and those above it, for the user only; no error if it is there. */
int file_make_folders(const char *path, struct err *err);

/* Names (without the folder) that end in `suffix`, "" for all, in byte order; names that start with a dot are left out.
 * Folders and the like are not: opening them says what is wrong. */
struct file_names {
	char **name;
	size_t count;
};
int file_list(const char *folder, const char *suffix, struct file_names *names, struct err *err);
void file_names_release(struct file_names *names);

/* "folder/name" (just `name` if it is absolute or the folder is ""); the part before and after the last slash. New
 * strings. */
char *file_join(const char *folder, const char *name);
char *file_folder(const char *path);
char *file_base(const char *path);

/* Adds a message; where it takes more than `cells` cells, with no more of the folders of paths in it than there is room for: the
 * path at its beginning (up to ": "), and words that are one. The names of files stay, and all else. */
void file_shorten(struct buf *buf, const char *message, int cells);

/* The path that is meant by what somebody typed where no shell sees it: `~` at its beginning is the home folder. A new
 * string. */
char *file_typed(const char *typed);

/* The program's folder for the user's data, configuration or state ($XDG_..._HOME/publicstake or its default), with
 * `rest` ("rules", NULL for none) below it; not made yet. NULL if there is no home folder. */
enum file_home { FILE_DATA, FILE_CONFIG, FILE_STATE };
char *file_home(enum file_home which, const char *rest, struct err *err);

/* Limits, also in the manual. */
#define FILE_RULES_MAX ((size_t)4 << 20)     /* bytes of one rule, scenario or configuration file */
#define FILE_TABLE_MAX ((size_t)64 << 20)    /* bytes of a data file that is kept in memory */
#define FILE_STREAM_MAX ((size_t)1 << 30)    /* bytes of a data file that is only streamed */
enum { FILE_NAMES_MAX = 10000 };             /* entries taken from one folder */

#endif
