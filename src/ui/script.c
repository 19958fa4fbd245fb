/* SPDX-License-Identifier: MIT
 *
 * Scripts: what a user would type, from a file, for tests and for the manual's pictures.  Everything is run to its
 * end before the next line, so the same script gives the same screens.
 *
 *	# comment
 *	Right Right S-Tab        keys
 *	"35%"                    characters typed one by one
 *	:save-screen a.txt       a command
 *	:size 120x40             the screen gets another size
 *	:hold Right Right        keys after which the slider is still held, for some frames
 *	:frames 5                lets it go; so many frames of a sixtieth of a second pass
 *	:click 20 4              the mouse at a column and line, counted from 1
 *	:drag 20 4 30 4          from one place to another
 *	:wheel down 20 4         or up
 *	:wait-rules              waits until saved rules have been read
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#include "base/alloc.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/number.h"
#include "ui/app_priv.h"
#include "ui/command.h"
#include "ui/desk.h"
#include "ui/grid.h"
#include "ui/runner.h"

enum { FRAMES_HELD = 20 };

static void settle(struct app *app, int reaction)
{
	app_react(app, reaction | REACT_REDRAW);
	if (app->quit)
		return;
	/* An editor may have been run. */
	do
		app_react(app, app_read_rules(app));
	while (book_wait(app->book));
	runner_wait(app->desk->runner);
	if (!isfinite(app->step))
		desk_end_gesture(app->desk);
	app_draw(app);
}

static int type_text(struct app *app, const char *text)
{
	int reaction = REACT_NOTHING;

	while (*text && *text != '"') {
		ucs4_t c;
		const int length = u8_strmbtouc(&c, (const uint8_t *)text);

		if (length <= 0)
			break;
		reaction |= app_key(app, c);
		text += length;
	}
	return reaction;
}

static int press_keys(struct app *app, const char *line, struct err *err)
{
	int reaction = REACT_NOTHING;

	while (*line) {
		const size_t length = strcspn(line, " ");
		char *name = xstrndup(line, length);
		key_code key;
		const int bad = key_parse(name, &key);

		if (bad)
			err_set(err, _("there is no key '%s'"), name);
		free(name);
		if (bad)
			return -1;
		reaction |= app_key(app, key);
		line += length + strspn(line + length, " ");
	}
	return reaction;
}

/* ---- words of scripts only ---- */

static int set_size(struct app *app, const char *size, struct err *err)
{
	const char *by = strchr(size, 'x');
	const int cols = number_whole(size, 0, 1001), rows = by ? number_whole(by + 1, 0, 1001) : 0;

	if (rows < 1 || cols < 1 || rows > 1000 || cols > 1000)
		return err_set(err, "%s", _("a size is written like 80x24"));
	grid_resize(app->grid, rows, cols);
	return REACT_RESIZE;
}

/* Between :hold and the next line that is neither of these two no time passes but in frames; else axes are at once where
 * they are to be. */
static void draw_frames(struct app *app, int frames)
{
	app->step = APP_FRAME_SECONDS;
	for (int i = 0; i < frames; i++)
		app_draw(app);
	app->step = 0;
}

static int hold(struct app *app, const char *keys, struct err *err)
{
	int reaction;

	app->step = 0;
	reaction = press_keys(app, keys, err);
	if (reaction < 0)
		return -1;
	app_react(app, reaction);
	draw_frames(app, FRAMES_HELD);
	return REACT_NOTHING;
}

static int pass_frames(struct app *app, const char *count, struct err *err)
{
	const int frames = number_whole(count, 0, 100000);

	if (frames < 1)
		return err_set(err, "%s", _("how many frames are to pass? e.g.: frames 5"));
	desk_end_gesture(app->desk);
	draw_frames(app, frames);
	return REACT_NOTHING;
}

static int mouse(struct app *app, enum mouse_kind kind, const int place[2])
{
	return app_event(app, (struct event){ .kind = EVENT_MOUSE, .mouse = kind, .x = place[0] - 1, .y = place[1] - 1 });
}

/* Places on the screen: pairs of column and line. */
static int parse_places(const char *text, int count, int places[][2], struct err *err)
{
	for (int i = 0; i < 2 * count; i++) {
		const size_t digits = strspn(text, "0123456789");

		if (!digits)
			return err_set(err, "%s", _("a place on the screen is written as its column and line, like 20 4"));
		places[i / 2][i % 2] = number_whole(text, 1, 1000);
		text += digits + strspn(text + digits, " ");
	}
	return 0;
}

static int click(struct app *app, const char *text, struct err *err)
{
	int place[1][2], reaction;

	if (parse_places(text, 1, place, err))
		return -1;
	reaction = mouse(app, MOUSE_PRESS, place[0]);
	return reaction | mouse(app, MOUSE_RELEASE, place[0]);
}

static int drag(struct app *app, const char *text, struct err *err)
{
	int places[2][2], reaction;

	if (parse_places(text, 2, places, err))
		return -1;
	reaction = mouse(app, MOUSE_PRESS, places[0]);
	reaction |= mouse(app, MOUSE_DRAG, places[1]);
	return reaction | mouse(app, MOUSE_RELEASE, places[1]);
}

static int wheel(struct app *app, const char *text, struct err *err)
{
	const bool up = !strncmp(text, "up ", 3);
	int place[1][2];

	if (!up && strncmp(text, "down ", 5))
		return err_set(err, "%s", _("the wheel turns up or down, like wheel down 20 4"));
	if (parse_places(text + (up ? 3 : 5), 1, place, err))
		return -1;
	return mouse(app, up ? MOUSE_WHEEL_UP : MOUSE_WHEEL_DOWN, place[0]);
}

static int wait_rules(struct app *app, const char *text, struct err *err)
{
	(void)text;
	(void)err;
	book_reload(app->book);
	return REACT_REDRAW;
}

static const struct word {
	const char *name;
	int (*run)(struct app *app, const char *text, struct err *err);
	bool in_frames;   /* no time passes but in the frames that it draws */
} words[] = {
	{ ":size", set_size, false }, { ":click", click, false }, { ":drag", drag, false }, { ":wheel", wheel, false },
	{ ":hold", hold, true }, { ":frames", pass_frames, true }, { ":wait-rules", wait_rules, false },
};

static const struct word *find_word(const char *line, size_t length)
{
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (strlen(words[i].name) == length && !strncmp(words[i].name, line, length))
			return &words[i];
	return NULL;
}

static int run_line(struct app *app, const char *line, struct err *err)
{
	const size_t length = strcspn(line, " ");
	const struct word *word = find_word(line, length);

	if (!*line || *line == '#')
		return REACT_NOTHING;
	if (!(word && word->in_frames) && strncmp(line, ":save-screen ", 13))
		app->step = INFINITY;
	if (*line == '"')
		return type_text(app, line + 1);
	if (word)
		return word->run(app, line + length + strspn(line + length, " "), err);
	return *line == ':' && line[1] ? app_line(app, line + 1) : press_keys(app, line, err);
}

static int run_text(struct app *app, const char *path, char *text)
{
	int number = 0;

	for (char *line = text; line && !app->quit;) {
		char *end = strchr(line, '\n');
		struct err err;
		int reaction;

		if (end)
			*end = '\0';
		number++;
		reaction = run_line(app, line + strspn(line, " \t"), &err);
		if (reaction < 0) {
			err_prefix(&err, "%s:%d: ", path, number);
			app->complain(err.text);
			return -1;
		}
		settle(app, reaction);
		line = end && end[1] ? end + 1 : NULL;
	}
	return 0;
}

int script_run(struct app *app, const char *path)
{
	struct err err;
	size_t length;
	char *text = file_read(path, FILE_RULES_MAX, &length, &err);
	int status;

	if (!text) {
		app->complain(err.text);
		return -1;
	}
	app->step = INFINITY;
	settle(app, REACT_REDRAW);
	status = run_text(app, path, text);
	free(text);
	return status;
}
