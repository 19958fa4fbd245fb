/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/prompt.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/text.h"
#include "ui/candidates.h"
#include "ui/desk.h"
#include "ui/frame.h"
#include "ui/look.h"

enum { LIST_ROWS = 10, TEXT_MAX_BYTES = 4096, KEPT_LINES = 200, NAME_COLS = 24, TYPED_COLS = 24 };

struct prompt {
	enum prompt_state state;
	char *label, *prefix, *note;
	bool choose;                 /* the first of the list is taken if none is chosen */
	char *text;
	size_t at;                   /* the caret, in bytes */
	struct candidates found;
	int chosen, top;             /* of the list; -1: what is typed */
	char *typed;                 /* what was typed before a line of the list was taken over; NULL */
	char *kept[KEPT_LINES];
	size_t kept_count, kept_at;
};

struct prompt *prompt_new(void)
{
	return xcalloc(1, sizeof(struct prompt));
}

static void clear(struct prompt *prompt)
{
	free(prompt->label);
	free(prompt->prefix);
	free(prompt->note);
	free(prompt->text);
	free(prompt->typed);
	prompt->label = prompt->prefix = prompt->note = prompt->text = prompt->typed = NULL;
	candidates_release(&prompt->found);
	prompt->found = (struct candidates){ NULL, 0, 0 };
}

void prompt_free(struct prompt *prompt)
{
	if (!prompt)
		return;
	clear(prompt);
	for (size_t i = 0; i < prompt->kept_count; i++)
		free(prompt->kept[i]);
	free(prompt);
}

static void find(struct prompt *prompt, const struct desk *desk)
{
	char *line = xasprintf("%s%s", prompt->prefix, prompt->text);

	candidates_release(&prompt->found);
	candidates_find(&prompt->found, desk, line);
	prompt->chosen = prompt->choose && prompt->found.count ? 0 : -1;
	prompt->top = 0;
	free(line);
}

void prompt_start(struct prompt *prompt, const struct desk *desk, const struct ask *ask)
{
	clear(prompt);
	prompt->label = xstrdup(ask->label);
	prompt->prefix = xstrdup(ask->prefix);
	prompt->note = ask->note ? xstrdup(ask->note) : NULL;
	prompt->text = xstrdup(ask->initial ? ask->initial : "");
	prompt->at = strlen(prompt->text);
	prompt->choose = ask->choose;
	prompt->kept_at = prompt->kept_count;
	prompt->state = PROMPT_OPEN;
	find(prompt, desk);
}

void prompt_stop(struct prompt *prompt)
{
	clear(prompt);
	prompt->state = PROMPT_CLOSED;
}

void prompt_resume(struct prompt *prompt)
{
	prompt->state = PROMPT_OPEN;
	prompt->kept_at = prompt->kept_count;
}

enum prompt_state prompt_state(const struct prompt *prompt)
{
	return prompt->state;
}

char *prompt_line(const struct prompt *prompt)
{
	if (prompt->choose && prompt->chosen >= 0 && prompt->chosen < (int)prompt->found.count)
		return xstrdup(prompt->found.items[prompt->chosen].line);
	return xasprintf("%s%s", prompt->prefix, prompt->text);
}

/* ---- editing ---- */

static void set_text(struct prompt *prompt, const char *text)
{
	char *copy = xstrdup(text);

	free(prompt->text);
	prompt->text = copy;
	prompt->at = strlen(copy);
}

static void insert(struct prompt *prompt, const char *text)
{
	const size_t length = strlen(prompt->text), more = strlen(text);

	if (length + more > TEXT_MAX_BYTES)
		return;
	prompt->text = xrealloc(prompt->text, length + more + 1, 1);
	memmove(prompt->text + prompt->at + more, prompt->text + prompt->at, length - prompt->at + 1);
	memcpy(prompt->text + prompt->at, text, more);
	prompt->at += more;
}

static void erase(struct prompt *prompt, size_t from, size_t to)
{
	memmove(prompt->text + from, prompt->text + to, strlen(prompt->text + to) + 1);
	prompt->at = from;
}

static size_t word_start(const struct prompt *prompt)
{
	size_t at = prompt->at;

	while (at && prompt->text[at - 1] == ' ')
		at--;
	while (at && prompt->text[at - 1] != ' ')
		at--;
	return at;
}

/* Whether the key changed the text or moved the caret. */
static bool edit(struct prompt *prompt, key_code key)
{
	char text[5];

	if (key_is_text(key, text))
		insert(prompt, text);
	else if (key == KEYS_BACKSPACE && prompt->at)
		erase(prompt, text_previous(prompt->text, prompt->at), prompt->at);
	else if (key == KEYS_DELETE)
		erase(prompt, prompt->at, prompt->at + text_next(prompt->text + prompt->at, NULL));
	else if (key == (KEYS_CONTROL | 'u'))
		erase(prompt, 0, prompt->at);
	else if (key == (KEYS_CONTROL | 'k'))
		prompt->text[prompt->at] = '\0';
	else if (key == (KEYS_CONTROL | 'w'))
		erase(prompt, word_start(prompt), prompt->at);
	else
		return false;
	return true;
}

static void move_caret(struct prompt *prompt, key_code key)
{
	if (key == KEYS_LEFT && prompt->at)
		prompt->at = text_previous(prompt->text, prompt->at);
	else if (key == KEYS_RIGHT)
		prompt->at += text_next(prompt->text + prompt->at, NULL);
	else if (key == KEYS_HOME || key == (KEYS_CONTROL | 'a'))
		prompt->at = 0;
	else if (key == KEYS_END || key == (KEYS_CONTROL | 'e'))
		prompt->at = strlen(prompt->text);
}

/* ---- the list ---- */

/* Puts the chosen line into the text, without what stands before it. */
static void take_chosen(struct prompt *prompt)
{
	const char *line = prompt->found.items[prompt->chosen].line;
	const size_t length = strlen(prompt->prefix);

	if (!prompt->typed)
		prompt->typed = xstrdup(prompt->text);
	set_text(prompt, strncmp(line, prompt->prefix, length) ? line : line + length);
}

static void choose(struct prompt *prompt, int step)
{
	const int count = (int)prompt->found.count;

	if (!count)
		return;
	prompt->chosen = prompt->chosen < 0 ? step > 0 ? 0 : count - 1 : (prompt->chosen + step + count) % count;
	prompt->top = frame_scroll(prompt->top, prompt->chosen, count, LIST_ROWS);
}

/* Tab: to the one that fits, or from one to the next. */
static void complete(struct prompt *prompt, const struct desk *desk, int step)
{
	if (!prompt->found.count)
		return;
	if (!prompt->choose || prompt->typed)
		choose(prompt, step);
	take_chosen(prompt);
	if (prompt->found.count == 1) {
		free(prompt->typed);
		prompt->typed = NULL;
		if (!*prompt->prefix && !strchr(prompt->text, ' '))
			insert(prompt, " ");
		find(prompt, desk);
	}
}

void prompt_choose(struct prompt *prompt, int candidate)
{
	if (candidate < 0 || candidate >= (int)prompt->found.count)
		return;
	prompt->chosen = candidate;
	take_chosen(prompt);
	prompt->state = PROMPT_DONE;
}

/* ---- lines typed before ---- */

static void keep(struct prompt *prompt)
{
	if (*prompt->prefix || !*prompt->text)
		return;
	if (prompt->kept_count == KEPT_LINES) {
		free(prompt->kept[0]);
		memmove(prompt->kept, prompt->kept + 1, (KEPT_LINES - 1) * sizeof(*prompt->kept));
		prompt->kept_count--;
	}
	prompt->kept[prompt->kept_count++] = xstrdup(prompt->text);
}

static void recall(struct prompt *prompt, const struct desk *desk, int step)
{
	if ((step < 0 && prompt->kept_at == 0) || (step > 0 && prompt->kept_at >= prompt->kept_count))
		return;
	prompt->kept_at = step < 0 ? prompt->kept_at - 1 : prompt->kept_at + 1;
	set_text(prompt, prompt->kept_at < prompt->kept_count ? prompt->kept[prompt->kept_at] : "");
	find(prompt, desk);
}

/* ---- keys ---- */

static void feed_open(struct prompt *prompt, const struct desk *desk, key_code key)
{
	const int step = key == KEYS_UP || key == (KEYS_SHIFT | KEYS_TAB) ? -1 : 1;

	if (key == KEYS_TAB || key == (KEYS_SHIFT | KEYS_TAB)) {
		complete(prompt, desk, step);
	} else if (key == KEYS_UP || key == KEYS_DOWN) {
		if (prompt->choose)
			choose(prompt, step);
		else
			recall(prompt, desk, step);
	} else if (edit(prompt, key)) {
		free(prompt->typed);
		prompt->typed = NULL;
		find(prompt, desk);
	} else {
		move_caret(prompt, key);
	}
}

enum prompt_state prompt_feed(struct prompt *prompt, const struct desk *desk, key_code key)
{
	if (prompt->state != PROMPT_OPEN)
		return prompt->state;
	if (key == KEYS_ESC || key == (KEYS_CONTROL | 'c') || (key == KEYS_BACKSPACE && !*prompt->text))
		prompt_stop(prompt);
	else if (key == KEYS_ENTER) {
		keep(prompt);
		prompt->state = PROMPT_DONE;
	} else
		feed_open(prompt, desk, key);
	return prompt->state;
}

/* ---- drawing ---- */

static void draw_list(const struct prompt *prompt, const struct desk *desk, struct area area, struct frame *frame)
{
	const int count = (int)prompt->found.count;

	for (int y = 0; y < area.rows; y++) {
		const int i = prompt->top + y;
		const struct candidate *candidate = &prompt->found.items[i];
		const unsigned char ground = i == prompt->chosen ? GROUND_SELECTED : GROUND_PROMPT;
		const int name = prompt->choose ? 0 : NAME_COLS;

		if (i >= count)
			break;
		area_blank(area_rows(area, y, 1), STYLE_ON(ROLE_TEXT, ground));
		if (prompt->choose && *candidate->label) {
			area_fit(area, y, 1, area.cols - NAME_COLS - 3, TEXT_LEFT, STYLE(ROLE_STRONG), candidate->label);
			area_fit(area, y, area.cols - NAME_COLS - 1, NAME_COLS, TEXT_LEFT, STYLE(ROLE_DIM), candidate->name);
		} else {
			area_fit(area, y, 1, name ? name : area.cols - 2, TEXT_LEFT, STYLE(ROLE_STRONG), candidate->name);
			if (name)
				area_fit(area, y, name + 2, area.cols - name - 3, TEXT_LEFT, STYLE(ROLE_DIM), candidate->label);
		}
		frame_add(frame, REGION_COMMAND, area_rows(area, y, 1), i, "choose %d", i);
	}
	look_scrollbar(desk, area, prompt->top, count);
}

/* What fits of the text so that the caret is seen: the offset of its first byte. */
static size_t first_shown(const struct prompt *prompt, int cells)
{
	size_t from = 0;

	while (from < prompt->at) {
		struct buf part = BUF_INIT;
		int width;

		buf_add_bytes(&part, prompt->text + from, prompt->at - from);
		width = text_width(buf_text(&part));
		buf_release(&part);
		if (width < cells)
			break;
		from += text_next(prompt->text + from, NULL);
	}
	return from;
}

/* What is wrong or to be known, all of it, in the rows above `y`. */
static void draw_above(const char *message, struct area area, int y, enum role role, enum ground ground)
{
	struct text_lines lines = text_wrap(message, area.cols - 2);
	const int count = (int)lines.count < y ? (int)lines.count : y;

	for (int i = 0; i < count; i++) {
		area_blank(area_rows(area, y - count + i, 1), STYLE_ON(role, ground));
		area_fit(area, y - count + i, 1, area.cols - 2, TEXT_LEFT, STYLE(role), lines.line[i]);
	}
	text_lines_release(&lines);
}

/* Leaves room for what is typed. The column after it. */
static int draw_label(const char *label, struct area line)
{
	const int room = line.cols > TYPED_COLS ? line.cols - TYPED_COLS : 0;

	if (text_width(label) <= room)
		return area_put(line, 0, 0, STYLE(ROLE_KEY), label);
	area_fit(line, 0, 0, room, TEXT_LEFT, STYLE(ROLE_KEY), label);
	return room;
}

void prompt_draw(const struct prompt *prompt, const struct desk *desk, struct area area, int y, struct frame *frame)
{
	const struct area line = area_rows(area, y, 1);
	const int count = (int)prompt->found.count, rows = count < LIST_ROWS ? count : LIST_ROWS;
	struct buf before = BUF_INIT;
	size_t from;
	int x;

	draw_list(prompt, desk, area_rows(area, y - rows, rows), frame);
	if (desk->message && desk->tone == TONE_ERROR)
		draw_above(desk->message, area, y - rows, ROLE_ERROR, GROUND_ERROR);
	else if (prompt->note)
		draw_above(prompt->note, area, y - rows, ROLE_TEXT, GROUND_PROMPT);
	area_blank(line, STYLE_ON(ROLE_PROMPT, GROUND_PROMPT));
	x = draw_label(prompt->label, line);
	if (strcmp(prompt->label, ":") && strcmp(prompt->label, "/"))
		x++;
	from = first_shown(prompt, line.cols - x);
	area_put(line, 0, x, STYLE(ROLE_PROMPT), prompt->text + from);
	buf_add_bytes(&before, prompt->text + from, prompt->at - from);
	frame->caret_y = line.y;
	frame->caret_x = line.x + x + text_width(buf_text(&before));
	buf_release(&before);
}
