/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/alloc.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The one piece of process-wide state: out of memory can strike where no context is at hand. */
static void (*at_failure)(void);

void alloc_at_failure(void (*restore)(void))
{
	at_failure = restore;
}

static void *checked(void *memory)
{
	if (memory)
		return memory;
	if (at_failure)
		at_failure();
	fputs("publicstake: out of memory\n", stderr);
	_Exit(2);
}

void *xcalloc(size_t count, size_t size)
{
	return checked(calloc(count ? count : 1, size ? size : 1));
}

void *xmalloc(size_t size)
{
	return xcalloc(1, size);
}

void *xrealloc(void *old, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		return checked(NULL);
	return checked(realloc(old, count && size ? count * size : 1));
}

char *xstrndup(const char *text, size_t length)
{
	char *copy = xmalloc(length + 1);

	memcpy(copy, text, length);
	return copy;
}

char *xstrdup(const char *text)
{
	return xstrndup(text, strlen(text));
}

char *xasprintf(const char *fmt, ...)
{
	va_list args;
	char *text;
	int n;

	va_start(args, fmt);
	n = vasprintf(&text, fmt, args);
	va_end(args);
	return checked(n < 0 ? NULL : text);
}

void *xgrow(void *items, size_t len, size_t *cap, size_t size)
{
	if (len < *cap)
		return items;
	*cap = *cap ? *cap * 2 : 8;
	return xrealloc(items, *cap, size);
}
