/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "scenario/session_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/text.h"

enum {
	PATH_CELLS = 80,
	LOCK_TRIES = 4,                /* who only looks whether a session is in use has it for no time at all */
	LOCK_WAIT_NS = 2000000,
};

/* ---- using ---- */

/* As flock; 0 when it is ours. */
static int lock(int fd, int how)
{
	const struct timespec wait = { .tv_nsec = LOCK_WAIT_NS };

	for (int i = 1; flock(fd, how | LOCK_NB); i++) {
		if (i >= LOCK_TRIES || (errno != EWOULDBLOCK && errno != EINTR))
			return -1;
		nanosleep(&wait, NULL);
	}
	return 0;
}

static int open_lock(const char *folder, int flags)
{
	char *path = file_join(folder, "lock");
	const int fd = open(path, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0600);

	free(path);
	return fd;
}

static int cant_lock(const char *folder, struct err *err)
{
	const int code = errno;
	char *path = file_join(folder, "lock"), *shown = text_quote(path, strlen(path), PATH_CELLS);

	errno = code;
	err_set_errno(err, _("%s: can't be locked"), shown);
	free(shown);
	free(path);
	return -1;
}

static bool has_content(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 && st.st_size > 0;
}

int session_folder_enter(const char *folder, int *fd, bool *was_cut, struct err *err)
{
	bool is_used;

	*fd = open_lock(folder, O_RDWR | O_CREAT);
	if (*fd >= 0 && lock(*fd, LOCK_EX) == 0) {
		*was_cut = has_content(*fd);
		/* On a full disk the mark is missing: then nobody is told that the session was cut off, and no more. */
		if (!*was_cut && pwrite(*fd, "open\n", 5, 0) < 0)
			*was_cut = false;
		return 1;
	}
	is_used = *fd >= 0 && errno == EWOULDBLOCK;
	if (!is_used)
		cant_lock(folder, err);
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
	return is_used ? 0 : -1;
}

/* By the clock, which is finer than the file system's own time: two windows may end together. */
static void stamp(int fd)
{
	struct timespec times[2];

	clock_gettime(CLOCK_REALTIME, &times[0]);
	times[1] = times[0];
	futimens(fd, times);
}

void session_folder_leave(int fd)
{
	if (fd < 0)
		return;
	if (ftruncate(fd, 0) == 0)
		stamp(fd);
	close(fd);
}

void session_folder_remove(const char *folder)
{
	static const char *const names[] = { "journal", "lock" };

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		char *path = file_join(folder, names[i]);

		unlink(path);
		free(path);
	}
	rmdir(folder);
}

/* ---- finding ---- */

static int compare_times(struct timespec x, struct timespec y)
{
	if (x.tv_sec != y.tv_sec)
		return x.tv_sec < y.tv_sec ? -1 : 1;
	return x.tv_nsec < y.tv_nsec ? -1 : x.tv_nsec > y.tv_nsec;
}

static int newest_first(const void *a, const void *b)
{
	return compare_times(((const struct session_place *)b)->used, ((const struct session_place *)a)->used);
}

static void add_place(struct session_places *places, char *folder)
{
	struct session_place place = { .folder = folder, .journal = file_join(folder, "journal") };
	char *path = file_join(folder, "lock");
	struct stat st;

	if (stat(place.journal, &st)) {
		free(path);
		free(place.journal);
		free(folder);
		return;
	}
	place.used = place.changed = st.st_mtim;
	place.size = (size_t)st.st_size;
	if (stat(path, &st) == 0 && compare_times(st.st_mtim, place.used) > 0)
		place.used = st.st_mtim;
	free(path);
	places->items = xgrow(places->items, places->count, &places->cap, sizeof *places->items);
	places->items[places->count++] = place;
}

struct session_places session_places_find(const char *sessions)
{
	struct session_places places = { NULL, 0, 0 };
	struct file_names names;

	if (file_list(sessions, "", &names, NULL) < 0)
		return places;
	for (size_t i = 0; i < names.count; i++)
		add_place(&places, file_join(sessions, names.name[i]));
	file_names_release(&names);
	if (places.count)
		qsort(places.items, places.count, sizeof *places.items, newest_first);
	return places;
}

void session_places_release(struct session_places *places)
{
	for (size_t i = 0; i < places->count; i++) {
		free(places->items[i].folder);
		free(places->items[i].journal);
	}
	free(places->items);
	*places = (struct session_places){ NULL, 0, 0 };
}

enum session_use session_place_use(const struct session_place *place)
{
	const int fd = open_lock(place->folder, O_RDONLY);
	enum session_use use = SESSION_ENDED;

	if (fd < 0)
		return use;
	if (lock(fd, LOCK_SH) == 0)
		use = has_content(fd) ? SESSION_CUT : SESSION_ENDED;
	else if (errno == EWOULDBLOCK)
		use = SESSION_OPEN;
	close(fd);
	return use;
}
