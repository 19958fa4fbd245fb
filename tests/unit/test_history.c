/* SPDX-License-Identifier: MIT
 *
 * scenario/history: doing, undoing, gestures, and that the lines it tells make the same history again; scenario/line
 * and scenario/blobs, which it is made of.
 */
#include "config.h"

#include "scenario/history.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "scenario/blobs.h"
#include "scenario/line.h"
#include "scenario/settings.h"

/* Sets one value on top of the present settings. */
static bool set(struct history *history, const char *id, double value, const char *gesture)
{
	struct settings *settings = settings_copy(history_settings(history));
	struct history_deed deed = { .text = id, .settings = settings };
	bool done;

	assert_int_equal(settings_set(settings, id, value), 0);
	done = history_do(history, &deed, gesture);
	settings_free(settings);
	return done;
}

static bool unset(struct history *history, const char *id, const char *gesture)
{
	struct settings *settings = settings_copy(history_settings(history));
	struct history_deed deed = { .text = "", .settings = settings };
	bool done;

	settings_unset(settings, id);
	done = history_do(history, &deed, gesture);
	settings_free(settings);
	return done;
}

static bool open_scenario(struct history *history, const char *name, const struct settings *settings)
{
	struct history_deed deed = { .text = "open", .settings = settings, .scenario = name };

	history_set_saved(history, name, settings);
	return history_do(history, &deed, NULL);
}

static double get(const struct history *history, const char *id)
{
	double value = -1;

	settings_get(history_settings(history), id, &value);
	return value;
}

/* ---- undo and redo ---- */

static void test_undo_redo(void **state)
{
	(void)state;
	struct history *h = history_new();

	assert_false(history_undo(h));
	assert_false(history_redo(h));
	assert_true(set(h, "a", 1, NULL));
	assert_true(set(h, "a", 2, NULL));
	assert_true(set(h, "b", 3, NULL));
	assert_true(unset(h, "a", NULL));
	assert_int_equal(history_count(h), 4);
	assert_int_equal(history_at(h), 4);
	assert_true(history_undo(h));
	assert_true(get(h, "a") == 2 && get(h, "b") == 3);
	assert_true(history_undo(h));
	assert_true(get(h, "b") == -1);
	assert_true(history_undo(h));
	assert_true(get(h, "a") == 1);
	assert_true(history_undo(h));
	assert_int_equal(settings_count(history_settings(h)), 0);
	assert_false(history_undo(h));
	for (int i = 0; i < 4; i++)
		assert_true(history_redo(h));
	assert_false(history_redo(h));
	assert_true(get(h, "a") == -1 && get(h, "b") == 3);
	history_free(h);
	history_free(NULL);
}

static void test_new_deed_forgets_redo(void **state)
{
	(void)state;
	struct history *h = history_new();

	set(h, "a", 1, NULL);
	set(h, "a", 2, NULL);
	set(h, "a", 3, NULL);
	history_undo(h);
	history_undo(h);
	assert_true(set(h, "a", 9, NULL));
	assert_int_equal(history_count(h), 2);
	assert_false(history_redo(h));
	history_undo(h);
	assert_true(get(h, "a") == 1);
	history_free(h);
}

static void test_nothing_to_do(void **state)
{
	(void)state;
	struct history *h = history_new();
	const struct history_file same = { "/r", "0123456789abcdef-1", "0123456789abcdef-1" };
	struct history_deed empty = { .text = "nothing", .files = &same, .file_count = 1 };

	set(h, "a", 1, NULL);
	history_undo(h);
	assert_false(history_do(h, &empty, NULL));
	assert_false(unset(h, "a", NULL));
	assert_int_equal(history_count(h), 1);
	assert_true(history_redo(h));
	assert_false(set(h, "a", 1, NULL));
	history_free(h);
}

static void test_entry(void **state)
{
	(void)state;
	struct history *h = history_new();
	struct settings *settings = settings_new();
	const struct history_file file = { "/rules/a b.lua", "", "0123456789abcdef-12" };
	struct history_deed deed = {
		.text = "tabs\tand\nlines \\ 한글", .settings = settings, .scenario = "n\tame",
		.files = &file, .file_count = 1,
	};
	const struct history_entry *e;

	set(h, "b", 1, NULL);
	settings_set(settings, "a", 0.1);
	settings_set(settings, "c", -3);
	assert_true(history_do(h, &deed, NULL));
	e = history_entry(h, 1);
	assert_string_equal(e->text, deed.text);
	assert_int_equal(e->change_count, 3);
	assert_string_equal(e->changes[0].id, "a");
	assert_true(!e->changes[0].was_set && e->changes[0].is_set && e->changes[0].after == 0.1);
	assert_string_equal(e->changes[1].id, "b");
	assert_true(e->changes[1].was_set && !e->changes[1].is_set && e->changes[1].before == 1);
	assert_string_equal(e->changes[2].id, "c");
	assert_string_equal(e->scenario_before, "");
	assert_string_equal(e->scenario_after, "n\tame");
	assert_int_equal(e->file_count, 1);
	assert_string_equal(e->files[0].path, "/rules/a b.lua");
	assert_string_equal(e->files[0].before, "");
	assert_string_equal(e->files[0].after, "0123456789abcdef-12");
	assert_string_equal(history_scenario(h), "n\tame");
	history_undo(h);
	assert_string_equal(history_scenario(h), "");
	e = history_entry(h, 0);
	assert_null(e->scenario_before);
	assert_int_equal(e->file_count, 0);
	settings_free(settings);
	history_free(h);
}

static void test_long_text_is_cut_between_characters(void **state)
{
	(void)state;
	struct history *h = history_new();
	struct settings *settings = settings_new();
	struct buf text = BUF_INIT;
	struct history_deed deed = { .settings = settings };
	const char *kept;

	for (int i = 0; i < 300; i++)
		buf_add(&text, "\xEA\xB0\x80");
	deed.text = buf_text(&text);
	settings_set(settings, "a", 1);
	assert_true(history_do(h, &deed, NULL));
	kept = history_entry(h, 0)->text;
	assert_int_equal(strlen(kept), HISTORY_TEXT_MAX / 3 * 3);
	assert_int_equal(strncmp(kept, deed.text, strlen(kept)), 0);
	buf_release(&text);
	settings_free(settings);
	history_free(h);
}

/* ---- gestures ---- */

static void test_gesture(void **state)
{
	(void)state;
	struct history *h = history_new();

	set(h, "a", 1, NULL);
	for (int i = 2; i < 50; i++)
		assert_true(set(h, "a", i, "hold a"));
	assert_int_equal(history_count(h), 2);
	assert_true(get(h, "a") == 49);
	assert_true(history_entry(h, 1)->changes[0].before == 1);
	assert_true(history_entry(h, 1)->changes[0].after == 49);
	history_end_gesture(h);
	set(h, "a", 50, "hold a");
	assert_int_equal(history_count(h), 3);
	set(h, "b", 1, "hold b");
	assert_int_equal(history_count(h), 4);
	set(h, "b", 2, NULL);
	assert_int_equal(history_count(h), 5);
	set(h, "b", 3, "hold b");
	assert_int_equal(history_count(h), 6);
	history_undo(h);
	history_undo(h);
	history_undo(h);
	assert_true(get(h, "b") == -1 && get(h, "a") == 50);
	history_undo(h);
	history_undo(h);
	assert_true(get(h, "a") == 1);
	history_free(h);
}

static void test_undo_ends_a_gesture(void **state)
{
	(void)state;
	struct history *h = history_new();

	set(h, "a", 1, "hold");
	set(h, "a", 2, "hold");
	history_undo(h);
	assert_int_equal(settings_count(history_settings(h)), 0);
	history_redo(h);
	set(h, "a", 3, "hold");
	assert_int_equal(history_count(h), 2);
	history_undo(h);
	assert_true(get(h, "a") == 2);
	history_free(h);
}

static void test_gesture_back_to_its_start(void **state)
{
	(void)state;
	struct history *h = history_new();

	set(h, "a", 1, NULL);
	set(h, "a", 2, "hold");
	assert_true(set(h, "a", 1, "hold"));
	assert_int_equal(history_count(h), 1);
	assert_true(get(h, "a") == 1);
	assert_true(set(h, "a", 5, "hold"));
	assert_int_equal(history_count(h), 2);
	history_undo(h);
	assert_true(get(h, "a") == 1);
	history_undo(h);
	assert_int_equal(settings_count(history_settings(h)), 0);
	history_free(h);
}

/* A slider that is held against its end does not move, but is held. */
static void test_still_gesture(void **state)
{
	(void)state;
	struct history *h = history_new();

	set(h, "a", 1, "hold");
	assert_false(set(h, "a", 1, "hold"));
	assert_true(set(h, "a", 0.5, "hold"));
	assert_int_equal(history_count(h), 1);
	history_free(h);
}

/* Changes of files stay entries of their own, whatever the gesture. */
static void test_files_in_a_gesture(void **state)
{
	(void)state;
	struct history *h = history_new();
	const struct history_file file = { "/r", "", "0123456789abcdef-1" };
	const struct history_deed deed = { .text = "", .files = &file, .file_count = 1 };

	set(h, "a", 1, "hold");
	assert_true(history_do(h, &deed, "hold"));
	set(h, "a", 2, "hold");
	assert_int_equal(history_count(h), 3);
	assert_int_equal(history_entry(h, 1)->file_count, 1);
	history_free(h);
}

/* What is saved while a slider is held does not end the gesture. */
static void test_saving_in_a_gesture(void **state)
{
	(void)state;
	struct history *h = history_new();

	set(h, "a", 1, "hold");
	history_set_saved(h, "x", history_settings(h));
	set(h, "a", 2, "hold");
	assert_int_equal(history_count(h), 1);
	history_free(h);
}

/* ---- scenarios ---- */

static void test_is_changed(void **state)
{
	(void)state;
	struct history *h = history_new();
	struct settings *first = settings_new();

	settings_set(first, "a", 1);
	assert_false(history_is_changed(h));
	set(h, "a", 7, NULL);
	assert_true(history_is_changed(h));
	open_scenario(h, "first", first);
	assert_false(history_is_changed(h));
	set(h, "a", 2, NULL);
	assert_true(history_is_changed(h));
	history_set_saved(h, "first", history_settings(h));
	assert_false(history_is_changed(h));
	history_undo(h);
	assert_true(history_is_changed(h));
	history_undo(h);
	assert_string_equal(history_scenario(h), "");
	assert_true(history_is_changed(h));
	history_redo(h);
	assert_string_equal(history_scenario(h), "first");
	assert_true(history_is_changed(h));
	history_redo(h);
	assert_false(history_is_changed(h));
	history_set_saved(h, "first", NULL);
	assert_true(history_is_changed(h));
	settings_free(first);
	history_free(h);
}

static void test_many_saved(void **state)
{
	(void)state;
	struct history *h = history_new();
	struct settings *settings = settings_new();
	char name[32];

	for (int i = 0; i < HISTORY_SAVED_MAX + 10; i++) {
		snprintf(name, sizeof name, "s%d", i);
		history_set_saved(h, name, settings);
	}
	open_scenario(h, name, settings);
	assert_false(history_is_changed(h));
	settings_free(settings);
	history_free(h);
}

static void test_forget(void **state)
{
	(void)state;
	struct history *h = history_new();

	for (int i = 0; i < 10; i++)
		set(h, "a", i, NULL);
	history_undo(h);
	assert_int_equal(history_forget(h, 4), 4);
	assert_int_equal(history_count(h), 6);
	assert_int_equal(history_at(h), 5);
	assert_true(history_entry(h, 0)->changes[0].after == 4);
	while (history_undo(h))
		;
	assert_true(get(h, "a") == 3);
	while (history_redo(h))
		;
	assert_true(get(h, "a") == 9);
	assert_int_equal(history_forget(h, 100), 6);
	assert_int_equal(history_count(h), 0);
	assert_int_equal(history_forget(h, 1), 0);
	set(h, "a", 1, NULL);
	history_undo(h);
	assert_true(get(h, "a") == 9);
	history_free(h);
}

/* ---- as lines ---- */

struct lines {
	struct buf text;   /* one line after the other, each with a line end */
};

static void hear(void *context, const char *line, size_t length)
{
	struct lines *lines = context;

	assert_null(memchr(line, '\n', length));
	buf_add_bytes(&lines->text, line, length);
	buf_add_char(&lines->text, '\n');
}

static struct history *replay(const struct lines *lines)
{
	struct history *h = history_new();

	for (const char *line = buf_text(&lines->text), *end; *line; line = end + 1) {
		end = strchr(line, '\n');
		assert_int_equal(history_take(h, line, (size_t)(end - line)), 0);
	}
	return h;
}

static void check_same(const struct history *a, const struct history *b)
{
	struct lines x = { BUF_INIT }, y = { BUF_INIT };

	history_dump(a, hear, &x);
	history_dump(b, hear, &y);
	assert_string_equal(buf_text(&x.text), buf_text(&y.text));
	assert_true(settings_equal(history_settings(a), history_settings(b)));
	assert_int_equal(history_is_changed(a), history_is_changed(b));
	buf_release(&x.text);
	buf_release(&y.text);
}

/* A small generator of our own, so that a failure is the same everywhere. */
static unsigned draw(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % below;
}

static void act_at_random(struct history *h, unsigned *seed)
{
	static const char *const ids[] = { "a", "b", "c" }, *const names[] = { "", "x", "y\tz" };
	const char *id = ids[draw(seed, 3)], *gesture = draw(seed, 2) ? id : NULL;
	struct settings *some = settings_new();
	const struct history_file file = { "/r", "0123456789abcdef-1", "" };
	const struct history_deed deed = { .text = "file", .files = &file, .file_count = 1 };

	switch (draw(seed, 10)) {
	case 0: history_undo(h); break;
	case 1: history_redo(h); break;
	case 2: history_end_gesture(h); break;
	case 3: unset(h, id, gesture); break;
	case 4: settings_set(some, id, 4); open_scenario(h, names[draw(seed, 3)], some); break;
	case 5: history_set_saved(h, history_scenario(h), draw(seed, 2) ? history_settings(h) : NULL); break;
	case 6: history_do(h, &deed, gesture); break;
	default: set(h, id, draw(seed, 4), gesture); break;
	}
	settings_free(some);
}

/* Whatever is done, the lines heard so far make the same history, and so does a dump; and all of it can be undone. */
static void test_lines_make_the_same(void **state)
{
	(void)state;

	for (unsigned round = 0; round < 30; round++) {
		struct history *h = history_new(), *again;
		struct lines heard = { BUF_INIT };
		unsigned seed = round;

		history_watch(h, hear, &heard);
		for (int i = 0; i < 60; i++) {
			struct lines dumped = { BUF_INIT };

			act_at_random(h, &seed);
			again = replay(&heard);
			check_same(h, again);
			history_free(again);
			history_dump(h, hear, &dumped);
			again = replay(&dumped);
			check_same(h, again);
			history_free(again);
			buf_release(&dumped.text);
		}
		history_watch(h, NULL, NULL);
		while (history_undo(h))
			;
		assert_int_equal(settings_count(history_settings(h)), 0);
		assert_string_equal(history_scenario(h), "");
		buf_release(&heard.text);
		history_free(h);
	}
}

static void test_bad_lines(void **state)
{
	(void)state;
	static const char *const bad[] = {
		"", "do_", "dox\ttext", "undo", "redo", "drop", "re\ttext\t=\ta\t\t1", "do\ttext\t=\ta\t1",
		"do\ttext\t=\t\t\t1", "do\ttext\t=\ta\t\tnan", "do\ttext\t=\ta\t\t1x", "do\ttext\t?", "do\ttext\t@\ta",
		"do\ttext\t%\t/p\tx\t", "do\ttext\t%\t\t\t", "do\tte\\xt", "do\ttext\\", "do\ttext\r", "now", "now\tname\ta",
		"now\tname\ta\tb", "saved\tn\ta", "gone\ta\tb", "past\ttext\t=", "view\ta\tb", "undo\tx",
	};
	struct history *h = history_new();

	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		/* `now` alone names no scenario, but the empty one: the only one of these that is taken. */
		const int status = history_take(h, bad[i], strlen(bad[i]));

		if (status == 0 && strcmp(bad[i], "now") != 0)
			fail_msg("taken: %s", bad[i]);
		assert_int_equal(history_count(h), 0);
	}
	assert_int_equal(history_take(h, "do\tx\0y", 6), -1);
	assert_int_equal(history_take(h, "next\ttext", 9), 0);
	assert_int_equal(history_take(h, "past\ttext", 9), -1);
	assert_int_equal(history_at(h), 0);
	assert_int_equal(history_count(h), 1);
	history_free(h);
}

/* So that an hour of moves takes a few megabytes at most. */
static void test_entries_are_small(void **state)
{
	(void)state;
	struct history *h = history_new();
	enum { MOVES = 20000 };

	for (int i = 0; i < MOVES; i++)
		assert_true(set(h, i % 2 ? "foundry_public_share" : "gpu_target", i * 0.05, NULL));
	assert_int_equal(history_count(h), MOVES);
	assert_true(history_size(h) < MOVES * 80);
	for (int i = 0; i < MOVES; i++)
		assert_true(history_undo(h));
	assert_int_equal(settings_count(history_settings(h)), 0);
	history_free(h);
}

/* ---- line ---- */

static void test_line(void **state)
{
	(void)state;
	static const char *const fields[] = { "first", "", "a\tb\nc\rd\\e", "\\t", "", "한" };
	struct buf buf = BUF_INIT;
	struct line line = LINE_INIT;
	double value;

	for (size_t i = 0; i < ARRAY_LEN(fields); i++)
		line_add(&buf, fields[i]);
	line_add_number(&buf, 0.1);
	assert_null(strpbrk(buf_text(&buf), "\n\r"));
	assert_int_equal(line_split(&line, buf_text(&buf), buf.len), 0);
	assert_int_equal(line.count, ARRAY_LEN(fields) + 1);
	for (size_t i = 0; i < ARRAY_LEN(fields); i++)
		assert_string_equal(line.fields[i], fields[i]);
	assert_true(line_number(line.fields[line.count - 1], &value));
	assert_true(value == 0.1);
	assert_false(line_number("inf", &value));
	assert_false(line_number("", &value));
	assert_int_equal(line_split(&line, "", 0), 0);
	assert_int_equal(line.count, 1);
	assert_int_equal(line_split(&line, "a\0b", 3), -1);
	assert_int_equal(line_split(&line, "a\\", 2), -1);
	assert_int_equal(line_split(&line, "a\\q", 3), -1);
	line_release(&line);
	buf_release(&buf);
}

/* ---- blobs ---- */

static void check_blobs(struct blobs *blobs)
{
	char a[BLOBS_ID_MAX], again[BLOBS_ID_MAX], b[BLOBS_ID_MAX], none[BLOBS_ID_MAX];
	size_t length;
	char *bytes;
	struct err err;

	assert_int_equal(blobs_put(blobs, "one\0two", 7, a, &err), 0);
	assert_int_equal(blobs_put(blobs, "one\0two", 7, again, &err), 0);
	assert_string_equal(a, again);
	assert_int_equal(blobs_put(blobs, "", 0, b, &err), 0);
	assert_string_not_equal(a, b);
	assert_true(blobs_is_id(a) && blobs_is_id(b));
	assert_true(blobs_is(a, "one\0two", 7));
	assert_false(blobs_is(a, "one\0twO", 7));
	bytes = blobs_get(blobs, a, &length, &err);
	assert_non_null(bytes);
	assert_int_equal(length, 7);
	assert_memory_equal(bytes, "one\0two", 8);
	free(bytes);
	bytes = blobs_get(blobs, b, &length, &err);
	assert_non_null(bytes);
	assert_int_equal(length, 0);
	free(bytes);
	assert_null(blobs_get(blobs, "0123456789abcdef-3", &length, &err));
	assert_null(blobs_get(blobs, "../../etc/passwd", &length, &err));
	assert_int_equal(blobs_put(blobs, "", BLOBS_SIZE_MAX + 1, none, &err), -1);
	assert_string_equal(none, "");
}

static bool is_first(void *context, const char *id)
{
	return !strcmp(id, context);
}

static void check_sweep(struct blobs *blobs)
{
	char keep[BLOBS_ID_MAX], drop[BLOBS_ID_MAX];
	size_t length;

	blobs_put(blobs, "keep", 4, keep, NULL);
	blobs_put(blobs, "drop", 4, drop, NULL);
	blobs_sweep(blobs, is_first, keep);
	char *kept = blobs_get(blobs, keep, &length, NULL);
	assert_non_null(kept);
	free(kept);
	assert_null(blobs_get(blobs, drop, &length, NULL));
}

static void test_blobs_in_memory(void **state)
{
	(void)state;
	struct blobs *blobs = blobs_open(NULL);

	check_blobs(blobs);
	check_sweep(blobs);
	blobs_close(blobs);
	blobs_close(NULL);
}

static void remove_folder(const char *folder)
{
	struct file_names names;

	if (file_list(folder, "", &names, NULL) == 0) {
		for (size_t i = 0; i < names.count; i++) {
			char *path = file_join(folder, names.name[i]);

			unlink(path);
			free(path);
		}
		file_names_release(&names);
	}
	rmdir(folder);
}

static void test_blobs_in_a_folder(void **state)
{
	(void)state;
	char root[] = "blobs-XXXXXX";
	assert_non_null(mkdtemp(root));
	char *folder = file_join(root, "blobs"), *other = file_join(folder, "not-ours"), *path;
	struct blobs *blobs = blobs_open(folder);
	char id[BLOBS_ID_MAX], again[BLOBS_ID_MAX];
	size_t length;
	struct err err;

	check_blobs(blobs);
	file_write(other, "x", 1, NULL);
	check_sweep(blobs);
	assert_true(file_exists(other));
	blobs_close(blobs);

	blobs = blobs_open(folder);
	assert_int_equal(blobs_put(blobs, "keep", 4, id, &err), 0);
	path = file_join(folder, id);
	assert_int_equal(file_write(path, "kelp", 4, NULL), 0);
	assert_null(blobs_get(blobs, id, &length, &err));
	assert_non_null(strstr(err.text, "damaged"));
	assert_int_equal(blobs_put(blobs, "keep", 4, again, &err), 0);
	assert_string_equal(id, again);
	char *bytes = blobs_get(blobs, id, &length, &err);
	assert_string_equal(bytes, "keep");
	free(bytes);
	blobs_close(blobs);
	free(path);
	free(other);
	remove_folder(folder);
	rmdir(root);
	free(folder);
}

/* Where nothing can be written, contents are there as long as the program runs. */
static void test_blobs_without_a_disk(void **state)
{
	(void)state;
	struct blobs *blobs = blobs_open("/dev/null/blobs");
	char id[BLOBS_ID_MAX];
	size_t length;
	struct err err = { "" };

	assert_int_equal(blobs_put(blobs, "keep", 4, id, &err), -1);
	assert_true(*err.text);
	char *bytes = blobs_get(blobs, id, &length, &err);
	assert_string_equal(bytes, "keep");
	free(bytes);
	blobs_close(blobs);
}

static void test_blob_ids(void **state)
{
	(void)state;
	assert_true(blobs_is_id("0123456789abcdef-0"));
	assert_true(blobs_is_id("0123456789abcdef-4194304-12"));
	assert_false(blobs_is_id(""));
	assert_false(blobs_is_id("0123456789abcdef"));
	assert_false(blobs_is_id("0123456789abcdef-"));
	assert_false(blobs_is_id("0123456789abcdeg-1"));
	assert_false(blobs_is_id("0123456789abcdef-1-"));
	assert_false(blobs_is_id("0123456789abcdef-1/2"));
	assert_false(blobs_is_id("0123456789abcdef-123456789"));
	assert_false(blobs_is_id("0123456789abcdef0-1"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_undo_redo),
		cmocka_unit_test(test_new_deed_forgets_redo),
		cmocka_unit_test(test_nothing_to_do),
		cmocka_unit_test(test_entry),
		cmocka_unit_test(test_long_text_is_cut_between_characters),
		cmocka_unit_test(test_gesture),
		cmocka_unit_test(test_undo_ends_a_gesture),
		cmocka_unit_test(test_gesture_back_to_its_start),
		cmocka_unit_test(test_still_gesture),
		cmocka_unit_test(test_files_in_a_gesture),
		cmocka_unit_test(test_saving_in_a_gesture),
		cmocka_unit_test(test_is_changed),
		cmocka_unit_test(test_many_saved),
		cmocka_unit_test(test_forget),
		cmocka_unit_test(test_lines_make_the_same),
		cmocka_unit_test(test_bad_lines),
		cmocka_unit_test(test_entries_are_small),
		cmocka_unit_test(test_line),
		cmocka_unit_test(test_blobs_in_memory),
		cmocka_unit_test(test_blobs_in_a_folder),
		cmocka_unit_test(test_blobs_without_a_disk),
		cmocka_unit_test(test_blob_ids),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
