/* SPDX-License-Identifier: MIT
 *
 * base/text: cells, clusters, cutting, padding, wrapping, cleaning, guessing.
 */
#include "config.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"

/* Conjoining jamo: U+1112 U+1161 U+11AB, one syllable of three code points. */
#define JAMO "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB"
#define ACUTE "\xCC\x81"

static void test_width(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int cells;
	} cases[] = {
		{ "", 0 }, { "abc", 3 }, { "한글", 4 }, { "GPU 5만 장", 10 }, { JAMO, 2 }, { "a" ACUTE "b", 2 },
		{ "ㄱ", 2 }, { "–…±", 3 }, { "⣿▁", 2 }, { "漢字かな", 8 }, { "\xFF", 1 }, { "a\xEA\xB0", 2 }, { "Ａ", 2 },
		{ "\xE2\x80\x8D", 0 }, { "😀", 2 },
	};
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		if (text_width(cases[i].text) != cases[i].cells)
			fail_msg("%s: %d cells, not %d", cases[i].text, text_width(cases[i].text), cases[i].cells);
	assert_int_equal(text_char_width(0xAC00), 2);
	assert_int_equal(text_char_width(0x1161), 0);
	assert_int_equal(text_char_width(0x11A8), 0);
	assert_int_equal(text_char_width(0xD7B0), 0);
}

static void test_check(void **state)
{
	(void)state;
	assert_true(text_is_utf8("한글 abc"));
	assert_false(text_is_utf8("ab\xFF"));
	assert_int_equal(text_check("ab\xFF" "c", 4), 2);
	assert_int_equal(text_check("ab\xEA\xB0", 4), 2);
	/* Overlong forms, surrogates and beyond U+10FFFF are not UTF-8. */
	assert_false(text_is_utf8("\xC0\x80"));
	assert_false(text_is_utf8("\xED\xA0\x80"));
	assert_false(text_is_utf8("\xF4\x90\x80\x80"));
}

static void test_walk(void **state)
{
	(void)state;
	const char *text = "a" JAMO "e" ACUTE "한\xFFz";
	static const size_t lengths[] = { 1, 9, 3, 3, 1, 1 };
	static const int widths[] = { 1, 2, 1, 2, 1, 1 };
	size_t at = 0, n;
	int cells;
	for (size_t i = 0; i < ARRAY_LEN(lengths); i++) {
		n = text_next(text + at, &cells);
		assert_int_equal(n, lengths[i]);
		assert_int_equal(cells, widths[i]);
		at += n;
		assert_int_equal(text_previous(text, at), at - n);
	}
	assert_int_equal(text_next(text + at, &cells), 0);
	assert_int_equal(cells, 0);
	assert_int_equal(text_previous(text, 0), 0);
	assert_int_equal(text_next("", NULL), 0);
}

/* What is one character to Unicode, but takes more cells than a terminal's cell can hold, comes apart. */
static void test_walk_wide(void **state)
{
	(void)state;
	const char *family = "👩\xE2\x80\x8D👧", *initials = "\xE1\x84\x80바";
	int cells;
	assert_int_equal(text_next(family, &cells), 7);
	assert_int_equal(cells, 2);
	assert_int_equal(text_next(family + 7, &cells), 4);
	assert_int_equal(cells, 2);
	assert_int_equal(text_width(family), 4);
	assert_int_equal(text_next(initials, &cells), 3);
	assert_int_equal(cells, 2);
	assert_int_equal(text_width(initials), 4);
}

/* A megabyte of marks on one letter, and of ordinary text: linear, no cluster without end. */
static void test_long(void **state)
{
	(void)state;
	struct buf buf = BUF_INIT;
	buf_add_char(&buf, 'a');
	for (int i = 0; i < 500000; i++)
		buf_add(&buf, ACUTE);
	assert_int_equal(text_width(buf_text(&buf)), 1);
	buf_clear(&buf);
	for (int i = 0; i < 300000; i++)
		buf_add(&buf, "한");
	assert_int_equal(text_width(buf_text(&buf)), 600000);
	buf_release(&buf);
}

static void test_prefix(void **state)
{
	(void)state;
	int used;
	assert_int_equal(text_prefix("한글", 3, &used), 3);
	assert_int_equal(used, 2);
	assert_int_equal(text_prefix("한글", 4, &used), 6);
	assert_int_equal(used, 4);
	assert_int_equal(text_prefix("한글", 1, &used), 0);
	assert_int_equal(used, 0);
	assert_int_equal(text_prefix("e" ACUTE "x", 1, NULL), 3);
	assert_int_equal(text_prefix("abc", -1, NULL), 0);
}

static void assert_cut(const char *text, int cells, const char *ellipsis, const char *expected)
{
	struct buf buf = BUF_INIT;
	text_cut(&buf, text, cells, ellipsis);
	assert_string_equal(buf_text(&buf), expected);
	buf_release(&buf);
}

static void test_cut(void **state)
{
	(void)state;
	assert_cut("abc", 3, NULL, "abc");
	assert_cut("abcd", 3, NULL, "ab…");
	assert_cut("시민배당", 8, NULL, "시민배당");
	assert_cut("시민배당", 7, NULL, "시민배…");
	assert_cut("시민배당", 6, NULL, "시민…");
	assert_cut("시민배당", 7, "...", "시민...");
	assert_cut("시민배당", 2, "...", "시");
	assert_cut("시민배당", 1, NULL, "…");
	assert_cut("시민배당", 0, NULL, "");
	assert_cut("시민배당", -5, NULL, "");
	assert_cut("", 0, NULL, "");
	assert_cut(JAMO JAMO, 3, NULL, JAMO "…");
}

static void assert_fit(const char *text, int cells, enum text_align align, const char *expected)
{
	struct buf buf = BUF_INIT;
	text_fit(&buf, text, cells, align, NULL);
	assert_string_equal(buf_text(&buf), expected);
	assert_int_equal(text_width(buf_text(&buf)), cells < 0 ? 0 : cells);
	buf_release(&buf);
}

static void test_fit(void **state)
{
	(void)state;
	assert_fit("배당", 6, TEXT_LEFT, "배당  ");
	assert_fit("배당", 6, TEXT_RIGHT, "  배당");
	assert_fit("배당", 7, TEXT_CENTRE, " 배당  ");
	assert_fit("시민배당", 6, TEXT_LEFT, "시민… ");
	assert_fit("시민배당", 6, TEXT_RIGHT, " 시민…");
	assert_fit("x", 0, TEXT_LEFT, "");
	assert_fit("x", -1, TEXT_LEFT, "");
}

static void assert_wrap(const char *text, int cells, const char *expected)
{
	struct text_lines lines = text_wrap(text, cells);
	struct buf buf = BUF_INIT;
	for (size_t i = 0; i < lines.count; i++) {
		assert_true(text_width(lines.line[i]) <= (cells < 2 ? 2 : cells));
		buf_addf(&buf, "%s%s", i ? "|" : "", lines.line[i]);
	}
	assert_string_equal(buf_text(&buf), expected);
	buf_release(&buf);
	text_lines_release(&lines);
	assert_int_equal(lines.count, 0);
}

static void test_wrap(void **state)
{
	(void)state;
	assert_wrap("", 10, "");
	assert_wrap("one two three", 7, "one two|three");
	assert_wrap("one two three", 80, "one two three");
	assert_wrap("  one   two\tthree ", 20, "one two three");
	assert_wrap("one\n\ntwo", 20, "one||two");
	assert_wrap("정부가 보유한 그래픽 처리 장치", 12, "정부가|보유한|그래픽 처리|장치");
	assert_wrap("아주긴한국어낱말하나", 8, "아주긴한|국어낱말|하나");
	assert_wrap("ab 아주긴한국어낱말", 8, "ab|아주긴한|국어낱말");
	assert_wrap("abcdefgh ij", 5, "abcde|fgh|ij");
	assert_wrap("abcdefg hi", 5, "abcde|fg hi");
	assert_wrap("한글", 1, "한|글");
	assert_wrap("a\r\nb", 9, "a|b");
}

static void test_unfold(void **state)
{
	(void)state;
	char *text = text_unfold("\n    First line\n    goes on.\n\n    Second.\n"
		"    - item one\n      more\n    * item two\n    -3 is no item\n\n");
	assert_string_equal(text, "First line goes on.\n\nSecond.\n- item one more\n* item two -3 is no item");
	free(text);
	text = text_unfold("");
	assert_string_equal(text, "");
	free(text);
}

static void assert_clean(const char *text, size_t length, enum text_clean mode, const char *expected)
{
	struct buf once = BUF_INIT, twice = BUF_INIT;
	text_clean(&once, text, length, mode);
	assert_string_equal(buf_text(&once), expected);
	text_clean(&twice, once.text ? once.text : "", once.len, mode);
	assert_string_equal(buf_text(&twice), expected);
	assert_true(text_is_utf8(buf_text(&once)));
	buf_release(&once);
	buf_release(&twice);
}

#define CLEAN(text, expected) assert_clean(text, sizeof(text) - 1, TEXT_ONE_LINE, expected)

static void test_clean(void **state)
{
	(void)state;
	CLEAN("", "");
	CLEAN("plain 한글 é", "plain 한글 é");
	CLEAN("\033[31mred\a", "␛[31mred␇");
	CLEAN("a\0b\x7F" "c", "a␀b␡c");
	CLEAN("a\r\n\tb", "a␍␊␉b");
	assert_clean("a\r\n\tb", 5, TEXT_KEEP_NEWLINES, "a␍\n b");
	/* C1 in UTF-8 (CSI as one character), and as a raw byte. */
	CLEAN("\xC2\x9B" "31m", "\xEF\xBF\xBD" "31m");
	CLEAN("\x9B" "31m", "\xEF\xBF\xBD" "31m");
	/* Direction override and isolate, zero width space, byte order mark, line separator, tag, noncharacter. */
	CLEAN("a\xE2\x80\xAE" "b\xE2\x81\xA6" "c", "a\xEF\xBF\xBD" "b\xEF\xBF\xBD" "c");
	CLEAN("\xE2\x80\x8B\xEF\xBB\xBF\xE2\x80\xA8\xF3\xA0\x81\x81\xEF\xBF\xBF",
		"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
	/* Half a character. */
	CLEAN("a\xEA\xB0", "a\xEF\xBF\xBD");
	CLEAN("\xEA\xB0z", "\xEF\xBF\xBDz");
	/* A mark with nothing to sit on, and jamo that would vanish at the start. */
	CLEAN(ACUTE "x", "\xE2\x97\x8C" ACUTE "x");
	CLEAN(JAMO, JAMO);
	CLEAN("\xE1\x85\xA1", "\xE2\x97\x8C\xE1\x85\xA1");
	CLEAN("a" ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE "b",
		"a" ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE "b");
}

/* Every byte, in every position of a short text: never a control character on its way out. */
static void test_clean_all(void **state)
{
	(void)state;
	for (int a = 0; a < 256; a++) {
		for (int b = 0; b < 256; b++) {
			const char text[] = { (char)a, (char)b, 'x' };
			struct buf buf = BUF_INIT;
			text_clean(&buf, text, sizeof text, TEXT_ONE_LINE);
			for (size_t i = 0; i < buf.len; i++)
				assert_true((unsigned char)buf.text[i] >= 0x20 && buf.text[i] != 0x7F);
			assert_true(text_is_utf8(buf_text(&buf)));
			buf_release(&buf);
		}
	}
}

static void test_quote(void **state)
{
	(void)state;
	char *quote = text_quote("a\033b", 3, 10);
	assert_string_equal(quote, "a␛b");
	free(quote);
	quote = text_quote("시민배당금", 15, 7);
	assert_string_equal(quote, "시민배…");
	free(quote);
	/* A megabyte costs no more than a few kilobytes. */
	char *many = xmalloc(1 << 20);
	memset(many, 'x', 1 << 20);
	quote = text_quote(many, 1 << 20, 5);
	assert_string_equal(quote, "xxxx…");
	free(quote);
	quote = text_quote(many, 1 << 20, 1000000);
	assert_true(strlen(quote) < 5000);
	assert_string_equal(quote + strlen(quote) - 3, "…");
	free(quote);
	free(many);
}

static void test_distance(void **state)
{
	(void)state;
	assert_int_equal(text_distance("", "", 3), 0);
	assert_int_equal(text_distance("gpu_fee", "gpu_fee_", 3), 1);
	assert_int_equal(text_distance("gpu_fee", "gpu_ef", 3), 2);
	assert_int_equal(text_distance("dividend", "dividned", 3), 1);
	assert_int_equal(text_distance("kitten", "sitting", 5), 3);
	assert_int_equal(text_distance("kitten", "sitting", 2), 3);
	assert_int_equal(text_distance("배당", "배당금", 3), 1);
	assert_int_equal(text_distance("GPU", "gpu", 3), 0);
	assert_int_equal(text_distance("", "abc", 5), 3);
	char many[1000];
	memset(many, 'x', sizeof many - 1);
	many[sizeof many - 1] = '\0';
	assert_int_equal(text_distance(many, "abc", 4), 5);
	assert_int_equal(text_distance(many, many, 4), 5);
}

static void test_closest(void **state)
{
	(void)state;
	static const char *const names[] = { "gpu_target", "gpu_fee", "land_levy", "share_levy", "dividend", "t" };
	assert_string_equal(text_closest("gpu_fee_", names, ARRAY_LEN(names)), "gpu_fee");
	assert_string_equal(text_closest("gpu_targe", names, ARRAY_LEN(names)), "gpu_target");
	assert_string_equal(text_closest("landlevy", names, ARRAY_LEN(names)), "land_levy");
	assert_string_equal(text_closest("DIVIDEND", names, ARRAY_LEN(names)), "dividend");
	assert_string_equal(text_closest("share_levy", names, ARRAY_LEN(names)), "share_levy");
	assert_null(text_closest("foundry", names, ARRAY_LEN(names)));
	assert_null(text_closest("x", names, ARRAY_LEN(names)));
	assert_null(text_closest("", names, ARRAY_LEN(names)));
	assert_null(text_closest("gpu_fee", NULL, 0));

	/* Characters count, not bytes: Hangul is near to no Latin name, nor to Hangul that shares one syllable of three. */
	static const char *const mixed[] = { "-s", "run", "spun", "인도", "배당금" };
	assert_null(text_closest("소진", mixed, ARRAY_LEN(mixed)));
	assert_null(text_closest("보고서", mixed, ARRAY_LEN(mixed)));
	assert_null(text_closest("민감도", mixed, ARRAY_LEN(mixed)));
	assert_null(text_closest("국민연금", mixed, ARRAY_LEN(mixed)));
	assert_string_equal(text_closest("배당", mixed, ARRAY_LEN(mixed)), "배당금");

	struct text_guess guess = { .name = "divdend" };
	text_guess_offer(&guess, "dividends");
	assert_string_equal(guess.best, "dividends");
	text_guess_offer(&guess, "dividend");
	assert_string_equal(guess.best, "dividend");
	text_guess_offer(&guess, "dividends");
	assert_string_equal(guess.best, "dividend");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_width), cmocka_unit_test(test_check), cmocka_unit_test(test_walk), cmocka_unit_test(test_walk_wide),
		cmocka_unit_test(test_long), cmocka_unit_test(test_prefix), cmocka_unit_test(test_cut),
		cmocka_unit_test(test_fit), cmocka_unit_test(test_wrap), cmocka_unit_test(test_unfold),
		cmocka_unit_test(test_clean), cmocka_unit_test(test_clean_all), cmocka_unit_test(test_quote),
		cmocka_unit_test(test_distance), cmocka_unit_test(test_closest),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
