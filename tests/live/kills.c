/* SPDX-License-Identifier: MIT
 *
 * The explorer is killed, again and again, at random moments while sliders move, scenarios are saved, rules are read again and
 * things are undone.  After each time it must come back where it was, and all files must be whole.
 *
 *	tests/live/kills [KILLS [SEED]]     how often (environment: KILLS), and the seed that a failure printed
 *
 * What is typed follows a plan, a list of states that must come one after the other.  A state that was seen on the screen counts
 * as reached, so the session that is resumed has to stand at the last state that was seen or at a later one of the plan.  Nothing
 * hangs on how quick the machine is: the moment of the kill is drawn from the time that things were seen to take.
 */
#include "config.h"

#include <assert.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/number.h"
#include "box.h"
#include "vt52.h"

enum {
	KILLS = 200, ROWS = 24, COLS = 80,
	LEVERS = 3, TOP = 999,         /* of the model of box.c */
	NAMES = 4,                     /* scenarios that are saved */
	DEEDS = 8, BURST = 12,         /* at most between two kills; moves of a slider in one go */
	PLAN_MAX = DEEDS * BURST + 1,
	PAD = 20000,                   /* bytes of notes in each scenario, so that writing it takes some time */
};

enum deed { START, SET, MOVE, SAVE, UNDO, REDO, EDIT, UNDO_EDIT, DEEDS_COUNT };

struct state {
	int value[LEVERS];
	int name;            /* of the scenario in hand; -1: none */
};

/* What the file of a scenario may hold: what was seen to be saved last, and what was asked for since. */
struct saved {
	struct state may[PLAN_MAX + 1];
	int at[PLAN_MAX + 1];   /* where in the plan it was asked for */
	int count;
};

struct test {
	struct box *box;
	struct vt *vt;
	uint64_t random;
	double takes[DEEDS_COUNT];      /* seconds, as far as is known */
	struct state plan[PLAN_MAX];
	int planned, reached;
	struct saved saved[NAMES];
	enum deed last;
	int cursor;                     /* the lever under it */
	int version;                    /* of the user's rule file; that before the last edit is one less */
	char rules[16];                 /* fingerprint on the screen */
	int kills, during[DEEDS_COUNT];
};

/* ---- chance ---- */

static uint64_t random_bits(struct test *test)
{
	uint64_t x = test->random += 0x9E3779B97F4A7C15u;

	x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
	x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
	return x ^ (x >> 31);
}

static int below(struct test *test, int count)
{
	return (int)(random_bits(test) % (uint64_t)count);
}

static double part(struct test *test)
{
	return (double)(random_bits(test) >> 11) * 0x1p-53;
}

/* ---- the screen ---- */

/* The number that ends the part of a row before column `end`; -1: there is none. */
static int number_before(const char *row, int end)
{
	int from = end;

	while (from > 0 && row[from - 1] == ' ')
		from--;
	end = from;
	while (from > 0 && row[from - 1] >= '0' && row[from - 1] <= '9')
		from--;
	return from == end ? -1 : (int)strtol(row + from, NULL, 10);
}

/* What stands on the screen; false where it does not show a state. */
static bool read_state(const struct vt *vt, struct state *state)
{
	char word[16];

	if (!vt_word(vt, 0, "publicstake | ", word, sizeof word))
		return false;
	state->name = word[0] == 's' ? word[1] - '0' : -1;
	for (int i = 0; i < LEVERS; i++) {
		const char label[] = { 'L', 'e', 'v', 'e', 'r', ' ', (char)('a' + i), ' ', '\0' };
		const int y = vt_find(vt, label);
		const char *wall = y < 0 ? NULL : strchr(vt_row(vt, y) + 30, '|');

		state->value[i] = wall ? number_before(vt_row(vt, y), (int)(wall - vt_row(vt, y))) : -1;
		if (state->value[i] < 0)
			return false;
	}
	return true;
}

static bool same(const struct state *a, const struct state *b)
{
	return a->name == b->name && !memcmp(a->value, b->value, sizeof a->value);
}

/* What was asked for up to here and saved earlier can't be in the file any more. */
static void forget_saved(struct test *test)
{
	for (int i = 0; i < NAMES; i++) {
		struct saved *saved = &test->saved[i];
		int from = 0;

		while (from + 1 < saved->count && saved->at[from + 1] <= test->reached)
			from++;
		saved->count -= from;
		memmove(saved->may, saved->may + from, (size_t)saved->count * sizeof *saved->may);
		memmove(saved->at, saved->at + from, (size_t)saved->count * sizeof *saved->at);
	}
}

/* Takes what was drawn. The first state of the plan that it may be is the one that counts. */
static void look(struct test *test, long us)
{
	struct state now;

	if (!vt_read(test->vt, us) || !read_state(test->vt, &now))
		return;
	for (int i = test->reached; i < test->planned; i++)
		if (same(&now, &test->plan[i])) {
			test->reached = i;
			break;
		}
	forget_saved(test);
}

static void fail(struct test *test, const char *what)
{
	printf("FAIL after %d kills: %s\n", test->kills, what);
	printf("    reached %d of the plan:\n", test->reached);
	for (int i = 0; i < test->planned; i++)
		printf("    %d: %d %d %d s%d\n", i, test->plan[i].value[0], test->plan[i].value[1], test->plan[i].value[2],
			test->plan[i].name);
	if (test->vt)
		vt_print(test->vt);
	box_release(test->box, true);
	exit(1);
}

/* Reads until that holds, and keeps in mind how long it takes from `from` on. */
static void await(struct test *test, enum deed deed, double from, bool (*holds)(const struct test *test))
{
	while (!holds(test)) {
		if (vt_is_closed(test->vt) || vt_clock() > from + VT_PATIENCE)
			fail(test, "what was typed never came to be");
		look(test, 100000);
	}
	test->takes[deed] = 0.7 * test->takes[deed] + 0.3 * (vt_clock() - from);
}

/* The end of the plan, or what looks like it. */
static bool is_there(const struct test *test)
{
	struct state now;

	return read_state(test->vt, &now) && same(&now, &test->plan[test->planned - 1]);
}

static bool has_started(const struct test *test)
{
	struct state state;

	return read_state(test->vt, &state) && strstr(vt_row(test->vt, ROWS - 1), "q quit")
	       && strstr(vt_row(test->vt, ROWS - 2), "worlds");
}

static bool rules_changed(const struct test *test)
{
	char rules[sizeof test->rules];

	return vt_word(test->vt, 0, " rules ", rules, sizeof rules) && strcmp(rules, test->rules) != 0;
}

/* ---- deeds ---- */

static struct state *plan_next(struct test *test)
{
	assert(test->planned < PLAN_MAX);
	test->plan[test->planned] = test->plan[test->planned - 1];
	return &test->plan[test->planned++];
}

/* Takes the text's memory over. */
static void type(struct test *test, char *text)
{
	vt_type(test->vt, text);
	free(text);
}

static void do_set(struct test *test)
{
	const int lever = below(test, LEVERS);
	struct state *next = plan_next(test);
	const int by = 1 + below(test, TOP);

	next->value[lever] = (next->value[lever] + by) % (TOP + 1);
	type(test, xasprintf(":set %c %d\r", 'a' + lever, next->value[lever]));
}

static void do_moves(struct test *test)
{
	static const struct {
		char key;
		int by;
	} moves[] = { { 'l', 1 }, { 'h', -1 }, { 'L', 100 }, { 'H', -100 } };
	const int lever = below(test, LEVERS);
	char keys[LEVERS + BURST + 1];
	size_t count = 0;

	for (; test->cursor != lever; test->cursor += test->cursor < lever ? 1 : -1)
		keys[count++] = test->cursor < lever ? 'j' : 'k';
	for (int i = below(test, BURST - 1); i >= 0; i--) {
		const size_t which = (size_t)below(test, 4);
		struct state *next = plan_next(test);
		const int to = next->value[lever] + moves[which].by;

		keys[count++] = moves[which].key;
		next->value[lever] = to < 0 ? 0 : to > TOP ? TOP : to;
	}
	keys[count] = '\0';
	vt_type(test->vt, keys);
}

static void do_save(struct test *test)
{
	struct state *next = plan_next(test);
	struct saved *saved;

	/* Never twice the same: the name in the title tells that it is done. */
	next->name = (next->name + 1 + below(test, NAMES - 1)) % NAMES;
	saved = &test->saved[next->name];
	saved->may[saved->count] = *next;
	saved->at[saved->count++] = test->planned - 1;
	type(test, xasprintf(":replace s%d\r", next->name));
}

/* Undo goes back to what was before the last deed, redo to what was before the undo. */
static void do_undo(struct test *test, const char *key)
{
	struct state *next = plan_next(test);

	*next = test->plan[test->planned - 3];
	vt_type(test->vt, key);
}

static void do_edit(struct test *test)
{
	vt_word(test->vt, 0, " rules ", test->rules, sizeof test->rules);
	box_own_rules(test->box, ++test->version);
}

static void undo_edit(struct test *test)
{
	vt_word(test->vt, 0, " rules ", test->rules, sizeof test->rules);
	vt_type(test->vt, "u");
}

static enum deed choose(struct test *test)
{
	const int chance = below(test, 100);

	if (test->last == EDIT && chance < 50)
		return UNDO_EDIT;
	if ((test->last == SET || test->last == REDO) && chance < 40)
		return UNDO;
	if (test->last == UNDO && chance < 50)
		return REDO;
	return chance < 55 ? SET : chance < 70 ? MOVE : chance < 90 ? SAVE : EDIT;
}

static void act(struct test *test, enum deed deed)
{
	switch (deed) {
	case SET: do_set(test); break;
	case MOVE: do_moves(test); break;
	case SAVE: do_save(test); break;
	case UNDO: do_undo(test, "u"); break;
	case REDO: do_undo(test, "\x12"); break;
	case EDIT: do_edit(test); break;
	case UNDO_EDIT: undo_edit(test); break;
	case START:
	case DEEDS_COUNT: break;
	}
	test->last = deed;
}

/* Some deeds, each in half of all cases before the one before is done. New rules are waited for, as undo would mean another
 * thing before and after. */
static void live(struct test *test)
{
	for (int left = below(test, DEEDS - 1); left > 0; left--) {
		const enum deed deed = choose(test);
		const double from = vt_clock();
		const bool alone = is_there(test);

		act(test, deed);
		if (deed == EDIT || deed == UNDO_EDIT)
			await(test, deed, from, rules_changed);
		else if (alone && below(test, 2))
			await(test, deed, from, is_there);
	}
}

/* ---- lives ---- */

static void start(struct test *test)
{
	const char *const argv[] = { test->box->program, NULL };

	test->vt = vt_start(argv, ROWS, COLS);
	test->last = START;
}

static void put_down(struct test *test, enum deed during)
{
	const double until = vt_clock() + 1.5 * part(test) * test->takes[during];
	int status;

	for (double now = vt_clock(); now < until; now = vt_clock())
		look(test, (long)(1e6 * (until - now)) + 1);
	kill(vt_pid(test->vt), SIGKILL);
	status = vt_end(test->vt, false);
	if (status != -1 && !WIFSIGNALED(status))
		fail(test, "the explorer had ended by itself");
	while (!vt_is_closed(test->vt))
		look(test, 1000);
	vt_free(test->vt);
	test->vt = NULL;
	test->kills++;
	test->during[during]++;
}

/* A session that stands where it did, or at a later state of the plan. */
static void check_resumed(struct test *test)
{
	struct state now;
	char cursor[] = ">Lever a ";

	read_state(test->vt, &now);
	for (int i = test->reached; i < test->planned; i++)
		if (same(&now, &test->plan[i])) {
			test->plan[0] = now;
			test->planned = 1;
			test->reached = 0;
			for (test->cursor = 0; test->cursor < LEVERS; test->cursor++, cursor[7]++)
				if (vt_find(test->vt, cursor) >= 0)
					return;
			fail(test, "no slider is under the cursor");
		}
	fail(test, "the session is not where it was");
}

static int setting(const char *text, char lever)
{
	const char line[] = { '\n', lever, ',', '\0' };
	const char *at = strstr(text, line);

	return at ? (int)strtol(at + 3, NULL, 10) : 0;
}

/* Whole, and one of the contents that were to be saved; from now on it is that one. */
static void check_scenario(struct test *test, int name)
{
	char *path = xasprintf("%s/s%d.csv", test->box->scenarios, name), *text = box_read(path);
	struct saved *saved = &test->saved[name];
	const size_t length = text ? strlen(text) : 0;
	struct state found = { .name = name };

	/* CSV has lines that end in a carriage return and a line feed; the first contents are written without. */
	if (length < PAD || text[length - 1] != '\n' || !strstr(text, "\n# pad end") || !strstr(text, "\nid,value,note"))
		fail(test, "a scenario is not whole");
	for (int i = 0; i < LEVERS; i++)
		found.value[i] = setting(text, (char)('a' + i));
	for (int i = 0; i < saved->count; i++)
		if (same(&found, &saved->may[i])) {
			*saved = (struct saved){ .may = { found }, .at = { -1 }, .count = 1 };
			free(path);
			free(text);
			return;
		}
	printf("%s: %d %d %d\n", path, found.value[0], found.value[1], found.value[2]);
	fail(test, "a scenario holds what was never saved, or was saved long ago");
}

static void check_files(struct test *test)
{
	char *text = box_read(test->box->rules), *damaged = xasprintf("%s/journal.damaged", test->box->session);
	char *second = xasprintf("%.*s2", (int)strlen(test->box->session) - 1, test->box->session);
	const int version = text ? box_model_version(text) : 0;

	if (version < 0 || version > test->version)
		fail(test, "the rule file is not whole");
	if (file_exists(damaged))
		fail(test, "the journal was found damaged");
	if (file_exists(second))
		fail(test, "the session was not resumed");
	for (int i = 0; i < NAMES; i++)
		check_scenario(test, i);
	free(text);
	free(damaged);
	free(second);
}

static void resume(struct test *test)
{
	const double from = vt_clock();

	start(test);
	await(test, START, from, has_started);
	check_resumed(test);
	check_files(test);
}

static void round_of_life(struct test *test)
{
	enum deed during;

	if (below(test, 10) == 0) {   /* killed while it starts, with the plan as it was */
		start(test);
		put_down(test, START);
	}
	resume(test);
	live(test);
	during = choose(test);
	act(test, during);
	put_down(test, during);
}

/* ---- the whole ---- */

/* All scenarios, with comments that make them long. */
static void make_scenarios(struct test *test)
{
	struct buf text = BUF_INIT;

	while (text.len < PAD)
		buf_add(&text, "# pad pad pad pad pad pad pad pad pad pad pad pad pad pad pad pad pad pad pad pad\n");
	buf_add(&text, "# pad end\nid,value,note\na,1,\n");
	for (int i = 0; i < NAMES; i++) {
		char *path = xasprintf("%s/s%d.csv", test->box->scenarios, i);

		box_write(path, buf_text(&text));
		free(path);
		test->saved[i] = (struct saved){ .may = { { { 1, 0, 0 }, i } }, .at = { -1 }, .count = 1 };
	}
	buf_release(&text);
}

/* The first life: the terminal type must be known, and s0 is opened, so that what is saved has its comments. */
static void begin(struct test *test)
{
	const struct state opened = { { 1, 0, 0 }, 0 };

	box_own_rules(test->box, 0);
	make_scenarios(test);
	start(test);
	if (!vt_wait_for(test->vt, "q quit")) {
		vt_print(test->vt);
		printf("no terminal of type vt52 is known here, or the explorer does not start\n");
		box_release(test->box, false);
		exit(77);
	}
	test->plan[0] = opened;
	test->planned = 1;
	test->reached = 0;
	vt_type(test->vt, ":open s0\r");
	await(test, START, vt_clock(), is_there);
}

static void end(struct test *test)
{
	int status;

	resume(test);
	vt_type(test->vt, ":quit\r");
	status = vt_end(test->vt, true);
	if (status != 0 || !vt_is_restored(test->vt) || vt_strange(test->vt))
		fail(test, "the explorer does not end well");
	vt_free(test->vt);
	printf("%d kills: %d while starting, %d while setting, %d while moving, %d while saving, %d while undoing or redoing, "
		"%d while reading new rules\n", test->kills, test->during[START], test->during[SET], test->during[MOVE],
		test->during[SAVE], test->during[UNDO] + test->during[REDO] + test->during[UNDO_EDIT], test->during[EDIT]);
	box_release(test->box, false);
}

int main(int argc, char *argv[])
{
	const char *kills = argc > 1 ? argv[1] : getenv("KILLS");
	const int wanted = kills ? number_whole(kills, 1, 1000000) : KILLS;
	const uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : (uint64_t)time(NULL);
	struct test *test = xcalloc(1, sizeof *test);

	printf("seed %llu\n", (unsigned long long)seed);
	fflush(stdout);
	test->random = seed;
	for (int i = 0; i < DEEDS_COUNT; i++)
		test->takes[i] = 0.01;
	test->box = box_make("kills", NULL, NULL);
	begin(test);
	put_down(test, START);
	while (test->kills < wanted)
		round_of_life(test);
	end(test);
	free(test);
	return 0;
}
