/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "scenario/flusher.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"

struct flusher {
	pthread_t thread;
	bool has_thread;
	pthread_mutex_t mutex;   /* for all below */
	pthread_cond_t changed;
	int fd;
	bool wanted, busy, quits;
	struct timespec deadline;   /* when what is wanted must be done; monotonic */
	int error;
};

/* 0 or an errno. A file system that can't flush has nothing to wait for. */
static int flush(int fd)
{
	while (fdatasync(fd) < 0)
		if (errno != EINTR)
			return errno == EINVAL || errno == ENOSYS ? 0 : errno;
	return 0;
}

static bool is_before(struct timespec a, struct timespec b)
{
	return a.tv_sec < b.tv_sec || (a.tv_sec == b.tv_sec && a.tv_nsec < b.tv_nsec);
}

static struct timespec from_now(int ms)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	t.tv_sec += ms / 1000;
	t.tv_nsec += (ms % 1000) * 1000000L;
	if (t.tv_nsec >= 1000000000L) {
		t.tv_nsec -= 1000000000L;
		t.tv_sec++;
	}
	return t;
}

/* With the mutex held: until there is something to flush, or nothing more will come. */
static void await_work(struct flusher *flusher)
{
	while (!flusher->quits) {
		if (!flusher->wanted)
			pthread_cond_wait(&flusher->changed, &flusher->mutex);
		else if (is_before(from_now(0), flusher->deadline))
			pthread_cond_timedwait(&flusher->changed, &flusher->mutex, &flusher->deadline);
		else
			return;
	}
}

static void *run(void *context)
{
	struct flusher *flusher = context;

	pthread_mutex_lock(&flusher->mutex);
	for (;;) {
		int fd, error;

		await_work(flusher);
		if (!flusher->wanted)
			break;
		fd = flusher->fd;
		flusher->wanted = false;
		flusher->busy = true;
		pthread_mutex_unlock(&flusher->mutex);
		error = flush(fd);
		pthread_mutex_lock(&flusher->mutex);
		flusher->busy = false;
		if (error)
			flusher->error = error;
		pthread_cond_broadcast(&flusher->changed);
	}
	pthread_mutex_unlock(&flusher->mutex);
	return NULL;
}

/* Signals are for the thread that runs the program. */
static bool start_thread(struct flusher *flusher)
{
	sigset_t all, old;
	int status;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	status = pthread_create(&flusher->thread, NULL, run, flusher);
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	return status == 0;
}

struct flusher *flusher_start(int fd)
{
	struct flusher *flusher = xcalloc(1, sizeof *flusher);
	pthread_condattr_t attributes;

	flusher->fd = fd;
	pthread_mutex_init(&flusher->mutex, NULL);
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(&flusher->changed, &attributes);
	pthread_condattr_destroy(&attributes);
	flusher->has_thread = start_thread(flusher);
	return flusher;
}

void flusher_ask(struct flusher *flusher, int ms)
{
	const struct timespec deadline = from_now(ms);

	if (!flusher->has_thread) {
		const int error = flush(flusher->fd);

		if (error)
			flusher->error = error;
		return;
	}
	pthread_mutex_lock(&flusher->mutex);
	if (!flusher->wanted || is_before(deadline, flusher->deadline)) {
		flusher->wanted = true;
		flusher->deadline = deadline;
		pthread_cond_broadcast(&flusher->changed);
	}
	pthread_mutex_unlock(&flusher->mutex);
}

void flusher_change(struct flusher *flusher, int fd)
{
	pthread_mutex_lock(&flusher->mutex);
	flusher->wanted = false;
	while (flusher->busy)
		pthread_cond_wait(&flusher->changed, &flusher->mutex);
	flusher->fd = fd;
	flusher->error = 0;
	pthread_mutex_unlock(&flusher->mutex);
}

int flusher_error(struct flusher *flusher)
{
	int error;

	pthread_mutex_lock(&flusher->mutex);
	error = flusher->error;
	pthread_mutex_unlock(&flusher->mutex);
	return error;
}

int flusher_stop(struct flusher *flusher)
{
	int error;

	pthread_mutex_lock(&flusher->mutex);
	flusher->quits = true;
	pthread_cond_broadcast(&flusher->changed);
	pthread_mutex_unlock(&flusher->mutex);
	if (flusher->has_thread)
		pthread_join(flusher->thread, NULL);
	error = flusher->error;
	pthread_cond_destroy(&flusher->changed);
	pthread_mutex_destroy(&flusher->mutex);
	free(flusher);
	return error;
}
