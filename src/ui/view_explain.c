/* SPDX-License-Identifier: MIT
 *
 * Explain: where a figure comes from.  The equation as written, the values it used at the year under the cursor,
 * what they were in the comparison, their sources, and from each the way deeper.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "base/unit.h"
#include "model/model.h"
#include "model/spread.h"
#include "ui/book.h"
#include "ui/doc.h"
#include "ui/look.h"
#include "ui/view.h"

enum { VALUE_MIN = 13, VALUE_MAX = 24, LABEL_MAX = 44 };

/* Of a line that leads to a figure: widths of its values and of its label. */
static int value_cols(const struct doc *doc)
{
	const int third = doc_width(doc) / 4;

	return third < VALUE_MIN ? VALUE_MIN : third > VALUE_MAX ? VALUE_MAX : third;
}

static int label_cols(const struct doc *doc)
{
	const int spare = doc_width(doc) - 2 * value_cols(doc) - 4;

	return spare < LABEL_MAX ? spare : LABEL_MAX;
}

static const char *kind_label(const struct variable *v)
{
	switch (v->kind) {
	case VAR_LEVER: return _("lever");
	case VAR_UNCERTAINTY: return var_is_drawn(v) ? _("assumption") : _("constant");
	case VAR_SERIES: return _("data over time");
	case VAR_STOCK: return _("stock: changes by its rate per year");
	case VAR_AUXILIARY: return _("computed");
	case VAR_OUTCOME: return _("outcome, computed");
	case VAR_SUMMARY: return _("one number for the whole run");
	case VAR_CHECK: return _("check");
	default: return "";
	}
}

static enum role kind_role(const struct variable *v)
{
	return v->kind == VAR_LEVER ? ROLE_LEVER : v->kind != VAR_UNCERTAINTY ? ROLE_TEXT : var_is_drawn(v)
		? ROLE_UNCERTAINTY : ROLE_FIXED;
}

static const char *spread_label(enum spread_kind kind)
{
	switch (kind) {
	case SPREAD_FIXED: return _("fixed");
	case SPREAD_UNIFORM: return _("uniform");
	case SPREAD_TRIANGULAR: return _("triangular");
	case SPREAD_NORMAL: return _("normal");
	}
	return "";
}

static const char *basis_label(enum basis basis)
{
	switch (basis) {
	case BASIS_PUBLISHED: return _("published");
	case BASIS_ESTIMATE: return _("estimate");
	case BASIS_DEFINITION: return _("definition");
	default: return "";
	}
}

static void put_value(const struct desk *desk, struct doc *doc, enum role role, int cells, int variable, double value)
{
	struct buf text = BUF_INIT;

	if (isfinite(value) || model_variable(desk->model, variable)->kind == VAR_SUMMARY)
		desk_format(desk, &text, variable, value, 4);
	if (text_width(buf_text(&text)) >= cells && text.len) {
		buf_clear(&text);
		desk_format_short(desk, &text, variable, value);
	}
	doc_fit(doc, STYLE(role), cells, TEXT_RIGHT, buf_text(&text));
	buf_release(&text);
}

static void heading(struct doc *doc, const char *text)
{
	doc_line(doc);
	doc_line(doc);
	doc_put(doc, STYLE(ROLE_HEADING), text);
}

/* A figure as a line that leads to it. */
static void figure_line(const struct desk *desk, struct doc *doc, int variable)
{
	const struct variable *v = model_variable(desk->model, variable);

	doc_line(doc);
	doc_put(doc, STYLE(ROLE_DIM), look_glyph(desk, "> ", "\u203A "));
	doc_fit(doc, STYLE(kind_role(v)), label_cols(doc), TEXT_LEFT, desk_label(desk, variable));
	put_value(desk, doc, ROLE_STRONG, value_cols(doc), variable, desk_value(desk, variable));
	put_value(desk, doc, ROLE_BASELINE, value_cols(doc), variable, desk_value_compared(desk, variable));
	doc_stop(doc, "explain %s", v->id);
}

static void columns_line(const struct desk *desk, struct doc *doc, const char *title)
{
	struct buf year = BUF_INIT;

	doc_line(doc);
	doc_line(doc);
	doc_fit(doc, STYLE(ROLE_HEADING), label_cols(doc) + 2, TEXT_LEFT, title);
	buf_addf(&year, "%.6g", desk_year(desk));
	doc_fit(doc, STYLE(ROLE_CURSOR), value_cols(doc), TEXT_RIGHT, buf_text(&year));
	doc_put(doc, STYLE(ROLE_TEXT), " ");
	doc_fit(doc, STYLE(ROLE_BASELINE), value_cols(doc) - 1, TEXT_RIGHT, desk_compared_name(desk));
	buf_release(&year);
}

/* ---- the parts ---- */

static void trail_line(const struct desk *desk, struct doc *doc)
{
	const int from = desk->trail_count > 4 ? desk->trail_count - 4 : 0;

	doc_line(doc);
	if (from)
		doc_put(doc, STYLE(ROLE_DIM), look_glyph(desk, "... > ", "\u2026 \u203A "));
	for (int i = from; i < desk->trail_count - 1; i++) {
		const int variable = model_find(desk->model, desk->trail[i]);

		doc_put(doc, STYLE(ROLE_DIM), variable < 0 ? desk->trail[i] : desk_label(desk, variable));
		doc_put(doc, STYLE(ROLE_DIM), look_glyph(desk, " > ", " \u203A "));
	}
}

static void name_lines(const struct desk *desk, struct doc *doc, int variable)
{
	const struct variable *v = model_variable(desk->model, variable);
	struct buf unit = BUF_INIT;

	if (desk->trail_count > 1)
		trail_line(desk, doc);
	doc_line(doc);
	doc_put(doc, STYLE(ROLE_TITLE), desk_label(desk, variable));
	doc_putf(doc, STYLE(ROLE_DIM), "  %s", v->id);
	unit_name(&unit, v->unit, desk->lang);
	doc_line(doc);
	doc_put(doc, STYLE(kind_role(v)), kind_label(v));
	if (unit.len)
		doc_putf(doc, STYLE(ROLE_DIM), "; %s", buf_text(&unit));
	if (*v->group)
		doc_putf(doc, STYLE(ROLE_DIM), "; %s", desk_group_label(desk, v->group));
	buf_release(&unit);
}

static void change_part(const struct desk *desk, struct doc *doc, int variable, double change)
{
	struct buf text = BUF_INIT;

	if (!isfinite(change))
		return;
	buf_add(&text, "  ");
	look_add_change(desk, &text, variable, change, 3, doc_width(doc));
	if (doc_column(doc) + text_width(buf_text(&text)) > doc_width(doc))
		doc_line(doc);
	doc_put(doc, STYLE(look_change_role(desk, variable, change)), buf_text(&text));
	buf_release(&text);
}

static void worlds_line(const struct desk *desk, struct doc *doc, int variable)
{
	struct buf text = BUF_INIT;

	look_add_worlds(desk, &text, variable);
	if (text.len)
		doc_wrap(doc, STYLE(ROLE_TEXT), 0, buf_text(&text), false);
	buf_release(&text);
}

static void value_lines(const struct desk *desk, struct doc *doc, int variable)
{
	const struct variable *v = model_variable(desk->model, variable);
	const double value = desk_value(desk, variable), base = desk_value_compared(desk, variable);
	struct buf text = BUF_INIT;

	if (v->kind == VAR_CHECK)
		return;
	doc_line(doc);
	doc_line(doc);
	if (var_is_over_time(v->kind))
		doc_putf(doc, STYLE(ROLE_CURSOR), _("%.6g: "), desk_year(desk));
	desk_format(desk, &text, variable, value, 4);
	doc_put(doc, STYLE(ROLE_STRONG), buf_text(&text));
	buf_clear(&text);
	desk_format(desk, &text, variable, base, 4);
	doc_putf(doc, STYLE(ROLE_BASELINE), "   %s: %s", desk_compared_name(desk), buf_text(&text));
	change_part(desk, doc, variable, value - base);
	worlds_line(desk, doc, variable);
	buf_release(&text);
}

/* The initial value of a stock. */
static void start_lines(const struct desk *desk, struct doc *doc, const struct variable *v)
{
	struct buf text = BUF_INIT;

	heading(doc, _("At the start"));
	if (v->start.line) {
		char *lines = book_lines(desk->book, &v->start);

		look_place(desk, doc, &v->start);
		look_code(doc, lines);
		free(lines);
		return;
	}
	unit_format(&text, v->value, v->unit, desk->lang, 4);
	doc_line(doc);
	doc_putf(doc, STYLE(ROLE_TEXT), "  %s", buf_text(&text));
	buf_release(&text);
}

static void source_code(const struct desk *desk, struct doc *doc, int variable)
{
	const struct variable *v = model_variable(desk->model, variable);
	const struct place *place = v->equation.line ? &v->equation : &v->declared;
	char *source;

	if (!desk->book)
		return;
	source = book_source(desk->book, variable);
	heading(doc, v->equation.line ? _("The equation") : _("As declared"));
	if (place->file)
		look_place(desk, doc, place);
	look_code(doc, source);
	free(source);
	if (v->kind == VAR_STOCK && v->start.line != v->equation.line)
		start_lines(desk, doc, v);
}

static void source_lines(const struct desk *desk, struct doc *doc, int variable)
{
	const struct variable *v = model_variable(desk->model, variable);

	if (!v->source_count && v->basis == BASIS_NONE)
		return;
	heading(doc, v->source_count > 1 ? _("Sources") : _("Source"));
	if (v->basis != BASIS_NONE)
		doc_putf(doc, STYLE(ROLE_DIM), "  (%s)", basis_label(v->basis));
	for (size_t i = 0; i < v->source_count; i++)
		doc_wrap(doc, STYLE(ROLE_TEXT), 2, v->sources[i], false);
}

static void range_lines(const struct desk *desk, struct doc *doc, int variable)
{
	const struct variable *v = model_variable(desk->model, variable);
	struct buf lo = BUF_INIT, hi = BUF_INIT, own = BUF_INIT;

	if (v->is_switch)
		return;
	unit_format(&lo, v->lo, v->unit, desk->lang, 4);
	unit_format(&hi, v->hi, v->unit, desk->lang, 4);
	unit_format(&own, v->value, v->unit, desk->lang, 4);
	heading(doc, _("Range"));
	doc_line(doc);
	doc_putf(doc, STYLE(ROLE_TEXT), _("  from %s to %s, default %s"), buf_text(&lo), buf_text(&hi), buf_text(&own));
	if (var_is_drawn(v)) {
		buf_clear(&lo);
		buf_clear(&hi);
		unit_format(&lo, spread_inverse(&v->spread, 0.05, v->value), v->unit, desk->lang, 4);
		unit_format(&hi, spread_inverse(&v->spread, 0.95, v->value), v->unit, desk->lang, 4);
		doc_line(doc);
		doc_putf(doc, STYLE(ROLE_UNCERTAINTY), _("  in 9 of 10 worlds between %s and %s (%s)"), buf_text(&lo),
			buf_text(&hi),
		         spread_label(v->spread.kind));
	}
	buf_release(&lo);
	buf_release(&hi);
	buf_release(&own);
}

static void mark_lines(const struct desk *desk, struct doc *doc, int variable)
{
	const struct variable *v = model_variable(desk->model, variable);

	if (!v->mark_count)
		return;
	heading(doc, _("Marks"));
	for (size_t i = 0; i < v->mark_count; i++) {
		struct buf text = BUF_INIT;

		unit_format(&text, v->marks[i].value, v->unit, desk->lang, 4);
		buf_addf(&text, ": %s", text_in(&v->marks[i].label, desk->lang));
		if (v->marks[i].source)
			buf_addf(&text, " (%s)", v->marks[i].source);
		doc_wrap(doc, STYLE(ROLE_MARK), 2, buf_text(&text), false);
		buf_release(&text);
	}
}

static void list_lines(const struct desk *desk, struct doc *doc, const char *title, const int *variables, size_t count)
{
	if (!count)
		return;
	columns_line(desk, doc, title);
	for (size_t i = 0; i < count; i++)
		if (model_variable(desk->model, variables[i])->kind != VAR_CHECK)
			figure_line(desk, doc, variables[i]);
}

struct doc *view_explain(const struct desk *desk, int width)
{
	struct doc *doc = doc_new(width);
	const int variable = desk->trail_count ? model_find(desk->model, desk->trail[desk->trail_count - 1]) : -1;
	const struct variable *v;

	if (variable < 0)
		return doc;
	v = model_variable(desk->model, variable);
	name_lines(desk, doc, variable);
	value_lines(desk, doc, variable);
	if (*text_in(&v->help, desk->lang)) {
		doc_line(doc);
		doc_wrap(doc, STYLE(ROLE_TEXT), 0, text_in(&v->help, desk->lang), true);
	}
	if (var_is_input(v->kind)) {
		range_lines(desk, doc, variable);
		mark_lines(desk, doc, variable);
	}
	source_code(desk, doc, variable);
	list_lines(desk, doc, _("What it uses"), v->uses, v->use_count);
	source_lines(desk, doc, variable);
	list_lines(desk, doc, _("What uses it"), v->used_by, v->used_by_count);
	doc_stop_all(doc);
	return doc;
}
