/* SPDX-License-Identifier: MIT
 *
 * The power fails: at every moment of an explorer's life that matters to its files, on a disk that keeps only what it was told
 * to keep (disk.h).  Whatever is left then, each file is as it was before the deed that was under way or as it is after it, and
 * the session comes back where it stood at one of these two.
 *
 * The test plays two parts: itself, and, with PICTURES in the environment or under the name of the program, publicstake.
 */
#include "config.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/fingerprint.h"
#include "box.h"
#include "cmd/cmd.h"
#include "disk.h"
#include "vt52.h"

enum { ROWS = 24, COLS = 80, BAR = 30 };   /* behind that column ends the panel of the levers */

#define JOURNAL "/.local/state/publicstake/sessions/1/journal"

static const struct deed {
	const char *keys, *seen;
} deeds[] = {
	{ "", "q quit" },
	{ ":set a 5\r", " 5 |" },
	{ ":save one\r", "publicstake | one" },
	{ ":set b 7\r", " 7 |" },
	{ ":save two\r", "publicstake | two" },
	{ ":replace one\r", "publicstake | one" },
	{ ":describe Words\r", "described" },
	{ ":rename three\r", "publicstake | three" },
	{ ":delete two\r", "deleted" },
	{ ":set c 9\r", " 9 |" },
	{ "uu", "undone" },
	{ ":save four\r", "publicstake | four" },
	{ "u", "publicstake | three" },
	{ ":set c 8\r", " 8 |" },
	{ ":save-report report.txt\r", "report.txt" },
	{ ":quit\r", NULL },
};
enum { DEEDS = sizeof deeds / sizeof *deeds };

/* ---- trees of files ---- */

struct leaf {
	char *path;                          /* below the root */
	char content[FINGERPRINT_TEXT_MAX];
};

struct tree {
	struct leaf *leaves;
	size_t count, cap;
};

/* Journals are judged by the sessions that come back from them; the rest is not there for those who come later. */
static bool matters(const char *name)
{
	const size_t length = strlen(name);

	return strcmp(name, "journal") != 0 && strcmp(name, "lock") != 0
		&& !(*name == '.' && length > 4 && !strcmp(name + length - 4, ".tmp"));
}

static void add_leaf(struct tree *tree, const char *path, const char *full)
{
	struct fingerprint fingerprint = FINGERPRINT_INIT;
	char *text = box_read(full);

	tree->leaves = xgrow(tree->leaves, tree->count, &tree->cap, sizeof *tree->leaves);
	tree->leaves[tree->count].path = xstrdup(path);
	fingerprint_add(&fingerprint, "", text, strlen(text));
	fingerprint_text(&fingerprint, tree->leaves[tree->count++].content);
	free(text);
}

static void read_tree(struct tree *tree, const char *root, const char *below, bool (*wanted)(const char *name))
{
	char *folder = xasprintf("%s%s", root, below);
	struct dirent **entries;
	const int count = scandir(folder, &entries, NULL, alphasort);

	for (int i = 0; i < count; i++) {
		const char *name = entries[i]->d_name;
		char *path = xasprintf("%s/%s", below, name), *full = xasprintf("%s%s", root, path);

		if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0) {
			if (file_is_folder(full))
				read_tree(tree, root, path, wanted);
			else if (wanted(name))
				add_leaf(tree, path, full);
		}
		free(path);
		free(full);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	free(folder);
}

static void release_tree(struct tree *tree)
{
	for (size_t i = 0; i < tree->count; i++)
		free(tree->leaves[i].path);
	free(tree->leaves);
	*tree = (struct tree){ NULL, 0, 0 };
}

/* "" where there is no such file. */
static const char *content(const struct tree *tree, const char *path)
{
	for (size_t i = 0; i < tree->count; i++)
		if (!strcmp(tree->leaves[i].path, path))
			return tree->leaves[i].content;
	return "";
}

static bool holds(const struct tree *tree, const char *wanted)
{
	for (size_t i = 0; i < tree->count; i++)
		if (!strcmp(tree->leaves[i].content, wanted))
			return true;
	return false;
}

static bool is_anything(const char *name)
{
	(void)name;
	return true;
}

static bool same_trees(const char *a, const char *b)
{
	struct tree left = { NULL, 0, 0 }, right = { NULL, 0, 0 };
	bool same;

	read_tree(&left, a, "", is_anything);
	read_tree(&right, b, "", is_anything);
	same = left.count == right.count;
	for (size_t i = 0; same && i < left.count; i++)
		same = !strcmp(left.leaves[i].path, right.leaves[i].path)
			&& !strcmp(left.leaves[i].content, right.leaves[i].content);
	release_tree(&left);
	release_tree(&right);
	return same;
}

/* ---- what was seen ---- */

/* After a deed, when all that it did to files is done. */
struct stage {
	struct tree files;
	char *shown;
	int pictures;     /* so many had been taken */
};

struct test {
	struct box *box;
	char *home, *pictures;
	struct vt *vt;
	struct stage before, stages[DEEDS];
	int boots;
	bool has_failed;
};

static void give_up(struct test *test, const char *what)
{
	printf("FAIL %s\n", what);
	if (test->vt)
		vt_print(test->vt);
	box_release(test->box, true);
	exit(1);
}

static void fail(struct test *test, int picture, const char *names, const char *what, const char *detail)
{
	printf("FAIL when the power goes at moment %d, names %s: %s%s\n", picture, names, what, detail);
	test->has_failed = true;
}

/* The scenario's name and the levers, as the screen has them. */
static char *read_screen(const struct vt *vt)
{
	struct buf text = BUF_INIT;
	char name[40] = "";

	vt_word(vt, 0, "publicstake | ", name, sizeof name);
	buf_add(&text, name);
	for (char lever = 'a'; lever <= 'c'; lever++) {
		const char label[] = { 'L', 'e', 'v', 'e', 'r', ' ', lever, ' ', '\0' };
		const int y = vt_find(vt, label);
		const char *row = y < 0 ? "" : vt_row(vt, y), *end = y < 0 ? NULL : strchr(row + BAR, '|');

		buf_add_char(&text, '\n');
		buf_add_bytes(&text, row, end ? (size_t)(end - row) : strlen(row));
	}
	return buf_take(&text);
}

static int count_pictures(const struct test *test)
{
	int count = 0;

	for (;;) {
		char *next = xasprintf("%s/%d", test->pictures, count + 1);
		const bool is_there = file_exists(next);

		free(next);
		if (!is_there)
			return count;
		count++;
	}
}

static bool same_content(const char *a, const char *b)
{
	char *left = box_read(a), *right = box_read(b);
	const bool same = left && right && !strcmp(left, right);

	free(left);
	free(right);
	return same;
}

/* Whether the session's journal would be there as it is now. */
static bool is_flushed(const struct test *test)
{
	char *real = xasprintf("%s" JOURNAL, test->home);
	char *left = xasprintf("%s/%d/late" JOURNAL, test->pictures, count_pictures(test));
	const bool same = same_content(real, left);

	free(real);
	free(left);
	return same;
}

/* ---- the life ---- */

static void start(struct test *test, const char *const argv[])
{
	test->vt = vt_start(argv, ROWS, COLS);
}

static void end(struct test *test)
{
	if (vt_end(test->vt, true) != 0)
		give_up(test, "publicstake does not end well");
	vt_free(test->vt);
	test->vt = NULL;
}

static void see(struct test *test, struct stage *stage)
{
	if (test->vt)
		stage->shown = read_screen(test->vt);
	stage->pictures = count_pictures(test);
	read_tree(&stage->files, test->home, "", matters);
}

static void act(struct test *test, const struct deed *deed)
{
	const double from = vt_clock();

	vt_type(test->vt, deed->keys);
	if (!deed->seen) {
		end(test);
		return;
	}
	if (!vt_wait_for(test->vt, deed->seen))
		give_up(test, deed->keys);
	while (!is_flushed(test)) {
		if (vt_clock() > from + VT_PATIENCE)
			give_up(test, "the journal never reaches the disk");
		vt_read(test->vt, 10000);
	}
}

static void live(struct test *test)
{
	const char *const argv[] = { test->box->program, NULL };

	setenv("PICTURES", test->pictures, 1);
	start(test, argv);
	unsetenv("PICTURES");
	for (int i = 0; i < DEEDS; i++) {
		act(test, &deeds[i]);
		see(test, &test->stages[i]);
	}
}

/* ---- what is left ---- */

static void check_files(struct test *test, const char *left, int picture, const char *names, const struct stage *old,
	const struct stage *new)
{
	const struct stage *both[] = { old, new };
	struct tree files = { NULL, 0, 0 };

	read_tree(&files, left, "", matters);
	for (size_t i = 0; i < files.count; i++) {
		const struct leaf *leaf = &files.leaves[i];

		if (strcmp(leaf->content, content(&old->files, leaf->path)) != 0
		    && strcmp(leaf->content, content(&new->files, leaf->path)) != 0)
			fail(test, picture, names, "what never was is in ", leaf->path);
	}
	for (size_t j = 0; j < ARRAY_LEN(both); j++)
		for (size_t i = 0; i < both[j]->files.count; i++) {
			const struct leaf *leaf = &both[j]->files.leaves[i];

			if (holds(&both[1 - j]->files, leaf->content) && !holds(&files, leaf->content))
				fail(test, picture, names, "nowhere is what was in ", leaf->path);
			if (!strcmp(content(&both[1 - j]->files, leaf->path), leaf->content)
			    && !*content(&files, leaf->path))
				fail(test, picture, names, "gone is ", leaf->path);
		}
	release_tree(&files);
}

/* The next start, with what is left for a home. */
static void check_start(struct test *test, const char *left, int picture, const char *names, const struct stage *old,
	const struct stage *new)
{
	const char *const argv[] = { test->box->program, NULL };
	char *shown;

	box_remove(test->home);
	if (rename(left, test->home))
		give_up(test, left);
	start(test, argv);
	if (!vt_wait_for(test->vt, "q quit") || !vt_wait_for(test->vt, "worlds"))
		give_up(test, "the explorer does not come up again");
	shown = read_screen(test->vt);
	if (strcmp(shown, old->shown) != 0 && strcmp(shown, new->shown) != 0) {
		fail(test, picture, names, "the session is not where it was", "");
		printf("%s\nit was:\n%s\nor:\n%s\n", shown, old->shown, new->shown);
	}
	free(shown);
	vt_type(test->vt, ":quit\r");
	end(test);
	test->boots++;
}

static void check_picture(struct test *test, int picture, const char *names, const struct stage *old,
	const struct stage *new)
{
	char *left = xasprintf("%s/%d/%s", test->pictures, picture, names);
	char *next = xasprintf("%s/%d/%s", test->pictures, picture + 1, names);

	check_files(test, left, picture, names, old, new);
	if (!file_exists(next) || !same_trees(left, next))
		check_start(test, left, picture, names, old, new);
	free(left);
	free(next);
}

static void check_pictures(struct test *test)
{
	const struct stage *old = &test->before;
	int picture = 1;

	for (int i = 0; i < DEEDS; i++) {
		const struct stage *new = &test->stages[i];

		for (; picture <= new->pictures; picture++) {
			check_picture(test, picture, "late", old, new);
			check_picture(test, picture, "early", old, new);
		}
		old = new;
	}
}

/* ---- the whole ---- */

static void begin(struct test *test)
{
	char *program = realpath("/proc/self/exe", NULL), *own = box_model(0), *model;

	test->box = box_make("power", NULL, program);
	test->home = xasprintf("%s/home", test->box->folder);
	test->pictures = xasprintf("%s/pictures", test->box->folder);
	model = xasprintf("model { start = 2026, stop = 2036, step = 1, title = \"Small\" }\n%s", own);
	box_write(test->box->base, model);
	if (mkdir(test->home, 0700) || mkdir(test->pictures, 0700))
		give_up(test, "no folders can be made");
	setenv("HOME", test->home, 1);
	if (chdir(test->home))
		give_up(test, "the home can't be entered");
	free(model);
	free(own);
	free(program);
}

static void finish(struct test *test)
{
	printf("%d moments, %d starts\n", test->stages[DEEDS - 1].pictures, test->boots);
	box_release(test->box, test->has_failed);
	free(test->home);
	free(test->pictures);
	for (int i = 0; i < DEEDS; i++) {
		release_tree(&test->stages[i].files);
		free(test->stages[i].shown);
	}
}

static int run_test(void)
{
	struct test test = { 0 };

	begin(&test);
	live(&test);
	if (chdir(test.box->folder))
		give_up(&test, "the home can't be left");
	test.before.shown = test.stages[0].shown;
	test.stages[DEEDS - 1].shown = xstrdup(test.stages[DEEDS - 2].shown);
	check_pictures(&test);
	finish(&test);
	return test.has_failed;
}

int main(int argc, char *argv[])
{
	const char *pictures = getenv("PICTURES"), *name = strrchr(argv[0], '/');

	if (strcmp(name ? name + 1 : argv[0], "publicstake") != 0)
		return run_test();
	if (pictures)
		disk_watch(getenv("HOME"), pictures);
	return cmd_main(argc, argv);
}
