/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/candidates.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/lang.h"
#include "model/model.h"
#include "scenario/shelf.h"
#include "ui/command.h"
#include "ui/desk.h"

/* What is being collected. */
struct search {
	struct candidates *to;
	const struct desk *desk;
	char *head;            /* the part of the line before what is completed */
	const char *typed;
	bool beginning;        /* only what begins with it, or only what merely contains it */
};

static bool fits(const struct search *search, const char *name, const struct text *label)
{
	const size_t length = strlen(search->typed);
	const bool begins = !strncasecmp(name, search->typed, length);

	if (search->beginning || begins)
		return search->beginning && begins;
	if (strcasestr(name, search->typed))
		return true;
	for (int i = 0; label && i < LANG_COUNT; i++)
		if (label->in[i] && strcasestr(label->in[i], search->typed))
			return true;
	return false;
}

static void offer(const struct search *search, const char *name, const struct text *label, const char *shown)
{
	struct candidates *to = search->to;

	if (!fits(search, name, label))
		return;
	to->items = xgrow(to->items, to->count, &to->cap, sizeof(*to->items));
	to->items[to->count++] = (struct candidate){
		.line = xasprintf("%s%s", search->head, name), .name = xstrdup(name), .label = xstrdup(shown ? shown : ""),
	};
}

static void offer_variable(const struct search *search, int variable)
{
	const struct variable *v = model_variable(search->desk->model, variable);

	offer(search, v->id, &v->label, desk_label(search->desk, variable));
}

static void offer_rows(const struct search *search, const struct rows *rows)
{
	for (size_t i = 0; i < rows->count; i++)
		if (rows->items[i].variable >= 0)
			offer_variable(search, rows->items[i].variable);
}

static void offer_inputs(const struct search *search)
{
	offer_rows(search, &search->desk->levers);
	offer_rows(search, &search->desk->uncertainties);
}

static void offer_outcomes(const struct search *search)
{
	for (size_t i = 0; i < search->desk->outcome_count; i++)
		offer_variable(search, search->desk->outcomes[i]);
}

static void offer_others(const struct search *search)
{
	for (size_t i = 0; i < model_count(search->desk->model); i++) {
		const struct variable *v = model_variable(search->desk->model, (int)i);

		if (!var_is_input(v->kind) && v->kind != VAR_CHECK && !(v->is_outcome && var_is_over_time(v->kind)))
			offer_variable(search, (int)i);
	}
}

/* To compare with, one whose name means something else there is offered by its file. */
static void offer_scenarios(const struct search *search, enum argument what)
{
	struct shelf_list list;

	if (!search->desk->shelf || shelf_list(search->desk->shelf, &list, NULL))
		return;
	for (size_t i = 0; i < list.count; i++) {
		const struct shelf_item *item = &list.items[i];
		const char *title = text_in(&item->title, search->desk->lang);
		const bool by_file = what == ARGUMENT_COMPARE && shelf_is_reserved(item->name);

		if (what != ARGUMENT_OWN_SCENARIO || !item->read_only)
			offer(search, by_file ? item->path : item->name, &item->title, *title ? title : NULL);
	}
	shelf_list_release(&list);
}

static void offer_comparisons(const struct search *search)
{
	offer(search, "baseline", NULL, _("all at default"));
	offer(search, "policy", NULL, _("levers at default, assumptions as they are set"));
	offer(search, "now", NULL, _("what is on the screen now"));
	offer_scenarios(search, ARGUMENT_COMPARE);
}

static void offer_words(const struct search *search, const char *words)
{
	while (words && *words) {
		const size_t length = strcspn(words, " ");
		char *word = xstrndup(words, length);

		offer(search, word, NULL, NULL);
		free(word);
		words += length + strspn(words + length, " ");
	}
}

static void offer_commands(const struct search *search)
{
	const struct command *command;

	for (size_t i = 0; (command = command_at(i)); i++)
		offer(search, command->name, NULL, _(command->help));
}

static void offer_arguments(const struct search *search, const struct command *command)
{
	switch (command->argument) {
	case ARGUMENT_INPUT:
		offer_inputs(search);
		break;
	case ARGUMENT_OUTCOME:
		offer_outcomes(search);
		break;
	case ARGUMENT_VARIABLE:
		offer_inputs(search);
		offer_outcomes(search);
		offer_others(search);
		break;
	case ARGUMENT_SCENARIO:
	case ARGUMENT_OWN_SCENARIO:
		offer_scenarios(search, command->argument);
		break;
	case ARGUMENT_COMPARE:
		offer_comparisons(search);
		break;
	case ARGUMENT_WORD:
	case ARGUMENT_AMONG:
		offer_words(search, command->words);
		break;
	case ARGUMENT_COMMAND:
		offer_commands(search);
		break;
	case ARGUMENT_NONE:
	case ARGUMENT_TEXT:
	case ARGUMENT_FILE:
		break;
	}
}

/* A second word is completed for no command. */
static void offer_for(const struct search *search, const char *line, size_t name_length)
{
	char *name = xstrndup(line, name_length);
	const struct command *command = command_find(name);

	if (command)
		offer_arguments(search, command);
	free(name);
}

void candidates_find(struct candidates *candidates, const struct desk *desk, const char *line)
{
	const size_t name_length = strcspn(line, " "), gap = strspn(line + name_length, " ");
	struct search search = { .to = candidates, .desk = desk };

	*candidates = (struct candidates){ NULL, 0, 0 };
	search.head = xstrndup(line, gap ? name_length + gap : 0);
	search.typed = line + (gap ? name_length + gap : 0);
	for (int pass = 0; pass < 2; pass++) {
		search.beginning = pass == 0;
		if (gap)
			offer_for(&search, line, name_length);
		else
			offer_commands(&search);
	}
	free(search.head);
}

void candidates_release(struct candidates *candidates)
{
	for (size_t i = 0; i < candidates->count; i++) {
		free(candidates->items[i].line);
		free(candidates->items[i].name);
		free(candidates->items[i].label);
	}
	free(candidates->items);
}
