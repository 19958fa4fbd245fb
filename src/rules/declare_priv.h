/* SPDX-License-Identifier: MIT
 *
 * Between declare.c (the words, and what is common to all) and the files that read the fields of one kind each.
 */
#ifndef PS_RULES_DECLARE_PRIV_H
#define PS_RULES_DECLARE_PRIV_H

#include "rules/fields.h"

/* A word that was given a name and waits for its table; a setting of a check, whose lever may be declared later. */
struct pending {
	struct pending *next;
	enum { PENDING_TABLE, PENDING_CHANGE } what;
	const char *word;
	char *id;
	struct place place;
	int variable;               /* PENDING_CHANGE: the check; `id` names what it sets */
	bool versus;
	struct change change;
};

/* The variable that is being declared; borrowed until the next one is added. */
struct variable *declare_target(const struct decl *decl);

/* Keeps something for declare_finish; copies `id`. A Lua error when there are too many. */
void declare_later(struct host *host, struct pending what);

void declare_source(struct variable *variable, char *source);             /* takes it */
bool declare_short_list(struct decl *decl, const char *name);            /* a list of sources, marks, ... on the top */
bool declare_element(struct decl *decl, const char *name, lua_Integer i, double *value);   /* a number of the list on the top */

/* The fields of each kind besides the common ones, and what is checked once they are read. */
extern const struct field declare_lever_fields[], declare_uncertainty_fields[], declare_stock_fields[], declare_auxiliary_fields[],
	declare_outcome_fields[], declare_summary_fields[], declare_check_fields[];
void declare_finish_input(struct decl *decl);
void declare_finish_stock(struct decl *decl);
void declare_finish_equation(struct decl *decl);
void declare_finish_summary(struct decl *decl);
void declare_finish_check(struct decl *decl);

/* A series reads more than a variable holds. */
void declare_read_series(struct decl *decl, const struct field *common);

/* triangular, uniform, normal, fixed, into the table on the top. */
void declare_open_spreads(lua_State *L);

#endif
