/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "box.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/file.h"

#define PROGRAM_MAX ((size_t)1 << 28)

static const char small[] =
	"model { start = 2026, stop = 2036, step = 1, title = \"Small\" }\n"
	"uncertainty \"u\" { default = 1, spread = uniform(0, 2) }\n"
	"stock \"k\" { initial = 0, rate = function(v) return v.u end }\n"
	"outcome \"x\" { label = \"Stock\", headline = 2, value = function(v) return v.k end }\n";

static const char own[] =
	"-- version %d\n"
	"group \"box\" { label = \"Box\", order = -1 }\n"
	"for _, name in ipairs { \"a\", \"b\", \"c\" } do\n"
	"	lever(name) { label = \"Lever \" .. name, group = \"box\", unit = \"\", default = 0, range = { 0, 999 }, step = 1 }\n"
	"end\n"
	"outcome \"y\" { label = \"Outcome\", group = \"box\", headline = 1, value = function(v) return v.a + 2 * v.b + v.c + %d end }\n";

static void give_up(const char *what, const char *why)
{
	printf("%s: %s\n", what, why);
	exit(99);
}

static void make_folder(const char *path)
{
	struct err err;

	if (file_make_folders(path, &err) < 0)
		give_up(path, err.text);
}

/* ---- files ---- */

char *box_model(int version)
{
	return xasprintf(own, version, version);
}

int box_model_version(const char *text)
{
	int version;
	char *same;
	bool is_same;

	if (sscanf(text, "-- version %d", &version) != 1)   /* NOLINT(cert-err34-c): what it gives is compared */
		return -1;
	same = box_model(version);
	is_same = !strcmp(same, text);
	free(same);
	return is_same ? version : -1;
}

void box_write(const char *path, const char *text)
{
	struct err err;

	if (file_write(path, text, strlen(text), &err) < 0)
		give_up(path, err.text);
}

void box_own_rules(const struct box *box, int version)
{
	char *folder = file_folder(box->rules), *text = box_model(version);

	make_folder(folder);
	box_write(box->rules, text);
	free(folder);
	free(text);
}

char *box_read(const char *path)
{
	struct err err;
	size_t length;

	return file_exists(path) ? file_read(path, FILE_RULES_MAX, &length, &err) : NULL;
}

/* ---- the box ---- */

static char *find_program(void)
{
	char *folders = xstrdup(getenv("PATH")), *rest = folders, *folder, *found = NULL;

	while (!found && (folder = strsep(&rest, ":"))) {
		found = file_join(folder, "publicstake");
		if (access(found, X_OK) != 0) {
			free(found);
			found = NULL;
		}
	}
	free(folders);
	return found;
}

static void copy_program(const char *program, const char *to)
{
	char *from = program ? xstrdup(program) : find_program(), *bytes;
	struct err err = { "is not in PATH" };
	size_t length;

	bytes = from ? file_read(from, PROGRAM_MAX, &length, &err) : NULL;
	if (!bytes || file_write(to, bytes, length, &err) < 0 || chmod(to, 0700) < 0)
		give_up("publicstake", err.text);
	free(bytes);
	free(from);
}

static void make_link(const char *folder, const char *name, const char *to)
{
	char *path = xasprintf("%s/%s", folder, name);

	if (symlink(to, path) < 0)
		give_up(path, "can't be made");
	free(path);
}

/* By a link beside it the program takes a folder for its source tree (src/base/where.h). */
static void fill(const struct box *box, const char *shipped, const char *program)
{
	char *bin = file_folder(box->program), *lua = file_folder(box->base), *tree = file_folder(lua);
	char *real = shipped ? realpath(shipped, NULL) : NULL;

	make_folder(bin);
	make_folder(box->scenarios);
	copy_program(program, box->program);
	make_link(bin, ".uninstalled", real ? real : tree);
	if (!real) {
		make_folder(lua);
		box_write(box->base, small);
	}
	free(bin);
	free(lua);
	free(tree);
	free(real);
}

struct box *box_make(const char *name, const char *shipped, const char *program)
{
	const char *where = getenv("TMPDIR");
	struct box *box = xcalloc(1, sizeof *box);

	box->folder = xasprintf("%s/%s-XXXXXX", where && *where ? where : "/tmp", name);
	if (!mkdtemp(box->folder))
		give_up(box->folder, "can't be made");
	setenv("HOME", box->folder, 1);
	unsetenv("XDG_DATA_HOME");
	unsetenv("XDG_STATE_HOME");
	unsetenv("XDG_CONFIG_HOME");
	box->program = xasprintf("%s/bin/publicstake", box->folder);
	box->rules = xasprintf("%s/.local/share/publicstake/rules/zz.lua", box->folder);
	box->base = xasprintf("%s/tree/lua/small.lua", box->folder);
	box->scenarios = xasprintf("%s/.local/share/publicstake/scenarios", box->folder);
	box->session = xasprintf("%s/.local/state/publicstake/sessions/1", box->folder);
	fill(box, shipped, program);
	return box;
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *place)
{
	(void)st;
	(void)kind;
	(void)place;
	return remove(path);
}

void box_remove(const char *folder)
{
	nftw(folder, remove_one, 20, FTW_DEPTH | FTW_PHYS);
}

void box_release(struct box *box, bool keep)
{
	if (keep)
		printf("kept to be looked into: %s\n", box->folder);
	else
		box_remove(box->folder);
	free(box->folder);
	free(box->program);
	free(box->rules);
	free(box->base);
	free(box->scenarios);
	free(box->session);
	free(box);
}
