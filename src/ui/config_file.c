/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/config_file.h"

#include <stdlib.h>
#include <string.h>

#include "base/diags.h"
#include "base/err.h"
#include "base/file.h"
#include "ui/command.h"
#include "ui/desk.h"

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

static int run_line(struct desk *desk, const char *path, int number, const char *line)
{
	struct err err;

	line += strspn(line, " \t");
	if (!*line || *line == '#')
		return 0;
	desk_hush(desk);
	if (!may_configure(line)) {
		diags_add(&desk->notices, path, number, _("'%.40s' can't stand in the configuration; bind, unbind, theme, "
			"glyphs, charts, worlds, mouse, "
		                                          "language, compare, outcome and difference can"), line);
		return 1;
	}
	if (command_run(desk, line, &err) < 0) {
		diags_add(&desk->notices, path, number, "%s", err.text);
		return 1;
	}
	if (!strncmp(line, "bind ", 5) && desk->message)
		diags_add(&desk->notices, path, number, "%s", desk->message);
	return 0;
}

int config_read(const char *path, struct desk *desk)
{
	char *usual = path ? NULL : file_home(FILE_CONFIG, "config", NULL), *text = NULL;
	const char *name = path ? path : usual;
	size_t length;
	int bad = 0, number = 0;
	struct err err;

	if (name && (path || file_exists(name))) {
		text = file_read(name, FILE_RULES_MAX, &length, &err);
		if (!text) {
			diags_add(&desk->notices, "", 0, "%s", err.text);
			bad++;
		}
	}
	for (char *line = text; line && *line;) {
		char *end = strchr(line, '\n');

		if (end)
			*end = '\0';
		bad += run_line(desk, name, ++number, line);
		line = end ? end + 1 : NULL;
	}
	desk_hush(desk);
	free(text);
	free(usual);
	return bad;
}
