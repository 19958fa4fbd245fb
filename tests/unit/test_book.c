/* SPDX-License-Identifier: MIT
 *
 * ui/book: rules are read beside whoever shows the old ones.  The rules' layer is played by this file: a reading goes
 * on until it is let go or cancelled, however long that takes, so that no clock is needed to see who waits for whom.
 */
#include "config.h"

#include "ui/book.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diags.h"
#include "base/file.h"
#include "model/model.h"
#include "rules/rules.h"

enum { HANGS_SECONDS = 600 };

/* ---- the rules, as the test has them ---- */

struct rules {
	struct model *model;
	char *path;
};

static struct {
	pthread_mutex_t lock;
	bool is_shut;
	int begun, cancelled;
} gate = { .lock = PTHREAD_MUTEX_INITIALIZER };

static bool is_shut(void)
{
	bool shut;

	pthread_mutex_lock(&gate.lock);
	shut = gate.is_shut;
	pthread_mutex_unlock(&gate.lock);
	return shut;
}

static void shut(bool how)
{
	pthread_mutex_lock(&gate.lock);
	gate.is_shut = how;
	pthread_mutex_unlock(&gate.lock);
}

static int count_of(const int *number)
{
	int count;

	pthread_mutex_lock(&gate.lock);
	count = *number;
	pthread_mutex_unlock(&gate.lock);
	return count;
}

static void count_one(int *number)
{
	pthread_mutex_lock(&gate.lock);
	++*number;
	pthread_mutex_unlock(&gate.lock);
}

/* What another program saves while the first reading is under way; NULL: nothing. */
static const char *meanwhile;

/* Rules are right unless they say "bad". */
struct rules *rules_load(const struct rules_spec *spec, struct diags *diags)
{
	struct rules *rules = xmalloc(sizeof(*rules));
	char *path = file_join(spec->rule_dirs[0], "a.lua"), *text = file_read(path, FILE_RULES_MAX, NULL, NULL);
	bool stopped = false;

	count_one(&gate.begun);
	if (meanwhile)
		assert_int_equal(file_write(path, meanwhile, strlen(meanwhile), NULL), 0);
	meanwhile = NULL;
	while (is_shut() && !stopped) {
		stopped = spec->cancel && atomic_load(spec->cancel);
		sched_yield();
	}
	if (stopped)
		count_one(&gate.cancelled);
	if (stopped || !strcmp(text, "bad")) {
		diags_add(diags, path, 1, "bad");
		free(text);
		free(path);
		free(rules);
		return NULL;
	}
	rules->model = model_new();
	model_set_fingerprint(rules->model, text, "");
	rules->path = path;
	free(text);
	return rules;
}

void rules_free(struct rules *rules)
{
	if (!rules)
		return;
	model_free(rules->model);
	free(rules->path);
	free(rules);
}

const struct model *rules_model(const struct rules *rules)
{
	return rules->model;
}

size_t rules_file_count(const struct rules *rules)
{
	(void)rules;
	return 1;
}

const char *rules_file(const struct rules *rules, size_t i)
{
	(void)i;
	return rules->path;
}

char *rules_source(const struct rules *rules, int variable)
{
	(void)rules;
	(void)variable;
	return xstrdup("");
}

char *rules_lines(const struct rules *rules, const struct place *place)
{
	(void)rules;
	(void)place;
	return xstrdup("");
}

/* ---- a folder and a book of it ---- */

struct shelf {
	char folder[64];
	char *path;
	struct book *book;
};

static void save(const struct shelf *shelf, const char *text)
{
	assert_int_equal(file_write(shelf->path, text, strlen(text), NULL), 0);
}

static struct shelf open_shelf(void)
{
	struct shelf shelf = { .folder = "test_book.XXXXXX" };
	const char *dirs[] = { shelf.folder };
	const struct book_spec spec = { .rule_dirs = dirs, .rule_dir_count = 1 };
	struct diags diags = DIAGS_INIT;

	assert_non_null(mkdtemp(shelf.folder));
	shelf.path = file_join(shelf.folder, "a.lua");
	save(&shelf, "first");
	gate.begun = gate.cancelled = 0;
	shut(false);
	shelf.book = book_open(&spec, &diags);
	assert_non_null(shelf.book);
	assert_int_equal(diags.count, 0);
	return shelf;
}

static void remove_shelf(struct shelf *shelf)
{
	unlink(shelf->path);
	rmdir(shelf->folder);
	free(shelf->path);
}

static const char *fingerprint(const struct shelf *shelf)
{
	return model_fingerprint(book_model(shelf->book));
}

/* Waits until a reading has ended that counts. */
static void await_news(const struct shelf *shelf)
{
	while (!book_poll(shelf->book))
		book_wait(shelf->book);
}

/* ---- tests ---- */

/* Were rules read in the thread that asks, nothing would come back from book_reload before the gate is open. */
static void goes_on_while_rules_are_read(void **state)
{
	struct shelf shelf = open_shelf();

	(void)state;
	shut(true);
	save(&shelf, "bad");
	book_reload(shelf.book);
	while (count_of(&gate.begun) < 2)
		sched_yield();
	for (int key = 0; key < 3; key++) {
		assert_false(book_poll(shelf.book));
		assert_string_equal(fingerprint(&shelf), "first");
		assert_null(book_take(shelf.book));
		assert_int_equal(book_mistakes(shelf.book)->count, 0);
	}
	shut(false);
	await_news(&shelf);
	assert_int_equal(book_mistakes(shelf.book)->count, 1);
	assert_string_equal(fingerprint(&shelf), "first");
	book_close(shelf.book);
	remove_shelf(&shelf);
}

/* Whether waiting for news of the files would end at once; where nobody tells of them it is for the clock to look. */
static bool is_told(const struct shelf *shelf)
{
	int fds[2];
	struct pollfd pollfd = { .events = POLLIN };

	book_fds(shelf->book, fds);
	pollfd.fd = fds[1];
	return fds[1] < 0 || poll(&pollfd, 1, 0) == 1;
}

/* The first reading has what stood there before: the save is not lost with it. */
static void what_is_saved_in_the_first_reading_is_read(void **state)
{
	struct shelf shelf;

	(void)state;
	meanwhile = "second";
	shelf = open_shelf();
	assert_string_equal(fingerprint(&shelf), "first");
	assert_true(is_told(&shelf));
	assert_false(book_poll(shelf.book));
	assert_true(book_wait(shelf.book));
	await_news(&shelf);
	book_drop(book_take(shelf.book));
	assert_string_equal(fingerprint(&shelf), "second");
	assert_false(book_poll(shelf.book));
	assert_false(book_wait(shelf.book));
	book_close(shelf.book);
	remove_shelf(&shelf);
}

static void takes_over_what_is_right(void **state)
{
	struct shelf shelf = open_shelf();
	struct book_old *old;

	(void)state;
	save(&shelf, "second");
	book_reload(shelf.book);
	await_news(&shelf);
	assert_string_equal(fingerprint(&shelf), "first");
	old = book_take(shelf.book);
	assert_non_null(old);
	assert_string_equal(fingerprint(&shelf), "second");
	assert_string_equal(model_fingerprint(rules_model(book_old_rules(old))), "first");
	book_drop(old);
	assert_false(book_wait(shelf.book));
	book_close(shelf.book);
	remove_shelf(&shelf);
}

/* The reading of the first save never ends by itself; that of the second is the only one that is heard of. */
static void a_later_save_wins(void **state)
{
	struct shelf shelf = open_shelf();

	(void)state;
	shut(true);
	save(&shelf, "bad");
	book_reload(shelf.book);
	save(&shelf, "the later one");
	while (count_of(&gate.cancelled) < 1)
		assert_false(book_poll(shelf.book));
	shut(false);
	await_news(&shelf);
	assert_int_equal(book_mistakes(shelf.book)->count, 0);
	book_drop(book_take(shelf.book));
	assert_string_equal(fingerprint(&shelf), "the later one");
	assert_false(book_poll(shelf.book));
	book_close(shelf.book);
	remove_shelf(&shelf);
}

/* What is being read when it is asked for again is read again. */
static void asked_twice_reads_twice(void **state)
{
	struct shelf shelf = open_shelf();

	(void)state;
	shut(true);
	book_reload(shelf.book);
	while (count_of(&gate.begun) < 2)
		sched_yield();
	book_reload(shelf.book);
	while (count_of(&gate.cancelled) < 1)
		sched_yield();
	shut(false);
	await_news(&shelf);
	assert_int_equal(count_of(&gate.begun), 3);
	book_close(shelf.book);
	remove_shelf(&shelf);
}

static void closing_waits_for_no_reading(void **state)
{
	struct shelf shelf = open_shelf();

	(void)state;
	shut(true);
	book_reload(shelf.book);
	book_close(shelf.book);
	assert_int_equal(count_of(&gate.cancelled), 1);
	remove_shelf(&shelf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(goes_on_while_rules_are_read),
		cmocka_unit_test(what_is_saved_in_the_first_reading_is_read),
		cmocka_unit_test(takes_over_what_is_right),
		cmocka_unit_test(a_later_save_wins),
		cmocka_unit_test(asked_twice_reads_twice),
		cmocka_unit_test(closing_waits_for_no_reading),
	};

	alarm(HANGS_SECONDS);   /* what waits for the wrong thing waits for ever */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
