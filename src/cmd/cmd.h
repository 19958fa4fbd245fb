/* SPDX-License-Identifier: MIT
 *
 * The commands: one table of them (commands.c), one small file each, and what they share: common options, loading the rules, where output
 * goes, exit statuses.
 */
#ifndef PS_CMD_CMD_H
#define PS_CMD_CMD_H

#include <stdbool.h>
#include <stdio.h>

#include "base/lang.h"
#include "base/where.h"
#include "cmd/listing.h"
#include "cmd/options.h"
#include "rules/rules.h"

struct err;
struct scenario;
struct shelf;

enum status {
	STATUS_DONE = 0,
	STATUS_CHECK_FAILED = 1,
	STATUS_BAD_INPUT = 2,    /* usage or a file */
	STATUS_BAD_RULES = 3,
};

/* What a command runs with. */
struct context {
	struct options options;
	enum lang lang;
	struct where where;
	const char **rule_dirs;  /* shipped first (unless --bare), the user's, then those of --rules */
	size_t rule_dir_count;
	const char **data_dirs;
	size_t data_dir_count;
	char *own_rules, *own_data;   /* the user's folders; NULL: there are none; that of data may not be there yet */
	struct shelf *shelf;
};

struct command {
	const char *name;
	const char *arguments;               /* for the usage line; "" for none */
	const char *help;                    /* one line, to be translated */
	const struct option_row *options;
	int (*run)(struct context *context);   /* an enum status */
};

extern const struct command commands[];        /* ends with a NULL name */
extern const struct option_row common_options[];

/* Runs the program: picks the command, reads the options, runs it. Returns the exit status. */
int cmd_main(int argc, char *argv[]);

/* ---- for the commands ---- */

/* `publicstake: message` on stderr. */
void cmd_complain(const char *message);

/* A complaint and an error if there is an argument that is no option. */
int cmd_no_argument(const struct context *context, const char *command);

/* Text for people: without control characters but line feeds, whatever it is made of. */
void cmd_print(FILE *stream, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* The rules, or NULL with every mistake on stderr. */
struct rules *cmd_load_rules(const struct context *context);

/* What cmd_load_rules loads, for who loads by himself. */
struct rules_spec cmd_rules_spec(const struct context *context);

/* The format asked for, or `usual`; -1 with a complaint. */
int cmd_format(const struct context *context, enum format usual, enum format *format);

/* Where data go: the file of -o, written whole or not at all, or stdout. */
struct output;
struct output *output_open(const struct context *context);   /* NULL with a complaint */
FILE *output_stream(const struct output *output);
int output_width(const struct output *output);               /* cells of the terminal; 0: no terminal */
int output_close(struct output *output);                     /* an enum status: a full disk or closed pipe is a complaint */
void output_discard(struct output *output);

/* A listing on that output with the context's language, --format (or `usual`) and --bom; NULL with a complaint. */
struct listing *cmd_listing(const struct context *context, const struct output *output, enum format usual,
                            const struct listing_column *columns, size_t column_count);

/* --format, -o and --bom: rows for the list of a command that writes a listing. */
#define OUTPUT_OPTIONS \
	{ 0, "format", "csv|json|table", N_("how data are written") }, \
	{ 'o', "output", N_("FILE"), N_("write to a file, whole or not at all, instead of stdout") }, \
	{ 0, "bom", NULL, N_("begin CSV with the mark that Excel needs for Hangul") }

/* The commands themselves, one file each; all return an enum status. */
extern const struct option_row explore_options[], run_options[], list_options[], show_options[], check_options[], claims_options[], help_options[];

int cmd_explore(struct context *context);
int cmd_run(struct context *context);
int cmd_list(struct context *context);
int cmd_show(struct context *context);
int cmd_check(struct context *context);
int cmd_claims(struct context *context);
int cmd_help(struct context *context);

#endif
