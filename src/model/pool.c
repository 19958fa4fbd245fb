/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/pool.h"

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/alloc.h"

struct worker {
	struct pool *pool;
	pthread_t thread;
	int number;
};

struct pool {
	struct worker *workers;
	int count;               /* threads besides the caller's */
	pthread_mutex_t lock;
	pthread_cond_t begin, end;
	unsigned long job;       /* counts up with each job */
	int busy;                /* workers that are not yet done with it */
	bool quit;
	size_t pieces;
	atomic_size_t next;
	void (*work)(void *, size_t, int);
	void *ctx;
	const atomic_int *cancel;
};

static void do_pieces(struct pool *pool, int number)
{
	while (!pool->cancel || !atomic_load(pool->cancel)) {
		const size_t piece = atomic_fetch_add(&pool->next, 1);

		if (piece >= pool->pieces)
			return;
		pool->work(pool->ctx, piece, number);
	}
}

static void *worker_main(void *arg)
{
	struct worker *worker = arg;
	struct pool *pool = worker->pool;
	unsigned long seen = 0;

	pthread_mutex_lock(&pool->lock);
	for (;;) {
		while (!pool->quit && pool->job == seen)
			pthread_cond_wait(&pool->begin, &pool->lock);
		if (pool->quit)
			break;
		seen = pool->job;
		pthread_mutex_unlock(&pool->lock);
		do_pieces(pool, worker->number);
		pthread_mutex_lock(&pool->lock);
		if (--pool->busy == 0)
			pthread_cond_signal(&pool->end);
	}
	pthread_mutex_unlock(&pool->lock);
	return NULL;
}

/* Signals are for the thread that called: workers block them all. */
static void start_workers(struct pool *pool, int wanted)
{
	sigset_t all, old;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	for (int i = 0; i < wanted; i++) {
		struct worker *worker = &pool->workers[i];

		*worker = (struct worker){ .pool = pool, .number = i + 1 };
		if (pthread_create(&worker->thread, NULL, worker_main, worker))
			break;
		pool->count++;
	}
	pthread_sigmask(SIG_SETMASK, &old, NULL);
}

struct pool *pool_new(int threads)
{
	struct pool *pool = xmalloc(sizeof *pool);
	const long processors = sysconf(_SC_NPROCESSORS_ONLN);

	if (threads <= 0)
		threads = processors > 0 ? (int)processors : 1;
	if (threads > POOL_THREADS_MAX)
		threads = POOL_THREADS_MAX;
	pthread_mutex_init(&pool->lock, NULL);
	pthread_cond_init(&pool->begin, NULL);
	pthread_cond_init(&pool->end, NULL);
	pool->workers = xcalloc((size_t)threads, sizeof *pool->workers);
	start_workers(pool, threads - 1);
	return pool;
}

void pool_free(struct pool *pool)
{
	if (!pool)
		return;
	pthread_mutex_lock(&pool->lock);
	pool->quit = true;
	pthread_cond_broadcast(&pool->begin);
	pthread_mutex_unlock(&pool->lock);
	for (int i = 0; i < pool->count; i++)
		pthread_join(pool->workers[i].thread, NULL);
	pthread_mutex_destroy(&pool->lock);
	pthread_cond_destroy(&pool->begin);
	pthread_cond_destroy(&pool->end);
	free(pool->workers);
	free(pool);
}

int pool_threads(const struct pool *pool)
{
	return pool->count + 1;
}

void pool_run(struct pool *pool, size_t pieces, void (*work)(void *ctx, size_t piece, int thread), void *ctx,
              const atomic_int *cancel)
{
	pthread_mutex_lock(&pool->lock);
	pool->pieces = pieces;
	pool->work = work;
	pool->ctx = ctx;
	pool->cancel = cancel;
	atomic_store(&pool->next, 0);
	pool->busy = pool->count;
	pool->job++;
	pthread_cond_broadcast(&pool->begin);
	pthread_mutex_unlock(&pool->lock);
	do_pieces(pool, 0);
	pthread_mutex_lock(&pool->lock);
	while (pool->busy > 0)
		pthread_cond_wait(&pool->end, &pool->lock);
	pthread_mutex_unlock(&pool->lock);
}
