/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/app.h"

#include <limits.h>
#include <math.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "scenario/session.h"
#include "ui/app_priv.h"
#include "ui/charts.h"
#include "ui/colours.h"
#include "ui/command.h"
#include "ui/desk.h"
#include "ui/grid.h"
#include "ui/keymap.h"
#include "ui/look.h"
#include "ui/outside.h"
#include "ui/panel.h"
#include "ui/prompt.h"
#include "ui/reload.h"
#include "ui/screen.h"
#include "ui/tour.h"
#include "ui/view.h"
#include "ui/written.h"

#define HELD_SECONDS 0.4       /* after the last step a slider counts as let go */
#define LOOK_SECONDS 1.0       /* how often files are looked at in any case */

double app_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* ---- events ---- */

/* What is wrong stays in the prompt, to be mended there, unless the command asks something itself. */
static int answer(struct app *app, enum prompt_state state)
{
	char *line;
	int reaction;

	if (state != PROMPT_DONE)
		return REACT_REDRAW;
	line = prompt_line(app->prompt);
	desk_hush(app->desk);
	reaction = app_line(app, line);
	if (prompt_state(app->prompt) == PROMPT_DONE) {
		if (app->desk->message && app->desk->tone == TONE_ERROR)
			prompt_resume(app->prompt);
		else
			prompt_stop(app->prompt);
	}
	free(line);
	return reaction | REACT_REDRAW;
}

int app_line(struct app *app, const char *line)
{
	const int reaction = command_do(app->desk, line);

	if (app->desk->ask.label) {
		prompt_start(app->prompt, app->desk, &app->desk->ask);
		desk_ask(app->desk, NULL, NULL, NULL, false);
	}
	if (app->desk->axis_held)
		app->moved_at = app_clock();
	return reaction;
}

/* Says so, as a key that does nothing looks as if it were broken. */
static int no_key(struct desk *desk, key_code key)
{
	char name[KEY_NAME_MAX], help[KEY_NAME_MAX];

	if (!keymap_key_of(desk->keymap, screen_keys(desk), "view help", help))
		snprintf(help, sizeof(help), ":help");
	/* TRANSLATORS: a key that does nothing here, and the key that shows all of them */
	desk_say(desk, TONE_INFO, _("%s is no key here; %s lists them"), key_spell(key, name), help);
	return REACT_REDRAW;
}

int app_key(struct app *app, key_code key)
{
	const char *command;

	if (prompt_state(app->prompt) == PROMPT_OPEN)
		return answer(app, prompt_feed(app->prompt, app->desk, key));
	command = keymap_find(app->keymap, screen_keys(app->desk), key);
	if (!command)
		return no_key(app->desk, key);
	if (strncmp(command, "move ", 5) && strncmp(command, "dismiss", 7))
		desk_end_gesture(app->desk);
	return app_line(app, command);
}

static int click_command(struct app *app, const struct region *region)
{
	struct desk *desk = app->desk;

	if (!strncmp(region->command, "choose ", 7)) {
		prompt_choose(app->prompt, region->index);
		return answer(app, prompt_state(app->prompt));
	}
	if (!strncmp(region->command, "line ", 5)) {
		const bool again = desk->focus == FOCUS_VIEW && desk->line[desk->view] == region->index;

		desk->focus = FOCUS_VIEW;
		desk->line[desk->view] = region->index;
		return again ? app_line(app, "enter") : REACT_REDRAW;
	}
	return app_line(app, region->command);
}

/* A slider follows the mouse; the year follows it on a chart. */
static int drag(struct app *app, int y, int x)
{
	struct desk *desk = app->desk;
	const struct region *r = &app->drag;
	struct err err;
	double year;

	if (r->kind == REGION_CHART) {
		const struct area view = screen_view_area(desk, app->grid);

		if (!charts_year_at(desk, view, r->index, y - r->y, x - r->x, &year))
			return REACT_NOTHING;
		desk->record = runner_record_near(desk->runner, year);
		return REACT_REDRAW;
	}
	if (desk_set(desk, r->index, panel_value_at(desk, r->index, x - r->x, r->cols), &err)) {
		desk_say(desk, TONE_ERROR, "%s", err.text);
		return REACT_REDRAW;
	}
	desk_note(desk, desk_label(desk, r->index), r->index);
	desk->axis_held = true;
	app->moved_at = app_clock();
	return REACT_RERUN;
}

static int press(struct app *app, const struct event *event)
{
	const struct region *region = frame_at(&app->frame, event->y, event->x, -1);
	int reaction;

	if (!region || region->kind == REGION_SCROLL)
		return REACT_NOTHING;
	if (region->kind == REGION_COMMAND)
		return click_command(app, region);
	app->dragging = true;
	app->drag = *region;
	reaction = app_line(app, region->command);
	if (region->kind == REGION_CHART)
		app->desk->focus = FOCUS_VIEW;
	return reaction | drag(app, event->y, event->x);
}

/* Through the rows of what is under it, and through the years of charts, which have none. */
static int wheel(struct app *app, const struct event *event)
{
	const struct region *region = frame_at(&app->frame, event->y, event->x, REGION_SCROLL);
	const bool back = event->mouse == MOUSE_WHEEL_UP;

	if (region)
		app->desk->focus = (enum focus)region->index;
	if (screen_keys(app->desk) == KEYS_CHARTS)
		return app_line(app, back ? "year -1" : "year +1");
	return app_line(app, back ? "row -1" : "row +1");
}

static int on_mouse(struct app *app, const struct event *event)
{
	switch (event->mouse) {
	case MOUSE_PRESS:
	case MOUSE_DOUBLE:
		return press(app, event);
	case MOUSE_DRAG:
		return app->dragging ? drag(app, event->y, event->x) : REACT_NOTHING;
	case MOUSE_RELEASE:
		app->dragging = false;
		desk_end_gesture(app->desk);
		return REACT_REDRAW;
	default:
		return wheel(app, event);
	}
}

/* Pasted text goes into the prompt; elsewhere it would run as commands. */
static int on_key(struct app *app, key_code key)
{
	if (!app->pasting)
		return app_key(app, key);
	if (prompt_state(app->prompt) != PROMPT_OPEN)
		return REACT_NOTHING;
	return answer(app, prompt_feed(app->prompt, app->desk, key == KEYS_ENTER || key == KEYS_TAB ? ' ' : key));
}

static int resize(struct app *app)
{
	int rows, cols;

	term_size(app->term, &rows, &cols);
	grid_resize(app->grid, rows, cols);
	return REACT_RESIZE;
}

int app_event(struct app *app, struct event event)
{
	switch (event.kind) {
	case EVENT_KEY:
		return on_key(app, event.key);
	case EVENT_PASTE_BEGIN:
	case EVENT_PASTE_END:
		app->pasting = event.kind == EVENT_PASTE_BEGIN;
		return REACT_NOTHING;
	case EVENT_MOUSE:
		return on_mouse(app, &event);
	case EVENT_RESIZE:
		return resize(app);
	case EVENT_STOP:
		term_stop(app->term);
		return resize(app);
	case EVENT_CLOSED:
		return REACT_QUIT;
	case EVENT_NONE:
		break;
	}
	return REACT_NOTHING;
}

/* ---- drawing ---- */

enum term_colours app_colours(const struct app *app)
{
	if (app->term)
		return term_colours(app->term);
	return app->spec->colours == TERM_AUTO ? TERM_TRUE : app->spec->colours;
}

static void save_screen(struct app *app)
{
	static const int numbers[] = { [TERM_8] = 8, [TERM_256] = 256, [TERM_TRUE] = INT_MAX };
	struct desk *desk = app->desk;
	struct buf text = BUF_INIT;
	struct err err;

	if (desk->screen_as == SCREEN_COLOURS)
		colours_dump(app->grid, desk->theme, numbers[app_colours(app)], &text);
	else if (desk->screen_as == SCREEN_ROLES)
		grid_dump_roles(app->grid, &text);
	else
		grid_dump(app->grid, &text);
	if (written_write(desk->written, desk->screen_file, buf_text(&text), text.len, &err))
		desk_say(desk, TONE_ERROR, "%s", err.text);
	else if (app->term)
		desk_say(desk, TONE_GOOD, _("written: %s"), desk->screen_file);
	buf_release(&text);
	free(desk->screen_file);
	desk->screen_file = NULL;
}

void app_draw(struct app *app)
{
	struct desk *desk = app->desk;
	const double now = app_clock();
	const double seconds = !app->term ? app->step : app->moving ? now - app->drawn_at : APP_FRAME_SECONDS;

	app->drawn_at = now;
	desk->is_roomy = screen_is_roomy(grid_cols(app->grid));
	if (desk->view == VIEW_CHARTS)
		app->moving = charts_settle(desk, screen_view_area(desk, app->grid), seconds);
	desk->page_view = screen_view_area(desk, app->grid).rows;
	screen_draw(desk, app->prompt, app->grid, &app->frame);
	desk->page_view = app->frame.page_view;
	desk->page_rows = app->frame.page_rows;
	desk->view_cols = app->frame.view_cols;
	desk->view_top = app->frame.top[desk->view];
	if (desk->glyphs == GLYPHS_ASCII)
		look_to_ascii(app->grid, desk->utf8);
	if (app->term)
		term_show(app->term, app->grid, desk->theme, app->frame.caret_y, app->frame.caret_x);
	if (desk->screen_file) {
		save_screen(app);
		if (app->term)
			app_draw(app);   /* says that it is written */
	}
}

/* A file that was copied to be edited and was not leaves no trace. */
static void end_edit(struct app *app)
{
	if (book_drop_plain_copy(app->book, app->desk->outside.path) && !app->desk->message)
		desk_say(app->desk, TONE_INFO, "%s", _("nothing was changed; the shipped rules stay"));
	book_reload(app->book);
}

/* The terminal is given to an editor, the manual or the shell, and taken back. */
static int go_outside(struct app *app)
{
	struct desk *desk = app->desk;
	struct err err;

	if (desk->outside.what == OUTSIDE_STOP) {
		if (app->term)
			term_stop(app->term);
	} else {
		if (app->term)
			term_suspend(app->term);
		if (outside_edit(&desk->outside, &err))
			desk_say(desk, TONE_ERROR, "%s", err.text);
		if (app->term)
			term_resume(app->term);
		if (desk->outside.what == OUTSIDE_EDIT)
			end_edit(app);
	}
	desk->outside.what = OUTSIDE_NOTHING;
	return app->term ? resize(app) : REACT_REDRAW;
}

void app_react(struct app *app, int reaction)
{
	struct desk *desk = app->desk;

	if (reaction)
		tour_follow(desk);
	if (reaction & REACT_OUTSIDE)
		reaction |= go_outside(app);
	if (reaction & REACT_RERUN)
		desk_run(desk);
	if (reaction & REACT_QUIT)
		app->quit = true;
	if (app->term && reaction & REACT_RESIZE)
		term_redraw(app->term);
	if (app->term && desk->mouse != app->mouse) {
		app->mouse = desk->mouse;
		term_set_mouse(app->term, app->mouse);
	}
	if (reaction && !app->quit)
		app_draw(app);
}

int app_read_rules(struct app *app)
{
	if (!book_poll(app->book))
		return REACT_NOTHING;
	return reload_take(app->reload, app->desk);
}

/* ---- the loop ---- */

static int read_events(struct app *app)
{
	int reaction = REACT_NOTHING;

	/* All that was typed meanwhile counts before anything is run. */
	while (!(reaction & (REACT_QUIT | REACT_OUTSIDE))) {
		const struct event event = term_read(app->term);

		if (event.kind == EVENT_NONE)
			break;
		reaction |= app_event(app, event);
	}
	return reaction;
}

static int wait_milliseconds(const struct app *app)
{
	double seconds = LOOK_SECONDS;

	if (app->desk->axis_held)
		seconds = app->moved_at + HELD_SECONDS - app_clock();
	else if (app->moving)
		seconds = app->drawn_at + APP_FRAME_SECONDS - app_clock();
	return seconds > 0 ? (int)ceil(seconds * 1000) : 0;
}

static void wait_for_news(const struct app *app)
{
	struct pollfd fds[5] = { 0 };
	int of_term[2], of_book[2];

	term_fds(app->term, of_term);
	book_fds(app->book, of_book);
	fds[0].fd = of_term[0];
	fds[1].fd = of_term[1];
	fds[2].fd = of_book[0];
	fds[3].fd = of_book[1];
	fds[4].fd = runner_fd(app->desk->runner);
	for (int i = 0; i < 5; i++)
		fds[i].events = POLLIN;
	poll(fds, 5, wait_milliseconds(app));
}

/* How one looks at things outlives a crash, too, but needs not be written at every key. */
static void keep_look(struct app *app, bool any)
{
	if (any)
		app->look_changed = true;
	else if (app->look_changed) {
		desk_keep_look(app->desk);
		app->look_changed = false;
	}
}

static int let_go(struct app *app)
{
	if (!app->desk->axis_held || app->dragging || app_clock() < app->moved_at + HELD_SECONDS)
		return app->moving ? REACT_REDRAW : REACT_NOTHING;
	desk_end_gesture(app->desk);
	return REACT_REDRAW;
}

static void loop(struct app *app)
{
	app_draw(app);
	runner_go(app->desk->runner);
	while (!app->quit) {
		int reaction;

		wait_for_news(app);
		reaction = read_events(app);
		keep_look(app, reaction != REACT_NOTHING);
		reaction |= app_read_rules(app);
		if (runner_poll(app->desk->runner))
			reaction |= REACT_REDRAW;
		reaction |= let_go(app);
		app_react(app, reaction);
		/* What is on the screen comes first. */
		runner_go(app->desk->runner);
		reload_tidy(app->reload, app->desk);
	}
}

/* ---- the whole ---- */

/* To be said when the terminal is given back, however it comes to that; NULL: all that was done is kept. */
static char *what_is_lost(const struct app *app)
{
	if (!session_unkept(app->session))
		return NULL;
	return xasprintf(_("what you did was not saved: %s"), session_fault(app->session));
}

enum app_end app_run(const struct app_spec *spec, void (*complain)(const char *message))
{
	enum app_end end;
	struct app *app = app_open(spec, complain, &end);
	char *lost;

	if (!app)
		return end;
	if (!spec->script)
		loop(app);
	else if (script_run(app, spec->script))
		end = APP_BAD_INPUT;
	lost = what_is_lost(app);
	app_close(app);
	if (lost) {
		complain(lost);
		end = APP_NOT_KEPT;
	}
	free(lost);
	return end;
}
