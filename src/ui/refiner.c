/* SPDX-License-Identifier: MIT
 *
 * A job has two owners, the caller and the thread, either of which may let go first.  What the thread has made is
 * read up to the number of worlds that it has published; memory below that number is not written again before both
 * have let go.
 */
#include "config.h"

#include "ui/refiner.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/alloc.h"
#include "model/draws.h"
#include "model/model.h"
#include "model/pool.h"
#include "ui/tapes.h"

enum {
	STAGE_FIRST = 256,        /* worlds until the first refinement is shown, ... */
	STAGE_NEXT = 1024,        /* ... and from one to the next: each is a picture to be drawn and sent */
	SPARE_WORLDS_MAX = 4000,  /* larger ones take too much memory to be kept for the next job */
	NICER = 5,                /* what is in view comes first */
};

struct job {
	const struct tape *tape;
	double *values;
	size_t worlds;
	struct ensemble *ensemble;   /* the thread's until published > 0 */
	atomic_size_t published;
	atomic_int cancel;
	int owners;                  /* guarded by the lock once the thread knows of it */
	struct job *next;            /* among those to be freed */
};

struct refiner {
	const struct model *model;
	struct tapes *tapes;
	struct records records;
	size_t worlds;
	uint64_t seed;
	int threads, fds[2];
	struct job *jobs[REFINER_PLACES];     /* the caller's */
	bool is_asked[REFINER_PLACES];        /* ... of which the thread does not know yet */

	pthread_t thread;
	pthread_mutex_t lock;                 /* guards what follows */
	pthread_cond_t wake, idle;
	struct job *queue[REFINER_PLACES];
	struct job *garbage;                  /* jobs that nobody owns: the thread frees them, as they are large */
	bool busy, quit;

	struct draws *draws;                  /* the thread's */
	struct pool *pool;
	struct ensemble *spare;               /* memory for the next job of the same tape */
	const struct tape *spare_tape;
	size_t spare_worlds;
};

/* ---- the thread ---- */

static void drop_spare(struct refiner *refiner)
{
	ensemble_free(refiner->spare);
	tapes_release(refiner->tapes, refiner->spare_tape);
	refiner->spare = NULL;
	refiner->spare_tape = NULL;
}

/* Fresh memory costs as much as the worlds in it, so that of one job goes to the next. */
static void take_apart(struct refiner *refiner, struct job *job)
{
	if (job->ensemble && job->worlds <= SPARE_WORLDS_MAX) {
		drop_spare(refiner);
		refiner->spare = job->ensemble;
		refiner->spare_tape = job->tape;
		refiner->spare_worlds = job->worlds;
	} else {
		ensemble_free(job->ensemble);
		tapes_release(refiner->tapes, job->tape);
	}
	free(job->values);
	free(job);
}

/* Under the lock, which is given up meanwhile. */
static void free_garbage(struct refiner *refiner)
{
	while (refiner->garbage) {
		struct job *job = refiner->garbage;

		refiner->garbage = job->next;
		pthread_mutex_unlock(&refiner->lock);
		take_apart(refiner, job);
		pthread_mutex_lock(&refiner->lock);
	}
}

static struct ensemble *ensemble_for(struct refiner *refiner, const struct job *job)
{
	const struct ensemble_spec spec = {
		.tape = job->tape, .values = job->values, .draws = refiner->draws, .records = refiner->records,
		.worlds = job->worlds, .worlds_only = true, .isa = isa_best(),
	};
	struct ensemble *ensemble = refiner->spare;

	if (!ensemble || refiner->spare_tape != job->tape || refiner->spare_worlds != job->worlds)
		return ensemble_new(&spec);
	refiner->spare = NULL;
	drop_spare(refiner);
	ensemble_restart(ensemble, job->values);
	return ensemble;
}

static void notify(const struct refiner *refiner)
{
	if (write(refiner->fds[1], "", 1) < 0) {
		/* a full pipe is readable, which is all that is asked of it */
	}
}

/* Not before there is work: until then others need the processors more. */
static void get_ready(struct refiner *refiner)
{
	if (refiner->pool)
		return;
	refiner->pool = pool_new(refiner->threads);
	refiner->draws = draws_new(refiner->model, refiner->seed, refiner->worlds);
}

static void run_job(struct refiner *refiner, struct job *job)
{
	size_t stage = STAGE_FIRST, done = 0;

	get_ready(refiner);
	job->ensemble = ensemble_for(refiner, job);
	while (done < job->worlds && !atomic_load(&job->cancel)) {
		const size_t now = ensemble_extend(job->ensemble, done + stage, refiner->pool, &job->cancel);

		if (now > done) {
			atomic_store(&job->published, now);
			notify(refiner);
		}
		done = now;
		stage = STAGE_NEXT;
	}
}

/* Under the lock. */
static struct job *next_job(struct refiner *refiner)
{
	for (size_t i = 0; i < REFINER_PLACES; i++) {
		struct job *job = refiner->queue[i];

		refiner->queue[i] = NULL;
		if (job)
			return job;
	}
	return NULL;
}

/* Under the lock. */
static void let_go(struct refiner *refiner, struct job *job, int owners)
{
	job->owners -= owners;
	if (job->owners)
		return;
	job->next = refiner->garbage;
	refiner->garbage = job;
	pthread_cond_broadcast(&refiner->wake);
}

/* Under the lock, which is given up meanwhile. */
static void work(struct refiner *refiner)
{
	while (!refiner->quit) {
		struct job *job;

		free_garbage(refiner);
		job = next_job(refiner);
		refiner->busy = job != NULL;
		if (!job) {
			/* Freeing gave the lock up: there may be news that nobody will wake us for. */
			pthread_cond_broadcast(&refiner->idle);
			if (!refiner->quit && !refiner->garbage)
				pthread_cond_wait(&refiner->wake, &refiner->lock);
			continue;
		}
		pthread_mutex_unlock(&refiner->lock);
		run_job(refiner, job);
		pthread_mutex_lock(&refiner->lock);
		let_go(refiner, job, 1);
	}
}

/* On Linux being nice holds for the calling thread and those that it starts. */
static void be_nice(void)
{
	int now;

	errno = 0;
	now = getpriority(PRIO_PROCESS, 0);
	if (!errno)
		setpriority(PRIO_PROCESS, 0, now + NICER);
}

static void *refine(void *arg)
{
	struct refiner *refiner = arg;

	be_nice();
	pthread_mutex_lock(&refiner->lock);
	work(refiner);
	free_garbage(refiner);
	pthread_mutex_unlock(&refiner->lock);
	drop_spare(refiner);
	draws_free(refiner->draws);
	pool_free(refiner->pool);
	return NULL;
}

/* ---- making ---- */

/* Signals are for the thread that draws. */
static int start_thread(struct refiner *refiner)
{
	sigset_t all, old;
	int failed;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	failed = pthread_create(&refiner->thread, NULL, refine, refiner);
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	return failed;
}

static void release(struct refiner *refiner)
{
	close(refiner->fds[0]);
	close(refiner->fds[1]);
	pthread_mutex_destroy(&refiner->lock);
	pthread_cond_destroy(&refiner->wake);
	pthread_cond_destroy(&refiner->idle);
	free(refiner);
}

struct refiner *refiner_new(const struct refiner_spec *spec)
{
	struct refiner *refiner = xmalloc(sizeof(*refiner));

	*refiner = (struct refiner){
		.model = spec->model, .tapes = spec->tapes, .records = spec->records, .worlds = spec->worlds,
		.seed = spec->seed, .threads = spec->threads,
	};
	if (pipe(refiner->fds)) {
		free(refiner);
		return NULL;
	}
	for (int i = 0; i < 2; i++) {
		fcntl(refiner->fds[i], F_SETFL, O_NONBLOCK);
		fcntl(refiner->fds[i], F_SETFD, FD_CLOEXEC);
	}
	pthread_mutex_init(&refiner->lock, NULL);
	pthread_cond_init(&refiner->wake, NULL);
	pthread_cond_init(&refiner->idle, NULL);
	if (start_thread(refiner)) {
		release(refiner);
		return NULL;
	}
	return refiner;
}

void refiner_free(struct refiner *refiner)
{
	if (!refiner)
		return;
	pthread_mutex_lock(&refiner->lock);
	refiner->quit = true;
	pthread_cond_broadcast(&refiner->wake);
	pthread_mutex_unlock(&refiner->lock);
	pthread_join(refiner->thread, NULL);
	release(refiner);
}

/* ---- asking ---- */

struct job *refiner_ask(struct refiner *refiner, size_t place, const struct tape *tape, const double *values,
	size_t worlds)
{
	const size_t count = model_count(refiner->model);
	struct job *job = xmalloc(sizeof(*job));

	assert(!refiner->jobs[place] && worlds <= refiner->worlds);
	tapes_keep(refiner->tapes, tape);
	job->tape = tape;
	job->values = xcalloc(count, sizeof(*values));
	memcpy(job->values, values, count * sizeof(*values));
	job->worlds = worlds;
	job->owners = 1;
	refiner->jobs[place] = job;
	refiner->is_asked[place] = true;
	return job;
}

void refiner_go(struct refiner *refiner)
{
	bool any = false;

	pthread_mutex_lock(&refiner->lock);
	for (size_t i = 0; i < REFINER_PLACES; i++) {
		if (!refiner->is_asked[i])
			continue;
		refiner->is_asked[i] = false;
		refiner->jobs[i]->owners++;
		refiner->queue[i] = refiner->jobs[i];
		any = true;
	}
	if (any)
		pthread_cond_broadcast(&refiner->wake);
	pthread_mutex_unlock(&refiner->lock);
}

void refiner_drop(struct refiner *refiner, size_t place)
{
	struct job *job = refiner->jobs[place];

	if (!job)
		return;
	atomic_store(&job->cancel, 1);
	pthread_mutex_lock(&refiner->lock);
	/* One that has not been begun has lost both owners. */
	let_go(refiner, job, refiner->queue[place] == job ? 2 : 1);
	if (refiner->queue[place] == job)
		refiner->queue[place] = NULL;
	pthread_mutex_unlock(&refiner->lock);
	refiner->jobs[place] = NULL;
	refiner->is_asked[place] = false;
}

/* ---- reading ---- */

int refiner_fd(const struct refiner *refiner)
{
	return refiner->fds[0];
}

bool refiner_poll(struct refiner *refiner)
{
	char bytes[64];
	bool any = false;

	while (read(refiner->fds[0], bytes, sizeof(bytes)) > 0)
		any = true;
	return any;
}

static bool anything_open(const struct refiner *refiner)
{
	for (size_t i = 0; i < REFINER_PLACES; i++)
		if (refiner->queue[i])
			return true;
	return refiner->busy;
}

void refiner_wait(struct refiner *refiner)
{
	pthread_mutex_lock(&refiner->lock);
	while (anything_open(refiner))
		pthread_cond_wait(&refiner->idle, &refiner->lock);
	pthread_mutex_unlock(&refiner->lock);
}

const struct ensemble *job_worlds(const struct job *job, size_t *worlds)
{
	*worlds = atomic_load(&job->published);
	return *worlds ? job->ensemble : NULL;
}
