/* SPDX-License-Identifier: MIT
 *
 * model/pool: each piece of work once.
 */
#include "config.h"

#include "model/pool.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>

#include "base/alloc.h"

struct count {
	atomic_int *done;         /* per piece */
	atomic_int wrong_thread;
	int threads;
	atomic_int all, finished;
	atomic_int *cancel;       /* raised at piece 10 */
	struct timespec pause;
};

static void work(void *ctx, size_t piece, int thread)
{
	struct count *c = ctx;

	if (thread < 0 || thread >= c->threads)
		atomic_fetch_add(&c->wrong_thread, 1);
	atomic_fetch_add(&c->done[piece], 1);
	atomic_fetch_add(&c->all, 1);
	if (c->pause.tv_nsec)
		nanosleep(&c->pause, NULL);
	if (c->cancel && piece == 10)
		atomic_store(c->cancel, 1);
	atomic_fetch_add(&c->finished, 1);
}

static void run(struct pool *pool, size_t pieces)
{
	struct count c = { .done = xcalloc(pieces, sizeof *c.done), .threads = pool_threads(pool) };

	pool_run(pool, pieces, work, &c, NULL);
	for (size_t i = 0; i < pieces; i++)
		assert_int_equal(atomic_load(&c.done[i]), 1);
	assert_int_equal(atomic_load(&c.all), pieces);
	assert_int_equal(atomic_load(&c.wrong_thread), 0);
	free(c.done);
}

static void test_each_once(void **state)
{
	static const int threads[] = { 1, 2, 3, 5, 16 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(threads); i++) {
		struct pool *pool = pool_new(threads[i]);

		assert_int_equal(pool_threads(pool), threads[i]);
		for (size_t pieces = 0; pieces < 50; pieces++)
			run(pool, pieces);
		run(pool, 10000);
		pool_free(pool);
	}
}

/* It comes back when all is done, not when nothing is left to be begun. */
static void test_waits(void **state)
{
	struct pool *pool = pool_new(4);

	(void)state;
	for (int i = 0; i < 20; i++) {
		struct count c = { .done = xcalloc(5, sizeof *c.done), .threads = 4, .pause = { 0, 2000000 } };

		pool_run(pool, 5, work, &c, NULL);
		assert_int_equal(atomic_load(&c.finished), 5);
		free(c.done);
	}
	pool_free(pool);
}

static void test_sizes(void **state)
{
	struct pool *pool = pool_new(0);

	(void)state;
	assert_true(pool_threads(pool) >= 1);
	pool_free(pool);
	pool = pool_new(100000);
	assert_in_range(pool_threads(pool), 1, POOL_THREADS_MAX);
	run(pool, 1000);
	pool_free(pool);
	pool_free(NULL);
}

static void test_cancel(void **state)
{
	struct pool *pool = pool_new(3);
	atomic_int cancel = 0;
	struct count c = { .done = xcalloc(1000, sizeof *c.done), .threads = 3, .cancel = &cancel, .pause = { 0, 100000 } };

	(void)state;
	pool_run(pool, 1000, work, &c, &cancel);
	assert_in_range(atomic_load(&c.all), 11, 100);
	atomic_store(&c.all, 0);
	pool_run(pool, 1000, work, &c, &cancel);
	assert_int_equal(atomic_load(&c.all), 0);
	atomic_store(&cancel, 0);
	c.cancel = NULL;
	c.pause.tv_nsec = 0;
	pool_run(pool, 1000, work, &c, &cancel);
	assert_int_equal(atomic_load(&c.all), 1000);
	free(c.done);
	pool_free(pool);
}

struct meeting {
	atomic_int there;
	atomic_bool met;
};

/* Waits (a while) until the other thread is there too. */
static void meet(void *ctx, size_t piece, int thread)
{
	struct meeting *m = ctx;
	const struct timespec moment = { 0, 1000000 };

	(void)piece, (void)thread;
	atomic_fetch_add(&m->there, 1);
	for (int i = 0; i < 5000 && atomic_load(&m->there) < 2; i++)
		nanosleep(&moment, NULL);
	if (atomic_load(&m->there) >= 2)
		atomic_store(&m->met, true);
}

static void test_at_the_same_time(void **state)
{
	struct pool *pool = pool_new(2);
	struct meeting m = { 0, false };

	(void)state;
	pool_run(pool, 2, meet, &m, NULL);
	assert_true(atomic_load(&m.met));
	pool_free(pool);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_once), cmocka_unit_test(test_waits), cmocka_unit_test(test_sizes),
		cmocka_unit_test(test_cancel),    cmocka_unit_test(test_at_the_same_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
