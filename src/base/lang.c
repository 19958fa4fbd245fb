/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/lang.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/alloc.h"

const char *text_in(const struct text *text, enum lang lang)
{
	if (text->in[lang])
		return text->in[lang];
	if (text->in[LANG_EN])
		return text->in[LANG_EN];
	for (int i = 0; i < LANG_COUNT; i++)
		if (text->in[i])
			return text->in[i];
	return "";
}

struct text text_copy(const struct text *text)
{
	struct text copy = { { NULL } };

	for (int i = 0; i < LANG_COUNT; i++)
		if (text->in[i])
			copy.in[i] = xstrdup(text->in[i]);
	return copy;
}

void text_release(struct text *text)
{
	for (int i = 0; i < LANG_COUNT; i++) {
		free(text->in[i]);
		text->in[i] = NULL;
	}
}

/* What the environment asks for, by POSIX's order of precedence for the category; "" if nothing. */
static const char *asked_for(const char *category)
{
	const char *const names[] = { "LC_ALL", category, "LANG" };

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return value;
	}
	return "";
}

/* Whether a locale's name ("ko_KR.UTF-8", "ko_KR.utf8@x") names UTF-8. */
static bool names_utf8(const char *locale)
{
	const char *dot = strchr(locale, '.');

	return dot && (strncasecmp(dot + 1, "UTF-8", 5) == 0 || strncasecmp(dot + 1, "utf8", 4) == 0);
}

bool lang_is_utf8(void)
{
	return strcasecmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* A locale that is asked for but not installed (usual in containers) must not cost its encoding. Numbers are always
 * written and read with a point. */
static void set_locale(void)
{
	/* NOLINTBEGIN(concurrency-mt-unsafe): there are no threads yet */
	if (!setlocale(LC_ALL, "") && names_utf8(asked_for("LC_CTYPE")))
		setlocale(LC_ALL, "C.UTF-8");
	setlocale(LC_NUMERIC, "C");
	/* NOLINTEND(concurrency-mt-unsafe) */
}

int lang_parse(const char *name, enum lang *lang)
{
	if (!strcmp(name, "en"))
		*lang = LANG_EN;
	else if (!strcmp(name, "ko"))
		*lang = LANG_KO;
	else
		return -1;
	return 0;
}

enum lang lang_of_messages(void)
{
	enum lang lang = LANG_EN;

	/* TRANSLATORS: the code of the language that you translate to: "ko" */
	lang_parse(_("en"), &lang);
	return lang;
}

/* gettext's LANGUAGE is a list in order of preference; its first entry that is ours decides. */
static enum lang lang_of_environment(void)
{
	const char *locale = asked_for("LC_MESSAGES"), *list = getenv("LANGUAGE");

	if (!*locale || !strcmp(locale, "C") || !strcmp(locale, "POSIX"))
		return LANG_EN;
	for (; list && *list; list += strcspn(list, ":"), list += *list == ':') {
		if (!strncmp(list, "ko", 2))
			return LANG_KO;
		if (!strncmp(list, "en", 2))
			return LANG_EN;
	}
	return strncmp(locale, "ko", 2) ? LANG_EN : LANG_KO;
}

void lang_switch(enum lang lang)
{
	/* gettext looks at LANGUAGE, and looks again after the domain is set; it heeds it in any locale but "C". After the first time,
	 * when there are no threads yet, the variable is there, and the C library exchanges its value in one step.
	 * NOLINTBEGIN(concurrency-mt-unsafe) */
	setenv("LANGUAGE", lang == LANG_KO ? "ko" : "en", 1);
	if (!strcmp(setlocale(LC_MESSAGES, NULL), "C"))
		setlocale(LC_MESSAGES, "C.UTF-8");
	/* NOLINTEND(concurrency-mt-unsafe) */
	textdomain(LANG_DOMAIN);
}

int lang_init(const char *wanted, const char *localedir, enum lang *lang)
{
	int status = 0;

	set_locale();
	*lang = lang_of_environment();
	if (wanted)
		status = lang_parse(wanted, lang);
	if (!lang_is_utf8())
		*lang = LANG_EN;
	if (localedir)
		bindtextdomain(LANG_DOMAIN, localedir);
	bind_textdomain_codeset(LANG_DOMAIN, "UTF-8");
	lang_switch(*lang);
	return status;
}
