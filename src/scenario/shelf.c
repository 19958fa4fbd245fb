/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "scenario/shelf.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "base/text.h"
#include "scenario/scenario.h"
#include "scenario/shelf_priv.h"

struct shelf *shelf_open(const char *data, const char *own)
{
	struct shelf *shelf = xcalloc(1, sizeof *shelf);

	shelf->shipped = data ? file_join(data, "scenarios") : NULL;
	shelf->own = own ? xstrdup(own) : file_home(FILE_DATA, "scenarios", &shelf->why);
	return shelf;
}

void shelf_close(struct shelf *shelf)
{
	if (!shelf)
		return;
	free(shelf->shipped);
	free(shelf->own);
	free(shelf);
}

enum shelf_owner shelf_owner(const struct shelf *shelf, const char *name)
{
	char *own = shelf_find(shelf->own, name, shelf_collide);
	char *shipped = shelf_find(shelf->shipped, name, shelf_collide);
	const enum shelf_owner owner = own ? SHELF_OWN : shipped ? SHELF_SHIPPED : SHELF_NOBODY;

	free(own);
	free(shipped);
	return owner;
}

char *shelf_path(const struct shelf *shelf, const char *name)
{
	char *found = shelf_find(shelf->own, name, shelf_same_name);
	char *wanted = found ? found : shelf_composed(name);
	char *path = shelf_file(shelf->own ? shelf->own : "", wanted);

	free(wanted);
	return path;
}

char *shelf_name_of(const struct shelf *shelf, const char *path)
{
	char *folder = file_folder(path), *name = file_base(path);
	const size_t length = strlen(name), end = strlen(SCENARIO_END);
	const bool is_own = shelf->own && !strcmp(folder, shelf->own) && length > end
		&& !strcmp(name + length - end, SCENARIO_END);

	free(folder);
	if (is_own) {
		name[length - end] = '\0';
		return name;
	}
	free(name);
	return NULL;
}

/* ---- listing and loading ---- */

void shelf_list_release(struct shelf_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		struct shelf_item *item = &list->items[i];

		free(item->name);
		free(item->path);
		text_release(&item->title);
		text_release(&item->description);
		free(item->date);
		free(item->fault);
	}
	free(list->items);
	*list = (struct shelf_list){ NULL, 0, 0 };
}

static void add_item(struct shelf_list *list, const char *folder, const char *name)
{
	struct shelf_item item = { .name = xstrdup(name), .path = shelf_file(folder, name) };
	struct err err;
	struct scenario *scenario = scenario_load(item.path, &err);

	if (scenario) {
		item.title = text_copy(&scenario->title);
		item.description = text_copy(&scenario->description);
		item.date = xstrdup(scenario->date);
	} else {
		item.date = xstrdup("");
		item.fault = xstrdup(err.text);
	}
	scenario_free(scenario);
	list->items = xgrow(list->items, list->count, &list->cap, sizeof *list->items);
	list->items[list->count++] = item;
}

static bool has_name(const struct file_names *names, const char *name)
{
	for (size_t i = 0; i < names->count; i++)
		if (shelf_same_name(names->name[i], name))
			return true;
	return false;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct shelf_item *)a)->name, ((const struct shelf_item *)b)->name);
}

int shelf_list(const struct shelf *shelf, struct shelf_list *list, struct err *err)
{
	struct file_names shipped, own;

	*list = (struct shelf_list){ NULL, 0, 0 };
	if (shelf_names(shelf->shipped, &shipped, err) < 0)
		return -1;
	if (shelf_names(shelf->own, &own, err) < 0) {
		file_names_release(&shipped);
		return -1;
	}
	for (size_t i = 0; i < shipped.count; i++) {
		if (has_name(&own, shipped.name[i]))
			continue;
		add_item(list, shelf->shipped, shipped.name[i]);
		list->items[list->count - 1].read_only = true;
	}
	for (size_t i = 0; i < own.count; i++) {
		add_item(list, shelf->own, own.name[i]);
		list->items[list->count - 1].hides = has_name(&shipped, own.name[i]);
	}
	file_names_release(&shipped);
	file_names_release(&own);
	if (list->count)
		qsort(list->items, list->count, sizeof *list->items, by_name);
	return 0;
}

static bool has_in_title(const struct shelf_item *item, const char *word)
{
	for (int lang = 0; lang < LANG_COUNT; lang++)
		if (strcasestr(text_in(&item->title, (enum lang)lang), word))
			return true;
	return false;
}

const char *shelf_guess(const struct shelf_list *list, const char *word)
{
	struct text_guess guess = { .name = word };
	const char *only = NULL;
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++) {
		text_guess_offer(&guess, list->items[i].name);
		if (has_in_title(&list->items[i], word) && !count++)
			only = list->items[i].name;
	}
	return guess.best || count != 1 ? guess.best : only;
}

struct scenario *shelf_not_found(const struct shelf *shelf, const char *name, struct err *err)
{
	struct shelf_list list;
	const char *guess = shelf_list(shelf, &list, NULL) < 0 ? NULL : shelf_guess(&list, name);
	char *shown = shelf_quoted(name), *best = guess ? shelf_quoted(guess) : NULL;

	if (best)
		err_set(err, _("there is no scenario `%s`; did you mean `%s`?"), shown, best);
	else
		err_set(err, _("there is no scenario `%s`; `publicstake list scenarios` names them, a path is that of a file"),
			shown);
	shelf_list_release(&list);
	free(best);
	free(shown);
	return NULL;
}

/* Loads it if the folder has it. */
static bool load_in(const char *folder, const char *name, struct scenario **scenario, struct err *err)
{
	char *found = shelf_find(folder, name, shelf_same_name), *path;

	if (!found)
		return false;
	path = shelf_file(folder, found);
	*scenario = scenario_load(path, err);
	free(path);
	free(found);
	return true;
}

struct scenario *shelf_load(const struct shelf *shelf, const char *name_or_path, struct err *err)
{
	struct scenario *scenario;

	if (shelf_is_path(name_or_path))
		return scenario_load(name_or_path, err);
	if (load_in(shelf->own, name_or_path, &scenario, err))
		return scenario;
	if (!load_in(shelf->shipped, name_or_path, &scenario, err))
		return shelf_not_found(shelf, name_or_path, err);
	if (scenario)
		scenario->read_only = true;
	return scenario;
}

/* ---- by title ---- */

static bool is_titled(const struct shelf_item *item, const char *word)
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		const char *title = item->title.in[lang];

		if (title && *title && shelf_collide(title, word))
			return true;
	}
	return false;
}

/* How many scenarios have that title, with their names. */
static size_t find_titled(const struct shelf_list *list, const char *word, struct buf *names)
{
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++)
		if (is_titled(&list->items[i], word)) {
			buf_add(names, count++ ? ", " : "");
			buf_add(names, list->items[i].name);
		}
	return count;
}

static bool is_named(const struct shelf *shelf, const char *name)
{
	char *own = shelf_find(shelf->own, name, shelf_same_name);
	char *shipped = shelf_find(shelf->shipped, name, shelf_same_name);
	const bool found = own || shipped;

	free(own);
	free(shipped);
	return found;
}

bool shelf_knows(const struct shelf *shelf, const char *word)
{
	struct buf names = BUF_INIT;
	struct shelf_list list;
	size_t count;

	if (shelf_owner(shelf, word) != SHELF_NOBODY)
		return true;
	count = shelf_list(shelf, &list, NULL) < 0 ? 0 : find_titled(&list, word, &names);
	shelf_list_release(&list);
	buf_release(&names);
	return count > 0;
}

char *shelf_called(const struct shelf *shelf, const char *word, struct err *err)
{
	struct buf names = BUF_INIT;
	struct shelf_list list;
	size_t count;
	char *shown, *called = NULL;

	if (shelf_is_path(word) || is_named(shelf, word))
		return xstrdup(word);
	if (shelf_list(shelf, &list, err) < 0)
		return NULL;
	count = find_titled(&list, word, &names);
	shelf_list_release(&list);
	if (count == 1)
		return buf_take(&names);
	if (count) {
		shown = shelf_quoted(word);
		called = shelf_quoted(buf_text(&names));
		err_set(err, _("several scenarios have the title `%s`; say which by its name: %s"), shown, called);
		free(called);
		free(shown);
	} else {
		shelf_not_found(shelf, word, err);
	}
	buf_release(&names);
	return NULL;
}

struct scenario *shelf_load_called(const struct shelf *shelf, const char *word, struct err *err)
{
	char *name = shelf_called(shelf, word, err);
	struct scenario *scenario = name ? shelf_load(shelf, name, err) : NULL;

	free(name);
	return scenario;
}

char *shelf_id(const struct shelf *shelf, const struct scenario *scenario)
{
	char *own, *full;

	if (scenario->read_only || !*scenario->path)
		return xstrdup(scenario->name);
	own = shelf_name_of(shelf, scenario->path);
	full = own ? NULL : realpath(scenario->path, NULL);
	if (!full)
		full = xstrdup(own || *scenario->path != '/' ? scenario->name : scenario->path);
	free(own);
	return full;
}
