/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/tapes.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "model/model.h"
#include "model/tape.h"

enum { IDLE_MAX = 4 };    /* tapes that are kept though nobody uses them */

struct kept_tape {
	struct tape *tape;
	bool *varies;
	int users;
	unsigned long used;   /* when last taken, in order */
	struct kept_tape *next;
};

struct tapes {
	struct tapes_spec spec;
	pthread_mutex_t lock;
	struct kept_tape *first;
	unsigned long clock;
};

struct tapes *tapes_new(const struct tapes_spec *spec)
{
	struct tapes *tapes = xmalloc(sizeof(*tapes));

	tapes->spec = *spec;
	pthread_mutex_init(&tapes->lock, NULL);
	return tapes;
}

static void free_tape(struct kept_tape *kept)
{
	tape_free(kept->tape);
	free(kept->varies);
	free(kept);
}

void tapes_free(struct tapes *tapes)
{
	if (!tapes)
		return;
	for (struct kept_tape *kept = tapes->first, *next; kept; kept = next) {
		next = kept->next;
		free_tape(kept);
	}
	pthread_mutex_destroy(&tapes->lock);
	free(tapes);
}

/* Under the lock: the one that was taken longest ago goes while too many are idle. */
static void trim(struct tapes *tapes)
{
	struct kept_tape **oldest = NULL, *gone;
	int idle = 0;

	for (struct kept_tape **at = &tapes->first; *at; at = &(*at)->next) {
		if ((*at)->users)
			continue;
		idle++;
		if (!oldest || (*at)->used < (*oldest)->used)
			oldest = at;
	}
	if (idle <= IDLE_MAX)
		return;
	gone = *oldest;
	*oldest = gone->next;
	free_tape(gone);
}

static struct kept_tape *make(struct tapes *tapes, const bool *varies)
{
	const size_t size = model_count(tapes->spec.model) * sizeof(*varies);
	const struct tape_spec spec = {
		.model = tapes->spec.model, .wanted = tapes->spec.wanted, .wanted_count = tapes->spec.wanted_count,
		.summaries = tapes->spec.summaries, .summary_count = tapes->spec.summary_count, .varies = varies,
	};
	struct tape *tape = tape_new(&spec, NULL);
	struct kept_tape *kept;

	if (!tape)
		return NULL;
	kept = xmalloc(sizeof(*kept));
	kept->tape = tape;
	kept->varies = xmalloc(size);
	memcpy(kept->varies, varies, size);
	kept->next = tapes->first;
	tapes->first = kept;
	return kept;
}

const struct tape *tapes_take(struct tapes *tapes, const bool *varies)
{
	const size_t size = model_count(tapes->spec.model) * sizeof(*varies);
	struct kept_tape *kept;

	pthread_mutex_lock(&tapes->lock);
	for (kept = tapes->first; kept; kept = kept->next)
		if (!memcmp(kept->varies, varies, size))
			break;
	if (!kept)
		kept = make(tapes, varies);
	if (kept) {
		kept->users++;
		kept->used = ++tapes->clock;
	}
	pthread_mutex_unlock(&tapes->lock);
	return kept ? kept->tape : NULL;
}

static void count_users(struct tapes *tapes, const struct tape *tape, int more)
{
	struct kept_tape *kept;

	pthread_mutex_lock(&tapes->lock);
	for (kept = tapes->first; kept->tape != tape; kept = kept->next)
		continue;
	kept->users += more;
	trim(tapes);
	pthread_mutex_unlock(&tapes->lock);
}

void tapes_keep(struct tapes *tapes, const struct tape *tape)
{
	count_users(tapes, tape, 1);
}

void tapes_release(struct tapes *tapes, const struct tape *tape)
{
	if (tape)
		count_users(tapes, tape, -1);
}
