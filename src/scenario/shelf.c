/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "scenario/shelf.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/file.h>
#include <time.h>
#include <unicase.h>
#include <uninorm.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/file.h"
#include "base/fingerprint.h"
#include "base/text.h"
#include "scenario/scenario.h"

enum {
	QUOTE_CELLS = 80,
	LOCK_TRIES = 200,       /* 10 ms apart: who changes the folder is done in far less than two seconds */
	LOCK_WAIT_MS = 10,
	TRASH_MAX = 100000,     /* of one name */
};

#define TRASH_FOLDER ".trash"

struct shelf {
	char *shipped;   /* NULL: none */
	char *own;       /* NULL: there is no home folder */
	struct err why;  /* then: why */
};

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

/* ---- names ---- */

static char *quoted(const char *name)
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
	return NULL;
}

int shelf_check_name(const char *name, struct err *err)
{
	const char *fault = name_fault(name);
	char *shown;

	if (!fault)
		return 0;
	shown = quoted(name);
	err_set(err, "`%s`: %s", shown, fault);
	free(shown);
	return -1;
}

/* The name with Hangul and accents composed, as most systems keep it. */
static char *composed(const char *name)
{
	size_t length = 0;
	uint8_t *text = u8_normalize(UNINORM_NFC, (const uint8_t *)name, strlen(name), NULL, &length);
	char *copy = text ? xstrndup((const char *)text, length) : xstrdup(name);

	free(text);
	return copy;
}

static bool is_same_name(const char *a, const char *b)
{
	char *ca = composed(a), *cb = composed(b);
	const bool same = !strcmp(ca, cb);

	free(ca);
	free(cb);
	return same;
}

/* Names that some file system takes for the same file. */
static bool collide(const char *a, const char *b)
{
	const uint8_t *ta = (const uint8_t *)a, *tb = (const uint8_t *)b;
	int order;

	if (!text_is_utf8(a) || !text_is_utf8(b))
		return !strcmp(a, b);
	return u8_casecmp(ta, strlen(a), tb, strlen(b), NULL, UNINORM_NFC, &order) == 0 && order == 0;
}

/* ---- folders ---- */

/* Names in a folder without the ending; a folder that is not there has none. */
static int folder_names(const char *folder, struct file_names *names, struct err *err)
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

static char *path_in(const char *folder, const char *name)
{
	char *file = xasprintf("%s" SCENARIO_END, name);
	char *path = file_join(folder, file);

	free(file);
	return path;
}

/* The name as it stands in the folder, by a rule of what is the same; NULL if it does not. */
static char *find_in(const char *folder, const char *name, bool (*same)(const char *, const char *))
{
	struct file_names names;
	char *found = NULL;

	if (folder_names(folder, &names, NULL) < 0)
		return NULL;
	for (size_t i = 0; i < names.count && !found; i++)
		if (same(names.name[i], name))
			found = xstrdup(names.name[i]);
	file_names_release(&names);
	return found;
}

enum shelf_owner shelf_owner(const struct shelf *shelf, const char *name)
{
	char *own = find_in(shelf->own, name, collide);
	char *shipped = find_in(shelf->shipped, name, collide);
	const enum shelf_owner owner = own ? SHELF_OWN : shipped ? SHELF_SHIPPED : SHELF_NOBODY;

	free(own);
	free(shipped);
	return owner;
}

char *shelf_path(const struct shelf *shelf, const char *name)
{
	char *found = find_in(shelf->own, name, is_same_name);
	char *wanted = found ? found : composed(name);
	char *path = path_in(shelf->own ? shelf->own : "", wanted);

	free(wanted);
	return path;
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
	struct shelf_item item = { .name = xstrdup(name), .path = path_in(folder, name) };
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
		if (is_same_name(names->name[i], name))
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
	if (folder_names(shelf->shipped, &shipped, err) < 0)
		return -1;
	if (folder_names(shelf->own, &own, err) < 0) {
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

static void offer_names(struct text_guess *guess, const struct file_names *names)
{
	for (size_t i = 0; i < names->count; i++)
		text_guess_offer(guess, names->name[i]);
}

static struct scenario *not_found(const struct shelf *shelf, const char *name, struct err *err)
{
	struct file_names shipped, own;
	struct text_guess guess = { .name = name };
	char *shown = quoted(name), *best;

	folder_names(shelf->shipped, &shipped, NULL);
	folder_names(shelf->own, &own, NULL);
	offer_names(&guess, &shipped);
	offer_names(&guess, &own);
	best = guess.best ? quoted(guess.best) : NULL;
	if (best)
		err_set(err, _("there is no scenario `%s`; did you mean `%s`?"), shown, best);
	else
		err_set(err, _("there is no scenario `%s`; `publicstake list scenarios` names them, a path is that of a file"),
			shown);
	file_names_release(&shipped);
	file_names_release(&own);
	free(best);
	free(shown);
	return NULL;
}

static bool is_path(const char *name)
{
	const size_t length = strlen(name), end = strlen(SCENARIO_END);

	return strchr(name, '/') || (length >= end && !strcmp(name + length - end, SCENARIO_END));
}

/* Loads it if the folder has it. */
static bool load_in(const char *folder, const char *name, struct scenario **scenario, struct err *err)
{
	char *found = find_in(folder, name, is_same_name), *path;

	if (!found)
		return false;
	path = path_in(folder, found);
	*scenario = scenario_load(path, err);
	free(path);
	free(found);
	return true;
}

struct scenario *shelf_load(const struct shelf *shelf, const char *name_or_path, struct err *err)
{
	struct scenario *scenario;

	if (is_path(name_or_path))
		return scenario_load(name_or_path, err);
	if (load_in(shelf->own, name_or_path, &scenario, err))
		return scenario;
	if (!load_in(shelf->shipped, name_or_path, &scenario, err))
		return not_found(shelf, name_or_path, err);
	if (scenario)
		scenario->read_only = true;
	return scenario;
}

/* ---- changing ---- */

/* Locks a folder against other programs of ours; its descriptor, to be closed, or -1. */
static int lock_folder(const char *folder, struct err *err)
{
	const struct timespec wait = { .tv_nsec = LOCK_WAIT_MS * 1000000L };
	const int fd = open(*folder ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	char *shown;

	if (fd < 0) {
		shown = text_quote(folder, strlen(folder), QUOTE_CELLS);
		err_set_errno(err, _("%s: this folder can't be opened"), shown);
		free(shown);
		return -1;
	}
	for (int i = 0; i < LOCK_TRIES; i++) {
		/* Where a file system has no locks, what can be done without is done. */
		if (flock(fd, LOCK_EX | LOCK_NB) == 0 || (errno != EWOULDBLOCK && errno != EINTR))
			return fd;
		nanosleep(&wait, NULL);
	}
	close(fd);
	shown = text_quote(folder, strlen(folder), QUOTE_CELLS);
	err_set(err, _("%s: another program is changing this folder; try again"), shown);
	free(shown);
	return -1;
}

/* The user's folder, made if need be, and locked. */
static int lock_own(const struct shelf *shelf, struct err *err)
{
	if (!shelf->own)
		return err_set(err, "%s", shelf->why.text);
	if (file_make_folders(shelf->own, err) < 0)
		return -1;
	return lock_folder(shelf->own, err);
}

/* Says that the name is taken by `taken`. */
static int taken_fault(const char *name, const char *taken, struct err *err)
{
	char *shown = quoted(name), *other = quoted(taken);

	if (is_same_name(name, taken))
		err_set(err, _("there is a scenario `%s` already; take another name or replace it"), shown);
	else
		err_set(err, _("there is a scenario `%s` already, and some systems can't tell `%s` from it; take another name"),
			other, shown);
	free(shown);
	free(other);
	return -1;
}

/* Whether the name is free in the user's folder, but for `except` (may be NULL). */
static int check_free(const struct shelf *shelf, const char *name, const char *except, struct err *err)
{
	char *taken = find_in(shelf->own, name, collide);
	int status = 0;

	if (taken && !(except && !strcmp(taken, except)))
		status = taken_fault(name, taken, err);
	free(taken);
	return status;
}

static int check_shipped(const struct shelf *shelf, const char *name, struct err *err)
{
	char *taken = find_in(shelf->shipped, name, collide), *shown;

	if (!taken)
		return 0;
	free(taken);
	shown = quoted(name);
	err_set(err, _("`%s` is the name of a shipped scenario; take another name, or replace it for yourself"), shown);
	free(shown);
	return -1;
}

static int check_save(const struct shelf *shelf, const char *name, enum shelf_save how, struct err *err)
{
	char *same;
	int status;

	if (how == SHELF_NEW)
		return check_shipped(shelf, name, err) < 0 ? -1 : check_free(shelf, name, NULL, err);
	same = find_in(shelf->own, name, is_same_name);
	status = check_free(shelf, name, same, err);
	free(same);
	return status;
}

int shelf_save(const struct shelf *shelf, struct scenario *scenario, const char *name, enum shelf_save how,
	struct err *err)
{
	int lock, status;

	if (shelf_check_name(name, err) < 0)
		return -1;
	lock = lock_own(shelf, err);
	if (lock < 0)
		return -1;
	status = check_save(shelf, name, how, err);
	if (status == 0) {
		char *path = shelf_path(shelf, name);

		status = scenario_save(scenario, path, err);
		free(path);
	}
	if (status == 0)
		scenario->read_only = false;
	close(lock);
	return status;
}

/* Whether the file is as the scenario knows it; one that is gone may be written anew. */
static int check_unchanged(const struct scenario *scenario, struct err *err)
{
	struct fingerprint fingerprint = FINGERPRINT_INIT;
	char text[FINGERPRINT_TEXT_MAX], *bytes, *shown;
	size_t length;

	if (!file_exists(scenario->path))
		return 0;
	bytes = file_read(scenario->path, FILE_RULES_MAX, &length, err);
	if (!bytes)
		return -1;
	fingerprint_add(&fingerprint, "", bytes, length);
	free(bytes);
	if (!strcmp(scenario->content, fingerprint_text(&fingerprint, text)))
		return 0;
	shown = quoted(scenario->path);
	err_set(err, _("%s: another program has changed this file since; save under another name, or open it anew"), shown);
	free(shown);
	return -1;
}

int shelf_update(struct scenario *scenario, struct err *err)
{
	char *folder, *shown;
	int lock, status;

	if (scenario->read_only || !*scenario->path) {
		shown = quoted(scenario->name);
		if (scenario->read_only)
			err_set(err, _("the scenario `%s` is shipped and read only; save under another name"), shown);
		else
			err_set(err, _("this scenario has no file yet; save it under a name"));
		free(shown);
		return -1;
	}
	folder = file_folder(scenario->path);
	lock = lock_folder(folder, err);
	free(folder);
	if (lock < 0)
		return -1;
	status = check_unchanged(scenario, err);
	if (status == 0)
		status = scenario_save(scenario, scenario->path, err);
	close(lock);
	return status;
}

/* Moves a file and sees to it that this survives a loss of power; `folder` and `other` are the folders concerned. */
static int move(const char *from, const char *to, int folder, int other, struct err *err)
{
	char *shown;

	if (rename(from, to) == 0) {
		fsync(other);
		fsync(folder);
		return 0;
	}
	shown = quoted(from);
	err_set_errno(err, _("%s: can't be moved"), shown);
	free(shown);
	return -1;
}

/* The path of the user's scenario; NULL if there is none, or only a shipped one. */
static char *own_path(const struct shelf *shelf, const char *name, struct err *err)
{
	char *found = find_in(shelf->own, name, is_same_name), *path, *shown;

	if (found) {
		path = path_in(shelf->own, found);
		free(found);
		return path;
	}
	found = find_in(shelf->shipped, name, is_same_name);
	if (found) {
		shown = quoted(name);
		err_set(err, _("the scenario `%s` is shipped and read only"), shown);
		free(shown);
	} else {
		not_found(shelf, name, err);
	}
	free(found);
	return NULL;
}

int shelf_rename(const struct shelf *shelf, const char *from, const char *to, struct err *err)
{
	char *old = NULL, *old_name = NULL, *new_name = NULL, *new = NULL;
	int lock, status = -1;

	if (shelf_check_name(to, err) < 0)
		return -1;
	lock = lock_own(shelf, err);
	if (lock < 0)
		return -1;
	old = own_path(shelf, from, err);
	if (!old)
		goto out;
	old_name = find_in(shelf->own, from, is_same_name);
	/* Its own name in other capitals is free for it. */
	if (check_shipped(shelf, to, err) < 0 || check_free(shelf, to, old_name, err) < 0)
		goto out;
	new_name = composed(to);
	new = path_in(shelf->own, new_name);
	status = move(old, new, lock, lock, err);
out:
	free(new);
	free(new_name);
	free(old_name);
	free(old);
	close(lock);
	return status;
}

/* A file name that is free in the trash: NAME.csv, NAME.2.csv, ... */
static char *free_in_trash(const char *folder, const char *name)
{
	for (int i = 1; i < TRASH_MAX; i++) {
		char *file = i == 1 ? xasprintf("%s" SCENARIO_END, name) : xasprintf("%s.%d" SCENARIO_END, name, i);
		char *path = file_join(folder, file);
		const bool taken = file_exists(path);

		free(path);
		if (!taken)
			return file;
		free(file);
	}
	return xasprintf("%s" SCENARIO_END, name);
}

/* Opens the trash, made if need be. `*folder` is the caller's. */
static int open_trash(const struct shelf *shelf, char **folder, struct err *err)
{
	int fd;

	*folder = file_join(shelf->own, TRASH_FOLDER);
	if (file_make_folders(*folder, err) == 0) {
		fd = open(*folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		if (fd >= 0)
			return fd;
		err_set_errno(err, _("the trash can't be opened"));
	}
	free(*folder);
	*folder = NULL;
	return -1;
}

int shelf_delete(const struct shelf *shelf, const char *name, char **trash, struct err *err)
{
	char *path = NULL, *folder = NULL, *to = NULL;
	int lock = lock_own(shelf, err), other = -1, status = -1;

	*trash = NULL;
	if (lock < 0)
		return -1;
	path = own_path(shelf, name, err);
	if (!path)
		goto out;
	other = open_trash(shelf, &folder, err);
	if (other < 0)
		goto out;
	*trash = free_in_trash(folder, name);
	to = file_join(folder, *trash);
	status = move(path, to, lock, other, err);
out:
	if (status < 0) {
		free(*trash);
		*trash = NULL;
	}
	if (other >= 0)
		close(other);
	free(to);
	free(folder);
	free(path);
	close(lock);
	return status;
}

int shelf_restore(const struct shelf *shelf, const char *trash, const char *name, struct err *err)
{
	char *folder = NULL, *from = NULL, *to = NULL;
	int lock, other = -1, status = -1;

	if (shelf_check_name(name, err) < 0)
		return -1;
	if (!*trash || strchr(trash, '/'))
		return err_set(err, _("this is nothing in the trash"));
	lock = lock_own(shelf, err);
	if (lock < 0)
		return -1;
	if (check_free(shelf, name, NULL, err) < 0)
		goto out;
	other = open_trash(shelf, &folder, err);
	if (other < 0)
		goto out;
	from = file_join(folder, trash);
	to = shelf_path(shelf, name);
	status = move(from, to, lock, other, err);
out:
	if (other >= 0)
		close(other);
	free(to);
	free(from);
	free(folder);
	close(lock);
	return status;
}
