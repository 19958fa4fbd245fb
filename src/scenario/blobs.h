/* SPDX-License-Identifier: MIT
 *
 * Blobs: contents of files as they once were, each kept once under an id that is made from it.  In a folder, one file
 * each, or in memory; what can't be written to the folder is kept in memory instead.
 */
#ifndef PS_SCENARIO_BLOBS_H
#define PS_SCENARIO_BLOBS_H

#include <stdbool.h>
#include <stddef.h>

struct blobs;
struct err;

enum { BLOBS_ID_MAX = 48 };
#define BLOBS_SIZE_MAX ((size_t)4 << 20)   /* bytes of one; as much as of a rule file */

/* `folder` is made when first needed; NULL keeps all in memory. Never fails. */
struct blobs *blobs_open(const char *folder);
void blobs_close(struct blobs *blobs);

bool blobs_is_id(const char *text);

/* Whether the id stands for this content, as far as an id tells. */
bool blobs_is(const char *id, const void *bytes, size_t length);

/* Keeps a content and gives its id; 0 when it is on the disk (or was to be in memory). -1 when it is in memory only,
 * and `err` says why; the id is good until blobs_close. A content above BLOBS_SIZE_MAX: -1 and the id "". */
int blobs_put(struct blobs *blobs, const void *bytes, size_t length, char id[BLOBS_ID_MAX], struct err *err);

/* The content, ended by a NUL that `*length` does not count; the caller's. NULL if it is not there any more or was
 * damaged. */
char *blobs_get(const struct blobs *blobs, const char *id, size_t *length, struct err *err);

/* Throws away all contents that nobody wants. */
void blobs_sweep(struct blobs *blobs, bool (*is_wanted)(void *context, const char *id), void *context);

#endif
