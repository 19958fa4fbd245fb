/* SPDX-License-Identifier: MIT
 *
 * The files that the explorer wrote where the user told it to: those it may write again, as long as nobody else has.  Any
 * other file that is there is somebody's work.
 */
#ifndef PS_UI_WRITTEN_H
#define PS_UI_WRITTEN_H

#include <stdbool.h>
#include <stddef.h>

struct err;
struct written;

struct written *written_new(void);
void written_free(struct written *written);

/* Whether nothing is lost if that file is written: it is not there, or holds nothing (a device), or was written here and has
 * not changed since. */
bool written_may(const struct written *written, const char *path);

/* As file_write, and remembers it. */
int written_write(struct written *written, const char *path, const void *bytes, size_t length, struct err *err);

#endif
