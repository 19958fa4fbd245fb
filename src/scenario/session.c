/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "scenario/session.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/text.h"
#include "scenario/blobs.h"
#include "scenario/history.h"
#include "scenario/journal.h"
#include "scenario/line.h"
#include "scenario/restore.h"
#include "scenario/session_folder.h"
#include "scenario/session_others.h"
#include "scenario/session_views.h"

enum {
	NEW_TRIES = 10000,           /* numbers of sessions that are tried */
	RETRY_SECONDS = 2,           /* between two tries to keep a session again */
	REWRITE_FROM = 1 << 20,      /* bytes: smaller journals are not worth rewriting ... */
	REWRITE_GAIN = 4,            /* ... nor those that would not shrink to a quarter */
	LINE_BYTES = 18,             /* what a journal adds to a line */
	OTHERS_SECONDS = 1,          /* how old what is known of other sessions may be */
	PATH_CELLS = 80,
};

struct session {
	char *sessions, *folder;  /* all of them and this one; "" in memory */
	struct session_start start;
	int lock;                 /* session_folder_enter; -1: none */
	struct journal *journal;  /* NULL in memory */
	struct history *history;
	struct blobs *blobs;
	struct session_views views;
	char **may_write;
	size_t may_write_count;
	struct line line;         /* of a view that is being read */
	bool is_broken;           /* the journal lacks something ... */
	bool lacks_work;          /* ... of what was done */
	size_t done;              /* lines of what was done, kept or not */
	struct timespec retry;    /* when to try again */
	struct err fault;
	struct session_others others;
	bool knows_others;
	struct timespec others_read;
};

/* ---- what the journal holds ---- */

static void add_view(struct buf *line, const char *key, const char *value)
{
	line_add(line, "view");
	line_add(line, key);
	if (value)
		line_add(line, value);
}

static int take_line(void *context, const char *text, size_t length)
{
	struct session *session = context;
	struct line *line = &session->line;

	if (length < 5 || memcmp(text, "view\t", 5) != 0)
		return history_take(session->history, text, length);
	if (line_split(line, text, length) < 0 || line->count < 2 || line->count > 3)
		return -1;
	session_views_put(&session->views, line->fields[1], line->count > 2 ? line->fields[2] : NULL);
	return 0;
}

static void put_line(void *context, const char *line, size_t length)
{
	journal_put(context, line, length);
}

/* Everything, as lines that take_line makes the same session of. */
static void dump(void *context, struct journal_out *out)
{
	const struct session *session = context;
	struct buf line = BUF_INIT;

	history_dump(session->history, put_line, out);
	for (size_t i = 0; i < session->views.count; i++) {
		buf_clear(&line);
		add_view(&line, session->views.items[i].key, session->views.items[i].value);
		journal_put(out, buf_text(&line), line.len);
	}
	buf_release(&line);
}

/* ---- keeping ---- */

static struct timespec now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t;
}

static void rewrite(struct session *session)
{
	struct err err;

	session->retry = now();
	session->retry.tv_sec += RETRY_SECONDS;
	if (journal_rewrite(session->journal, dump, session, &err) < 0) {
		/* The old lines are there still: only if some are missing is anything lost. */
		if (session->is_broken)
			session->fault = err;
		return;
	}
	session->is_broken = session->lacks_work = false;
}

/* Moves of a held slider, undoing and looking around leave lines that say nothing any more. */
static void mind_size(struct session *session)
{
	const size_t size = journal_size(session->journal);
	const size_t needed = history_size(session->history) + history_count(session->history) * LINE_BYTES;

	if (size >= REWRITE_FROM && size / REWRITE_GAIN >= needed)
		rewrite(session);
}

/* A journal that comes near to what can be read loses its oldest entries. */
static void mind_limit(struct session *session)
{
	if (journal_size(session->journal) < JOURNAL_SIZE_MAX / 2)
		return;
	rewrite(session);
	if (journal_size(session->journal) < JOURNAL_SIZE_MAX / 4)
		return;
	history_forget(session->history, history_count(session->history) / 2);
	rewrite(session);
}

static void keep_line(struct session *session, const char *line, size_t length)
{
	const struct timespec t = now();

	if (!session->journal)
		return;
	if (!session->is_broken && journal_append(session->journal, line, length, &session->fault) < 0) {
		session->is_broken = true;
		session->retry = t;
	}
	if (session->is_broken && t.tv_sec >= session->retry.tv_sec)
		rewrite(session);
	else if (!session->is_broken)
		mind_limit(session);
}

static void keep_work(void *context, const char *line, size_t length)
{
	struct session *session = context;

	keep_line(session, line, length);
	session->done++;
	session->lacks_work |= session->is_broken;
}

/* ---- opening ---- */

static void notice(struct diags notices[LANG_COUNT], const struct err *err)
{
	for (int lang = 0; lang < LANG_COUNT; lang++)
		diags_add(&notices[lang], "", 0, "%s", err->text);
}

/* The session's state before anything was done. */
static void start_afresh(struct session *session)
{
	history_free(session->history);
	session->history = history_new();
	session_views_clear(&session->views);
}

static void tell_state(const char *folder, enum journal_state state, const struct history *history,
	struct diags notices[LANG_COUNT])
{
	char *shown;

	if (state != JOURNAL_DAMAGED)
		return;
	shown = text_quote(folder, strlen(folder), PATH_CELLS);
	diags_add_each(notices, "", 0,
		N_("the last session's journal is damaged; %zu entries are left, the whole is kept in %s/journal.damaged"),
		history_count(history), shown);
	free(shown);
}

static void leave(struct session *session)
{
	session_folder_leave(session->lock);
	session->lock = -1;
}

/* Tries to use the session in a folder: 1 if it is ours now, else as session_folder_enter. */
static int try_folder(struct session *session, const char *folder, struct diags notices[LANG_COUNT], struct err *err)
{
	char *path;
	enum journal_state state;
	const int entered = session_folder_enter(folder, &session->lock, &session->start.was_cut, err);

	if (entered <= 0)
		return entered;
	path = file_join(folder, "journal");
	session->journal = journal_open(path, take_line, session, &state, err);
	free(path);
	if (!session->journal) {
		start_afresh(session);
		leave(session);
		return -1;
	}
	tell_state(folder, state, session->history, notices);
	free(session->folder);
	session->folder = xstrdup(folder);
	path = file_join(folder, "blobs");
	session->blobs = blobs_open(path);
	free(path);
	return 1;
}

/* Goes on with the session used last of those that nobody uses, and that are blank or not. */
static bool resume_among(struct session *session, const struct session_places *places, bool blank,
	struct diags notices[LANG_COUNT])
{
	for (size_t i = 0; i < places->count && !session->journal; i++) {
		struct err err;

		if (session_place_is_blank(&places->items[i]) == blank
		    && try_folder(session, places->items[i].folder, notices, &err) < 0)
			notice(notices, &err);
	}
	session->start.was_resumed = session->journal != NULL;
	return session->start.was_resumed;
}

/* One in which something was done goes before one in which nothing was, however new that is. */
static bool resume(struct session *session, const struct session_places *places, struct diags notices[LANG_COUNT])
{
	return resume_among(session, places, false, notices) || resume_among(session, places, true, notices);
}

/* Begins a session in the first folder that is free: 1, 2, ... */
static int begin(struct session *session, struct diags notices[LANG_COUNT], struct err *err)
{
	for (int i = 1; i <= NEW_TRIES; i++) {
		char *folder = xasprintf("%s/%d", session->sessions, i);
		const bool made = mkdir(folder, 0700) == 0;
		const int code = errno;
		const int got = made ? try_folder(session, folder, notices, err) : 0;

		if (got > 0)
			file_sync_folder(session->sessions);
		if (got < 0)
			session_folder_remove(folder);
		free(folder);
		if (!made && code != EEXIST) {
			errno = code;
			return err_set_errno(err, _("no folder can be made for the session"));
		}
		if (got)
			return got < 0 ? -1 : 0;
	}
	return err_set(err, _("there are too many sessions"));
}

/* What the user should know of the others. */
static void look_around(struct session *session, const struct session_places *places)
{
	for (size_t i = 0; i < places->count; i++) {
		const struct session_place *place = &places->items[i];
		enum session_use use;

		if (!strcmp(place->folder, session->folder))
			continue;
		use = session_place_use(place);
		session->start.open += use == SESSION_OPEN;
		session->start.cut += use == SESSION_CUT && !session_place_is_blank(place);
	}
}

static int open_folder(struct session *session, const struct session_spec *spec, struct diags notices[LANG_COUNT],
	struct err *err)
{
	char *sessions = spec->folder ? xstrdup(spec->folder) : file_home(FILE_STATE, "sessions", err);
	struct session_places places;
	int status = 0;

	if (!sessions || file_make_folders(sessions, err) < 0) {
		free(sessions);
		return -1;
	}
	free(session->sessions);
	session->sessions = sessions;
	places = session_places_find(sessions);
	if (spec->is_new || !resume(session, &places, notices))
		status = begin(session, notices, err);
	look_around(session, &places);
	session_places_release(&places);
	return status;
}

static struct session *new_session(const char *const *may_write, size_t count)
{
	struct session *session = xcalloc(1, sizeof *session);

	session->sessions = xstrdup("");
	session->folder = xstrdup("");
	session->lock = -1;
	session->history = history_new();
	session->may_write = xcalloc(count + 1, sizeof *session->may_write);
	for (size_t i = 0; i < count; i++)
		session->may_write[session->may_write_count++] = xstrdup(may_write[i]);
	return session;
}

/* From now on what is done is kept. */
static void start_keeping(struct session *session)
{
	if (!session->blobs)
		session->blobs = blobs_open(NULL);
	history_watch(session->history, keep_work, session);
	if (session->journal)
		mind_size(session);
}

struct session *session_open(const struct session_spec *spec, struct diags notices[LANG_COUNT])
{
	struct session *session = new_session(spec->may_write, spec->may_write_count);
	struct err err;

	if (!spec->in_memory && open_folder(session, spec, notices, &err) < 0) {
		session->fault = err;
		session->is_broken = true;
		diags_add_each(notices, "", 0, N_("this session can't be kept: %s"), err.text);
	}
	start_keeping(session);
	return session;
}

void session_close(struct session *session)
{
	if (!session)
		return;
	if (session->journal) {
		if (session->is_broken)
			rewrite(session);
		else
			mind_size(session);
		restore_sweep(session->blobs, session->history);
		journal_close(session->journal, NULL);
	}
	leave(session);
	history_free(session->history);
	blobs_close(session->blobs);
	session_views_release(&session->views);
	for (size_t i = 0; i < session->may_write_count; i++)
		free(session->may_write[i]);
	free(session->may_write);
	line_release(&session->line);
	session_others_release(&session->others);
	free(session->sessions);
	free(session->folder);
	free(session);
}

struct history *session_history(const struct session *session)
{
	return session->history;
}

const char *session_fault(const struct session *session)
{
	return session->is_broken ? session->fault.text : NULL;
}

size_t session_unkept(struct session *session)
{
	if (session->lacks_work && session->journal)
		rewrite(session);
	return session->lacks_work ? session->done : 0;
}

const char *session_folder(const struct session *session)
{
	return session->folder;
}

bool session_was_resumed(const struct session *session)
{
	return session->start.was_resumed;
}

const struct session_start *session_start(const struct session *session)
{
	return &session->start;
}

/* ---- the others ---- */

const struct session_others *session_others(struct session *session)
{
	const struct timespec t = now();

	if (*session->sessions && (!session->knows_others || t.tv_sec > session->others_read.tv_sec + OTHERS_SECONDS)) {
		session_others_update(&session->others, session->sessions, session->folder);
		session->others_read = t;
		session->knows_others = true;
	}
	return &session->others;
}

/* The folder of another session (the caller's), NULL if there is none of that number. */
static char *find_other(const struct session *session, const char *number, struct err *err)
{
	char *folder, *journal;
	bool is_there;

	if (!*session->sessions) {
		err_set(err, "%s", _("this session is not kept, and knows no others"));
		return NULL;
	}
	folder = file_join(session->sessions, number);
	journal = file_join(folder, "journal");
	is_there = *number && !strchr(number, '/') && strcmp(folder, session->folder) != 0 && file_exists(journal);
	free(journal);
	if (is_there)
		return folder;
	free(folder);
	err_set(err, _("there is no other session '%s'; s lists them"), number);
	return NULL;
}

/* Puts `other` in the place of the session, which is ended. */
static void become(struct session *session, struct session *other)
{
	const struct session held = *session;

	free(other->sessions);
	other->sessions = xstrdup(session->sessions);
	other->start.was_resumed = true;
	*session = *other;
	*other = held;
	start_keeping(session);
	session_close(other);
}

int session_go(struct session *session, const char *number, struct diags notices[LANG_COUNT], struct err *err)
{
	char *folder = find_other(session, number, err);
	struct session *other;
	int entered;

	if (!folder)
		return -1;
	if (session_unkept(session)) {
		free(folder);
		return err_set(err, "%s", _("what you did here is not saved, and would be lost"));
	}
	other = new_session((const char *const *)session->may_write, session->may_write_count);
	entered = try_folder(other, folder, notices, err);
	free(folder);
	if (entered > 0) {
		become(session, other);
		return 0;
	}
	session_close(other);
	if (entered == 0)
		err_set(err, _("session %s is open in another window; leave it there first"), number);
	return -1;
}

/* ---- doing ---- */

static void flush(struct session *session)
{
	if (session->journal)
		journal_flush(session->journal);
}

const char *session_view(const struct session *session, const char *key)
{
	return session_views_get(&session->views, key);
}

void session_set_view(struct session *session, const char *key, const char *value)
{
	struct buf line = BUF_INIT;

	if (!session_views_put(&session->views, key, value))
		return;
	add_view(&line, key, value);
	keep_line(session, buf_text(&line), line.len);
	buf_release(&line);
}

void session_set_saved(struct session *session, const char *scenario, const struct settings *settings)
{
	history_set_saved(session->history, scenario, settings);
	flush(session);
}

void session_end_gesture(struct session *session)
{
	history_end_gesture(session->history);
	flush(session);
}

/* Keeps a content; its id, or "" where there is none. False if it is too large: then its change can't be undone. */
static bool keep_content(struct session *session, const char *bytes, size_t length, char id[BLOBS_ID_MAX])
{
	*id = '\0';
	/* What stays in memory can be undone for as long as the program runs; the fault is the same as the journal's. */
	return !bytes || blobs_put(session->blobs, bytes, length, id, NULL) == 0 || *id;
}

bool session_do(struct session *session, const struct session_deed *deed, const char *gesture)
{
	char before[HISTORY_FILES_MAX][BLOBS_ID_MAX], after[HISTORY_FILES_MAX][BLOBS_ID_MAX];
	struct history_file files[HISTORY_FILES_MAX];
	struct history_deed done = {
		.text = deed->text, .settings = deed->settings, .scenario = deed->scenario, .about = deed->about, .files = files,
	};

	for (size_t i = 0; i < deed->file_count && i < HISTORY_FILES_MAX; i++) {
		const struct session_file *file = &deed->files[i];

		if (!keep_content(session, file->before, file->before_length, before[i]) ||
		    !keep_content(session, file->after, file->after_length, after[i]))
			continue;
		files[done.file_count++] = (struct history_file){ file->path, before[i], after[i] };
	}
	if (!history_do(session->history, &done, gesture))
		return false;
	if (!gesture)
		flush(session);
	return true;
}

/* Files first: they may refuse. */
static int move(struct session *session, bool forward, bool by_force, struct err *err)
{
	const size_t at = history_at(session->history);
	const struct restore restore = {
		.blobs = session->blobs,
		.folders = (const char *const *)session->may_write,
		.folder_count = session->may_write_count,
		.forward = forward,
		.by_force = by_force,
	};

	if (at == (forward ? history_count(session->history) : 0))
		return err_set(err, forward ? _("there is nothing to do again") : _("there is nothing to undo"));
	if (restore_files(&restore, history_entry(session->history, forward ? at : at - 1), err) < 0)
		return -1;
	if (forward)
		history_redo(session->history);
	else
		history_undo(session->history);
	flush(session);
	return 0;
}

int session_undo(struct session *session, bool by_force, struct err *err)
{
	return move(session, false, by_force, err);
}

int session_redo(struct session *session, bool by_force, struct err *err)
{
	return move(session, true, by_force, err);
}
