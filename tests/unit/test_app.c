/* SPDX-License-Identifier: MIT
 *
 * ui/app: the explorer follows keys while rules are read, however long that takes.  Readings are held at a gate (the
 * linker puts __wrap_rules_load in front of rules_load), so that no clock is needed to see what waits for what.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/diags.h"
#include "base/file.h"
#include "model/model.h"
#include "rules/rules.h"
#include "scenario/history.h"
#include "scenario/session.h"
#include "ui/app_priv.h"
#include "ui/desk.h"
#include "ui/grid.h"
#include "ui/reload.h"

enum { HANGS_SECONDS = 600 };

static atomic_int is_shut;

struct rules *__real_rules_load(const struct rules_spec *spec, struct diags *diags);
struct rules *__wrap_rules_load(const struct rules_spec *spec, struct diags *diags);

struct rules *__wrap_rules_load(const struct rules_spec *spec, struct diags *diags)
{
	while (atomic_load(&is_shut) && !(spec->cancel && atomic_load(spec->cancel)))
		sched_yield();
	return __real_rules_load(spec, diags);
}

/* ---- an explorer of the model of tests/ui, and a folder of rules that are the user's own ---- */

struct desktop {
	char *own, *shipped, *path;
	struct app *app;
};

static void complain(const char *message)
{
	print_error("%s\n", message);
}

static struct desktop open_desktop(void)
{
	const char *srcdir = getenv("srcdir") ? getenv("srcdir") : ".";
	struct desktop d = { .shipped = file_join(srcdir, "tests/ui/model") };
	const char *dirs[] = { d.shipped, NULL };
	char folder[] = "test_app.XXXXXX";
	struct app_spec spec = { .script = "no terminal", .rows = 30, .cols = 100, .threads = 2, .is_new = true };
	enum app_end end;

	assert_non_null(mkdtemp(folder));
	d.own = realpath(folder, NULL);   /* undo writes to no other paths */
	dirs[1] = d.own;
	d.path = file_join(d.own, "b.lua");
	spec.rules = (struct book_spec){ .rule_dirs = dirs, .rule_dir_count = 2, .own_rules = d.own };
	d.app = app_open(&spec, complain, &end);
	assert_non_null(d.app);
	d.app->spec = NULL;
	app_draw(d.app);
	return d;
}

static void close_desktop(struct desktop *d)
{
	app_close(d->app);
	atomic_store(&is_shut, 0);
	unlink(d->path);
	rmdir(d->own);
	free(d->own);
	free(d->path);
	free(d->shipped);
}

static void save(const struct desktop *d, const char *text)
{
	assert_int_equal(file_write(d->path, text, strlen(text), NULL), 0);
	book_reload(d->app->book);
}

static char *screen(const struct desktop *d)
{
	struct buf text = BUF_INIT;

	grid_dump(d->app->grid, &text);
	return buf_take(&text);
}

static double lever(const struct desktop *d)
{
	return desk_value(d->app->desk, desk_selected_input(d->app->desk));
}

static void press_right(const struct desktop *d)
{
	app_react(d->app, app_key(d->app, KEYS_RIGHT));
}

static void let_through(const struct desktop *d)
{
	int reaction;

	atomic_store(&is_shut, 0);
	while (!(reaction = app_read_rules(d->app)))
		book_wait(d->app->book);
	app_react(d->app, reaction);
}

/* ---- tests ---- */

/* Rules that take their time to be refused: each key is on the screen before the refusal is. */
static void keys_are_followed_while_rules_are_refused(void **state)
{
	struct desktop d = open_desktop();

	(void)state;
	atomic_store(&is_shut, 1);
	save(&d, "lever(");
	for (int i = 0; i < 3; i++) {
		const double before = lever(&d);
		char *shown = screen(&d), *now;

		assert_int_equal(app_read_rules(d.app), REACT_NOTHING);
		press_right(&d);
		now = screen(&d);
		assert_true(lever(&d) > before);
		assert_string_not_equal(shown, now);
		assert_null(strstr(now, "b.lua"));
		free(shown);
		free(now);
	}
	let_through(&d);
	assert_int_equal(book_mistakes(d.app->book)->count, 1);
	press_right(&d);
	assert_null(d.app->desk->former);
	close_desktop(&d);
}

/* What was moved meanwhile stays where it is under the new rules. */
static void new_rules_take_over_what_was_set_meanwhile(void **state)
{
	struct desktop d = open_desktop();
	double moved;

	(void)state;
	atomic_store(&is_shut, 1);
	save(&d, "lever \"added\" { default = 1, range = { 0, 2 }, unit = \"\" }\n");
	press_right(&d);
	press_right(&d);
	moved = lever(&d);
	let_through(&d);
	assert_int_equal(book_mistakes(d.app->book)->count, 0);
	assert_true(model_find(d.app->desk->model, "added") >= 0);
	assert_float_equal(lever(&d), moved, 0);
	reload_tidy(d.app->reload, d.app->desk);
	assert_null(d.app->desk->former);
	press_right(&d);
	assert_true(lever(&d) > moved);
	close_desktop(&d);
}

static void command(const struct desktop *d, const char *line)
{
	app_react(d->app, app_line(d->app, line));
}

static struct history *history(const struct desktop *d)
{
	return session_history(d->app->desk->session);
}

/* Undo puts a rule file back; before that is read, something else is done, which cuts off what could be redone. */
static void what_is_done_before_undone_rules_are_read_is_kept(void **state)
{
	struct desktop d = open_desktop();
	char *now;

	(void)state;
	save(&d, "lever \"added\" { default = 1, range = { 0, 2 }, unit = \"\" }\n");
	let_through(&d);
	assert_int_equal(history_count(history(&d)), 1);
	atomic_store(&is_shut, 1);
	command(&d, "undo");
	command(&d, "set levy 2%");
	let_through(&d);
	now = screen(&d);
	assert_non_null(strstr(now, "undone: "));
	free(now);
	assert_int_equal(model_find(d.app->desk->model, "added"), -1);
	assert_int_equal(history_count(history(&d)), 1);
	assert_int_equal(history_entry(history(&d), 0)->file_count, 0);
	close_desktop(&d);
}

/* What undo did to files is no new deed, whatever is undone before they are read: both can be redone. */
static void undone_rules_can_be_redone(void **state)
{
	struct desktop d = open_desktop();

	(void)state;
	command(&d, "set levy 2%");
	save(&d, "lever \"added\" { default = 1, range = { 0, 2 }, unit = \"\" }\n");
	let_through(&d);
	atomic_store(&is_shut, 1);
	command(&d, "undo");
	command(&d, "undo");
	let_through(&d);
	assert_int_equal(history_count(history(&d)), 2);
	command(&d, "redo");
	command(&d, "redo");
	let_through(&d);
	assert_true(model_find(d.app->desk->model, "added") >= 0);
	assert_int_equal(history_at(history(&d)), 2);
	close_desktop(&d);
}

/* An edit that comes while undone rules are read is a deed of its own. */
static void an_edit_beside_undo_is_noted(void **state)
{
	struct desktop d = open_desktop();

	(void)state;
	save(&d, "lever \"added\" { default = 1, range = { 0, 2 }, unit = \"\" }\n");
	let_through(&d);
	atomic_store(&is_shut, 1);
	command(&d, "undo");
	save(&d, "lever \"other\" { default = 1, range = { 0, 2 }, unit = \"\" }\n");
	let_through(&d);
	if (model_find(d.app->desk->model, "other") < 0)
		let_through(&d);
	assert_true(model_find(d.app->desk->model, "other") >= 0);
	assert_int_equal(history_at(history(&d)), 1);
	command(&d, "undo");
	assert_false(file_exists(d.path));
	close_desktop(&d);
}

/* Whoever leaves does not wait for rules. */
static void leaving_waits_for_no_rules(void **state)
{
	struct desktop d = open_desktop();

	(void)state;
	atomic_store(&is_shut, 1);
	save(&d, "lever(");
	close_desktop(&d);
}

static bool says(const struct desktop *d, const char *text)
{
	char *now = screen(d);
	const bool does = strstr(now, text) != NULL;

	free(now);
	return does;
}

static void assert_text(const char *path, const char *wanted)
{
	size_t length;
	char *text = file_read(path, FILE_RULES_MAX, &length, NULL);

	assert_non_null(text);
	if (wanted)
		assert_string_equal(text, wanted);
	else
		assert_string_not_equal(text, "mine");
	free(text);
}

/* A file that is there stays unless it was written here, and not changed since, or is to go by force; and none does for scripts. */
static void files_of_others_stay(void **state)
{
	static const char *const commands[] = { "save-report", "save-screen" };
	struct desktop d = open_desktop();

	(void)state;
	d.app->desk->is_script = false;
	for (size_t i = 0; i < 2; i++) {
		char *plain = xasprintf("%s %s", commands[i], d.path), *forced = xasprintf("%s force %s", commands[i], d.path);

		unlink(d.path);
		command(&d, plain);
		assert_text(d.path, NULL);
		command(&d, plain);
		assert_false(says(&d, "is there already"));
		assert_int_equal(file_write(d.path, "mine", 4, NULL), 0);
		command(&d, plain);
		assert_true(says(&d, "is there already"));
		assert_text(d.path, "mine");
		command(&d, forced);
		assert_text(d.path, NULL);
		assert_int_equal(file_write(d.path, "mine", 4, NULL), 0);
		d.app->desk->is_script = true;
		command(&d, plain);
		assert_text(d.path, NULL);
		d.app->desk->is_script = false;
		free(plain);
		free(forced);
	}
	command(&d, "dismiss");
	command(&d, "save-screen /dev/null");
	assert_false(says(&d, "is there already"));
	close_desktop(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_followed_while_rules_are_refused),
		cmocka_unit_test(new_rules_take_over_what_was_set_meanwhile),
		cmocka_unit_test(what_is_done_before_undone_rules_are_read_is_kept),
		cmocka_unit_test(undone_rules_can_be_redone),
		cmocka_unit_test(an_edit_beside_undo_is_noted),
		cmocka_unit_test(files_of_others_stay),
		cmocka_unit_test(leaving_waits_for_no_rules),
	};

	alarm(HANGS_SECONDS);   /* what waits for the wrong thing waits for ever */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
