/* SPDX-License-Identifier: MIT
 *
 * UTF-8 text as a terminal shows it: cells, grapheme clusters, cutting, padding, wrapping, cleaning, and guessing what
 * a misspelt name was meant to be.  It does not draw and knows nothing of languages (that is base/lang.h).
 *
 * Widths are terminal cells: Hangul and other wide characters 2, combining marks and conjoining medial or final jamo
 * 0, characters of ambiguous width 1.  All functions accept any bytes: what is not UTF-8 counts as U+FFFD, one cell.
 * Only text_clean makes such bytes, control characters and the like fit to be shown.
 */
#ifndef PS_BASE_TEXT_H
#define PS_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

/* The offset of the first byte that is not part of valid UTF-8, or `length` if there is none. */
size_t text_check(const char *text, size_t length);
bool text_is_utf8(const char *text);

/* Cells of a whole string, and of one code point. */
int text_width(const char *text);
int text_char_width(unsigned int code_point);

/* Walking by grapheme cluster (what a reader takes for one character), of which no more than one character takes cells: a
 * cluster has 0 to 2 cells. `text_next` gives the bytes of the cluster at `text`, 0 at the end; `cells`, if not NULL,
 * gets its width. `text_previous` gives the offset at which the cluster before offset `at` starts, 0 at the start. */
size_t text_next(const char *text, int *cells);
size_t text_previous(const char *text, size_t at);

/* Bytes of the longest run of whole clusters from the start that fits into `cells`; `used`, if not NULL, gets its
 * width. */
size_t text_prefix(const char *text, int cells, int *used);

/* Adds `text` cut to at most `cells`: where something is lost the last cells become the ellipsis (a NULL one is
 * U+2026; give "..." or "~" where only ASCII can be shown; one that doesn't fit is left out). */
void text_cut(struct buf *buf, const char *text, int cells, const char *ellipsis);

/* Adds exactly `cells` cells: `text` cut as above if too wide, else padded with spaces on the side away from
 * `align`. */
enum text_align { TEXT_LEFT, TEXT_RIGHT, TEXT_CENTRE };
void text_fit(struct buf *buf, const char *text, int cells, enum text_align align, const char *ellipsis);

/* Lines of at most `cells` (at least 2): breaks at blanks, and inside a word, between clusters, only if it is wider
 * than a line. Runs of blanks count as one, a newline always breaks, an empty line stays. Empty text is one empty
 * line. */
struct text_lines {
	char **line;
	size_t count;
};
struct text_lines text_wrap(const char *text, int cells);
void text_lines_release(struct text_lines *lines);

/* Paragraphs as authors write them in a rule file, joined to one line each, for text_wrap: indentation goes, an
 * empty line parts paragraphs, and a line that starts with `-` or `*` and a blank stays a line of its own. */
char *text_unfold(const char *text);

/* Adds `length` bytes made harmless and visible: control characters as their pictures (U+2400 ...), bytes that are
 * not UTF-8, C1 controls, direction overrides, invisible and unassignable code points as U+FFFD; a mark with nothing
 * to sit on gets a dotted circle, and marks beyond the eighth on one character are dropped. With TEXT_KEEP_NEWLINES
 * newlines stay and tabs become spaces. The result is valid UTF-8 and cleaning it again changes nothing. */
enum text_clean { TEXT_ONE_LINE, TEXT_KEEP_NEWLINES };
void text_clean(struct buf *buf, const char *text, size_t length, enum text_clean mode);

/* The same as a new string on one line, cut to at most `cells` cells: for quoting what was found in a file in an
 * error. */
char *text_quote(const char *text, size_t length, int cells);

/* Characters to insert, delete, replace or swap to get from one to the other, or `limit` + 1 as soon as it is above
 * `limit`. */
size_t text_distance(const char *a, const char *b, size_t limit);

/* "Did you mean": the candidate nearest to `name`, NULL if none is near enough to be worth offering. Candidates are
 * borrowed. */
const char *text_closest(const char *name, const char *const *candidates, size_t count);

/* The same, candidate by candidate: start with { .name = name }, offer each, read `best`. */
struct text_guess {
	const char *name;
	const char *best;   /* NULL until something near enough was offered */
	size_t distance;
};
void text_guess_offer(struct text_guess *guess, const char *candidate);

#endif
