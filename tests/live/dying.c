/* SPDX-License-Identifier: MIT
 *
 * How the explorer ends: by signals, with the terminal gone or not reading any more, in terminals that are none, in windows of any
 * size, with sessions that can't be read and files that vanish.  Each time it must end by itself, give the terminal back, and have kept what was done.
 */
#include "config.h"

#include <linux/capability.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "box.h"
#include "vt52.h"

enum { ROWS = 24, COLS = 80, FLOOD = 300 };

struct test {
	struct box *box;
	struct vt *vt;
	int value;          /* of lever a, as last set */
	bool has_failed;
};

static void fail(struct test *test, const char *what, const char *why)
{
	printf("FAIL %s: %s\n", what, why);
	if (test->vt)
		vt_print(test->vt);
	test->has_failed = true;
}

/* ---- explorers ---- */

static void start(struct test *test)
{
	const char *const argv[] = { test->box->program, NULL };

	test->vt = vt_start(argv, ROWS, COLS);
}

static void drop(struct test *test)
{
	vt_free(test->vt);
	test->vt = NULL;
}

static bool shows_value(struct test *test)
{
	char *shown = xasprintf(" %d |", test->value);
	const bool does = vt_wait_for(test->vt, "q quit") && vt_wait_for(test->vt, shown);

	free(shown);
	return does;
}

/* An explorer in which something was done that has to be kept. */
static void begin(struct test *test, const char *what)
{
	char *text = xasprintf(":set a %d\r", ++test->value);

	start(test);
	if (vt_wait_for(test->vt, "q quit"))
		vt_type(test->vt, text);
	free(text);
	if (!shows_value(test))
		fail(test, what, "the explorer does not come up");
}

/* It must have ended with that status, given the terminal back, and the next one goes on where it was. */
static void check(struct test *test, const char *what, int status, int wanted)
{
	if (status != wanted)
		printf("status %d, %d was wanted\n", status, wanted);
	if (status == -1)
		fail(test, what, "the explorer does not end");
	else if (status != wanted)
		fail(test, what, "the explorer ends with another status");
	if (!vt_is_restored(test->vt))
		fail(test, what, "the terminal is not as it was");
	if (vt_strange(test->vt))
		fail(test, what, "control characters reach the terminal");
	drop(test);
	start(test);
	if (!shows_value(test))
		fail(test, what, "what was done is not there any more");
	vt_type(test->vt, ":quit\r");
	if (vt_end(test->vt, true) != 0)
		fail(test, what, "the next explorer does not end well");
	drop(test);
}

/* ---- signals ---- */

static const struct {
	int number, status;
	const char *name;
} signals[] = { { SIGHUP, 0, "SIGHUP" }, { SIGTERM, 0, "SIGTERM" }, { SIGINT, 0, "SIGINT" }, { SIGQUIT, SIGQUIT, "SIGQUIT" } };

/* What is being done when the end comes. */
static const struct {
	const char *when, *keys;
} moments[] = { { "at rest", "" }, { "at the prompt", ":set b" }, { "in the help", "?" }, { "while it draws", "\f\f\f\f\f\f\f\f\f\f" } };

static void end_by_signals(struct test *test)
{
	for (size_t i = 0; i < ARRAY_LEN(signals); i++)
		for (size_t j = 0; j < ARRAY_LEN(moments); j++) {
			char *what = xasprintf("%s %s", signals[i].name, moments[j].when);
			int status;

			begin(test, what);
			vt_type(test->vt, moments[j].keys);
			vt_read(test->vt, j ? 100000 : 0);
			kill(vt_pid(test->vt), signals[i].number);
			status = vt_end(test->vt, true);
			check(test, what, WIFSIGNALED(status) ? WTERMSIG(status) : status, signals[i].status);
			free(what);
		}
}

/* SIGPIPE is of no concern to it. */
static void go_on_after_sigpipe(struct test *test)
{
	begin(test, "SIGPIPE");
	kill(vt_pid(test->vt), SIGPIPE);
	vt_type(test->vt, "?");
	if (!vt_wait_for(test->vt, "help"))
		fail(test, "SIGPIPE", "the explorer does not go on");
	vt_type(test->vt, ":quit\r");
	check(test, "SIGPIPE", vt_end(test->vt, true), 0);
}

/* ---- terminals that go ---- */

static void end_without_terminal(struct test *test)
{
	for (size_t i = 0; i < ARRAY_LEN(moments); i++) {
		char *what = xasprintf("the terminal gone %s", moments[i].when);

		begin(test, what);
		vt_type(test->vt, moments[i].keys);
		vt_hang_up(test->vt);
		check(test, what, vt_end(test->vt, false), 0);
		free(what);
	}
}

/* With an editor in front: that goes with the terminal, too. */
static void end_without_terminal_in_editor(struct test *test)
{
	setenv("VISUAL", "echo edits; exec sleep 1000 #", 1);
	begin(test, "an editor");
	vt_type(test->vt, ":edit y\r");
	if (!vt_wait_for(test->vt, "edits"))
		fail(test, "an editor", "is not started");
	vt_hang_up(test->vt);
	check(test, "the terminal gone in an editor", vt_end(test->vt, false), 0);
}

/* Somebody has stopped the output (C-s), and the system goes down. What was done is kept though nothing can be drawn. */
static void end_when_not_read(struct test *test)
{
	static const int numbers[] = { SIGTERM, SIGHUP };

	for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
		begin(test, "output that is stopped");
		for (int j = 0; j < FLOOD && vt_offer(test->vt, "\f"); j++)
			nanosleep(&(struct timespec){ .tv_nsec = 1000000 }, NULL);
		kill(vt_pid(test->vt), numbers[i]);
		vt_hang_up(test->vt);
		check(test, "output that is stopped", vt_end(test->vt, false), 0);
	}
}

/* ---- no terminals ---- */

static void refuse_terminals(struct test *test)
{
	static const struct {
		const char *type, *message;
	} types[] = {
		{ "TERM=", "TERM is not set" }, { "-uTERM", "TERM is not set" }, { "TERM=dumb", "can't move its cursor" },
		{ "TERM=no-such-terminal", "is not known here" }, { "TERM=../../../etc/passwd", "is not known here" },
		{ "TERM=\033]0;title\a", "is not known here" },
	};

	for (size_t i = 0; i < ARRAY_LEN(types); i++) {
		const char *const argv[] = { "env", types[i].type, test->box->program, NULL };
		int status;

		test->vt = vt_start(argv, ROWS, COLS);
		status = vt_end(test->vt, true);
		if (!WIFEXITED(status) || WEXITSTATUS(status) != 2 || vt_find(test->vt, types[i].message) < 0)
			fail(test, types[i].type, "is not refused");
		if (!vt_is_restored(test->vt) || vt_strange(test->vt))
			fail(test, types[i].type, "leaves its traces on the terminal");
		drop(test);
	}
}

/* ---- windows ---- */

static const struct {
	int rows, cols;
} sizes[] = {
	{ 1, 1 }, { 1, 95 }, { 95, 1 }, { 2, 2 }, { 3, 80 }, { 24, 3 }, { 5, 20 }, { 60, 95 }, { 13, 37 }, { 95, 95 }, { 24, 80 },
};

/* In each view of each size keys are taken; then the usual size shows everything. */
static void change_size(struct test *test)
{
	static const char *const views[] = { "t", "w", "r", "s", "C", "M", "?", "x", ":", "c" };

	begin(test, "sizes");
	for (size_t i = 0; i < ARRAY_LEN(views); i++) {
		vt_type(test->vt, views[i]);
		for (size_t j = 0; j < ARRAY_LEN(sizes); j++) {
			vt_resize(test->vt, sizes[j].rows, sizes[j].cols);
			vt_type(test->vt, "\t");
			vt_read(test->vt, 20000);
		}
		vt_type(test->vt, *views[i] == ':' ? "\033" : "");
	}
	vt_resize(test->vt, ROWS, COLS);
	vt_type(test->vt, "\033\fc");
	if (!shows_value(test))
		fail(test, "sizes", "the explorer does not go on");
	vt_type(test->vt, ":quit\r");
	check(test, "sizes", vt_end(test->vt, true), 0);
}

static void draw_and_end(struct test *test)
{
	while (!vt_read(test->vt, 1000000) && !vt_is_closed(test->vt))
		continue;
	vt_type(test->vt, ":quit\r");
	check(test, "a start in a window of another size", vt_end(test->vt, true), 0);
}

static void start_in_sizes(struct test *test)
{
	static const struct {
		unsigned short rows, cols;
	} strange[] = { { 0, 0 }, { 0, 80 }, { 60, 200 }, { 300, 300 }, { 1000, 1 }, { 1, 1000 }, { 65535, 65535 }, { 65535, 1 }, { 1, 65535 } };
	const char *const argv[] = { test->box->program, NULL };

	begin(test, "sizes");
	vt_type(test->vt, ":quit\r");
	check(test, "sizes", vt_end(test->vt, true), 0);
	for (size_t i = 0; i < ARRAY_LEN(strange); i++) {
		test->vt = vt_start_unseen(argv, strange[i].rows, strange[i].cols);
		draw_and_end(test);
	}
	for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
		test->vt = vt_start(argv, sizes[i].rows, sizes[i].cols);
		draw_and_end(test);
	}
}

/* ---- sessions that can't be read ---- */

/* What stands in the place of the session's journal. Where it is left as it is another session is begun. */
static void meet_bad_journals(struct test *test)
{
	static const struct {
		const char *what, *command;
	} kinds[] = {
		{ "a folder in its place", "rm journal; mkdir journal" },
		{ "a FIFO in its place", "rm journal; mkfifo journal" },
		{ "a device in its place", "rm journal; ln -s /dev/zero journal" },
		{ "a loop of links", "rm journal; ln -s journal journal" },
		{ "binary", "head -c 5000 \"$HOME/bin/publicstake\" >journal" },
		{ "of another version", "echo publicstake journal 999 >journal" },
		{ "a terabyte", "truncate -s 1T journal" },
		{ "zeros behind", "truncate -s 100000 journal" },
		{ "cut in a line", "truncate -s -3 journal" },
		{ "cut to nothing", "truncate -s 0 journal" },
		{ "damaged in the midst", "sed -i 5s/./x/20 journal" },
		{ "not for reading", "chmod 000 journal" },
		{ "another user's", "chown 65534 journal 2>/dev/null && chmod 600 journal || chmod 000 journal" },
		{ "in a folder that may not be written to", "chmod 500 ." },
		{ "a FIFO for a lock", "rm lock; mkfifo lock" },
		{ "a file for blobs", "rm -rf blobs; echo >blobs" },
	};

	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		char *command = xasprintf("cd \"$HOME\"/.local/state/publicstake/sessions/* && %s", kinds[i].command);

		if (system("cd \"$HOME\"/.local/state/publicstake && chmod -R u+rwx . && rm -rf sessions") != 0)   /* NOLINT(cert-env33-c): constants */
			fail(test, kinds[i].what, "can't be taken away");
		begin(test, kinds[i].what);
		vt_type(test->vt, ":quit\r");
		vt_end(test->vt, true);
		drop(test);
		if (system(command) != 0)   /* NOLINT(cert-env33-c): likewise */
			fail(test, kinds[i].what, "can't be made");
		begin(test, kinds[i].what);
		vt_type(test->vt, ":quit\r");
		check(test, kinds[i].what, vt_end(test->vt, true), 0);
		free(command);
	}
}

/* ---- work that can't be kept ---- */

static const char keep_nothing[] = "cd \"$HOME\"/.local/state/publicstake && chmod -R u+rwx . && rm -rf sessions && chmod 500 .";
static const char keep_again[] = "chmod 700 \"$HOME\"/.local/state/publicstake";

static void run(struct test *test, const char *what, const char *command)
{
	if (system(command) != 0)   /* NOLINT(cert-env33-c): a constant */
		fail(test, what, "can't be done");
}

/* It must have ended with the status of a file that can't be written, and have said so on the terminal as that was before. */
static void check_told(struct test *test, const char *what)
{
	const int status = vt_end(test->vt, true);

	if (!WIFEXITED(status) || WEXITSTATUS(status) != 2)
		fail(test, what, "the explorer ends with another status");
	if (!vt_is_restored(test->vt))
		fail(test, what, "the terminal is not as it was");
	if (vt_find(test->vt, "publicstake: what you did was not saved: ") < 0)
		fail(test, what, "the loss is not mentioned");
	drop(test);
}

/* Who wants to leave is asked once for all that was done so far. */
static void ask_before_loss(struct test *test)
{
	static const char question[] = "your work is not saved (permission denied); q again leaves anyway";

	begin(test, "asked");
	if (vt_find(test->vt, "your work is not saved (permission denied); M says more") < 0)
		fail(test, "asked", "that nothing is kept is not on the screen");
	vt_type(test->vt, "q");
	if (!vt_wait_for(test->vt, question))
		fail(test, "asked", "q does not ask");
	vt_type(test->vt, ":set b 55\rq");
	if (!vt_wait_for(test->vt, " 55 |") || !vt_wait_for(test->vt, question))
		fail(test, "asked", "q does not ask for what was done since");
	vt_type(test->vt, "?");
	if (!vt_wait_for(test->vt, "On sliders"))
		fail(test, "asked", "the explorer does not go on");
	vt_type(test->vt, ":quit\r");
	check_told(test, "asked");
}

static void tell_of_losses(struct test *test)
{
	run(test, "a folder for nobody", keep_nothing);
	ask_before_loss(test);
	begin(test, "by force");
	vt_type(test->vt, ":quit force\r");
	check_told(test, "by force");
	for (size_t i = 0; i < 2; i++) {
		begin(test, signals[i].name);
		kill(vt_pid(test->vt), signals[i].number);
		check_told(test, signals[i].name);
	}
	start(test);
	vt_type(test->vt, vt_wait_for(test->vt, "q quit") ? "<q" : "");
	if (vt_end(test->vt, true) != 0)
		fail(test, "nothing done", "the explorer does not end well");
	drop(test);
	run(test, "a folder for its owner", keep_again);
}

/* ---- files that vanish ---- */

static bool has_no_levers(const struct vt *vt, void *context)
{
	(void)context;
	return vt_find(vt, "Lever a") < 0 && vt_find(vt, "Stock") >= 0;
}

/* Rules without the levers leave their settings for when they are back; what is no file says so. */
static void outlive_rules(struct test *test)
{
	const char *const what = "rules that vanish";

	begin(test, what);
	unlink(test->box->rules);
	if (!vt_wait(test->vt, has_no_levers, NULL))
		fail(test, what, "the levers are still there");
	run(test, what, "mkfifo \"$HOME\"/.local/share/publicstake/rules/zz.lua");
	vt_type(test->vt, "M");
	if (!vt_wait_for(test->vt, "is a FIFO"))
		fail(test, what, "a FIFO in their place is not mentioned");
	run(test, what, "rm -r \"$HOME\"/.local/share/publicstake/rules");
	vt_type(test->vt, "c");
	box_own_rules(test->box, 1);
	if (!shows_value(test))
		fail(test, what, "what was set is not there when they are back");
	vt_type(test->vt, ":quit\r");
	check(test, what, vt_end(test->vt, true), 0);
}

static void outlive_folders(struct test *test)
{
	char *saved = xasprintf("%s/mine.csv", test->box->scenarios);

	begin(test, "folders that vanish");
	run(test, "folders that vanish", "rm -r \"$HOME\"/.local/share/publicstake/scenarios");
	vt_type(test->vt, ":save mine\r");
	if (!vt_wait_for(test->vt, "saved: mine") || access(saved, R_OK) != 0)
		fail(test, "folders that vanish", "nothing is saved");
	run(test, "folders that vanish", "rm -r \"$HOME\"/.local/state/publicstake");
	vt_type(test->vt, ":set b 77\r");
	if (!vt_wait_for(test->vt, " 77 |"))
		fail(test, "folders that vanish", "the explorer does not go on");
	vt_type(test->vt, ":quit\r");
	if (vt_end(test->vt, true) != 0 || !vt_is_restored(test->vt))
		fail(test, "folders that vanish", "the explorer does not end well");
	drop(test);
	begin(test, "folders that vanish");
	vt_type(test->vt, ":quit\r");
	check(test, "folders that vanish", vt_end(test->vt, true), 0);
	free(saved);
}

/* ---- hostile texts ---- */

static const char hostile[] =
	"group \"g\" { label = \"\\27[31mgroup\" }\n"
	"lever \"a\" { label = \"\\27[2Ja\\u{9b}31m\\u{202e}\\8\\r\\n\", help = \"\\27[?1049h\", group = \"g\", default = 0, range = { 0, 999 },\n"
	"	step = 1, unit = \"\\27cu\", marks = { { 5, \"\\27[32mmark\", source = \"\\27[33m\" } }, source = \"\\7\" }\n"
	"outcome \"y\" { label = \"\\27[31mOutcome\\127\", headline = 1, unit = \"\\14\", value = function(v) return v.a end }\n"
	"summary \"s\" { label = \"\\27[35m\", none = \"\\27[36mnever\", headline = 2, first = function(v) return v.y > 2000 end }\n"
	"claim \"c\" { essay = 1, text = \"\\27[31mclaim\", stated = 1, unit = \"\\27[32m\", note = \"\\27[33m\",\n"
	"	value = function(i) return i.a end, inputs = { { \"a\", 1, unit = \"\\27[31m\", source = \"\\27[32m\" } } }\n";

/* All views, with texts and names that a terminal would take for orders. */
static void show_hostile_texts(struct test *test)
{
	static const char *const keys[] = { "t", "w", "r", "s", "j", "\r", "C", "M", "?", "x", "\033", "c", "=", "\033", ":open \t", "\033",
		":open bad\033[31m\r", "\033", "\033", ":no\x9b\r", "\033", "\033", "b\t", "\033", "p", "/Out\r", "l", "." };
	char *red = xasprintf("%s/red\033[31m\302\233.csv", test->box->scenarios);

	box_write(test->box->rules, hostile);
	box_write(red, "# name: \033[32mtitle\a\n# description: \033]0;x\a\nid,value,note\na,5,\033[31mnote\n\033[31m,1,\n");
	start(test);
	if (!vt_wait_for(test->vt, "q quit"))
		fail(test, "hostile texts", "the explorer does not come up");
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		vt_type(test->vt, keys[i]);
		while (vt_read(test->vt, 100000))
			continue;
	}
	box_write(test->box->rules, "error(\"\\27[31mboom \\7\")\n");
	vt_type(test->vt, "\033\033M");
	if (!vt_wait_for(test->vt, "boom"))
		fail(test, "hostile texts", "the broken rules are not read");
	vt_type(test->vt, "\033\033c:quit\r");
	if (vt_end(test->vt, true) != 0 || vt_strange(test->vt) || !vt_is_restored(test->vt))
		fail(test, "hostile texts", "something of them reaches the terminal");
	drop(test);
	free(red);
	unlink(test->box->rules);
}

/* ---- the whole ---- */

static void need_terminal(struct test *test)
{
	start(test);
	if (vt_wait_for(test->vt, "q quit")) {
		vt_type(test->vt, ":quit\r");
		vt_end(test->vt, true);
		drop(test);
		return;
	}
	vt_print(test->vt);
	printf("no terminal of type vt52 is known here, or the explorer does not start\n");
	box_release(test->box, false);
	exit(77);
}

int main(void)
{
	static const struct {
		const char *name;
		void (*run)(struct test *test);
	} parts[] = {
		{ "ended by signals", end_by_signals },
		{ "SIGPIPE", go_on_after_sigpipe },
		{ "the terminal goes", end_without_terminal },
		{ "the terminal goes with an editor in front", end_without_terminal_in_editor },
		{ "the terminal does not read", end_when_not_read },
		{ "terminals that are none", refuse_terminals },
		{ "windows that change their size", change_size },
		{ "windows of any size", start_in_sizes },
		{ "journals that can't be read", meet_bad_journals },
		{ "work that can't be kept", tell_of_losses },
		{ "rules that vanish", outlive_rules },
		{ "folders that vanish", outlive_folders },
		{ "hostile texts", show_hostile_texts },
	};
	struct test test = { .box = box_make("dying", NULL, NULL), .value = 100 };
	bool failed = false;

	/* Who may read everything, as root may, can't be kept from it by permissions; what is started here is no such user. */
	prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
	prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0);
	box_own_rules(test.box, 0);
	need_terminal(&test);
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		test.has_failed = false;
		parts[i].run(&test);
		printf("%s %s\n", test.has_failed ? "FAIL" : "ok  ", parts[i].name);
		fflush(stdout);
		failed |= test.has_failed;
	}
	box_release(test.box, failed);
	return failed;
}
