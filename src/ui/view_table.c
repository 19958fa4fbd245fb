/* SPDX-License-Identifier: MIT
 *
 * Table: all outcomes by year.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/buf.h"
#include "base/unit.h"
#include "model/model.h"
#include "ui/doc.h"
#include "ui/view.h"

enum { LABEL_MIN = 16, LABEL_MAX = 36, CELL = 10, STEP = 5, DIGITS = 3, YEARS_MAX = 64, UNIT_COLS = 13, UNIT_FROM = 60 };

/* The years shown: the one under the cursor and, in round steps, those around it, as far as there is room. */
struct years {
	int record[YEARS_MAX], count;
};

static struct years choose_years(const struct desk *desk, int room)
{
	const int records = runner_records(desk->runner), step = records > 12 ? STEP : 1;
	const int first = desk->record % step, all = (records - 1 - first) / step + 1, cursor = desk->record / step;
	struct years years = { .count = 0 };
	int from;

	room = room > YEARS_MAX ? YEARS_MAX : room < 1 ? 1 : room;
	from = cursor - room / 2 < all - room ? cursor - room / 2 : all - room;
	for (int i = from > 0 ? from : 0; i < all && years.count < room; i++)
		years.record[years.count++] = first + i * step;
	return years;
}

static void head_line(const struct desk *desk, struct doc *doc, int label, int unit, const struct years *years)
{
	doc_line(doc);
	doc_fit(doc, STYLE(ROLE_DIM), label + unit, TEXT_LEFT,
		desk->difference ? _("difference from what is compared") : "");
	for (int i = 0; i < years->count; i++) {
		const bool cursor = years->record[i] == desk->record;
		struct buf text = BUF_INIT;

		buf_addf(&text, "%.6g", runner_year(desk->runner, years->record[i]));
		doc_fit(doc, STYLE(cursor ? ROLE_CURSOR : ROLE_AXIS), CELL, TEXT_RIGHT, buf_text(&text));
		buf_release(&text);
	}
	doc_head(doc);
}

/* The value, or in difference mode the change; with its unit as far as there is room, unless a column has it. */
static void add_number(const struct desk *desk, struct buf *text, const char *unit, double now, double change,
	bool has_column)
{
	if (desk->difference)
		unit_format_change_fit(text, change, unit, desk->lang, DIGITS, CELL - 1);
	else if (has_column)
		unit_format_short(text, now, unit, desk->lang, DIGITS);
	else
		unit_format_fit(text, now, unit, desk->lang, DIGITS, CELL - 1);
}

static void cell(const struct desk *desk, struct doc *doc, int variable, int record, bool has_column)
{
	const double *now = runner_central(desk->runner, SHOT_CURRENT, variable);
	const double *base = runner_central(desk->runner, SHOT_COMPARED, variable);
	const bool changed = now && base && fabs(now[record] - base[record]) > 0;
	struct buf text = BUF_INIT;

	if (now && (base || !desk->difference))
		add_number(desk, &text, model_variable(desk->model, variable)->unit, now[record],
			base ? now[record] - base[record] : 0, has_column);
	doc_put(doc, STYLE(ROLE_TEXT), " ");
	doc_fit(doc, STYLE(changed ? record == desk->record ? ROLE_STRONG : ROLE_CURRENT : ROLE_DIM), CELL - 1,
		TEXT_RIGHT, buf_text(&text));
	buf_release(&text);
}

static void unit_cell(const struct desk *desk, struct doc *doc, const char *unit, int cells)
{
	struct buf text = BUF_INIT;

	if (cells) {
		unit_name_short(&text, unit, desk->lang);
		doc_put(doc, STYLE(ROLE_TEXT), " ");
		doc_fit(doc, STYLE(ROLE_DIM), cells - 1, TEXT_LEFT, buf_text(&text));
	}
	buf_release(&text);
}

/* Labels get what the years leave, as far as they need it. */
static int label_cells(const struct desk *desk, int room)
{
	int longest = LABEL_MIN;

	for (size_t i = 0; i < desk->outcome_count; i++) {
		const int cells = text_width(desk_label(desk, desk->outcomes[i]));

		longest = cells > longest ? cells : longest;
	}
	return longest < room ? longest : room;
}

struct doc *view_table(const struct desk *desk, int width)
{
	const int least = width / 3 < LABEL_MIN ? LABEL_MIN : width / 3 > LABEL_MAX ? LABEL_MAX : width / 3;
	const int unit = width >= UNIT_FROM ? UNIT_COLS : 0;
	const struct years years = choose_years(desk, (width - least - unit - 1) / CELL);
	const int label = label_cells(desk, width - unit - 1 - years.count * CELL);
	struct doc *doc = doc_new(width);
	const char *group = NULL;

	head_line(desk, doc, label, unit, &years);
	for (size_t i = 0; i < desk->outcome_count; i++) {
		const struct variable *v = model_variable(desk->model, desk->outcomes[i]);

		if (!group || strcmp(v->group, group)) {
			doc_line(doc);
			doc_put(doc, STYLE(ROLE_HEADING), desk_group_label(desk, v->group));
			group = v->group;
		}
		doc_line(doc);
		doc_fit(doc, STYLE(ROLE_TEXT), label, TEXT_LEFT, desk_label(desk, desk->outcomes[i]));
		unit_cell(desk, doc, v->unit, unit);
		for (int k = 0; k < years.count; k++)
			cell(desk, doc, desk->outcomes[i], years.record[k], unit > 0);
		doc_stop(doc, "explain %s", v->id);
	}
	return doc;
}
