/* SPDX-License-Identifier: MIT
 *
 * scenario/journal: what survives cuts at every byte, changed bytes, full disks. All files are made below a temporary
 * folder of the test.
 */
#include "config.h"

#include "scenario/journal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
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
#include "base/err.h"
#include "base/file.h"
#include "below.h"

/* A disk that can't keep what it took. The journal's thread flushes: one that is refused is seen by the next line. */
static atomic_int refusal;

int __real_fdatasync(int fd);
int __wrap_fdatasync(int fd);

int __wrap_fdatasync(int fd)
{
	const int code = atomic_load(&refusal);

	if (!code)
		return __real_fdatasync(fd);
	errno = code;
	return -1;
}

/* What was read: lines with a bar behind each. */
static int collect(void *context, const char *line, size_t length)
{
	if (length == 4 && !memcmp(line, "stop", 4))
		return -1;
	buf_add_bytes(context, line, length);
	buf_add_char(context, '|');
	return 0;
}

static struct journal *open_journal(const char *path, struct buf *lines, enum journal_state *state)
{
	char *full = below(path);
	struct err err = { "" };
	struct journal *journal = journal_open(full, collect, lines, state, &err);

	if (!journal)
		print_message("%s\n", err.text);
	free(full);
	return journal;
}

static void append(struct journal *journal, const char *line)
{
	struct err err = { "" };

	if (journal_append(journal, line, strlen(line), &err) < 0)
		fail_msg("%s", err.text);
}

static void check_lines(const char *path, enum journal_state expected, const char *lines)
{
	struct buf read = BUF_INIT;
	enum journal_state state;
	struct journal *journal = open_journal(path, &read, &state);

	assert_non_null(journal);
	assert_int_equal(state, expected);
	assert_string_equal(buf_text(&read), lines);
	assert_int_equal(journal_close(journal, NULL), 0);
	buf_release(&read);
}

static void test_append_and_read(void **state)
{
	(void)state;
	struct buf read = BUF_INIT;
	enum journal_state found;
	struct journal *journal = open_journal("j", &read, &found);

	assert_int_equal(found, JOURNAL_WHOLE);
	append(journal, "one");
	append(journal, "");
	append(journal, "three\twith 한글 \x01");
	journal_flush(journal);
	journal_close(journal, NULL);
	check_lines("j", JOURNAL_WHOLE, "one||three\twith 한글 \x01|");
	journal = open_journal("j", &read, &found);
	append(journal, "four");
	journal_close(journal, NULL);
	check_lines("j", JOURNAL_WHOLE, "one||three\twith 한글 \x01|four|");
	buf_release(&read);
	assert_int_equal(journal_close(NULL, NULL), 0);
}

/* The journal is cut at every byte; each cut is read up to the last whole line, and goes on from there. */
static void test_cut_at_every_byte(void **state)
{
	(void)state;
	static const char *const lines[] = { "one", "the second line", "", "4" };
	struct buf read = BUF_INIT;
	enum journal_state found;
	struct journal *journal = open_journal("j", &read, &found);
	size_t ends[5] = { journal_size(journal) }, length;
	char *bytes;

	for (size_t i = 0; i < 4; i++) {
		append(journal, lines[i]);
		ends[i + 1] = journal_size(journal);
	}
	journal_close(journal, NULL);
	bytes = read_below("j", &length);
	assert_int_equal(length, ends[4]);
	for (size_t cut = 0; cut <= length; cut++) {
		struct buf expected = BUF_INIT;
		bool is_whole = cut == 0;

		for (size_t i = 0; i < 4 && ends[i + 1] <= cut; i++)
			buf_addf(&expected, "%s|", lines[i]);
		for (size_t i = 0; i < 5; i++)
			is_whole = is_whole || ends[i] == cut;
		write_below("cut", bytes, cut);
		buf_clear(&read);
		journal = open_journal("cut", &read, &found);
		assert_non_null(journal);
		assert_int_equal(found, is_whole ? JOURNAL_WHOLE : JOURNAL_TORN);
		assert_string_equal(buf_text(&read), buf_text(&expected));
		append(journal, "more");
		journal_close(journal, NULL);
		buf_add(&expected, "more|");
		check_lines("cut", JOURNAL_WHOLE, buf_text(&expected));
		buf_release(&expected);
	}
	free(bytes);
	buf_release(&read);
}

/* Each byte is changed in turn: what comes before its line is read, nothing that was not written is, and what was lost
 * is kept aside. */
static void test_change_every_byte(void **state)
{
	(void)state;
	struct buf read = BUF_INIT;
	enum journal_state found;
	struct journal *journal = open_journal("j", &read, &found);
	const size_t header = journal_size(journal);
	size_t length;
	char *bytes, *copy;

	append(journal, "aaaa");
	append(journal, "bbbb");
	append(journal, "cccc");
	journal_close(journal, NULL);
	bytes = read_below("j", &length);
	for (size_t at = 0; at < length; at++) {
		const size_t line = at < header ? 0 : (at - header) / ((length - header) / 3);
		size_t good;

		bytes[at] ^= 0x20;
		buf_clear(&read);
		found = journal_read(bytes, length, collect, &read, &good);
		if (at < header) {
			assert_true(found == JOURNAL_FOREIGN || found == JOURNAL_UNKNOWN);
		} else {
			assert_int_not_equal(found, JOURNAL_WHOLE);
			assert_int_equal(read.len, line * 5);
			assert_int_equal(good, header + line * (length - header) / 3);
		}
		bytes[at] ^= 0x20;
	}
	copy = xstrndup(bytes, length);
	copy[header + 20] = 'x';
	write_below("damaged", copy, length);
	check_lines("damaged", JOURNAL_DAMAGED, "");
	check_file("damaged.damaged", copy);
	check_lines("damaged", JOURNAL_WHOLE, "");
	free(copy);
	free(bytes);
	buf_release(&read);
}

/* A whole line that belongs somewhere else is not taken. */
static void test_lines_out_of_place(void **state)
{
	(void)state;
	struct buf read = BUF_INIT;
	enum journal_state found;
	struct journal *journal = open_journal("j", &read, &found);
	const size_t header = journal_size(journal);
	size_t length, good;
	char *bytes;

	append(journal, "aaaa");
	append(journal, "aaaa");
	journal_close(journal, NULL);
	bytes = read_below("j", &length);
	const size_t line = (length - header) / 2;
	memmove(bytes + header, bytes + header + line, line);
	assert_int_not_equal(journal_read(bytes, length, collect, &read, &good), JOURNAL_WHOLE);
	assert_int_equal(read.len, 0);
	assert_int_equal(good, header);
	free(bytes);
	buf_release(&read);
}

static void test_zeros_at_the_end(void **state)
{
	(void)state;
	struct buf read = BUF_INIT;
	enum journal_state found;
	struct journal *journal = open_journal("j", &read, &found);
	size_t length;
	char *bytes;

	append(journal, "one");
	journal_close(journal, NULL);
	bytes = read_below("j", &length);
	bytes = xrealloc(bytes, length + 4096, 1);
	memset(bytes + length, 0, 4096);
	write_below("j", bytes, length + 4096);
	check_lines("j", JOURNAL_TORN, "one|");
	check_lines("j", JOURNAL_WHOLE, "one|");
	free(bytes);
	buf_release(&read);
}

static void test_refused_line(void **state)
{
	(void)state;
	struct buf read = BUF_INIT;
	enum journal_state found;
	struct journal *journal = open_journal("j", &read, &found);

	append(journal, "one");
	append(journal, "stop");
	append(journal, "three");
	journal_close(journal, NULL);
	check_lines("j", JOURNAL_DAMAGED, "one|");
	check_lines("j", JOURNAL_WHOLE, "one|");
	buf_release(&read);
}

static void check_refused(const char *text, enum journal_state expected)
{
	struct buf read = BUF_INIT;
	enum journal_state found;
	char *full = below("foreign");
	struct err err = { "" };

	write_below("foreign", text, strlen(text));
	assert_null(journal_open(full, collect, &read, &found, &err));
	assert_int_equal(found, expected);
	assert_true(*err.text);
	check_file("foreign", text);
	assert_int_equal(read.len, 0);
	free(full);
	buf_release(&read);
}

static void test_other_versions_are_left_alone(void **state)
{
	(void)state;
	check_refused("publicstake journal 2\n0123 x\n", JOURNAL_FOREIGN);
	check_refused("publicstake journal 10\n", JOURNAL_FOREIGN);
	check_refused("something else\n", JOURNAL_UNKNOWN);
	check_refused("#", JOURNAL_UNKNOWN);
}

static void put_two(void *context, struct journal_out *out)
{
	(void)context;
	journal_put(out, "first", 5);
	journal_put(out, "second", 6);
}

static void test_rewrite(void **state)
{
	(void)state;
	struct buf read = BUF_INIT;
	enum journal_state found;
	struct journal *journal = open_journal("j", &read, &found);

	for (int i = 0; i < 1000; i++)
		append(journal, "a line of no interest");
	assert_int_equal(journal_rewrite(journal, put_two, NULL, NULL), 0);
	assert_true(journal_size(journal) < 200);
	append(journal, "third");
	journal_close(journal, NULL);
	check_lines("j", JOURNAL_WHOLE, "first|second|third|");
	buf_release(&read);
}

/* A disk that is full: the line that did not fit is not half there, and after a rewriting all goes on. */
static void test_full_disk(void **state)
{
	(void)state;
	struct buf read = BUF_INIT;
	enum journal_state found;
	struct journal *journal = open_journal("j", &read, &found);
	struct rlimit old, small;
	struct err err = { "" };

	append(journal, "one");
	getrlimit(RLIMIT_FSIZE, &old);
	small = (struct rlimit){ .rlim_cur = journal_size(journal) + 20, .rlim_max = old.rlim_max };
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	assert_int_equal(journal_append(journal, "a line that does not fit", 24, &err), -1);
	setrlimit(RLIMIT_FSIZE, &old);
	signal(SIGXFSZ, SIG_DFL);
	assert_non_null(strstr(err.text, "can't be written"));
	assert_int_equal(journal_append(journal, "x", 1, &err), -1);
	journal_flush(journal);
	char *bytes = read_below("j", NULL);
	assert_int_equal(strlen(bytes), journal_size(journal));
	free(bytes);
	assert_int_equal(journal_rewrite(journal, put_two, NULL, NULL), 0);
	append(journal, "third");
	journal_close(journal, NULL);
	check_lines("j", JOURNAL_WHOLE, "first|second|third|");
	buf_release(&read);
}

/* Nobody goes on believing that what is done is kept. */
static void test_disk_that_keeps_nothing(void **state)
{
	(void)state;
	struct buf read = BUF_INIT;
	enum journal_state found;
	struct journal *journal = open_journal("j", &read, &found);
	struct err err = { "" };

	atomic_store(&refusal, EIO);
	while (journal_append(journal, "x", 1, &err) == 0) {
		journal_flush(journal);
		usleep(100);
	}
	assert_non_null(strstr(err.text, "can't be flushed to the disk"));
	assert_int_equal(journal_append(journal, "x", 1, &err), -1);
	assert_int_equal(journal_rewrite(journal, put_two, NULL, NULL), 0);
	append(journal, "third");
	assert_int_equal(journal_close(journal, &err), -1);
	assert_non_null(strstr(err.text, "can't be flushed to the disk"));
	atomic_store(&refusal, 0);
	check_lines("j", JOURNAL_WHOLE, "first|second|third|");
	buf_release(&read);
}

static void test_line_limit(void **state)
{
	(void)state;
	struct buf read = BUF_INIT, line = BUF_INIT;
	enum journal_state found;
	struct journal *journal = open_journal("j", &read, &found);

	buf_add_repeat(&line, 'x', JOURNAL_LINE_MAX);
	append(journal, buf_text(&line));
	buf_add_char(&line, 'x');
	assert_int_equal(journal_append(journal, buf_text(&line), line.len, NULL), -1);
	journal_close(journal, NULL);
	journal = open_journal("j", &read, &found);
	assert_int_equal(found, JOURNAL_WHOLE);
	assert_int_equal(read.len, JOURNAL_LINE_MAX + 1);
	journal_close(journal, NULL);
	buf_release(&line);
	buf_release(&read);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_root(test_append_and_read),
		in_root(test_cut_at_every_byte),
		in_root(test_change_every_byte),
		in_root(test_lines_out_of_place),
		in_root(test_zeros_at_the_end),
		in_root(test_refused_line),
		in_root(test_other_versions_are_left_alone),
		in_root(test_rewrite),
		in_root(test_full_disk),
		in_root(test_disk_that_keeps_nothing),
		in_root(test_line_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
