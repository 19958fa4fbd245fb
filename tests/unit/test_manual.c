/* SPDX-License-Identifier: MIT
 *
 * base/manual: pages read, found by topic, and made for a width.
 */
#include "config.h"

#include "base/manual.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/manual_words.h"
#include "base/text.h"

static const char gpu_page[] =
	"X(7)                    head\n"
	"\n"
	"N\bNA\bAM\bME\bE\n"
	"     p\bps\bs-gpu \xE2\x80\x93 about machines\n"
	"\n"
	"L\bLE\bEV\bVE\bER\bRS\bS\n"
	"     A paragraph with _\bs_\bo_\bm_\be words that is too long for a narrow screen.\n"
	"\n"
	"   I\bIn\bn s\bsh\bho\bor\brt\bt\n"
	"     _\bg_\bp_\bu_\b__\bf_\be_\be\n"
	"         What users pay, and more of it so that the line is broken.\n"
	"\n"
	"         A second.  Paragraph (of two).  Sentences.\n"
	"\n"
	"     q\bq   Quit, and a text that does not fit into one line of the screen.\n"
	"\n"
	"     -\b-s\bs, -\b--\b-s\bsc\bce\ben\bna\bar\bri\bio\bo NAME\n"
	"         a scenario\n"
	"\n"
	"S\bSE\bEE\bE\n"
	"     \xED\x95\x9C\b\xED\x95\x9C\xEA\xB8\x80\b\xEA\xB8\x80 text\n"
	"\n"
	"foot\n";

/* With a section that is called like an item of the page above, and an item that is called like that page. */
static const char other_page[] = "head\n\nN\bNA\bAM\bME\bE\n     ps \xE2\x80\x93 all of it\n\n"
	"S\bSC\bCE\bEN\bNA\bAR\bRI\bIO\bO\n     _\bg_\bp_\bu\n         A machine.\n\nfoot\n";

static void write_file(const char *folder, const char *name, const char *text)
{
	char *path = xasprintf("%s/%s", folder, name);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
	free(path);
}

static int set_up(void **state)
{
	char template[] = "manual-XXXXXX";

	assert_non_null(mkdtemp(template));
	assert_int_equal(chdir(template), 0);
	assert_int_equal(mkdir("en", 0700) | mkdir("ko", 0700), 0);
	write_file("en", "publicstake-gpu.7", gpu_page);
	write_file("en", "publicstake.1", other_page);
	write_file("en", "README", "no page");
	write_file("ko", "publicstake.1", "head\n\n     ps \xE2\x80\x93 \xEC\xA0\x84\xEB\xB6\x80\n\nfoot\n");
	*state = xstrdup(template);
	return 0;
}

static int tear_down(void **state)
{
	static const char *const files[] = { "en/publicstake-gpu.7", "en/publicstake.1", "en/README", "ko/publicstake.1" };

	for (size_t i = 0; i < ARRAY_LEN(files); i++)
		unlink(files[i]);
	rmdir("en");
	rmdir("ko");
	assert_int_equal(chdir(".."), 0);
	rmdir(*state);
	free(*state);
	return 0;
}

static struct manual *manual_in(enum lang lang)
{
	struct err err;
	struct manual *manual = manual_open(".", lang, &err);

	assert_non_null(manual);
	return manual;
}

/* The start page is first; a page that is not there in Korean is there in English. */
static void test_pages(void **state)
{
	(void)state;
	struct manual *manual = manual_in(LANG_KO);

	assert_int_equal(manual_count(manual), 2);
	assert_string_equal(manual_name(manual, 0), "publicstake");
	assert_string_equal(manual_section(manual, 0), "1");
	assert_string_equal(manual_title(manual, 0), "\xEC\xA0\x84\xEB\xB6\x80");
	assert_string_equal(manual_title(manual, 1), "about machines");
	manual_close(manual);
}

static void test_no_pages(void **state)
{
	(void)state;
	struct err err;

	assert_null(manual_open("./nowhere", LANG_EN, &err));
	assert_string_equal(err.text, "./nowhere: the pages of the manual are not there");
}

/* The first line of what a topic shows, at width 60, and the number of its lines. */
static void expect(const struct manual *manual, const char *topic, int page, const char *first, size_t count)
{
	struct manual_text text;
	struct err err;
	size_t line;

	assert_int_equal(manual_find(manual, topic, &line, &err), page);
	text = manual_layout(manual, (size_t)page, line, 60);
	assert_string_equal(text.lines[text.start].text, first);
	assert_int_equal(text.end - text.start, count);
	manual_text_release(&text);
}

static void test_topics(void **state)
{
	(void)state;
	struct manual *manual = manual_in(LANG_EN);

	expect(manual, "publicstake", 0, "NAME", 6);
	expect(manual, "gpu", 1, "NAME", 22);
	expect(manual, "publicstake-gpu(7)", 1, "NAME", 22);
	expect(manual, "gpu_fee", 1, "     gpu_fee", 5);
	expect(manual, "q", 1, "     q   Quit, and a text that does not fit into one line of", 2);
	expect(manual, "scenario", 1, "     -s, --scenario NAME", 2);
	expect(manual, "--scenario", 1, "     -s, --scenario NAME", 2);
	expect(manual, "-s", 1, "     -s, --scenario NAME", 2);
	expect(manual, ":q", 1, "     q   Quit, and a text that does not fit into one line of", 2);
	expect(manual, "in short", 1, "   In short", 12);
	expect(manual, "gpu SEE", 1, "SEE", 2);
	expect(manual, "GPU_Fee", 1, "     gpu_fee", 5);
	expect(manual, "GPU see", 1, "SEE", 2);
	manual_close(manual);
}

static void test_items(void **state)
{
	(void)state;
	struct manual *manual = manual_in(LANG_EN);
	struct manual_text text;
	size_t line;

	assert_int_equal(manual_find_item(manual, "gpu", &line), 0);
	text = manual_layout(manual, 0, line, 60);
	assert_string_equal(text.lines[text.start].text, "     gpu");
	manual_text_release(&text);
	assert_int_equal(manual_find_item(manual, "gpu_fee", &line), 1);
	assert_int_equal(manual_find_item(manual, "SEE", &line), -1);
	assert_int_equal(manual_find_item(manual, "", &line), -1);
	manual_close(manual);
}

/* The sections with a word that names nothing, as "page section" joined by bars. */
static void expect_places(const struct manual *manual, const char *word, const char *places)
{
	struct manual_places found = manual_places(manual, word);
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < found.count; i++)
		buf_addf(&text, "%s%zu %s", i ? "|" : "", found.list[i].page, found.list[i].section);
	assert_string_equal(buf_text(&text), places);
	buf_release(&text);
	manual_places_release(&found);
}

static void test_places(void **state)
{
	(void)state;
	struct manual *manual = manual_in(LANG_EN);

	expect_places(manual, "line", "1 In short");
	expect_places(manual, "MACHINES", "1 NAME");
	expect_places(manual, "text", "1 In short|1 SEE");
	/* Hangul may go on, Latin words may not; a title is text, too. */
	expect_places(manual, "\xED\x95\x9C", "1 SEE");
	expect_places(manual, "tex", "");
	expect_places(manual, "machine", "0 SCENARIO");
	expect_places(manual, "levers", "1 LEVERS");
	expect_places(manual, "lines", "");
	expect_places(manual, "", "");
	manual_close(manual);
}

static void test_unknown(void **state)
{
	(void)state;
	static const struct { const char *topic, *error; } cases[] = {
		{ "gpu_fees", "the manual has nothing called `gpu_fees`; did you mean `gpu_fee`?" },
		{ "nothing like it", "the manual has nothing called `nothing like it`; publicstake help lists its pages" },
		{ "gpu(5)", "the manual has nothing called `gpu(5)`; publicstake help lists its pages" },
		{ "gpu NOTHING", "the manual has nothing called `gpu NOTHING`; publicstake help lists its pages" },
		{ "", "the manual has nothing called ``; publicstake help lists its pages" },
	};
	struct manual *manual = manual_in(LANG_EN);
	struct err err;
	size_t line;

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		assert_int_equal(manual_find(manual, cases[i].topic, &line, &err), -1);
		assert_string_equal(err.text, cases[i].error);
	}
	manual_close(manual);
}

/* Whether the runs cover the text of every line and no line is too wide. */
static void check_lines(const struct manual_text *text, int width)
{
	for (size_t i = 0; i < text->count; i++) {
		size_t bytes = 0;

		for (size_t k = 0; k < text->lines[i].run_count; k++)
			bytes += text->lines[i].runs[k].bytes;
		assert_int_equal(bytes, strlen(text->lines[i].text));
		assert_true(text_width(text->lines[i].text) <= width);
	}
}

static void test_layout(void **state)
{
	(void)state;
	struct manual *manual = manual_in(LANG_EN);
	struct manual_text text;

	for (int width = 30; width < 100; width++) {
		text = manual_layout(manual, 1, 0, width);
		check_lines(&text, width);
		manual_text_release(&text);
	}
	text = manual_layout(manual, 1, 0, 30);
	assert_string_equal(text.lines[4].text, "     A paragraph with some");
	assert_int_equal(text.lines[4].run_count, 2);
	assert_int_equal(text.lines[4].runs[1].style, MANUAL_EMPHASIS);
	assert_int_equal(text.lines[4].runs[1].bytes, 4);
	assert_string_equal(text.lines[5].text, "     words that is too long");
	manual_text_release(&text);
	text = manual_layout(manual, 1, 0, 60);
	assert_string_equal(text.lines[manual_search(&text, "A second", 0, 1)].text, "         A second. Paragraph (of two). Sentences.");
	manual_text_release(&text);
	manual_close(manual);
}

static void test_moving(void **state)
{
	(void)state;
	struct manual *manual = manual_in(LANG_EN);
	struct manual_text text = manual_layout(manual, 1, 0, 60);
	const long levers = manual_heading(&text, 0, 1), short_ = manual_heading(&text, (size_t)levers, 1);

	assert_string_equal(text.lines[levers].text, "LEVERS");
	assert_int_equal(text.lines[levers].level, 1);
	assert_int_equal(text.lines[short_].level, 2);
	assert_int_equal(manual_heading(&text, (size_t)short_, -1), levers);
	assert_int_equal(manual_heading(&text, 0, -1), -1);
	assert_string_equal(text.lines[manual_search(&text, "QUIT", 0, 1)].text + 9, "Quit, and a text that does not fit into one line of");
	assert_int_equal(manual_search(&text, "name", 1, 1), manual_search(&text, "NAME", text.count - 1, -1));
	assert_int_equal(manual_search(&text, "name", text.count - 1, 1), 0);
	assert_int_equal(manual_search(&text, "absent", 0, 1), -1);
	assert_int_equal(manual_search(&text, "", 0, 1), -1);
	manual_text_release(&text);
	manual_close(manual);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_no_pages),
		cmocka_unit_test(test_topics),
		cmocka_unit_test(test_items),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_unknown),
		cmocka_unit_test(test_layout),
		cmocka_unit_test(test_moving),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
