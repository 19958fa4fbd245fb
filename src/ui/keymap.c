/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/keymap.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/lang.h"

/* The table. A row without help is one more key for the row above. */
static const struct row {
	const char *key;
	enum place_of_keys place;
	const char *command, *help, *hint;
} table[] = {
	{ "Left", KEYS_SLIDERS, "move -1", N_("move the slider down a step"), N_("move") },
	{ "h", KEYS_SLIDERS, "move -1", NULL, NULL },
	{ "Right", KEYS_SLIDERS, "move +1", N_("move the slider up a step"), NULL },
	{ "l", KEYS_SLIDERS, "move +1", NULL, NULL },
	{ "S-Left", KEYS_SLIDERS, "move -10", N_("move it down a tenth of its track"), NULL },
	{ "H", KEYS_SLIDERS, "move -10", NULL, NULL },
	{ "S-Right", KEYS_SLIDERS, "move +10", N_("move it up a tenth of its track"), NULL },
	{ "L", KEYS_SLIDERS, "move +10", NULL, NULL },
	{ "Home", KEYS_SLIDERS, "limit low", N_("to its lowest value"), NULL },
	{ "End", KEYS_SLIDERS, "limit high", N_("to its highest value"), NULL },
	{ "[", KEYS_SLIDERS, "mark previous", N_("to the mark before"), N_("marks") },
	{ "]", KEYS_SLIDERS, "mark next", N_("to the next mark"), NULL },
	{ "=", KEYS_SLIDERS, "value", N_("type a value: 35%, 3,000억, 2.5e3"), N_("type") },
	{ "Enter", KEYS_SLIDERS, "value", NULL, NULL },
	{ "Space", KEYS_SLIDERS, "switch", N_("flip a switch"), NULL },
	{ "Backspace", KEYS_SLIDERS, "reset", N_("back to the default"), N_("reset") },
	{ "Delete", KEYS_SLIDERS, "reset", NULL, NULL },
	{ "Up", KEYS_SLIDERS, "row -1", N_("the slider above"), NULL },
	{ "k", KEYS_SLIDERS, "row -1", NULL, NULL },
	{ "Down", KEYS_SLIDERS, "row +1", N_("the slider below"), NULL },
	{ "j", KEYS_SLIDERS, "row +1", NULL, NULL },
	{ "PageUp", KEYS_SLIDERS, "row -page", N_("a page up"), NULL },
	{ "PageDown", KEYS_SLIDERS, "row +page", N_("a page down"), NULL },

	{ "Up", KEYS_HEADLINES, "row -1", N_("the figure above"), NULL },
	{ "k", KEYS_HEADLINES, "row -1", NULL, NULL },
	{ "Down", KEYS_HEADLINES, "row +1", N_("the figure below"), NULL },
	{ "j", KEYS_HEADLINES, "row +1", NULL, NULL },
	{ "Left", KEYS_HEADLINES, "year -1", N_("a year back"), N_("year") },
	{ "h", KEYS_HEADLINES, "year -1", NULL, NULL },
	{ "Right", KEYS_HEADLINES, "year +1", N_("a year on"), NULL },
	{ "l", KEYS_HEADLINES, "year +1", NULL, NULL },
	{ "Enter", KEYS_HEADLINES, "explain", N_("where the figure comes from"), N_("explain") },
	{ "Space", KEYS_HEADLINES, "outcome this", N_("show it in the chart"), N_("chart") },

	{ "Left", KEYS_CHARTS, "year -1", N_("a year back"), N_("year") },
	{ "h", KEYS_CHARTS, "year -1", NULL, NULL },
	{ "Right", KEYS_CHARTS, "year +1", N_("a year on"), NULL },
	{ "l", KEYS_CHARTS, "year +1", NULL, NULL },
	{ "S-Left", KEYS_CHARTS, "year -10", N_("ten years back"), NULL },
	{ "H", KEYS_CHARTS, "year -10", NULL, NULL },
	{ "S-Right", KEYS_CHARTS, "year +10", N_("ten years on"), NULL },
	{ "L", KEYS_CHARTS, "year +10", NULL, NULL },
	{ "Home", KEYS_CHARTS, "year first", N_("the first year"), NULL },
	{ "End", KEYS_CHARTS, "year last", N_("the last year"), NULL },
	{ "Up", KEYS_CHARTS, "chart previous", N_("the chart before"), NULL },
	{ "k", KEYS_CHARTS, "chart previous", NULL, NULL },
	{ "Down", KEYS_CHARTS, "chart next", N_("the next chart"), NULL },
	{ "j", KEYS_CHARTS, "chart next", NULL, NULL },
	{ "Enter", KEYS_CHARTS, "explain", N_("where the figure comes from"), N_("explain") },
	{ "[", KEYS_CHARTS, "outcome previous", N_("the outcome before in this chart"), NULL },
	{ "]", KEYS_CHARTS, "outcome next", N_("the next outcome in this chart"), NULL },

	{ "Up", KEYS_LISTS, "row -1", N_("a line up"), NULL },
	{ "k", KEYS_LISTS, "row -1", NULL, NULL },
	{ "Down", KEYS_LISTS, "row +1", N_("a line down"), NULL },
	{ "j", KEYS_LISTS, "row +1", NULL, NULL },
	{ "PageUp", KEYS_LISTS, "row -page", N_("a page up"), NULL },
	{ "PageDown", KEYS_LISTS, "row +page", N_("a page down"), NULL },
	{ "Home", KEYS_LISTS, "row first", N_("to the top"), NULL },
	{ "End", KEYS_LISTS, "row last", N_("to the end"), NULL },
	{ "Left", KEYS_LISTS, "year -1", N_("a year back"), NULL },
	{ "Right", KEYS_LISTS, "year +1", N_("a year on"), NULL },
	{ "Enter", KEYS_LISTS, "enter", N_("open what is under the cursor"), N_("open") },
	{ "/", KEYS_LISTS, "search", N_("find a text in it"), N_("find") },
	{ "n", KEYS_LISTS, "search next", N_("the next place that has it"), NULL },
	{ "N", KEYS_LISTS, "search previous", N_("the place before that has it"), NULL },
	{ "q", KEYS_LISTS, "leave", N_("leave it"), N_("leave") },
	{ "Backspace", KEYS_LISTS, "back", N_("back to where you came from"), N_("back") },
	{ "Delete", KEYS_LISTS, "delete", N_("delete the scenario under the cursor (undo brings it back)"), NULL },

	{ "Tab", KEYS_EVERYWHERE, "focus next", N_("to the next panel: levers, assumptions, figures, charts"),
		N_("panel") },
	{ "S-Tab", KEYS_EVERYWHERE, "focus previous", N_("to the panel before"), NULL },
	{ "u", KEYS_EVERYWHERE, "undo", N_("undo, without limit"), N_("undo") },
	{ "C-r", KEYS_EVERYWHERE, "redo", N_("redo"), NULL },
	{ ".", KEYS_EVERYWHERE, "flip", N_("to the state before the last move, and back"), NULL },
	{ "/", KEYS_EVERYWHERE, "find", N_("find a lever, assumption or outcome by its name"), N_("find") },
	{ "n", KEYS_EVERYWHERE, "find next", N_("the next one found"), NULL },
	{ "g", KEYS_EVERYWHERE, "outcome", N_("choose the outcome of the chart"), N_("outcome") },
	{ "1", KEYS_EVERYWHERE, "charts 1", N_("one chart"), N_("charts") },
	{ "2", KEYS_EVERYWHERE, "charts 2", N_("two charts"), NULL },
	{ "4", KEYS_EVERYWHERE, "charts 4", N_("four charts"), NULL },
	{ "d", KEYS_EVERYWHERE, "difference", N_("charts show the difference from what is compared, world by world"),
		NULL },
	{ "<", KEYS_EVERYWHERE, "year -1", N_("a year back"), N_("year") },
	{ ",", KEYS_EVERYWHERE, "year -1", NULL, NULL },
	{ ">", KEYS_EVERYWHERE, "year +1", N_("a year on"), NULL },
	{ "b", KEYS_EVERYWHERE, "compare", N_("choose what is compared against"), N_("compare") },
	{ "p", KEYS_EVERYWHERE, "pin", N_("pin the scenario to the charts, or take its pin away"), N_("pin") },
	{ "x", KEYS_EVERYWHERE, "explain", N_("where the figure under the cursor comes from"), NULL },
	{ "e", KEYS_EVERYWHERE, "edit", N_("edit the rule of the thing under the cursor"), N_("edit") },
	{ "c", KEYS_EVERYWHERE, "view charts", N_("charts"), NULL },
	{ "F2", KEYS_EVERYWHERE, "view charts", NULL, NULL },
	{ "t", KEYS_EVERYWHERE, "view table", N_("table of all outcomes by year"), N_("table") },
	{ "F3", KEYS_EVERYWHERE, "view table", NULL, NULL },
	{ "w", KEYS_EVERYWHERE, "view deciles", N_("winners and losers by income decile"), N_("winners") },
	{ "F4", KEYS_EVERYWHERE, "view deciles", NULL, NULL },
	{ "r", KEYS_EVERYWHERE, "view report", N_("what you set and what came of it, in sentences"), N_("report") },
	{ "F5", KEYS_EVERYWHERE, "view report", NULL, NULL },
	{ "s", KEYS_EVERYWHERE, "view scenarios", N_("scenarios: open, compare, rename, delete"), N_("scenarios") },
	{ "F6", KEYS_EVERYWHERE, "view scenarios", NULL, NULL },
	{ "C", KEYS_EVERYWHERE, "view claims", N_("the essays' figures against their recomputation"), NULL },
	{ "F7", KEYS_EVERYWHERE, "view claims", NULL, NULL },
	{ "M", KEYS_EVERYWHERE, "view messages", N_("errors of rules and scenarios, and what a reload changed"), NULL },
	{ "F8", KEYS_EVERYWHERE, "view messages", NULL, NULL },
	{ "S", KEYS_EVERYWHERE, "save", N_("save the scenario"), N_("save") },
	{ "C-s", KEYS_EVERYWHERE, "save", NULL, NULL },
	{ "K", KEYS_EVERYWHERE, "language", N_("Korean or English"), NULL },
	{ "m", KEYS_EVERYWHERE, "mouse", N_("leave the mouse to the terminal (to select text), or take it back"), NULL },
	{ ":", KEYS_EVERYWHERE, "prompt", N_("type a command; Tab completes it"), N_("command") },
	{ "?", KEYS_EVERYWHERE, "view help", N_("this help"), N_("help") },
	{ "F1", KEYS_EVERYWHERE, "manual", N_("the manual, at what is under the cursor"), NULL },
	{ "T", KEYS_EVERYWHERE, "tour next", N_("the tour of the screen, or its next step"), NULL },
	{ "C-l", KEYS_EVERYWHERE, "redraw", N_("draw the screen afresh"), NULL },
	{ "C-z", KEYS_EVERYWHERE, "stop", N_("to the shell; `fg` comes back"), NULL },
	{ "Esc", KEYS_EVERYWHERE, "back", N_("back"), NULL },
	{ "q", KEYS_EVERYWHERE, "quit", N_("quit; nothing is lost"), N_("quit") },
	{ "C-c", KEYS_EVERYWHERE, "quit", NULL, NULL },
};

struct keymap {
	struct binding *items;
	size_t count, cap;
	size_t shipped;
	char **own;            /* commands of the user's bindings */
	size_t own_count, own_cap;
};

static const char *const place_names[] = { "everywhere", "sliders", "headlines", "charts", "lists" };

const char *keymap_place_name(enum place_of_keys place)
{
	return place_names[place];
}

static void add(struct keymap *keymap, struct binding binding)
{
	keymap->items = xgrow(keymap->items, keymap->count, &keymap->cap, sizeof(*keymap->items));
	keymap->items[keymap->count++] = binding;
}

struct keymap *keymap_new(void)
{
	struct keymap *keymap = xcalloc(1, sizeof(*keymap));

	for (size_t i = 0; i < ARRAY_LEN(table); i++) {
		struct binding binding = { .place = table[i].place, .command = table[i].command, .help = table[i].help,
			.hint = table[i].hint };

		if (!key_parse(table[i].key, &binding.key))
			add(keymap, binding);
	}
	keymap->shipped = keymap->count;
	return keymap;
}

void keymap_free(struct keymap *keymap)
{
	if (!keymap)
		return;
	for (size_t i = 0; i < keymap->own_count; i++)
		free(keymap->own[i]);
	free(keymap->own);
	free(keymap->items);
	free(keymap);
}

static struct binding *find(const struct keymap *keymap, enum place_of_keys place, key_code key)
{
	for (size_t i = keymap->count; i-- > 0;)
		if (keymap->items[i].key == key && keymap->items[i].place == place)
			return &keymap->items[i];
	return NULL;
}

const char *keymap_find(const struct keymap *keymap, enum place_of_keys place, key_code key)
{
	const struct binding *binding = find(keymap, place, key);

	if (!binding)
		binding = find(keymap, KEYS_EVERYWHERE, key);
	if (!binding && key_latin(key) != key)
		return keymap_find(keymap, place, key_latin(key));
	return binding && *binding->command ? binding->command : NULL;
}

/* KEYS_PLACES: there is none of that name. */
static enum place_of_keys find_place(const char *name)
{
	for (size_t i = 0; i < ARRAY_LEN(place_names); i++)
		if (!strcmp(place_names[i], name))
			return (enum place_of_keys)i;
	return KEYS_PLACES;
}

const char *keymap_taken(const struct keymap *keymap, const char *place, const char *key, const char *command)
{
	const enum place_of_keys where = find_place(place);
	const struct binding *old;
	key_code code;

	if (where == KEYS_PLACES || key_parse(key, &code))
		return NULL;
	old = find(keymap, where, code);
	if (!old)
		old = find(keymap, KEYS_EVERYWHERE, code);
	return old && *old->command && strcmp(old->command, command) ? old->command : NULL;
}

int keymap_bind(struct keymap *keymap, const char *place, const char *key, const char *command, struct err *err)
{
	struct binding binding = { .place = find_place(place) };

	if (binding.place == KEYS_PLACES)
		return err_set(err, _("there is no place '%s' for keys; places are everywhere, sliders, headlines, charts, "
			"lists"), place);
	if (key_parse(key, &binding.key))
		return err_set(err, _("there is no key '%s'; keys are written like a, F5, Enter, C-r (with Control), S-Left "
			"(with Shift)"), key);
	keymap->own = xgrow(keymap->own, keymap->own_count, &keymap->own_cap, sizeof(*keymap->own));
	binding.command = keymap->own[keymap->own_count++] = xstrdup(command);
	add(keymap, binding);
	return 0;
}

const struct binding *keymap_at(const struct keymap *keymap, size_t i)
{
	return i < keymap->count ? &keymap->items[i] : NULL;
}

bool keymap_key_of(const struct keymap *keymap, enum place_of_keys place, const char *command, char name[KEY_NAME_MAX])
{
	for (size_t i = 0; i < keymap->count; i++) {
		const struct binding *binding = &keymap->items[i];

		if ((binding->place == place || binding->place == KEYS_EVERYWHERE) && !strcmp(binding->command, command)
		    && find(keymap, binding->place, binding->key) == binding) {
			key_spell(binding->key, name);
			return true;
		}
	}
	return false;
}
