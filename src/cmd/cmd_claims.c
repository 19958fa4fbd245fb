/* SPDX-License-Identifier: MIT
 *
 * publicstake claims: the essays' figures against what their inputs give.
 */
#include "config.h"

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/number.h"
#include "cmd/cmd.h"
#include "model/model.h"

const struct option_row claims_options[] = {
	{ 0, "essay", "N", N_("the claims of one essay only") },
	OUTPUT_OPTIONS,
	{ 0, NULL, NULL, NULL },
};

static const struct listing_column columns[] = {
	{ .name = "id" }, { .name = "essay", .is_number = true }, { .name = "claim" }, { .name = "inputs" },
	{ .name = "stated", .is_number = true }, { .name = "recomputed", .is_number = true }, { .name = "unit" }, { .name = "agrees" },
	{ .name = "remark" },
};

static const char *verdict_name(enum verdict verdict)
{
	static const char *const names[] = { "yes", "approx", "no" };

	return names[verdict];
}

static void put_inputs(struct listing *l, const struct claim *claim)
{
	struct buf text = BUF_INIT;
	char number[NUMBER_TEXT_MAX];

	for (size_t i = 0; i < claim->input_count; i++) {
		const struct claim_input *input = &claim->inputs[i];

		buf_addf(&text, "%s%s = %s%s%s%s", i ? "; " : "", input->name, number_exact(input->value, number), input->unit ? " " : "",
		         input->unit ? input->unit : "", input->basis == BASIS_ESTIMATE ? " (estimate)" : "");
	}
	listing_text(l, buf_text(&text));
	buf_release(&text);
}

static void put_claim(struct listing *l, const struct claim *claim, enum lang lang)
{
	listing_text(l, claim->id);
	listing_number(l, claim->essay);
	listing_text(l, text_in(&claim->text, lang));
	put_inputs(l, claim);
	listing_number(l, claim->stated);
	listing_number(l, claim->value);
	listing_text(l, claim->unit);
	listing_text(l, verdict_name(claim->verdict));
	listing_text(l, text_in(&claim->note, lang));
	listing_end_row(l);
}

static int write_claims(struct context *context, const struct model *model, long long essay)
{
	struct output *output = output_open(context);
	struct listing *l;

	if (!output)
		return STATUS_BAD_INPUT;
	l = cmd_listing(context, output, FORMAT_TABLE, columns, ARRAY_LEN(columns));
	if (!l) {
		output_discard(output);
		return STATUS_BAD_INPUT;
	}
	for (size_t i = 0; i < model_claim_count(model); i++)
		if (!essay || model_claim(model, i)->essay == essay)
			put_claim(l, model_claim(model, i), context->lang);
	listing_close(l);
	return output_close(output);
}

int cmd_claims(struct context *context)
{
	long long essay = 0;
	struct rules *rules;
	struct err err;
	int status;

	enum format format;

	if (cmd_no_argument(context, "claims") || cmd_format(context, FORMAT_TABLE, &format))
		return STATUS_BAD_INPUT;
	if (options_integer(&context->options, "essay", 1, 99, &essay, &err)) {
		cmd_complain(err.text);
		return STATUS_BAD_INPUT;
	}
	rules = cmd_load_rules(context);
	if (!rules)
		return STATUS_BAD_RULES;
	status = write_claims(context, rules_model(rules), essay);
	rules_free(rules);
	return status;
}
