/* SPDX-License-Identifier: MIT
 *
 * Options: the table that parsing, --help, completion and the manual are made from, and what was given on the command line.
 */
#ifndef PS_CMD_OPTIONS_H
#define PS_CMD_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

struct err;

struct option_row {
	char letter;             /* 0: none */
	const char *name;        /* NULL ends a list */
	const char *argument;    /* NULL: none */
	const char *help;        /* to be translated */
};

struct given {
	const struct option_row *row;
	const char *value;       /* borrowed from argv; NULL where it takes none */
};

struct options {
	struct given *items;
	size_t count, cap;
	char **rest;             /* arguments that are no options; borrowed from argv */
	size_t rest_count;
};

/* Reads argv[1 ...] by both lists (getopt_long, which reorders argv); -1 and `err` for an unknown option (with a guess), a missing or a needless argument. */
int options_read(struct options *options, int argc, char *argv[], const struct option_row *own, const struct option_row *common,
                 struct err *err);
void options_release(struct options *options);

/* The last value given; NULL: not given. A flag that was given has the value "". */
const char *options_value(const struct options *options, const char *name);
bool options_has(const struct options *options, const char *name);

/* Numbers: what was given, or `fallback`; -1 and `err` when it is none or out of range. */
int options_integer(const struct options *options, const char *name, long long lo, long long hi, long long *value, struct err *err);
int options_number(const struct options *options, const char *name, double *value, struct err *err);

#endif
