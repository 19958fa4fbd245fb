/* SPDX-License-Identifier: MIT
 *
 * A shot has up to two ensembles.  `quick` is made in the caller's thread: central line and first worlds, in small
 * memory, which is what one frame has time for.  `job` is made by the thread behind, from its first world on, and
 * is read up to the number of worlds that it has published; memory below that number is never written again.  A job
 * has two owners, the shot and the thread, either of which may let go first.
 */
#include "config.h"

#include "ui/runner.h"

#include <assert.h>
#include <fcntl.h>
#include <math.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/err.h"
#include "model/draws.h"
#include "model/ensemble.h"
#include "model/model.h"
#include "model/pool.h"
#include "model/stats.h"
#include "model/tape.h"

enum {
	TAPES_KEPT = 4,
	QUICK_WIDTH = 32,     /* lanes: two blocks of the first worlds, so that two threads share them */
	RECORDS_FEW = 24,     /* with fewer years than this every step is recorded */
	BANDS_KEPT = 16,
	STAGE_FIRST = 128,    /* worlds until the first refinement is shown; stages grow from there */
	STAGE_MAX = 1024,
};

/* A tape serves all runs in which the same inputs vary. */
struct shared_tape {
	bool *varies;
	struct tape *tape;
	int users;            /* shots and jobs */
	unsigned long used;   /* when last, in order of use */
	struct shared_tape *next;
};

struct job {
	struct shared_tape *tape;
	double *values;
	size_t worlds;
	struct ensemble *ensemble;   /* of the thread behind until published > 0 */
	atomic_size_t published;
	atomic_int cancel;
	int owners;
	struct job *next;            /* among those to be freed */
};

struct result {
	struct shared_tape *tape;
	struct ensemble *quick;
	struct job *job;
	double *values;
	bool *is_set;
	struct ensemble *whole;   /* central values of everything over time, made when asked for */
};

struct bands_kept {
	enum shot shot, minus;
	int variable;
	size_t worlds;
	unsigned long serial, used;
	double *at;               /* BAND_COUNT rows of one number a record; NULL: free */
};

struct runner {
	const struct model *model;
	struct draws *draws;
	struct records records;
	size_t worlds;
	struct pool *pool;
	enum isa isa;
	struct result results[SHOT_COUNT];
	unsigned long serial;
	int *outputs;             /* variables recorded by all tapes but the whole one */
	size_t output_count;
	int *summaries;
	size_t summary_count;
	int *output_of, *summary_of;   /* per variable: its number on the tape, -1 for none */
	struct tape *whole_tape;
	int *whole_of;
	struct bands_kept bands[BANDS_KEPT];
	double *sample;
	int threads, fds[2];

	pthread_t thread;
	bool has_thread;
	pthread_mutex_t lock;     /* guards what follows, `owners` of jobs, and tapes */
	pthread_cond_t wake, idle;
	struct job *queue[SHOT_COUNT];
	struct job *garbage;      /* jobs that nobody owns: the thread behind frees them, as they are large */
	bool busy, quit;
	struct shared_tape *tapes;
	unsigned long clock;
};

/* ---- tapes ---- */

static void free_tape(struct shared_tape *tape)
{
	tape_free(tape->tape);
	free(tape->varies);
	free(tape);
}

/* Under the lock: the tape used longest ago goes while too many are kept that nobody uses. */
static void trim_tapes(struct runner *runner)
{
	struct shared_tape **oldest = NULL;
	int idle = 0;

	for (struct shared_tape **at = &runner->tapes; *at; at = &(*at)->next)
		if (!(*at)->users) {
			idle++;
			if (!oldest || (*at)->used < (*oldest)->used)
				oldest = at;
		}
	if (idle > TAPES_KEPT) {
		struct shared_tape *gone = *oldest;

		*oldest = gone->next;
		free_tape(gone);
	}
}

static void release_tape(struct runner *runner, struct shared_tape *tape)
{
	if (!tape)
		return;
	pthread_mutex_lock(&runner->lock);
	tape->users--;
	trim_tapes(runner);
	pthread_mutex_unlock(&runner->lock);
}

static struct shared_tape *find_tape(struct runner *runner, const bool *varies)
{
	struct shared_tape *tape;

	pthread_mutex_lock(&runner->lock);
	for (tape = runner->tapes; tape; tape = tape->next)
		if (!memcmp(tape->varies, varies, model_count(runner->model) * sizeof(*varies))) {
			tape->users++;
			tape->used = ++runner->clock;
			break;
		}
	pthread_mutex_unlock(&runner->lock);
	return tape;
}

/* The tape for runs in which all drawn uncertainties but those that are set vary; NULL if there can be none. */
static struct shared_tape *take_tape(struct runner *runner, const bool *is_set)
{
	bool *varies = draws_varying(runner->draws, is_set);
	struct shared_tape *tape = find_tape(runner, varies);
	const struct tape_spec spec = {
		.model = runner->model, .wanted = runner->outputs, .wanted_count = runner->output_count,
		.summaries = runner->summaries, .summary_count = runner->summary_count, .varies = varies,
	};
	struct tape *made;

	if (tape || !(made = tape_new(&spec, NULL))) {
		free(varies);
		return tape;
	}
	tape = xcalloc(1, sizeof(*tape));
	*tape = (struct shared_tape){ .varies = varies, .tape = made, .users = 1 };
	pthread_mutex_lock(&runner->lock);
	tape->used = ++runner->clock;
	tape->next = runner->tapes;
	runner->tapes = tape;
	pthread_mutex_unlock(&runner->lock);
	return tape;
}

/* ---- the thread behind ---- */

/* Under the lock. */
static void let_go(struct runner *runner, struct job *job, int owners)
{
	job->owners -= owners;
	if (job->owners)
		return;
	job->next = runner->garbage;
	runner->garbage = job;
	pthread_cond_broadcast(&runner->wake);
}

/* Under the lock, which is given up meanwhile. */
static void free_garbage(struct runner *runner)
{
	while (runner->garbage) {
		struct job *job = runner->garbage;

		runner->garbage = job->next;
		pthread_mutex_unlock(&runner->lock);
		ensemble_free(job->ensemble);
		pthread_mutex_lock(&runner->lock);
		job->tape->users--;
		free(job->values);
		free(job);
	}
}

static void notify(struct runner *runner)
{
	if (write(runner->fds[1], "", 1) < 0) {
		/* a full pipe is readable, which is all that is asked of it */
	}
}

static void run_job(struct runner *runner, struct job *job, struct pool *pool)
{
	const struct ensemble_spec spec = {
		.tape = job->tape->tape, .values = job->values, .draws = runner->draws, .records = runner->records,
		.worlds = job->worlds, .isa = runner->isa,
	};
	size_t stage = STAGE_FIRST, done = 0;

	job->ensemble = ensemble_new(&spec);
	while (done < job->worlds && !atomic_load(&job->cancel)) {
		const size_t now = ensemble_extend(job->ensemble, done + stage, pool, &job->cancel);

		if (now > done) {
			atomic_store(&job->published, now);
			notify(runner);
		}
		done = now;
		stage = stage * 2 > STAGE_MAX ? STAGE_MAX : stage * 2;
	}
}

static struct job *next_job(struct runner *runner)
{
	for (size_t i = 0; i < SHOT_COUNT; i++) {
		struct job *job = runner->queue[i];

		runner->queue[i] = NULL;
		if (job)
			return job;
	}
	return NULL;
}

static void *behind(void *arg)
{
	struct runner *runner = arg;
	struct pool *pool;
	struct job *job;

	/* What is in view comes first: on Linux this holds for the calling thread and those it starts. */
	setpriority(PRIO_PROCESS, 0, 5);
	pool = pool_new(runner->threads);
	pthread_mutex_lock(&runner->lock);
	while (!runner->quit) {
		free_garbage(runner);
		job = next_job(runner);
		runner->busy = job != NULL;
		if (!job) {
			/* Freeing gave the lock up: there may be news that nobody will wake us for. */
			pthread_cond_broadcast(&runner->idle);
			if (!runner->quit && !runner->garbage)
				pthread_cond_wait(&runner->wake, &runner->lock);
			continue;
		}
		pthread_mutex_unlock(&runner->lock);
		run_job(runner, job, pool);
		pthread_mutex_lock(&runner->lock);
		let_go(runner, job, 1);
	}
	pthread_mutex_unlock(&runner->lock);
	pool_free(pool);
	return NULL;
}

/* Signals are for the thread that draws. */
static void start_thread(struct runner *runner)
{
	sigset_t all, old;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	runner->has_thread = !pthread_create(&runner->thread, NULL, behind, runner);
	pthread_sigmask(SIG_SETMASK, &old, NULL);
}

/* ---- making ---- */

static bool is_output(const struct variable *variable)
{
	return variable->is_outcome && var_is_over_time(variable->kind);
}

static void list_outputs(struct runner *runner)
{
	const size_t count = model_count(runner->model);

	runner->outputs = xcalloc(count, sizeof(int));
	runner->summaries = xcalloc(count, sizeof(int));
	runner->output_of = xcalloc(count, sizeof(int));
	runner->summary_of = xcalloc(count, sizeof(int));
	for (size_t i = 0; i < count; i++) {
		const struct variable *variable = model_variable(runner->model, (int)i);

		runner->output_of[i] = runner->summary_of[i] = -1;
		if (is_output(variable)) {
			runner->output_of[i] = (int)runner->output_count;
			runner->outputs[runner->output_count++] = (int)i;
		} else if (variable->kind == VAR_SUMMARY) {
			runner->summary_of[i] = (int)runner->summary_count;
			runner->summaries[runner->summary_count++] = (int)i;
		}
	}
}

static struct records choose_records(const struct time_axis *time)
{
	struct records records = { .first = 0, .every = (int)lround(1 / time->step) };

	if (records.every < 1 || time->steps / records.every < RECORDS_FEW)
		records.every = 1;
	records.count = time->steps / records.every + 1;
	return records;
}

static size_t clamp_worlds(size_t worlds)
{
	return worlds < RUNNER_FIRST ? RUNNER_FIRST : worlds > RUNNER_WORLDS_MAX ? RUNNER_WORLDS_MAX : worlds;
}

struct runner *runner_new(const struct runner_spec *spec)
{
	struct runner *runner = xcalloc(1, sizeof(*runner));

	runner->model = spec->model;
	runner->worlds = clamp_worlds(spec->worlds);
	runner->draws = draws_new(spec->model, spec->seed, runner->worlds);
	runner->records = choose_records(model_time(spec->model));
	runner->threads = spec->threads;
	runner->pool = pool_new(spec->threads);
	runner->isa = isa_best();
	runner->sample = xcalloc(runner->worlds, sizeof(double));
	list_outputs(runner);
	pthread_mutex_init(&runner->lock, NULL);
	pthread_cond_init(&runner->wake, NULL);
	pthread_cond_init(&runner->idle, NULL);
	if (pipe(runner->fds))
		runner->fds[0] = runner->fds[1] = -1;
	for (int i = 0; i < 2; i++) {
		fcntl(runner->fds[i], F_SETFL, O_NONBLOCK);
		fcntl(runner->fds[i], F_SETFD, FD_CLOEXEC);
	}
	start_thread(runner);
	return runner;
}

static void stop_thread(struct runner *runner)
{
	pthread_mutex_lock(&runner->lock);
	runner->quit = true;
	pthread_cond_broadcast(&runner->wake);
	pthread_mutex_unlock(&runner->lock);
	if (runner->has_thread)
		pthread_join(runner->thread, NULL);
	pthread_mutex_lock(&runner->lock);
	free_garbage(runner);
	pthread_mutex_unlock(&runner->lock);
}

void runner_free(struct runner *runner)
{
	if (!runner)
		return;
	for (int i = 0; i < SHOT_COUNT; i++)
		runner_drop(runner, (enum shot)i);
	stop_thread(runner);
	for (struct shared_tape *tape = runner->tapes, *next; tape; tape = next) {
		next = tape->next;
		free_tape(tape);
	}
	tape_free(runner->whole_tape);
	free(runner->whole_of);
	for (int i = 0; i < BANDS_KEPT; i++)
		free(runner->bands[i].at);
	pool_free(runner->pool);
	draws_free(runner->draws);
	free(runner->sample);
	free(runner->outputs);
	free(runner->summaries);
	free(runner->output_of);
	free(runner->summary_of);
	close(runner->fds[0]);
	close(runner->fds[1]);
	pthread_mutex_destroy(&runner->lock);
	pthread_cond_destroy(&runner->wake);
	pthread_cond_destroy(&runner->idle);
	free(runner);
}

/* ---- setting ---- */

static void drop_job(struct runner *runner, enum shot shot)
{
	struct job *job = runner->results[shot].job;

	if (!job)
		return;
	atomic_store(&job->cancel, 1);
	pthread_mutex_lock(&runner->lock);
	/* One that has not been begun has lost both owners. */
	let_go(runner, job, runner->queue[shot] == job ? 2 : 1);
	if (runner->queue[shot] == job)
		runner->queue[shot] = NULL;
	pthread_mutex_unlock(&runner->lock);
	runner->results[shot].job = NULL;
}

void runner_drop(struct runner *runner, enum shot shot)
{
	struct result *result = &runner->results[shot];

	drop_job(runner, shot);
	ensemble_free(result->quick);
	ensemble_free(result->whole);
	release_tape(runner, result->tape);
	free(result->values);
	free(result->is_set);
	memset(result, 0, sizeof(*result));
	runner->serial++;
}

static void queue_job(struct runner *runner, enum shot shot, size_t worlds)
{
	struct result *result = &runner->results[shot];
	const size_t count = model_count(runner->model);
	struct job *job = xcalloc(1, sizeof(*job));

	job->tape = result->tape;
	job->values = xcalloc(count, sizeof(double));
	memcpy(job->values, result->values, count * sizeof(double));
	job->worlds = worlds;
	job->owners = 2;
	result->job = job;
	pthread_mutex_lock(&runner->lock);
	job->tape->users++;
	runner->queue[shot] = job;
	pthread_cond_broadcast(&runner->wake);
	pthread_mutex_unlock(&runner->lock);
}

/* The scenario and what it is compared with move with the slider; pins stand still, so their worlds can wait. Without
 * the thread behind there are no others. */
static size_t worlds_at_once(const struct runner *runner, enum shot shot)
{
	return shot == SHOT_CURRENT || shot == SHOT_COMPARED || !runner->has_thread ? RUNNER_FIRST : 0;
}

static size_t worlds_wanted(const struct runner *runner, enum shot shot)
{
	if (!runner->has_thread)
		return RUNNER_FIRST;
	return shot >= SHOT_PIN1 && runner->worlds > RUNNER_PIN_WORLDS ? RUNNER_PIN_WORLDS : runner->worlds;
}

static bool same_settings(const struct runner *runner, const struct result *result, const double *values,
	const bool *is_set)
{
	const size_t count = model_count(runner->model);

	return result->quick && !memcmp(result->is_set, is_set, count * sizeof(*is_set))
	       && !memcmp(result->values, values, count * sizeof(*values));
}

bool runner_set(struct runner *runner, enum shot shot, const double *values, const bool *is_set)
{
	struct result *result = &runner->results[shot];
	const size_t count = model_count(runner->model), first = worlds_at_once(runner, shot);
	struct ensemble_spec spec;

	if (same_settings(runner, result, values, is_set))
		return true;
	runner_drop(runner, shot);
	result->tape = take_tape(runner, is_set);
	if (!result->tape)
		return false;
	result->values = xcalloc(count, sizeof(double));
	result->is_set = xcalloc(count, sizeof(bool));
	memcpy(result->values, values, count * sizeof(double));
	memcpy(result->is_set, is_set, count * sizeof(bool));
	spec = (struct ensemble_spec){
		.tape = result->tape->tape, .values = values, .draws = runner->draws, .records = runner->records,
		.worlds = first, .width = QUICK_WIDTH, .isa = runner->isa,
	};
	result->quick = ensemble_new(&spec);
	ensemble_extend(result->quick, first, runner->pool, NULL);
	if (worlds_wanted(runner, shot) > first)
		queue_job(runner, shot, worlds_wanted(runner, shot));
	return true;
}

bool runner_has(const struct runner *runner, enum shot shot)
{
	return shot >= 0 && runner->results[shot].quick;
}

unsigned long runner_serial(const struct runner *runner)
{
	return runner->serial;
}

int runner_fd(const struct runner *runner)
{
	return runner->fds[0];
}

bool runner_poll(struct runner *runner)
{
	char bytes[64];
	bool any = false;

	while (read(runner->fds[0], bytes, sizeof(bytes)) > 0)
		any = true;
	runner->serial += any;
	return any;
}

static bool anything_open(const struct runner *runner)
{
	for (size_t i = 0; i < SHOT_COUNT; i++)
		if (runner->queue[i])
			return true;
	return runner->busy;
}

void runner_wait(struct runner *runner)
{
	pthread_mutex_lock(&runner->lock);
	while (anything_open(runner))
		pthread_cond_wait(&runner->idle, &runner->lock);
	pthread_mutex_unlock(&runner->lock);
	runner_poll(runner);
}

/* ---- reading ---- */

/* The ensemble that has most worlds, and how many of them may be read. */
static const struct ensemble *best(const struct runner *runner, enum shot shot, size_t *worlds)
{
	const struct result *result = &runner->results[shot];
	const size_t quick = result->quick ? ensemble_done(result->quick) : 0;
	const size_t published = result->job ? atomic_load(&result->job->published) : 0;

	*worlds = published > quick ? published : quick;
	return published > quick ? result->job->ensemble : result->quick;
}

size_t runner_worlds(const struct runner *runner, enum shot shot)
{
	size_t worlds;

	best(runner, shot, &worlds);
	return worlds;
}

size_t runner_worlds_wanted(const struct runner *runner, enum shot shot)
{
	return worlds_wanted(runner, shot);
}

size_t runner_worlds_bad(const struct runner *runner, enum shot shot)
{
	size_t worlds, bad = 0;
	const struct ensemble *ensemble = best(runner, shot, &worlds);

	for (size_t w = 0; w < worlds; w++)
		bad += ensemble_first_bad(ensemble, (int)w) >= 0;
	return bad;
}

int runner_records(const struct runner *runner)
{
	return runner->records.count;
}

double runner_year(const struct runner *runner, int record)
{
	const struct time_axis *time = model_time(runner->model);

	return time->start + (runner->records.first + record * runner->records.every) * time->step;
}

int runner_record_near(const struct runner *runner, double year)
{
	const struct time_axis *time = model_time(runner->model);
	const double record = (year - time->start) / time->step / runner->records.every;

	if (!(record > 0))
		return 0;
	return record >= runner->records.count - 1 ? runner->records.count - 1 : (int)lround(record);
}

const double *runner_central(const struct runner *runner, enum shot shot, int variable)
{
	const int output = runner->output_of[variable];

	if (!runner_has(runner, shot) || output < 0)
		return NULL;
	return ensemble_central(runner->results[shot].quick, (size_t)output);
}

/* A tape of everything over time, for the values behind an equation. */
static const struct tape *whole_tape(struct runner *runner)
{
	const size_t count = model_count(runner->model);
	struct tape_spec spec = { .model = runner->model };
	int *wanted;

	if (runner->whole_tape)
		return runner->whole_tape;
	wanted = xcalloc(count, sizeof(int));
	runner->whole_of = xcalloc(count, sizeof(int));
	for (size_t i = 0; i < count; i++) {
		const bool over_time = var_is_over_time(model_variable(runner->model, (int)i)->kind);

		runner->whole_of[i] = over_time ? (int)spec.wanted_count : -1;
		if (over_time)
			wanted[spec.wanted_count++] = (int)i;
	}
	spec.wanted = wanted;
	runner->whole_tape = tape_new(&spec, NULL);
	free(wanted);
	return runner->whole_tape;
}

static double whole_value(struct runner *runner, enum shot shot, int variable, int record)
{
	struct result *result = &runner->results[shot];

	if (!result->whole && whole_tape(runner)) {
		const struct ensemble_spec spec = {
			.tape = runner->whole_tape, .values = result->values, .draws = runner->draws, .records = runner->records,
			.isa = runner->isa,
		};

		result->whole = ensemble_new(&spec);
	}
	if (!result->whole || runner->whole_of[variable] < 0)
		return NAN;
	return ensemble_central(result->whole, (size_t)runner->whole_of[variable])[record];
}

double runner_value(struct runner *runner, enum shot shot, int variable, int record)
{
	const struct result *result;

	if (!runner_has(runner, shot))
		return NAN;
	result = &runner->results[shot];
	if (var_is_input(model_variable(runner->model, variable)->kind))
		return result->values[variable];
	if (runner->summary_of[variable] >= 0)
		return ensemble_central_summary(result->quick, (size_t)runner->summary_of[variable]);
	if (runner->output_of[variable] >= 0)
		return runner_central(runner, shot, variable)[record];
	return whole_value(runner, shot, variable, record);
}

/* One number a world of a variable; NULL if it has none. */
static const double *row_of(const struct runner *runner, const struct ensemble *ensemble, int variable, int record)
{
	if (runner->output_of[variable] >= 0)
		return ensemble_worlds(ensemble, (size_t)runner->output_of[variable], record);
	if (runner->summary_of[variable] >= 0)
		return ensemble_summary(ensemble, (size_t)runner->summary_of[variable]);
	return NULL;
}

size_t runner_sample(const struct runner *runner, enum shot shot, enum shot minus, int variable, int record,
	double *values)
{
	size_t worlds, others, count = 0;
	const struct ensemble *own, *other = NULL;
	const double *row, *less = NULL;

	if (!runner_has(runner, shot) || (minus != SHOT_NONE && !runner_has(runner, minus)))
		return 0;
	own = best(runner, shot, &worlds);
	row = row_of(runner, own, variable, record);
	if (minus != SHOT_NONE) {
		other = best(runner, minus, &others);
		worlds = others < worlds ? others : worlds;
		less = row_of(runner, other, variable, record);
	}
	if (!row)
		return 0;
	for (size_t w = 0; w < worlds; w++)
		if (ensemble_first_bad(own, (int)w) < 0 && !(other && ensemble_first_bad(other, (int)w) >= 0))
			values[count++] = less ? row[w] - less[w] : row[w];
	return count;
}

static const double percentile[BAND_COUNT] = { 0.05, 0.25, 0.5, 0.75, 0.95 };

/* What never comes is later than any year. */
static size_t sample_ranked(struct runner *runner, enum shot shot, enum shot minus, int variable, int record)
{
	const size_t count = runner_sample(runner, shot, minus, variable, record, runner->sample);

	for (size_t i = 0; i < count; i++)
		if (isnan(runner->sample[i]))
			runner->sample[i] = INFINITY;
	return count;
}

bool runner_band_at(struct runner *runner, enum shot shot, enum shot minus, int variable, int record,
	double band[BAND_COUNT])
{
	const size_t count = sample_ranked(runner, shot, minus, variable, record);

	if (!count)
		return false;
	stats_quantiles(runner->sample, count, percentile, BAND_COUNT, band);
	return true;
}

static struct bands_kept *bands_slot(struct runner *runner, const struct bands_kept *key, bool *found)
{
	struct bands_kept *oldest = &runner->bands[0];

	for (int i = 0; i < BANDS_KEPT; i++) {
		struct bands_kept *kept = &runner->bands[i];

		*found = kept->at && kept->shot == key->shot && kept->minus == key->minus && kept->variable == key->variable
		         && kept->serial == key->serial;
		if (*found)
			return kept;
		if (kept->used < oldest->used)
			oldest = kept;
	}
	return oldest;
}

static bool fill_bands(struct runner *runner, struct bands_kept *kept)
{
	const int records = runner->records.count;
	double band[BAND_COUNT];

	if (!kept->at)
		kept->at = xcalloc((size_t)records * BAND_COUNT, sizeof(double));
	kept->worlds = 0;
	for (int r = 0; r < records; r++) {
		const size_t count = runner_sample(runner, kept->shot, kept->minus, kept->variable, r, runner->sample);

		if (!count)
			return false;
		kept->worlds = count;
		stats_quantiles(runner->sample, count, percentile, BAND_COUNT, band);
		for (int k = 0; k < BAND_COUNT; k++)
			kept->at[k * records + r] = band[k];
	}
	return true;
}

bool runner_bands(struct runner *runner, enum shot shot, enum shot minus, int variable, struct runner_bands *bands)
{
	const struct bands_kept key = { .shot = shot, .minus = minus, .variable = variable, .serial = runner->serial };
	bool found;
	struct bands_kept *kept = bands_slot(runner, &key, &found);

	if (!found) {
		double *at = kept->at;

		*kept = key;
		kept->at = at;
		if (!fill_bands(runner, kept)) {
			kept->serial = (unsigned long)-1;
			return false;
		}
	}
	kept->used = ++runner->clock;
	for (int k = 0; k < BAND_COUNT; k++)
		bands->at[k] = kept->at + (size_t)k * (size_t)runner->records.count;
	bands->worlds = kept->worlds;
	return true;
}
