/* SPDX-License-Identifier: MIT
 *
 * An hour's worth of use in one run of the explorer: sliders move, scenarios are switched and saved, rules are read again, the
 * window changes its size, views come and go.  It must not grow, keep files open, or do more work for the same as time goes on.
 *
 *	tests/live/long_use                a few minutes' worth with a small model, for `make check`
 *	tests/live/long_use SOURCE-TREE    100,000 moves, 1,000 reloads, 1,000 switches, 1,000 sizes with the shipped rules: `make long-use`
 *
 * Memory is that which the program has touched for itself (RssAnon).  Results of worlds come and go, more or fewer at a time, so what
 * must not grow is the mean of some tenths of the run, each of which is a line of the table.
 */
#include "config.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/file.h"
#include "box.h"
#include "vt52.h"

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define IS_SANITIZED true
#elif defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED true
#endif
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED false
#endif

enum {
	ROWS = 24, COLS = 80,
	FEW = 200, MANY = 1000,    /* rounds */
	BURSTS = 10, BURST = 10,   /* of a round: a slider is moved so many times, then the next */
	TENTHS = 10, WARM = 3,     /* parts of the run; those in which it may still grow */
	SPAN = 3,                  /* of which the memory is compared: those behind the warm ones, and the last */
	GROWTH = 10,               /* per cent of memory ... */
	GROWTH_KIB = 512,          /* ... and what undo without limit keeps, and the allocator's pages that are touched here and there */
	SLOWER = 2,                /* times the work of the last warm tenth in the last one */
	WORK_MIN = 100,            /* hundredths of a second of processor time that can be compared */
	JOURNAL_MAX = 32 << 20,    /* bytes */
};

/* What can be seen of the program from outside. */
struct seen {
	long mean, highest;        /* KiB of memory since the last look */
	long descriptors, threads;
	long processor;            /* hundredths of a second */
	long long read, written;   /* bytes */
	long long journal;         /* bytes of the file */
	double at;
};

struct test {
	struct box *box;
	struct vt *vt;
	int rounds, round;
	int version;
	char rules[16];            /* fingerprint in the title, before they change */
	long sum, looks, highest;  /* KiB of memory in this tenth, and how often they were looked at */
	struct seen seen[TENTHS + 1];
};

static void fail(struct test *test, const char *what)
{
	printf("FAIL in round %d: %s\n", test->round, what);
	vt_print(test->vt);
	kill(vt_pid(test->vt), SIGKILL);
	box_release(test->box, true);
	exit(1);
}

/* ---- what can be seen ---- */

/* The number behind `name` in a file of /proc; 0 where there is none. */
static long long number_in(const struct test *test, const char *file, const char *name)
{
	char *path = xasprintf("/proc/%d/%s", (int)vt_pid(test->vt), file), line[1024];
	FILE *stream = fopen(path, "r");
	long long number = 0;

	free(path);
	if (!stream)
		return 0;
	while (fgets(line, sizeof line, stream))
		if (!strncmp(line, name, strlen(name)) && line[strlen(name)] == ':')
			number = strtoll(line + strlen(name) + 1, NULL, 10);
	fclose(stream);
	return number;
}

/* Time in the program and in the kernel for it. */
static long processor_time(const struct test *test)
{
	char *path = xasprintf("/proc/%d/stat", (int)vt_pid(test->vt)), line[1024], *at;
	FILE *stream = fopen(path, "r");
	long long time = 0;

	free(path);
	if (!stream)
		return 0;
	if (fgets(line, sizeof line, stream) && (at = strrchr(line, ')'))) {
		for (int i = 0; i < 12; i++)   /* the fields after the name, up to the two times */
			at += strcspn(at + 1, " ") + 1;
		time = strtoll(at, &at, 10);
		time += strtoll(at, NULL, 10);
	}
	fclose(stream);
	return (long)(time * 100 / sysconf(_SC_CLK_TCK));
}

static long count_descriptors(const struct test *test)
{
	char *path = xasprintf("/proc/%d/fd", (int)vt_pid(test->vt));
	DIR *folder = opendir(path);
	long count = 0;

	free(path);
	if (!folder)
		return 0;
	while (readdir(folder))
		count++;
	closedir(folder);
	return count - 2;
}

static long long journal_bytes(const struct test *test)
{
	char *path = xasprintf("%s/journal", test->box->session);
	struct stat st = { 0 };

	if (stat(path, &st) < 0)
		st.st_size = 0;
	free(path);
	return st.st_size;
}

static void look_at_memory(struct test *test)
{
	const long memory = (long)number_in(test, "status", "RssAnon");

	if (memory > test->highest)
		test->highest = memory;
	test->sum += memory;
	test->looks++;
}

static struct seen look(const struct test *test)
{
	return (struct seen){
		.mean = test->looks ? test->sum / test->looks : 0,
		.highest = test->highest,
		.descriptors = count_descriptors(test),
		.threads = (long)number_in(test, "status", "Threads"),
		.processor = processor_time(test),
		.read = number_in(test, "io", "rchar"),
		.written = number_in(test, "io", "wchar"),
		.journal = journal_bytes(test),
		.at = vt_clock(),
	};
}

/* ---- what is done ---- */

static void await(struct test *test, const char *text)
{
	if (!vt_wait_for(test->vt, text))
		fail(test, text);
}

/* Types a command, and waits for what it says. */
static void command(struct test *test, char *text, const char *answer)
{
	vt_type(test->vt, text);
	if (answer)
		await(test, answer);
	free(text);
}

/* From one slider to the next and back, up and down again; waits for the last of it by a value that only this round sets. */
static void move_sliders(struct test *test)
{
	char *shown = xasprintf("%d", 100 + test->round % 800);

	command(test, xstrdup(":focus levers\r:row first\r"), ">Lever a ");
	for (int i = 0; i < BURSTS; i++) {
		for (int j = 0; j < BURST; j++)
			vt_type(test->vt, i % 2 ? "h" : "l");
		vt_type(test->vt, i % 4 < 2 ? "j" : "k");
		while (vt_read(test->vt, 0))
			continue;
	}
	command(test, xasprintf(":set c %s\r", shown), shown);
	free(shown);
}

static bool has_other_rules(const struct vt *vt, void *context)
{
	const struct test *test = context;
	char rules[sizeof test->rules];

	return vt_word(vt, 0, " rules ", rules, sizeof rules) && strcmp(rules, test->rules) != 0;
}

static void read_rules_again(struct test *test)
{
	vt_word(test->vt, 0, " rules ", test->rules, sizeof test->rules);
	box_own_rules(test->box, ++test->version);
	if (!vt_wait(test->vt, has_other_rules, test))
		fail(test, "the new rules are not read");
}

static void switch_scenarios(struct test *test)
{
	const char *const name = test->round % 2 ? "high" : "low";
	char *title = xasprintf("publicstake | %s |", name);

	command(test, xasprintf(":open %s\r", name), title);
	if (test->round % 10 == 0) {
		command(test, xasprintf(":set b %d\r", test->round % 900), "(changed)");
		command(test, xasprintf(":replace %s\r", name), title);
	}
	free(title);
}

/* Any size, and back. */
static void resize(struct test *test)
{
	vt_resize(test->vt, 1 + test->round * 7 % 60, 1 + test->round * 13 % VT_SIDE_MAX);
	while (vt_read(test->vt, 1000))
		continue;
	vt_resize(test->vt, ROWS, COLS);
	await(test, "q quit");
}

static void look_around(struct test *test)
{
	static const char *const views[] = { "t", "w", "r", "s", "C", "M", "?", "x", "c" };

	vt_type(test->vt, views[test->round % (int)ARRAY_LEN(views)]);
	vt_type(test->vt, "c.." "uu\x12" "\t\t\t\t" "dpdp");
	command(test, xstrdup(":charts 1\r"), NULL);
}

static void do_round(struct test *test)
{
	look_around(test);
	move_sliders(test);
	switch_scenarios(test);
	read_rules_again(test);
	resize(test);
}

/* ---- verdict ---- */

static void print(const struct test *test)
{
	printf("rounds  mean KiB  highest KiB  files  threads  processor s  read KiB  written KiB  journal KiB  seconds\n");
	for (int i = 1; i <= TENTHS; i++) {
		const struct seen *a = &test->seen[i - 1], *b = &test->seen[i];

		printf("%6d  %8ld  %11ld  %5ld  %7ld  %11.2f  %8lld  %11lld  %11lld  %7.1f\n", test->rounds * i / TENTHS,
			b->mean, b->highest, b->descriptors, b->threads, (double)(b->processor - a->processor) / 100, (b->read - a->read) >> 10,
			(b->written - a->written) >> 10, b->journal >> 10, b->at - a->at);
	}
}

/* Of the tenths from that one on. */
static long mean_memory(const struct test *test, int tenth)
{
	long sum = 0;

	for (int i = 0; i < SPAN; i++)
		sum += test->seen[tenth + i].mean;
	return sum / SPAN;
}

static void check(struct test *test)
{
	const struct seen *cold = &test->seen[WARM - 1], *warm = &test->seen[WARM], *late = &test->seen[TENTHS - 1],
		*end = &test->seen[TENTHS];
	const long early = mean_memory(test, WARM + 1), lately = mean_memory(test, TENTHS - SPAN + 1);
	const long before = warm->processor - cold->processor, after = end->processor - late->processor;

	if (!IS_SANITIZED && lately > early + early / 100 * GROWTH + GROWTH_KIB)
		fail(test, "memory has grown");
	if (end->descriptors != warm->descriptors)
		fail(test, "files are left open");
	if (end->threads > warm->threads)
		fail(test, "threads are left");
	if (before >= WORK_MIN && after > SLOWER * before)
		fail(test, "the same takes more and more of the processor's time");
	if (end->written - late->written > SLOWER * (warm->written - cold->written))
		fail(test, "more and more is written");
	if (end->read - late->read > SLOWER * (warm->read - cold->read))
		fail(test, "more and more is read");
	if (end->journal > JOURNAL_MAX)
		fail(test, "the journal has grown too long");
}

static void begin(struct test *test)
{
	const char *const argv[] = { test->box->program, NULL };
	char *low = xasprintf("%s/low.csv", test->box->scenarios), *high = xasprintf("%s/high.csv", test->box->scenarios);

	box_own_rules(test->box, 0);
	box_write(low, "id,value,note\na,1,\n");
	box_write(high, "id,value,note\na,900,\nb,900,\nc,900,\n");
	free(low);
	free(high);
	test->vt = vt_start(argv, ROWS, COLS);
	if (vt_wait_for(test->vt, "q quit"))
		return;
	vt_print(test->vt);
	printf("no terminal of type vt52 is known here, or the explorer does not start\n");
	box_release(test->box, false);
	exit(77);
}

static void end(struct test *test)
{
	int status;

	vt_type(test->vt, ":quit\r");
	status = vt_end(test->vt, true);
	if (status != 0 || !vt_is_restored(test->vt) || vt_strange(test->vt))
		fail(test, "the explorer does not end well");
	vt_free(test->vt);
	printf("at the end the journal has %lld KiB\n", journal_bytes(test) >> 10);
	box_release(test->box, false);
}

int main(int argc, char *argv[])
{
	struct test test = { .rounds = argc > 1 ? MANY : FEW, .box = box_make("long-use", argc > 1 ? argv[1] : NULL, NULL) };

	begin(&test);
	test.seen[0] = look(&test);
	for (test.round = 1; test.round <= test.rounds; test.round++) {
		do_round(&test);
		look_at_memory(&test);
		if (test.round * TENTHS % test.rounds == 0) {
			test.seen[test.round * TENTHS / test.rounds] = look(&test);
			test.sum = test.looks = test.highest = 0;
		}
	}
	print(&test);
	check(&test);
	end(&test);
	return 0;
}
