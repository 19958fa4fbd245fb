/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unigbrk.h>
#include <unistr.h>
#include <uniwidth.h>

#include "base/alloc.h"
#include "base/buf.h"

enum {
	CLUSTER_MAX = 256,  /* bytes looked at for one cluster, so that walking stays linear */
	MARKS_MAX = 8,      /* zero-width characters kept on one character */
	QUOTE_BYTES = 4096, /* bytes looked at for a quotation */
	NAME_MAX_POINTS = 64,
};

#define ELLIPSIS "\xE2\x80\xA6"
#define REPLACEMENT 0xFFFDu
#define DOTTED_CIRCLE 0x25CCu

size_t text_check(const char *text, size_t length)
{
	const uint8_t *bad = u8_check((const uint8_t *)text, length);

	return bad ? (size_t)((const char *)bad - text) : length;
}

bool text_is_utf8(const char *text)
{
	const size_t length = strlen(text);

	return text_check(text, length) == length;
}

int text_char_width(unsigned int c)
{
	int width;

	if (c >= 0x20 && c < 0x7F)
		return 1;
	/* Conjoining medials and finals sit on the initial before them, Hangul tone marks on the syllable. */
	if ((c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF) || c == 0x302E || c == 0x302F)
		return 0;
	width = uc_width(c, "UTF-8");
	return width < 0 ? 1 : width;
}

static bool printable_ascii(char c)
{
	return c >= 0x20 && c < 0x7F;
}

/* Bytes of the longest start with no more than one character that takes cells, which is what a cell of a terminal holds; its
 * width. Families of emoji, flags, and initials before a syllable come apart. */
static size_t one_spacing(const char *text, size_t length, int *cells)
{
	size_t at = 0;

	*cells = 0;
	while (at < length) {
		ucs4_t c;
		const int n = u8_mbtouc(&c, (const uint8_t *)text + at, length - at), width = text_char_width(c);

		if (*cells && width)
			break;
		*cells += width;
		at += (size_t)n;
	}
	return at;
}

size_t text_next(const char *text, int *cells)
{
	const uint8_t *start = (const uint8_t *)text, *end;
	int width;
	size_t length;

	if (!*text) {
		if (cells)
			*cells = 0;
		return 0;
	}
	if (printable_ascii(text[0]) && (!text[1] || printable_ascii(text[1]))) {
		if (cells)
			*cells = 1;
		return 1;
	}
	end = u8_grapheme_next(start, start + strnlen(text, CLUSTER_MAX));
	length = one_spacing(text, (size_t)(end - start), &width);
	if (cells)
		*cells = width;
	return length;
}

size_t text_previous(const char *text, size_t at)
{
	size_t start = 0, n;

	while ((n = text_next(text + start, NULL)) && start + n < at)
		start += n;
	return start;
}

int text_width(const char *text)
{
	int width = 0, cells;
	size_t n;

	while ((n = text_next(text, &cells))) {
		width += cells;
		text += n;
	}
	return width;
}

size_t text_prefix(const char *text, int cells, int *used)
{
	size_t at = 0, n;
	int width = 0, more;

	while ((n = text_next(text + at, &more)) && width + more <= cells) {
		width += more;
		at += n;
	}
	if (used)
		*used = width;
	return at;
}

/* Adds the cut text and returns its width. */
static int cut(struct buf *buf, const char *text, int cells, const char *ellipsis)
{
	int used, mark;
	size_t n = text_prefix(text, cells, &used);

	if (!text[n]) {
		buf_add_bytes(buf, text, n);
		return used;
	}
	if (!ellipsis)
		ellipsis = ELLIPSIS;
	mark = text_width(ellipsis);
	if (mark > cells)
		mark = 0;
	n = text_prefix(text, cells - mark, &used);
	buf_add_bytes(buf, text, n);
	if (mark)
		buf_add(buf, ellipsis);
	return used + mark;
}

void text_cut(struct buf *buf, const char *text, int cells, const char *ellipsis)
{
	cut(buf, text, cells < 0 ? 0 : cells, ellipsis);
}

void text_fit(struct buf *buf, const char *text, int cells, enum text_align align, const char *ellipsis)
{
	struct buf piece = BUF_INIT;
	int room, before = 0;

	if (cells <= 0)
		return;
	room = cells - cut(&piece, text, cells, ellipsis);
	if (align == TEXT_RIGHT)
		before = room;
	else if (align == TEXT_CENTRE)
		before = room / 2;
	buf_add_repeat(buf, ' ', (size_t)before);
	buf_add_bytes(buf, buf_text(&piece), piece.len);
	buf_add_repeat(buf, ' ', (size_t)(room - before));
	buf_release(&piece);
}

/* The state of text_wrap: the lines so far and the one being filled. */
struct wrap {
	struct text_lines lines;
	size_t cap;
	struct buf line;
	int width;  /* of the line being filled */
	int cells;  /* it may have */
};

static void end_line(struct wrap *wrap)
{
	wrap->lines.line = xgrow(wrap->lines.line, wrap->lines.count, &wrap->cap, sizeof *wrap->lines.line);
	wrap->lines.line[wrap->lines.count++] = buf_take(&wrap->line);
	wrap->width = 0;
}

/* A word wider than a line is broken between clusters; the last piece stays on the line being filled. */
static void add_long_word(struct wrap *wrap, const char *word)
{
	while (*word) {
		int used;
		size_t n = text_prefix(word, wrap->cells, &used);

		if (!n)
			n = text_next(word, &used);
		if (wrap->line.len)
			end_line(wrap);
		buf_add_bytes(&wrap->line, word, n);
		wrap->width = used;
		word += n;
	}
}

static void add_word(struct wrap *wrap, const char *bytes, size_t length)
{
	char *word = xstrndup(bytes, length);
	const int width = text_width(word);

	if (wrap->line.len && wrap->width + 1 + width > wrap->cells)
		end_line(wrap);
	if (width > wrap->cells) {
		add_long_word(wrap, word);
	} else {
		if (wrap->line.len)
			buf_add_char(&wrap->line, ' ');
		wrap->width += width + (wrap->line.len > 0);
		buf_add(&wrap->line, word);
	}
	free(word);
}

struct text_lines text_wrap(const char *text, int cells)
{
	struct wrap wrap = { .cells = cells < 2 ? 2 : cells };

	for (;;) {
		const size_t n = strcspn(text, " \t\r\n");

		if (n)
			add_word(&wrap, text, n);
		text += n;
		if (!*text)
			break;
		if (*text++ == '\n')
			end_line(&wrap);
	}
	end_line(&wrap);
	return wrap.lines;
}

void text_lines_release(struct text_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++)
		free(lines->line[i]);
	free(lines->line);
	*lines = (struct text_lines){ NULL, 0 };
}

char *text_unfold(const char *text)
{
	struct buf out = BUF_INIT;
	bool gap = false;

	while (*text) {
		const char *next = text + strcspn(text, "\n"), *end = next;

		text += strspn(text, " \t\r");
		while (end > text && strchr(" \t\r", end[-1]))
			end--;
		if (end > text) {
			const bool item = (*text == '-' || *text == '*') && end > text + 1 && text[1] == ' ';

			if (out.len)
				buf_add(&out, gap ? "\n\n" : item ? "\n" : " ");
			buf_add_bytes(&out, text, (size_t)(end - text));
			gap = false;
		} else {
			gap = true;
		}
		text = *next ? next + 1 : next;
	}
	return buf_take(&out);
}

static void add_point(struct buf *buf, ucs4_t c)
{
	uint8_t bytes[6];
	const int n = u8_uctomb(bytes, c, sizeof bytes);

	if (n > 0)
		buf_add_bytes(buf, (const char *)bytes, (size_t)n);
}

/* Code points that do something other than show a character, or nothing at all: ranges, in order. */
static const struct {
	ucs4_t from, to;
} unfit[] = {
	{ 0x80, 0x9F },       /* C1 controls: some terminals obey them */
	{ 0xAD, 0xAD },       /* soft hyphen: shown or not as the terminal likes */
	{ 0x61C, 0x61C },     /* Arabic letter mark */
	{ 0x180E, 0x180E },   /* Mongolian vowel separator */
	{ 0x200B, 0x200B },   /* zero width space */
	{ 0x200E, 0x200F },   /* direction marks */
	{ 0x2028, 0x202E },   /* line and paragraph separator, direction embeddings and overrides */
	{ 0x2060, 0x206F },   /* word joiner, invisible operators, direction isolates */
	{ 0x3164, 0x3164 },   /* Hangul fillers, which look like blanks */
	{ 0xFDD0, 0xFDEF },   /* noncharacters */
	{ 0xFEFF, 0xFEFF },   /* byte order mark */
	{ 0xFFA0, 0xFFA0 },
	{ 0xFFF0, 0xFFFB },   /* annotations and unassigned */
	{ 0xE0000, 0xE0FFF }, /* tags, which can hide text */
};

static bool is_unfit(ucs4_t c)
{
	for (size_t i = 0; i < ARRAY_LEN(unfit) && unfit[i].from <= c; i++)
		if (c <= unfit[i].to)
			return true;
	return (c & 0xFFFE) == 0xFFFE;
}

/* What is shown for `c` in place of it. */
static ucs4_t shown(ucs4_t c, enum text_clean mode)
{
	if (mode == TEXT_KEEP_NEWLINES && c == '\n')
		return c;
	if (mode == TEXT_KEEP_NEWLINES && c == '\t')
		return ' ';
	if (c < 0x20)
		return 0x2400 + c;
	if (c == 0x7F)
		return 0x2421;
	return is_unfit(c) ? REPLACEMENT : c;
}

/* How many bytes of plain ASCII, which stays as it is, come next. */
static size_t plain_run(const char *text, size_t length)
{
	size_t n = 0;

	while (n < length && text[n] >= 0x20 && text[n] < 0x7F)
		n++;
	return n;
}

void text_clean(struct buf *buf, const char *text, size_t length, enum text_clean mode)
{
	int marks = -1;  /* on the character before; -1: there is none on this line */

	while (length) {
		const size_t plain = plain_run(text, length);
		ucs4_t c;
		int n;

		if (plain) {
			buf_add_bytes(buf, text, plain);
			text += plain;
			length -= plain;
			marks = 0;
			continue;
		}
		n = u8_mbtouc(&c, (const uint8_t *)text, length);
		text += n;
		length -= (size_t)n;
		c = shown(c, mode);
		if (c == '\n') {
			marks = -1;
		} else if (text_char_width(c) > 0) {
			marks = 0;
		} else {
			if (marks < 0)
				add_point(buf, DOTTED_CIRCLE);
			marks = marks < 0 ? 1 : marks + 1;
			if (marks > MARKS_MAX)
				continue;
		}
		add_point(buf, c);
	}
}

char *text_quote(const char *text, size_t length, int cells)
{
	struct buf clean = BUF_INIT, quoted = BUF_INIT;
	size_t n = length;

	if (n > QUOTE_BYTES) {
		n = QUOTE_BYTES;
		while (n > QUOTE_BYTES - 4 && ((unsigned char)text[n] & 0xC0) == 0x80)
			n--;
	}
	text_clean(&clean, text, n, TEXT_ONE_LINE);
	if (n < length)
		buf_add(&clean, ELLIPSIS);
	text_cut(&quoted, buf_text(&clean), cells, NULL);
	buf_release(&clean);
	return buf_take(&quoted);
}

/* A name as code points with ASCII letters in lower case; 0 if it is too long to be compared. */
static size_t to_points(const char *name, ucs4_t points[NAME_MAX_POINTS])
{
	size_t length = strnlen(name, 4 * NAME_MAX_POINTS + 1), count = 0;

	while (length) {
		ucs4_t c;
		const int n = u8_mbtouc(&c, (const uint8_t *)name, length);

		if (count == NAME_MAX_POINTS)
			return 0;
		points[count++] = c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
		name += n;
		length -= (size_t)n;
	}
	return count;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Optimal string alignment: Levenshtein's distance with swaps of neighbours, over three rows of its table. */
static size_t distance(const ucs4_t *a, size_t na, const ucs4_t *b, size_t nb)
{
	size_t rows[3][NAME_MAX_POINTS + 1];
	size_t *before = rows[0], *above = rows[1], *row = rows[2];

	for (size_t j = 0; j <= nb; j++)
		above[j] = j;
	for (size_t i = 1; i <= na; i++) {
		size_t *spare = before;

		row[0] = i;
		for (size_t j = 1; j <= nb; j++) {
			row[j] = least(above[j - 1] + (a[i - 1] != b[j - 1]), least(above[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = least(row[j], before[j - 2] + 1);
		}
		before = above;
		above = row;
		row = spare;
	}
	return above[nb];
}

size_t text_distance(const char *a, const char *b, size_t limit)
{
	ucs4_t pa[NAME_MAX_POINTS], pb[NAME_MAX_POINTS];
	const size_t na = to_points(a, pa), nb = to_points(b, pb);
	size_t d;

	if ((*a && !na) || (*b && !nb))
		return limit + 1;
	if ((na > nb ? na - nb : nb - na) > limit)
		return limit + 1;
	d = distance(pa, na, pb, nb);
	return d > limit ? limit + 1 : d;
}

void text_guess_offer(struct text_guess *guess, const char *candidate)
{
	ucs4_t points[NAME_MAX_POINTS];
	const size_t length = to_points(guess->name, points);
	const size_t limit = guess->best ? guess->distance - 1 : least(4, 1 + length / 4);
	size_t d;

	if (guess->best && !guess->distance)
		return;
	d = text_distance(guess->name, candidate, limit);
	if (d > limit || d >= length)
		return;
	guess->best = candidate;
	guess->distance = d;
}

const char *text_closest(const char *name, const char *const *candidates, size_t count)
{
	struct text_guess guess = { .name = name };

	for (size_t i = 0; i < count; i++)
		text_guess_offer(&guess, candidates[i]);
	return guess.best;
}
