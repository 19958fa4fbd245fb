/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "scenario/scenario.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/file.h"
#include "base/fingerprint.h"
#include "base/text.h"
#include "model/model.h"
#include "scenario/settings.h"

enum { PATH_CELLS = 200 };

static void replace(char **text, const char *by)
{
	char *copy = xstrdup(by);

	free(*text);
	*text = copy;
}

struct scenario *scenario_new(const char *name)
{
	struct scenario *scenario = xcalloc(1, sizeof *scenario);

	scenario->name = xstrdup(name);
	scenario->path = xstrdup("");
	scenario->date = xstrdup("");
	scenario->rules = xstrdup("");
	scenario->data = xstrdup("");
	scenario->content = xstrdup("");
	scenario->settings = settings_new();
	return scenario;
}

static void add_row(struct scenario *scenario, const char *id, const char *note, int line)
{
	scenario->rows = xgrow(scenario->rows, scenario->row_count, &scenario->row_cap, sizeof *scenario->rows);
	scenario->rows[scenario->row_count++] = (struct scenario_row){ xstrdup(id), xstrdup(note), line };
}

struct scenario *scenario_copy(const struct scenario *scenario)
{
	struct scenario *copy = scenario_new(scenario->name);

	replace(&copy->path, scenario->path);
	replace(&copy->date, scenario->date);
	replace(&copy->rules, scenario->rules);
	replace(&copy->data, scenario->data);
	replace(&copy->content, scenario->content);
	copy->title = text_copy(&scenario->title);
	copy->description = text_copy(&scenario->description);
	settings_free(copy->settings);
	copy->settings = settings_copy(scenario->settings);
	for (size_t i = 0; i < scenario->row_count; i++)
		add_row(copy, scenario->rows[i].id, scenario->rows[i].note, scenario->rows[i].line);
	for (size_t i = 0; i < scenario->comment_count; i++) {
		copy->comments = xgrow(copy->comments, i, &copy->comment_cap, sizeof *copy->comments);
		copy->comments[copy->comment_count++] = xstrdup(scenario->comments[i]);
	}
	copy->read_only = scenario->read_only;
	return copy;
}

void scenario_free(struct scenario *scenario)
{
	if (!scenario)
		return;
	for (size_t i = 0; i < scenario->row_count; i++) {
		free(scenario->rows[i].id);
		free(scenario->rows[i].note);
	}
	for (size_t i = 0; i < scenario->comment_count; i++)
		free(scenario->comments[i]);
	free(scenario->rows);
	free(scenario->comments);
	free(scenario->name);
	free(scenario->path);
	text_release(&scenario->title);
	text_release(&scenario->description);
	free(scenario->date);
	free(scenario->rules);
	free(scenario->data);
	free(scenario->content);
	settings_free(scenario->settings);
	free(scenario);
}

/* ---- files ---- */

static void remember_content(struct scenario *scenario, const char *bytes, size_t length)
{
	struct fingerprint fingerprint = FINGERPRINT_INIT;
	char text[FINGERPRINT_TEXT_MAX];

	fingerprint_add(&fingerprint, "", bytes, length);
	replace(&scenario->content, fingerprint_text(&fingerprint, text));
}

/* "folder/name.csv" -> "name". */
static char *name_of(const char *path)
{
	char *name = file_base(path);
	const size_t length = strlen(name), end = strlen(SCENARIO_END);

	if (length > end && !strcmp(name + length - end, SCENARIO_END))
		name[length - end] = '\0';
	return name;
}

static void take_path(struct scenario *scenario, const char *path)
{
	free(scenario->name);
	scenario->name = name_of(path);
	replace(&scenario->path, path);
}

struct scenario *scenario_load(const char *path, struct err *err)
{
	struct scenario *scenario;
	size_t length;
	char *bytes = file_read(path, FILE_RULES_MAX, &length, err);

	if (!bytes)
		return NULL;
	scenario = scenario_parse(path, bytes, length, err);
	if (scenario) {
		take_path(scenario, path);
		remember_content(scenario, bytes, length);
	}
	free(bytes);
	return scenario;
}

int scenario_save(struct scenario *scenario, const char *path, struct err *err)
{
	size_t length;
	char *bytes = scenario_format(scenario, &length);
	const int status = file_write(path, bytes, length, err);

	if (status == 0) {
		/* `path` may be the scenario's own. */
		char *copy = xstrdup(path);

		take_path(scenario, copy);
		free(copy);
		remember_content(scenario, bytes, length);
	}
	free(bytes);
	return status;
}

/* ---- settings and notes ---- */

void scenario_set_settings(struct scenario *scenario, const struct settings *settings)
{
	struct settings *copy = settings_copy(settings);

	settings_free(scenario->settings);
	scenario->settings = copy;
}

static struct scenario_row *find_row(const struct scenario *scenario, const char *id)
{
	for (size_t i = 0; i < scenario->row_count; i++)
		if (!strcmp(scenario->rows[i].id, id))
			return &scenario->rows[i];
	return NULL;
}

const char *scenario_note(const struct scenario *scenario, const char *id)
{
	const struct scenario_row *row = find_row(scenario, id);

	return row ? row->note : "";
}

void scenario_set_note(struct scenario *scenario, const char *id, const char *note)
{
	struct scenario_row *row = find_row(scenario, id);

	if (row)
		replace(&row->note, note);
	else
		add_row(scenario, id, note, 0);
}

/* ---- with a model ---- */

void scenario_disown(struct scenario *scenario)
{
	free(scenario->content);
	scenario->content = xstrdup("");
}

void scenario_stamp(struct scenario *scenario, const struct model *model, const char *date)
{
	replace(&scenario->date, date);
	replace(&scenario->rules, model_fingerprint(model));
	replace(&scenario->data, model_data_fingerprint(model));
}

const char *scenario_title(const struct scenario *scenario, enum lang lang)
{
	const char *title = text_in(&scenario->title, lang);

	return *title ? title : scenario->name;
}

/* Other fingerprints than the model's; a file that carries none was made by hand and says nothing. */
static bool differs(const char *made, const char *now)
{
	return *made && *now && strcmp(made, now) != 0;
}

size_t scenario_warnings(const struct scenario *scenario, const struct model *model, struct diags *diags)
{
	const bool rules = differs(scenario->rules, model_fingerprint(model));
	const bool data = differs(scenario->data, model_data_fingerprint(model));
	const char *name = *scenario->path ? scenario->path : scenario->name;
	char *file = text_quote(name, strlen(name), PATH_CELLS);
	size_t warnings = rules || data;

	if (rules && data)
		diags_add(diags, file, 0,
			_("was made under other rules and other data than these; its results may differ from then"));
	else if (rules)
		diags_add(diags, file, 0, _("was made under other rules than these; its results may differ from then"));
	else if (data)
		diags_add(diags, file, 0, _("was made with other data than these; its results may differ from then"));
	for (size_t i = 0; i < settings_count(scenario->settings); i++) {
		const char *id = settings_id(scenario->settings, i);
		const struct scenario_row *row = find_row(scenario, id);
		struct err err;

		if (settings_check(model, id, settings_value(scenario->settings, i), &err) == 0)
			continue;
		diags_add(diags, file, row ? row->line : 0, _("left out: %s"), err.text);
		warnings++;
	}
	free(file);
	return warnings;
}
