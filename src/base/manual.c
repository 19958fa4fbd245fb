/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/manual.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "base/text.h"

enum { TITLE_INDENT = 0, SUBTITLE_INDENT = 3, LEAST_WIDTH = 20, WIDEST_TAG = 3 };

/* A line of a page: text without overstriking, and the style of each byte. */
struct source {
	char *text;
	unsigned char *style;
	size_t indent;       /* blanks in front, which `text` has too */
};

struct page {
	char *name, *section, *title;
	struct source *lines;
	size_t count, cap;
};

struct manual {
	struct page *pages;
	size_t count;
};

/* In the order of reading; what is not named comes after. */
static const char *const order[] = {
	"publicstake", "publicstake-model", "publicstake-gpu", "publicstake-foundry", "publicstake-dividend",
	"publicstake-rules", "publicstake-scenario", "publicstake-data",
};

/* ---- reading ---- */

/* Adds the character at `at` to the line: `c \b c` is bold, `_ \b c` underlined. Returns its bytes in the page. */
static size_t take_char(struct buf *text, struct buf *style, const char *at)
{
	size_t length = text_next(at, NULL), bytes = length;
	enum manual_style how = MANUAL_PLAIN;

	if (at[length] == '\b') {
		const char *over = at + length + 1;

		how = *at == '_' && *over != '_' ? MANUAL_EMPHASIS : MANUAL_STRONG;
		if (*at == '_' && *over == '_' && style->len)
			how = (enum manual_style)style->text[style->len - 1];
		at = over;
		length = text_next(at, NULL);
		bytes += 1 + length;
	}
	buf_add_bytes(text, at, length);
	buf_add_repeat(style, (char)how, length);
	return bytes;
}

/* Takes out the second of the two blanks that mandoc puts between sentences. */
static void join_sentences(struct buf *text, struct buf *style)
{
	size_t to = 0;

	for (size_t i = 0; i < text->len; i++) {
		const bool is_second = to > 1 && text->text[i] == ' ' && text->text[to - 1] == ' '
			&& strchr(".!?", text->text[to - 2]) && text->text[i + 1] != ' ';

		/* `1.  text` is no sentence. */
		if (is_second && strspn(text->text, " ") + WIDEST_TAG < i)
			continue;
		text->text[to] = text->text[i];
		style->text[to++] = style->text[i];
	}
	if (text->len)
		text->text[text->len = style->len = to] = style->text[to] = '\0';
}

static struct source read_line(const char *line)
{
	struct buf text = BUF_INIT, style = BUF_INIT;
	struct source source;

	while (*line)
		line += take_char(&text, &style, line);
	while (text.len && text.text[text.len - 1] == ' ')
		text.text[--text.len] = '\0';
	join_sentences(&text, &style);
	source.text = buf_take(&text);
	source.style = (unsigned char *)buf_take(&style);
	source.indent = strspn(source.text, " ");
	return source;
}

static void add_line(struct page *page, const char *line)
{
	page->lines = xgrow(page->lines, page->count, &page->cap, sizeof *page->lines);
	page->lines[page->count++] = read_line(line);
}

static void free_page(struct page *page)
{
	for (size_t i = 0; i < page->count; i++) {
		free(page->lines[i].text);
		free(page->lines[i].style);
	}
	free(page->lines);
	free(page->name);
	free(page->section);
	free(page->title);
}

/* What follows the dash in the line under NAME. */
static char *find_title(const struct page *page)
{
	static const char dash[] = "\xE2\x80\x93 ";

	for (size_t i = 0; i < page->count; i++) {
		const char *at = strstr(page->lines[i].text, dash);

		if (at)
			return xstrdup(at + strlen(dash));
	}
	return xstrdup("");
}

/* The first line is the page's head and the last its foot: both are left out, as are empty lines around the rest. */
static void read_page(struct page *page, const char *file, char *bytes)
{
	const char *dot = strrchr(file, '.');

	page->name = xstrndup(file, (size_t)(dot - file));
	page->section = xstrdup(dot + 1);
	for (char *rest = bytes, *line = strsep(&rest, "\n"); line; line = strsep(&rest, "\n"))
		if (line != bytes && (page->count || *line))
			add_line(page, line);
	for (int foot = 0; page->count && (foot < 1 || !*page->lines[page->count - 1].text); page->count--) {
		foot += *page->lines[page->count - 1].text ? 1 : 0;
		free(page->lines[page->count - 1].text);
		free(page->lines[page->count - 1].style);
	}
	page->title = find_title(page);
}

static size_t place_of(const char *name)
{
	size_t i = 0;

	while (i < ARRAY_LEN(order) && strcmp(order[i], name) != 0)
		i++;
	return i;
}

static int compare_pages(const void *a, const void *b)
{
	const struct page *p = a, *q = b;
	const size_t i = place_of(p->name), k = place_of(q->name);

	return i != k ? (i < k ? -1 : 1) : strcmp(p->name, q->name);
}

static bool has_page(const struct manual *manual, const char *file)
{
	for (size_t i = 0; i < manual->count; i++) {
		const struct page *p = &manual->pages[i];

		if (!strncmp(p->name, file, strlen(p->name)) && file[strlen(p->name)] == '.')
			return true;
	}
	return false;
}

static bool is_page(const char *file)
{
	const char *dot = strrchr(file, '.');

	return dot && dot != file && isdigit((unsigned char)dot[1]) && !dot[2];
}

/* Adds the folder's pages that are not there yet; one that can't be read is not there. */
static void read_folder(struct manual *manual, const char *folder)
{
	struct file_names names;

	if (file_list(folder, "", &names, NULL))
		return;
	for (size_t i = 0; i < names.count; i++) {
		char *path = file_join(folder, names.name[i]), *bytes = NULL;

		if (is_page(names.name[i]) && !has_page(manual, names.name[i]))
			bytes = file_read(path, FILE_RULES_MAX, NULL, NULL);
		if (bytes) {
			manual->pages = xrealloc(manual->pages, manual->count + 1, sizeof *manual->pages);
			manual->pages[manual->count] = (struct page){ 0 };
			read_page(&manual->pages[manual->count++], names.name[i], bytes);
		}
		free(bytes);
		free(path);
	}
	file_names_release(&names);
}

struct manual *manual_open(const char *folder, enum lang lang, struct err *err)
{
	static const char *const languages[LANG_COUNT] = { [LANG_EN] = "en", [LANG_KO] = "ko" };
	struct manual *manual = xcalloc(1, sizeof *manual);

	for (int i = 0; i < LANG_COUNT; i++) {
		char *path = file_join(folder, languages[((int)lang + i) % LANG_COUNT]);

		read_folder(manual, path);
		free(path);
	}
	if (!manual->count) {
		err_set(err, _("%s: the pages of the manual are not there"), folder);
		manual_close(manual);
		return NULL;
	}
	qsort(manual->pages, manual->count, sizeof *manual->pages, compare_pages);
	return manual;
}

void manual_close(struct manual *manual)
{
	if (!manual)
		return;
	for (size_t i = 0; i < manual->count; i++)
		free_page(&manual->pages[i]);
	free(manual->pages);
	free(manual);
}

size_t manual_count(const struct manual *manual)
{
	return manual->count;
}

const char *manual_name(const struct manual *manual, size_t page)
{
	return manual->pages[page].name;
}

const char *manual_section(const struct manual *manual, size_t page)
{
	return manual->pages[page].section;
}

const char *manual_title(const struct manual *manual, size_t page)
{
	return manual->pages[page].title;
}

/* ---- what a line is ---- */

static int level_of(const struct source *line)
{
	if (!*line->text || line->style[line->indent] != MANUAL_STRONG)
		return 0;
	return line->indent == TITLE_INDENT ? 1 : line->indent == SUBTITLE_INDENT ? 2 : 0;
}

/* Bytes up to where the text of an item begins when its short tag, a bullet or a number stands on the same line; else
 * those of the indentation. */
static size_t lead_of(const struct source *line)
{
	const char *text = line->text + line->indent;
	const size_t tag = strcspn(text, " "), blanks = strspn(text + tag, " ");
	char *word = xstrndup(text, tag);
	const bool is_tag = tag && text_width(word) <= WIDEST_TAG && blanks > 1 && text[tag + blanks];

	free(word);
	return line->indent + (is_tag && !level_of(line) ? tag + blanks : 0);
}

static bool name_ends(char c)
{
	return !c || strchr(" ,(=[", c);
}

/* Whether the line is the tag of an item: set off by a style, with its text on the same line or further in on the
 * next. */
static bool is_tag(const struct page *page, size_t i)
{
	const struct source *line = &page->lines[i];

	if (line->indent <= SUBTITLE_INDENT || !line->text[line->indent] || line->style[line->indent] == MANUAL_PLAIN)
		return false;
	return lead_of(line) > line->indent || (i + 1 < page->count && page->lines[i + 1].indent > line->indent);
}

typedef int compare_bytes(const char *a, const char *b, size_t length);

/* Whether the line is the tag of an item called so; an option may stand behind its letter, and without its dashes. */
static bool is_item(const struct page *page, size_t i, const char *topic, compare_bytes *compare)
{
	const char *text = page->lines[i].text + page->lines[i].indent;
	const size_t length = strlen(topic);

	if (!is_tag(page, i))
		return false;
	if (!compare(text, topic, length) && name_ends(text[length]))
		return true;
	if (text[0] == '-' && text[1] && !strncmp(text + 2, ", ", 2))
		text += 4;
	text += *topic == '-' ? 0 : strspn(text, "-");
	return !compare(text, topic, length) && name_ends(text[length]);
}

/* ---- finding ---- */

/* Whether `text` is the page's section as it stands behind a name, "7)". */
static bool is_section(const struct page *page, const char *text)
{
	const size_t length = strlen(page->section);

	return !strncmp(text, page->section, length) && !strcmp(text + length, ")");
}

/* The page called by the first `length` bytes of `topic`, "(7)" behind it apart. */
static int find_page(const struct manual *manual, const char *topic, size_t length)
{
	char *name = xstrndup(topic, length), *section = strchr(name, '(');
	int found = -1;

	if (section)
		*section++ = '\0';
	for (size_t i = 0; i < manual->count && found < 0; i++) {
		const struct page *page = &manual->pages[i];
		const char *tail = strchr(page->name, '-');

		if (section && !is_section(page, section))
			continue;
		if (!strcasecmp(name, page->name) || (tail && !strcasecmp(name, tail + 1)))
			found = (int)i;
	}
	free(name);
	return found;
}

static bool find_item(const struct page *page, const char *name, compare_bytes *compare, size_t *line)
{
	for (size_t i = 0; i < page->count; i++)
		if (is_item(page, i, name, compare)) {
			*line = i;
			return true;
		}
	return false;
}

static bool find_heading(const struct page *page, const char *topic, size_t *line)
{
	for (size_t i = 0; i < page->count; i++)
		if (level_of(&page->lines[i]) && !strcasecmp(page->lines[i].text + page->lines[i].indent, topic)) {
			*line = i;
			return true;
		}
	return false;
}

static bool find_in_page(const struct page *page, const char *topic, size_t *line)
{
	return find_item(page, topic, strncmp, line) || find_item(page, topic, strncasecmp, line)
		|| find_heading(page, topic, line);
}

static int find_any_item(const struct manual *manual, const char *name, compare_bytes *compare, size_t *line)
{
	*line = 0;
	for (size_t i = 0; i < manual->count && *name; i++)
		if (find_item(&manual->pages[i], name, compare, line))
			return (int)i;
	return -1;
}

int manual_find_item(const struct manual *manual, const char *name, size_t *line)
{
	return find_any_item(manual, name, strncmp, line);
}

/* A thing of any page goes before a section that happens to be called the same. Commands may be written as they are
 * typed, with a colon. */
static int find_topic(const struct manual *manual, const char *topic, size_t *line)
{
	size_t first;
	int page;

	if (*topic == ':' && topic[1])
		topic++;
	first = strcspn(topic, " ");
	page = find_page(manual, topic, first);
	*line = 0;
	if (page >= 0 && (!topic[first] || find_in_page(&manual->pages[page], topic + first + 1, line)))
		return page;
	page = manual_find_item(manual, topic, line);
	for (size_t i = 0; page < 0 && i < manual->count && *topic; i++)
		if (find_heading(&manual->pages[i], topic, line))
			page = (int)i;
	return page < 0 ? find_any_item(manual, topic, strncasecmp, line) : page;
}

/* The nearest of the names of pages and items; the caller's, NULL if none is near. */
static char *guess(const struct manual *manual, const char *topic)
{
	char **names = NULL, *best;
	size_t count = 0, cap = 0;

	for (size_t p = 0; p < manual->count; p++) {
		const struct page *page = &manual->pages[p];
		const char *tail = strchr(page->name, '-');

		names = xgrow(names, count, &cap, sizeof *names);
		names[count++] = xstrdup(tail ? tail + 1 : page->name);
		for (size_t i = 0; i < page->count; i++) {
			const char *text = page->lines[i].text + page->lines[i].indent;

			if (!is_tag(page, i))
				continue;
			names = xgrow(names, count, &cap, sizeof *names);
			names[count++] = xstrndup(text, strcspn(text, " ,(=["));
		}
	}
	best = (char *)text_closest(topic, (const char *const *)names, count);
	best = best ? xstrdup(best) : NULL;
	while (count)
		free(names[--count]);
	free(names);
	return best;
}

int manual_find(const struct manual *manual, const char *topic, size_t *line, struct err *err)
{
	const int page = find_topic(manual, topic, line);
	char *quoted, *best;

	if (page >= 0)
		return page;
	quoted = text_quote(topic, strlen(topic), 64);
	best = guess(manual, quoted);
	if (best)
		err_set(err, _("the manual has nothing called `%s`; did you mean `%s`?"), quoted, best);
	else
		err_set(err, _("the manual has nothing called `%s`; publicstake help lists its pages"), quoted);
	free(best);
	free(quoted);
	return -1;
}

/* ---- layout ---- */

static void add_styles(struct manual_line *line, size_t bytes, unsigned char style)
{
	if (line->run_count && line->runs[line->run_count - 1].style == (enum manual_style)style) {
		line->runs[line->run_count - 1].bytes += bytes;
		return;
	}
	line->runs = xrealloc(line->runs, line->run_count + 1, sizeof *line->runs);
	line->runs[line->run_count++] = (struct manual_run){ bytes, (enum manual_style)style };
}

static struct manual_line *new_line(struct manual_text *out, size_t *cap, const struct source *source)
{
	out->lines = xgrow(out->lines, out->count, cap, sizeof *out->lines);
	out->lines[out->count] = (struct manual_line){ .level = level_of(source) };
	return &out->lines[out->count++];
}

/* What fits stays as it is, blanks included. */
static void put_as_is(struct manual_line *line, const struct source *source)
{
	line->text = xstrdup(source->text);
	for (size_t i = 0; source->text[i]; i++)
		add_styles(line, 1, source->style[i]);
}

/* A line of wrapped text, whose characters stand in the source from `*at` on; only blanks may differ. */
static void put_words(struct manual_line *line, struct buf *text, const struct source *source, size_t *at,
                      const char *words)
{
	for (const char *c = words; *c; c++) {
		while (source->text[*at] == ' ' && *c != ' ')
			++*at;
		add_styles(line, 1, source->style[*at]);
		if (*c != ' ')
			++*at;
	}
	buf_add(text, words);
	line->text = buf_take(text);
}

static void put_wrapped(struct manual_text *out, size_t *cap, const struct source *source, int width)
{
	size_t at = lead_of(source);
	char *lead = xstrndup(source->text, at);
	const int hang = text_width(lead), room = width - hang;
	struct text_lines lines = text_wrap(source->text + at, room < LEAST_WIDTH / 2 ? LEAST_WIDTH / 2 : room);

	for (size_t i = 0; i < lines.count; i++) {
		struct manual_line *line = new_line(out, cap, source);
		struct buf text = BUF_INIT;

		if (i == 0) {
			for (size_t k = 0; lead[k]; k++)
				add_styles(line, 1, source->style[k]);
			buf_add(&text, lead);
		} else if (hang) {
			add_styles(line, (size_t)hang, MANUAL_PLAIN);
			buf_add_repeat(&text, ' ', (size_t)hang);
		}
		put_words(line, &text, source, &at, lines.line[i]);
	}
	text_lines_release(&lines);
	free(lead);
}

/* Whether what begins on line `from` has ended at line `i`: at a title of the same level, or at text that is no
 * further in. */
static bool is_past(const struct page *page, size_t from, size_t i)
{
	const struct source *first = &page->lines[from], *line = &page->lines[i];
	const int level = level_of(first);

	if (from == 0)
		return false;
	if (level)
		return level_of(line) && level_of(line) <= level;
	return *line->text && line->indent <= first->indent;
}

struct manual_text manual_layout(const struct manual *manual, size_t page, size_t line, int width)
{
	const struct page *p = &manual->pages[page];
	struct manual_text out = { 0 };
	size_t cap = 0;

	if (width < LEAST_WIDTH)
		width = LEAST_WIDTH;
	for (size_t i = 0; i < p->count; i++) {
		if (i == line)
			out.start = out.count;
		if (i > line && !out.end && is_past(p, line, i))
			out.end = out.count;
		if (text_width(p->lines[i].text) <= width)
			put_as_is(new_line(&out, &cap, &p->lines[i]), &p->lines[i]);
		else
			put_wrapped(&out, &cap, &p->lines[i], width);
	}
	if (!out.end)
		out.end = out.count;
	while (out.end > out.start && !*out.lines[out.end - 1].text)
		out.end--;
	return out;
}

void manual_text_release(struct manual_text *text)
{
	for (size_t i = 0; i < text->count; i++) {
		free(text->lines[i].text);
		free(text->lines[i].runs);
	}
	free(text->lines);
	*text = (struct manual_text){ 0 };
}

/* ---- moving ---- */

static bool contains(const char *text, const char *words)
{
	const size_t length = strlen(words);

	for (; *text; text++)
		if (!strncasecmp(text, words, length))
			return true;
	return false;
}

long manual_search(const struct manual_text *text, const char *words, size_t from, int direction)
{
	for (size_t i = 0; i < text->count && *words; i++) {
		const size_t k = (from + (direction < 0 ? 2 * text->count - i : i)) % text->count;

		if (contains(text->lines[k].text, words))
			return (long)k;
	}
	return -1;
}

long manual_heading(const struct manual_text *text, size_t from, int direction)
{
	long i = (long)from;

	for (i += direction; i >= 0 && i < (long)text->count; i += direction)
		if (text->lines[i].level)
			return i;
	return -1;
}
