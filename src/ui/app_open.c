/* SPDX-License-Identifier: MIT
 *
 * The start of the explorer and its end: what it consists of is put up, and taken down again.
 */
#include "config.h"

#include "ui/app_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "scenario/history.h"
#include "scenario/session.h"
#include "ui/command.h"
#include "ui/config_file.h"
#include "ui/desk.h"
#include "ui/grid.h"
#include "ui/keymap.h"
#include "ui/prompt.h"
#include "ui/reload.h"
#include "ui/screen.h"
#include "ui/tour.h"
#include "ui/view.h"

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
	spec.shade = app_colours(app) < TERM_256;
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
