/* SPDX-License-Identifier: MIT
 *
 * publicstake show: all that is known of one variable.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/number.h"
#include "base/text.h"
#include "base/unit.h"
#include "cmd/cmd.h"
#include "model/ensemble.h"
#include "model/model.h"
#include "model/tape.h"

const struct option_row show_options[] = {
	OUTPUT_OPTIONS,
	{ 0, NULL, NULL, NULL },
};

/* A fact is a name and a text; facts of several lines are shown below their name. */
struct facts {
	struct listing *listing;   /* NULL: for people */
	FILE *stream;
	const struct context *context;
	int width;
};

static void put_paragraph(const struct facts *f, const char *text)
{
	char *unfolded = text_unfold(text);
	struct text_lines lines = text_wrap(unfolded, f->width - 2);

	for (size_t i = 0; i < lines.count; i++)
		cmd_print(f->stream, *lines.line[i] ? "  %s\n" : "\n", lines.line[i]);
	text_lines_release(&lines);
	free(unfolded);
}

static void put_fact(const struct facts *f, const char *key, const char *name, const char *text)
{
	struct buf head = BUF_INIT, clean = BUF_INIT;

	if (!*text)
		return;
	if (f->listing) {
		listing_text(f->listing, key);
		listing_text(f->listing, text);
		listing_end_row(f->listing);
		return;
	}
	text_clean(&clean, text, strlen(text), TEXT_ONE_LINE);
	text_fit(&head, name, 12, TEXT_LEFT, NULL);
	fprintf(f->stream, "%s  %s\n", buf_text(&head), buf_text(&clean));
	buf_release(&head);
	buf_release(&clean);
}

static void put_number(const struct facts *f, const char *key, const char *name, double value, const char *unit)
{
	struct buf text = BUF_INIT;
	char exact[NUMBER_TEXT_MAX];

	if (isnan(value))
		return;
	if (f->listing) {
		listing_text(f->listing, key);
		listing_text(f->listing, number_exact(value, exact));
		listing_end_row(f->listing);
	} else {
		unit_format(&text, value, unit, f->context->lang, 6);
		put_fact(f, key, name, buf_text(&text));
	}
	buf_release(&text);
}

/* ---- facts ---- */

/* For machines: each number in a row of its own, exact. */
static void put_exact_range(const struct facts *f, const struct variable *v)
{
	put_number(f, "default", "", v->value, v->unit);
	put_number(f, "lowest", "", v->lo, v->unit);
	put_number(f, "highest", "", v->hi, v->unit);
	put_number(f, "step", "", v->step, v->unit);
	if (v->kind != VAR_UNCERTAINTY)
		return;
	put_fact(f, "spread", "", spread_name(v->spread.kind));
	if (!var_is_drawn(v))
		return;
	put_number(f, "spread_lo", "", v->spread.lo, v->unit);
	put_number(f, "spread_hi", "", v->spread.hi, v->unit);
	if (v->spread.kind == SPREAD_TRIANGULAR)
		put_number(f, "spread_mode", "", v->spread.mode, v->unit);
	if (v->spread.kind == SPREAD_NORMAL) {
		put_number(f, "spread_mean", "", v->spread.mean, v->unit);
		put_number(f, "spread_sd", "", v->spread.sd, v->unit);
	}
}

static void put_range(const struct facts *f, const struct variable *v)
{
	struct buf text = BUF_INIT;

	if (!var_is_input(v->kind))
		return;
	if (f->listing) {
		put_exact_range(f, v);
		return;
	}
	put_number(f, "default", _("default"), v->value, v->unit);
	unit_format(&text, v->lo, v->unit, f->context->lang, 6);
	buf_add(&text, " – ");
	unit_format(&text, v->hi, v->unit, f->context->lang, 6);
	put_fact(f, "range", _("range"), buf_text(&text));
	buf_clear(&text);
	if (v->kind == VAR_UNCERTAINTY) {
		buf_add(&text, _(spread_name(v->spread.kind)));
		if (var_is_drawn(v))
			buf_addf(&text, " %g – %g", v->spread.lo, v->spread.hi);
		put_fact(f, "spread", _("spread"), buf_text(&text));
	}
	buf_release(&text);
}

static void put_marks(const struct facts *f, const struct variable *v)
{
	for (size_t i = 0; i < v->mark_count; i++) {
		const struct mark *m = &v->marks[i];
		struct buf text = BUF_INIT;
		char exact[NUMBER_TEXT_MAX];

		if (f->listing)
			buf_add(&text, number_exact(m->value, exact));
		else
			unit_format(&text, m->value, v->unit, f->context->lang, 6);
		buf_addf(&text, "  %s%s%s%s", text_in(&m->label, f->context->lang), m->source ? " (" : "", m->source ? m->source : "", m->source ? ")" : "");
		put_fact(f, "mark", i ? "" : _("marks"), buf_text(&text));
		buf_release(&text);
	}
}

static void put_sources(const struct facts *f, const struct variable *v)
{
	static const char *const names[] = { "", N_("published"), N_("estimate"), N_("definition") };

	if (v->basis != BASIS_NONE)
		put_fact(f, "basis", _("basis"), f->listing ? names[v->basis] : _(names[v->basis]));
	for (size_t i = 0; i < v->source_count; i++)
		put_fact(f, "source", i ? "" : _("source"), v->sources[i]);
}

static void put_place(const struct facts *f, const struct variable *v)
{
	const struct place *p = v->equation.line ? &v->equation : &v->declared;
	char *text = xasprintf("%s:%d", p->file, p->line);

	put_fact(f, "place", _("written in"), text);
	free(text);
}

static void put_source_text(const struct facts *f, const struct rules *rules, int variable)
{
	char *text = rules_source(rules, variable);
	struct buf clean = BUF_INIT;

	text_clean(&clean, text, strlen(text), TEXT_KEEP_NEWLINES);
	if (f->listing) {
		put_fact(f, "equation", "", text);
	} else {
		fprintf(f->stream, "\n");
		for (char *rest = clean.text, *line = strsep(&rest, "\n"); line && (rest || *line); line = strsep(&rest, "\n"))
			fprintf(f->stream, "    %s\n", line);
	}
	buf_release(&clean);
	free(text);
}

/* For people as the screen calls it, and the group by its label. */
static void put_kind(const struct facts *f, const struct variable *v)
{
	const bool is_constant = v->kind == VAR_UNCERTAINTY && !var_is_drawn(v);

	put_fact(f, "kind", _("kind"), f->listing ? var_kind_name(v->kind)
		: is_constant ? _("constant") : _(var_kind_name(v->kind)));
}

static void put_group(const struct facts *f, const struct model *model, const char *id)
{
	const struct group *group = f->listing ? NULL : model_find_group(model, id);
	const char *label = group ? text_in(&group->label, f->context->lang) : "";

	put_fact(f, "group", _("group"), *label ? label : id);
}

static void put_neighbours(const struct facts *f, const struct model *model, const char *key, const char *title, const int *list,
                           size_t count, const double *start)
{
	if (!f->listing && count)
		fprintf(f->stream, "\n%s\n", title);
	for (size_t i = 0; i < count; i++) {
		const struct variable *v = model_variable(model, list[i]);
		struct buf line = BUF_INIT;

		if (f->listing) {
			put_fact(f, key, "", v->id);
			continue;
		}
		buf_add(&line, "  ");
		text_fit(&line, v->id, 26, TEXT_LEFT, NULL);
		buf_add(&line, "  ");
		if (isfinite(start[list[i]])) {
			struct buf value = BUF_INIT;

			unit_format(&value, start[list[i]], v->unit, f->context->lang, 4);
			text_fit(&line, buf_text(&value), 20, TEXT_RIGHT, NULL);
			buf_release(&value);
		} else {
			text_fit(&line, _(var_kind_name(v->kind)), 20, TEXT_RIGHT, NULL);
		}
		cmd_print(f->stream, "%s  %s\n", buf_text(&line), text_in(&v->label, f->context->lang));
		buf_release(&line);
	}
}

/* The value at the start of every variable that has one, NAN for the rest. */
static double *start_values(const struct model *model)
{
	size_t count;
	const int *order = model_order(model, &count);
	double *defaults = model_defaults(model), *values = model_defaults(model);
	const struct tape_spec tape_spec = { .model = model, .wanted = order, .wanted_count = count };
	struct tape *tape = tape_new(&tape_spec, NULL);
	const struct ensemble_spec spec = { .tape = tape, .values = defaults, .records = { .every = 1, .count = 1 }, .isa = isa_best() };
	struct ensemble *ensemble = tape ? ensemble_new(&spec) : NULL;

	for (size_t i = 0; ensemble && i < count; i++)
		values[order[i]] = ensemble_central(ensemble, i)[0];
	ensemble_free(ensemble);
	tape_free(tape);
	free(defaults);
	return values;
}

static void show(const struct facts *f, const struct rules *rules, int variable)
{
	const struct model *model = rules_model(rules);
	const struct variable *v = model_variable(model, variable);
	const enum lang lang = f->context->lang;
	double *start = start_values(model);
	struct buf unit = BUF_INIT;

	unit_name(&unit, v->unit, lang);
	put_fact(f, "id", "id", v->id);
	put_kind(f, v);
	put_fact(f, "label", _("label"), text_in(&v->label, lang));
	put_fact(f, "unit", _("unit"), f->listing ? v->unit : buf_text(&unit));
	put_group(f, model, v->group);
	put_range(f, v);
	if (!var_is_input(v->kind))
		put_number(f, "value_at_start", _("at the start"), start[variable], v->unit);
	put_marks(f, v);
	put_sources(f, v);
	put_place(f, v);
	if (f->listing) {
		put_fact(f, "help", "", text_in(&v->help, lang));
	} else if (*text_in(&v->help, lang)) {
		fprintf(f->stream, "\n");
		put_paragraph(f, text_in(&v->help, lang));
	}
	put_source_text(f, rules, variable);
	put_neighbours(f, model, "uses", _("It uses (value at the start):"), v->uses, v->use_count, start);
	put_neighbours(f, model, "used_by", _("Used by (value at the start):"), v->used_by, v->used_by_count, start);
	buf_release(&unit);
	free(start);
}

/* ---- the command ---- */

enum { LABELLED_MAX = 6 };

static bool is_labelled(const struct variable *v, const char *word)
{
	for (int lang = 0; lang < LANG_COUNT; lang++)
		if (v->label.in[lang] && strcasestr(v->label.in[lang], word))
			return true;
	return false;
}

/* The names of the first variables with the word in their label, those that have a help before the rest. */
static char *labelled(const struct model *model, const char *word)
{
	const size_t all = model_count(model);
	struct buf names = BUF_INIT;
	size_t count = 0;

	for (size_t i = 0; i < 2 * all && *word; i++) {
		const struct variable *v = model_variable(model, (int)(i % all));
		const bool has_help = *text_in(&v->help, LANG_EN);

		if (has_help != (i < all) || !is_labelled(v, word) || count++ >= LABELLED_MAX)
			continue;
		buf_add(&names, names.len ? ", " : "");
		buf_add(&names, v->id);
	}
	buf_add(&names, count > LABELLED_MAX ? ", …" : "");
	return buf_take(&names);
}

static int unknown(const struct model *model, const char *id)
{
	char *clean = text_quote(id, strlen(id), 64), *names = labelled(model, id), *message;
	struct text_guess guess = { .name = clean };

	for (size_t i = 0; i < model_count(model); i++)
		text_guess_offer(&guess, model_variable(model, (int)i)->id);
	message = guess.best ? xasprintf(_("unknown name `%s`; did you mean `%s`?"), clean, guess.best)
		: *names ? xasprintf(_("unknown name `%s`; it stands in the label of: %s"), clean, names)
		: xasprintf(_("unknown name `%s`; publicstake list variables shows all"), clean);
	cmd_complain(message);
	free(message);
	free(names);
	free(clean);
	return STATUS_BAD_INPUT;
}

/* By its name; capitals matter only where two differ by nothing else. */
static int find_variable(const struct model *model, const char *id)
{
	int found = model_find(model, id);

	for (size_t i = 0; i < model_count(model) && found < 0; i++)
		if (!strcasecmp(model_variable(model, (int)i)->id, id))
			found = (int)i;
	return found;
}

static int write_facts(struct context *context, const struct rules *rules, int variable)
{
	static const struct listing_column columns[] = { { .name = "field" }, { .name = "value" } };
	struct facts f = { .context = context };
	struct output *output;
	enum format format;

	if (cmd_format(context, FORMAT_TABLE, &format))
		return STATUS_BAD_INPUT;
	output = output_open(context);
	if (!output)
		return STATUS_BAD_INPUT;
	f.stream = output_stream(output);
	f.width = output_width(output) > 20 ? output_width(output) : 100;
	f.listing = format == FORMAT_TABLE ? NULL : cmd_listing(context, output, format, columns, ARRAY_LEN(columns));
	show(&f, rules, variable);
	if (f.listing)
		listing_close(f.listing);
	return output_close(output);
}

int cmd_show(struct context *context)
{
	struct rules *rules;
	int variable, status;

	if (context->options.rest_count != 1) {
		cmd_complain(_("show what? publicstake show ID; publicstake list variables shows the ids"));
		return STATUS_BAD_INPUT;
	}
	rules = cmd_load_rules(context);
	if (!rules)
		return STATUS_BAD_RULES;
	variable = find_variable(rules_model(rules), context->options.rest[0]);
	status = variable < 0 ? unknown(rules_model(rules), context->options.rest[0]) : write_facts(context, rules, variable);
	rules_free(rules);
	return status;
}
