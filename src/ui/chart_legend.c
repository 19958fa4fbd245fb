/* SPDX-License-Identifier: MIT
 *
 * The legend of a chart: what is drawn and its name, as many entries as have room.
 */
#include "config.h"

#include "base/alloc.h"
#include "base/lang.h"
#include "base/text.h"
#include "ui/chart_priv.h"

enum { ENTRIES_MAX = 2 + CHART_PINS + 2, NAME_CELLS = 16, NAME_CELLS_MIN = 8 };

/* An entry of the legend: two cells of what is drawn, and its name. */
struct entry {
	const char *sample, *name;
	struct style style;
	bool is_pin;
};

static struct entry entry_of(const struct chart_line *line, enum role role, const char *sample)
{
	return (struct entry){ sample, line->values ? line->name : NULL, STYLE(role), false };
}

static struct entry pin_entry(const struct chart *chart, int i)
{
	struct entry entry = entry_of(&chart->pin[i], ROLE_PIN1 + (enum role)i, theme_pin_glyph(i, chart->glyphs));

	entry.is_pin = true;
	return entry;
}

static struct entry band_entry(const struct chart *chart, bool outer)
{
	const bool there = outer ? chart->p05 && chart->p95 : chart->p25 && chart->p75;
	struct entry entry = { "  ", NULL, STYLE(outer ? ROLE_BAND90 : ROLE_BAND50), false };

	if (there)
		/* TRANSLATORS: in a legend: so many of 10 worlds are in this band */
		entry.name = outer ? _("9 of 10") : _("5 of 10");
	if (chart->fill == CANVAS_TINT)
		entry.style.ground = outer ? GROUND_BAND90 : GROUND_BAND50;
	else if (chart->glyphs == GLYPHS_ASCII)
		entry.sample = outer ? ".." : "::";
	else if (chart->glyphs == GLYPHS_BLOCK)
		entry.sample = outer ? "░░" : "▒▒";
	else
		entry.sample = outer ? "⠅⠅" : "⢕⢕";
	return entry;
}

/* What has a name, the most important first. */
static int list_entries(const struct chart *chart, struct entry entry[ENTRIES_MAX])
{
	const struct chart_look *look = chart_look(chart);
	struct entry all[ENTRIES_MAX] = {
		entry_of(&chart->current, ROLE_CURRENT, look->current),
		entry_of(&chart->baseline, ROLE_BASELINE, look->baseline),
	};
	int n = 2, count = 0;

	for (int i = 0; i < CHART_PINS; i++)
		all[n++] = pin_entry(chart, i);
	all[n++] = band_entry(chart, false);
	all[n++] = band_entry(chart, true);
	for (int i = 0; i < n; i++)
		if (all[i].name)
			entry[count++] = all[i];
	return count;
}

/* The row after the last, if names are cut to so many cells; draws if `area` is not NULL. */
static int flow_entries(const struct chart *chart, const struct entry *entry, int count, int cols, int most,
	const struct area *area)
{
	int x = 0, row = 0;

	for (int i = 0; i < count; i++) {
		const int sample = text_width(entry[i].sample), name = text_width(entry[i].name);
		const int cells = sample + 1 + (name < most ? name : most);

		if (x > 0 && x + CHART_GAP + cells > cols) {
			row++;
			x = 0;
		}
		x += x > 0 ? CHART_GAP : 0;
		if (area) {
			const int after = area_put(*area, row, x, entry[i].style, entry[i].sample) + 1;

			chart_put(chart, *area, row, after, x + cells - after, STYLE(ROLE_DIM), entry[i].name);
		}
		x += cells;
	}
	return row + (count > 0);
}

/* The widest names with which so many entries are within the rows, 0 if none are. */
static int name_cells(const struct chart *chart, const struct entry *entry, int count, int cols, int rows)
{
	static const int widths[] = { 32, 24, 20, 16, 14, 12, 10, NAME_CELLS_MIN };

	for (size_t i = 0; i < ARRAY_LEN(widths); i++)
		if (flow_entries(chart, entry, count, cols, widths[i], NULL) <= rows)
			return widths[i];
	return 0;
}

/* Names that are cut short say too little: then the last entries are left out, pins after all others. */
void chart_draw_legend(const struct chart *chart, struct area area)
{
	struct entry entry[ENTRIES_MAX], *first = entry;
	int count = list_entries(chart, entry), most = 0;

	while (area.rows > 0 && count > 0) {
		most = name_cells(chart, first, count, area.cols, area.rows);
		if (most)
			break;
		if (first[count - 1].is_pin && !first->is_pin)
			first++;
		count--;
	}
	flow_entries(chart, first, count, area.cols, most, most ? &area : NULL);
}

int chart_legend_rows(const struct chart *chart, int cols)
{
	struct entry entry[ENTRIES_MAX];
	const int count = list_entries(chart, entry);

	return count ? flow_entries(chart, entry, count, cols, NAME_CELLS, NULL) : 0;
}

int chart_pin_rows(const struct chart *chart, int cols)
{
	struct entry entry[CHART_PINS];
	int count = 0;

	for (int i = 0; i < CHART_PINS; i++) {
		entry[count] = pin_entry(chart, i);
		count += entry[count].name != NULL;
	}
	return flow_entries(chart, entry, count, cols, NAME_CELLS_MIN, NULL);
}
