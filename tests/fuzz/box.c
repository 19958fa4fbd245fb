/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "box.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "fuzz.h"
#include "scenario/shelf.h"

/* The linker puts this in the place of pthread_create. */
int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *context);

int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *context)
{
	(void)thread;
	(void)attributes;
	(void)start;
	(void)context;
	return EAGAIN;
}

static const char manual_page[] =
	"BOX(7)   head\n\nN\bNA\bAM\bME\bE\n     publicstake-box \xE2\x80\x93 a country in a box\n\nL\bLE\bEV\bVE\bER\bRS\bS\n"
	"     Words that a narrow screen has no room for, and a\xEF\xBC\x81 wide one \xEA\xB8\xB0\bg has.\n\n     _\bl_\be_\bv_\by\n"
	"         What owners pay.\n\nfoot\n";

static void copy_source(const char *from, const char *to)
{
	char *path = file_join(getenv("srcdir") ? getenv("srcdir") : ".uninstalled", from);
	struct err err;
	size_t length;
	char *text = file_read(path, FILE_RULES_MAX, &length, &err);

	if (!text)
		fprintf(stderr, "%s\n", err.text);
	fuzz_require(text != NULL, "the model of tests/ui is there");
	fuzz_write(to, text, length);
	free(text);
	free(path);
}

static char *make_folder(const char *name)
{
	char *path = file_join(fuzz_folder(), name);
	struct err err;

	fuzz_require(file_make_folders(path, &err) == 0, "folders can be made");
	return path;
}

static struct box make(void)
{
	static const char *const homes[] = { "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME" };
	struct box box = { make_folder("rules"), make_folder("data"), make_folder("manual"), make_folder("home"), NULL, NULL };

	free(make_folder("manual/en"));
	free(make_folder("data/scenarios"));
	copy_source("tests/ui/model/a.lua", "rules/a.lua");
	copy_source("tests/ui/data/scenarios/high.csv", "data/scenarios/high.csv");
	copy_source("tests/ui/data/scenarios/none.csv", "data/scenarios/none.csv");
	fuzz_write("manual/en/publicstake-box.7", manual_page, strlen(manual_page));
	for (size_t i = 0; i < ARRAY_LEN(homes); i++)
		setenv(homes[i], box.home, 1);
	box.own = file_home(FILE_DATA, "rules", NULL);
	box.shelf = shelf_open(box.data, NULL);
	return box;
}

const struct box *box_empty(void)
{
	static struct box box;
	enum lang lang;

	if (!box.home) {
		setenv("LC_ALL", "C.UTF-8", 1);
		lang_init("en", NULL, &lang);
		box = make();
	}
	fuzz_remove("home");
	free(make_folder("home"));
	return &box;
}
