/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "scenario/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "base/fingerprint.h"
#include "base/lang.h"
#include "base/text.h"
#include "scenario/flusher.h"

#define MAGIC "publicstake journal "
#define HEADER MAGIC "1\n"

enum {
	HEADER_LENGTH = sizeof HEADER - 1,
	SUM_DIGITS = FINGERPRINT_TEXT_MAX - 1,
	PREFIX = SUM_DIGITS + 1,   /* the checksum and a blank */
	PATH_CELLS = 200,
};

struct journal {
	char *path;
	int fd;
	size_t end;               /* of the last good line; what lies behind is none of ours */
	struct fingerprint sum;   /* of all lines */
	bool is_broken;           /* a line is missing: only a rewriting helps */
	struct flusher *flusher;
	struct buf line;
};

/* ---- lines ---- */

static struct fingerprint first_sum(void)
{
	return (struct fingerprint)FINGERPRINT_INIT;
}

static void add_line(struct buf *buf, struct fingerprint *sum, const char *line, size_t length)
{
	char text[FINGERPRINT_TEXT_MAX];

	fingerprint_add(sum, "", line, length);
	buf_add(buf, fingerprint_text(sum, text));
	buf_add_char(buf, ' ');
	buf_add_bytes(buf, line, length);
	buf_add_char(buf, '\n');
}

/* Whether the bytes, a line without its end, are what was written after the lines of `*sum`, which it then includes. */
static bool is_good(const char *bytes, size_t length, struct fingerprint *sum)
{
	struct fingerprint with = *sum;
	char text[FINGERPRINT_TEXT_MAX];

	if (length < PREFIX || bytes[SUM_DIGITS] != ' ')
		return false;
	fingerprint_add(&with, "", bytes + PREFIX, length - PREFIX);
	if (memcmp(bytes, fingerprint_text(&with, text), SUM_DIGITS) != 0)
		return false;
	*sum = with;
	return true;
}

/* ---- reading ---- */

/* After a loss of power the end of a file may be zeros. */
static bool is_blank(const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (bytes[i])
			return false;
	return true;
}

static enum journal_state read_header(const char *bytes, size_t length)
{
	const size_t magic = strlen(MAGIC);

	if (length >= HEADER_LENGTH && !memcmp(bytes, HEADER, HEADER_LENGTH))
		return JOURNAL_WHOLE;
	if (!length)
		return JOURNAL_WHOLE;
	if (length < HEADER_LENGTH && !memcmp(bytes, HEADER, length))
		return JOURNAL_TORN;
	return length > magic && !memcmp(bytes, MAGIC, magic) ? JOURNAL_FOREIGN : JOURNAL_UNKNOWN;
}

/* The lines behind `*good`, which moves behind the last good one. */
static enum journal_state read_lines(const char *bytes, size_t length, journal_take *take, void *context, size_t *good,
	struct fingerprint *sum)
{
	while (*good < length) {
		const char *line = bytes + *good, *end;
		const size_t left = length - *good, most = PREFIX + JOURNAL_LINE_MAX + 1;
		struct fingerprint with = *sum;

		end = memchr(line, '\n', left < most ? left : most);
		if (!end)
			return left < most ? JOURNAL_TORN : JOURNAL_DAMAGED;
		if (!is_good(line, (size_t)(end - line), &with))
			return is_blank(end + 1, left - (size_t)(end + 1 - line)) ? JOURNAL_TORN : JOURNAL_DAMAGED;
		if (take(context, line + PREFIX, (size_t)(end - line) - PREFIX) < 0)
			return JOURNAL_DAMAGED;
		*sum = with;
		*good += (size_t)(end + 1 - line);
	}
	return JOURNAL_WHOLE;
}

static enum journal_state read_all(const char *bytes, size_t length, journal_take *take, void *context, size_t *good,
	struct fingerprint *sum)
{
	const enum journal_state state = read_header(bytes, length);

	*good = 0;
	*sum = first_sum();
	if (state != JOURNAL_WHOLE || !length)
		return state;
	*good = HEADER_LENGTH;
	return read_lines(bytes, length, take, context, good, sum);
}

enum journal_state journal_read(const char *bytes, size_t length, journal_take *take, void *context, size_t *good)
{
	struct fingerprint sum;

	return read_all(bytes, length, take, context, good, &sum);
}

/* ---- opening ---- */

static int fault(const struct journal *journal, const char *what, int code, struct err *err)
{
	char *shown = text_quote(journal->path, strlen(journal->path), PATH_CELLS);

	errno = code;
	err_set_errno(err, "%s: %s", shown, what);
	free(shown);
	return -1;
}

static int refuse(const struct journal *journal, enum journal_state state, struct err *err)
{
	char *shown = text_quote(journal->path, strlen(journal->path), PATH_CELLS);

	if (state == JOURNAL_FOREIGN)
		err_set(err, _("%s: was written by another version of this program, and is left as it is"), shown);
	else
		err_set(err, _("%s: is not a journal of this program, and is left as it is"), shown);
	free(shown);
	return -1;
}

/* All of `bytes` at the offset; 0 or an errno. */
static int write_at(int fd, const char *bytes, size_t length, size_t offset)
{
	while (length) {
		const ssize_t n = pwrite(fd, bytes, length, (off_t)offset);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n < 0 ? errno : ENOSPC;
		bytes += n;
		offset += (size_t)n;
		length -= (size_t)n;
	}
	return 0;
}

static int open_file(struct journal *journal, struct err *err)
{
	journal->fd = open(journal->path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
	return journal->fd < 0 ? fault(journal, _("can't be opened for writing"), errno, err) : 0;
}

/* Makes the file end behind the last good line. */
static int cut_file(struct journal *journal, struct err *err)
{
	int code;

	if (ftruncate(journal->fd, (off_t)journal->end) < 0)
		return fault(journal, _("can't be written"), errno, err);
	if (journal->end >= HEADER_LENGTH)
		return 0;
	code = write_at(journal->fd, HEADER, HEADER_LENGTH, 0);
	if (code)
		return fault(journal, _("can't be written"), code, err);
	journal->end = HEADER_LENGTH;
	return 0;
}

static int keep_damaged(const struct journal *journal, const char *bytes, size_t length, struct err *err)
{
	char *path = xasprintf("%s.damaged", journal->path);
	const int status = file_write(path, bytes, length, err);

	free(path);
	return status;
}

/* Reads what is there and gets ready to write behind it. */
static int take_over(struct journal *journal, journal_take *take, void *context, enum journal_state *state,
	struct err *err)
{
	size_t length = 0;
	char *bytes = NULL;
	int status = 0;

	if (file_exists(journal->path)) {
		bytes = file_read(journal->path, JOURNAL_SIZE_MAX, &length, err);
		if (!bytes)
			return -1;
	} else if (file_write(journal->path, HEADER, HEADER_LENGTH, err) < 0) {
		return -1;
	}
	*state = read_all(bytes, length, take, context, &journal->end, &journal->sum);
	if (*state == JOURNAL_FOREIGN || *state == JOURNAL_UNKNOWN)
		status = refuse(journal, *state, err);
	else if (*state == JOURNAL_DAMAGED)
		status = keep_damaged(journal, bytes, length, err);
	free(bytes);
	return status < 0 || open_file(journal, err) < 0 || cut_file(journal, err) < 0 ? -1 : 0;
}

static void journal_free(struct journal *journal)
{
	if (journal->fd >= 0)
		close(journal->fd);
	buf_release(&journal->line);
	free(journal->path);
	free(journal);
}

struct journal *journal_open(const char *path, journal_take *take, void *context, enum journal_state *state,
	struct err *err)
{
	struct journal *journal = xcalloc(1, sizeof *journal);

	journal->path = xstrdup(path);
	journal->fd = -1;
	*state = JOURNAL_WHOLE;
	if (take_over(journal, take, context, state, err) < 0) {
		journal_free(journal);
		return NULL;
	}
	journal->flusher = flusher_start(journal->fd);
	return journal;
}

int journal_close(struct journal *journal, struct err *err)
{
	int code;

	if (!journal)
		return 0;
	code = flusher_stop(journal->flusher);
	if (code)
		fault(journal, _("can't be flushed to the disk"), code, err);
	journal_free(journal);
	return code ? -1 : 0;
}

/* ---- writing ---- */

/* A line could not be written: what there is of it goes, and no other may take its place. */
static int give_up(struct journal *journal, const char *what, int code, struct err *err)
{
	journal->is_broken = true;
	if (ftruncate(journal->fd, (off_t)journal->end) < 0) {
		/* Left-over bytes don't fit the checksums; they only look like damage. */
	}
	return fault(journal, what, code, err);
}

int journal_append(struct journal *journal, const char *line, size_t length, struct err *err)
{
	struct fingerprint sum = journal->sum;
	int code = flusher_error(journal->flusher);

	if (journal->is_broken)
		return fault(journal, _("lacks a line and takes no more"), EIO, err);
	if (code)
		return give_up(journal, _("can't be flushed to the disk"), code, err);
	buf_clear(&journal->line);
	add_line(&journal->line, &sum, line, length);
	if (length > JOURNAL_LINE_MAX || journal->end + journal->line.len > JOURNAL_SIZE_MAX)
		return give_up(journal, _("can't be written"), EFBIG, err);
	code = write_at(journal->fd, journal->line.text, journal->line.len, journal->end);
	if (code)
		return give_up(journal, _("can't be written"), code, err);
	journal->end += journal->line.len;
	journal->sum = sum;
	flusher_ask(journal->flusher, JOURNAL_FLUSH_MS);
	return 0;
}

void journal_flush(struct journal *journal)
{
	flusher_ask(journal->flusher, 0);
}

struct journal_out {
	FILE *stream;
	struct buf line;
	struct fingerprint sum;
	size_t size;
};

void journal_put(struct journal_out *out, const char *line, size_t length)
{
	buf_clear(&out->line);
	add_line(&out->line, &out->sum, line, length);
	fwrite(out->line.text, 1, out->line.len, out->stream);
	out->size += out->line.len;
}

int journal_rewrite(struct journal *journal, void (*dump)(void *context, struct journal_out *out), void *context,
	struct err *err)
{
	struct file_out *file = file_out_open(journal->path, err);
	struct journal_out out = { .line = BUF_INIT, .sum = first_sum(), .size = HEADER_LENGTH };
	const int old = journal->fd;

	if (!file)
		return -1;
	out.stream = file_out_stream(file);
	fwrite(HEADER, 1, HEADER_LENGTH, out.stream);
	dump(context, &out);
	buf_release(&out.line);
	if (file_out_commit(file, err) < 0)
		return -1;
	if (open_file(journal, err) < 0) {
		/* The name leads to the new file now: the old one is as good as gone. */
		journal->fd = old;
		journal->is_broken = true;
		return -1;
	}
	flusher_change(journal->flusher, journal->fd);
	close(old);
	journal->end = out.size;
	journal->sum = out.sum;
	journal->is_broken = false;
	return 0;
}

size_t journal_size(const struct journal *journal)
{
	return journal->end;
}
