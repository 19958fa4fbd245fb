/* SPDX-License-Identifier: MIT
 *
 * scenario/scenario and scenario/shelf: the file format, what is said of a scenario under other rules, and the folders.
 * All files are made below a temporary folder of the test.
 */
#include "config.h"

#include "scenario/scenario.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/file.h"
#include "below.h"
#include "model/model.h"
#include "scenario/settings.h"
#include "scenario/shelf.h"

static struct scenario *parse(const char *text)
{
	struct err err = { "" };
	struct scenario *scenario = scenario_parse("test.csv", text, strlen(text), &err);

	if (!scenario)
		fail_msg("%s", err.text);
	return scenario;
}

static void check_format(const struct scenario *scenario, const char *text)
{
	size_t length;
	char *formatted = scenario_format(scenario, &length);

	assert_string_equal(formatted, text);
	assert_int_equal(length, strlen(text));
	free(formatted);
}

static double value_of(const struct scenario *scenario, const char *id)
{
	double value = -12345;

	settings_get(scenario->settings, id, &value);
	return value;
}

/* ---- the file ---- */

#define FULL \
	"# name: Public compute\r\n" \
	"# name_ko: 공공 연산\r\n" \
	"# description: 200,000 GPUs.\r\n" \
	"# description: \r\n" \
	"# description: By 2030.\r\n" \
	"# description_ko: 2030년까지\r\n" \
	"# date: 2026-03-14\r\n" \
	"# rules: 0123456789abcdef\r\n" \
	"# data: fedcba9876543210\r\n" \
	"# made by hand\r\n" \
	"# see: the plan\r\n" \
	"id,value,note\r\n" \
	"gpu_target,200000,\"the plan, of \"\"2025\"\"\"\r\n" \
	"a_share,0.1,\"two\nlines\"\r\n" \
	"b_share,-0.30000000000000004,'=1+1\r\n"

static void test_full_file(void **state)
{
	(void)state;
	struct scenario *s = parse(FULL);

	assert_string_equal(s->title.in[LANG_EN], "Public compute");
	assert_string_equal(s->title.in[LANG_KO], "공공 연산");
	assert_string_equal(s->description.in[LANG_EN], "200,000 GPUs.\n\nBy 2030.");
	assert_string_equal(s->date, "2026-03-14");
	assert_string_equal(s->rules, "0123456789abcdef");
	assert_string_equal(s->data, "fedcba9876543210");
	assert_int_equal(s->comment_count, 2);
	assert_string_equal(s->comments[1], "see: the plan");
	assert_int_equal(settings_count(s->settings), 3);
	assert_true(value_of(s, "gpu_target") == 200000);
	assert_true(value_of(s, "b_share") == -0.30000000000000004);
	assert_string_equal(scenario_note(s, "gpu_target"), "the plan, of \"2025\"");
	assert_string_equal(scenario_note(s, "a_share"), "two\nlines");
	assert_string_equal(scenario_note(s, "b_share"), "=1+1");
	assert_string_equal(scenario_note(s, "none"), "");
	check_format(s, FULL);
	scenario_free(s);
	scenario_free(NULL);
}

static void test_small_files(void **state)
{
	(void)state;
	struct scenario *s = parse("value,id\n5,x\n");

	assert_true(value_of(s, "x") == 5);
	assert_string_equal(scenario_title(s, LANG_EN), "");
	scenario_free(s);
	s = parse("id,value,note");
	assert_int_equal(settings_count(s->settings), 0);
	check_format(s, "id,value,note\r\n");
	scenario_free(s);
}

/* What a spreadsheet makes of a file: quotes around comments with commas, commas behind, empty rows, a mark. */
static void test_spreadsheet(void **state)
{
	(void)state;
	struct scenario *s = parse("\xEF\xBB\xBF\"# name: Chips, \"\"ours\"\"\",,\r\n# description: plain,,\r\n"
		"id,value,note\r\nx,\"1,200.5\",\r\n,,\r\n");

	assert_string_equal(s->title.in[LANG_EN], "Chips, \"ours\"");
	assert_string_equal(s->description.in[LANG_EN], "plain");
	assert_true(value_of(s, "x") == 1200.5);
	assert_int_equal(settings_count(s->settings), 1);
	scenario_free(s);
}

/* What follows a separator would be a cell of its own, and run there. */
static void test_formulas(void **state)
{
	(void)state;
	struct scenario *s = parse("# name: a,=1+1\n# description: b;\"=2\"\n# c, -3\n# d, or -4\nid,value,note\nx,1,e;@5\n");

	assert_string_equal(s->title.in[LANG_EN], "a,=1+1");
	check_format(s, "\"# name: a,=1+1\"\r\n\"# description: b;\"\"=2\"\"\"\r\n\"# c, -3\"\r\n# d, or -4\r\n"
		"id,value,note\r\nx,1,\"e;@5\"\r\n");
	scenario_free(s);
	s = parse("\"# name: a,=1+1\"\r\n\"# description: b;\"\"=2\"\"\"\r\nid,value\r\n");
	assert_string_equal(s->title.in[LANG_EN], "a,=1+1");
	assert_string_equal(s->description.in[LANG_EN], "b;\"=2\"");
	scenario_free(s);
}

/* CP949, as Korean spreadsheets save. */
static void test_other_encoding(void **state)
{
	(void)state;
	struct scenario *s = parse("# name_ko: \xB0\xF8\xB0\xF8\nid,value,note\nx,1,\xB0\xF8\n");

	assert_string_equal(s->title.in[LANG_KO], "공공");
	assert_string_equal(scenario_note(s, "x"), "공");
	scenario_free(s);
}

/* Only the first of a name counts; what is no date and no fingerprint stays as a comment. */
static void test_odd_comments(void **state)
{
	(void)state;
	struct scenario *s = parse("# name: A\n# name: B\n# date: in spring\n# rules: xyz\n#\n#x\nid,value\n");

	assert_string_equal(s->title.in[LANG_EN], "A");
	assert_string_equal(s->date, "");
	assert_string_equal(s->rules, "");
	check_format(s, "# name: A\r\n# name: B\r\n# date: in spring\r\n# rules: xyz\r\n# \r\n# x\r\nid,value,note\r\n");
	scenario_free(s);
}

static void test_control_characters_are_cleaned(void **state)
{
	(void)state;
	struct scenario *s = parse("# name: a\x1b[2Jb\n# x\x1b\nid,value,note\nx,1,\x1b[31m\n");

	assert_null(strchr(s->title.in[LANG_EN], '\x1b'));
	assert_null(strchr(s->comments[0], '\x1b'));
	assert_null(strchr(scenario_note(s, "x"), '\x1b'));
	scenario_free(s);
}

static void test_faults(void **state)
{
	(void)state;
	static const struct {
		const char *text, *error;
	} cases[] = {
		{ "", "test.csv: is empty" },
		{ "# name: x\n", "test.csv: is empty" },
		{ "id,valeu\n", "test.csv:1: header, column 2: `valeu` is not known here" },
		{ "id,note\n", "test.csv:1: there is no column `value`" },
		{ "id,value\nx,abc\n", "test.csv:2: row 1, column 2 (`value`): `abc` is not a number" },
		{ "id,value\nx,\n", "test.csv:2: row 1, column 2 (`value`): a number is missing" },
		{ "id,value\nx,nan\n", "test.csv:2: row 1, column 2 (`value`)" },
		{ "id,value\nx,1e999\n", "test.csv:2: row 1, column 2 (`value`)" },
		{ "id,value\n,1\n", "test.csv:2: row 1, column 1 (`id`): the id is missing" },
		{ "# a\n\nid,value\nx,1\ny,1\nx,2\n", "test.csv:6: row 3, column 1 (`id`): is set on line 4 already" },
		{ "id,value\nx,1,2\n", "test.csv:2: row 1 has 3 cells" },
		{ "id,value\n\"x,1\n", "test.csv:2: row 1, column 1" },
		{ "id,value\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx,1\n",
		  "test.csv:2: row 1, column 1 (`id`): is no id: at most 64 bytes" },
		{ "id,value\na\x01" "b,1\n", "test.csv:2: row 1, column 1 (`id`): is no id" },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct err err = { "" };

		assert_null(scenario_parse("test.csv", cases[i].text, strlen(cases[i].text), &err));
		if (strncmp(err.text, cases[i].error, strlen(cases[i].error)) != 0)
			fail_msg("expected: %s\n  got: %s", cases[i].error, err.text);
	}
	assert_null(scenario_parse("test.csv", "id,value\nx\0y,1\n", 15, NULL));
}

static void test_limits(void **state)
{
	(void)state;
	struct err err;
	char *text = NULL;
	size_t length;
	FILE *out = open_memstream(&text, &length);

	fputs("id,value\n", out);
	for (int i = 0; i <= SETTINGS_MAX; i++)
		fprintf(out, "x%d,1\n", i);
	fclose(out);
	assert_null(scenario_parse("test.csv", text, length, &err));
	assert_non_null(strstr(err.text, "there are more than 4096 settings"));
	free(text);
	out = open_memstream(&text, &length);
	for (int i = 0; i <= SCENARIO_COMMENTS_MAX; i++)
		fputs("# x\n", out);
	fputs("id,value\n", out);
	fclose(out);
	assert_null(scenario_parse("test.csv", text, length, &err));
	assert_non_null(strstr(err.text, "comment lines"));
	free(text);
}

/* Every cut of a file is read or refused, and what is read comes back the same when written and read again. */
static void test_cut_anywhere(void **state)
{
	(void)state;
	const char *text = "\"# name: a, b\",,\n# name_ko: 공공\n# description: x\r# y\r\nid,value,note\r\n"
		"x,1,\"a\n\"\"b\"\r\ny,\"1,000\",'=z\n";

	for (size_t n = 0; n <= strlen(text); n++) {
		struct scenario *s = scenario_parse("cut", text, n, NULL), *again;
		size_t length, length2;
		char *first, *second;

		if (!s)
			continue;
		first = scenario_format(s, &length);
		again = scenario_parse("again", first, length, NULL);
		assert_non_null(again);
		second = scenario_format(again, &length2);
		assert_string_equal(first, second);
		assert_true(settings_equal(s->settings, again->settings));
		free(first);
		free(second);
		scenario_free(s);
		scenario_free(again);
	}
}

static void test_changing(void **state)
{
	(void)state;
	struct scenario *s = parse("id,value,note\nz,1,last letter\na,2,first letter\n"), *copy;
	struct settings *settings = settings_copy(s->settings);

	settings_set(settings, "m", 3);
	settings_set(settings, "b", 4);
	settings_set(settings, "z", 9);
	scenario_set_settings(s, settings);
	scenario_set_note(s, "b", "new");
	check_format(s, "id,value,note\r\nz,9,last letter\r\na,2,first letter\r\nb,4,new\r\nm,3,\r\n");
	settings_unset(settings, "z");
	scenario_set_settings(s, settings);
	copy = scenario_copy(s);
	check_format(s, "id,value,note\r\na,2,first letter\r\nb,4,new\r\nm,3,\r\n");
	settings_set(settings, "z", 1);
	scenario_set_settings(s, settings);
	check_format(s, "id,value,note\r\nz,1,last letter\r\na,2,first letter\r\nb,4,new\r\nm,3,\r\n");
	check_format(copy, "id,value,note\r\na,2,first letter\r\nb,4,new\r\nm,3,\r\n");
	scenario_free(copy);
	settings_free(settings);
	scenario_free(s);
}

static void test_copy_has_everything(void **state)
{
	(void)state;
	struct scenario *s = parse(FULL), *copy;

	s->read_only = true;
	copy = scenario_copy(s);
	scenario_free(s);
	check_format(copy, FULL);
	assert_true(copy->read_only);
	assert_string_equal(scenario_title(copy, LANG_KO), "공공 연산");
	scenario_free(copy);
}

/* ---- under a model ---- */

static struct model *new_model(void)
{
	struct model *model = model_new();
	struct variable *v = model_edit(model, model_add(model, VAR_LEVER, "share"));

	v->lo = 0;
	v->hi = 1;
	v->value = 0.5;
	model_set_fingerprint(model, "aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb");
	return model;
}

static void test_warnings(void **state)
{
	(void)state;
	struct model *model = new_model();
	struct scenario *s = parse("id,value\nshare,0.7\n");
	struct diags diags = DIAGS_INIT;

	assert_int_equal(scenario_warnings(s, model, &diags), 0);
	scenario_stamp(s, model, "2026-01-02");
	assert_int_equal(scenario_warnings(s, model, &diags), 0);
	check_format(s, "# date: 2026-01-02\r\n# rules: aaaaaaaaaaaaaaaa\r\n# data: bbbbbbbbbbbbbbbb\r\n"
		"id,value,note\r\nshare,0.7,\r\n");
	model_set_fingerprint(model, "cccccccccccccccc", "bbbbbbbbbbbbbbbb");
	assert_int_equal(scenario_warnings(s, model, &diags), 1);
	assert_non_null(strstr(diags.items[0].text, "made under other rules than these"));
	model_set_fingerprint(model, "aaaaaaaaaaaaaaaa", "cccccccccccccccc");
	assert_int_equal(scenario_warnings(s, model, &diags), 1);
	assert_non_null(strstr(diags.items[1].text, "made with other data than these"));
	diags_release(&diags);
	scenario_free(s);
	model_free(model);
}

static void test_warnings_have_lines(void **state)
{
	(void)state;
	struct model *model = new_model();
	struct scenario *s = parse("# name: x\nid,value\nshare,2\nshore,1\n");
	struct diags diags = DIAGS_INIT;
	char *line;

	free(s->path);
	s->path = xstrdup("folder/test.csv");
	assert_int_equal(scenario_warnings(s, model, &diags), 2);
	line = diags_line(&diags, 0);
	assert_string_equal(line,
		"folder/test.csv:3: left out: `share` can't be 2; it must lie between 0 and 1; the nearest is 1");
	free(line);
	line = diags_line(&diags, 1);
	assert_string_equal(line,
		"folder/test.csv:4: left out: there is no lever or uncertainty `shore`; did you mean `share`?");
	free(line);
	diags_release(&diags);
	scenario_free(s);
	model_free(model);
}

/* ---- folders ---- */

static void put(const char *path, const char *text)
{
	char *full = below(path), *folder = file_folder(full);

	assert_int_equal(file_make_folders(folder, NULL), 0);
	assert_int_equal(file_write(full, text, strlen(text), NULL), 0);
	free(folder);
	free(full);
}

static bool is_there(const char *path)
{
	char *full = below(path);
	const bool there = file_exists(full);

	free(full);
	return there;
}

static struct shelf *open_shelf(void)
{
	char *data = below("data"), *own = below("own");
	struct shelf *shelf = shelf_open(data, own);

	free(data);
	free(own);
	return shelf;
}

static void test_names(void **state)
{
	(void)state;
	static const char *const good[] = { "a", "공공 연산", "v1.2", "a=b;c", "console", "com", "lpt10", "x.con",
		"baselines", "Policy 2", "csv", "a.csv.b" };
	static const char *const bad[] = { "", " a", "a ", ".a", "a.", "a/b", "..", "a\\b", "a:b", "a*", "a?", "\"a\"",
		"<", ">", "|", "a\nb", "a\x7f", "CON", "con.x", "nul", "Com1", "lpt9.old", "\xff", "\xed\xa0\x80",
		"baseline", "policy", "now", "a.csv", ".csv" };
	char name[SCENARIO_NAME_MAX + 2];

	for (size_t i = 0; i < ARRAY_LEN(good); i++)
		assert_int_equal(shelf_check_name(good[i], NULL), 0);
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		struct err err = { "" };

		if (shelf_check_name(bad[i], &err) == 0)
			fail_msg("taken: %s", bad[i]);
		assert_true(strlen(err.text) > 10);
	}
	memset(name, 'x', sizeof name);
	name[SCENARIO_NAME_MAX + 1] = '\0';
	assert_int_equal(shelf_check_name(name, NULL), -1);
	name[SCENARIO_NAME_MAX] = '\0';
	assert_int_equal(shelf_check_name(name, NULL), 0);
}

static void test_list(void **state)
{
	(void)state;
	struct shelf *shelf = open_shelf();
	struct shelf_list list;

	assert_int_equal(shelf_list(shelf, &list, NULL), 0);
	assert_int_equal(list.count, 0);
	put("data/scenarios/b.csv", "# name: shipped b\nid,value\n");
	put("data/scenarios/a.csv", "# name: shipped a\n# date: 2026-01-01\nid,value\n");
	put("data/scenarios/readme.txt", "nothing");
	put("own/b.csv", "# name: own b\n# description: mine\nid,value\n");
	put("own/c.csv", "broken");
	assert_int_equal(shelf_list(shelf, &list, NULL), 0);
	assert_int_equal(list.count, 3);
	assert_string_equal(list.items[0].name, "a");
	assert_string_equal(list.items[0].date, "2026-01-01");
	assert_true(list.items[0].read_only && !list.items[0].hides && !list.items[0].fault);
	assert_string_equal(list.items[1].name, "b");
	assert_string_equal(list.items[1].title.in[LANG_EN], "own b");
	assert_string_equal(list.items[1].description.in[LANG_EN], "mine");
	assert_true(!list.items[1].read_only && list.items[1].hides);
	assert_string_equal(list.items[2].name, "c");
	assert_non_null(strstr(list.items[2].fault, "c.csv:1: "));
	shelf_list_release(&list);
	shelf_close(shelf);
	shelf_close(NULL);
}

static void test_load(void **state)
{
	(void)state;
	struct shelf *shelf = open_shelf();
	struct scenario *s;
	struct err err;
	char *path = below("elsewhere.csv");

	put("data/scenarios/baseline.csv", "# name: shipped\nid,value\n");
	put("own/mine.csv", "# name: own\nid,value\n");
	put("elsewhere.csv", "# name: by path\nid,value\n");
	s = shelf_load(shelf, "baseline", &err);
	assert_string_equal(scenario_title(s, LANG_EN), "shipped");
	assert_string_equal(s->name, "baseline");
	assert_true(s->read_only);
	scenario_free(s);
	put("own/baseline.csv", "# name: hides it\nid,value\n");
	s = shelf_load(shelf, "baseline", &err);
	assert_string_equal(scenario_title(s, LANG_EN), "hides it");
	assert_false(s->read_only);
	scenario_free(s);
	s = shelf_load(shelf, path, &err);
	assert_string_equal(scenario_title(s, LANG_EN), "by path");
	assert_string_equal(s->name, "elsewhere");
	scenario_free(s);
	assert_null(shelf_load(shelf, "basline", &err));
	assert_string_equal(err.text, "there is no scenario `basline`; did you mean `baseline`?");
	assert_null(shelf_load(shelf, "basline.csv", &err));
	assert_non_null(strstr(err.text, "basline.csv: there is no such file"));
	assert_null(shelf_load(shelf, "\x1b[2Jq", &err));
	assert_null(strchr(err.text, '\x1b'));
	free(path);
	shelf_close(shelf);
}

static void test_titles(void **state)
{
	(void)state;
	struct shelf *shelf = open_shelf();
	struct scenario *s;
	struct err err;

	put("data/scenarios/whole.csv", "# name: The Whole Plan\n# name_ko: \xED\x86\xB5\xED\x95\xA9\nid,value\n");
	put("own/first.csv", "# name: Alike\nid,value\n");
	put("own/second.csv", "# name: alike\nid,value\n");
	put("own/alone.csv", "# name: first\nid,value\n");
	s = shelf_load_called(shelf, "the whole plan", &err);
	assert_string_equal(s->name, "whole");
	assert_true(s->read_only);
	scenario_free(s);
	/* The Korean one, decomposed as some systems have it. */
	s = shelf_load_called(shelf, "\xE1\x84\x90\xE1\x85\xA9\xE1\x86\xBC\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xB8", &err);
	assert_string_equal(s->name, "whole");
	scenario_free(s);
	/* A name goes before another's title. */
	s = shelf_load_called(shelf, "first", &err);
	assert_string_equal(s->name, "first");
	scenario_free(s);
	assert_null(shelf_load(shelf, "The Whole Plan", &err));
	assert_true(shelf_knows(shelf, "the whole plan"));
	assert_true(shelf_knows(shelf, "alike"));
	assert_false(shelf_knows(shelf, "whole plan"));
	assert_null(shelf_load_called(shelf, "Alike", &err));
	assert_string_equal(err.text, "several scenarios have the title `Alike`; say which by its name: first, second");
	assert_null(shelf_load_called(shelf, "whole plan", &err));
	assert_string_equal(err.text, "there is no scenario `whole plan`; did you mean `whole`?");
	assert_null(shelf_load_called(shelf, "", &err));
	assert_string_not_equal(err.text, "");
	shelf_close(shelf);
}

static void test_save(void **state)
{
	(void)state;
	struct shelf *shelf = open_shelf();
	struct scenario *s = scenario_new("");
	struct err err;

	put("data/scenarios/shipped.csv", "id,value\n");
	assert_int_equal(shelf_owner(shelf, "mine"), SHELF_NOBODY);
	assert_int_equal(shelf_update(s, &err), -1);
	assert_string_equal(err.text, "this scenario has no file yet; :save NAME gives it one");
	assert_int_equal(shelf_save(shelf, s, "mine", SHELF_NEW, &err), 0);
	assert_string_equal(s->name, "mine");
	assert_int_equal(shelf_owner(shelf, "mine"), SHELF_OWN);
	assert_int_equal(shelf_owner(shelf, "MINE"), SHELF_OWN);
	assert_int_equal(shelf_owner(shelf, "shipped"), SHELF_SHIPPED);
	check_file("own/mine.csv", "id,value,note\r\n");
	settings_set(s->settings, "x", 1);
	assert_int_equal(shelf_save(shelf, s, "mine", SHELF_NEW, &err), -1);
	assert_string_equal(err.text, "there is a scenario `mine` already; take another name, or :replace mine writes over it");
	assert_int_equal(shelf_save(shelf, s, "Mine", SHELF_NEW, &err), -1);
	assert_int_equal(shelf_save(shelf, s, "Mine", SHELF_REPLACE, &err), -1);
	assert_non_null(strstr(err.text, "some systems can't tell `Mine` from it"));
	assert_int_equal(shelf_save(shelf, s, "shipped", SHELF_NEW, &err), -1);
	assert_int_equal(shelf_save(shelf, s, "a/b", SHELF_NEW, &err), -1);
	check_file("own/mine.csv", "id,value,note\r\n");
	assert_int_equal(shelf_update(s, &err), 0);
	check_file("own/mine.csv", "id,value,note\r\nx,1,\r\n");
	assert_int_equal(shelf_save(shelf, s, "shipped", SHELF_REPLACE, &err), 0);
	check_file("own/shipped.csv", "id,value,note\r\nx,1,\r\n");
	check_file("data/scenarios/shipped.csv", "id,value\n");
	assert_string_equal(s->name, "shipped");
	scenario_free(s);
	shelf_close(shelf);
}

static void test_shipped_is_read_only(void **state)
{
	(void)state;
	struct shelf *shelf = open_shelf();
	struct scenario *s;
	struct err err;
	char *trash;

	put("data/scenarios/shipped.csv", "id,value\n");
	s = shelf_load(shelf, "shipped", &err);
	assert_int_equal(shelf_update(s, &err), -1);
	assert_string_equal(err.text, "the scenario `shipped` is shipped and read only; :save NAME makes one of yours");
	assert_int_equal(shelf_delete(shelf, "shipped", &trash, &err), -1);
	assert_string_equal(err.text, "the scenario `shipped` is shipped and read only");
	assert_int_equal(shelf_rename(shelf, "shipped", "x", &err), -1);
	assert_true(is_there("data/scenarios/shipped.csv"));
	assert_int_equal(shelf_save(shelf, s, "copy", SHELF_NEW, &err), 0);
	assert_false(s->read_only);
	assert_int_equal(shelf_update(s, &err), 0);
	scenario_free(s);
	shelf_close(shelf);
}

/* What another program saved in between is not replaced unseen; what it removed may be written anew. */
static void test_two_programs(void **state)
{
	(void)state;
	struct shelf *shelf = open_shelf();
	struct scenario *a = scenario_new(""), *b;
	struct err err;
	char *trash;

	assert_int_equal(shelf_save(shelf, a, "shared", SHELF_NEW, &err), 0);
	b = shelf_load(shelf, "shared", &err);
	settings_set(b->settings, "by_b", 1);
	assert_int_equal(shelf_update(b, &err), 0);
	settings_set(a->settings, "by_a", 1);
	assert_int_equal(shelf_update(a, &err), -1);
	assert_non_null(strstr(err.text, "changed elsewhere; :replace"));
	check_file("own/shared.csv", "id,value,note\r\nby_b,1,\r\n");
	assert_int_equal(shelf_delete(shelf, "shared", &trash, &err), 0);
	free(trash);
	assert_int_equal(shelf_update(a, &err), 0);
	check_file("own/shared.csv", "id,value,note\r\nby_a,1,\r\n");
	scenario_free(a);
	scenario_free(b);
	shelf_close(shelf);
}

/* Composed and decomposed Hangul are one name, whichever the file has. */
static void test_decomposed_names(void **state)
{
	(void)state;
	struct shelf *shelf = open_shelf();
	const char *syllable = "\xEA\xB0\x80", *jamo = "\xE1\x84\x80\xE1\x85\xA1";
	struct scenario *s = scenario_new("");
	struct err err;

	assert_int_equal(shelf_save(shelf, s, jamo, SHELF_NEW, &err), 0);
	assert_string_equal(s->name, syllable);
	assert_int_equal(shelf_save(shelf, s, syllable, SHELF_NEW, &err), -1);
	scenario_free(s);
	put("own/\xE1\x84\x82\xE1\x85\xA1.csv", "# name: na\nid,value\n");
	s = shelf_load(shelf, "\xEB\x82\x98", &err);
	assert_non_null(s);
	assert_string_equal(scenario_title(s, LANG_EN), "na");
	scenario_free(s);
	shelf_close(shelf);
}

static void test_rename(void **state)
{
	(void)state;
	struct shelf *shelf = open_shelf();
	struct err err;

	put("own/a.csv", "# name: A\nid,value\n");
	put("own/b.csv", "# name: B\nid,value\n");
	put("data/scenarios/s.csv", "id,value\n");
	assert_int_equal(shelf_rename(shelf, "a", "b", &err), -1);
	assert_int_equal(shelf_rename(shelf, "a", "B", &err), -1);
	assert_int_equal(shelf_rename(shelf, "a", "s", &err), -1);
	assert_int_equal(shelf_rename(shelf, "a", "a?", &err), -1);
	assert_int_equal(shelf_rename(shelf, "none", "c", &err), -1);
	assert_int_equal(shelf_rename(shelf, "a", "c", &err), 0);
	assert_false(is_there("own/a.csv"));
	check_file("own/c.csv", "# name: A\nid,value\n");
	check_file("own/b.csv", "# name: B\nid,value\n");
	assert_int_equal(shelf_rename(shelf, "c", "C", &err), 0);
	assert_true(is_there("own/C.csv"));
	assert_int_equal(shelf_rename(shelf, "C", "C", &err), 0);
	assert_true(is_there("own/C.csv"));
	shelf_close(shelf);
}

static void test_delete_and_restore(void **state)
{
	(void)state;
	struct shelf *shelf = open_shelf();
	struct shelf_list list;
	struct err err;
	char *first, *second;

	put("own/a.csv", "# name: first\nid,value\n");
	assert_int_equal(shelf_delete(shelf, "a", &first, &err), 0);
	assert_false(is_there("own/a.csv"));
	assert_int_equal(shelf_delete(shelf, "a", &second, &err), -1);
	assert_null(second);
	put("own/a.csv", "# name: second\nid,value\n");
	assert_int_equal(shelf_delete(shelf, "a", &second, &err), 0);
	assert_string_not_equal(first, second);
	assert_int_equal(shelf_list(shelf, &list, &err), 0);
	assert_int_equal(list.count, 0);
	shelf_list_release(&list);
	assert_int_equal(shelf_restore(shelf, first, "a", &err), 0);
	check_file("own/a.csv", "# name: first\nid,value\n");
	assert_int_equal(shelf_restore(shelf, second, "a", &err), -1);
	assert_int_equal(shelf_restore(shelf, second, "b", &err), 0);
	check_file("own/b.csv", "# name: second\nid,value\n");
	assert_int_equal(shelf_restore(shelf, "../a.csv", "z", &err), -1);
	assert_int_equal(shelf_restore(shelf, "none.csv", "z", &err), -1);
	assert_false(is_there("own/z.csv"));
	free(first);
	free(second);
	shelf_close(shelf);
}

/* Several programs save new scenarios of the same name at once: one gets it. */
static void test_race_for_a_name(void **state)
{
	(void)state;
	enum { RACERS = 6, ROUNDS = 10 };

	for (int round = 0; round < ROUNDS; round++) {
		char *name = xasprintf("prize%d", round);
		pid_t racers[RACERS];
		int won = 0;

		for (int i = 0; i < RACERS; i++) {
			racers[i] = fork();
			assert_true(racers[i] >= 0);
			if (racers[i] == 0) {
				struct shelf *shelf = open_shelf();
				struct scenario *s = scenario_new("");

				settings_set(s->settings, "racer", i);
				_exit(shelf_save(shelf, s, name, SHELF_NEW, NULL) == 0 ? 0 : 1);
			}
		}
		for (int i = 0; i < RACERS; i++) {
			int status;

			assert_int_equal(waitpid(racers[i], &status, 0), racers[i]);
			assert_true(WIFEXITED(status));
			won += WEXITSTATUS(status) == 0;
		}
		assert_int_equal(won, 1);
		free(name);
	}
}

/* A folder that somebody holds is waited for, but not for ever; the error says why. */
static void test_held_lock(void **state)
{
	(void)state;
	struct shelf *shelf = open_shelf();
	struct scenario *s = scenario_new("");
	struct err err;
	char *own = below("own");
	int fd;

	assert_int_equal(file_make_folders(own, NULL), 0);
	fd = open(own, O_RDONLY | O_DIRECTORY);
	assert_int_equal(flock(fd, LOCK_EX), 0);
	assert_int_equal(shelf_save(shelf, s, "a", SHELF_NEW, &err), -1);
	assert_non_null(strstr(err.text, "another program is changing this folder"));
	assert_false(is_there("own/a.csv"));
	close(fd);
	assert_int_equal(shelf_save(shelf, s, "a", SHELF_NEW, &err), 0);
	free(own);
	scenario_free(s);
	shelf_close(shelf);
}

/* A file stands where a folder must be: said, and nothing changed. */
static void test_folder_in_the_way(void **state)
{
	(void)state;
	struct shelf *shelf = open_shelf();
	struct scenario *s = scenario_new("as it was");
	struct err err = { "" };

	put("own", "a file");
	assert_int_equal(shelf_save(shelf, s, "a", SHELF_NEW, &err), -1);
	assert_true(*err.text);
	assert_string_equal(s->name, "as it was");
	assert_string_equal(s->path, "");
	scenario_free(s);
	shelf_close(shelf);
}

/* By what a scenario is found again: those of the folders by name, others by their path. */
static void test_ids(void **state)
{
	(void)state;
	struct shelf *shelf = open_shelf();
	struct err err;
	char *path = below("elsewhere/plan.csv"), *id, *name;
	struct scenario *s;

	put("data/scenarios/shipped.csv", "id,value\n");
	put("own/plan.csv", "id,value\nx,1\n");
	put("elsewhere/plan.csv", "id,value\nx,2\n");
	s = shelf_load(shelf, "shipped", &err);
	id = shelf_id(shelf, s);
	assert_string_equal(id, "shipped");
	free(id);
	scenario_free(s);
	s = shelf_load(shelf, "plan", &err);
	id = shelf_id(shelf, s);
	assert_string_equal(id, "plan");
	name = shelf_name_of(shelf, s->path);
	assert_string_equal(name, "plan");
	free(name);
	free(id);
	scenario_free(s);
	assert_null(shelf_name_of(shelf, path));
	s = shelf_load(shelf, path, &err);
	id = shelf_id(shelf, s);
	scenario_free(s);
	s = shelf_load(shelf, id, &err);
	assert_true(value_of(s, "x") == 2);
	free(id);
	scenario_disown(s);
	assert_int_equal(shelf_update(s, &err), -1);
	check_file("elsewhere/plan.csv", "id,value\nx,2\n");
	scenario_free(s);
	s = scenario_new("");
	id = shelf_id(shelf, s);
	assert_string_equal(id, "");
	free(id);
	scenario_free(s);
	free(path);
	shelf_close(shelf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_full_file),
		cmocka_unit_test(test_small_files),
		cmocka_unit_test(test_spreadsheet),
		cmocka_unit_test(test_formulas), cmocka_unit_test(test_other_encoding),
		cmocka_unit_test(test_odd_comments),
		cmocka_unit_test(test_control_characters_are_cleaned),
		cmocka_unit_test(test_faults),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_cut_anywhere),
		cmocka_unit_test(test_changing),
		cmocka_unit_test(test_copy_has_everything),
		cmocka_unit_test(test_warnings),
		cmocka_unit_test(test_warnings_have_lines),
		cmocka_unit_test(test_names),
		in_root(test_list),
		in_root(test_load),
		in_root(test_titles),
		in_root(test_save),
		in_root(test_shipped_is_read_only),
		in_root(test_two_programs),
		in_root(test_decomposed_names),
		in_root(test_rename),
		in_root(test_delete_and_restore),
		in_root(test_race_for_a_name),
		in_root(test_held_lock),
		in_root(test_folder_in_the_way),
		in_root(test_ids),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
