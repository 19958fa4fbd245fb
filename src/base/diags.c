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

void diags_add(struct diags *diags, const char *file, int line, const char *fmt, ...)
{
	va_list args;
	char *text;

	if (diags_are_full(diags))
		return;
	va_start(args, fmt);
	if (vasprintf(&text, fmt, args) < 0)
		text = xstrdup("out of memory");
	va_end(args);
	if (known(diags, file ? file : "", line, text)) {
		free(text);
		return;
	}
	diags->items = xgrow(diags->items, diags->count, &diags->cap, sizeof *diags->items);
	diags->items[diags->count++] = (struct diag){ .file = xstrdup(file ? file : ""), .line = line, .text = text };
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
