/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cmd/options.h"

#include <assert.h>
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/number.h"
#include "base/text.h"

/* Both lists as getopt_long takes them; row i has the value FIRST_LONG + i. */
enum { FIRST_LONG = 256, ROWS_MAX = 64 };

struct getopt_lists {
	const struct option_row *rows[ROWS_MAX];
	struct option longs[ROWS_MAX + 1];
	char letters[2 * ROWS_MAX + 2];
	size_t count;
};

static void add_rows(struct getopt_lists *lists, const struct option_row *rows)
{
	for (; rows && rows->name; rows++) {
		struct option *o = &lists->longs[lists->count];
		char *end = lists->letters + strlen(lists->letters);

		assert(lists->count < ROWS_MAX);
		*o = (struct option){ .name = rows->name, .has_arg = rows->argument ? required_argument : no_argument,
		                      .val = FIRST_LONG + (int)lists->count };
		lists->rows[lists->count++] = rows;
		if (rows->letter) {
			*end++ = rows->letter;
			if (rows->argument)
				*end = ':';
		}
	}
}

static const struct option_row *row_of(const struct getopt_lists *lists, int value)
{
	if (value >= FIRST_LONG)
		return lists->rows[value - FIRST_LONG];
	for (size_t i = 0; i < lists->count; i++)
		if (lists->rows[i]->letter == value)
			return lists->rows[i];
	return NULL;
}

static int unknown(const struct getopt_lists *lists, const char *argument, struct err *err)
{
	char *clean = text_quote(argument, strcspn(argument, "="), 60);
	struct text_guess guess = { .name = clean + strspn(clean, "-") };

	for (size_t i = 0; !strncmp(clean, "--", 2) && i < lists->count; i++)
		text_guess_offer(&guess, lists->rows[i]->name);
	if (guess.best)
		err_set(err, _("unknown option %s; did you mean --%s?"), clean, guess.best);
	else
		err_set(err, _("unknown option %s; --help lists the options"), clean);
	free(clean);
	return -1;
}

/* What getopt_long found wrong, told by its answer and by which option it stands at. */
static int complain(const struct getopt_lists *lists, int answer, char *argv[], struct err *err)
{
	const struct option_row *row = optopt ? row_of(lists, optopt) : NULL;

	if (answer == ':' && row)
		return err_set(err, _("option --%s needs a value: --%s %s"), row->name, row->name, row->argument);
	if (row && !row->argument)
		return err_set(err, _("option --%s takes no value"), row->name);
	return unknown(lists, argv[optind - 1], err);
}

int options_read(struct options *options, int argc, char *argv[], const struct option_row *own, const struct option_row *common,
                 struct err *err)
{
	struct getopt_lists lists = { .letters = ":" };
	int answer;

	*options = (struct options){ 0 };
	add_rows(&lists, own);
	add_rows(&lists, common);
	optind = 0;
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): there are no threads yet */
	while ((answer = getopt_long(argc, argv, lists.letters, lists.longs, NULL)) != -1) {
		const struct option_row *row = answer == '?' || answer == ':' ? NULL : row_of(&lists, answer);

		if (!row)
			return complain(&lists, answer, argv, err);
		options->items = xgrow(options->items, options->count, &options->cap, sizeof *options->items);
		options->items[options->count++] = (struct given){ .row = row, .value = row->argument ? optarg : "" };
	}
	options->rest = argv + optind;
	options->rest_count = (size_t)(argc - optind);
	return 0;
}

void options_release(struct options *options)
{
	free(options->items);
	*options = (struct options){ 0 };
}

const char *options_value(const struct options *options, const char *name)
{
	for (size_t i = options->count; i-- > 0;)
		if (!strcmp(options->items[i].row->name, name))
			return options->items[i].value;
	return NULL;
}

bool options_has(const struct options *options, const char *name)
{
	return options_value(options, name) != NULL;
}

static int not_a_number(const char *name, const char *value, struct err *err)
{
	char *clean = text_quote(value, strlen(value), 40);

	err_set(err, _("--%s needs a number, not `%s`"), name, clean);
	free(clean);
	return -1;
}

int options_integer(const struct options *options, const char *name, long long lo, long long hi, long long *value, struct err *err)
{
	const char *text = options_value(options, name);
	double number;
	char *end;

	if (!text)
		return 0;
	errno = 0;
	*value = strtoll(text, &end, 10);
	if (end == text || *end)
		return number_parse(text, &number, NULL) ? not_a_number(name, text, err)
		                                         : err_set(err, _("--%s must be a whole number, not %s"), name, text);
	if (errno || *value < lo || *value > hi)
		return err_set(err, _("--%s must be a whole number from %lld to %lld"), name, lo, hi);
	return 0;
}

int options_number(const struct options *options, const char *name, double *value, struct err *err)
{
	const char *text = options_value(options, name);

	if (text && number_parse(text, value, NULL))
		return not_a_number(name, text, err);
	return 0;
}
