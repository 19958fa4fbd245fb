/* SPDX-License-Identifier: MIT
 *
 * Any bytes as text for a terminal: cleaned, measured, cut, padded, wrapped.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/text.h"
#include "fuzz.h"

/* No byte that a terminal obeys: C0, DEL, and C1 as UTF-8. */
static void require_harmless(const char *text, bool newlines)
{
	for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
		fuzz_require((*c >= 0x20 && *c != 0x7F) || (newlines && *c == '\n'), "no control characters");
		fuzz_require(*c != 0xC2 || c[1] >= 0xA0, "no C1 controls");
	}
	fuzz_require(text_is_utf8(text), "what was cleaned is UTF-8");
}

static char *clean(const char *text, size_t length, enum text_clean mode)
{
	struct buf buf = BUF_INIT;

	text_clean(&buf, text, length, mode);
	require_harmless(buf_text(&buf), mode == TEXT_KEEP_NEWLINES);
	return buf_take(&buf);
}

static void walk(const char *text)
{
	const size_t length = strlen(text);
	size_t at = 0, n;
	int width = 0, cells;

	while ((n = text_next(text + at, &cells))) {
		fuzz_require(cells >= 0 && cells <= 2 && at + n <= length, "walking stays inside");
		at += n;
		width += cells;
	}
	fuzz_require(at == length && width == text_width(text), "walking sees all");
	fuzz_require(text_previous(text, length) <= length, "walking back stays inside");
}

static void fit(const char *text, int cells)
{
	struct buf cut = BUF_INIT, fitted = BUF_INIT;
	int used;
	const size_t n = text_prefix(text, cells, &used);

	fuzz_require(n <= strlen(text) && used <= cells, "a prefix fits");
	text_cut(&cut, text, cells, NULL);
	fuzz_require(text_width(buf_text(&cut)) <= cells, "what is cut fits");
	text_fit(&fitted, text, cells, TEXT_CENTRE, "~");
	fuzz_require(cells == 0 || text_width(buf_text(&fitted)) == cells, "what is fitted has that width");
	buf_release(&cut);
	buf_release(&fitted);
}

static void wrap(const char *text, int cells)
{
	char *unfolded = text_unfold(text);
	struct text_lines lines = text_wrap(unfolded, cells);

	for (size_t i = 0; i < lines.count; i++)
		fuzz_require(!strchr(lines.line[i], '\n') && text_width(lines.line[i]) <= (cells < 2 ? 2 : cells), "a line fits");
	text_lines_release(&lines);
	free(unfolded);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct fuzz_input input = fuzz_input(bytes, length);
	const int cells = (int)(fuzz_byte(&input) % 100);
	char *other = fuzz_line(&input), *raw, *shown, *lines, *quoted;
	size_t rest;
	const char *text = fuzz_rest(&input, &rest);

	raw = xstrndup(text, rest);
	shown = clean(text, rest, TEXT_ONE_LINE);
	lines = clean(text, rest, TEXT_KEEP_NEWLINES);
	fuzz_require_clean(lines, "cleaning again changes nothing");
	walk(raw);
	walk(shown);
	fit(shown, cells);
	wrap(lines, cells);
	quoted = text_quote(text, rest, cells);
	require_harmless(quoted, false);
	fuzz_require(text_width(quoted) <= cells, "a quotation fits");
	fuzz_require(text_distance(raw, other, 5) == text_distance(other, raw, 5), "a distance is the same both ways");
	free(other);
	free(raw);
	free(shown);
	free(lines);
	free(quoted);
	return 0;
}
