/* SPDX-License-Identifier: MIT
 *
 * publicstake help: the manual as plain text, by topic.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/manual.h"
#include "base/manual_words.h"
#include "base/text.h"
#include "cmd/cmd.h"

enum { WIDTH = 80, WIDEST = 100, NARROWEST = 40, NAME_CELLS = 26 };

const struct option_row help_options[] = {
	{ 'o', "output", N_("FILE"), N_("write to a file, whole or not at all, instead of stdout") },
	{ 0, NULL, NULL, NULL },
};

static int width_of(const struct output *output)
{
	const int width = output_width(output);

	return !width ? WIDTH : width < NARROWEST ? NARROWEST : width > WIDEST ? WIDEST : width;
}

static void list_pages(FILE *stream, const struct manual *manual, int width)
{
	struct text_lines lines = text_wrap(_("publicstake help TOPIC shows a page, or what a page says of a lever, an "
	                                      "assumption, an outcome, a command, an option or a function. The pages:"), width);

	for (size_t i = 0; i < lines.count; i++)
		fprintf(stream, "%s\n", lines.line[i]);
	fputc('\n', stream);
	text_lines_release(&lines);
	for (size_t i = 0; i < manual_count(manual); i++) {
		char *name = xasprintf("%s(%s)", manual_name(manual, i), manual_section(manual, i));
		struct buf line = BUF_INIT;

		text_fit(&line, name, NAME_CELLS, TEXT_LEFT, NULL);
		fprintf(stream, "  %s %s\n", buf_text(&line), manual_title(manual, i));
		buf_release(&line);
		free(name);
	}
}

/* A part of a page goes with the page's name in front. */
static void print_topic(FILE *stream, const struct manual *manual, size_t page, size_t line, int width)
{
	struct manual_text text = manual_layout(manual, page, line, width);

	if (line)
		fprintf(stream, "%s(%s)\n\n", manual_name(manual, page), manual_section(manual, page));
	for (size_t i = text.start; i < text.end; i++)
		fprintf(stream, "%s\n", text.lines[i].text);
	manual_text_release(&text);
}

/* All arguments as one topic: `help gpu sources`. */
static char *topic_of(const struct options *options)
{
	struct buf topic = BUF_INIT;

	for (size_t i = 0; i < options->rest_count; i++) {
		buf_add(&topic, i ? " " : "");
		buf_add(&topic, options->rest[i]);
	}
	return buf_take(&topic);
}

static void list_places(FILE *stream, const struct manual *manual, const char *topic,
                        const struct manual_places *places)
{
	char *quoted = text_quote(topic, strlen(topic), WIDTH / 2);

	fprintf(stream, _("The manual has nothing called `%s`, but the word stands in\n"), quoted);
	for (size_t i = 0; i < places->count; i++) {
		const struct manual_place *place = &places->list[i];
		const char *name = manual_name(manual, place->page), *tail = strchr(name, '-');
		const char *quote = strpbrk(place->section, "'()?*&;<>|#") ? "\"" : "";

		fprintf(stream, "  publicstake help %s %s%s%s\n", tail ? tail + 1 : name, quote, place->section, quote);
	}
	free(quoted);
}

static int show(const struct context *context, const struct manual *manual)
{
	char *topic = topic_of(&context->options);
	struct manual_places places = { NULL, 0, 0 };
	struct output *output;
	size_t line = 0;
	struct err err;
	int page = 0;

	if (*topic)
		page = manual_find(manual, topic, &line, &err);
	if (page < 0)
		places = manual_places(manual, topic);
	if (page < 0 && !places.count)
		cmd_complain(err.text);
	output = page < 0 && !places.count ? NULL : output_open(context);
	if (output && places.count)
		list_places(output_stream(output), manual, topic, &places);
	else if (output && *topic)
		print_topic(output_stream(output), manual, (size_t)page, line, width_of(output));
	else if (output)
		list_pages(output_stream(output), manual, width_of(output));
	manual_places_release(&places);
	free(topic);
	return output ? output_close(output) : STATUS_BAD_INPUT;
}

int cmd_help(struct context *context)
{
	struct manual *manual;
	struct err err;
	int status;

	manual = manual_open(context->where.manual, context->lang, &err);
	if (!manual) {
		cmd_complain(err.text);
		return STATUS_BAD_INPUT;
	}
	status = show(context, manual);
	manual_close(manual);
	return status;
}
