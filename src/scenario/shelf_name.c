/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unicase.h>
#include <uninorm.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/file.h"
#include "base/text.h"
#include "scenario/scenario.h"
#include "scenario/shelf.h"
#include "scenario/shelf_priv.h"

enum { QUOTE_CELLS = 80 };

char *shelf_quoted(const char *name)
{
	return text_quote(name, strlen(name), QUOTE_CELLS);
}

/* What some systems take for a device, whatever comes after a dot. */
static bool is_device(const char *name)
{
	static const char *const devices[] = { "con", "prn", "aux", "nul" };
	static const char *const numbered[] = { "com", "lpt" };
	const size_t length = strcspn(name, ".");

	for (size_t i = 0; i < ARRAY_LEN(devices); i++)
		if (length == strlen(devices[i]) && !strncasecmp(name, devices[i], length))
			return true;
	for (size_t i = 0; i < ARRAY_LEN(numbered); i++)
		if (length == 4 && !strncasecmp(name, numbered[i], 3) && strchr("0123456789", name[3]))
			return true;
	return false;
}

bool shelf_is_reserved(const char *name)
{
	static const char *const words[] = { "baseline", "policy", "now" };

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (!strcmp(name, words[i]))
			return true;
	return false;
}

bool shelf_is_path(const char *name)
{
	const size_t length = strlen(name), end = strlen(SCENARIO_END);

	return strchr(name, '/') || (length >= end && !strcmp(name + length - end, SCENARIO_END));
}

static const char *name_fault(const char *name)
{
	const size_t length = strlen(name);

	if (!length)
		return _("a name is needed");
	if (length > SCENARIO_NAME_MAX)
		return _("is too long for a name; take at most 180 bytes, which is 60 Hangul syllables");
	if (!text_is_utf8(name))
		return _("is not UTF-8");
	for (const char *p = name; *p; p++)
		if ((unsigned char)*p < 0x20 || *p == 0x7f || strchr("/\\:*?\"<>|", *p))
			return _("can't be a name on every system; leave out / \\ : * ? \" < > | and control characters");
	if (strchr(" .", name[0]) || strchr(" .", name[length - 1]))
		return _("can't be a name on every system; begin and end it with something else than a blank or a dot");
	if (is_device(name))
		return _("can't be a name on every system; some keep it for a device");
	if (shelf_is_path(name))
		return _("ends as the name of a file does; leave .csv out");
	if (shelf_is_reserved(name))
		return _("means something else to :compare; take another name");
	return NULL;
}

int shelf_check_name(const char *name, struct err *err)
{
	const char *fault = name_fault(name);
	char *shown;

	if (!fault)
		return 0;
	shown = shelf_quoted(name);
	err_set(err, "`%s`: %s", shown, fault);
	free(shown);
	return -1;
}

char *shelf_composed(const char *name)
{
	size_t length = 0;
	uint8_t *text = u8_normalize(UNINORM_NFC, (const uint8_t *)name, strlen(name), NULL, &length);
	char *copy = text ? xstrndup((const char *)text, length) : xstrdup(name);

	free(text);
	return copy;
}

bool shelf_same_name(const char *a, const char *b)
{
	char *ca = shelf_composed(a), *cb = shelf_composed(b);
	const bool same = !strcmp(ca, cb);

	free(ca);
	free(cb);
	return same;
}

bool shelf_collide(const char *a, const char *b)
{
	const uint8_t *ta = (const uint8_t *)a, *tb = (const uint8_t *)b;
	int order;

	if (!text_is_utf8(a) || !text_is_utf8(b))
		return !strcmp(a, b);
	return u8_casecmp(ta, strlen(a), tb, strlen(b), NULL, UNINORM_NFC, &order) == 0 && order == 0;
}

/* ---- files of names ---- */

int shelf_names(const char *folder, struct file_names *names, struct err *err)
{
	*names = (struct file_names){ NULL, 0 };
	if (!folder || !file_exists(folder))
		return 0;
	if (file_list(folder, SCENARIO_END, names, err) < 0)
		return -1;
	for (size_t i = 0; i < names->count; i++)
		names->name[i][strlen(names->name[i]) - strlen(SCENARIO_END)] = '\0';
	return 0;
}

char *shelf_file(const char *folder, const char *name)
{
	char *file = xasprintf("%s" SCENARIO_END, name);
	char *path = file_join(folder, file);

	free(file);
	return path;
}

char *shelf_find(const char *folder, const char *name, bool (*same)(const char *, const char *))
{
	struct file_names names;
	char *found = NULL;

	if (shelf_names(folder, &names, NULL) < 0)
		return NULL;
	for (size_t i = 0; i < names.count && !found; i++)
		if (same(names.name[i], name))
			found = xstrdup(names.name[i]);
	file_names_release(&names);
	return found;
}
