/* SPDX-License-Identifier: MIT
 *
 * Commands on rules and on the program around.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/manual.h"
#include "base/manual_words.h"
#include "base/text.h"
#include "model/model.h"
#include "scenario/session.h"
#include "ui/book.h"
#include "ui/command.h"
#include "ui/command_priv.h"
#include "ui/desk.h"
#include "ui/keymap.h"
#include "ui/outside.h"
#include "ui/view.h"

enum { REASON_CELLS = 28 };   /* of why work is not saved: the rest has room in a line of 80, too */

/* Whoever never set an editor may not know vi, and its screen does not say how one leaves it. The answer runs the command
 * again, whose name begins with a colon so that no names are offered for it. */
static int tell_of_vi(struct desk *desk, const char *command, const char *argument)
{
	char *again = xasprintf(":%s %s", command, argument);

	desk->vi_told = true;
	desk_ask(desk, _("Enter opens vi, Esc does not:"), again, NULL, false);
	desk_set_text(&desk->ask.note, _("vi opens. Save and leave: Esc :wq Enter; leave: Esc :q! Enter. Another editor: "
		"VISUAL=nano publicstake"));
	free(again);
	return REACT_REDRAW;
}

/* `command` and `argument` are what leads here again. */
static int ask_for_editor(struct desk *desk, const char *command, const char *argument, const struct place *place,
	struct err *err)
{
	const char *path = book_path(desk->book, place->file);
	char *copy;

	if (!path)
		return err_set(err, _("the file %s is not among the rules"), place->file);
	if (!desk->vi_told && !outside_editor())
		return tell_of_vi(desk, command, argument);
	copy = book_own_copy(desk->book, path, err);
	if (!copy)
		return -1;
	free(desk->outside.path);
	desk->outside.what = OUTSIDE_EDIT;
	desk->outside.path = copy;
	desk->outside.line = place->line;
	return REACT_OUTSIDE;
}

/* The claim under the cursor, as Enter does. */
static int edit_claim_here(struct desk *desk, struct err *err)
{
	char *command = view_command(desk);
	const int reaction = command ? command_run(desk, command, err)
		: err_set(err, "%s", _("there is no rule under the cursor to edit"));

	free(command);
	return reaction;
}

/* Where there are mistakes, the first of them is what is to be edited. */
COMMAND(edit)
{
	const struct diags *mistakes = desk->book ? book_mistakes(desk->book) : NULL;
	const struct variable *v;
	struct place place;
	int variable;

	if (!desk->book)
		return err_set(err, "%s", _("these rules have no files"));
	if (!*argument && mistakes->count && *mistakes->items[0].file) {
		place = (struct place){ .file = mistakes->items[0].file, .line = mistakes->items[0].line };
		return ask_for_editor(desk, "edit", argument, &place, err);
	}
	if (!*argument && desk->focus == FOCUS_VIEW && desk->view == VIEW_CLAIMS)
		return edit_claim_here(desk, err);
	variable = *argument ? command_variable(desk, argument, err) : view_variable(desk);
	if (variable < 0)
		return *argument ? -1 : err_set(err, "%s", _("there is no rule under the cursor to edit"));
	v = model_variable(desk->model, variable);
	place = v->declared;
	if (v->equation.line && !var_is_input(v->kind))
		place.line = v->equation.line;
	return ask_for_editor(desk, "edit", argument, &place, err);
}

COMMAND(edit_claim)
{
	for (size_t i = 0; desk->book && i < model_claim_count(desk->model); i++) {
		const struct claim *claim = model_claim(desk->model, i);

		if (!strcmp(claim->id, argument))
			return ask_for_editor(desk, "edit-claim", argument, &claim->declared, err);
	}
	return err_set(err, _("there is no claim '%s'"), argument);
}

COMMAND(reload)
{
	(void)argument;
	if (!desk->book)
		return err_set(err, "%s", _("these rules have no files"));
	book_reload(desk->book);
	return REACT_NOTHING;
}

COMMAND(dismiss)
{
	(void)argument;
	(void)err;
	desk_hush(desk);
	return REACT_REDRAW;
}

/* Parts the first two words from the rest. */
static int split(const char *argument, char **place, char **key, const char **rest)
{
	const size_t first = strcspn(argument, " "), gap = strspn(argument + first, " ");
	const char *second = argument + first + gap;
	const size_t length = strcspn(second, " ");

	if (!first || !length)
		return -1;
	*place = xstrndup(argument, first);
	*key = xstrndup(second, length);
	*rest = second + length + strspn(second + length, " ");
	return 0;
}

char *command_takes_key(const struct desk *desk, const char *line)
{
	char *place, *key, *taken = NULL;
	const char *command, *found;

	if (strncmp(line, "bind ", 5) || split(line + 5 + strspn(line + 5, " "), &place, &key, &command))
		return NULL;
	found = keymap_taken(desk->keymap, place, key, command);
	if (found)
		taken = xstrdup(found);
	free(place);
	free(key);
	return taken;
}

static int bind(struct desk *desk, const char *argument, bool taken_away, struct err *err)
{
	const char *command, *taken;
	char *place, *key;
	int status;

	if (split(argument, &place, &key, &command))
		return err_set(err, "%s", taken_away ? _("write e.g.: unbind sliders J") : _("write e.g.: bind sliders J move -10"));
	if (!*command && !taken_away) {
		free(place);
		free(key);
		return err_set(err, "%s", _("write e.g.: bind sliders J move -10"));
	}
	status = taken_away ? 0 : command_check_bound(command, err);
	taken = keymap_taken(desk->keymap, place, key, command);
	if (!status && taken && !taken_away)
		desk_say(desk, TONE_INFO, _("%s %s now does '%s', in the place of '%s'"), place, key, command, taken);
	if (!status)
		status = keymap_bind(desk->keymap, place, key, taken_away ? "" : command, err);
	free(place);
	free(key);
	return status ? -1 : REACT_REDRAW;
}

COMMAND(bind)
{
	return bind(desk, argument, false, err);
}

COMMAND(unbind)
{
	return bind(desk, argument, true, err);
}

static int open_manual(struct desk *desk, struct err *err)
{
	if (desk->manual && desk->manual_lang == desk->lang)
		return 0;
	manual_close(desk->manual);
	desk->manual = desk->manual_folder ? manual_open(desk->manual_folder, desk->lang, err)
		: (err_set(err, "%s", _("there is no manual here; ? shows the keys")), NULL);
	desk->manual_lang = desk->lang;
	return desk->manual ? 0 : -1;
}

/* At what is under the cursor, if a page has it; else the list of pages. For what nothing is called, the sections that
 * have the word. */
COMMAND(manual)
{
	const int variable = view_variable(desk);
	const bool named = *argument && strcmp(argument, "pages");
	struct manual_places found = { NULL, 0, 0 };
	int page = -1;

	if (open_manual(desk, err))
		return -1;
	desk->manual_line = 0;
	if (named)
		page = manual_find(desk->manual, argument, &desk->manual_line, err);
	else if (!*argument && variable >= 0)
		page = manual_find_item(desk->manual, model_variable(desk->model, variable)->id, &desk->manual_line);
	if (page < 0 && named && !(found = manual_places(desk->manual, argument)).count)
		return -1;
	desk->manual_page = page;
	manual_places_release(&desk->manual_found);
	desk->manual_found = found;
	desk->line[VIEW_MANUAL] = -1;
	desk->jumps++;
	desk_show(desk, VIEW_MANUAL);
	desk->focus = FOCUS_VIEW;
	return REACT_REDRAW;
}

COMMAND(stop)
{
	(void)argument;
	(void)err;
	desk->outside.what = OUTSIDE_STOP;
	return REACT_OUTSIDE;
}

/* Work that can't be kept is given up only by somebody who knows of it. */
COMMAND(quit)
{
	const size_t unkept = session_unkept(desk->session);
	struct buf cut = BUF_INIT;
	char *reason;

	(void)err;
	if (!unkept || unkept == desk->unkept_told || !strcmp(argument, "force"))
		return REACT_QUIT;
	desk->unkept_told = unkept;
	reason = err_reason(session_fault(desk->session));
	text_cut(&cut, reason, REASON_CELLS, NULL);
	desk_say(desk, TONE_WARNING, _("your work is not saved (%s); q again leaves anyway"), buf_text(&cut));
	buf_release(&cut);
	free(reason);
	return REACT_REDRAW;
}
