/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/config_file.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#include "base/diags.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/text.h"
#include "ui/command.h"
#include "ui/desk.h"

enum { LINE_CELLS = 40 };   /* of a line that is shown */

/* What the commands that make sense before the first picture are. */
static bool may_configure(const char *line)
{
	static const char *const names[] = { "bind", "unbind", "theme", "glyphs", "charts", "worlds", "mouse", "language",
		"compare",
	                                     "outcome", "difference" };
	const size_t length = strcspn(line, " ");

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strlen(names[i]) == length && !strncmp(names[i], line, length))
			return true;
	return false;
}

/* A key that was another command's: who means it takes it away from that first, and is not told any more. */
static void remark_taken(struct desk *desk, const char *path, int number, const char *line)
{
	const char *place = line + 5 + strspn(line + 5, " "), *key = place + strcspn(place, " ");

	key += strspn(key, " ");
	diags_add(&desk->notices, path, number, _("%s; if you mean it, write before it: unbind %.*s %.*s"), desk->message,
		(int)strcspn(place, " "), place, (int)strcspn(key, " "), key);
}

static int run_line(struct desk *desk, const char *path, int number, const char *line)
{
	struct err err;

	line += strspn(line, " \t");
	if (!*line || *line == '#')
		return 0;
	desk_hush(desk);
	if (!may_configure(line)) {
		char *shown = text_quote(line, strlen(line), LINE_CELLS);

		diags_add(&desk->notices, path, number, _("'%s' can't stand in the configuration; bind, unbind, theme, glyphs, "
			"charts, worlds, mouse, language, compare, outcome and difference can"), shown);
		free(shown);
		return 1;
	}
	if (command_run(desk, line, &err) < 0) {
		diags_add(&desk->notices, path, number, "%s", err.text);
		return 1;
	}
	if (!strncmp(line, "bind ", 5) && desk->message)
		remark_taken(desk, path, number, line);
	return 0;
}

static int run_text(struct desk *desk, const char *path, char *text)
{
	int bad = 0, number = 0;

	for (char *line = text; line && *line;) {
		char *end = strchr(line, '\n');

		if (end)
			*end = '\0';
		bad += run_line(desk, path, ++number, line);
		line = end ? end + 1 : NULL;
	}
	return bad;
}

/* The file's text; NULL, and a notice, where there is none to be had. */
static char *read_text(const char *path, struct desk *desk)
{
	struct err err;
	size_t length;
	char *text = file_read(path, FILE_RULES_MAX, &length, &err);

	if (!text) {
		diags_add(&desk->notices, "", 0, "%s", err.text);
		return NULL;
	}
	if (strlen(text) == length && !u8_check((const uint8_t *)text, length))
		return text;
	diags_add(&desk->notices, path, 0, "%s", _("is not UTF-8 text; save it as UTF-8"));
	free(text);
	return NULL;
}

int config_read(const char *path, struct desk *desk)
{
	char *usual = path ? NULL : file_home(FILE_CONFIG, "config", NULL), *text = NULL, *said = desk->message;
	const char *name = path ? path : usual;
	const enum tone tone = desk->tone;
	int bad = 0;

	/* What the commands say is no news; what was said before is. */
	desk->message = NULL;
	if (name && (path || file_exists(name))) {
		text = read_text(name, desk);
		bad += !text;
	}
	bad += run_text(desk, name, text);
	desk_hush(desk);
	desk->message = said;
	desk->tone = tone;
	free(text);
	free(usual);
	return bad;
}
