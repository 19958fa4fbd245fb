/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/charts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "model/model.h"
#include "scenario/scenario.h"
#include "ui/chart.h"
#include "ui/frame.h"
#include "ui/look.h"

enum { BESIDE_COLS = 38, SHARED_ROWS = 4, LINES = 2 + PINS_MAX };

/* A chart and the numbers that it borrows. */
struct figure {
	struct chart chart;
	double *times, *values[LINES];
	struct buf title;
};

/* Less what is compared, in difference mode. */
static double *line_values(const struct desk *desk, enum shot shot, int variable)
{
	const int count = runner_records(desk->runner);
	const double *own = runner_central(desk->runner, shot, variable);
	const double *base = runner_central(desk->runner, SHOT_COMPARED, variable);
	double *values;

	if (!own || (desk->difference && !base))
		return NULL;
	values = xcalloc((size_t)count, sizeof(*values));
	for (int i = 0; i < count; i++)
		values[i] = desk->difference ? own[i] - base[i] : own[i];
	return values;
}

static void add_line(struct figure *figure, int i, struct chart_line *line, double *values, const char *name)
{
	figure->values[i] = values;
	line->values = values;
	line->name = name;
}

static void add_title(const struct desk *desk, struct figure *figure, int variable)
{
	buf_add(&figure->title, desk_label(desk, variable));
	if (desk->difference)
		buf_addf(&figure->title, _(": difference from %s"), desk_compared_name(desk));
	figure->chart.title = buf_text(&figure->title);
}

static void add_bands(const struct desk *desk, struct chart *chart, int variable)
{
	struct runner_bands bands;

	if (!runner_bands(desk->runner, SHOT_CURRENT, desk->difference ? SHOT_COMPARED : SHOT_NONE, variable, &bands))
		return;
	chart->p05 = bands.at[BAND_P05];
	chart->p25 = bands.at[BAND_P25];
	chart->p75 = bands.at[BAND_P75];
	chart->p95 = bands.at[BAND_P95];
}

static void make_figure(const struct desk *desk, struct figure *figure, int number, int variable)
{
	const int count = runner_records(desk->runner);
	struct chart *chart = &figure->chart;

	memset(figure, 0, sizeof(*figure));
	figure->times = xcalloc((size_t)count, sizeof(double));
	for (int i = 0; i < count; i++)
		figure->times[i] = runner_year(desk->runner, i);
	*chart = (struct chart){
		.unit = model_variable(desk->model, variable)->unit, .difference = desk->difference,
		.is_alone = desk->chart_count == 1,
		.lang = desk->lang, .glyphs = desk->glyphs,
		.fill = look_fill(desk), .times = figure->times, .count = (size_t)count,
		.cursor = desk_year(desk), .range = desk->axis[number],
	};
	add_title(desk, figure, variable);
	add_line(figure, 0, &chart->current, line_values(desk, SHOT_CURRENT, variable), _("now"));
	add_line(figure, 1, &chart->baseline, line_values(desk, SHOT_COMPARED, variable), desk_compared_name(desk));
	for (int i = 0; i < PINS_MAX; i++)
		if (desk->pins[i].name)
			add_line(figure, 2 + i, &chart->pin[i], line_values(desk, (enum shot)(SHOT_PIN1 + i), variable),
			         desk_pin_name(desk, i));
	add_bands(desk, chart, variable);
}

static void release_figure(struct figure *figure)
{
	free(figure->times);
	for (int i = 0; i < LINES; i++)
		free(figure->values[i]);
	buf_release(&figure->title);
}

/* How many charts are beside each other, and below each other. */
static int charts_across(const struct desk *desk, struct area area)
{
	const bool beside = area.cols / 2 >= BESIDE_COLS;

	return desk->chart_count == 4 ? 2 : desk->chart_count == 2 && beside ? 2 : 1;
}

static int charts_down(const struct desk *desk, struct area area)
{
	return desk->chart_count / charts_across(desk, area);
}

/* Rows of the legend above the charts, which is there if they have no room for their own. */
static int legend_rows(const struct desk *desk, struct area area)
{
	const int down = charts_down(desk, area);

	return desk->chart_count > 1 && area.rows / down < CHART_LEGEND_ROWS && area.rows / down > SHARED_ROWS;
}

/* The part of the pane for chart `number`. */
static struct area place(const struct desk *desk, struct area area, int number)
{
	const int across = charts_across(desk, area), down = charts_down(desk, area), top = legend_rows(desk, area);
	const int row = number / across, column = number % across, rows = area.rows - top;
	const int y = rows * row / down, x = area.cols * column / across;

	return area_part(area, top + y, x + (column > 0), rows * (row + 1) / down - y,
	                 area.cols * (column + 1) / across - x - (column > 0));
}

/* What the first chart's lines are, they all are. */
static void draw_legend(const struct desk *desk, struct area area)
{
	struct figure figure;

	for (int i = 0; i < desk->chart_count; i++) {
		if (desk_chart_variable(desk, i) < 0)
			continue;
		make_figure(desk, &figure, i, desk_chart_variable(desk, i));
		chart_draw_legend(&figure.chart, area);
		release_figure(&figure);
		return;
	}
}

static void draw_chart(const struct desk *desk, struct area area, int number, struct frame *frame)
{
	const int variable = desk_chart_variable(desk, number);
	const bool selected = desk->chart_count > 1 && desk->chart == number && desk->focus == FOCUS_VIEW;
	struct figure figure;

	if (variable < 0) {
		area_put(area, 0, 1, STYLE(ROLE_DIM), _("no outcome: press g"));
		return;
	}
	make_figure(desk, &figure, number, variable);
	chart_draw(&figure.chart, area);
	if (selected)
		area_paint(area, 0, 0, 1, area.cols, STYLE_ON(ROLE_KEEP, GROUND_SELECTED));
	frame_add(frame, REGION_CHART, area, number, "chart %d", number + 1);
	release_figure(&figure);
}

void charts_draw(const struct desk *desk, struct area area, struct frame *frame)
{
	draw_legend(desk, area_rows(area, 0, legend_rows(desk, area)));
	for (int i = 0; i < desk->chart_count; i++)
		draw_chart(desk, place(desk, area, i), i, frame);
}

static bool same_range(struct axis_range a, struct axis_range b)
{
	return !(fabs(a.lo - b.lo) > 0) && !(fabs(a.hi - b.hi) > 0);
}

bool charts_settle(struct desk *desk, struct area area, double seconds)
{
	bool moving = false;

	for (int i = 0; i < desk->chart_count; i++) {
		const int variable = desk_chart_variable(desk, i);
		const struct area part = place(desk, area, i);
		struct axis_range *axis = &desk->axis[i];
		struct figure figure;

		if (variable < 0)
			continue;
		make_figure(desk, &figure, i, variable);
		if (!axis_has_range(*axis) || !isfinite(seconds))
			*axis = chart_fit(&figure.chart, part);
		else if (desk->axis_held)
			*axis = chart_hold(&figure.chart, part, *axis);
		else if (!same_range(*axis, chart_fit(&figure.chart, part)))
			moving |= axis_ease(axis, chart_fit(&figure.chart, part), seconds);
		release_figure(&figure);
	}
	return moving;
}

bool charts_year_at(const struct desk *desk, struct area area, int number, int y, int x, double *year)
{
	const int variable = desk_chart_variable(desk, number);
	struct figure figure;
	bool found;

	if (variable < 0)
		return false;
	make_figure(desk, &figure, number, variable);
	found = chart_time_at(&figure.chart, place(desk, area, number), y, x, year);
	release_figure(&figure);
	return found;
}
