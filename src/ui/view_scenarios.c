/* SPDX-License-Identifier: MIT
 *
 * The list of scenarios, and of the user's other sessions.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/lang.h"
#include "scenario/scenario.h"
#include "scenario/session.h"
#include "scenario/session_others.h"
#include "scenario/shelf.h"
#include "ui/doc.h"
#include "ui/look.h"
#include "ui/view.h"

enum { NAME_COLS = 30, DATE_COLS = 12, TIME_COLS = 18 };

/* The one under the cursor has all of its description below it. */
static void scenario_line(const struct desk *desk, struct doc *doc, const struct shelf_item *item, bool selected)
{
	const char *about = item->fault ? item->fault : text_in(&item->description, desk->lang);
	const char *title = text_in(&item->title, desk->lang);
	const bool open = !strcmp(item->name, desk->scenario->name);

	doc_line(doc);
	doc_put(doc, STYLE(ROLE_CURRENT), open ? look_glyph(desk, " * ", " \u25CF ") : "   ");
	doc_fit(doc, STYLE(open ? ROLE_STRONG : ROLE_TEXT), NAME_COLS, TEXT_LEFT, *title ? title : item->name);
	doc_put(doc, STYLE(ROLE_DIM), " ");
	doc_fit(doc, STYLE(ROLE_DIM), DATE_COLS, TEXT_LEFT, item->read_only ? _("shipped") : item->date);
	if (!selected)
		doc_put(doc, STYLE(item->fault ? ROLE_BAD : ROLE_DIM), about);
	doc_stop(doc, "open %s", item->name);
	if (selected && *about)
		doc_wrap(doc, STYLE(item->fault ? ROLE_BAD : ROLE_TEXT), 5, about, false);
}

static const char *title_of(const struct desk *desk, const struct shelf_list *list, const char *name)
{
	for (size_t i = 0; i < list->count; i++)
		if (!strcmp(list->items[i].name, name) && *text_in(&list->items[i].title, desk->lang))
			return text_in(&list->items[i].title, desk->lang);
	return name;
}

static void session_line(const struct desk *desk, struct doc *doc, const struct shelf_list *list,
	const struct session_other *other)
{
	const char *name = *other->scenario ? title_of(desk, list, other->scenario) : other->set ? _("unnamed")
		: _("baseline");
	char date[32];
	struct tm time;

	localtime_r(&other->used.tv_sec, &time);
	strftime(date, sizeof(date), "%Y-%m-%d %H:%M", &time);
	doc_line(doc);
	doc_put(doc, STYLE(ROLE_DIM), "   ");
	doc_fit(doc, STYLE(ROLE_TEXT), NAME_COLS, TEXT_LEFT, name);
	doc_put(doc, STYLE(ROLE_DIM), " ");
	doc_fit(doc, STYLE(ROLE_DIM), TIME_COLS, TEXT_LEFT, date);
	if (other->use != SESSION_ENDED)
		doc_putf(doc, STYLE(ROLE_WARNING), "%s, ", other->use == SESSION_OPEN ? _("open in another window")
			: _("cut off"));
	doc_putf(doc, STYLE(ROLE_DIM), ngettext("%zu step", "%zu steps", other->steps), other->steps);
	doc_stop(doc, "session %s", other->number);
}

/* Sessions of other windows, now and before. */
static void session_lines(const struct desk *desk, struct doc *doc, const struct shelf_list *list)
{
	const struct session_others *others = session_others(desk->session);

	if (!others->count)
		return;
	doc_line(doc);
	doc_line(doc);
	doc_put(doc, STYLE(ROLE_HEADING), _("Other sessions: Enter goes on with one where it was left"));
	for (size_t i = 0; i < others->count; i++)
		session_line(desk, doc, list, &others->items[i]);
}

struct doc *view_scenarios(const struct desk *desk, int width)
{
	struct doc *doc = doc_new(width);
	struct shelf_list list = { NULL, 0, 0 };

	doc_wrap(doc, STYLE(ROLE_DIM), 1, _("Enter opens, p pins, Delete deletes; :save NAME saves what is on the "
		"screen, :rename and :describe change it"),
	         false);
	doc_line(doc);
	doc_head(doc);
	if (desk->shelf)
		shelf_list(desk->shelf, &list, NULL);
	for (size_t i = 0; i < list.count; i++)
		scenario_line(desk, doc, &list.items[i], (int)i == desk->line[VIEW_SCENARIOS]);
	session_lines(desk, doc, &list);
	shelf_list_release(&list);
	return doc;
}

char *view_scenario_name(const struct desk *desk)
{
	struct doc *doc;
	const char *command;
	char *name = NULL;

	if (desk->view != VIEW_SCENARIOS || desk->focus != FOCUS_VIEW)
		return NULL;
	doc = view_scenarios(desk, 80);
	command = doc_command(doc, desk->line[VIEW_SCENARIOS]);
	if (command && !strncmp(command, "open ", 5))
		name = xstrdup(command + 5);
	doc_free(doc);
	return name;
}
