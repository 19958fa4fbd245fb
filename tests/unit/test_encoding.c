/* SPDX-License-Identifier: MIT
 *
 * data/encoding: each encoding by its mark or its bytes, what is broken, and pieces of any size.
 */
#include "config.h"

#include "data/encoding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/text.h"

/* Everything as UTF-8, read in pieces of `size`; NULL and `err` if it fails anywhere. */
static char *decoded(const char *bytes, size_t length, size_t size, enum encoding *encoding, struct err *err)
{
	struct decoder *decoder = decoder_open_bytes("x.csv", bytes, length, err);
	if (!decoder)
		return NULL;
	*encoding = decoder_encoding(decoder);
	struct buf buf = BUF_INIT;
	char *piece = xmalloc(size);
	ssize_t got;
	while ((got = decoder_read(decoder, piece, size, err)) > 0)
		buf_add_bytes(&buf, piece, (size_t)got);
	free(piece);
	decoder_close(decoder);
	if (got == 0)
		return buf_take(&buf);
	buf_release(&buf);
	return NULL;
}

static void assert_decodes(const char *bytes, size_t length, enum encoding expected, const char *text)
{
	static const size_t sizes[] = { 16, 17, 61, 4096, 100000 };
	for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
		struct err err = { "" };
		enum encoding encoding;
		char *found = decoded(bytes, length, sizes[i], &encoding, &err);
		if (!found)
			fail_msg("%s", err.text);
		assert_int_equal(encoding, expected);
		assert_string_equal(found, text);
		free(found);
	}
}

/* `text` in another encoding, with a mark in front. */
static char *encoded(const char *text, const char *to, const char *mark, size_t mark_length, size_t *length)
{
	iconv_t iconv_to = iconv_open(to, "UTF-8");
	size_t in_left = strlen(text), out_left = 4 * in_left + 16;
	char *in = xstrdup(text), *start = in, *bytes = xmalloc(mark_length + out_left), *out = bytes + mark_length;
	memcpy(bytes, mark, mark_length);
	assert_true(iconv(iconv_to, &in, &in_left, &out, &out_left) != (size_t)-1);
	iconv_close(iconv_to);
	free(start);
	*length = (size_t)(out - bytes);
	return bytes;
}

static void assert_round(const char *text, const char *to, const char *mark, size_t mark_length, enum encoding expected)
{
	size_t length;
	char *bytes = encoded(text, to, mark, mark_length, &length);
	assert_decodes(bytes, length, expected, text);
	free(bytes);
}

static const char *const sentence = "연도,시민배당(만원)\n2030,41.2\n\"똠방각하 펲시콜라\",뷁\n";

static void test_encodings(void **state)
{
	(void)state;
	assert_decodes("", 0, ENCODING_UTF8, "");
	assert_decodes("a,b\n", 4, ENCODING_UTF8, "a,b\n");
	assert_decodes(sentence, strlen(sentence), ENCODING_UTF8, sentence);
	assert_round(sentence, "UTF-8", "\xEF\xBB\xBF", 3, ENCODING_UTF8_MARK);
	assert_decodes("\xEF\xBB\xBF", 3, ENCODING_UTF8_MARK, "");
	assert_round(sentence, "CP949", "", 0, ENCODING_CP949);
	assert_round("연도,배당\n", "EUC-KR", "", 0, ENCODING_CP949);
	assert_round(sentence, "UTF-16LE", "\xFF\xFE", 2, ENCODING_UTF16LE);
	assert_round(sentence, "UTF-16BE", "\xFE\xFF", 2, ENCODING_UTF16BE);
	assert_round("😀", "UTF-16LE", "\xFF\xFE", 2, ENCODING_UTF16LE);
	for (int i = ENCODING_UTF8; i <= ENCODING_UTF16BE; i++)
		assert_true(strlen(encoding_name((enum encoding)i)) > 4);
}

/* Every Hangul syllable of KS X 1001 and of CP949 beyond it, alone and in words, is taken for what it is. */
static void test_all_hangul(void **state)
{
	(void)state;
	struct buf words = BUF_INIT;
	for (unsigned c = 0xAC00; c <= 0xD7A3; c++) {
		const char bytes[] = {
			(char)(0xE0 | c >> 12), (char)(0x80 | (c >> 6 & 0x3F)), (char)(0x80 | (c & 0x3F)), '\0',
		};
		size_t length;
		char *one = encoded(bytes, "CP949", "", 0, &length);
		/* Alone, some are UTF-8 too ("짜" is the yen sign): then that is what they are taken for. */
		if (text_check(one, length) < length)
			assert_decodes(one, length, ENCODING_CP949, bytes);
		free(one);
		buf_add(&words, bytes);
		if (c % 3 == 0)
			buf_add_char(&words, c % 30 == 0 ? '\n' : ' ');
	}
	assert_round(buf_text(&words), "CP949", "", 0, ENCODING_CP949);
	assert_round(buf_text(&words), "UTF-16LE", "\xFF\xFE", 2, ENCODING_UTF16LE);
	assert_decodes(words.text, words.len, ENCODING_UTF8, words.text);
	buf_release(&words);
}

static void assert_broken(const char *bytes, size_t length, const char *says)
{
	struct err err = { "" };
	enum encoding encoding;
	char *text = decoded(bytes, length, 100, &encoding, &err);
	if (text)
		fail_msg("read as %s: %s", encoding_name(encoding), text);
	if (!strstr(err.text, says))
		fail_msg("%s: expected \"%s\"", err.text, says);
}

#define BROKEN(bytes, says) assert_broken(bytes, sizeof(bytes) - 1, says)

static void test_broken(void **state)
{
	(void)state;
	/* UTF-8 with one bad byte, or cut off, is not CP949. */
	BROKEN("시민,배당\n1,\xFF\n", "x.csv:2: the byte 0xFF is not UTF-8, though the rest of the file is");
	BROKEN("시민,배당\r\n\r\n1,\xC3\n", "x.csv:3: the byte 0xC3");
	BROKEN("시민,배당\r1,\xC3\r", "x.csv:2: the byte 0xC3");
	BROKEN("시민,배당\n1,\xEB\xB0", "x.csv:2: the file ends in the middle of a character");
	BROKEN("시민,배당\n1,\xEB", "x.csv:2: the file ends in the middle of a character");
	BROKEN("\xEF\xBB\xBF" "a\n\xB0\xA1\n", "x.csv:2: the byte 0xB0 is not UTF-8");
	/* Neither this nor that. */
	BROKEN("a\nb\n\x80\n", "x.csv:3: the byte 0x80 is neither UTF-8 nor CP949");
	BROKEN("a\n\xB0\xA1\n\xFF\xFF\n", "x.csv:3: the byte 0xFF is neither UTF-8 nor CP949");
	BROKEN("a\n\xB0\xA1\xB0", "x.csv:2: the file ends in the middle of a character");
	/* Half a unit, half a pair. */
	BROKEN("\xFF\xFE" "a\0\n\0b", "x.csv:2: the file ends in the middle of a character");
	BROKEN("\xFF\xFE" "a\0\n\0\x00\xDC" "b\0", "x.csv:2: the byte 0x00 is not UTF-16");
	BROKEN("\xFE\xFF\0a\xD8\x00\0b", "is not UTF-16");
}

/* Characters cut by the pieces in which a large file is read. */
static void test_large(void **state)
{
	(void)state;
	for (int shift = 0; shift < 4; shift++) {
		struct buf text = BUF_INIT;
		buf_add_repeat(&text, 'x', (size_t)shift);
		for (int i = 0; i < 60000; i++)
			buf_add(&text, i % 1000 ? "뷁" : "\n");
		assert_decodes(text.text, text.len, ENCODING_UTF8, text.text);
		assert_round(text.text, "CP949", "", 0, ENCODING_CP949);
		assert_round(text.text, "UTF-16BE", "\xFE\xFF", 2, ENCODING_UTF16BE);
		buf_release(&text);
	}
}

static void test_file(void **state)
{
	(void)state;
	char path[] = "encoding-test-XXXXXX";
	const int fd = mkstemp(path);
	struct err err = { "" };
	char piece[64];
	assert_true(fd >= 0);
	assert_int_equal(write(fd, "\xB0\xA1,b\n", 5), 5);
	struct decoder *decoder = decoder_open(path, 100, &err);
	assert_non_null(decoder);
	assert_int_equal(decoder_encoding(decoder), ENCODING_CP949);
	assert_int_equal(decoder_read(decoder, piece, sizeof piece, &err), 6);
	assert_memory_equal(piece, "가,b\n", 6);
	assert_int_equal(decoder_read(decoder, piece, sizeof piece, &err), 0);
	decoder_close(decoder);

	assert_null(decoder_open(path, 4, &err));
	assert_non_null(strstr(err.text, "too large"));

	/* It grows after it was looked through. */
	decoder = decoder_open(path, 100, &err);
	assert_int_equal(write(fd, "1,2\n", 4), 4);
	ssize_t got;
	while ((got = decoder_read(decoder, piece, sizeof piece, &err)) > 0)
		;
	assert_int_equal(got, -1);
	assert_non_null(strstr(err.text, "changed while it was read"));
	decoder_close(decoder);
	close(fd);
	unlink(path);
	assert_null(decoder_open(path, 100, &err));
	assert_non_null(strstr(err.text, "no such file"));
	decoder_close(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_encodings), cmocka_unit_test(test_all_hangul), cmocka_unit_test(test_broken),
		cmocka_unit_test(test_large), cmocka_unit_test(test_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
