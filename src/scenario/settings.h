/* SPDX-License-Identifier: MIT
 *
 * Settings: the levers and uncertainties that the user set, by id.  They know no model, so that they outlive a reload
 * of the rules, and ids that the rules of today don't have; what a model makes of them is the second half of this
 * header.
 *
 * A lever that stands at its default is not set.  An uncertainty that is set is held at that value in all worlds, even
 * at its default; one that is never drawn is treated like a lever.
 */
#ifndef PS_SCENARIO_SETTINGS_H
#define PS_SCENARIO_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct diags;
struct err;
struct model;
struct settings;

/* Limits, also in the manual. */
enum {
	SETTINGS_MAX = 4096,     /* of them */
	SETTINGS_ID_MAX = 64,    /* bytes of an id */
};

/* The caller's to free. */
struct settings *settings_new(void);
struct settings *settings_copy(const struct settings *settings);
void settings_free(struct settings *settings);

/* Not empty, not too long, and fit to be shown (text_clean): no control characters, nothing invisible. */
bool settings_is_id(const char *id);

/* Sets or replaces a value; -1 and nothing changed if it is not finite, the id is none, or there are too many. */
int settings_set(struct settings *settings, const char *id, double value);
bool settings_unset(struct settings *settings, const char *id);   /* whether it was set */
void settings_clear(struct settings *settings);

/* False, and `*value` as it was, if it is not set. `value` may be NULL. */
bool settings_get(const struct settings *settings, const char *id, double *value);

/* All of them, in byte order of the ids; ids are borrowed until the next change. */
size_t settings_count(const struct settings *settings);
const char *settings_id(const struct settings *settings, size_t i);
double settings_value(const struct settings *settings, size_t i);

/* The same ids with the same values. */
bool settings_equal(const struct settings *a, const struct settings *b);

/* ---- with a model ---- */

/* Whether the model takes the value: -1 and what is wrong for an unknown id ("did you mean"), a variable that can't be
 * set, a value out of range (with the range and the nearest value that is in it), a switch neither 0 nor 1. */
int settings_check(const struct model *model, const char *id, double value, struct err *err);

/* The allowed value nearest to `value`. The variable is a lever or an uncertainty. */
double settings_nearest(const struct model *model, int variable, double value);

/* Sets a value that the model takes, or takes the setting away where it says no more than the default. */
int settings_put(struct settings *settings, const struct model *model, const char *id, double value, struct err *err);

/* The same from "ID=VALUE", with the value as people type it (number_parse_typed): for `--set` and the command line. */
int settings_assign(struct settings *settings, const struct model *model, const char *assignment, struct err *err);

/* Takes away what says no more than the default. */
void settings_tidy(struct settings *settings, const struct model *model);

/* values[variable] and is_set[variable], for each variable of the model: defaults (NAN where there is none, as
 * model_defaults) with the settings over them. What settings_check would refuse is not applied, stays in the settings
 * and is added to `diags` (may be NULL); returns how many those are. */
size_t settings_apply(const struct settings *settings, const struct model *model, double *values, bool *is_set,
	struct diags *diags);

#endif
