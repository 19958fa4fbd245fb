/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cmd/cmd.h"

#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/diags.h"
#include "base/err.h"
#include "base/file.h"
#include "base/text.h"
#include "scenario/shelf.h"

const struct option_row common_options[] = {
	{ 0, "rules", N_("DIR"), N_("rule files over the shipped ones, file by file; repeatable") },
	{ 0, "bare", NULL, N_("without the shipped rules: only those of --rules") },
	{ 0, "safe", NULL, N_("the shipped rules only, without your own") },
	{ 0, "data", N_("DIR"), N_("a folder of data files that go before the shipped ones") },
	{ 0, "lang", "ko|en", N_("language of what is shown") },
	{ 'h', "help", NULL, N_("how the command is used") },
	{ 0, "version", NULL, N_("the program's version") },
	{ 0, NULL, NULL, NULL },
};

void cmd_complain(const char *message)
{
	struct buf clean = BUF_INIT;

	text_clean(&clean, message, strlen(message), TEXT_ONE_LINE);
	fprintf(stderr, "publicstake: %s\n", buf_text(&clean));
	buf_release(&clean);
}

int cmd_no_argument(const struct context *context, const char *command)
{
	char *clean, *message;

	if (!context->options.rest_count)
		return 0;
	clean = text_quote(context->options.rest[0], strlen(context->options.rest[0]), 40);
	message = xasprintf(_("%s takes no argument `%s`; publicstake %s --help says what it takes"), command, clean, command);
	cmd_complain(message);
	free(message);
	free(clean);
	return -1;
}

void cmd_print(FILE *stream, const char *fmt, ...)
{
	struct buf clean = BUF_INIT;
	va_list args;
	char *text;

	va_start(args, fmt);
	if (vasprintf(&text, fmt, args) < 0)
		text = xstrdup("");
	va_end(args);
	text_clean(&clean, text, strlen(text), TEXT_KEEP_NEWLINES);
	fwrite(buf_text(&clean), 1, clean.len, stream);
	buf_release(&clean);
	free(text);
}

/* ---- the rules ---- */

struct rules_spec cmd_rules_spec(const struct context *context)
{
	return (struct rules_spec){
		.rule_dirs = context->rule_dirs, .rule_dir_count = context->rule_dir_count,
		.data_dirs = context->data_dirs, .data_dir_count = context->data_dir_count,
	};
}

struct rules *cmd_load_rules(const struct context *context)
{
	const struct rules_spec spec = cmd_rules_spec(context);
	struct diags diags = DIAGS_INIT;
	struct rules *rules = rules_load(&spec, &diags);

	for (size_t i = 0; i < diags.count; i++) {
		char *line = diags_line(&diags, i);

		cmd_complain(line);
		free(line);
	}
	diags_release(&diags);
	return rules;
}

/* ---- output ---- */

struct output {
	struct file_out *file;   /* NULL: stdout */
};

struct output *output_open(const struct context *context)
{
	const char *path = options_value(&context->options, "output");
	struct output *output = xmalloc(sizeof *output);
	struct err err;

	if (path)
		output->file = file_out_open(path, &err);
	if (!path || output->file)
		return output;
	cmd_complain(err.text);
	free(output);
	return NULL;
}

FILE *output_stream(const struct output *output)
{
	return output->file ? file_out_stream(output->file) : stdout;
}

int output_width(const struct output *output)
{
	struct winsize size;

	if (output->file || !isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size))
		return 0;
	return size.ws_col;
}

int output_close(struct output *output)
{
	struct err err;
	const int failed = output->file ? file_out_commit(output->file, &err) : file_flush(stdout, _("standard output"), &err);

	free(output);
	if (!failed)
		return STATUS_DONE;
	cmd_complain(err.text);
	return STATUS_BAD_INPUT;
}

void output_discard(struct output *output)
{
	if (output->file)
		file_out_discard(output->file);
	free(output);
}

int cmd_format(const struct context *context, enum format usual, enum format *format)
{
	const char *name = options_value(&context->options, "format");
	struct err err;

	*format = usual;
	if (!name || !format_parse(name, format, &err))
		return 0;
	cmd_complain(err.text);
	return -1;
}

struct listing *cmd_listing(const struct context *context, const struct output *output, enum format usual,
                            const struct listing_column *columns, size_t column_count)
{
	struct listing_spec spec = {
		.stream = output_stream(output), .lang = context->lang, .columns = columns, .column_count = column_count,
		.width = output_width(output), .mark = options_has(&context->options, "bom"),
	};

	if (cmd_format(context, usual, &spec.format))
		return NULL;
	return listing_open(&spec);
}

/* ---- the context ---- */

static void add_dir(const char ***dirs, size_t *count, const char *dir)
{
	*dirs = xrealloc(*dirs, *count + 1, sizeof **dirs);
	(*dirs)[(*count)++] = dir;
}

/* The user's folder of that name, if there is one. */
static char *own_folder(const char *name)
{
	char *path = file_home(FILE_DATA, name, NULL);

	if (path && file_is_folder(path))
		return path;
	free(path);
	return NULL;
}

/* A folder of the command line must be there: without it something else would be run. */
static int check_folder(const struct given *given)
{
	char *message;

	if (file_is_folder(given->value))
		return 0;
	message = xasprintf(_("--%s: there is no folder %s"), given->row->name, given->value);
	cmd_complain(message);
	free(message);
	return -1;
}

static int find_folders(struct context *c)
{
	const bool bare = options_has(&c->options, "bare"), safe = options_has(&c->options, "safe");

	add_dir(&c->data_dirs, &c->data_dir_count, c->where.data);
	if (!bare)
		add_dir(&c->rule_dirs, &c->rule_dir_count, c->where.rules);
	if (!bare && !safe) {
		c->own_rules = own_folder("rules");
		c->own_data = file_home(FILE_DATA, "data", NULL);   /* the explorer may see it come */
	}
	if (c->own_rules)
		add_dir(&c->rule_dirs, &c->rule_dir_count, c->own_rules);
	if (c->own_data)
		add_dir(&c->data_dirs, &c->data_dir_count, c->own_data);
	for (size_t i = 0; i < c->options.count; i++) {
		const struct given *given = &c->options.items[i];
		const bool rules = !strcmp(given->row->name, "rules"), data = !strcmp(given->row->name, "data");

		if ((rules || data) && check_folder(given))
			return -1;
		if (rules)
			add_dir(&c->rule_dirs, &c->rule_dir_count, given->value);
		else if (data)
			add_dir(&c->data_dirs, &c->data_dir_count, given->value);
	}
	return 0;
}

static void context_release(struct context *c)
{
	options_release(&c->options);
	where_release(&c->where);
	shelf_close(c->shelf);
	free(c->rule_dirs);
	free(c->data_dirs);
	free(c->own_rules);
	free(c->own_data);
}

/* ---- choosing the command ---- */

static const struct command *find_command(const char *name)
{
	for (const struct command *c = commands; c->name; c++)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}

/* Whether an option that all commands take has its argument in the next word. */
static bool takes_next(const char *word)
{
	for (const struct option_row *row = common_options; row->name; row++)
		if (row->argument && !strcmp(word + 2, row->name))
			return true;
	return false;
}

/* Brings the command's name in front of the options before it, which are those of all commands; NULL without a name. */
static const struct command *named_command(int argc, char *argv[])
{
	const struct command *command;
	char *name;
	int at = 1;

	while (at < argc && !strncmp(argv[at], "--", 2) && argv[at][2])
		at += takes_next(argv[at]) ? 2 : 1;
	if (at >= argc || !(command = find_command(argv[at])))
		return NULL;
	name = argv[at];
	memmove(argv + 2, argv + 1, (size_t)(at - 1) * sizeof(*argv));
	argv[1] = name;
	return command;
}

static int unknown_command(const char *name)
{
	char *clean = text_quote(name, strlen(name), 40), *message;
	struct text_guess guess = { .name = clean };

	for (const struct command *c = commands; c->name; c++)
		text_guess_offer(&guess, c->name);
	if (guess.best)
		message = xasprintf(_("unknown command `%s`; did you mean `%s`?"), clean, guess.best);
	else
		message = xasprintf(_("unknown command `%s`; publicstake --help lists the commands"), clean);
	cmd_complain(message);
	free(message);
	free(clean);
	return STATUS_BAD_INPUT;
}

static void print_options(const char *title, const struct option_row *rows)
{
	if (!rows || !rows->name)
		return;
	printf("\n%s\n", title);
	for (; rows->name; rows++) {
		struct buf line = BUF_INIT, column = BUF_INIT;

		if (rows->letter)
			buf_addf(&column, "-%c, ", rows->letter);
		buf_addf(&column, "--%s%s%s", rows->name, rows->argument ? " " : "", rows->argument ? _(rows->argument) : "");
		text_fit(&line, buf_text(&column), 28, TEXT_LEFT, NULL);
		printf("  %s  %s\n", buf_text(&line), _(rows->help));
		buf_release(&line);
		buf_release(&column);
	}
}

static void print_help(const struct command *command)
{
	if (command) {
		printf(_("usage: publicstake %s %s\n\n%s\n"), command->name, *command->arguments ? _(command->arguments) : "",
			_(command->help));
		print_options(_("Options:"), command->options);
	} else {
		puts(_("usage: publicstake [COMMAND] [OPTIONS]\n\nCommands:"));
		for (const struct command *c = commands; c->name; c++) {
			struct buf line = BUF_INIT;

			text_fit(&line, c->name, 10, TEXT_LEFT, NULL);
			printf("  %s  %s\n", buf_text(&line), _(c->help));
			buf_release(&line);
		}
		puts(_("\nWithout a command the explorer starts. publicstake COMMAND --help says more of one."));
	}
	print_options(_("Options of all commands:"), common_options);
}

/* Reads --lang ahead of everything, so that even a wrong option is complained of in that language. */
static const char *language_given(int argc, char *argv[])
{
	const char *lang = NULL;

	for (int i = 1; i < argc; i++) {
		if (!strncmp(argv[i], "--lang=", 7))
			lang = argv[i] + 7;
		else if (!strcmp(argv[i], "--lang") && i + 1 < argc)
			lang = argv[i + 1];
	}
	return lang;
}

/* The folder of shipped scenarios is in the last data folder that has one. */
static const char *scenario_data(const struct context *c)
{
	for (size_t i = c->data_dir_count; i-- > 0;) {
		char *path = file_join(c->data_dirs[i], "scenarios");
		const bool there = file_is_folder(path);

		free(path);
		if (there)
			return c->data_dirs[i];
	}
	return c->where.data;
}

/* A first word that is no command names a scenario for the explorer, or is a mistake. */
static bool is_scenario(const struct context *c, const char *name)
{
	return strpbrk(name, "./") || shelf_knows(c->shelf, name);
}

static int run_command(struct context *c, const struct command *command, bool named)
{
	if (options_has(&c->options, "help"))
		print_help(named ? command : NULL);
	else if (options_has(&c->options, "version"))
		puts(PACKAGE_STRING);
	else {
		if (find_folders(c))
			return STATUS_BAD_INPUT;
		c->shelf = shelf_open(scenario_data(c), NULL);
		if (!named && c->options.rest_count && !is_scenario(c, c->options.rest[0]))
			return unknown_command(c->options.rest[0]);
		return command->run(c);
	}
	return output_close(xmalloc(sizeof(struct output)));
}

int cmd_main(int argc, char *argv[])
{
	struct context c = { .lang = LANG_EN };
	const struct command *const command = named_command(argc, argv);
	int status = STATUS_BAD_INPUT;
	struct err err;

	signal(SIGPIPE, SIG_IGN);
	where_init(&c.where);
	if (lang_init(language_given(argc, argv), c.where.locale, &c.lang)) {
		cmd_complain(_("--lang is ko or en"));
	} else {
		if (options_read(&c.options, command ? argc - 1 : argc, command ? argv + 1 : argv, (command ? command : commands)->options,
			common_options, &err))
			cmd_complain(err.text);
		else
			status = run_command(&c, command ? command : commands, command != NULL);
	}
	context_release(&c);
	return status;
}
