/* SPDX-License-Identifier: MIT
 *
 * A scenario: settings with a name, what they are about, and under which rules and data they were made.  One CSV file
 * each, as data/csv.h reads and writes it:
 *
 *	# name: Public compute
 *	# name_ko: 공공 연산
 *	# description: 200,000 GPUs by 2030.
 *	# description_ko: 2030년까지 GPU 20만 장.
 *	# date: 2026-03-14
 *	# rules: 5f0c...      (fingerprints, sixteen hexadecimal digits)
 *	# data: 91ab...
 *	id,value,note
 *	gpu_target,200000,the plan of 2025
 *
 * All comment lines may be missing; a repeated description adds a line to it; other comment lines are kept and come
 * last.  Columns may stand in any order, and `note` may be missing.  Values are plain numbers in the variable's unit.
 * What a spreadsheet does to comment lines (quotes around, commas behind) is undone.  shelf.h knows the folders of
 * scenarios.
 */
#ifndef PS_SCENARIO_SCENARIO_H
#define PS_SCENARIO_SCENARIO_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"

struct diags;
struct err;
struct model;
struct settings;

enum {
	SCENARIO_NAME_MAX = 180,       /* bytes of a name: what the file system leaves of 255 */
	SCENARIO_COMMENTS_MAX = 1000,  /* comment lines in a file */
};
#define SCENARIO_END ".csv"

/* Order and notes of the rows; a setting without a row comes after them, a row whose setting is gone is not written. */
struct scenario_row {
	char *id, *note;   /* note "" where there is none */
	int line;          /* of the file it was read from, 0: none */
};

struct scenario {
	char *name;                    /* the file name without .csv; "" while it has none */
	char *path;                    /* the file it was read from or last written to; "" while there is none */
	struct text title;             /* # name, # name_ko; may be empty: show the name */
	struct text description;       /* may have several lines */
	char *date;                    /* of the last saving, YYYY-MM-DD; "" unknown */
	char *rules, *data;            /* fingerprints it was made under; "" unknown */
	struct settings *settings;
	struct scenario_row *rows;
	size_t row_count, row_cap;
	char **comments;               /* other comment lines, without # */
	size_t comment_count, comment_cap;
	bool read_only;                /* shipped */
	char *content;                 /* fingerprint of the file's bytes when it was read or written; "" never */
};

struct scenario *scenario_new(const char *name);
struct scenario *scenario_copy(const struct scenario *scenario);
void scenario_free(struct scenario *scenario);

/* From a file or from bytes that are called `file` in errors. NULL on error. */
struct scenario *scenario_load(const char *path, struct err *err);
struct scenario *scenario_parse(const char *file, const char *bytes, size_t length, struct err *err);

/* The file as text (the caller's), which reads back to the same scenario. */
char *scenario_format(const struct scenario *scenario, size_t *length);

/* Writes it to `path`, whatever is there, in one step, and makes that its path. Nothing has changed on error. */
int scenario_save(struct scenario *scenario, const char *path, struct err *err);

/* New settings, copied; rows of settings that stay keep place and note. */
void scenario_set_settings(struct scenario *scenario, const struct settings *settings);

/* The note of a setting, "" where there is none; borrowed. A note for a setting that is not there is kept for when it
 * is. */
const char *scenario_note(const struct scenario *scenario, const char *id);
void scenario_set_note(struct scenario *scenario, const char *id, const char *note);

/* Says that the file at its path is not what is in hand: shelf_update refuses then. */
void scenario_disown(struct scenario *scenario);

/* Marks it as made under these rules and data, on the day `date` (YYYY-MM-DD). */
void scenario_stamp(struct scenario *scenario, const struct model *model, const char *date);

/* Title in `lang`, or the name. Borrowed. */
const char *scenario_title(const struct scenario *scenario, enum lang lang);

/* What a user should know when it is used with this model: made under other rules or other data; each setting that the
 * model does not take, with its line. Returns how many were added. */
size_t scenario_warnings(const struct scenario *scenario, const struct model *model, struct diags *diags);

#endif
