/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rules/host.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>

#include "base/alloc.h"
#include "base/text.h"
#include "rules/wording.h"

/* Chunks are named "@#3" by the number of their file: Lua shortens longer names in its messages. */
struct rule_file *host_file(const struct host *host, const char *chunk)
{
	char *end;
	unsigned long number;

	if (*chunk == '@')
		chunk++;
	if (*chunk != '#')
		return NULL;
	number = strtoul(chunk + 1, &end, 10);
	return end > chunk + 1 && number < host->file_count ? &host->files[number] : NULL;
}

struct place host_place(lua_State *L, int level)
{
	const struct host *host = host_of(L);
	const struct rule_file *file;
	struct place place = { NULL, 0, 0 };
	lua_Debug ar;

	if (!lua_getstack(L, level, &ar))
		return place;
	lua_getinfo(L, "Sl", &ar);
	file = host_file(host, ar.source);
	if (file)
		place = (struct place){ .file = file->name, .line = ar.currentline, .last_line = ar.currentline };
	return place;
}

/* Takes "#3:12: " off the message. */
static const char *split_place(const struct host *host, const char *message, struct place *place)
{
	const struct rule_file *file = host_file(host, message);
	const char *colon = strchr(message, ':');
	char *end;
	long line;

	if (!file || !colon)
		return message;
	line = strtol(colon + 1, &end, 10);
	if (end == colon + 1 || *end != ':' || line <= 0 || line > INT_MAX)
		return message;
	*place = (struct place){ .file = file->name, .line = (int)line };
	return end + 1 + (end[1] == ' ');
}

bool host_keep(struct host *host, size_t bytes)
{
	if (host->kept <= RULES_KEPT_MAX)
		host->kept += bytes;
	return host->kept <= RULES_KEPT_MAX;
}

static const char *describe_refusal(const struct host *host)
{
	if (host->refused == REFUSED_STRING)
		return _("a text is longer than 1 MiB; is there a loop that makes it longer without end?");
	return _("the rules need more memory than they may; is there a table that grows without end?");
}

void host_report(struct host *host, const struct place *fallback, const char *about)
{
	lua_State *L = host->lua;
	const char *message = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "?";
	struct place place = fallback ? *fallback : (struct place){ NULL, 0, 0 };
	char *worded, *clean;

	message = split_place(host, message, &place);
	if (strstr(message, "not enough memory")) {
		message = describe_refusal(host);
		place = host->refused_at.line > 0 ? host->refused_at : place;
	}
	worded = wording(message);
	clean = text_quote(worded, strnlen(worded, 2000), 500);
	diags_add(host->diags, place.file, place.line, "%s%s%s%s", about ? "`" : "", about ? about : "", about ? "`: " : "", clean);
	free(worded);
	free(clean);
	lua_pop(L, 1);
}
