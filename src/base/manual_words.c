/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/manual_words.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/manual.h"

enum { UNBROKEN = 10000 };   /* cells: a paragraph stays on one line */

static bool is_of_word(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

static bool has_word(const char *text, const char *word)
{
	const size_t length = strlen(word);

	for (const char *at = strcasestr(text, word); at; at = strcasestr(at + 1, word)) {
		const bool joined_before = at > text && is_of_word(at[-1]) && is_of_word(word[0]);
		const bool joined_behind = is_of_word(word[length - 1]) && is_of_word(at[length]);

		if (!joined_before && !joined_behind)
			return true;
	}
	return false;
}

static void add_place(struct manual_places *places, size_t page, const char *section)
{
	for (size_t i = 0; i < places->count; i++)
		if (places->list[i].page == page && !strcmp(places->list[i].section, section))
			return;
	places->list = xgrow(places->list, places->count, &places->cap, sizeof *places->list);
	places->list[places->count++] = (struct manual_place){ page, xstrdup(section) };
}

static void find_in_page(struct manual_places *places, const struct manual *manual, size_t page, const char *word)
{
	struct manual_text text = manual_layout(manual, page, 0, UNBROKEN);
	const char *section = "";

	for (size_t i = 0; i < text.count && places->count < MANUAL_PLACES_MAX; i++) {
		const struct manual_line *line = &text.lines[i];

		if (line->level)
			section = line->text + strspn(line->text, " ");
		if (*section && has_word(line->text, word))
			add_place(places, page, section);
	}
	manual_text_release(&text);
}

struct manual_places manual_places(const struct manual *manual, const char *word)
{
	struct manual_places places = { NULL, 0, 0 };

	for (size_t i = 0; i < manual_count(manual) && *word; i++)
		find_in_page(&places, manual, i, word);
	return places;
}

void manual_places_release(struct manual_places *places)
{
	for (size_t i = 0; i < places->count; i++)
		free(places->list[i].section);
	free(places->list);
	*places = (struct manual_places){ NULL, 0, 0 };
}
