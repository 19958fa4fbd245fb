/* SPDX-License-Identifier: MIT
 *
 * Commands on scenarios, pins, what is compared against, and sessions.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/number.h"
#include "base/text.h"
#include "scenario/history.h"
#include "scenario/scenario.h"
#include "scenario/session.h"
#include "scenario/settings.h"
#include "scenario/shelf.h"
#include "ui/command_priv.h"
#include "ui/deed.h"
#include "ui/desk.h"
#include "ui/view.h"

static int no_shelf(struct err *err)
{
	return err_set(err, "%s", _("there are no scenarios here"));
}

static const char *today(char text[16])
{
	const time_t now = time(NULL);
	struct tm day;

	localtime_r(&now, &day);
	strftime(text, 16, "%Y-%m-%d", &day);
	return text;
}

/* Who asks here for a name that nobody has, and that looks like no other, is told where the names stand. */
static void say_unknown(const struct desk *desk, const char *name, struct err *err)
{
	struct shelf_list list;

	if (strchr(name, '/') || shelf_knows(desk->shelf, name) || shelf_list(desk->shelf, &list, NULL))
		return;
	if (!shelf_guess(&list, name))
		err_set(err, _("there is no scenario '%s'; s lists them"), name);
	shelf_list_release(&list);
}

static struct scenario *load(const struct desk *desk, const char *name, struct err *err)
{
	struct scenario *scenario = shelf_load_called(desk->shelf, name, err);

	if (!scenario)
		say_unknown(desk, name, err);
	return scenario;
}

/* ---- opening and saving ---- */

/* What there is to remark is shown by the view of messages, as long as the scenario is in hand. */
static int say_opened(struct desk *desk, const struct scenario *scenario)
{
	struct diags remarks = DIAGS_INIT;
	const size_t count = scenario_warnings(scenario, desk->model, &remarks);
	const char *title = scenario_title(scenario, desk->lang);

	diags_release(&remarks);
	if (count)
		desk_say(desk, TONE_INFO, ngettext("opened: %s; M shows %zu remark", "opened: %s; M shows %zu remarks", count),
			title, count);
	else
		desk_say(desk, TONE_GOOD, _("opened: %s"), title);
	return REACT_RERUN;
}

/* No words that no file has. */
static const char *const no_words[LANG_COUNT] = { "", "" };

/* Notes what was done, and that files changed by it, so that undo brings them back. */
static void note(struct desk *desk, const char *what, const char *const *about, const struct session_file *files,
	size_t count)
{
	char *id = desk_scenario_id(desk);
	const struct session_deed deed = {
		.text = what, .settings = desk->settings, .scenario = id, .about = about, .files = files, .file_count = count,
	};

	desk->flipped = false;
	session_do(desk->session, &deed, NULL);
	free(id);
}

/* The scenario in hand is on the disk as it is here. */
static void set_saved(struct desk *desk)
{
	char *id = desk_scenario_id(desk);

	session_set_saved(desk->session, id, desk->scenario->settings);
	free(id);
}

COMMAND(open)
{
	struct scenario *scenario;
	char *what, *id;

	if (!desk->shelf)
		return no_shelf(err);
	if (!*argument) {
		desk_ask(desk, _("open:"), "open ", NULL, true);
		return REACT_REDRAW;
	}
	scenario = load(desk, argument, err);
	if (!scenario)
		return -1;
	scenario_free(desk->scenario);
	desk->scenario = scenario;
	desk_replace(desk, scenario->settings);
	set_saved(desk);
	id = desk_scenario_id(desk);
	what = xasprintf(DEED_OPEN, id);
	free(id);
	note(desk, what, no_words, NULL, 0);
	free(what);
	return say_opened(desk, scenario);
}

enum { SAVE_AGAIN = -1 };   /* besides enum shelf_save: to the file that it came from */

/* Writes the scenario; `file` gets what was there before and is there now, to be released also on error. */
static int write_scenario(struct desk *desk, struct scenario *copy, const char *name, int how, char *path,
	struct session_file *file, struct err *err)
{
	*file = (struct session_file){ .path = path };
	if (file_exists(path)) {
		file->before = file_read(path, FILE_RULES_MAX, &file->before_length, err);
		if (!file->before)
			return -1;
	}
	if (how == SAVE_AGAIN ? shelf_update(copy, err) : shelf_save(desk->shelf, copy, name, (enum shelf_save)how, err))
		return -1;
	file->after = file_read(path, FILE_RULES_MAX, &file->after_length, err);
	return file->after ? 0 : -1;
}

/* A scenario from elsewhere than the user's folder is saved there, but undo may not write there. */
static void save_done(struct desk *desk, struct scenario *copy, const char *what, const struct session_file *file)
{
	char *own = shelf_path(desk->shelf, copy->name);

	scenario_free(desk->scenario);
	desk->scenario = copy;
	set_saved(desk);
	note(desk, what, no_words, file, !strcmp(own, file->path));
	free(own);
}

/* What the scenario is about goes with it, but not to another one that is about something else: to one of another name
 * and other settings. */
static void put_words(const struct desk *desk, struct scenario *copy, const char *name)
{
	const struct scenario *from = desk->scenario;

	if (strcmp(from->name, name)) {
		text_release(&copy->title);
		if (!settings_equal(desk->settings, from->settings))
			text_release(&copy->description);
	}
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		const char *about = history_about(session_history(desk->session), (enum lang)lang);

		if (*about)
			desk_set_text(&copy->description.in[lang], about);
	}
}

static int save_as(struct desk *desk, const char *name, int how, struct err *err)
{
	struct scenario *copy;
	struct session_file file;
	char day[16], *path, *what;
	int status;

	copy = scenario_copy(desk->scenario);
	scenario_set_settings(copy, desk->settings);
	scenario_stamp(copy, desk->model, today(day));
	put_words(desk, copy, name);
	copy->read_only = copy->read_only && !strcmp(copy->name, name);
	path = how == SAVE_AGAIN && *copy->path ? xstrdup(copy->path) : shelf_path(desk->shelf, name);
	status = write_scenario(desk, copy, name, how, path, &file, err);
	if (status) {
		scenario_free(copy);
	} else {
		what = xasprintf(DEED_SAVE, copy->name);
		save_done(desk, copy, what, &file);
		desk_say(desk, TONE_GOOD, _("saved: %s"), copy->name);
		free(what);
	}
	free((char *)file.before);
	free((char *)file.after);
	free(path);
	return status ? -1 : REACT_REDRAW;
}

COMMAND(save)
{
	const struct scenario *scenario = desk->scenario;

	if (!desk->shelf)
		return no_shelf(err);
	if (!*argument && (!*scenario->name || scenario->read_only)) {
		desk_ask(desk, _("save as:"), "save ", NULL, false);
		return REACT_REDRAW;
	}
	if (!*argument || (!strcmp(argument, scenario->name) && !scenario->read_only))
		return save_as(desk, scenario->name, SAVE_AGAIN, err);
	return save_as(desk, argument, SHELF_NEW, err);
}

COMMAND(replace)
{
	if (!desk->shelf)
		return no_shelf(err);
	if (!*argument)
		return err_set(err, "%s", _("save over which scenario? e.g.: replace my-plan"));
	return save_as(desk, argument, SHELF_REPLACE, err);
}

COMMAND(new)
{
	struct settings *none = settings_new();

	(void)argument;
	(void)err;
	scenario_free(desk->scenario);
	desk->scenario = scenario_new("");
	desk_replace(desk, none);
	settings_free(none);
	note(desk, DEED_NEW, no_words, NULL, 0);
	desk_say(desk, TONE_INFO, "%s", _("everything is at its default; u brings the rest back"));
	return REACT_RERUN;
}

/* ---- files ---- */

/* Notes that a file went away, or another one came instead. */
static void note_files(struct desk *desk, const char *what, const char *from, const char *to, const char *text,
	size_t length)
{
	const struct session_file files[] = {
		{ .path = from, .before = text, .before_length = length },
		{ .path = to, .after = text, .after_length = length },
	};

	note(desk, what, NULL, files, to ? 2 : 1);
}

/* Whether the scenario in hand is in a file outside of the user's folder. */
static bool is_elsewhere(const struct desk *desk)
{
	char *id = desk_scenario_id(desk);
	const bool elsewhere = strcmp(id, desk->scenario->name) != 0;

	free(id);
	return elsewhere;
}

COMMAND(rename)
{
	char *from, *to, *text, *what;
	struct scenario *scenario = desk->scenario;
	size_t length;

	if (!desk->shelf)
		return no_shelf(err);
	if (is_elsewhere(desk) || !*scenario->name || scenario->read_only)
		return err_set(err, "%s", _("only a saved scenario of your own has a name to change; save NAME makes one"));
	if (!*argument) {
		desk_ask(desk, _("rename to:"), "rename ", scenario->name, false);
		return REACT_REDRAW;
	}
	from = shelf_path(desk->shelf, scenario->name);
	to = shelf_path(desk->shelf, argument);
	text = file_read(from, FILE_RULES_MAX, &length, err);
	if (!text || shelf_rename(desk->shelf, scenario->name, argument, err)) {
		free(from);
		free(to);
		free(text);
		return -1;
	}
	what = xasprintf(DEED_RENAME, scenario->name, argument);
	desk_say(desk, TONE_GOOD, _("renamed: %s is now %s"), scenario->name, argument);
	free(scenario->name);
	scenario->name = xstrdup(argument);
	free(scenario->path);
	scenario->path = xstrdup(to);
	set_saved(desk);
	note_files(desk, what, from, to, text, length);
	free(what);
	free(from);
	free(to);
	free(text);
	return REACT_REDRAW;
}

static int delete(struct desk *desk, const char *name, struct err *err)
{
	char *path = shelf_path(desk->shelf, name), *trash = NULL, *text = NULL, *what;
	size_t length;

	text = file_exists(path) ? file_read(path, FILE_RULES_MAX, &length, err) : NULL;
	if ((file_exists(path) && !text) || shelf_delete(desk->shelf, name, &trash, err)) {
		if (text || !file_exists(path))
			say_unknown(desk, name, err);
		free(path);
		free(text);
		return -1;
	}
	what = xasprintf(DEED_DELETE, name);
	if (!strcmp(desk->scenario->path, path))
		session_set_saved(desk->session, desk->scenario->name, NULL);
	if (text)
		note_files(desk, what, path, NULL, text, length);
	desk_say(desk, TONE_INFO, _("deleted: %s; u brings it back"), name);
	free(what);
	free(path);
	free(text);
	free(trash);
	return REACT_REDRAW;
}

COMMAND(delete)
{
	char *under = *argument ? xstrdup(argument) : view_scenario_name(desk);
	char *name = desk->shelf && under ? shelf_called(desk->shelf, under, err) : NULL;
	int reaction = -1;

	if (!desk->shelf)
		no_shelf(err);
	else if (!under)
		err_set(err, "%s", _("delete which scenario? s lists them"));
	else if (!name)
		say_unknown(desk, under, err);
	else
		reaction = delete(desk, name, err);
	free(name);
	free(under);
	return reaction;
}

/* Into the file of the scenario as it is saved: what was moved since stays unsaved. */
static int describe_file(struct desk *desk, const char *text, struct err *err)
{
	struct scenario *copy = scenario_copy(desk->scenario);
	struct session_file file;
	char *path = xstrdup(copy->path);
	int status;

	desk_set_text(&copy->description.in[desk->lang], text);
	status = write_scenario(desk, copy, copy->name, SAVE_AGAIN, path, &file, err);
	if (status)
		scenario_free(copy);
	else
		save_done(desk, copy, DEED_DESCRIBE, &file);
	free((char *)file.before);
	free((char *)file.after);
	free(path);
	return status;
}

/* Kept in the history until the scenario gets a file. */
static void describe_unsaved(struct desk *desk, const char *text)
{
	const struct history *history = session_history(desk->session);
	const char *about[LANG_COUNT];

	for (int lang = 0; lang < LANG_COUNT; lang++)
		about[lang] = lang == (int)desk->lang ? text : history_about(history, (enum lang)lang);
	note(desk, DEED_DESCRIBE, about, NULL, 0);
}

COMMAND(describe)
{
	const bool has_file = !desk->scenario->read_only && file_exists(desk->scenario->path);

	if (!*argument) {
		desk_ask(desk, _("description:"), "describe ", desk_description(desk), false);
		return REACT_REDRAW;
	}
	if (has_file && describe_file(desk, argument, err))
		return -1;
	if (!has_file)
		describe_unsaved(desk, argument);
	desk_say(desk, has_file ? TONE_GOOD : TONE_INFO, "%s", has_file ? _("described, and saved")
		: _("described; S saves it"));
	return REACT_REDRAW;
}

/* ---- comparing ---- */

static int compare_scenario(struct desk *desk, const char *name, struct err *err)
{
	struct scenario *scenario = desk->shelf ? load(desk, name, err) : NULL;
	char *id;

	if (!scenario)
		return desk->shelf ? -1 : no_shelf(err);
	id = shelf_id(desk->shelf, scenario);
	desk_compare(desk, id, scenario->settings);
	free(id);
	scenario_free(scenario);
	return 0;
}

/* A file that was not named by this program may have the name of what a comparison is made with otherwise. */
static bool is_scenario_too(const struct desk *desk, const char *word)
{
	char *path = desk->shelf && shelf_is_reserved(word) ? shelf_path(desk->shelf, word) : NULL;
	const bool is_there = path && file_exists(path);

	free(path);
	return is_there;
}

/* The command's word, or the one that the screen has for it, unless a scenario is called so. */
static bool is_baseline(const struct desk *desk, const char *word)
{
	if (!strcmp(word, "baseline"))
		return true;
	return !strcmp(word, _("baseline")) && !(desk->shelf && shelf_knows(desk->shelf, word));
}

COMMAND(compare)
{
	if (!*argument) {
		desk_ask(desk, _("compare with:"), "compare ", NULL, true);
		return REACT_REDRAW;
	}
	if (is_baseline(desk, argument))
		desk->compare = COMPARE_BASELINE;
	else if (!strcmp(argument, "policy"))
		desk->compare = COMPARE_POLICY;
	else if (!strcmp(argument, "now"))
		desk_compare(desk, "", desk->settings);
	else if (compare_scenario(desk, argument, err))
		return -1;
	if (is_scenario_too(desk, argument))
		desk_say(desk, TONE_INFO, _("'%s' is not your scenario here; rename that to compare with it"), argument);
	else
		desk_say(desk, TONE_INFO, _("compared with: %s"), desk_compared_name(desk));
	return REACT_RERUN;
}

/* ---- pins ---- */

static int find_pin(const struct desk *desk, const struct settings *settings)
{
	for (int i = 0; i < PINS_MAX; i++)
		if (desk->pins[i].name && settings_equal(desk->pins[i].settings, settings))
			return i;
	return -1;
}

static int free_pin(const struct desk *desk)
{
	for (int i = 0; i < PINS_MAX; i++)
		if (!desk->pins[i].name)
			return i;
	return -1;
}

/* Pinned already: the pin goes. */
static int pin(struct desk *desk, const char *name, const struct settings *settings, struct err *err)
{
	const int known = find_pin(desk, settings), place = known < 0 ? free_pin(desk) : known;

	if (place < 0)
		return err_set(err, _("all %d pins are in use; unpin 1 takes the first away, unpin all all"), PINS_MAX);
	if (known < 0)
		desk_pin(desk, place, name, settings);
	desk_say(desk, TONE_INFO, known < 0 ? _("pinned: %s") : _("no longer pinned: %s"), desk_pin_name(desk, place));
	if (known >= 0)
		desk_unpin(desk, place);
	return REACT_RERUN;
}

static int pin_scenario(struct desk *desk, const char *name, struct err *err)
{
	struct scenario *scenario = load(desk, name, err);
	char *id;
	int reaction;

	if (!scenario)
		return -1;
	id = shelf_id(desk->shelf, scenario);
	reaction = pin(desk, id, scenario->settings, err);
	free(id);
	scenario_free(scenario);
	return reaction;
}

static int pin_in_hand(struct desk *desk, struct err *err)
{
	char *id = desk_scenario_id(desk);
	const int reaction = pin_scenario(desk, id, err);

	free(id);
	return reaction;
}

COMMAND(pin)
{
	char *under = *argument ? xstrdup(argument) : view_scenario_name(desk);
	int reaction;

	if (under) {
		reaction = desk->shelf ? pin_scenario(desk, under, err) : no_shelf(err);
		free(under);
		return reaction;
	}
	if (desk->shelf && *desk->scenario->name && !desk_is_changed(desk))
		return pin_in_hand(desk, err);
	return pin(desk, "", desk->settings, err);
}

COMMAND(unpin)
{
	const int number = number_whole(argument, -1, PINS_MAX + 1);

	if (strcmp(argument, "all") && *argument && (number < 1 || number > PINS_MAX))
		return err_set(err, _("pins are numbered from 1 to %d"), PINS_MAX);
	for (int i = 0; i < PINS_MAX; i++)
		if (!number || i == number - 1)
			desk_unpin(desk, i);
	desk_hush(desk);
	return REACT_RERUN;
}

/* ---- sessions ---- */

COMMAND(session)
{
	if (!*argument)
		return err_set(err, "%s", _("go on with which session? s lists them"));
	desk_keep_look(desk);
	if (session_go(desk->session, argument, desk->notices, err))
		return -1;
	desk_recall_all(desk);
	desk_say(desk, TONE_GOOD, _("session %s goes on where it was left"), argument);
	return REACT_RERUN;
}
