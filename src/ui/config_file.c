/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/config_file.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#include "base/alloc.h"
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
static void remark_taken(struct desk *desk, const char *path, int number, const char *line, const char *taken)
{
	const char *place = line + 5 + strspn(line + 5, " "), *key = place + strcspn(place, " "), *command;
	char *bound;

	key += strspn(key, " ");
	command = key + strcspn(key, " ");
	bound = xasprintf("%.*s %.*s", (int)strcspn(place, " "), place, (int)strcspn(key, " "), key);
	diags_add_each(desk->notices, path, number, N_("%s now does '%s', in the place of '%s'; if you mean it, write before "
		"it: unbind %s"), bound, command + strspn(command, " "), taken, bound);
	free(bound);
}

/* What is wrong with a line that was refused, in each language: it is refused again. */
static void remark_refused(struct desk *desk, const char *path, int number, const char *line)
{
	const enum lang now = desk->lang;
	struct err err;

	for (int lang = 0; lang < LANG_COUNT; lang++) {
		lang_switch((enum lang)lang);
		if (command_run(desk, line, &err) < 0)
			diags_add(&desk->notices[lang], path, number, "%s", err.text);
	}
	lang_switch(now);
}

static int run_line(struct desk *desk, const char *path, int number, const char *line)
{
	struct err err;
	char *taken;
	bool is_refused;

	line += strspn(line, " \t");
	if (!*line || *line == '#')
		return 0;
	if (!may_configure(line)) {
		char *shown = text_quote(line, strlen(line), LINE_CELLS);

		diags_add_each(desk->notices, path, number, N_("'%s' can't stand in the configuration; bind, unbind, theme, glyphs, "
			"charts, worlds, mouse, language, compare, outcome and difference can"), shown);
		free(shown);
		return 1;
	}
	taken = command_takes_key(desk, line);
	is_refused = command_run(desk, line, &err) < 0;
	if (is_refused)
		remark_refused(desk, path, number, line);
	else if (taken)
		remark_taken(desk, path, number, line, taken);
	free(taken);
	return is_refused;
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

/* Why a file that could not be read can't be, in each language. */
static void remark_unread(struct desk *desk, const char *path)
{
	const enum lang now = desk->lang;
	struct err err;
	size_t length;

	for (int lang = 0; lang < LANG_COUNT; lang++) {
		char *text;

		lang_switch((enum lang)lang);
		text = file_read(path, FILE_RULES_MAX, &length, &err);
		if (!text)
			diags_add(&desk->notices[lang], "", 0, "%s", err.text);
		free(text);
	}
	lang_switch(now);
}

/* The file's text; NULL, and a notice, where there is none to be had. */
static char *read_text(const char *path, struct desk *desk)
{
	size_t length;
	char *text = file_read(path, FILE_RULES_MAX, &length, NULL);

	if (!text) {
		remark_unread(desk, path);
		return NULL;
	}
	if (strlen(text) == length && !u8_check((const uint8_t *)text, length))
		return text;
	diags_add_each(desk->notices, path, 0, N_("is not UTF-8 text; save it as UTF-8"));
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
