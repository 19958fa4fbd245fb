/* SPDX-License-Identifier: MIT
 *
 * scenario/session: what survives cuts at every byte, full disks, kills, several programs at once; and undo of changes to
 * files.  All files are made below a temporary folder of the test.
 */
#include "config.h"

#include "scenario/session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "below.h"
#include "scenario/history.h"
#include "scenario/journal.h"
#include "scenario/session_others.h"
#include "scenario/settings.h"

static struct session *open_spec(const struct session_spec *spec, size_t expected_notices)
{
	struct diags notices[LANG_COUNT] = { DIAGS_INIT, DIAGS_INIT };
	struct session *session = session_open(spec, notices);

	for (int lang = 0; lang < LANG_COUNT; lang++) {
		if (notices[lang].count != expected_notices)
			for (size_t i = 0; i < notices[lang].count; i++)
				print_message("%s\n", notices[lang].items[i].text);
		assert_int_equal(notices[lang].count, expected_notices);
		diags_release(&notices[lang]);
	}
	return session;
}

static struct session *open_session(size_t expected_notices)
{
	char *folder = below("sessions"), *rules = below("rules");
	const char *const may_write[] = { rules };
	struct session *session = open_spec(
		&(struct session_spec){ .folder = folder, .may_write = may_write, .may_write_count = 1 }, expected_notices);

	free(folder);
	free(rules);
	return session;
}

static bool set(struct session *session, const char *id, double value, const char *gesture)
{
	struct settings *settings = settings_copy(history_settings(session_history(session)));
	const struct session_deed deed = { .text = "set", .settings = settings };
	bool done;

	settings_set(settings, id, value);
	done = session_do(session, &deed, gesture);
	settings_free(settings);
	return done;
}

static double get(const struct session *session, const char *id)
{
	double value = -1;

	settings_get(history_settings(session_history(session)), id, &value);
	return value;
}

static size_t count(const struct session *session)
{
	return history_count(session_history(session));
}

static size_t at(const struct session *session)
{
	return history_at(session_history(session));
}

static void test_everything_comes_back(void **state)
{
	(void)state;
	struct session *s = open_session(0);
	const struct session_deed opened = { .text = "open", .scenario = "mine" };

	assert_false(session_was_resumed(s));
	set(s, "a", 1, NULL);
	for (int i = 2; i < 20; i++)
		set(s, "a", i, "hold");
	session_end_gesture(s);
	session_do(s, &opened, NULL);
	session_set_saved(s, "mine", history_settings(session_history(s)));
	set(s, "b", 5, NULL);
	set(s, "b", 6, NULL);
	assert_int_equal(session_undo(s, false, NULL), 0);
	session_set_view(s, "year", "2040");
	session_set_view(s, "language", "ko");
	session_set_view(s, "year", "2041");
	session_set_view(s, "panel", "levers");
	session_set_view(s, "panel", NULL);
	assert_null(session_fault(s));
	session_close(s);

	s = open_session(0);
	assert_true(session_was_resumed(s));
	assert_int_equal(count(s), 5);
	assert_int_equal(at(s), 4);
	assert_true(get(s, "a") == 19 && get(s, "b") == 5);
	assert_string_equal(history_scenario(session_history(s)), "mine");
	assert_true(history_is_changed(session_history(s)));
	assert_string_equal(session_view(s, "year"), "2041");
	assert_string_equal(session_view(s, "language"), "ko");
	assert_null(session_view(s, "panel"));
	assert_int_equal(session_redo(s, false, NULL), 0);
	assert_true(get(s, "b") == 6);
	assert_int_equal(session_redo(s, false, NULL), -1);
	assert_int_equal(session_undo(s, false, NULL), 0);
	assert_int_equal(session_undo(s, false, NULL), 0);
	assert_false(history_is_changed(session_history(s)));
	for (int i = 0; i < 3; i++)
		assert_int_equal(session_undo(s, false, NULL), 0);
	assert_int_equal(session_undo(s, false, NULL), -1);
	assert_int_equal(settings_count(history_settings(session_history(s))), 0);
	session_close(s);
	session_close(NULL);
}

/* After a restart a gesture does not go on. */
static void test_gestures_end_with_the_program(void **state)
{
	(void)state;
	struct session *s = open_session(0);

	set(s, "a", 1, "hold");
	set(s, "a", 2, "hold");
	session_close(s);
	s = open_session(0);
	set(s, "a", 3, "hold");
	assert_int_equal(count(s), 2);
	session_close(s);
}

/* The journal of a session is cut at every byte: the session opens without a complaint and is one that there was. */
static void test_session_cut_at_every_byte(void **state)
{
	(void)state;
	struct session *s = open_session(0);
	size_t length, most = 0;
	char *bytes;

	set(s, "a", 1, NULL);
	set(s, "a", 2, "hold");
	set(s, "a", 3, "hold");
	session_set_view(s, "year", "2040");
	session_undo(s, false, NULL);
	set(s, "b", 4, NULL);
	session_close(s);
	bytes = read_below("sessions/1/journal", &length);
	for (size_t cut = 0; cut <= length; cut++) {
		write_below("sessions/1/journal", bytes, cut);
		s = open_session(0);
		assert_true(session_was_resumed(s));
		assert_true(count(s) <= 2 && count(s) + 1 >= most);
		most = count(s) > most ? count(s) : most;
		assert_true(get(s, "a") == -1 || (get(s, "a") >= 1 && get(s, "a") <= 3));
		set(s, "c", 7, NULL);
		session_close(s);
		s = open_session(0);
		assert_true(get(s, "c") == 7);
		session_close(s);
	}
	assert_int_equal(most, 2);
	free(bytes);
}

/* A session of three steps whose journal is damaged behind the first. */
static void damage(void)
{
	struct session *s = open_session(0);
	size_t length;
	char *bytes;

	for (int value = 1; value <= 3; value++)
		set(s, "a", value, NULL);
	session_close(s);
	bytes = read_below("sessions/1/journal", &length);
	*strstr(bytes, "\t1\t2") = 'x';
	write_below("sessions/1/journal", bytes, length);
	free(bytes);
}

static void test_damaged_session(void **state)
{
	(void)state;
	struct session *s;
	char *bytes;

	damage();
	s = open_session(1);
	assert_true(get(s, "a") == 1);
	session_close(s);
	bytes = read_below("sessions/1/journal.damaged", NULL);
	assert_non_null(strstr(bytes, "x1\t2"));
	free(bytes);
	s = open_session(0);
	assert_true(get(s, "a") == 1);
	session_close(s);
}

/* The user may go over to the other language later. */
static void test_notices_in_each_language(void **state)
{
	(void)state;
	char *folder = below("sessions");
	struct diags notices[LANG_COUNT] = { DIAGS_INIT, DIAGS_INIT };
	enum lang lang;

	damage();
	lang_init("ko", "locale", &lang);
	session_close(session_open(&(struct session_spec){ .folder = folder }, notices));
	lang_switch(LANG_EN);
	assert_int_equal(notices[LANG_EN].count, 1);
	assert_non_null(strstr(notices[LANG_EN].items[0].text, "is damaged"));
	assert_int_equal(notices[LANG_KO].count, 1);
	assert_non_null(strstr(notices[LANG_KO].items[0].text, "손상"));
	for (int i = 0; i < LANG_COUNT; i++)
		diags_release(&notices[i]);
	free(folder);
}

static void test_session_of_another_version(void **state)
{
	(void)state;
	char *folder = below("sessions/1");
	struct session *s;

	assert_int_equal(file_make_folders(folder, NULL), 0);
	write_below("sessions/1/journal", "publicstake journal 99\nwhatever", 31);
	s = open_session(1);
	assert_false(session_was_resumed(s));
	assert_null(session_fault(s));
	set(s, "a", 1, NULL);
	session_close(s);
	check_file("sessions/1/journal", "publicstake journal 99\nwhatever");
	s = open_session(0);
	assert_true(session_was_resumed(s));
	assert_true(get(s, "a") == 1);
	session_close(s);
	free(folder);
}

/* Two at once have a session each. */
static void test_two_at_once(void **state)
{
	(void)state;
	struct session *a = open_session(0), *b = open_session(0);

	assert_string_not_equal(session_folder(a), session_folder(b));
	assert_false(session_was_resumed(b));
	set(a, "by_a", 1, NULL);
	set(b, "by_b", 1, NULL);
	assert_true(get(a, "by_b") == -1);
	session_close(a);
	set(b, "by_b", 2, NULL);
	a = open_session(0);
	assert_true(get(a, "by_a") == 1);
	session_close(b);
	session_close(a);
}

static void set_age(const char *path, int seconds)
{
	char *full = below(path);
	const struct timespec t = { .tv_sec = 1700000000 - seconds };
	const struct timespec times[2] = { t, t };

	assert_int_equal(utimensat(AT_FDCWD, full, times, 0), 0);
	free(full);
}

/* Of two that nobody uses the one used last goes on. */
static void test_newest_goes_on(void **state)
{
	(void)state;
	struct session *a = open_session(0), *b = open_session(0);

	set(a, "by_a", 1, NULL);
	set(b, "by_b", 1, NULL);
	session_close(a);
	session_close(b);
	set_age("sessions/1/journal", 10);
	set_age("sessions/1/lock", 10);
	set_age("sessions/2/journal", 20);
	set_age("sessions/2/lock", 20);
	a = open_session(0);
	assert_true(get(a, "by_a") == 1);
	session_close(a);
	set_age("sessions/1/journal", 30);
	set_age("sessions/1/lock", 30);
	a = open_session(0);
	assert_true(get(a, "by_b") == 1);
	b = open_session(0);
	assert_true(get(b, "by_a") == 1);
	session_close(a);
	session_close(b);
}

static void test_new_session(void **state)
{
	(void)state;
	char *folder = below("sessions");
	struct session *s = open_session(0);

	set(s, "a", 1, NULL);
	session_close(s);
	s = open_spec(&(struct session_spec){ .folder = folder, .is_new = true }, 0);
	assert_false(session_was_resumed(s));
	assert_true(get(s, "a") == -1);
	session_close(s);
	free(folder);
}

static void test_in_memory(void **state)
{
	(void)state;
	char *folder = below("sessions");
	struct session *s = open_spec(&(struct session_spec){ .folder = folder, .in_memory = true }, 0);

	set(s, "a", 1, NULL);
	session_set_view(s, "year", "2030");
	assert_int_equal(session_undo(s, false, NULL), 0);
	assert_null(session_fault(s));
	assert_string_equal(session_folder(s), "");
	session_close(s);
	assert_false(file_exists(folder));
	free(folder);
}

/* Where nothing can be kept the session works, and says so. */
static void test_no_folder(void **state)
{
	(void)state;
	struct session *s;

	write_below("sessions", "a file", 6);
	s = open_session(1);
	assert_non_null(session_fault(s));
	session_set_view(s, "year", "2030");
	assert_int_equal(session_unkept(s), 0);
	assert_true(set(s, "a", 1, NULL));
	assert_int_equal(session_unkept(s), 1);
	assert_int_equal(session_undo(s, false, NULL), 0);
	assert_int_equal(session_unkept(s), 2);
	session_close(s);
}

/* On a full disk the session goes on in memory; once there is room, all of it is on the disk. */
static void test_full_disk_session(void **state)
{
	(void)state;
	struct session *s = open_session(0);
	struct rlimit old, small;

	for (int i = 0; i < 10; i++)
		set(s, "a", i, NULL);
	getrlimit(RLIMIT_FSIZE, &old);
	small = (struct rlimit){ .rlim_cur = 100, .rlim_max = old.rlim_max };
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	session_set_view(s, "year", "2030");
	assert_non_null(session_fault(s));
	assert_int_equal(session_unkept(s), 0);
	for (int i = 0; i < 5; i++)
		set(s, "b", i, NULL);
	assert_non_null(session_fault(s));
	assert_int_not_equal(session_unkept(s), 0);
	setrlimit(RLIMIT_FSIZE, &old);
	assert_int_equal(session_unkept(s), 0);
	assert_null(session_fault(s));
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	set(s, "b", 4.5, NULL);
	set(s, "b", 4, NULL);
	assert_non_null(session_fault(s));
	setrlimit(RLIMIT_FSIZE, &old);
	signal(SIGXFSZ, SIG_DFL);
	assert_int_equal(count(s), 17);
	nanosleep(&(struct timespec){ .tv_sec = 2, .tv_nsec = 100000000 }, NULL);
	set(s, "c", 1, NULL);
	assert_null(session_fault(s));
	session_close(s);
	s = open_session(0);
	assert_int_equal(count(s), 18);
	assert_true(get(s, "a") == 9 && get(s, "b") == 4 && get(s, "c") == 1);
	session_close(s);
}

/* An hour of holding sliders does not leave an hour's worth of lines. */
static void test_long_use(void **state)
{
	(void)state;
	struct session *s = open_session(0);
	size_t length;
	char *bytes;

	for (int i = 0; i < 30000; i++) {
		set(s, "foundry_public_share", i, "hold");
		session_set_view(s, "year", i % 2 ? "2030" : "2031");
		if (i % 1000 == 999)
			session_end_gesture(s);
	}
	assert_int_equal(count(s), 30);
	session_close(s);
	bytes = read_below("sessions/1/journal", &length);
	assert_true(length < 10000);
	free(bytes);
	s = open_session(0);
	assert_int_equal(count(s), 30);
	assert_true(get(s, "foundry_public_share") == 29999);
	assert_string_equal(session_view(s, "year"), "2030");
	session_close(s);
}

static void test_view_limits(void **state)
{
	(void)state;
	struct session *s = open_session(0);
	struct buf large = BUF_INIT;
	char key[32];

	buf_add_repeat(&large, 'x', SESSION_VIEW_MAX + 1);
	session_set_view(s, "large", buf_text(&large));
	assert_null(session_view(s, "large"));
	session_set_view(s, "tabs", "a\tb\nc\\");
	for (int i = 0; i < SESSION_VIEWS_MAX + 5; i++) {
		snprintf(key, sizeof key, "k%d", i);
		session_set_view(s, key, "v");
	}
	assert_null(session_view(s, key));
	session_close(s);
	s = open_session(0);
	assert_string_equal(session_view(s, "tabs"), "a\tb\nc\\");
	assert_string_equal(session_view(s, "k0"), "v");
	session_close(s);
	buf_release(&large);
}

/* ---- files ---- */

/* Writes a file as the program's other parts do, and tells the session. */
static void change_file(struct session *session, const char *name, const char *before, const char *after)
{
	char *path = below(name), *folder = file_folder(path);
	const struct session_file file = {
		.path = path, .before = before, .before_length = before ? strlen(before) : 0,
		.after = after, .after_length = after ? strlen(after) : 0,
	};
	const struct session_deed deed = { .text = "edit", .files = &file, .file_count = 1 };

	assert_int_equal(file_make_folders(folder, NULL), 0);
	if (after)
		assert_int_equal(file_write(path, after, strlen(after), NULL), 0);
	else
		assert_int_equal(unlink(path), 0);
	assert_true(session_do(session, &deed, NULL));
	free(folder);
	free(path);
}

static void test_undo_of_files(void **state)
{
	(void)state;
	struct session *s = open_session(0);
	struct err err;

	change_file(s, "rules/gpu.lua", NULL, "first");
	change_file(s, "rules/gpu.lua", "first", "second");
	set(s, "a", 1, NULL);
	change_file(s, "rules/gpu.lua", "second", NULL);
	session_close(s);
	s = open_session(0);
	assert_int_equal(session_undo(s, false, &err), 0);
	check_file("rules/gpu.lua", "second");
	assert_int_equal(session_undo(s, false, &err), 0);
	check_file("rules/gpu.lua", "second");
	assert_int_equal(session_undo(s, false, &err), 0);
	check_file("rules/gpu.lua", "first");
	assert_int_equal(session_undo(s, false, &err), 0);
	check_file("rules/gpu.lua", NULL);
	for (int i = 0; i < 2; i++)
		assert_int_equal(session_redo(s, false, &err), 0);
	check_file("rules/gpu.lua", "second");
	session_close(s);
}

static void test_files_changed_since(void **state)
{
	(void)state;
	struct session *s = open_session(0);
	struct err err = { "" };

	change_file(s, "rules/gpu.lua", NULL, "ours");
	write_below("rules/gpu.lua", "theirs", 6);
	assert_int_equal(session_undo(s, false, &err), -1);
	assert_true(strstr(err.text, "gpu.lua: was changed since") == err.text);
	check_file("rules/gpu.lua", "theirs");
	assert_int_equal(at(s), 1);
	assert_int_equal(session_undo(s, true, &err), 0);
	check_file("rules/gpu.lua", NULL);
	write_below("rules/gpu.lua", "theirs", 6);
	assert_int_equal(session_redo(s, false, &err), -1);
	/* What is there already as it is to be is no obstacle: so a crash in the middle of an undo is none. */
	write_below("rules/gpu.lua", "ours", 4);
	assert_int_equal(session_redo(s, false, &err), 0);
	session_close(s);
}

/* A journal that somebody prepared can't make undo write just anywhere. */
static void test_files_elsewhere(void **state)
{
	(void)state;
	static const char *const no_rules[] = { "rules/other.sh", "rules/.hidden.lua", "rules/lua", "rules/folder/other.lua" };
	struct session *s = open_session(0);
	struct err err = { "" };

	change_file(s, "other/file", NULL, "x");
	assert_int_equal(session_undo(s, true, &err), -1);
	assert_non_null(strstr(err.text, "is not among the files that may be changed back"));
	check_file("other/file", "x");
	change_file(s, "rules/../other/file", "x", "y");
	assert_int_equal(session_undo(s, true, &err), -1);
	change_file(s, "rulesx/file", NULL, "z");
	assert_int_equal(session_undo(s, true, &err), -1);
	check_file("other/file", "y");
	for (size_t i = 0; i < ARRAY_LEN(no_rules); i++) {
		change_file(s, no_rules[i], NULL, "x");
		assert_int_equal(session_undo(s, true, &err), -1);
		check_file(no_rules[i], "x");
	}
	session_close(s);
}

/* All files of an entry or none. */
static void test_files_together(void **state)
{
	(void)state;
	struct session *s = open_session(0);
	char *one = below("rules/one.lua"), *two = below("rules/two.lua"), *folder = below("rules");
	const struct session_file files[] = {
		{ .path = one, .before = "1", .before_length = 1, .after = "one", .after_length = 3 },
		{ .path = two, .before = "2", .before_length = 1, .after = "two", .after_length = 3 },
	};
	const struct session_deed deed = { .text = "both", .files = files, .file_count = 2 };
	struct err err;

	file_make_folders(folder, NULL);
	write_below("rules/one.lua", "one", 3);
	write_below("rules/two.lua", "changed", 7);
	session_do(s, &deed, NULL);
	assert_int_equal(session_undo(s, false, &err), -1);
	check_file("rules/one.lua", "one");
	write_below("rules/two.lua", "two", 3);
	assert_int_equal(session_undo(s, false, &err), 0);
	check_file("rules/one.lua", "1");
	check_file("rules/two.lua", "2");
	session_close(s);
	free(one);
	free(two);
	free(folder);
}

/* Contents that only a forgotten redo named are thrown away, the others stay. */
static void test_contents_are_swept(void **state)
{
	(void)state;
	struct session *s = open_session(0);
	char *folder = below("sessions/1/blobs");
	struct file_names names;
	struct err err;

	change_file(s, "rules/a.lua", NULL, "first");
	change_file(s, "rules/a.lua", "first", "second");
	assert_int_equal(session_undo(s, false, &err), 0);
	set(s, "a", 1, NULL);
	session_close(s);
	assert_int_equal(file_list(folder, "", &names, NULL), 0);
	assert_int_equal(names.count, 1);
	file_names_release(&names);
	s = open_session(0);
	assert_int_equal(session_undo(s, false, &err), 0);
	assert_int_equal(session_undo(s, false, &err), 0);
	check_file("rules/a.lua", NULL);
	assert_int_equal(session_redo(s, false, &err), 0);
	check_file("rules/a.lua", "first");
	session_close(s);
	free(folder);
}

/* A content that is gone: said, and with force passed over. */
static void test_content_is_gone(void **state)
{
	(void)state;
	struct session *s = open_session(0);
	char *blobs = below("sessions/1/blobs");
	struct err err = { "" };

	change_file(s, "rules/a.lua", "before", "after");
	session_close(s);
	remove_all(blobs);
	s = open_session(0);
	assert_int_equal(session_undo(s, false, &err), -1);
	assert_non_null(strstr(err.text, "can't be taken back"));
	assert_int_equal(session_undo(s, true, &err), 0);
	check_file("rules/a.lua", "after");
	assert_int_equal(at(s), 0);
	session_close(s);
	free(blobs);
}

/* ---- kills ---- */

/* What the child does until it is killed: it tells the number of each move, once it is done, through the pipe. */
static void move_until_killed(int report)
{
	struct session *s = open_session(0);
	const int first = get(s, "move") < 0 ? 1 : (int)get(s, "move") + 1;

	for (int i = first;; i++) {
		set(s, "move", i, NULL);
		if (i % 7 == 0) {
			session_undo(s, false, NULL);
			session_redo(s, false, NULL);
		}
		if (i % 50 == 0)
			session_set_view(s, "year", i % 100 ? "2030" : "2031");
		if (write(report, &i, sizeof i) != sizeof i)
			_exit(1);
	}
}

static int last_reported(int report)
{
	int last = 0, i;

	while (read(report, &i, sizeof i) == sizeof i)
		last = i;
	return last;
}

/* Keeps reading so that the child is not held up, for some milliseconds. */
static int read_for(int report, int ms)
{
	struct timespec start, t;
	int last = 0, i;

	fcntl(report, F_SETFL, O_NONBLOCK);
	clock_gettime(CLOCK_MONOTONIC, &start);
	do {
		while (read(report, &i, sizeof i) == sizeof i)
			last = i;
		clock_gettime(CLOCK_MONOTONIC, &t);
	} while ((t.tv_sec - start.tv_sec) * 1000 + (t.tv_nsec - start.tv_nsec) / 1000000 < ms);
	return last;
}

/* A program is killed again and again while it works: the session opens without loss, at the last move that was told,
 * or one that was done but not told any more. */
static void test_kills(void **state)
{
	(void)state;
	enum { KILLS = 40 };
	int done = 0;

	for (int i = 0; i < KILLS; i++) {
		int ends[2], last, rest;
		pid_t child;
		struct session *s;

		assert_int_equal(pipe(ends), 0);
		child = fork();
		assert_true(child >= 0);
		if (child == 0) {
			close(ends[0]);
			move_until_killed(ends[1]);
		}
		close(ends[1]);
		last = read_for(ends[0], 5 + i * 7 % 30);
		assert_int_equal(kill(child, SIGKILL), 0);
		assert_int_equal(waitpid(child, NULL, 0), child);
		fcntl(ends[0], F_SETFL, 0);
		rest = last_reported(ends[0]);
		last = rest ? rest : last ? last : done;
		close(ends[0]);
		s = open_session(0);
		if (last > 0)
			assert_true(session_was_resumed(s));
		done = get(s, "move") < 0 ? 0 : (int)get(s, "move");
		if (done != last && done != last + 1)
			fail_msg("kill %d: %d moves told, %d found", i, last, done);
		session_close(s);
	}
	assert_true(done > 0);
}

/* One of several programs that run at once: works, says that it is ready, and dies when told to. */
static void be_a_program(int number, int moves, int ready, int go)
{
	struct session *s = open_session(0);
	char byte = 'r';

	for (int i = 1; i <= moves; i++)
		set(s, "move", i, NULL);
	set(s, "program", number, NULL);
	if (write(ready, &byte, 1) == 1 && read(go, &byte, 1) == 0)
		_exit(0);
	_exit(1);
}

/* Several programs start at once and work: each has a session of its own, and none loses a move. */
static void test_many_start_at_once(void **state)
{
	(void)state;
	enum { PROGRAMS = 6, MOVES = 50 };
	struct session *sessions[PROGRAMS];
	pid_t programs[PROGRAMS];
	int ready[2], go[2], found = 0;
	char byte;

	assert_int_equal(pipe(ready), 0);
	assert_int_equal(pipe(go), 0);
	for (int i = 0; i < PROGRAMS; i++) {
		programs[i] = fork();
		assert_true(programs[i] >= 0);
		if (programs[i] == 0) {
			close(go[1]);
			be_a_program(i, MOVES, ready[1], go[0]);
		}
	}
	for (int i = 0; i < PROGRAMS; i++)
		assert_int_equal(read(ready[0], &byte, 1), 1);
	close(go[1]);
	for (int i = 0; i < PROGRAMS; i++)
		assert_int_equal(waitpid(programs[i], NULL, 0), programs[i]);
	for (int i = 0; i < PROGRAMS; i++) {
		sessions[i] = open_session(0);
		assert_true(session_was_resumed(sessions[i]));
		assert_true(get(sessions[i], "move") == MOVES);
		assert_int_equal(count(sessions[i]), MOVES + 1);
		found |= 1 << (int)get(sessions[i], "program");
	}
	assert_int_equal(found, (1 << PROGRAMS) - 1);
	for (int i = 0; i < PROGRAMS; i++)
		session_close(sessions[i]);
	close(ready[0]);
	close(ready[1]);
	close(go[0]);
}

/* ---- several sessions ---- */

static const struct session_other *other(struct session *session, size_t i)
{
	const struct session_others *others = session_others(session);

	assert_true(i < others->count);
	return &others->items[i];
}

/* A program that does something and is killed. */
static void be_killed(const char *id, double value)
{
	const pid_t program = fork();

	assert_true(program >= 0);
	if (program == 0) {
		struct session *s = open_session(0);

		set(s, id, value, NULL);
		raise(SIGKILL);
	}
	waitpid(program, NULL, 0);
}

/* What ended last goes on, whichever wrote last; the other is listed, and can be gone on with. */
static void test_each_can_be_gone_on_with(void **state)
{
	(void)state;
	struct session *a = open_session(0), *b = open_session(0);
	struct err err;

	assert_int_equal(session_start(a)->open, 0);
	assert_int_equal(session_start(b)->open, 1);
	set(a, "by_a", 1, NULL);
	set(a, "by_a", 2, NULL);
	set(b, "by_b", 1, NULL);
	session_set_view(b, "year", "2040");
	session_close(b);
	set_age("sessions/2/journal", 10);
	set_age("sessions/2/lock", 10);
	set_age("sessions/1/journal", 100);
	set_age("sessions/1/lock", 100);
	session_close(a);

	a = open_session(0);
	assert_true(get(a, "by_a") == 2);
	assert_int_equal(session_start(a)->cut, 0);
	assert_int_equal(session_others(a)->count, 1);
	assert_string_equal(other(a, 0)->number, "2");
	assert_int_equal(other(a, 0)->use, SESSION_ENDED);
	assert_int_equal(other(a, 0)->steps, 1);
	assert_int_equal(other(a, 0)->set, 1);
	assert_int_equal(session_go(a, "2", NULL, &err), 0);
	assert_true(get(a, "by_b") == 1);
	assert_string_equal(session_view(a, "year"), "2040");
	set(a, "by_b", 3, NULL);
	session_close(a);

	a = open_session(0);
	assert_true(get(a, "by_b") == 3);
	assert_int_equal(session_undo(a, false, NULL), 0);
	assert_int_equal(session_go(a, "1", NULL, &err), 0);
	assert_true(get(a, "by_a") == 2);
	assert_null(session_view(a, "year"));
	session_close(a);
}

/* The session in folder 1 again, in the folder of that number. */
static void make_another(int number)
{
	size_t length;
	char *name = xasprintf("sessions/%d", number), *folder = below(name), *journal = xasprintf("%s/journal", name);
	char *bytes = read_below("sessions/1/journal", &length);

	assert_int_equal(file_make_folders(folder, NULL), 0);
	write_below(journal, bytes, length);
	free(bytes);
	free(journal);
	free(folder);
	free(name);
}

/* However many there are; those in which nothing was done are left out, and so is one's own. */
static void test_all_are_listed(void **state)
{
	(void)state;
	enum { SESSIONS = 40 };
	struct session *done = open_session(0), *blank = open_session(0);
	struct session_others others = { NULL, 0, 0, 0 };
	char *folder = below("sessions"), *own = below("sessions/7");

	set(done, "x", 1, NULL);
	session_close(done);
	session_close(blank);
	for (int number = 3; number <= SESSIONS; number++)
		make_another(number);
	for (int again = 0; again < 2; again++) {   /* what is known is not read again */
		session_others_update(&others, folder, own);
		assert_int_equal(others.count, SESSIONS - 2);
		for (size_t i = 0; i < others.count; i++) {
			assert_string_not_equal(others.items[i].number, "2");
			assert_string_not_equal(others.items[i].number, "7");
			assert_int_equal(others.items[i].steps, 1);
		}
	}
	session_others_release(&others);
	free(folder);
	free(own);
}

static void test_open_ones_are_left_alone(void **state)
{
	(void)state;
	struct session *a = open_session(0), *b = open_session(0);
	struct err err;

	set(a, "by_a", 1, NULL);
	assert_int_equal(other(b, 0)->use, SESSION_OPEN);
	assert_int_equal(session_go(b, "1", NULL, &err), -1);
	assert_non_null(strstr(err.text, "another window"));
	set(b, "by_b", 1, NULL);
	set(a, "by_a", 2, NULL);
	assert_true(get(b, "by_b") == 1);
	session_close(a);
	assert_int_equal(session_go(b, "1", NULL, &err), 0);
	assert_true(get(b, "by_a") == 2);
	session_close(b);
	b = open_session(0);
	assert_int_equal(count(b), 2);
	session_close(b);
}

static void test_no_such_session(void **state)
{
	(void)state;
	static const char *const numbers[] = { "", "1", "2", "../sessions/1", ".", "no" };
	struct session *s = open_session(0);
	struct err err;

	set(s, "x", 1, NULL);
	for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
		assert_int_equal(session_go(s, numbers[i], NULL, &err), -1);
		assert_non_null(strstr(err.text, "no other session"));
	}
	assert_true(get(s, "x") == 1);
	set(s, "x", 2, NULL);
	session_close(s);
	s = open_session(0);
	assert_int_equal(count(s), 2);
	session_close(s);
}

/* One that was not ended is offered until somebody has ended it. */
static void test_cut_off_ones_are_offered(void **state)
{
	(void)state;
	struct session *s;

	be_killed("killed", 1);
	s = open_session(0);
	assert_true(session_start(s)->was_cut);
	assert_true(get(s, "killed") == 1);
	be_killed("in_another_window", 2);
	session_close(s);
	set_age("sessions/2/journal", 10);
	set_age("sessions/2/lock", 10);

	s = open_session(0);
	assert_false(session_start(s)->was_cut);
	assert_int_equal(session_start(s)->cut, 1);
	assert_string_equal(other(s, 0)->number, "2");
	assert_int_equal(other(s, 0)->use, SESSION_CUT);
	assert_int_equal(session_go(s, "2", NULL, NULL), 0);
	assert_true(get(s, "in_another_window") == 2);
	assert_true(session_start(s)->was_cut);
	session_close(s);
	s = open_session(0);
	assert_int_equal(session_start(s)->cut, 0);
	session_close(s);
}

/* Where nothing was done nobody wants to go on. */
static void test_blank_ones_come_last(void **state)
{
	(void)state;
	struct session *a = open_session(0), *b = open_session(0);

	set(a, "by_a", 1, NULL);
	session_set_view(b, "year", "2040");
	session_close(a);
	session_close(b);
	set_age("sessions/1/lock", 10);
	set_age("sessions/1/journal", 10);
	a = open_session(0);
	assert_true(get(a, "by_a") == 1);
	assert_int_equal(session_others(a)->count, 0);
	b = open_session(0);
	assert_string_equal(session_view(b, "year"), "2040");
	session_close(a);
	session_close(b);
}

/* Words about a scenario that no file has yet are undone, and outlive the program. */
static void test_words(void **state)
{
	(void)state;
	struct session *s = open_session(0);
	static const char *const first[] = { "a levy", "" };
	static const char *const second[] = { "a levy", "\xeb\xb6\x80\xeb\x8b\xb4\xea\xb8\x88\n2" };
	struct session_deed deed = { .text = "describe", .about = first };

	assert_true(session_do(s, &deed, NULL));
	assert_false(session_do(s, &deed, NULL));
	deed.about = second;
	assert_true(session_do(s, &deed, NULL));
	assert_true(history_is_changed(session_history(s)));
	session_close(s);
	s = open_session(0);
	assert_string_equal(history_about(session_history(s), LANG_KO), second[1]);
	assert_int_equal(session_undo(s, false, NULL), 0);
	assert_string_equal(history_about(session_history(s), LANG_KO), "");
	assert_string_equal(history_about(session_history(s), LANG_EN), "a levy");
	assert_int_equal(session_undo(s, false, NULL), 0);
	assert_false(history_is_changed(session_history(s)));
	assert_int_equal(session_redo(s, false, NULL), 0);
	assert_int_equal(session_redo(s, false, NULL), 0);
	assert_string_equal(history_about(session_history(s), LANG_KO), second[1]);
	session_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_root(test_everything_comes_back),
		in_root(test_gestures_end_with_the_program),
		in_root(test_session_cut_at_every_byte),
		in_root(test_damaged_session), in_root(test_notices_in_each_language),
		in_root(test_session_of_another_version),
		in_root(test_two_at_once),
		in_root(test_newest_goes_on),
		in_root(test_new_session),
		in_root(test_in_memory),
		in_root(test_no_folder),
		in_root(test_full_disk_session),
		in_root(test_long_use),
		in_root(test_view_limits),
		in_root(test_undo_of_files),
		in_root(test_files_changed_since),
		in_root(test_files_elsewhere),
		in_root(test_files_together),
		in_root(test_contents_are_swept),
		in_root(test_content_is_gone),
		in_root(test_kills),
		in_root(test_many_start_at_once),
		in_root(test_each_can_be_gone_on_with), in_root(test_all_are_listed),
		in_root(test_open_ones_are_left_alone),
		in_root(test_no_such_session),
		in_root(test_cut_off_ones_are_offered),
		in_root(test_blank_ones_come_last),
		in_root(test_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
