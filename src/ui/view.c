/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/view.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/lang.h"
#include "model/model.h"
#include "ui/charts.h"
#include "ui/doc.h"
#include "ui/frame.h"

static const struct view_type {
	const char *name, *title;
	bool is_wide;
	enum place_of_keys keys;
	struct doc *(*document)(const struct desk *desk, int width);
	/* of what is no document */
	void (*draw)(const struct desk *desk, struct area area, struct frame *frame);
	int (*stops)(const struct desk *desk);               /* NULL: none */
	int (*variable)(const struct desk *desk, int stop);
} types[VIEW_COUNT] = {
	[VIEW_CHARTS] = { .name = "charts", .title = N_("Charts"), .keys = KEYS_CHARTS, .draw = charts_draw },
	[VIEW_TABLE] = { .name = "table", .title = N_("Table"), .keys = KEYS_LISTS, .document = view_table },
	[VIEW_DECILES] = { .name = "deciles", .title = N_("Winners and losers"), .keys = KEYS_LISTS, .draw = view_deciles,
		.stops = view_decile_count, .variable = view_decile },
	[VIEW_REPORT] = { .name = "report", .title = N_("What you set and what came of it"), .is_wide = true, .keys = KEYS_LISTS,
		.document = view_report },
	[VIEW_CLAIMS] = { .name = "claims", .title = N_("The essays' figures"), .is_wide = true, .keys = KEYS_LISTS,
		.document = view_claims },
	[VIEW_SCENARIOS] = { .name = "scenarios", .title = N_("Scenarios"), .is_wide = true, .keys = KEYS_LISTS,
		.document = view_scenarios },
	[VIEW_EXPLAIN] = { .name = "explain", .title = N_("Where it comes from"), .is_wide = true, .keys = KEYS_LISTS,
		.document = view_explain },
	[VIEW_MESSAGES] = { .name = "messages", .title = N_("Messages"), .is_wide = true, .keys = KEYS_LISTS,
		.document = view_messages },
	[VIEW_HELP] = { .name = "help", .title = N_("Help"), .is_wide = true, .keys = KEYS_LISTS, .document = view_help },
	[VIEW_MANUAL] = { .name = "manual", .title = N_("Manual"), .is_wide = true, .keys = KEYS_LISTS, .document = view_manual },
};

const char *view_name(enum view view)
{
	return types[view].name;
}

const char *view_title(const struct desk *desk)
{
	return _(types[desk->view].title);
}

int view_parse(const char *name, enum view *view)
{
	for (int i = 0; i < VIEW_COUNT; i++)
		if (!strcmp(types[i].name, name)) {
			*view = (enum view)i;
			return 0;
		}
	return -1;
}

bool view_is_wide(enum view view)
{
	return types[view].is_wide;
}

enum place_of_keys view_keys(enum view view)
{
	return types[view].keys;
}

bool view_takes_focus(enum view view)
{
	return types[view].document;
}

/* A negative line is the first that leads anywhere. */
static int selected(const struct desk *desk, const struct doc *doc)
{
	const int stops = doc_stops(doc), line = desk->line[desk->view];

	/* An explanation begins with what it explains: what lies below the screen is not gone to unasked. */
	for (int i = 0; line < 0 && i < stops; i++)
		if (doc_command(doc, i))
			return desk->view == VIEW_EXPLAIN && doc_stop_line(doc, i) >= desk->page_view ? 0 : i;
	return line < 0 ? 0 : line < stops ? line : stops - 1;
}

void view_draw(const struct desk *desk, struct area area, struct frame *frame)
{
	const struct view_type *type = &types[desk->view];
	const bool focused = desk->focus == FOCUS_VIEW;
	int *top = &frame->top[desk->view];
	struct doc *doc;

	if (frame->tops != desk->tops)
		*top = 0;
	if (frame->jumps != desk->jumps)
		*top = INT_MAX;
	frame->tops = desk->tops;
	frame->jumps = desk->jumps;
	frame->page_view = area.rows;
	frame->view_cols = area.cols;
	frame_add(frame, REGION_SCROLL, area, FOCUS_VIEW, "%s", "");
	if (!type->document) {
		type->draw(desk, area, frame);
		return;
	}
	doc = type->document(desk, area.cols);
	doc_draw(doc, area, selected(desk, doc), focused ? GROUND_SELECTED : GROUND_PALE, top);
	for (int i = 0; i < doc_stops(doc); i++)
		frame_add(frame, REGION_COMMAND, doc_stop_area(doc, area, *top, i), i, "line %d", i);
	doc_free(doc);
}

/* The line under the cursor of what is no document, which may have fewer of them than it had. */
static int chosen(const struct desk *desk)
{
	const int last = view_stops(desk) - 1, line = desk->line[desk->view];

	return line > last ? last : line < 0 ? 0 : line;
}

int view_line(const struct desk *desk)
{
	struct doc *doc;
	int line;

	if (!types[desk->view].document)
		return chosen(desk);
	doc = types[desk->view].document(desk, desk->view_cols);
	line = selected(desk, doc);
	doc_free(doc);
	return line;
}

int view_stops(const struct desk *desk)
{
	struct doc *doc;
	int stops;

	if (types[desk->view].stops)
		return types[desk->view].stops(desk);
	if (!types[desk->view].document)
		return 0;
	doc = types[desk->view].document(desk, desk->view_cols);
	stops = doc_stops(doc);
	doc_free(doc);
	return stops;
}

int view_page(const struct desk *desk, int direction)
{
	struct doc *doc;
	int line;

	if (!types[desk->view].document)
		return 0;
	doc = types[desk->view].document(desk, desk->view_cols);
	line = doc_page(doc, desk->page_view, desk->view_top, selected(desk, doc), direction);
	doc_free(doc);
	return line;
}

int view_scroll(const struct desk *desk, int top)
{
	struct doc *doc;

	if (!types[desk->view].document)
		return 0;
	doc = types[desk->view].document(desk, desk->view_cols);
	top = doc_scroll(doc, desk->page_view, selected(desk, doc), top);
	doc_free(doc);
	return top;
}

int view_find(const struct desk *desk, const char *text, int direction)
{
	struct doc *doc;
	int line;

	if (!types[desk->view].document)
		return -1;
	doc = types[desk->view].document(desk, desk->view_cols);
	line = doc_find(doc, selected(desk, doc), text, direction);
	doc_free(doc);
	return line;
}

char *view_command(const struct desk *desk)
{
	const struct view_type *type = &types[desk->view];
	struct doc *doc;
	const char *command;
	char *copy = NULL;

	if (type->variable && view_stops(desk))
		return xasprintf("explain %s", model_variable(desk->model, type->variable(desk, view_line(desk)))->id);
	if (!type->document)
		return NULL;
	doc = type->document(desk, desk->view_cols);
	command = doc_command(doc, selected(desk, doc));
	if (command)
		copy = xstrdup(command);
	doc_free(doc);
	return copy;
}

int view_variable(const struct desk *desk)
{
	char *command = desk->focus == FOCUS_VIEW ? view_command(desk) : NULL;
	int variable = desk_selected(desk);

	if (variable < 0 && command && !strncmp(command, "explain ", 8))
		variable = model_find(desk->model, command + 8);
	free(command);
	return variable;
}
