/* SPDX-License-Identifier: MIT
 *
 * A growing string: build text piece by piece, then take it or write it.
 */
#ifndef PS_BASE_BUF_H
#define PS_BASE_BUF_H

#include <stddef.h>

struct buf {
	char *text;  /* always ended by a NUL once anything was added; NULL before */
	size_t len;  /* bytes without that NUL */
	size_t cap;
};

#define BUF_INIT { NULL, 0, 0 }

void buf_add(struct buf *buf, const char *text);
void buf_add_bytes(struct buf *buf, const char *bytes, size_t length);
void buf_add_char(struct buf *buf, char c);
void buf_add_repeat(struct buf *buf, char c, size_t times);
void buf_addf(struct buf *buf, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* The text so far, "" when nothing was added; borrowed until the next change. */
const char *buf_text(const struct buf *buf);

/* Hands the text over to the caller (never NULL) and leaves the buffer empty. */
char *buf_take(struct buf *buf);

void buf_clear(struct buf *buf);    /* empties, keeps the memory */
void buf_release(struct buf *buf);  /* empties and gives the memory back */

#endif
