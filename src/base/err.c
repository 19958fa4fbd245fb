/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/lang.h"

/* A cut must not leave half a UTF-8 character behind. */
static void trim_partial(char *text)
{
	size_t n = strlen(text), start = n, whole;

	if (n < ERR_TEXT_MAX - 1)
		return;
	while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
		start--;
	if (start == 0 || (unsigned char)text[start - 1] < 0xC0)
		return;
	start--;
	whole = (unsigned char)text[start] >= 0xF0 ? 4 : (unsigned char)text[start] >= 0xE0 ? 3 : 2;
	if (n - start < whole)
		text[start] = '\0';
}

int err_set(struct err *err, const char *fmt, ...)
{
	va_list args;

	if (!err)
		return -1;
	va_start(args, fmt);
	vsnprintf(err->text, sizeof err->text, fmt, args);
	va_end(args);
	trim_partial(err->text);
	return -1;
}

/* What everybody can meet is said in the user's words. */
static const char *of_errno(int code)
{
	switch (code) {
	case EACCES:
	case EPERM:
		return _("permission denied");
	case ENOSPC:
	case EDQUOT:
		return _("the disk is full");
	case EROFS:
		return _("the file system is read-only");
	default:
		/* Safe in threads: the C library's text of its own, or a buffer a thread. */
		return strerror(code);   /* NOLINT(concurrency-mt-unsafe) */
	}
}

int err_set_errno(struct err *err, const char *fmt, ...)
{
	const int code = errno;
	va_list args;
	size_t n;

	if (!err)
		return -1;
	va_start(args, fmt);
	vsnprintf(err->text, sizeof err->text, fmt, args);
	va_end(args);
	n = strlen(err->text);
	snprintf(err->text + n, sizeof err->text - n, ": %s", of_errno(code));
	trim_partial(err->text);
	return -1;
}

int err_prefix(struct err *err, const char *fmt, ...)
{
	char old[ERR_TEXT_MAX];
	va_list args;
	size_t n;

	if (!err)
		return -1;
	memcpy(old, err->text, sizeof old);
	va_start(args, fmt);
	vsnprintf(err->text, sizeof err->text, fmt, args);
	va_end(args);
	n = strlen(err->text);
	snprintf(err->text + n, sizeof err->text - n, "%s", old);
	trim_partial(err->text);
	return -1;
}

char *err_reason(const char *text)
{
	size_t length = 0;

	for (const char *next; (next = strstr(text, ": "));)
		text = next + 2;
	while (text[length] && strncmp(text + length, "; ", 2) && strncmp(text + length, ". ", 2))
		length++;
	return xstrndup(text, length);
}
