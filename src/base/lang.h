/* SPDX-License-Identifier: MIT
 *
 * The two languages of the interface.  The program's own text goes through gettext (`_()`); text that rule files carry
 * is a pair, one string a language.
 */
#ifndef PS_BASE_LANG_H
#define PS_BASE_LANG_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) (text)

enum lang { LANG_EN, LANG_KO, LANG_COUNT };

/* A text in both languages; either may be NULL. Owned by whoever holds the pair. */
struct text {
	char *in[LANG_COUNT];
};

/* The text in `lang`, else the English one, else the other, else "". Borrowed. */
const char *text_in(const struct text *text, enum lang lang);
struct text text_copy(const struct text *text);
void text_release(struct text *text);

/* Sets the locale from the environment and picks the language: `wanted` ("ko", "en" or NULL for the locale's own).
 * A locale that can't show Hangul gets English. Unknown names: -1. Where the program's messages lie is `localedir`. */
int lang_init(const char *wanted, const char *localedir, enum lang *lang);

#endif
