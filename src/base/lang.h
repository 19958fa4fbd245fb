/* SPDX-License-Identifier: MIT
 *
 * The two languages of the interface.  The program's own text goes through gettext (`_()`); text that rule files carry
 * is a pair, one string a language.
 */
#ifndef PS_BASE_LANG_H
#define PS_BASE_LANG_H

#include <libintl.h>
#include <stdbool.h>

#define LANG_DOMAIN "publicstake"

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

/* Sets the locale from the environment and picks the language: `wanted` ("ko", "en" or NULL for the locale's own). A
 * locale that can't show Hangul gets English, whatever is wanted. Unknown names: -1, with the locale set and the
 * locale's language. Where the program's messages lie is `localedir` (NULL: where the system has them). Numbers keep
 * the point in any locale. Changes the environment (LANGUAGE), so call it before there are threads. */
int lang_init(const char *wanted, const char *localedir, enum lang *lang);

/* From now on `_()` gives this language. */
void lang_switch(enum lang lang);

/* The language that `_()` gives just now, for the units in messages. */
enum lang lang_of_messages(void);

/* "en" or "ko"; -1 for any other. */
int lang_parse(const char *name, enum lang *lang);

/* Whether the locale that is set writes UTF-8: if not, show ASCII only. */
bool lang_is_utf8(void);

#endif
