/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "scenario/session_others.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/file.h"
#include "scenario/history.h"
#include "scenario/journal.h"
#include "scenario/settings.h"

enum { BLANK_BYTES = 1 << 16 };   /* a journal that is larger is not of a session in which nothing was done */

/* How one looks at things is of no matter here. */
static int take_line(void *context, const char *text, size_t length)
{
	if (length >= 5 && !memcmp(text, "view\t", 5))
		return 0;
	return history_take(context, text, length);
}

/* The history in a journal as far as it can be read. The caller's. */
static struct history *read_history(const struct session_place *place)
{
	struct history *history = history_new();
	size_t length, good;
	char *bytes = file_read(place->journal, JOURNAL_SIZE_MAX, &length, NULL);

	if (bytes)
		journal_read(bytes, length, take_line, history, &good);
	free(bytes);
	return history;
}

static bool is_blank(const struct session_place *place, const struct history *history)
{
	return place->size <= BLANK_BYTES && !history_count(history) && !settings_count(history_settings(history))
		&& !*history_scenario(history) && !history_is_changed(history);
}

bool session_place_is_blank(const struct session_place *place)
{
	struct history *history;
	bool blank;

	if (place->size > BLANK_BYTES)
		return false;
	history = read_history(place);
	blank = is_blank(place, history);
	history_free(history);
	return blank;
}

static void release_other(struct session_other *other)
{
	free(other->number);
	free(other->scenario);
}

static bool same_time(struct timespec a, struct timespec b)
{
	return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

/* What is known of it from before, taken out of there; else read. */
static struct session_other describe(struct session_others *known, const struct session_place *place)
{
	struct session_other other = { .number = file_base(place->folder), .used = place->used, .changed = place->changed,
		.size = place->size };
	struct history *history;

	for (size_t i = 0; i < known->known; i++) {
		struct session_other *old = &known->items[i];

		if (!old->scenario || strcmp(old->number, other.number) || old->size != place->size
		    || !same_time(old->changed, place->changed))
			continue;
		other.scenario = old->scenario;
		other.set = old->set;
		other.steps = old->steps;
		other.is_blank = old->is_blank;
		old->scenario = NULL;
		return other;
	}
	history = read_history(place);
	other.scenario = xstrdup(history_scenario(history));
	other.set = settings_count(history_settings(history));
	other.steps = history_count(history);
	other.is_blank = is_blank(place, history);
	history_free(history);
	return other;
}

/* Adds it, those in which nothing was done last. */
static void add(struct session_others *others, struct session_other other)
{
	others->items = xgrow(others->items, others->known, &others->cap, sizeof *others->items);
	others->items[others->known++] = other;
	if (other.is_blank)
		return;
	others->items[others->known - 1] = others->items[others->count];
	others->items[others->count++] = other;
}

void session_others_update(struct session_others *others, const char *sessions, const char *own)
{
	struct session_places places = session_places_find(sessions);
	struct session_others fresh = { NULL, 0, 0, 0 };

	for (size_t i = 0; i < places.count; i++) {
		struct session_other other;

		if (!strcmp(places.items[i].folder, own))
			continue;
		other = describe(others, &places.items[i]);
		other.use = session_place_use(&places.items[i]);
		add(&fresh, other);
	}
	session_places_release(&places);
	session_others_release(others);
	*others = fresh;
}

void session_others_release(struct session_others *others)
{
	for (size_t i = 0; i < others->known; i++)
		release_other(&others->items[i]);
	free(others->items);
	*others = (struct session_others){ NULL, 0, 0, 0 };
}
