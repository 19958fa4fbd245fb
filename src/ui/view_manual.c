/* SPDX-License-Identifier: MIT
 *
 * The manual, a page at a time, or the list of its pages.
 */
#include "config.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/lang.h"
#include "base/manual.h"
#include "base/manual_words.h"
#include "ui/desk.h"
#include "ui/doc.h"
#include "ui/view.h"

enum { NAME_COLS = 28, LINE_MAX_COLS = 100 };

static void page_list(const struct desk *desk, struct doc *doc)
{
	doc_line(doc);
	doc_put(doc, STYLE(ROLE_HEADING), _("Pages of the manual"));
	for (size_t i = 0; i < manual_count(desk->manual); i++) {
		doc_line(doc);
		doc_put(doc, STYLE(ROLE_TEXT), "  ");
		doc_fit(doc, STYLE(ROLE_LINK), NAME_COLS, TEXT_LEFT, manual_name(desk->manual, i));
		doc_put(doc, STYLE(ROLE_TEXT), manual_title(desk->manual, i));
		doc_stop(doc, "manual %s", manual_name(desk->manual, i));
	}
}

/* Where the word stands that names nothing. */
static void word_list(const struct desk *desk, struct doc *doc)
{
	const struct manual_places *places = &desk->manual_found;

	doc_line(doc);
	doc_put(doc, STYLE(ROLE_HEADING), _("The word stands in"));
	for (size_t i = 0; i < places->count; i++) {
		const char *page = manual_name(desk->manual, places->list[i].page);

		doc_line(doc);
		doc_put(doc, STYLE(ROLE_TEXT), "  ");
		doc_fit(doc, STYLE(ROLE_LINK), NAME_COLS, TEXT_LEFT, page);
		doc_put(doc, STYLE(ROLE_TEXT), places->list[i].section);
		doc_stop(doc, "manual %s %s", page, places->list[i].section);
	}
}

static void text_line(struct doc *doc, const struct manual_line *line)
{
	static const enum role roles[] = { [MANUAL_PLAIN] = ROLE_TEXT, [MANUAL_STRONG] = ROLE_STRONG,
		[MANUAL_EMPHASIS] = ROLE_CODE };
	const char *text = line->text;

	doc_line(doc);
	for (size_t i = 0; i < line->run_count; i++) {
		char *run = xstrndup(text, line->runs[i].bytes);

		doc_put(doc, STYLE(line->level ? ROLE_HEADING : roles[line->runs[i].style]), run);
		text += line->runs[i].bytes;
		free(run);
	}
}

struct doc *view_manual(const struct desk *desk, int width)
{
	struct doc *doc = doc_new(width);
	struct manual_text text;

	if (!desk->manual)
		return doc;
	if (desk->manual_page < 0) {
		if (desk->manual_found.count)
			word_list(desk, doc);
		else
			page_list(desk, doc);
		return doc;
	}
	text = manual_layout(desk->manual, (size_t)desk->manual_page, desk->manual_line, width < LINE_MAX_COLS ? width
		: LINE_MAX_COLS);
	for (size_t i = 0; i < text.count; i++) {
		text_line(doc, &text.lines[i]);
		if (i == text.start)
			doc_stop(doc, "manual pages");
	}
	manual_text_release(&text);
	doc_stop_all(doc);
	return doc;
}
