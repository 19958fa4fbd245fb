/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "scenario/session.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
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

enum {
	NEW_TRIES = 10000,           /* numbers of sessions that are tried */
	RETRY_SECONDS = 2,           /* between two tries to keep a session again */
	REWRITE_FROM = 1 << 20,      /* bytes: smaller journals are not worth rewriting ... */
	REWRITE_GAIN = 4,            /* ... nor those that would not shrink to a quarter */
	LINE_BYTES = 18,             /* what a journal adds to a line */
	PATH_CELLS = 80,
};

struct view {
	char *key, *value;
};

struct session {
	char *folder;             /* "" in memory */
	bool was_resumed;
	int lock;                 /* descriptor; -1: none */
	struct journal *journal;  /* NULL in memory */
	struct history *history;
	struct blobs *blobs;
	struct view *views;
	size_t view_count, view_cap;
	char **may_write;
	size_t may_write_count;
	struct line line;         /* of a view that is being read */
	bool is_broken;           /* the journal lacks something */
	struct timespec retry;    /* when to try again */
	struct err fault;
};

/* ---- views ---- */

static struct view *find_view(const struct session *session, const char *key)
{
	for (size_t i = 0; i < session->view_count; i++)
		if (!strcmp(session->views[i].key, key))
			return &session->views[i];
	return NULL;
}

const char *session_view(const struct session *session, const char *key)
{
	const struct view *view = find_view(session, key);

	return view ? view->value : NULL;
}

static void drop_view(struct session *session, struct view *view)
{
	free(view->key);
	free(view->value);
	*view = session->views[--session->view_count];
}

/* False if that changes nothing, or can't be kept. */
static bool put_view(struct session *session, const char *key, const char *value)
{
	struct view *view = find_view(session, key);

	if (!view && !value)
		return false;
	if (view && value && !strcmp(view->value, value))
		return false;
	if (strlen(key) > SESSION_VIEW_MAX || (value && strlen(value) > SESSION_VIEW_MAX))
		return false;
	if (!value) {
		drop_view(session, view);
		return true;
	}
	if (!view) {
		if (session->view_count >= SESSION_VIEWS_MAX)
			return false;
		session->views = xgrow(session->views, session->view_count, &session->view_cap, sizeof *session->views);
		view = &session->views[session->view_count++];
		*view = (struct view){ .key = xstrdup(key) };
	}
	free(view->value);
	view->value = xstrdup(value);
	return true;
}

static void add_view(struct buf *line, const char *key, const char *value)
{
	line_add(line, "view");
	line_add(line, key);
	if (value)
		line_add(line, value);
}

/* ---- what the journal holds ---- */

static int take_line(void *context, const char *text, size_t length)
{
	struct session *session = context;
	struct line *line = &session->line;

	if (length < 5 || memcmp(text, "view\t", 5) != 0)
		return history_take(session->history, text, length);
	if (line_split(line, text, length) < 0 || line->count < 2 || line->count > 3)
		return -1;
	put_view(session, line->fields[1], line->count > 2 ? line->fields[2] : NULL);
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
	for (size_t i = 0; i < session->view_count; i++) {
		buf_clear(&line);
		add_view(&line, session->views[i].key, session->views[i].value);
		journal_put(out, buf_text(&line), line.len);
	}
	buf_release(&line);
}

struct wanted {
	struct history *history;
	char **ids;
	size_t count, cap;
};

static void add_wanted(struct wanted *wanted, const char *id)
{
	if (!*id)
		return;
	wanted->ids = xgrow(wanted->ids, wanted->count, &wanted->cap, sizeof *wanted->ids);
	wanted->ids[wanted->count++] = xstrdup(id);
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool is_wanted(void *context, const char *id)
{
	const struct wanted *wanted = context;

	return wanted->count && bsearch(&id, wanted->ids, wanted->count, sizeof *wanted->ids, by_bytes);
}

/* Former contents that no entry names any more are thrown away. */
static void sweep(struct session *session)
{
	struct wanted wanted = { .history = session->history };

	for (size_t i = 0; i < history_count(session->history); i++) {
		const struct history_entry *entry = history_entry(session->history, i);

		for (size_t j = 0; j < entry->file_count; j++) {
			add_wanted(&wanted, entry->files[j].before);
			add_wanted(&wanted, entry->files[j].after);
		}
	}
	if (wanted.count)
		qsort(wanted.ids, wanted.count, sizeof *wanted.ids, by_bytes);
	blobs_sweep(session->blobs, is_wanted, &wanted);
	for (size_t i = 0; i < wanted.count; i++)
		free(wanted.ids[i]);
	free(wanted.ids);
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
	session->is_broken = false;
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

static void keep_line(void *context, const char *line, size_t length)
{
	struct session *session = context;
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

/* ---- opening ---- */

static void notice(struct diags *notices, const struct err *err)
{
	diags_add(notices, "", 0, "%s", err->text);
}

/* The session's state before anything was done. */
static void start_afresh(struct session *session)
{
	history_free(session->history);
	session->history = history_new();
	while (session->view_count)
		drop_view(session, &session->views[session->view_count - 1]);
}

/* 1 if the folder is ours now, 0 if another program has it, -1 if it can't be had. */
static int lock(struct session *session, const char *folder, struct err *err)
{
	char *path = file_join(folder, "lock"), *shown;

	session->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0600);
	if (session->lock >= 0 && flock(session->lock, LOCK_EX | LOCK_NB) == 0) {
		free(path);
		return 1;
	}
	shown = text_quote(path, strlen(path), PATH_CELLS);
	free(path);
	if (session->lock >= 0 && errno == EWOULDBLOCK) {
		free(shown);
		return 0;
	}
	err_set_errno(err, _("%s: can't be locked"), shown);
	free(shown);
	return -1;
}

static void unlock(struct session *session)
{
	if (session->lock >= 0)
		close(session->lock);
	session->lock = -1;
}

static void tell_state(const char *folder, enum journal_state state, const struct history *history,
	struct diags *notices)
{
	char *shown;

	if (state != JOURNAL_DAMAGED)
		return;
	shown = text_quote(folder, strlen(folder), PATH_CELLS);
	diags_add(notices, "", 0,
		_("the last session's journal is damaged; %zu entries are left, the whole is kept in %s/journal.damaged"),
		history_count(history), shown);
	free(shown);
}

/* Tries to use the session in a folder: 1 if it is ours now, else as lock. */
static int try_folder(struct session *session, const char *folder, struct diags *notices, struct err *err)
{
	char *path;
	enum journal_state state;
	const int locked = lock(session, folder, err);

	if (locked <= 0) {
		unlock(session);
		return locked;
	}
	path = file_join(folder, "journal");
	session->journal = journal_open(path, take_line, session, &state, err);
	free(path);
	if (!session->journal) {
		start_afresh(session);
		unlock(session);
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

struct candidate {
	char *folder;
	struct timespec time;
};

static int newest_first(const void *a, const void *b)
{
	const struct timespec x = ((const struct candidate *)a)->time, y = ((const struct candidate *)b)->time;

	if (x.tv_sec != y.tv_sec)
		return x.tv_sec < y.tv_sec ? 1 : -1;
	return x.tv_nsec < y.tv_nsec ? 1 : x.tv_nsec > y.tv_nsec ? -1 : 0;
}

/* Sessions that have a journal, newest first; `*count` of them, the caller's to free. */
static struct candidate *list_candidates(const char *sessions, size_t *count)
{
	struct file_names names;
	struct candidate *candidates = NULL;
	size_t cap = 0;

	*count = 0;
	if (file_list(sessions, "", &names, NULL) < 0)
		return NULL;
	for (size_t i = 0; i < names.count; i++) {
		char *folder = file_join(sessions, names.name[i]), *journal = file_join(folder, "journal");
		struct stat st;

		if (stat(journal, &st) == 0) {
			candidates = xgrow(candidates, *count, &cap, sizeof *candidates);
			candidates[(*count)++] = (struct candidate){ xstrdup(folder), st.st_mtim };
		}
		free(journal);
		free(folder);
	}
	file_names_release(&names);
	if (*count)
		qsort(candidates, *count, sizeof *candidates, newest_first);
	return candidates;
}

/* Goes on with the newest session that nobody uses. */
static bool resume(struct session *session, const char *sessions, struct diags *notices)
{
	size_t count;
	struct candidate *candidates = list_candidates(sessions, &count);

	for (size_t i = 0; i < count; i++) {
		struct err err;

		if (session->journal)
			break;
		if (try_folder(session, candidates[i].folder, notices, &err) < 0)
			notice(notices, &err);
	}
	for (size_t i = 0; i < count; i++)
		free(candidates[i].folder);
	free(candidates);
	session->was_resumed = session->journal != NULL;
	return session->was_resumed;
}

/* A folder in which no session could be begun. */
static void remove_empty(const char *folder)
{
	char *path = file_join(folder, "lock");

	unlink(path);
	rmdir(folder);
	free(path);
}

/* Begins a session in the first folder that is free: 1, 2, ... */
static int begin(struct session *session, const char *sessions, struct diags *notices, struct err *err)
{
	for (int i = 1; i <= NEW_TRIES; i++) {
		char *folder = xasprintf("%s/%d", sessions, i);
		const bool made = mkdir(folder, 0700) == 0;
		const int code = errno;
		const int got = made ? try_folder(session, folder, notices, err) : 0;

		if (got < 0)
			remove_empty(folder);
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

static int open_folder(struct session *session, const struct session_spec *spec, struct diags *notices, struct err *err)
{
	char *sessions = spec->folder ? xstrdup(spec->folder) : file_home(FILE_STATE, "sessions", err);
	int status = -1;

	if (sessions && file_make_folders(sessions, err) == 0)
		status = !spec->is_new && resume(session, sessions, notices) ? 0 : begin(session, sessions, notices, err);
	free(sessions);
	return status;
}

struct session *session_open(const struct session_spec *spec, struct diags *notices)
{
	struct session *session = xcalloc(1, sizeof *session);
	struct err err;

	session->folder = xstrdup("");
	session->lock = -1;
	session->history = history_new();
	session->may_write = xcalloc(spec->may_write_count + 1, sizeof *session->may_write);
	for (size_t i = 0; i < spec->may_write_count; i++)
		session->may_write[session->may_write_count++] = xstrdup(spec->may_write[i]);
	if (!spec->in_memory && open_folder(session, spec, notices, &err) < 0) {
		session->fault = err;
		session->is_broken = true;
		diags_add(notices, "", 0, _("this session can't be kept: %s"), err.text);
	}
	if (!session->blobs)
		session->blobs = blobs_open(NULL);
	history_watch(session->history, keep_line, session);
	if (session->journal)
		mind_size(session);
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
		sweep(session);
		journal_close(session->journal, NULL);
	}
	unlock(session);
	history_free(session->history);
	blobs_close(session->blobs);
	while (session->view_count)
		drop_view(session, &session->views[session->view_count - 1]);
	free(session->views);
	for (size_t i = 0; i < session->may_write_count; i++)
		free(session->may_write[i]);
	free(session->may_write);
	line_release(&session->line);
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

const char *session_folder(const struct session *session)
{
	return session->folder;
}

bool session_was_resumed(const struct session *session)
{
	return session->was_resumed;
}

/* ---- doing ---- */

static void flush(struct session *session)
{
	if (session->journal)
		journal_flush(session->journal);
}

void session_set_view(struct session *session, const char *key, const char *value)
{
	struct buf line = BUF_INIT;

	if (!put_view(session, key, value))
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
