/* SPDX-License-Identifier: MIT
 *
 * Commands: all that can be done, by name.  Keys, the prompt, scripts and the configuration file all go through here.
 */
#ifndef PS_UI_COMMAND_H
#define PS_UI_COMMAND_H

#include <stddef.h>

struct desk;
struct err;

/* What the argument of a command may be, for completion. */
enum argument {
	ARGUMENT_NONE, ARGUMENT_TEXT, ARGUMENT_INPUT, ARGUMENT_OUTCOME, ARGUMENT_VARIABLE, ARGUMENT_SCENARIO,
		ARGUMENT_OWN_SCENARIO,
	ARGUMENT_COMPARE, ARGUMENT_WORD, ARGUMENT_AMONG, ARGUMENT_COMMAND, ARGUMENT_FILE
};

struct command {
	const char *name;
	const char *usage;         /* of the argument: "[NAME]", "" for none; English, for _() */
	const char *help;          /* English, for _() */
	enum argument argument;
	const char *words;         /* parted by blanks: all that may stand there (WORD), or some of it (AMONG) */
	int (*run)(struct desk *desk, const char *argument, struct err *err);   /* reactions, -1 on error */
};

const struct command *command_at(size_t i);                /* in order of name; NULL after the last */
const struct command *command_find(const char *name);      /* NULL: no such command */

/* Whether a key may be bound to the line: it is a command with an argument of the kind that it takes (the error says what it
 * takes), and names no file to be written over unasked, since a configuration may come from elsewhere. */
int command_check_bound(const char *line, struct err *err);

/* Runs a line: a command's name and its argument. Returns reaction bits (desk.h), -1 on error. An empty line does
 * nothing. */
int command_run(struct desk *desk, const char *line, struct err *err);

/* The same, with the error said on the desk. */
int command_do(struct desk *desk, const char *line);

/* The command that a line `bind PLACE KEY COMMAND` takes the key from when it is run; NULL for none, and for any other
 * line. The caller's. */
char *command_takes_key(const struct desk *desk, const char *line);

#endif
