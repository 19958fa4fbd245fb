/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/diags.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

static bool known(const struct diags *diags, const char *file, int line, const char *text)
{
	for (size_t i = 0; i < diags->count; i++) {
		const struct diag *d = &diags->items[i];

		if (d->line == line && !strcmp(d->file, file) && !strcmp(d->text, text))
			return true;
	}
	return false;
}

bool diags_are_full(const struct diags *diags)
{
	return diags->count >= DIAGS_MAX;
}

static void add(struct diags *diags, const char *file, int line, const char *fmt, va_list args)
	__attribute__((format(printf, 4, 0)));

static void add(struct diags *diags, const char *file, int line, const char *fmt, va_list args)
{
	char *text;

	if (diags_are_full(diags))
		return;
	if (vasprintf(&text, fmt, args) < 0)
		text = xstrdup("out of memory");
	if (known(diags, file ? file : "", line, text)) {
		free(text);
		return;
	}
	diags->items = xgrow(diags->items, diags->count, &diags->cap, sizeof *diags->items);
	diags->items[diags->count++] = (struct diag){ .file = xstrdup(file ? file : ""), .line = line, .text = text };
}

void diags_add(struct diags *diags, const char *file, int line, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	add(diags, file, line, fmt, args);
	va_end(args);
}

void diags_add_each(struct diags lists[LANG_COUNT], const char *file, int line, const char *msgid, ...)
{
	const enum lang now = lang_of_messages();
	va_list args;

	for (int lang = 0; lang < LANG_COUNT; lang++) {
		lang_switch((enum lang)lang);
		va_start(args, msgid);
		add(&lists[lang], file, line, gettext(msgid), args);
		va_end(args);
	}
	lang_switch(now);
}

char *diags_line(const struct diags *diags, size_t i)
{
	const struct diag *d = &diags->items[i];

	if (!*d->file)
		return xstrdup(d->text);
	if (!d->line)
		return xasprintf("%s: %s", d->file, d->text);
	return xasprintf("%s:%d: %s", d->file, d->line, d->text);
}

static int by_place(const void *a, const void *b)
{
	const struct diag *x = a, *y = b;
	const int file = strcmp(x->file, y->file);

	if (file || x->line != y->line)
		return file ? file : x->line < y->line ? -1 : 1;
	return strcmp(x->text, y->text);
}

void diags_sort(struct diags *diags)
{
	if (diags->count)
		qsort(diags->items, diags->count, sizeof *diags->items, by_place);
}

void diags_release(struct diags *diags)
{
	for (size_t i = 0; i < diags->count; i++) {
		free(diags->items[i].file);
		free(diags->items[i].text);
	}
	free(diags->items);
	*diags = (struct diags)DIAGS_INIT;
}
