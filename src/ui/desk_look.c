/* SPDX-License-Identifier: MIT
 *
 * What is kept beside the settings on the screen, pins and what is compared with, and how one looks at all of it, over
 * restarts.
 */
#include "config.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/lang.h"
#include "base/number.h"
#include "scenario/scenario.h"
#include "scenario/session.h"
#include "scenario/settings.h"
#include "scenario/shelf.h"
#include "ui/desk.h"
#include "ui/desk_priv.h"

/* ---- kept settings ---- */

static void drop(struct kept *kept)
{
	desk_set_text(&kept->name, NULL);
	for (int lang = 0; lang < LANG_COUNT; lang++)
		desk_set_text(&kept->title[lang], NULL);
	settings_free(kept->settings);
	kept->settings = NULL;
}

/* Titles in every language, so that they follow a switch of it; read once, not at each drawing. */
static void keep(const struct desk *desk, struct kept *kept, const char *name, const struct settings *settings)
{
	struct scenario *scenario = *name && desk->shelf ? shelf_load(desk->shelf, name, NULL) : NULL;
	struct settings *copy = settings_copy(settings);

	drop(kept);
	kept->name = xstrdup(name);
	kept->settings = copy;
	if (scenario && settings_equal(scenario->settings, settings))
		for (int lang = 0; lang < LANG_COUNT; lang++)
			kept->title[lang] = xstrdup(scenario_title(scenario, (enum lang)lang));
	scenario_free(scenario);
}

void desk_pin(struct desk *desk, int i, const char *name, const struct settings *settings)
{
	keep(desk, &desk->pins[i], name, settings);
}

void desk_unpin(struct desk *desk, int i)
{
	drop(&desk->pins[i]);
}

void desk_compare(struct desk *desk, const char *name, const struct settings *settings)
{
	keep(desk, &desk->compared, name, settings);
	desk->compare = COMPARE_SETTINGS;
}

void desk_free_kept(struct desk *desk)
{
	for (int i = 0; i < PINS_MAX; i++)
		drop(&desk->pins[i]);
	drop(&desk->compared);
}

static const char *kept_name(const struct kept *kept, enum lang lang, const char *unnamed)
{
	return kept->title[lang] ? kept->title[lang] : *kept->name ? kept->name : unnamed;
}

const char *desk_pin_name(const struct desk *desk, int i)
{
	static const char *const unnamed[PINS_MAX] = { N_("pin 1"), N_("pin 2"), N_("pin 3"), N_("pin 4"), N_("pin 5"),
		N_("pin 6") };

	return kept_name(&desk->pins[i], desk->lang, _(unnamed[i]));
}

const char *desk_compared_name(const struct desk *desk)
{
	if (desk->compare == COMPARE_SETTINGS)
		return kept_name(&desk->compared, desk->lang, _("as it was"));
	return desk->compare == COMPARE_POLICY ? _("today's policy, same assumptions") : _("baseline");
}

/* ---- over restarts ---- */

static void keep_number(struct desk *desk, const char *key, int number)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", number);
	session_set_view(desk->session, key, text);
}

/* Kept settings as one line: the name and `id=value`, parted by tabs; a tab alone for those of no name that are all at
 * default. */
static void keep_settings(struct desk *desk, const char *key, const struct kept *kept)
{
	struct buf line = BUF_INIT;

	if (kept->name) {
		buf_add(&line, kept->name);
		for (size_t i = 0; i < settings_count(kept->settings); i++) {
			char number[NUMBER_TEXT_MAX];

			buf_addf(&line, "\t%s=%s", settings_id(kept->settings, i),
				number_exact(settings_value(kept->settings, i), number));
		}
		if (!line.len)
			buf_add_char(&line, '\t');
	}
	session_set_view(desk->session, key, line.len ? buf_text(&line) : NULL);
	buf_release(&line);
}

/* The reverse: settings and `*name`, both the caller's; NULL if there are none. */
static struct settings *recall_settings(const struct desk *desk, const char *key, char **name)
{
	const char *line = session_view(desk->session, key);
	struct settings *settings;

	if (!line)
		return NULL;
	settings = settings_new();
	*name = xstrndup(line, strcspn(line, "\t"));
	for (line += strcspn(line, "\t"); *line == '\t'; line += strcspn(line, "\t")) {
		const size_t length = strcspn(++line, "=\t"), end = strcspn(line, "\t");
		char *id = xstrndup(line, length), *number = length < end ? xstrndup(line + length + 1, end - length - 1)
			: xstrdup("");
		double value;

		if (!number_parse(number, &value, NULL))
			settings_set(settings, id, value);
		free(id);
		free(number);
	}
	return settings;
}

void desk_keep_look(struct desk *desk)
{
	char key[24];

	session_set_view(desk->session, "lever", desk->lever);
	session_set_view(desk->session, "assumption", desk->uncertainty);
	keep_number(desk, "year", (int)lround(desk_year(desk)));
	keep_number(desk, "charts", desk->chart_count);
	keep_number(desk, "difference", desk->difference);
	for (int i = 0; i < CHARTS_MAX; i++) {
		snprintf(key, sizeof(key), "chart%d", i + 1);
		session_set_view(desk->session, key, desk->chart_outcome[i]);
	}
	keep_number(desk, "compare", desk->compare);
	keep_settings(desk, "compared", &desk->compared);
	for (int i = 0; i < PINS_MAX; i++) {
		snprintf(key, sizeof(key), "pin%d", i + 1);
		keep_settings(desk, key, &desk->pins[i]);
	}
}

static int recall_number(const struct desk *desk, const char *key, int fallback)
{
	const char *text = session_view(desk->session, key);

	return text ? number_whole(text, INT_MIN, INT_MAX) : fallback;
}

static bool recall_kept(struct desk *desk, struct kept *kept, const char *key)
{
	char *name;
	struct settings *settings = recall_settings(desk, key, &name);

	if (!settings)
		return false;
	keep(desk, kept, name, settings);
	settings_free(settings);
	free(name);
	return true;
}

static void recall_comparison(struct desk *desk)
{
	const int compare = recall_number(desk, "compare", COMPARE_BASELINE);
	const bool known = recall_kept(desk, &desk->compared, "compared");

	desk->compare = compare == COMPARE_POLICY || (compare == COMPARE_SETTINGS && known) ? (enum compare)compare
		: COMPARE_BASELINE;
}

void desk_recall_look(struct desk *desk)
{
	const int charts = recall_number(desk, "charts", desk->chart_count);
	char key[24];

	desk_set_text(&desk->lever, session_view(desk->session, "lever"));
	desk_set_text(&desk->uncertainty, session_view(desk->session, "assumption"));
	desk->chart_count = charts == 2 || charts == 4 ? charts : 1;
	desk->difference = recall_number(desk, "difference", 0);
	recall_comparison(desk);
	for (int i = 0; i < CHARTS_MAX; i++) {
		snprintf(key, sizeof(key), "chart%d", i + 1);
		desk_set_text(&desk->chart_outcome[i], session_view(desk->session, key));
	}
	for (int i = 0; i < PINS_MAX; i++) {
		snprintf(key, sizeof(key), "pin%d", i + 1);
		recall_kept(desk, &desk->pins[i], key);
	}
	desk_mend_cursor(desk);
	desk->record = runner_record_near(desk->runner, recall_number(desk, "year", (int)lround(desk_year(desk))));
}

void desk_recall_all(struct desk *desk)
{
	scenario_free(desk->scenario);
	desk->scenario = scenario_new("");
	desk->flipped = false;
	desk_free_kept(desk);
	desk_recall(desk);
	desk_recall_look(desk);
}
