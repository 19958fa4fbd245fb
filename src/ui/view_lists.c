/* SPDX-License-Identifier: MIT
 *
 * The lists: claims, messages, help.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/diags.h"
#include "base/lang.h"
#include "base/unit.h"
#include "model/model.h"
#include "scenario/scenario.h"
#include "scenario/session.h"
#include "ui/book.h"
#include "ui/news.h"
#include "ui/command.h"
#include "ui/doc.h"
#include "ui/keymap.h"
#include "ui/look.h"
#include "ui/view.h"

static void heading(struct doc *doc, const char *text)
{
	if (doc_column(doc) || doc_stops(doc))
		doc_line(doc);
	doc_line(doc);
	doc_hang(doc, STYLE(ROLE_HEADING), 0, text);
}

/* ---- claims ---- */

enum { CLAIM_VALUE = 20, CLAIM_MARK = 10 };

static const char *verdict_label(const struct desk *desk, enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_YES: return desk->glyphs == GLYPHS_ASCII ? _("agrees") : _("\u2713 agrees");
	case VERDICT_APPROX: return desk->glyphs == GLYPHS_ASCII ? _("about") : _("\u2248 about");
	case VERDICT_NO: return desk->glyphs == GLYPHS_ASCII ? _("differs") : _("\u2717 differs");
	}
	return "";
}

static void claim_input(const struct desk *desk, struct doc *doc, const struct claim_input *input)
{
	struct buf text = BUF_INIT;

	buf_addf(&text, "%s = ", input->name);
	unit_format(&text, input->value, input->unit ? input->unit : "", desk->lang, 6);
	if (input->source)
		buf_addf(&text, "  (%s)", input->source);
	doc_wrap(doc, STYLE(ROLE_CODE), 6, buf_text(&text), false);
	buf_release(&text);
}

/* The claim under the cursor is opened: its whole text if its line was cut, the two figures, the inputs, the note. */
static void claim_detail(const struct desk *desk, struct doc *doc, const struct claim *claim, bool was_cut)
{
	struct buf stated = BUF_INIT, value = BUF_INIT;

	if (was_cut)
		doc_wrap(doc, STYLE(ROLE_STRONG), 4, text_in(&claim->text, desk->lang), true);
	unit_format(&stated, claim->stated, claim->unit, desk->lang, 5);
	doc_line(doc);
	doc_putf(doc, STYLE(ROLE_TEXT), _("    stated: %s"), buf_text(&stated));
	if (isfinite(claim->value)) {
		unit_format(&value, claim->value, claim->unit, desk->lang, 5);
		doc_putf(doc, STYLE(ROLE_TEXT), _("   recomputed: %s"), buf_text(&value));
	}
	if (claim->is_judged)
		doc_put(doc, STYLE(ROLE_DIM), _("   (judged by the authors)"));
	for (size_t i = 0; i < claim->input_count; i++)
		claim_input(desk, doc, &claim->inputs[i]);
	if (*text_in(&claim->note, desk->lang))
		doc_wrap(doc, STYLE(ROLE_DIM), 4, text_in(&claim->note, desk->lang), true);
	if (claim->declared.file) {
		doc_line(doc);
		look_place(desk, doc, &claim->declared);
	}
	if (desk->book && claim->equation.line) {
		char *lines = book_lines(desk->book, &claim->equation);

		look_code(doc, lines);
		free(lines);
	}
	buf_release(&stated);
	buf_release(&value);
}

static void claim_line(const struct desk *desk, struct doc *doc, const struct claim *claim, bool open)
{
	const enum role role = claim->verdict == VERDICT_YES ? ROLE_GOOD : claim->verdict == VERDICT_NO ? ROLE_BAD
		: ROLE_WARNING;
	struct buf stated = BUF_INIT;

	doc_line(doc);
	doc_put(doc, STYLE(ROLE_TEXT), " ");
	doc_fit(doc, STYLE(role), CLAIM_MARK, TEXT_LEFT, verdict_label(desk, claim->verdict));
	unit_format(&stated, claim->stated, claim->unit, desk->lang, 4);
	doc_fit(doc, STYLE(ROLE_STRONG), CLAIM_VALUE, TEXT_RIGHT, buf_text(&stated));
	doc_put(doc, STYLE(ROLE_TEXT), "  ");
	doc_put(doc, STYLE(ROLE_TEXT), text_in(&claim->text, desk->lang));
	doc_stop(doc, "edit-claim %s", claim->id);
	if (open)
		claim_detail(desk, doc, claim, doc_column(doc) > doc_width(doc));
	buf_release(&stated);
}

struct doc *view_claims(const struct desk *desk, int width)
{
	struct doc *doc = doc_new(width);
	int essay = -1;

	if (!model_claim_count(desk->model)) {
		doc_line(doc);
		doc_put(doc, STYLE(ROLE_DIM), _("these rules declare no claims"));
	}
	for (size_t i = 0; i < model_claim_count(desk->model); i++) {
		const struct claim *claim = model_claim(desk->model, i);

		if (claim->essay != essay) {
			char *title = xasprintf(_("Essay %d"), claim->essay);

			heading(doc, title);
			free(title);
			essay = claim->essay;
		}
		claim_line(desk, doc, claim, (int)i == desk->line[VIEW_CLAIMS]);
	}
	return doc;
}

/* ---- messages ---- */

static void diag_lines(struct doc *doc, const struct diags *diags, enum role role)
{
	for (size_t i = 0; i < diags->count; i++) {
		char *line = diags_line(diags, i);

		doc_wrap(doc, STYLE(role), 2, line, false);
		free(line);
	}
}

/* Of the start, and of the scenario in hand under the rules as they are now. */
static void remarks(const struct desk *desk, struct doc *doc)
{
	struct diags of_scenario = DIAGS_INIT;

	scenario_warnings(desk->scenario, desk->model, &of_scenario);
	if (desk->notices[desk->lang].count + of_scenario.count)
		heading(doc, _("Remarks"));
	diag_lines(doc, &desk->notices[desk->lang], ROLE_WARNING);
	diag_lines(doc, &of_scenario, ROLE_WARNING);
	diags_release(&of_scenario);
}

/* What is to be known of other windows, in full. */
static void sessions(const struct desk *desk, struct doc *doc)
{
	const struct session_start *start = session_start(desk->session);
	char *text;

	if (!start->open && !start->cut)
		return;
	heading(doc, _("Sessions"));
	if (start->open)
		doc_wrap(doc, STYLE(ROLE_TEXT), 2, _("Another window of the explorer was open when this one began. Each has a "
			"session of its own: what is done here is undone here, and both are kept. Scenarios and rules are shared, but "
			"nothing that another window saved is written over unasked."), false);
	if (start->cut) {
		text = xasprintf(ngettext("%zu other session was cut off before it was ended. s lists it below the scenarios, and "
			"Enter goes on with it.", "%zu other sessions were cut off before they were ended. s lists them below the "
			"scenarios, and Enter goes on with one.", start->cut), start->cut);
		doc_wrap(doc, STYLE(ROLE_TEXT), 2, text, false);
		free(text);
	}
}

struct doc *view_messages(const struct desk *desk, int width)
{
	struct doc *doc = doc_new(width);
	const struct diags *mistakes = desk->book ? book_mistakes(desk->book) : NULL;
	const char *fault = session_fault(desk->session);

	if (mistakes && mistakes->count) {
		heading(doc, _("The rules have mistakes; the last right ones are still running. e edits the first."));
		diag_lines(doc, mistakes, ROLE_BAD);
	}
	if (fault) {
		heading(doc, _("What you do is not being kept"));
		doc_wrap(doc, STYLE(ROLE_BAD), 2, fault, false);
	}
	sessions(desk, doc);
	remarks(desk, doc);
	if (desk->news)
		news_put(desk->news, desk, doc);
	if (!doc_lines(doc)) {
		doc_line(doc);
		doc_put(doc, STYLE(ROLE_DIM), _("There is nothing to say: the rules are right, everything is kept."));
	}
	doc_stop_all(doc);
	return doc;
}

/* ---- help ---- */

enum { KEY_COLS = 20, COMMAND_COLS = 30 };

static const char *place_title(enum place_of_keys place)
{
	switch (place) {
	case KEYS_EVERYWHERE: return _("Everywhere");
	case KEYS_SLIDERS: return _("On sliders");
	case KEYS_HEADLINES: return _("On the figures");
	case KEYS_CHARTS: return _("On charts");
	case KEYS_LISTS: return _("In lists and texts");
	default: return "";
	}
}

/* All keys that do the same in the same place. */
static void key_line(const struct desk *desk, struct doc *doc, const struct binding *binding)
{
	struct buf keys = BUF_INIT;
	const struct binding *other;
	char name[KEY_NAME_MAX];

	for (size_t i = 0; (other = keymap_at(desk->keymap, i)); i++) {
		const char *now = keymap_find(desk->keymap, other->place, other->key);

		if (other->place == binding->place && !strcmp(other->command, binding->command) && now && !strcmp(now,
			other->command))
			buf_addf(&keys, "%s%s", keys.len ? "  " : "", key_spell(other->key, name));
	}
	if (keys.len) {
		doc_line(doc);
		doc_put(doc, STYLE(ROLE_TEXT), "  ");
		doc_fit(doc, STYLE(ROLE_KEY), KEY_COLS, TEXT_LEFT, buf_text(&keys));
		doc_hang(doc, STYLE(ROLE_TEXT), 0, binding->help ? _(binding->help) : binding->command);
	}
	buf_release(&keys);
}

/* Of bindings of the same command in the same place the first that has a help text stands for all. */
static bool is_first(const struct desk *desk, size_t at)
{
	const struct binding *binding = keymap_at(desk->keymap, at);

	for (size_t i = 0; i < at; i++) {
		const struct binding *other = keymap_at(desk->keymap, i);

		if (other->place == binding->place && !strcmp(other->command, binding->command))
			return false;
	}
	return *binding->command;
}

static void command_lines(struct doc *doc)
{
	const struct command *command;

	heading(doc, _("Commands, to be typed after :"));
	for (size_t i = 0; (command = command_at(i)); i++) {
		struct buf name = BUF_INIT;

		buf_addf(&name, "%s %s", command->name, *command->usage ? _(command->usage) : "");
		doc_line(doc);
		doc_put(doc, STYLE(ROLE_TEXT), "  ");
		doc_fit(doc, STYLE(ROLE_KEY), COMMAND_COLS, TEXT_LEFT, buf_text(&name));
		doc_hang(doc, STYLE(ROLE_TEXT), 0, _(command->help));
		buf_release(&name);
	}
}

static const enum place_of_keys help_order[] = { KEYS_SLIDERS, KEYS_HEADLINES, KEYS_CHARTS, KEYS_LISTS,
	KEYS_EVERYWHERE };

struct doc *view_help(const struct desk *desk, int width)
{
	struct doc *doc = doc_new(width);

	doc_wrap(doc, STYLE(ROLE_TEXT), 0, _("Move a lever and everything follows at once. The line is the central "
		"world; the bands hold half and nine "
	         "tenths of many worlds, drawn from the assumptions. Esc goes back from anywhere."), false);
	doc_wrap(doc, STYLE(ROLE_TEXT), 0, desk->glyphs == GLYPHS_ASCII
		? _("An exclamation mark before a change: it is for the worse.")
		: _("Hollow triangles before changes: they are for the worse."), false);
	for (size_t p = 0; p < ARRAY_LEN(help_order); p++) {
		const struct binding *binding;

		heading(doc, place_title(help_order[p]));
		for (size_t i = 0; (binding = keymap_at(desk->keymap, i)); i++)
			if (binding->place == help_order[p] && is_first(desk, i))
				key_line(desk, doc, binding);
	}
	command_lines(doc);
	doc_stop_all(doc);
	return doc;
}
