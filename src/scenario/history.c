/* SPDX-License-Identifier: MIT
 *
 * Each entry is kept as the text of its line, all in one piece of memory.  Whatever changes a history is put into a
 * line first and then taken from it, so that a history that is told the lines can't come out another.
 *
 * Lines, field by field (scenario/line.h):
 *
 *	do TEXT CHANGE...        a new entry
 *	re TEXT CHANGE...        in the place of the last one, by the same gesture
 *	drop                     the last one is gone
 *	undo, redo
 *	saved SCENARIO [ID VALUE]...    gone SCENARIO
 *	now SCENARIO [ID VALUE]...      the present state, without an entry
 *	about EN KO              also of the present state: the words about the scenario that no file has yet
 *	past TEXT CHANGE...      an entry that is done already; next TEXT CHANGE...   one that can be redone
 *
 * history_entry.h says what CHANGE is.
 */
#include "config.h"

#include "scenario/history.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "scenario/history_entry.h"
#include "scenario/line.h"
#include "scenario/settings.h"

struct saved {
	char *scenario;
	struct settings *settings;
};

struct history {
	struct settings *settings;
	char *scenario;
	char *about[LANG_COUNT];
	struct buf texts;          /* the entries' lines without their verbs, end to end */
	size_t *starts;            /* where each entry's begins */
	size_t count, cap, at;
	struct saved *saved;
	size_t saved_count, saved_cap;
	char *gesture;             /* that made the last entry and goes on; NULL: none */
	struct decoded decoded;    /* of history_entry */
	struct decoded work;       /* of what is being applied */
	history_sink *sink;
	void *context;
};

struct history *history_new(void)
{
	struct history *history = xcalloc(1, sizeof *history);

	history->settings = settings_new();
	history->scenario = xstrdup("");
	for (int lang = 0; lang < LANG_COUNT; lang++)
		history->about[lang] = xstrdup("");
	return history;
}

void history_free(struct history *history)
{
	if (!history)
		return;
	for (size_t i = 0; i < history->saved_count; i++) {
		free(history->saved[i].scenario);
		settings_free(history->saved[i].settings);
	}
	free(history->saved);
	settings_free(history->settings);
	free(history->scenario);
	for (int lang = 0; lang < LANG_COUNT; lang++)
		free(history->about[lang]);
	buf_release(&history->texts);
	free(history->starts);
	free(history->gesture);
	entry_release(&history->decoded);
	entry_release(&history->work);
	free(history);
}

static size_t end_of(const struct history *history, size_t i)
{
	return i + 1 < history->count ? history->starts[i + 1] : history->texts.len;
}

static const struct history_entry *entry_in(const struct history *history, struct decoded *decoded, size_t i)
{
	const size_t start = history->starts[i];
	const bool good = entry_decode(decoded, buf_text(&history->texts) + start, end_of(history, i) - start);

	assert(good);   /* it was looked at when it was added */
	(void)good;
	return &decoded->entry;
}

/* Forgets the entries from `count` on. */
static void cut(struct history *history, size_t count)
{
	if (count >= history->count)
		return;
	history->texts.len = history->starts[count];
	history->count = count;
}

static void push(struct history *history, const char *text, size_t length)
{
	history->starts = xgrow(history->starts, history->count, &history->cap, sizeof *history->starts);
	history->starts[history->count++] = history->texts.len;
	buf_add_bytes(&history->texts, text, length);
}

/* ---- taking lines ---- */

static void set_text(char **text, const char *value)
{
	char *copy = xstrdup(value);

	free(*text);
	*text = copy;
}

/* Does (again), or takes back, the entry that `work` holds. */
static void apply(struct history *history, bool forward)
{
	const struct history_entry *entry = &history->work.entry;

	entry_apply(entry, history->settings, forward);
	if (entry->scenario_before)
		set_text(&history->scenario, forward ? entry->scenario_after : entry->scenario_before);
	for (int lang = 0; lang < LANG_COUNT; lang++)
		if (entry->about_before[lang])
			set_text(&history->about[lang], forward ? entry->about_after[lang] : entry->about_before[lang]);
}

static void step(struct history *history, bool forward)
{
	entry_in(history, &history->work, forward ? history->at : history->at - 1);
	apply(history, forward);
	history->at += forward ? 1 : (size_t)-1;
}

static int take_do(struct history *history, const char *text, size_t length)
{
	if (!entry_decode(&history->work, text, length))
		return -1;
	cut(history, history->at);
	push(history, text, length);
	apply(history, true);
	history->at++;
	return 0;
}

static bool has_last(const struct history *history)
{
	return history->at > 0 && history->at == history->count;
}

static int take_drop(struct history *history, const char *text, size_t length)
{
	(void)text;
	if (!has_last(history) || length)
		return -1;
	step(history, false);
	cut(history, history->at);
	return 0;
}

static int take_re(struct history *history, const char *text, size_t length)
{
	if (!has_last(history) || !entry_decode(&history->work, text, length))
		return -1;
	take_drop(history, "", 0);
	return take_do(history, text, length);
}

static int take_undo(struct history *history, const char *text, size_t length)
{
	(void)text;
	if (!history->at || length)
		return -1;
	step(history, false);
	return 0;
}

static int take_redo(struct history *history, const char *text, size_t length)
{
	(void)text;
	if (history->at == history->count || length)
		return -1;
	step(history, true);
	return 0;
}

static int take_past(struct history *history, const char *text, size_t length)
{
	if (history->at != history->count || !entry_decode(&history->work, text, length))
		return -1;
	push(history, text, length);
	history->at++;
	return 0;
}

static int take_next(struct history *history, const char *text, size_t length)
{
	if (!entry_decode(&history->work, text, length))
		return -1;
	push(history, text, length);
	return 0;
}

/* SCENARIO [ID VALUE]... ; NULL if it is not that. The scenario is the first field of the work's line. */
static struct settings *take_state(struct history *history, const char *text, size_t length)
{
	struct line *line = &history->work.line;
	struct settings *settings;

	if (line_split(line, text, length) < 0 || line->count % 2 == 0)
		return NULL;
	settings = settings_new();
	for (size_t i = 1; i < line->count; i += 2) {
		double value;

		if (line_number(line->fields[i + 1], &value) && settings_set(settings, line->fields[i], value) == 0)
			continue;
		settings_free(settings);
		return NULL;
	}
	return settings;
}

static int take_now(struct history *history, const char *text, size_t length)
{
	struct settings *settings = take_state(history, text, length);

	if (!settings)
		return -1;
	settings_free(history->settings);
	history->settings = settings;
	set_text(&history->scenario, history->work.line.fields[0]);
	return 0;
}

static int take_about(struct history *history, const char *text, size_t length)
{
	struct line *line = &history->work.line;

	if (line_split(line, text, length) < 0 || line->count != LANG_COUNT)
		return -1;
	for (int lang = 0; lang < LANG_COUNT; lang++)
		set_text(&history->about[lang], line->fields[lang]);
	return 0;
}

static void remove_saved(struct history *history, size_t i)
{
	free(history->saved[i].scenario);
	settings_free(history->saved[i].settings);
	history->saved_count--;
	memmove(history->saved + i, history->saved + i + 1, (history->saved_count - i) * sizeof *history->saved);
}

static const struct saved *find_saved(const struct history *history, const char *scenario)
{
	for (size_t i = 0; i < history->saved_count; i++)
		if (!strcmp(history->saved[i].scenario, scenario))
			return &history->saved[i];
	return NULL;
}

static void forget_saved(struct history *history, const char *scenario)
{
	const struct saved *saved = find_saved(history, scenario);

	if (saved)
		remove_saved(history, (size_t)(saved - history->saved));
}

static int take_saved(struct history *history, const char *text, size_t length)
{
	struct settings *settings = take_state(history, text, length);
	const char *scenario;

	if (!settings)
		return -1;
	scenario = history->work.line.fields[0];
	forget_saved(history, scenario);
	if (history->saved_count >= HISTORY_SAVED_MAX)
		remove_saved(history, 0);
	history->saved = xgrow(history->saved, history->saved_count, &history->saved_cap, sizeof *history->saved);
	history->saved[history->saved_count++] = (struct saved){ xstrdup(scenario), settings };
	return 0;
}

static int take_gone(struct history *history, const char *text, size_t length)
{
	struct line *line = &history->work.line;

	if (line_split(line, text, length) < 0 || line->count != 1)
		return -1;
	forget_saved(history, line->fields[0]);
	return 0;
}

static const struct verb {
	const char *name;
	int (*take)(struct history *history, const char *text, size_t length);
} verbs[] = {
	{ "do", take_do },
	{ "re", take_re },
	{ "drop", take_drop },
	{ "undo", take_undo },
	{ "redo", take_redo },
	{ "saved", take_saved },
	{ "gone", take_gone },
	{ "now", take_now },
	{ "about", take_about },
	{ "past", take_past },
	{ "next", take_next },
};

static void forget_gesture(struct history *history)
{
	free(history->gesture);
	history->gesture = NULL;
}

int history_take(struct history *history, const char *line, size_t length)
{
	for (size_t i = 0; i < ARRAY_LEN(verbs); i++) {
		const size_t verb = strlen(verbs[i].name);
		const size_t start = length > verb ? verb + 1 : length;

		if (length < verb || memcmp(line, verbs[i].name, verb) != 0 || (length > verb && line[verb] != '\t'))
			continue;
		forget_gesture(history);
		return verbs[i].take(history, line + start, length - start);
	}
	return -1;
}

/* ---- doing ---- */

void history_watch(struct history *history, history_sink *sink, void *context)
{
	history->sink = sink;
	history->context = context;
}

/* Takes a line of our own making and passes it on. */
static void take_own(struct history *history, const struct buf *line)
{
	const int status = history_take(history, buf_text(line), line->len);

	assert(status == 0);
	(void)status;
	if (history->sink)
		history->sink(history->context, buf_text(line), line->len);
}

static void take_word(struct history *history, const char *verb)
{
	struct buf line = BUF_INIT;

	line_add(&line, verb);
	take_own(history, &line);
	buf_release(&line);
}

/* Whether the deed goes on with what the last entry began. */
static bool joins(struct history *history, const struct history_deed *deed, const char *gesture)
{
	const struct history_entry *last;

	if (!gesture || !history->gesture || strcmp(gesture, history->gesture) != 0 || !has_last(history))
		return false;
	if (deed->file_count || deed->about || (deed->scenario && strcmp(deed->scenario, history->scenario) != 0))
		return false;
	last = entry_in(history, &history->work, history->at - 1);
	return !last->file_count && !last->scenario_before && !last->about_before[LANG_EN] && !last->about_before[LANG_KO];
}

/* Adds what the deed makes different from the present state, but for `settings`. */
static bool encode(const struct history *history, struct buf *line, const struct settings *settings,
	const struct history_deed *deed)
{
	const struct entry_before before = {
		.settings = settings, .scenario = history->scenario, .about = (const char *const *)history->about,
	};

	return entry_encode(line, &before, deed->settings ? deed->settings : history->settings, deed);
}

static bool join(struct history *history, const struct history_deed *deed)
{
	struct settings *before;
	struct buf line = BUF_INIT;

	if (!deed->settings || settings_equal(deed->settings, history->settings))
		return false;
	before = settings_copy(history->settings);
	entry_apply(entry_in(history, &history->work, history->at - 1), before, false);
	line_add(&line, "re");
	if (encode(history, &line, before, deed))
		take_own(history, &line);
	else
		take_word(history, "drop");
	buf_release(&line);
	settings_free(before);
	return true;
}

static bool append(struct history *history, const struct history_deed *deed)
{
	struct buf line = BUF_INIT;
	bool changes;

	line_add(&line, "do");
	changes = encode(history, &line, history->settings, deed);
	if (changes)
		take_own(history, &line);
	buf_release(&line);
	return changes;
}

bool history_do(struct history *history, const struct history_deed *deed, const char *gesture)
{
	const size_t count = history->count;
	char *kept = gesture ? xstrdup(gesture) : NULL;
	const bool joined = joins(history, deed, gesture);
	const bool changed = joined ? join(history, deed) : append(history, deed);

	/* Taking a line has ended the gesture. One that came back to its start has no entry that could go on; the next move
	 * makes a new one. */
	if (changed && (!joined || history->count == count))
		history->gesture = kept;
	else
		free(kept);
	return changed;
}

void history_end_gesture(struct history *history)
{
	forget_gesture(history);
}

bool history_undo(struct history *history)
{
	if (!history->at)
		return false;
	take_word(history, "undo");
	return true;
}

bool history_redo(struct history *history)
{
	if (history->at == history->count)
		return false;
	take_word(history, "redo");
	return true;
}

static void add_state(struct buf *line, const char *verb, const char *scenario, const struct settings *settings)
{
	line_add(line, verb);
	line_add(line, scenario);
	for (size_t i = 0; i < settings_count(settings); i++) {
		line_add(line, settings_id(settings, i));
		line_add_number(line, settings_value(settings, i));
	}
}

void history_set_saved(struct history *history, const char *scenario, const struct settings *settings)
{
	char *gesture = history->gesture;
	struct buf line = BUF_INIT;

	if (settings) {
		add_state(&line, "saved", scenario, settings);
	} else {
		line_add(&line, "gone");
		line_add(&line, scenario);
	}
	history->gesture = NULL;
	take_own(history, &line);
	history->gesture = gesture;
	buf_release(&line);
}

size_t history_forget(struct history *history, size_t count)
{
	size_t bytes;

	if (count > history->at)
		count = history->at;
	if (!count)
		return 0;
	bytes = count < history->count ? history->starts[count] : history->texts.len;
	memmove(history->texts.text, history->texts.text + bytes, history->texts.len - bytes);
	history->texts.len -= bytes;
	history->count -= count;
	history->at -= count;
	for (size_t i = 0; i < history->count; i++)
		history->starts[i] = history->starts[i + count] - bytes;
	return count;
}

/* ---- reading ---- */

const struct settings *history_settings(const struct history *history)
{
	return history->settings;
}

const char *history_scenario(const struct history *history)
{
	return history->scenario;
}

const char *history_about(const struct history *history, enum lang lang)
{
	return history->about[lang];
}

const struct settings *history_saved(const struct history *history, const char *scenario)
{
	const struct saved *saved = find_saved(history, scenario);

	return saved ? saved->settings : NULL;
}

static bool has_about(const struct history *history)
{
	for (int lang = 0; lang < LANG_COUNT; lang++)
		if (*history->about[lang])
			return true;
	return false;
}

bool history_is_changed(const struct history *history)
{
	const struct saved *saved = find_saved(history, history->scenario);

	if (has_about(history))
		return true;
	if (!saved)
		return *history->scenario || settings_count(history->settings);
	return !settings_equal(history->settings, saved->settings);
}

size_t history_count(const struct history *history)
{
	return history->count;
}

size_t history_at(const struct history *history)
{
	return history->at;
}

const struct history_entry *history_entry(struct history *history, size_t i)
{
	return entry_in(history, &history->decoded, i);
}

size_t history_size(const struct history *history)
{
	enum { VERB = 5, SETTING = 40 };   /* typical bytes */

	return history->texts.len + history->count * VERB + settings_count(history->settings) * SETTING;
}

static void dump_entries(const struct history *history, const char *verb, size_t from, size_t to, history_sink *sink,
	void *context)
{
	struct buf line = BUF_INIT;

	for (size_t i = from; i < to; i++) {
		buf_clear(&line);
		buf_addf(&line, "%s\t", verb);
		buf_add_bytes(&line, history->texts.text + history->starts[i], end_of(history, i) - history->starts[i]);
		sink(context, buf_text(&line), line.len);
	}
	buf_release(&line);
}

void history_dump(const struct history *history, history_sink *sink, void *context)
{
	struct buf line = BUF_INIT;

	add_state(&line, "now", history->scenario, history->settings);
	sink(context, buf_text(&line), line.len);
	if (has_about(history)) {
		buf_clear(&line);
		line_add(&line, "about");
		for (int lang = 0; lang < LANG_COUNT; lang++)
			line_add(&line, history->about[lang]);
		sink(context, buf_text(&line), line.len);
	}
	for (size_t i = 0; i < history->saved_count; i++) {
		buf_clear(&line);
		add_state(&line, "saved", history->saved[i].scenario, history->saved[i].settings);
		sink(context, buf_text(&line), line.len);
	}
	buf_release(&line);
	dump_entries(history, "past", 0, history->at, sink, context);
	dump_entries(history, "next", history->at, history->count, sink, context);
}
