/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "data/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <unistr.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/text.h"

enum {
	CHUNK = 64 << 10,
	NAME_CELLS = 200,
};

struct decoder {
	char *path;               /* as it was named */
	char *name;               /* the same, fit for a terminal */
	int fd;                   /* -1: the bytes are in memory */
	struct file_stamp stamp;  /* of the file when it was opened */
	const char *bytes;
	size_t length, at;
	enum encoding encoding;
	iconv_t iconv;            /* (iconv_t)-1: what is read is UTF-8 already */
	char in[CHUNK];           /* read but not yet converted */
	size_t in_at, in_end;
	bool in_last;             /* there is no more to read */
	size_t line;              /* of what comes next, from 1 */
	bool after_cr;
};

static const struct {
	const char *name;      /* for people */
	const char *iconv;
	size_t mark_length;
	const char *mark;
} encodings[] = {
	[ENCODING_UTF8] = { "UTF-8", NULL, 0, "" },
	[ENCODING_UTF8_MARK] = { "UTF-8 with a byte-order mark", NULL, 3, "\xEF\xBB\xBF" },
	[ENCODING_CP949] = { "CP949 (EUC-KR)", "CP949", 0, "" },
	[ENCODING_UTF16LE] = { "UTF-16 (little endian)", "UTF-16LE", 2, "\xFF\xFE" },
	[ENCODING_UTF16BE] = { "UTF-16 (big endian)", "UTF-16BE", 2, "\xFE\xFF" },
};

const char *encoding_name(enum encoding encoding)
{
	return encodings[encoding].name;
}

enum encoding decoder_encoding(const struct decoder *decoder)
{
	return decoder->encoding;
}

static ssize_t read_raw(struct decoder *decoder, char *bytes, size_t size, struct err *err)
{
	const size_t left = decoder->length - decoder->at;

	if (decoder->fd >= 0)
		return file_read_some(decoder->fd, decoder->path, bytes, size, err);
	if (size > left)
		size = left;
	memcpy(bytes, decoder->bytes + decoder->at, size);
	decoder->at += size;
	return (ssize_t)size;
}

static int go_to(struct decoder *decoder, size_t at, struct err *err)
{
	decoder->at = at < decoder->length ? at : decoder->length;
	decoder->line = 1;
	decoder->after_cr = false;
	if (decoder->fd >= 0 && lseek(decoder->fd, (off_t)at, SEEK_SET) < 0)
		return err_set_errno(err, _("%s: can't be read"), decoder->name);
	return 0;
}

/* Line ends are LF, CRLF and CR. */
static void count_lines(struct decoder *decoder, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (text[i] == '\r' || (text[i] == '\n' && !decoder->after_cr))
			decoder->line++;
		decoder->after_cr = text[i] == '\r';
	}
}

/* What a look through the whole text as UTF-8 finds. */
struct survey {
	size_t good;         /* characters of three or four bytes */
	size_t bad;          /* runs of bytes that belong to no character */
	bool in_bad;         /* the last byte was in one */
	size_t bad_line;     /* of the first */
	unsigned char byte;
	bool cut;            /* the text ends inside a character */
};

static void note_bad(const struct decoder *decoder, struct survey *survey, char byte)
{
	if (!survey->bad) {
		survey->bad_line = decoder->line;
		survey->byte = (unsigned char)byte;
	}
	survey->bad += !survey->in_bad;
	survey->in_bad = true;
}

/* Whether it is UTF-8 with something broken in it. In CP949 three bytes look like a character of UTF-8 only out of
 * step, after a byte that fits nothing, so that the good can't outnumber the bad. */
static bool is_broken_utf8(const struct survey *survey)
{
	return survey->good > survey->bad || (survey->good && survey->cut && survey->bad == 1);
}

/* Looks through one piece; how many of its bytes are done with (a character that its end cuts is not, unless it is
 * the last). */
static size_t survey_piece(struct decoder *decoder, struct survey *survey, const char *text, size_t length, bool last)
{
	size_t at = 0;

	while (at < length) {
		const size_t start = at;
		ucs4_t c;
		int n;

		while (at < length && !(text[at] & 0x80))
			at++;
		count_lines(decoder, text + start, at - start);
		survey->in_bad &= at == start;
		if (at == length)
			break;
		n = u8_mbtoucr(&c, (const uint8_t *)text + at, length - at);
		if (n == -2 && !last)
			break;
		survey->cut |= n == -2;
		survey->good += n >= 3;
		if (n < 0)
			note_bad(decoder, survey, text[at]);
		else
			survey->in_bad = false;
		decoder->after_cr = false;
		at += n < 0 ? 1 : (size_t)n;
	}
	return at;
}

static int survey_all(struct decoder *decoder, struct survey *survey, struct err *err)
{
	size_t kept = 0;
	ssize_t got;

	do {
		size_t done;

		got = read_raw(decoder, decoder->in + kept, sizeof decoder->in - kept, err);
		if (got < 0)
			return -1;
		kept += (size_t)got;
		done = survey_piece(decoder, survey, decoder->in, kept, got == 0);
		memmove(decoder->in, decoder->in + done, kept - done);
		kept -= done;
	} while (got > 0);
	return 0;
}

static int cut_off(const struct decoder *decoder, size_t line, struct err *err)
{
	return err_set(err, _("%s:%zu: the file ends in the middle of a character; it seems to be cut off"),
		decoder->name, line);
}

static int broken_utf8(const struct decoder *decoder, const struct survey *survey, struct err *err)
{
	if (survey->cut && survey->bad == 1)
		return cut_off(decoder, survey->bad_line, err);
	return err_set(err, _("%s:%zu: the byte 0x%02X is not UTF-8, though the rest of the file is; "
		"correct it or save the file anew"), decoder->name, survey->bad_line, survey->byte);
}

/* The encoding by its mark, else by looking through all of it. */
static int find_encoding(struct decoder *decoder, struct err *err)
{
	struct survey survey = { 0 };
	char start[3] = "";
	const ssize_t got = read_raw(decoder, start, sizeof start, err);

	if (got < 0)
		return -1;
	for (size_t i = 0; i < ARRAY_LEN(encodings); i++)
		if (encodings[i].mark_length && !memcmp(start, encodings[i].mark, encodings[i].mark_length))
			decoder->encoding = (enum encoding)i;
	if (encodings[decoder->encoding].iconv)
		return 0;
	if (go_to(decoder, 0, err) < 0 || survey_all(decoder, &survey, err) < 0)
		return -1;
	if (!survey.bad)
		return 0;
	if (decoder->encoding == ENCODING_UTF8_MARK || is_broken_utf8(&survey))
		return broken_utf8(decoder, &survey, err);
	decoder->encoding = ENCODING_CP949;
	return 0;
}

static int begin(struct decoder *decoder, struct err *err)
{
	const char *from;

	decoder->iconv = (iconv_t)-1;
	if (find_encoding(decoder, err) < 0)
		return -1;
	from = encodings[decoder->encoding].iconv;
	if (from) {
		decoder->iconv = iconv_open("UTF-8", from);
		if (decoder->iconv == (iconv_t)-1)
			return err_set(err, _("%s: is in %s, which this system can't read; save it as UTF-8"), decoder->name,
				encodings[decoder->encoding].name);
	}
	return go_to(decoder, encodings[decoder->encoding].mark_length, err);
}

static struct decoder *decoder_new(const char *name)
{
	struct decoder *decoder = xmalloc(sizeof *decoder);

	decoder->path = xstrdup(name);
	decoder->name = text_quote(name, strlen(name), NAME_CELLS);
	decoder->fd = -1;
	decoder->iconv = (iconv_t)-1;
	return decoder;
}

struct decoder *decoder_open(const char *path, size_t max, struct err *err)
{
	struct decoder *decoder = decoder_new(path);

	decoder->fd = file_open(path, max, &decoder->stamp, err);
	if (decoder->fd >= 0 && begin(decoder, err) == 0)
		return decoder;
	decoder_close(decoder);
	return NULL;
}

struct decoder *decoder_open_bytes(const char *name, const void *bytes, size_t length, struct err *err)
{
	struct decoder *decoder = decoder_new(name);

	decoder->bytes = length ? bytes : "";
	decoder->length = length;
	if (begin(decoder, err) == 0)
		return decoder;
	decoder_close(decoder);
	return NULL;
}

void decoder_close(struct decoder *decoder)
{
	if (!decoder)
		return;
	if (decoder->iconv != (iconv_t)-1)
		iconv_close(decoder->iconv);
	if (decoder->fd >= 0)
		close(decoder->fd);
	free(decoder->name);
	free(decoder->path);
	free(decoder);
}

/* Nothing more came: that is right only if the file is still what it was. */
static ssize_t at_end(struct decoder *decoder, struct err *err)
{
	return decoder->fd < 0 ? 0 : file_unchanged(decoder->fd, decoder->path, &decoder->stamp, err);
}

static int fill(struct decoder *decoder, struct err *err)
{
	ssize_t got;

	memmove(decoder->in, decoder->in + decoder->in_at, decoder->in_end - decoder->in_at);
	decoder->in_end -= decoder->in_at;
	decoder->in_at = 0;
	got = read_raw(decoder, decoder->in + decoder->in_end, sizeof decoder->in - decoder->in_end, err);
	if (got < 0)
		return -1;
	decoder->in_end += (size_t)got;
	decoder->in_last = got == 0;
	return 0;
}

static int wrong_byte(const struct decoder *decoder, struct err *err)
{
	const unsigned byte = (unsigned char)decoder->in[decoder->in_at];

	if (decoder->encoding == ENCODING_CP949)
		return err_set(err, _("%s:%zu: the byte 0x%02X is neither UTF-8 nor CP949; save the file as UTF-8"),
			decoder->name, decoder->line, byte);
	return err_set(err, _("%s:%zu: the byte 0x%02X is not %s; save the file as UTF-8"),
		decoder->name, decoder->line, byte, encodings[decoder->encoding].name);
}

/* Converts what there is; the bytes that gave, -1 on error, 0 if more must be read first. */
static ssize_t convert(struct decoder *decoder, char *text, size_t size, struct err *err)
{
	char *in = decoder->in + decoder->in_at, *out = text;
	size_t in_left = decoder->in_end - decoder->in_at, out_left = size;
	const size_t status = iconv(decoder->iconv, &in, &in_left, &out, &out_left);
	const int code = errno;

	decoder->in_at = (size_t)(in - decoder->in);
	count_lines(decoder, text, (size_t)(out - text));
	if (out > text || status != (size_t)-1 || code == E2BIG)
		return out - text;
	if (code == EINVAL && !decoder->in_last)
		return 0;
	if (code == EINVAL)
		return cut_off(decoder, decoder->line, err);
	return wrong_byte(decoder, err);
}

ssize_t decoder_read(struct decoder *decoder, char *text, size_t size, struct err *err)
{
	ssize_t got;

	if (decoder->iconv == (iconv_t)-1) {
		got = read_raw(decoder, text, size, err);
		return got ? got : at_end(decoder, err);
	}
	do {
		if (fill(decoder, err) < 0)
			return -1;
		if (decoder->in_last && decoder->in_at == decoder->in_end)
			return at_end(decoder, err);
		got = convert(decoder, text, size, err);
	} while (got == 0);
	return got;
}
