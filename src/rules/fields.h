/* SPDX-License-Identifier: MIT
 *
 * Fields: reading the table of a declaration.  A wrong field is reported with its own line and the rest is read on.  For src/rules only.
 */
#ifndef PS_RULES_FIELDS_H
#define PS_RULES_FIELDS_H

#include <stdbool.h>

#include "rules/host.h"

/* A declaration that is being read: its table is at stack index `table`. */
struct decl {
	struct host *host;
	const char *word;      /* "lever", ... */
	const char *id;
	int table;
	int variable;          /* -1: not a variable */
	struct place place;
	bool failed;           /* something was reported */
	const char *source;    /* of the data that its numbers came from; NULL: none */
	enum basis basis;
};

/* Reads the field whose value is on the top of the stack, and leaves the stack as it was. */
typedef void field_fn(struct decl *decl, const char *name);

struct field {
	const char *name;
	field_fn *read;
};

/* Reads all fields by two lists that each end with a NULL name (`more` may be NULL); an unknown one is reported with a guess. */
void fields_read(struct decl *decl, const struct field *fields, const struct field *more);

/* `word id: field: what is wrong` at the line where the field stands (NULL: at the declaration). */
void fields_report(struct decl *decl, const char *field, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* The value on the top as ...; false and a report when it is something else. */
bool field_number(struct decl *decl, const char *name, double *value);
bool field_flag(struct decl *decl, const char *name, bool *value);
bool field_text(struct decl *decl, const char *name, struct text *text);
bool field_string(struct decl *decl, const char *name, char **string);
bool field_list(struct decl *decl, const char *name);   /* a table */
bool field_one_of(struct decl *decl, const char *name, const char *const *words, int *which);   /* words end with NULL */

/* Takes the function on the top as an equation of the declaration's variable. */
bool field_equation(struct decl *decl, const char *name, enum part part);

#endif
