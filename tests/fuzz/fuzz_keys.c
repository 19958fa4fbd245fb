/* SPDX-License-Identifier: MIT
 *
 * Any keys, typed text, mouse, sizes of the screen and edits of the rules, through the whole explorer with the model of
 * tests/ui.  Whatever is done: the screen is fit to be shown, it all can be undone and done again, and the explorer goes
 * on where it was when it is opened again.  A byte is mostly the key it is; `bytes` below says what the others are.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <unistr.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "box.h"
#include "fuzz.h"
#include "headless.h"
#include "scenario/history.h"
#include "scenario/session.h"
#include "scenario/settings.h"
#include "ui/app_priv.h"
#include "ui/command.h"
#include "ui/outside.h"
#include "ui/prompt.h"

enum {
	EVENTS_MAX = 200,
	FRAME_EVENTS = 16,       /* of which the explorer hears at once if no byte says otherwise */
	UNDO_MAX = 50,
};

/* Bytes that no UTF-8 begins with, and those of no key. */
enum bytes {
	BYTE_FRAME = 0x00,
	BYTE_NAMED = 0x80, BYTE_NAMED_END = BYTE_NAMED + KEYS_END_OF_NAMED - KEYS_NAMED,   /* Left ... F12 */
	BYTE_SHIFT = 0xA0,       /* the same with Shift */
	BYTE_ALT = 0xBB, BYTE_STOP, BYTE_RULES,
	BYTE_PASTE = 0xC0, BYTE_PASTED,
	BYTE_RESIZE = 0xF5,      /* rows, columns */
	BYTE_AGAIN, BYTE_CLOSED,
	BYTE_MOUSE = 0xF8, BYTE_MOUSE_END = BYTE_MOUSE + MOUSE_WHEEL_DOWN,   /* line, column */
};

/* What the editor does, which takes the input's next byte. */
static struct fuzz_input *editor;

static const struct box *box;

static void complain(const char *message)
{
	fuzz_require_clean(message, "a complaint is fit to be shown");
}

/* ---- the explorer ---- */

static struct app *open_app(bool korean)
{
	const char *const rules[] = { box->rules, box->own }, *const data[] = { box->data };
	const struct app_spec spec = {
		.rules = { .rule_dirs = rules, .rule_dir_count = 2, .data_dirs = data, .data_dir_count = 1, .own_rules = box->own },
		.shelf = box->shelf, .manual = box->manual, .lang = korean ? LANG_KO : LANG_EN, .worlds = RUNNER_FIRST, .threads = 1,
		.mouse = true,
	};
	enum app_end end;
	struct app *app;

	lang_switch(spec.lang);
	app = app_open(&spec, complain, &end);

	fuzz_require(app != NULL, "the explorer opens");
	app->spec = NULL;
	app_draw(app);
	return app;
}

static void add_line(void *context, const char *line, size_t length)
{
	buf_add_bytes(context, line, length);
	buf_add_char(context, '\n');
}

/* All that is to survive closing and opening, as text. */
static void dump(const struct app *app, struct buf *text)
{
	const struct desk *desk = app->desk;

	history_dump(session_history(app->session), add_line, text);
	buf_addf(text, "%s %s %d %d %d\n", desk->lever, desk->uncertainty, desk->chart_count, desk->compare, desk->difference);
	for (int i = 0; i < PINS_MAX; i++)
		buf_addf(text, "%s %zu\n", desk->pins[i].name ? desk->pins[i].name : "-",
			desk->pins[i].settings ? settings_count(desk->pins[i].settings) : 0);
}

static struct app *open_again(struct app *app)
{
	struct buf before = BUF_INIT, after = BUF_INIT;
	const enum lang lang = app->desk->lang;

	dump(app, &before);
	app_close(app);
	app = open_app(lang == LANG_KO);
	if (session_was_resumed(app->session)) {
		dump(app, &after);
		fuzz_require_same(buf_text(&before), before.len, buf_text(&after), after.len, "the explorer goes on where it was");
	}
	buf_release(&before);
	buf_release(&after);
	return app;
}

/* Runs and draws, and waits for all that goes on beside, so that the same input does the same. */
static void settle(struct app *app, int reaction)
{
	app_react(app, reaction);
	if (app->quit)
		return;
	book_wait(app->book);
	app_react(app, app_read_rules(app));
	runner_wait(app->desk->runner);
}

static void undo_and_redo(struct app *app)
{
	struct history *history = session_history(app->session);
	struct settings *before = settings_copy(history_settings(history));
	size_t count = 0;

	desk_end_gesture(app->desk);
	while (count < UNDO_MAX && session_undo(app->session, true, NULL) == 0)
		count++;
	fuzz_require(history_at(history) || !settings_count(history_settings(history)), "undoing ends at the defaults");
	desk_recall(app->desk);
	settle(app, REACT_RERUN);
	while (count && session_redo(app->session, true, NULL) == 0)
		count--;
	fuzz_require(count || settings_equal(before, history_settings(history)), "redoing ends where undoing began");
	settings_free(before);
}

/* ---- what is done ---- */

const char *outside_editor(void)
{
	return "ed";
}

/* The editor: an edit that is right or wrong, or none at all. */
int outside_edit(const struct outside *outside, struct err *err)
{
	static const char *const edits[] = {
		"-- a comment\n", "lever \"more\" { default = 1, range = { 0, 2 } }\n", "stock \"fund\" {}\n", "}\n",
		"outcome \"more\" { value = function(v) return v.levy / v.office end }\n", "lever(\"\xFF\"){}\n",
	};
	const unsigned what = fuzz_byte(editor);
	struct buf edited = BUF_INIT;
	size_t length;
	char *text;

	if (what == 0xFF)
		return err_set(err, "the editor can't be started");
	text = file_read(outside->path, FILE_RULES_MAX, &length, NULL);
	if (text && what & 64)
		length /= 2;
	if (text)
		buf_add_bytes(&edited, text, length);
	buf_add(&edited, edits[what % ARRAY_LEN(edits)]);
	if (what & 128)
		unlink(outside->path);
	else
		file_write(outside->path, buf_text(&edited), edited.len, NULL);
	buf_release(&edited);
	free(text);
	return 0;
}

/* Somebody else has rules for the user. */
static int change_rules(struct app *app)
{
	struct outside outside = { .path = file_join(box->own, "a.lua") };
	struct err err;

	fuzz_require(file_make_folders(box->own, &err) == 0, "folders can be made");
	outside_edit(&outside, &err);
	free(outside.path);
	book_reload(app->book);
	return REACT_REDRAW;
}

static key_code plain_key(unsigned byte)
{
	switch (byte) {
	case '\n': return KEYS_ENTER;
	case '\t': return KEYS_TAB;
	case '\b': return KEYS_BACKSPACE;
	case 0x1B: return KEYS_ESC;
	case 0x7F: return KEYS_DELETE;
	default: return byte < ' ' ? KEYS_CONTROL | (byte + 0x60) : byte;
	}
}

/* The character whose first byte has just been read; that byte itself, as Latin 1, if it is none. */
static key_code read_character(struct fuzz_input *input)
{
	const char *start = input->at - 1;
	ucs4_t c;
	const int length = u8_mbtouc(&c, (const uint8_t *)start, (size_t)(input->end - start));

	if (c == 0xFFFD || length < 1)
		return (unsigned char)*start;
	input->at = start + length;
	return c;
}

static struct event mouse_event(unsigned byte, struct fuzz_input *input)
{
	struct event event = { .kind = EVENT_MOUSE, .mouse = (enum mouse_kind)(byte - BYTE_MOUSE) };

	event.y = (int)fuzz_byte(input);
	event.x = (int)fuzz_byte(input);
	return event;
}

static struct event key_event(unsigned byte, struct fuzz_input *input)
{
	key_code key;

	if (byte >= BYTE_NAMED && byte < BYTE_NAMED_END)
		key = KEYS_NAMED + byte - BYTE_NAMED;
	else if (byte >= BYTE_SHIFT && byte < BYTE_SHIFT + BYTE_NAMED_END - BYTE_NAMED)
		key = KEYS_SHIFT | (KEYS_NAMED + byte - BYTE_SHIFT);
	else if (byte == BYTE_ALT)
		key = KEYS_ALT | plain_key(fuzz_byte(input) & 0x7F);
	else
		key = byte < 0x80 ? plain_key(byte) : read_character(input);
	return (struct event){ .kind = EVENT_KEY, .key = key };
}

static struct event next_event(unsigned byte, struct fuzz_input *input)
{
	if (byte >= BYTE_MOUSE && byte <= BYTE_MOUSE_END)
		return mouse_event(byte, input);
	switch (byte) {
	case BYTE_FRAME: return (struct event){ .kind = EVENT_NONE };
	case BYTE_STOP: return (struct event){ .kind = EVENT_STOP };
	case BYTE_CLOSED: return (struct event){ .kind = EVENT_CLOSED };
	case BYTE_PASTE: return (struct event){ .kind = EVENT_PASTE_BEGIN };
	case BYTE_PASTED: return (struct event){ .kind = EVENT_PASTE_END };
	case BYTE_RESIZE: {
		const int rows = 1 + (int)fuzz_byte(input) % 100;

		headless_resize(rows, 1 + (int)fuzz_byte(input));
		return (struct event){ .kind = EVENT_RESIZE };
	}
	default: return key_event(byte, input);
	}
}

/* Typed text names no folders: what a command writes stays in the one where the fuzzer is meanwhile. */
static bool is_safe(const struct app *app, const struct event *event)
{
	return event->kind != EVENT_KEY || event->key != '/' || prompt_state(app->prompt) != PROMPT_OPEN;
}

static struct app *run(struct app *app, struct fuzz_input *input)
{
	int reaction = REACT_NOTHING;

	for (int i = 1; i <= EVENTS_MAX && input->at < input->end && !app->quit; i++) {
		const unsigned byte = fuzz_byte(input);

		if (byte == BYTE_AGAIN) {
			settle(app, reaction);
			app = open_again(app);
			reaction = REACT_NOTHING;
		} else if (byte == BYTE_RULES) {
			reaction |= change_rules(app);
		} else {
			const struct event event = next_event(byte, input);

			if (is_safe(app, &event))
				reaction |= app_event(app, event);
		}
		if (byte == BYTE_FRAME || i % FRAME_EVENTS == 0 || reaction & (REACT_QUIT | REACT_OUTSIDE)) {
			settle(app, reaction);
			reaction = REACT_NOTHING;
		}
	}
	settle(app, reaction);
	return app;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct fuzz_input input = fuzz_input(bytes, length);
	struct app *app;
	char *here = getcwd(NULL, 0);

	box = box_empty();
	fuzz_require(here && chdir(box->home) == 0, "one can go to a folder");
	editor = &input;
	headless_resize(24, 80);
	app = run(open_app(fuzz_byte(&input) & 1), &input);
	undo_and_redo(app);
	app_close(app);
	fuzz_require(chdir(here) == 0, "one can go back");
	free(here);
	return 0;
}
