/* SPDX-License-Identifier: MIT
 *
 * A journal: a file of lines that only grows, and that a crash, a kill or a loss of power at any moment leaves readable
 * up to some line near its end.
 *
 * The first line names the format and its version.  Each further line starts with a checksum of itself and all lines
 * before it, and is appended in one write, so that a torn, damaged or left-over line is known; reading stops there, and
 * writing goes on there.  What is written survives the death of the program at once.  It survives a loss of power when
 * it has been flushed to the disk, which a thread of the journal's own does: JOURNAL_FLUSH_MS after a line at the
 * latest, and at once at journal_flush, so that nobody waits for the disk.
 *
 * A journal is used by one thread of one program at a time; whoever opens it sees to that (session.h).
 */
#ifndef PS_SCENARIO_JOURNAL_H
#define PS_SCENARIO_JOURNAL_H

#include <stddef.h>

struct err;
struct journal;

/* Limits, also in the manual. */
enum {
	JOURNAL_FLUSH_MS = 500,
	JOURNAL_LINE_MAX = 4 << 20,  /* bytes of one line */
};
#define JOURNAL_SIZE_MAX ((size_t)256 << 20)

/* What reading found. */
enum journal_state {
	JOURNAL_WHOLE,     /* all of it was taken; also if there was nothing */
	JOURNAL_TORN,      /* the last line was not finished: a crash while it was written */
	JOURNAL_DAMAGED,   /* a line in the midst is not what was written, or was not taken */
	JOURNAL_FOREIGN,   /* from another version of the program */
	JOURNAL_UNKNOWN,   /* no journal */
};

/* Takes a line, without its checksum and end; -1 if it can't, which ends the reading before that line. */
typedef int journal_take(void *context, const char *line, size_t length);

/* Reads a journal from memory: gives the lines up to the first bad one. `*good` gets how many bytes those are. */
enum journal_state journal_read(const char *bytes, size_t length, journal_take *take, void *context, size_t *good);

/* Opens the journal at `path`, or makes an empty one, reads it, and goes on behind the last good line. In the states
 * FOREIGN and UNKNOWN nothing is changed and NULL returned, with `err`; so it is when the file can't be read or
 * written. What of a damaged one can't be read is copied to PATH.damaged first. */
struct journal *journal_open(const char *path, journal_take *take, void *context, enum journal_state *state,
	struct err *err);

/* Flushes and closes; -1 if that failed. */
int journal_close(struct journal *journal, struct err *err);

/* Appends a line (without line ends and NULs). -1 if it could not be written or the flushing failed; the journal then
 * takes no more lines until journal_rewrite has put the whole state into it. */
int journal_append(struct journal *journal, const char *line, size_t length, struct err *err);

/* Asks for flushing now; does not wait. */
void journal_flush(struct journal *journal);

/* Replaces all lines in one step by those that `dump` gives to journal_put. On error the old ones stay. */
struct journal_out;
void journal_put(struct journal_out *out, const char *line, size_t length);
int journal_rewrite(struct journal *journal, void (*dump)(void *context, struct journal_out *out), void *context,
	struct err *err);

/* Bytes now. */
size_t journal_size(const struct journal *journal);

#endif
