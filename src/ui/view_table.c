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

enum { LABEL_MIN = 16, LABEL_MAX = 36, CELL = 10, STEP = 5, YEARS_MAX = 64 };

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

static void head_line(const struct desk *desk, struct doc *doc, int label, const struct years *years)
{
	doc_line(doc);
	doc_fit(doc, STYLE(ROLE_DIM), label, TEXT_LEFT, desk->difference ? _("difference from what is compared") : "");
	for (int i = 0; i < years->count; i++) {
		const bool cursor = years->record[i] == desk->record;
		struct buf text = BUF_INIT;

		buf_addf(&text, "%.6g", runner_year(desk->runner, years->record[i]));
		doc_fit(doc, STYLE(cursor ? ROLE_CURSOR : ROLE_AXIS), CELL, TEXT_RIGHT, buf_text(&text));
		buf_release(&text);
	}
	doc_head(doc);
}

static void cell(const struct desk *desk, struct doc *doc, int variable, int record)
{
	const struct variable *v = model_variable(desk->model, variable);
	const double *now = runner_central(desk->runner, SHOT_CURRENT, variable);
	const double *base = runner_central(desk->runner, SHOT_COMPARED, variable);
	const bool changed = now && base && fabs(now[record] - base[record]) > 0;
	struct buf text = BUF_INIT;

	if (now && desk->difference && base)
		unit_format_change(&text, now[record] - base[record], v->unit, desk->lang, 3);
	if (now && (!desk->difference || text_width(buf_text(&text)) >= CELL)) {
		buf_clear(&text);
		unit_format_short(&text, desk->difference && base ? now[record] - base[record] : now[record], v->unit,
			desk->lang, 3);
	}
	doc_put(doc, STYLE(ROLE_TEXT), " ");
	doc_fit(doc, STYLE(changed ? record == desk->record ? ROLE_STRONG : ROLE_CURRENT : ROLE_DIM), CELL - 1,
		TEXT_RIGHT, buf_text(&text));
	buf_release(&text);
}

struct doc *view_table(const struct desk *desk, int width)
{
	const int label = width / 3 < LABEL_MIN ? LABEL_MIN : width / 3 > LABEL_MAX ? LABEL_MAX : width / 3;
	const struct years years = choose_years(desk, (width - label - 1) / CELL);
	struct doc *doc = doc_new(width);
	const char *group = NULL;

	head_line(desk, doc, label, &years);
	for (size_t i = 0; i < desk->outcome_count; i++) {
		const struct variable *v = model_variable(desk->model, desk->outcomes[i]);

		if (!group || strcmp(v->group, group)) {
			doc_line(doc);
			doc_put(doc, STYLE(ROLE_HEADING), desk_group_label(desk, v->group));
			group = v->group;
		}
		doc_line(doc);
		doc_fit(doc, STYLE(ROLE_TEXT), label, TEXT_LEFT, desk_label(desk, desk->outcomes[i]));
		for (int k = 0; k < years.count; k++)
			cell(desk, doc, desk->outcomes[i], years.record[k]);
		doc_stop(doc, "explain %s", v->id);
	}
	return doc;
}
