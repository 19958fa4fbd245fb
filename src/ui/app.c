/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/app.h"

#include <limits.h>
#include <math.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "model/model.h"
#include "scenario/history.h"
#include "scenario/session.h"
#include "ui/app_priv.h"
#include "ui/charts.h"
#include "ui/colours.h"
#include "ui/command.h"
#include "ui/config_file.h"
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

/* What a script draws with, too. */
static enum term_colours colours_of(const struct app *app)
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
		colours_dump(app->grid, desk->theme, numbers[colours_of(app)], &text);
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

/* ---- start and end ---- */

static const struct theme *choose_theme(const struct app *app, struct err *err)
{
	const char *no_colour = getenv("NO_COLOR"), *name = app->spec->theme;
	const struct theme *theme;

	if (!name && ((no_colour && *no_colour && app->spec->colours == TERM_AUTO) || app->spec->colours == TERM_NONE
	              || (app->term && term_colours(app->term) == TERM_NONE)))
		name = "mono";
	if (!name)
		name = app->term && term_is_light(app->term) ? "light" : "dark";
	theme = theme_find(name);
	if (!theme)
		err_set(err, _("there is no theme '%s'; there are dark, light, safe-dark, safe-light, mono"), name);
	return theme;
}

static int choose_glyphs(const struct app *app, enum glyphs *glyphs, struct err *err)
{
	*glyphs = app->term ? term_glyphs(app->term) : lang_is_utf8() ? GLYPHS_BRAILLE : GLYPHS_ASCII;
	if (app->spec->glyphs && glyphs_parse(app->spec->glyphs, glyphs))
		return err_set(err, _("charts can be drawn in braille, block or ascii, not in '%s'"), app->spec->glyphs);
	return 0;
}

static int open_rules(struct app *app)
{
	struct diags diags = DIAGS_INIT;

	app->book = book_open(&app->spec->rules, &diags);
	for (size_t i = 0; i < diags.count; i++) {
		char *line = diags_line(&diags, i);

		app->complain(line);
		free(line);
	}
	diags_release(&diags);
	return app->book ? 0 : -1;
}

static void open_session(struct app *app, struct diags notices[LANG_COUNT])
{
	const char *may_write[2];
	char *scenarios = file_home(FILE_DATA, "scenarios", NULL);
	struct session_spec spec = { .is_new = app->spec->is_new, .in_memory = app->spec->script != NULL,
		.may_write = may_write };

	if (app->spec->rules.own_rules)
		may_write[spec.may_write_count++] = app->spec->rules.own_rules;
	if (scenarios)
		may_write[spec.may_write_count++] = scenarios;
	app->session = session_open(&spec, notices);
	free(scenarios);
}

static int open_desk(struct app *app, struct err *err)
{
	struct diags notices[LANG_COUNT] = { DIAGS_INIT, DIAGS_INIT };
	struct desk_spec spec = {
		.book = app->book, .model = book_model(app->book), .shelf = app->spec->shelf, .keymap = app->keymap,
		.manual_folder = app->spec->manual, .lang = app->spec->lang, .theme = choose_theme(app, err),
			.worlds = app->spec->worlds, .threads = app->spec->threads,
	};

	if (!spec.theme || choose_glyphs(app, &spec.glyphs, err))
		return -1;
	open_session(app, notices);
	spec.session = app->session;
	spec.shade = colours_of(app) < TERM_256;
	app->desk = desk_new(&spec);
	memcpy(app->desk->notices, notices, sizeof(notices));
	app->desk->mouse = app->mouse = app->spec->mouse;
	app->desk->is_script = app->spec->script != NULL;
	return 0;
}

/* What the user should know of this session and others; the view of messages says it in full. */
static void say_sessions(struct desk *desk)
{
	const struct session_start *start = session_start(desk->session);

	if (start->open)
		desk_say(desk, TONE_INFO, "%s", _("another window is open too; this one does and undoes on its own"));
	else if (start->cut)
		desk_say(desk, TONE_INFO, ngettext("%zu other session was cut off; s lists it", "%zu other sessions were cut off; "
			"s lists them", start->cut), start->cut);
	else if (start->was_cut && history_count(session_history(desk->session)))
		desk_say(desk, TONE_INFO, "%s", _("the last session was cut off; you are where you were"));
}

/* Whether there is something to say of it, which then is said. */
static bool read_config(struct app *app)
{
	struct desk *desk = app->desk;
	const size_t told = desk->notices[LANG_EN].count;

	if (config_read(app->spec->config, desk))
		desk_say(desk, TONE_ERROR, "%s", _("the configuration has mistakes: M shows them"));
	else if (desk->notices[LANG_EN].count > told)
		desk_say(desk, TONE_INFO, "%s", _("the configuration takes keys from other commands: M shows which"));
	else
		return false;
	return true;
}

/* Where the user was, or the scenario asked for. */
static int begin(struct app *app, struct err *err)
{
	struct desk *desk = app->desk;
	char *line;
	int reaction;

	desk->chart_count = screen_charts(grid_rows(app->grid), grid_cols(app->grid));
	if (session_was_resumed(app->session)) {
		desk_recall(desk);
		desk_recall_look(desk);
	}
	if (app->spec->scenario) {
		line = xasprintf("open %s", app->spec->scenario);
		reaction = command_run(desk, line, err);
		free(line);
		if (reaction < 0)
			return -1;
	}
	if (!read_config(app) && (!desk->message || desk->tone == TONE_GOOD)) {
		desk_hush(desk);
		say_sessions(desk);
	}
	if (app->term && tour_is_due())
		tour_begin(desk);
	desk_run(desk);
	return 0;
}

static int open_all(struct app *app, struct err *err)
{
	const struct term_spec term = { .colours = app->spec->colours, .mouse = app->spec->mouse };
	int rows = app->spec->rows, cols = app->spec->cols;

	if (!app->spec->script) {
		app->term = term_open(&term, err);
		if (!app->term)
			return -1;
		term_size(app->term, &rows, &cols);
	}
	app->grid = grid_new(rows, cols);
	app->keymap = keymap_new();
	app->prompt = prompt_new();
	if (open_desk(app, err) || begin(app, err))
		return -1;
	app->reload = app->desk->reload = reload_new(app->desk);
	return 0;
}

void app_close(struct app *app)
{
	if (app->desk && app->session)
		desk_keep_look(app->desk);
	term_close(app->term);
	if (app->reload)
		reload_tidy(app->reload, app->desk);
	reload_free(app->reload);
	desk_free(app->desk);
	prompt_free(app->prompt);
	keymap_free(app->keymap);
	grid_free(app->grid);
	if (app->session)
		session_close(app->session);
	book_close(app->book);
	free(app);
}

struct app *app_open(const struct app_spec *spec, void (*complain)(const char *message), enum app_end *end)
{
	struct app *app = xcalloc(1, sizeof(*app));
	struct err err = { "" };

	app->spec = spec;
	app->complain = complain;
	*end = open_rules(app) ? APP_BAD_RULES : open_all(app, &err) ? APP_BAD_INPUT : APP_DONE;
	if (*end == APP_DONE)
		return app;
	app_close(app);
	if (*err.text)
		complain(err.text);
	return NULL;
}

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
