/* SPDX-License-Identifier: MIT
 *
 * What changes a folder of scenarios: saving, renaming, deleting, all under a lock on it.
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/file.h"
#include "base/fingerprint.h"
#include "base/lang.h"
#include "scenario/scenario.h"
#include "scenario/shelf.h"
#include "scenario/shelf_priv.h"

enum {
	LOCK_TRIES = 200,       /* 10 ms apart: who changes the folder is done in far less than two seconds */
	LOCK_WAIT_MS = 10,
	TRASH_MAX = 100000,     /* of one name */
};

#define TRASH_FOLDER ".trash"

/* Locks a folder against other programs of ours; its descriptor, to be closed, or -1. */
static int lock_folder(const char *folder, struct err *err)
{
	const struct timespec wait = { .tv_nsec = LOCK_WAIT_MS * 1000000L };
	const int fd = open(*folder ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	char *shown;

	if (fd < 0) {
		shown = shelf_quoted(folder);
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
	shown = shelf_quoted(folder);
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
	char *shown = shelf_quoted(name), *other = shelf_quoted(taken);

	if (shelf_same_name(name, taken))
		err_set(err, _("there is a scenario `%s` already; take another name, or :replace %s writes over it"), shown,
			shown);
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
	char *taken = shelf_find(shelf->own, name, shelf_collide);
	int status = 0;

	if (taken && !(except && !strcmp(taken, except)))
		status = taken_fault(name, taken, err);
	free(taken);
	return status;
}

static int check_shipped(const struct shelf *shelf, const char *name, struct err *err)
{
	char *taken = shelf_find(shelf->shipped, name, shelf_collide), *shown;

	if (!taken)
		return 0;
	free(taken);
	shown = shelf_quoted(name);
	err_set(err, _("`%s` is shipped; take another name, or :replace %s puts yours before it"), shown, shown);
	free(shown);
	return -1;
}

static int check_save(const struct shelf *shelf, const char *name, enum shelf_save how, struct err *err)
{
	char *same;
	int status;

	if (how == SHELF_NEW)
		return check_shipped(shelf, name, err) < 0 ? -1 : check_free(shelf, name, NULL, err);
	same = shelf_find(shelf->own, name, shelf_same_name);
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
	shown = shelf_quoted(scenario->name);
	err_set(err, _("`%s` changed elsewhere; :replace %s keeps yours, :open %s takes theirs"), shown, shown, shown);
	free(shown);
	return -1;
}

int shelf_update(struct scenario *scenario, struct err *err)
{
	char *folder, *shown;
	int lock, status;

	if (scenario->read_only || !*scenario->path) {
		shown = shelf_quoted(scenario->name);
		if (scenario->read_only)
			err_set(err, _("the scenario `%s` is shipped and read only; :save NAME makes one of yours"), shown);
		else
			err_set(err, _("this scenario has no file yet; :save NAME gives it one"));
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
	shown = shelf_quoted(from);
	err_set_errno(err, _("%s: can't be moved"), shown);
	free(shown);
	return -1;
}

/* The path of the user's scenario; NULL if there is none, or only a shipped one. */
static char *own_path(const struct shelf *shelf, const char *name, struct err *err)
{
	char *found = shelf_find(shelf->own, name, shelf_same_name), *path, *shown;

	if (found) {
		path = shelf_file(shelf->own, found);
		free(found);
		return path;
	}
	found = shelf_find(shelf->shipped, name, shelf_same_name);
	if (found) {
		shown = shelf_quoted(name);
		err_set(err, _("the scenario `%s` is shipped and read only"), shown);
		free(shown);
	} else {
		shelf_not_found(shelf, name, err);
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
	old_name = shelf_find(shelf->own, from, shelf_same_name);
	/* Its own name in other capitals is free for it. */
	if (check_shipped(shelf, to, err) < 0 || check_free(shelf, to, old_name, err) < 0)
		goto out;
	new_name = shelf_composed(to);
	new = shelf_file(shelf->own, new_name);
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
