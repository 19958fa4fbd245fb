/* SPDX-License-Identifier: MIT
 *
 * Winners and losers: outcomes of which there is one a decile (a family: the same id with _1, _2, ... behind), as bars.
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/lang.h"
#include "model/model.h"
#include "ui/bars.h"
#include "ui/view.h"

enum { FAMILY_MIN = 3, FAMILY_MAX = 20, ID_MAX = 128 };

static bool member(const struct desk *desk, const char *stem, size_t length, int number, int *variable)
{
	char id[ID_MAX];

	snprintf(id, sizeof(id), "%.*s_%d", (int)length, stem, number);
	*variable = model_find(desk->model, id);
	return *variable >= 0 && model_variable(desk->model, *variable)->is_outcome;
}

/* The stem of the first family among the outcomes. */
static const char *family(const struct desk *desk, size_t *length)
{
	int variable;

	for (size_t i = 0; i < desk->outcome_count; i++) {
		const char *id = model_variable(desk->model, desk->outcomes[i])->id, *tail = strrchr(id, '_');

		if (!tail || strcmp(tail, "_1") || (size_t)(tail - id) > ID_MAX - 8)
			continue;
		*length = (size_t)(tail - id);
		if (member(desk, id, *length, FAMILY_MIN, &variable))
			return id;
	}
	return NULL;
}

int view_decile_count(const struct desk *desk)
{
	size_t length;
	const char *stem = family(desk, &length);
	int count = 0, variable;

	while (stem && count < FAMILY_MAX && member(desk, stem, length, count + 1, &variable))
		count++;
	return count;
}

int view_decile(const struct desk *desk, int decile)
{
	size_t length;
	const char *stem = family(desk, &length);
	int variable = -1;

	return stem && member(desk, stem, length, decile + 1, &variable) ? variable : -1;
}

static void fill(const struct desk *desk, struct bar *bar, int variable)
{
	double band[BAND_COUNT];

	*bar = (struct bar){ .label = desk_label(desk, variable), .value = desk_value(desk, variable), .lo = NAN,
		.hi = NAN };
	if (runner_band_at(desk->runner, SHOT_CURRENT, SHOT_NONE, variable, desk->record, band)) {
		bar->lo = band[BAND_P05];
		bar->hi = band[BAND_P95];
	}
}

void view_deciles(const struct desk *desk, struct area area, struct frame *frame)
{
	const int count = view_decile_count(desk);
	struct bar *bar = xcalloc((size_t)count, sizeof(*bar));
	struct buf title = BUF_INIT;
	struct bars bars = {
		.lang = desk->lang, .glyphs = desk->glyphs, .fill = desk->shade ? CANVAS_SHADE : CANVAS_TINT,
		.positive = ROLE_GOOD, .negative = ROLE_BAD, .bar = bar, .count = (size_t)count, .selected = -1,
			.difference = true,
		.range = axis_no_range(),
	};

	(void)frame;
	if (!count) {
		area_put(area, 1, 1, STYLE(ROLE_DIM), _("these rules have no outcome by decile (ids that end in _1, _2, ...)"));
		free(bar);
		return;
	}
	for (int i = 0; i < count; i++)
		fill(desk, &bar[i], view_decile(desk, i));
	buf_addf(&title, _("%.6g: who wins and who loses"), desk_year(desk));
	bars.title = buf_text(&title);
	bars.unit = model_variable(desk->model, view_decile(desk, 0))->unit;
	bars_draw(&bars, area);
	buf_release(&title);
	free(bar);
}
