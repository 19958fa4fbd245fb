/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

static void reserve(struct buf *buf, size_t more)
{
	size_t cap = buf->cap ? buf->cap : 64;

	if (buf->len + more + 1 <= buf->cap)
		return;
	while (cap < buf->len + more + 1)
		cap *= 2;
	buf->text = xrealloc(buf->text, cap, 1);
	buf->cap = cap;
}

void buf_add_bytes(struct buf *buf, const char *bytes, size_t length)
{
	reserve(buf, length);
	memcpy(buf->text + buf->len, bytes, length);
	buf->len += length;
	buf->text[buf->len] = '\0';
}

void buf_add(struct buf *buf, const char *text)
{
	buf_add_bytes(buf, text, strlen(text));
}

void buf_add_char(struct buf *buf, char c)
{
	buf_add_bytes(buf, &c, 1);
}

void buf_add_repeat(struct buf *buf, char c, size_t times)
{
	reserve(buf, times);
	memset(buf->text + buf->len, c, times);
	buf->len += times;
	buf->text[buf->len] = '\0';
}

void buf_addf(struct buf *buf, const char *fmt, ...)
{
	va_list args, again;
	int n;

	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (n > 0) {
		reserve(buf, (size_t)n);
		vsnprintf(buf->text + buf->len, (size_t)n + 1, fmt, again);
		buf->len += (size_t)n;
	}
	va_end(again);
}

const char *buf_text(const struct buf *buf)
{
	return buf->text ? buf->text : "";
}

char *buf_take(struct buf *buf)
{
	char *text = buf->text ? buf->text : xstrdup("");

	*buf = (struct buf)BUF_INIT;
	return text;
}

void buf_clear(struct buf *buf)
{
	buf->len = 0;
	if (buf->text)
		buf->text[0] = '\0';
}

void buf_release(struct buf *buf)
{
	free(buf->text);
	*buf = (struct buf)BUF_INIT;
}
