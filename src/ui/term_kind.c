/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/term_kind.h"

#include <stddef.h>
#include <string.h>

#include "base/alloc.h"

/* Beginnings of names of terminals with a font of a few hundred characters at most. The console's has lines and shades,
 * but no more of the blocks that charts are made of than halves. */
static const char *const few_characters[] = { "linux", "vt", "ansi", "cons25", "pcansi", "sun", "dumb" };

static bool begins(const char *type, const char *start)
{
	return type && !strncmp(type, start, strlen(start));
}

bool term_kind_has_hangul(const char *type)
{
	for (size_t i = 0; i < ARRAY_LEN(few_characters); i++)
		if (begins(type, few_characters[i]))
			return false;
	return true;
}

enum glyphs term_kind_glyphs(const char *type, bool utf8)
{
	return utf8 && term_kind_has_hangul(type) ? GLYPHS_BRAILLE : GLYPHS_ASCII;
}

bool term_kind_is_true(const char *says)
{
	return says && (!strcmp(says, "truecolor") || !strcmp(says, "24bit"));
}

/* "15;0", or "15;default;0": the last is the background. */
bool term_kind_is_light(const char *says)
{
	const char *ground = says ? strrchr(says, ';') : NULL;

	return ground && (!strcmp(ground, ";15") || !strcmp(ground, ";7"));
}

char *term_kind_direct(const char *type, int i)
{
	const char *colours = type ? strstr(type, "-256color") : NULL;

	if (!type || !*type)
		return NULL;
	if (i == 0)
		return xasprintf("%.*s-direct", (int)(colours ? (size_t)(colours - type) : strlen(type)), type);
	/* What calls itself screen passes on what it knows, which need not be this. */
	return i == 1 && term_kind_has_hangul(type) && !begins(type, "screen") ? xstrdup("xterm-direct") : NULL;
}
