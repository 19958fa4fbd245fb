/* SPDX-License-Identifier: MIT
 *
 * How quick the explorer is, seen through a pseudo-terminal as a user sees it: from key to picture, bytes a step,
 * until all worlds are there, start, and taking over a saved rule.
 *
 *	bench_ui RULES PROGRAM [ARGUMENTS...]
 *
 * RULES is a rule file that the program reads and that may be written to: it is saved with and without one more
 * line of comment.
 *
 * A frame ends when nothing has come for a few milliseconds.  On a machine that is busy with other things several
 * frames arrive in one go and count as one: then times and bytes are those of the last of them.
 */
#include "config.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { ROWS = 40, COLS = 120, STEPS = 200, QUIET_MS = 3, START_MS = 3000, SETTLE_MS = 400, PICTURE_BYTES = 2000 };

struct side {
	int fd;
	pid_t child;
};

static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec * 1e-6;
}

static struct side start(char *argv[])
{
	struct winsize size = { .ws_row = ROWS, .ws_col = COLS };
	struct side side;

	side.child = forkpty(&side.fd, NULL, NULL, &size);
	if (side.child == 0) {
		setenv("TERM", "xterm-256color", 1);
		setenv("LC_ALL", "C.UTF-8", 1);
		execvp(argv[0], argv);
		_exit(127);
	}
	return side;
}

/* Reads what comes; returns bytes, `*last` gets when the last of them came. Waits up to `first` ms for the first,
 * then until `quiet` ms pass without any. */
static size_t take(int fd, int first, int quiet, double *last)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };
	char bytes[65536];
	size_t total = 0;

	while (poll(&p, 1, total ? quiet : first) > 0) {
		const ssize_t n = read(fd, bytes, sizeof(bytes));

		if (n <= 0)
			break;
		total += (size_t)n;
		*last = now_ms();
	}
	return total;
}

static int compare(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static void report(const char *what, double *values, size_t count, const char *unit)
{
	qsort(values, count, sizeof(*values), compare);
	printf("%-34s median %8.1f  p99 %8.1f  max %8.1f %s\n", what, values[count / 2], values[count * 99 / 100],
		values[count - 1], unit);
}

static void measure_steps(const struct side *side)
{
	static double frame[STEPS], bytes[STEPS], all[STEPS];
	double last = 0;

	for (int i = 0; i < STEPS; i++) {
		const char *key = i / 20 % 2 ? "\033OD" : "\033OC";
		double from;

		take(side->fd, 1, SETTLE_MS / 2, &last);
		from = now_ms();
		last = from;
		if (write(side->fd, key, 3) != 3)
			return;
		bytes[i] = (double)take(side->fd, 200, QUIET_MS, &last);
		frame[i] = last - from;
		take(side->fd, 60, 60, &last);
		all[i] = last - from;
	}
	report("key to picture", frame, STEPS, "ms");
	report("bytes of that", bytes, STEPS, "bytes");
	report("key to all worlds", all, STEPS, "ms");
}

/* Keys faster than frames: the last picture must come soon after the last key. */
static void measure_flood(const struct side *side)
{
	double last = 0, from;

	take(side->fd, 1, SETTLE_MS, &last);
	for (int i = 0; i < 300; i++) {
		if (write(side->fd, i / 100 % 2 ? "h" : "l", 1) != 1)
			return;
		usleep(2000);
	}
	from = now_ms();
	last = from;
	take(side->fd, 100, 40, &last);
	printf("%-34s %8.1f ms after the last of 300 keys, 2 ms apart\n", "picture settles", last - from);
}

/* From the end of saving to the last byte of the first picture with the new rules; more worlds come after it. */
static void measure_reload(const struct side *side, const char *rules)
{
	enum { TIMES = 21 };
	static double reload[TIMES];
	double last = 0;
	struct stat file;

	if (stat(rules, &file))
		return;
	for (int i = 0; i < TIMES; i++) {
		FILE *out = fopen(rules, "a");
		double from;

		if (!out)
			return;
		if (i % 2 == 0)
			fputs("-- saved\n", out);
		if (fclose(out) || (i % 2 && truncate(rules, file.st_size)))
			return;
		/* Closing tells the watcher; cutting does not, so touch it by another closing. */
		out = i % 2 ? fopen(rules, "a") : NULL;
		from = now_ms();
		last = from;
		if (out)
			fclose(out);
		take(side->fd, 2000, QUIET_MS, &last);
		reload[i] = last - from;
		take(side->fd, 200, 200, &last);
	}
	report("saved rule to picture", reload, TIMES, "ms");
}

static void finish(const struct side *side)
{
	double last;
	int status;

	if (write(side->fd, "q", 1) < 0)
		kill(side->child, SIGTERM);
	take(side->fd, START_MS, START_MS, &last);   /* until it hangs up */
	kill(side->child, SIGTERM);
	waitpid(side->child, &status, 0);
	close(side->fd);
}

static void measure_start(char *argv[])
{
	enum { TIMES = 15 };
	static double usable[TIMES];
	double last = 0;

	for (int i = 0; i < TIMES; i++) {
		const double from = now_ms();
		const struct side side = start(argv);

		/* Modes are set some time before there is a picture. */
		for (size_t bytes = 0, more = 1; more && bytes < PICTURE_BYTES; bytes += more)
			more = take(side.fd, START_MS, QUIET_MS, &last);
		usable[i] = last - from;
		take(side.fd, 100, 100, &last);
		finish(&side);
	}
	report("start to picture", usable, TIMES, "ms");
}

int main(int argc, char *argv[])
{
	struct side side;
	double last = 0;

	if (argc < 3) {
		fprintf(stderr, "usage: bench_ui RULES PROGRAM [ARGUMENTS...]\n");
		return 2;
	}
	signal(SIGPIPE, SIG_IGN);
	setvbuf(stdout, NULL, _IOLBF, 0);
	printf("explorer, %d x %d\n", COLS, ROWS);
	measure_start(argv + 2);
	side = start(argv + 2);
	take(side.fd, START_MS, SETTLE_MS, &last);
	measure_steps(&side);
	measure_flood(&side);
	measure_reload(&side, argv[1]);
	finish(&side);
	return 0;
}
