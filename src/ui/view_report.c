/* SPDX-License-Identifier: MIT
 *
 * Report: what was set and what came of it, in sentences ready to be copied.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/lang.h"
#include "base/number.h"
#include "base/unit.h"
#include "model/model.h"
#include "scenario/scenario.h"
#include "scenario/settings.h"
#include "ui/doc.h"
#include "ui/look.h"
#include "ui/view.h"

/* A sentence about a variable leads to where its figures come from; `id` NULL: about none. */
static void sentence(struct doc *doc, enum role role, const struct buf *text, const char *id)
{
	doc_wrap(doc, STYLE(role), 2, buf_text(text), false);
	if (id)
		doc_stop(doc, "explain %s", id);
	else
		doc_stop(doc, NULL);
}

static void heading(struct doc *doc, const char *text)
{
	doc_line(doc);
	doc_line(doc);
	doc_put(doc, STYLE(ROLE_HEADING), text);
}

static void add_value(const struct desk *desk, struct buf *text, const struct variable *v, double value)
{
	struct buf room = BUF_INIT;

	if (v->is_switch)
		buf_add(text, unit_switch_label(v->unit, value >= 0.5, desk->lang, &room));
	else
		unit_format(text, value, v->unit, desk->lang, 4);
	buf_release(&room);
}

/* "Land levy: 2.5 %, instead of 0 %." */
static void setting(const struct desk *desk, struct doc *doc, const struct variable *v, double value)
{
	struct buf text = BUF_INIT, now = BUF_INIT, before = BUF_INIT;

	add_value(desk, &now, v, value);
	add_value(desk, &before, v, v->value);
	if (fabs(value - v->value) > 0)
		buf_addf(&text, _("%s: %s, instead of %s."), desk_label(desk, model_find(desk->model, v->id)), buf_text(&now),
			buf_text(&before));
	else
		buf_addf(&text, _("%s: held at %s in all worlds."), desk_label(desk, model_find(desk->model, v->id)),
			buf_text(&now));
	if (v->kind == VAR_LEVER && fabs(value - v->value) > 0
		&& !runner_has_effect(desk->runner, SHOT_CURRENT, model_find(desk->model, v->id)))
		buf_add(&text, _(" No effect at present."));
	sentence(doc, v->kind == VAR_LEVER ? ROLE_LEVER : ROLE_UNCERTAINTY, &text, v->id);
	buf_release(&text);
	buf_release(&now);
	buf_release(&before);
}

static int settings_of(const struct desk *desk, struct doc *doc, enum var_kind kind)
{
	int count = 0;

	for (size_t i = 0; i < settings_count(desk->settings); i++) {
		const int variable = model_find(desk->model, settings_id(desk->settings, i));

		if (variable < 0 || model_variable(desk->model, variable)->kind != kind)
			continue;
		setting(desk, doc, model_variable(desk->model, variable), settings_value(desk->settings, i));
		count++;
	}
	return count;
}

static void add_worlds(const struct desk *desk, struct buf *text, int variable)
{
	struct buf worlds = BUF_INIT;

	look_add_worlds(desk, &worlds, variable);
	if (worlds.len)
		buf_addf(text, "; %s", buf_text(&worlds));
	buf_release(&worlds);
}

/* How many of 100 worlds. */
static void add_direction(struct buf *text, bool up, bool is_time, double share)
{
	if (is_time)
		buf_addf(text, up ? _("; later in %.0f of 100 worlds") : _("; earlier in %.0f of 100 worlds"), share);
	else
		buf_addf(text, up ? _("; higher in %.0f of 100 worlds") : _("; lower in %.0f of 100 worlds"), share);
}

/* Paired: in how many worlds the outcome is higher than in what is compared. */
static void add_share(const struct desk *desk, struct buf *text, int variable, double change)
{
	const struct variable *v = model_variable(desk->model, variable);
	const bool is_time = v->kind == VAR_SUMMARY && v->summary == SUMMARY_FIRST;
	double *values = xcalloc(RUNNER_WORLDS_MAX, sizeof(*values));   /* worlds may be added meanwhile */
	const size_t count = runner_sample(desk->runner, SHOT_CURRENT, SHOT_COMPARED, variable, desk->record, values);
	size_t same_way = 0;

	for (size_t i = 0; i < count; i++)
		same_way += change > 0 ? values[i] > 0 : values[i] < 0;
	if (count && fabs(change) > 0)
		add_direction(text, change > 0, is_time, floor(100.0 * (double)same_way / (double)count));
	free(values);
}

static void outcome(const struct desk *desk, struct doc *doc, int variable)
{
	const double value = desk_value(desk, variable), base = desk_value_compared(desk, variable);
	struct buf text = BUF_INIT, now = BUF_INIT, change = BUF_INIT, before = BUF_INIT;

	desk_format(desk, &now, variable, value, 3);
	desk_format(desk, &before, variable, base, 3);
	if (!(fabs(runner_less(value, base)) > 0)) {
		buf_addf(&text, _("%s: %s, as in the comparison"), desk_label(desk, variable), buf_text(&now));
	} else if (isfinite(value - base)) {
		unit_format_change(&change, value - base, model_variable(desk->model, variable)->unit, desk->lang, 3);
		buf_addf(&text, _("%s: %s, %s against %s"), desk_label(desk, variable), buf_text(&now), buf_text(&change),
			buf_text(&before));
	} else {
		buf_addf(&text, _("%s: %s, against %s"), desk_label(desk, variable), buf_text(&now), buf_text(&before));
	}
	add_share(desk, &text, variable, runner_less(value, base));
	add_worlds(desk, &text, variable);
	buf_add(&text, ".");
	if (*desk_remark(desk, variable))
		buf_addf(&text, " %s", desk_remark(desk, variable));
	sentence(doc, look_change_role(desk, variable, runner_less(value, base)), &text, model_variable(desk->model, variable)->id);
	buf_release(&text);
	buf_release(&now);
	buf_release(&before);
	buf_release(&change);
}

static void worlds_line(const struct desk *desk, struct doc *doc)
{
	const size_t bad = runner_worlds_bad(desk->runner, SHOT_CURRENT);
	char count[NUMBER_TEXT_MAX];
	struct buf text = BUF_INIT;

	buf_addf(&text, _("From %s worlds drawn from the assumptions; rules %s, data %s."),
		number_count(runner_worlds(desk->runner, SHOT_CURRENT), count), model_fingerprint(desk->model),
		model_data_fingerprint(desk->model));
	if (bad)
		buf_addf(&text, _(" %s worlds were left out because a value was not finite."), number_count(bad, count));
	doc_line(doc);
	sentence(doc, ROLE_DIM, &text, NULL);
	buf_release(&text);
}

struct doc *view_report(const struct desk *desk, int width)
{
	struct doc *doc = doc_new(width);
	const char *title = scenario_title(desk->scenario, desk->lang);

	doc_line(doc);
	doc_put(doc, STYLE(ROLE_TITLE), *title ? title : _("Unnamed scenario"));
	if (*title && desk_is_changed(desk))
		doc_putf(doc, STYLE(ROLE_TITLE), " (%s)", _("changed"));
	doc_stop(doc, NULL);
	if (*desk_description(desk))
		doc_wrap(doc, STYLE(ROLE_TEXT), 0, desk_description(desk), false);
	heading(doc, _("What you set"));
	if (!settings_of(desk, doc, VAR_LEVER)) {
		doc_line(doc);
		doc_put(doc, STYLE(ROLE_DIM), _("  No lever was moved: today's law and plans."));
	}
	if (desk_set_count(desk, false)) {
		heading(doc, _("What you assumed"));
		settings_of(desk, doc, VAR_UNCERTAINTY);
	}
	heading(doc, _("What came of it"));
	doc_putf(doc, STYLE(ROLE_DIM), _("  in %.6g, compared with: %s"), desk_year(desk), desk_compared_name(desk));
	for (size_t i = 0; i < desk->headline_count; i++)
		outcome(desk, doc, desk->headlines[i]);
	worlds_line(desk, doc);
	return doc;
}
