/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/command.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/number.h"
#include "base/text.h"
#include "model/model.h"
#include "ui/command_priv.h"
#include "ui/desk.h"

enum { INTEGER_DIGITS = 6 };   /* of a number of rows, steps, worlds */

#define ROW(name, usage, help, argument, words) { #name, usage, help, argument, words, do_##name }

static const struct command commands[] = {
	ROW(back, "", N_("to what was shown before"), ARGUMENT_NONE, NULL),
	ROW(bind, N_("PLACE KEY COMMAND"), N_("bind a key; places are everywhere, sliders, headlines, charts, lists"),
		ARGUMENT_TEXT, NULL),
	ROW(chart, N_("NUMBER"), N_("select a chart"), ARGUMENT_WORD, "1 2 3 4 next previous"),
	ROW(charts, N_("COUNT"), N_("show one, two or four charts"), ARGUMENT_WORD, "1 2 4"),
	ROW(compare, N_("[WHAT]"), N_("compare with the baseline, with today's policy under the same assumptions, with "
		"what is on the screen now, "
	                              "or with a scenario"), ARGUMENT_COMPARE, NULL),
	ROW(delete, N_("[NAME]"), N_("delete a scenario of your own; undo brings it back"), ARGUMENT_OWN_SCENARIO, NULL),
	ROW(describe, N_("TEXT"), N_("say what the scenario is about"), ARGUMENT_TEXT, NULL),
	ROW(difference, N_("[on|off]"), N_("charts show the difference from what is compared"), ARGUMENT_WORD, "on off"),
	ROW(dismiss, "", N_("take the message away"), ARGUMENT_NONE, NULL),
	ROW(edit, N_("[ID]"), N_("edit the rule of a variable in your editor"), ARGUMENT_VARIABLE, NULL),
	{ "edit-claim", N_("ID"), N_("edit a claim of the essays in your editor"), ARGUMENT_TEXT, NULL, do_edit_claim },
	ROW(enter, "", N_("open what is under the cursor"), ARGUMENT_NONE, NULL),
	ROW(explain, N_("[ID]"), N_("show where a figure comes from"), ARGUMENT_VARIABLE, NULL),
	ROW(find, N_("[TEXT|next]"), N_("find a lever, assumption or outcome"), ARGUMENT_VARIABLE, NULL),
	ROW(flip, "", N_("to the state before the last move, and back"), ARGUMENT_NONE, NULL),
	ROW(focus, N_("PANEL"), N_("go to a panel"), ARGUMENT_WORD, "next previous levers uncertainties headline view"),
	ROW(glyphs, N_("KIND"), N_("draw charts in braille, blocks or ASCII"), ARGUMENT_WORD, "braille block ascii"),
	ROW(headline, N_("NUMBER"), N_("go to a figure of the headline strip"), ARGUMENT_TEXT, NULL),
	ROW(language, N_("[en|ko]"), N_("English or Korean"), ARGUMENT_WORD, "en ko"),
	ROW(leave, "", N_("leave a view for the charts"), ARGUMENT_NONE, NULL),
	ROW(limit, N_("low|high"), N_("move the slider to an end"), ARGUMENT_WORD, "low high"),
	ROW(manual, N_("[TOPIC]"), N_("show the manual: a page, or what it says of a lever, a command, a key"),
		ARGUMENT_TEXT, NULL),
	ROW(mark, N_("previous|next"), N_("move the slider to a mark"), ARGUMENT_WORD, "previous next"),
	ROW(mouse, N_("[on|off]"), N_("take mouse clicks, or leave them to the terminal"), ARGUMENT_WORD, "on off"),
	ROW(move, N_("STEPS"), N_("move the slider by steps; 10 and more are tenths of the track"), ARGUMENT_TEXT, NULL),
	ROW(new, "", N_("all sliders to their defaults, no scenario open"), ARGUMENT_NONE, NULL),
	ROW(open, N_("NAME"), N_("open a scenario"), ARGUMENT_SCENARIO, NULL),
	ROW(outcome, N_("[ID]"), N_("choose the outcome of the chart"), ARGUMENT_OUTCOME, NULL),
	ROW(pin, N_("[NAME]"), N_("pin what is on the screen, or a scenario, to the charts"), ARGUMENT_SCENARIO, NULL),
	ROW(prompt, N_("[TEXT]"), N_("type a command"), ARGUMENT_COMMAND, NULL),
	ROW(quit, N_("[force]"), N_("leave; nothing is lost; force: don't ask where work can't be saved"), ARGUMENT_WORD, "force"),
	ROW(redo, N_("[force]"), N_("do again what was undone; force: over files that somebody else changed"),
		ARGUMENT_WORD, "force"),
	ROW(redraw, "", N_("draw the screen afresh"), ARGUMENT_NONE, NULL),
	ROW(reload, "", N_("read the rules and data again"), ARGUMENT_NONE, NULL),
	ROW(rename, N_("NAME"), N_("give the scenario another name"), ARGUMENT_TEXT, NULL),
	ROW(replace, N_("NAME"), N_("save the scenario over whatever has that name"), ARGUMENT_OWN_SCENARIO, NULL),
	ROW(reset, N_("[ID|all]"), N_("back to the default"), ARGUMENT_INPUT, NULL),
	ROW(row, N_("ROWS"), N_("move the cursor"), ARGUMENT_AMONG, "+1 -1 +page -page first last"),
	ROW(save, N_("[NAME]"), N_("save the scenario"), ARGUMENT_OWN_SCENARIO, NULL),
	{ "save-report", N_("[force] FILE"), N_("write the report as text; force: over a file that is there"), ARGUMENT_FILE, NULL,
		do_save_report },
	{ "save-screen", N_("[force] [--colours|--roles] FILE"), N_("write the screen as text; force: over a file that is there"),
		ARGUMENT_FILE, NULL, do_save_screen },
	ROW(search, N_("[TEXT|next|previous]"), N_("find a text in the view"), ARGUMENT_TEXT, NULL),
	ROW(select, N_("ID"), N_("go to a slider"), ARGUMENT_INPUT, NULL),
	ROW(session, N_("NUMBER"), N_("go on with another session; s lists them"), ARGUMENT_TEXT, NULL),
	ROW(set, N_("ID VALUE"), N_("set a lever or an assumption"), ARGUMENT_INPUT, NULL),
	ROW(stop, "", N_("to the shell"), ARGUMENT_NONE, NULL),
	ROW(switch, "", N_("flip a switch"), ARGUMENT_NONE, NULL),
	ROW(theme, N_("NAME"), N_("colours"), ARGUMENT_AMONG, "dark light safe-dark safe-light mono"),
	ROW(tour, N_("[next|end]"), N_("the tour: begin it, go on to its next step, end it"), ARGUMENT_WORD, "next end"),
	ROW(unbind, N_("PLACE KEY"), N_("take a key's command away"), ARGUMENT_TEXT, NULL),
	ROW(undo, N_("[force]"), N_("undo; force: over files that somebody else changed"), ARGUMENT_WORD, "force"),
	ROW(unpin, N_("[NUMBER|all]"), N_("take pins away"), ARGUMENT_WORD, "all 1 2 3 4 5 6"),
	ROW(value, N_("[VALUE]"), N_("set the slider to a value"), ARGUMENT_TEXT, NULL),
	ROW(view, N_("NAME"), N_("what the main pane shows"), ARGUMENT_AMONG,
	    "charts table deciles report claims scenarios messages help"),
	ROW(worlds, N_("COUNT"), N_("how many worlds the bands are made of"), ARGUMENT_TEXT, NULL),
	ROW(year, N_("YEAR|+N|-N|first|last"), N_("move the cursor in time"), ARGUMENT_AMONG, "first last"),
};

/* What is typed by habit from other programs, and the command that it is: alone, and with an argument behind it. */
static const struct {
	const char *typed, *alone, *with;
} habits[] = {
	{ "help", "view help", "manual" },
	{ "q", "quit", "quit" },
	{ "w", "save", "save" },
};

const struct command *command_at(size_t i)
{
	return i < ARRAY_LEN(commands) ? &commands[i] : NULL;
}

const struct command *command_find(const char *name)
{
	for (size_t i = 0; i < ARRAY_LEN(commands); i++)
		if (!strcmp(commands[i].name, name))
			return &commands[i];
	return NULL;
}

static int unknown_command(const char *name, struct err *err)
{
	struct text_guess guess = { .name = name };

	for (size_t i = 0; i < ARRAY_LEN(commands); i++)
		text_guess_offer(&guess, commands[i].name);
	if (guess.best)
		return err_set(err, _("there is no command '%s'; did you mean '%s'?"), name, guess.best);
	return err_set(err, _("there is no command '%s'; ? lists all of them"), name);
}

static bool is_among(const char *words, const char *word)
{
	const size_t length = strlen(word);

	while (words && *words) {
		const size_t next = strcspn(words, " ");

		if (next == length && !strncmp(words, word, length))
			return true;
		words += next + strspn(words + next, " ");
	}
	return false;
}

static int check_argument(const struct command *command, const char *argument, struct err *err)
{
	if (command->argument == ARGUMENT_NONE && *argument)
		return err_set(err, _("'%s' takes nothing after it, and here is '%s'"), command->name, argument);
	if (command->argument != ARGUMENT_WORD || (!*argument && *command->usage == '['))
		return 0;
	if (!*argument)
		return err_set(err, _("'%s' wants a word after it; write one of: %s"), command->name, command->words);
	if (!is_among(command->words, argument))
		return err_set(err, _("'%s' does not take '%s'; write one of: %s"), command->name, argument, command->words);
	return 0;
}

/* The line as it would be without habits; the caller's. */
static char *plain_line(const char *line)
{
	const char *rest;
	size_t length;

	line += strspn(line, " :");
	length = strcspn(line, " ");
	rest = line + length + strspn(line + length, " ");
	for (size_t i = 0; i < ARRAY_LEN(habits); i++)
		if (strlen(habits[i].typed) == length && !strncmp(habits[i].typed, line, length))
			return *rest ? xasprintf("%s %s", habits[i].with, rest) : xstrdup(habits[i].alone);
	return xstrdup(line);
}

/* The command of a line and its argument, which is the caller's; NULL: there is no such command. An empty line has
 * none either, and no error. */
static const struct command *parse(const char *typed, char **argument, struct err *err)
{
	const struct command *command = NULL;
	char *line = plain_line(typed), *name;
	const size_t length = strcspn(line, " ");

	*argument = NULL;
	if (length) {
		name = xstrndup(line, length);
		command = command_find(name);
		*argument = xstrdup(line + length + strspn(line + length, " "));
		for (size_t end = strlen(*argument); end && (*argument)[end - 1] == ' ';)
			(*argument)[--end] = '\0';
		if (!command)
			unknown_command(name, err);
		free(name);
	}
	free(line);
	return command;
}

int command_check_bound(const char *line, struct err *err)
{
	char *argument;
	const struct command *command = parse(line, &argument, err);
	int status = command ? check_argument(command, argument, err) : argument ? -1 : 0;

	if (command && command->argument == ARGUMENT_FILE)
		status = err_set(err, _("a key can't write a file unasked; bind it to: prompt %s"), command->name);
	free(argument);
	return status;
}

int command_run(struct desk *desk, const char *line, struct err *err)
{
	char *argument;
	const struct command *command = parse(line, &argument, err);
	int reaction = argument ? -1 : REACT_NOTHING;

	if (command && !check_argument(command, argument, err))
		reaction = command->run(desk, argument, err);
	free(argument);
	return reaction;
}

int command_do(struct desk *desk, const char *line)
{
	struct err err;
	const int reaction = command_run(desk, line, &err);

	if (reaction >= 0)
		return reaction;
	desk_say(desk, TONE_ERROR, "%s", err.text);
	return REACT_REDRAW;
}

int command_variable(const struct desk *desk, const char *id, struct err *err)
{
	const int variable = model_find(desk->model, id);
	struct text_guess guess = { .name = id };

	if (variable >= 0)
		return variable;
	for (size_t i = 0; i < model_count(desk->model); i++)
		text_guess_offer(&guess, model_variable(desk->model, (int)i)->id);
	if (guess.best)
		return err_set(err, _("there is no variable '%s'; did you mean '%s'?"), id, guess.best);
	return err_set(err, _("there is no variable '%s'; / finds one by its name"), id);
}

bool command_integer(const char *text, int *value)
{
	const char *digits = text + (*text == '+' || *text == '-');
	const size_t length = strspn(digits, "0123456789");

	if (!length || length > INTEGER_DIGITS || digits[length])
		return false;
	*value = number_whole(text, INT_MIN, INT_MAX);
	return true;
}
