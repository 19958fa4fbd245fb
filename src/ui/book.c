/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/book.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#ifdef HAVE_SYS_INOTIFY_H
#include <sys/inotify.h>
#endif

#include "base/alloc.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/file.h"
#include "base/fingerprint.h"
#include "base/lang.h"
#include "model/model.h"
#include "rules/rules.h"

enum {
	LOOK_SECONDS = 1,    /* how often files are looked at where nobody tells of changes */
	RESTARTS_MAX = 20,   /* readings in a row that give way to a newer one */
};

struct book_old {
	struct rules *rules;
};

struct book {
	char **rule_dirs, **data_dirs;
	size_t rule_dir_count, data_dir_count;
	char *own_rules;
	bool is_shipped;
	struct rules *rules;
	struct diags mistakes;
	struct fingerprint seen;      /* of the files when they were last read */
	time_t looked;
	bool told;                    /* that something may have happened to the files since */
	int restarts;                 /* readings in a row that were cancelled for a newer one */
	int inotify, fds[2];

	pthread_t thread;
	bool has_thread;              /* is there to be joined */
	bool is_reading;
	atomic_int cancel;
	pthread_mutex_t lock;
	pthread_cond_t end;
	bool has_read;                /* guarded by the lock, as what it brought */
	struct rules *ready;
	struct diags fresh;
	struct rules *next;           /* taken from the thread, not from book_take yet */
};

/* ---- reading ---- */

/* A folder of the user's need not be there yet. */
static struct rules *load(const struct book *book, bool with_own, const atomic_int *cancel, struct diags *diags)
{
	const char **rule_dirs = xcalloc(book->rule_dir_count, sizeof(*rule_dirs));
	const char **data_dirs = xcalloc(book->data_dir_count, sizeof(*data_dirs));
	struct rules_spec spec = { .rule_dirs = rule_dirs, .data_dirs = data_dirs, .cancel = cancel };
	struct rules *rules;

	for (size_t i = 0; i < book->rule_dir_count; i++)
		if (!book->own_rules || strcmp(book->rule_dirs[i], book->own_rules)
			|| (with_own && file_is_folder(book->own_rules)))
			rule_dirs[spec.rule_dir_count++] = book->rule_dirs[i];
	for (size_t i = 0; i < book->data_dir_count; i++)
		data_dirs[spec.data_dir_count++] = book->data_dirs[i];
	rules = rules_load(&spec, diags);
	free(rule_dirs);
	free(data_dirs);
	return rules;
}

static void add_stamp(struct fingerprint *seen, const char *path)
{
	struct stat s;

	if (stat(path, &s)) {
		fingerprint_add(seen, path, "", 0);
		return;
	}
	fingerprint_add(seen, path, &s.st_mtim, sizeof(s.st_mtim));
	fingerprint_add(seen, path, &s.st_size, sizeof(s.st_size));
	fingerprint_add(seen, path, &s.st_ino, sizeof(s.st_ino));
}

static void add_folder(struct fingerprint *seen, const char *folder, const char *suffix)
{
	struct file_names names;

	if (!file_is_folder(folder) || file_list(folder, suffix, &names, NULL))
		return;
	for (size_t i = 0; i < names.count; i++) {
		char *path = file_join(folder, names.name[i]);

		add_stamp(seen, path);
		free(path);
	}
	file_names_release(&names);
}

/* Which rule and data files there are, and how they look from outside. */
static struct fingerprint look(const struct book *book)
{
	struct fingerprint seen = FINGERPRINT_INIT;

	for (size_t i = 0; i < book->rule_dir_count; i++)
		add_folder(&seen, book->rule_dirs[i], ".lua");
	for (size_t i = 0; i < book->data_dir_count; i++)
		add_folder(&seen, book->data_dirs[i], "");
	return seen;
}

static void *read_beside(void *arg)
{
	struct book *book = arg;
	struct diags diags = DIAGS_INIT;
	struct rules *rules = load(book, true, &book->cancel, &diags);

	pthread_mutex_lock(&book->lock);
	book->ready = rules;
	book->fresh = diags;
	book->has_read = true;
	pthread_cond_signal(&book->end);
	pthread_mutex_unlock(&book->lock);
	if (write(book->fds[1], "", 1) < 0) {
		/* a full pipe is readable, which is all that is asked of it */
	}
	return NULL;
}

/* Where no thread can be had the reading is done here and now. */
static void start_reading(struct book *book, struct fingerprint seen)
{
	sigset_t all, old;

	book->seen = seen;
	book->told = false;
	book->is_reading = true;
	atomic_store(&book->cancel, 0);
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	book->has_thread = !pthread_create(&book->thread, NULL, read_beside, book);
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	if (!book->has_thread)
		read_beside(book);
}

static void end_reading(struct book *book)
{
	if (book->has_thread)
		pthread_join(book->thread, NULL);
	book->is_reading = book->has_read = book->has_thread = false;
}

/* ---- watching ---- */

#ifdef HAVE_SYS_INOTIFY_H
static void watch(struct book *book)
{
	const uint32_t what = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE;

	book->inotify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	for (size_t i = 0; book->inotify >= 0 && i < book->rule_dir_count; i++)
		inotify_add_watch(book->inotify, book->rule_dirs[i], what);
	for (size_t i = 0; book->inotify >= 0 && i < book->data_dir_count; i++)
		inotify_add_watch(book->inotify, book->data_dirs[i], what);
}

/* A folder that was made meanwhile is watched too. */
static void watch_own(struct book *book)
{
	if (book->inotify >= 0 && book->own_rules)
		inotify_add_watch(book->inotify, book->own_rules, IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE);
}
#else
static void watch(struct book *book)
{
	book->inotify = -1;
}

static void watch_own(struct book *book)
{
	(void)book;
}
#endif

static bool drain(int fd)
{
	char bytes[4096];
	bool any = false;

	while (fd >= 0 && read(fd, bytes, sizeof(bytes)) > 0)
		any = true;
	return any;
}

/* Whether it is time to look at the files: something may have happened to them. */
static bool is_time_to_look(struct book *book)
{
	const time_t now = time(NULL);

	if (!book->told && now < book->looked + LOOK_SECONDS && now >= book->looked)
		return false;
	book->looked = now;
	return true;
}

/* What is being read is out of date. Files that change without end are read to their end now and then. */
static void restart_reading(struct book *book)
{
	if (book->restarts >= RESTARTS_MAX || atomic_load(&book->cancel))
		return;
	book->restarts++;
	atomic_store(&book->cancel, 1);
}

static void look_again(struct book *book)
{
	struct fingerprint seen;

	if (!is_time_to_look(book))
		return;
	seen = look(book);
	if (seen.hash == book->seen.hash)
		book->told = false;
	else if (book->is_reading)
		restart_reading(book);
	else
		start_reading(book, seen);
}

/* A file that was only touched changes nothing. */
static bool same_content(const struct book *book)
{
	const struct model *now = rules_model(book->rules), *next = rules_model(book->next);

	return !strcmp(model_fingerprint(now), model_fingerprint(next))
	       && !strcmp(model_data_fingerprint(now), model_data_fingerprint(next));
}

static void drop_fresh(struct book *book)
{
	rules_free(book->ready);
	diags_release(&book->fresh);
	book->ready = NULL;
	memset(&book->fresh, 0, sizeof(book->fresh));
}

static void keep_fresh(struct book *book)
{
	rules_free(book->next);
	book->next = book->ready;
	book->ready = NULL;
	if (book->next && same_content(book)) {
		rules_free(book->next);
		book->next = NULL;
	}
	diags_release(&book->mistakes);
	book->mistakes = book->fresh;
	memset(&book->fresh, 0, sizeof(book->fresh));
}

/* True when a reading has ended that was not cancelled. */
static bool take_reading(struct book *book)
{
	bool done;

	pthread_mutex_lock(&book->lock);
	done = book->has_read;
	pthread_mutex_unlock(&book->lock);
	if (!done)
		return false;
	end_reading(book);
	if (atomic_load(&book->cancel)) {
		drop_fresh(book);
		book->seen = (struct fingerprint)FINGERPRINT_INIT;
		book->told = true;
		return false;
	}
	book->restarts = 0;
	keep_fresh(book);
	return true;
}

bool book_poll(struct book *book)
{
	bool news = false;

	book->told |= drain(book->inotify);
	drain(book->fds[0]);
	if (book->is_reading)
		news = take_reading(book);
	look_again(book);
	return news;
}

void book_reload(struct book *book)
{
	if (!book->is_reading) {
		start_reading(book, look(book));
		return;
	}
	book->seen.hash ^= 1;   /* whatever they are */
	book->told = true;
	restart_reading(book);
}

bool book_wait(struct book *book)
{
	if (!book->is_reading)
		return false;
	pthread_mutex_lock(&book->lock);
	while (!book->has_read)
		pthread_cond_wait(&book->end, &book->lock);
	pthread_mutex_unlock(&book->lock);
	return true;
}

void book_fds(const struct book *book, int fds[2])
{
	fds[0] = book->fds[0];
	fds[1] = book->inotify;
}

/* ---- opening ---- */

static char **copy_dirs(const char *const *dirs, size_t count)
{
	char **copy = xcalloc(count, sizeof(*copy));

	for (size_t i = 0; i < count; i++)
		copy[i] = xstrdup(dirs[i]);
	return copy;
}

static void free_dirs(char **dirs, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(dirs[i]);
	free(dirs);
}

/* Where the user's own files are wrong from the start the shipped rules run, and the mistakes are there to be
 * mended. */
static void open_rules(struct book *book, struct diags *diags)
{
	struct diags others = DIAGS_INIT;

	book->rules = load(book, true, NULL, diags);
	if (book->rules || !book->own_rules || !file_is_folder(book->own_rules))
		return;
	book->rules = load(book, false, NULL, &others);
	diags_release(&others);
	if (!book->rules)
		return;
	book->is_shipped = true;
	book->mistakes = *diags;
	*diags = (struct diags)DIAGS_INIT;
}

static struct book *new_book(const struct book_spec *spec)
{
	struct book *book = xcalloc(1, sizeof(*book));

	book->rule_dirs = copy_dirs(spec->rule_dirs, spec->rule_dir_count);
	book->rule_dir_count = spec->rule_dir_count;
	book->data_dirs = copy_dirs(spec->data_dirs, spec->data_dir_count);
	book->data_dir_count = spec->data_dir_count;
	book->own_rules = spec->own_rules ? xstrdup(spec->own_rules) : NULL;
	book->is_shipped = spec->is_safe;
	pthread_mutex_init(&book->lock, NULL);
	pthread_cond_init(&book->end, NULL);
	book->inotify = book->fds[0] = book->fds[1] = -1;
	return book;
}

static int open_pipe(struct book *book)
{
	if (pipe(book->fds))
		return -1;
	for (int i = 0; i < 2; i++) {
		fcntl(book->fds[i], F_SETFL, O_NONBLOCK);
		fcntl(book->fds[i], F_SETFD, FD_CLOEXEC);
	}
	return 0;
}

/* Watched and looked at before they are read, files that are saved meanwhile are read again. */
struct book *book_open(const struct book_spec *spec, struct diags *diags)
{
	struct book *book = new_book(spec);

	watch(book);
	book->seen = look(book);
	open_rules(book, diags);
	if (book->rules && !open_pipe(book))
		return book;
	book_close(book);
	return NULL;
}

void book_close(struct book *book)
{
	if (!book)
		return;
	atomic_store(&book->cancel, 1);
	end_reading(book);
	drop_fresh(book);
	rules_free(book->next);
	rules_free(book->rules);
	diags_release(&book->mistakes);
	free_dirs(book->rule_dirs, book->rule_dir_count);
	free_dirs(book->data_dirs, book->data_dir_count);
	free(book->own_rules);
	if (book->inotify >= 0)
		close(book->inotify);
	for (int i = 0; i < 2; i++)
		if (book->fds[i] >= 0)
			close(book->fds[i]);
	pthread_mutex_destroy(&book->lock);
	pthread_cond_destroy(&book->end);
	free(book);
}

/* ---- the rules ---- */

const struct rules *book_rules(const struct book *book)
{
	return book->rules;
}

const struct model *book_model(const struct book *book)
{
	return rules_model(book->rules);
}

char *book_source(const struct book *book, int variable)
{
	return rules_source(book->rules, variable);
}

char *book_lines(const struct book *book, const struct place *place)
{
	return rules_lines(book->rules, place);
}

/* The later folder's file is the one that counts, and is the one that is listed. */
const char *book_path(const struct book *book, const char *name)
{
	const char *slash = strrchr(name, '/'), *base = slash ? slash + 1 : name;
	const size_t length = strlen(base);

	for (size_t i = rules_file_count(book->rules); i-- > 0;) {
		const char *path = rules_file(book->rules, i);
		const size_t all = strlen(path);

		if (all > length && path[all - length - 1] == '/' && !strcmp(path + all - length, base))
			return path;
	}
	return NULL;
}

struct book_old *book_take(struct book *book)
{
	struct book_old *old;

	if (!book->next)
		return NULL;
	old = xcalloc(1, sizeof(*old));
	old->rules = book->rules;
	book->rules = book->next;
	book->next = NULL;
	/* What is read later is read with the user's own. */
	book->is_shipped = book->is_shipped && !book->own_rules;
	return old;
}

const struct rules *book_old_rules(const struct book_old *old)
{
	return old->rules;
}

void book_drop(struct book_old *old)
{
	if (!old)
		return;
	rules_free(old->rules);
	free(old);
}

const struct diags *book_mistakes(const struct book *book)
{
	return &book->mistakes;
}

/* ---- editing ---- */

bool book_is_shipped(const struct book *book)
{
	return book->is_shipped;
}

const char *book_own_rules(const struct book *book)
{
	return book->own_rules;
}

static bool is_in(const char *path, const char *folder)
{
	const size_t length = strlen(folder);

	return !strncmp(path, folder, length) && path[length] == '/';
}

char *book_own_copy(struct book *book, const char *path, struct err *err)
{
	char *copy, *base, *text;
	size_t length;

	/* The first folder is the shipped one; a file of any other is the user's already. */
	if (!book->own_rules || !is_in(path, book->rule_dirs[0]))
		return xstrdup(path);
	base = file_base(path);
	copy = file_join(book->own_rules, base);
	free(base);
	if (file_exists(copy))
		return copy;
	text = file_read(path, FILE_RULES_MAX, &length, err);
	if (!text || file_make_folders(book->own_rules, err) || file_write(copy, text, length, err)) {
		free(text);
		free(copy);
		return NULL;
	}
	free(text);
	watch_own(book);
	return copy;
}

static bool same_bytes(const char *path, const char *other)
{
	size_t length, other_length;
	char *bytes = file_read(path, FILE_RULES_MAX, &length, NULL);
	char *other_bytes = bytes ? file_read(other, FILE_RULES_MAX, &other_length, NULL) : NULL;
	const bool same = other_bytes && length == other_length && !memcmp(bytes, other_bytes, length);

	free(bytes);
	free(other_bytes);
	return same;
}

bool book_is_plain_copy(const struct book *book, const char *path)
{
	char *base, *shipped;
	bool same;

	if (!book->own_rules || !strcmp(book->own_rules, book->rule_dirs[0]) || !is_in(path, book->own_rules))
		return false;
	base = file_base(path);
	shipped = file_join(book->rule_dirs[0], base);
	same = file_exists(shipped) && same_bytes(path, shipped);
	free(shipped);
	free(base);
	return same;
}

bool book_drop_plain_copy(const struct book *book, const char *path)
{
	return book_is_plain_copy(book, path) && !unlink(path);
}
