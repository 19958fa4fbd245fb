/* SPDX-License-Identifier: MIT
 *
 * The text of an entry of the history: its fields (scenario/line.h) taken apart, and put together from what was done.
 *
 *	TEXT CHANGE...
 *
 * CHANGE is one of
 *
 *	= ID BEFORE AFTER        a setting: numbers, or nothing where it is not set
 *	@ BEFORE AFTER           the scenario in hand
 *	~ LANG BEFORE AFTER      the words about it that no file has yet; en or ko
 *	% PATH BEFORE AFTER      a file: ids of its contents
 */
#ifndef PS_SCENARIO_HISTORY_ENTRY_H
#define PS_SCENARIO_HISTORY_ENTRY_H

#include <stdbool.h>
#include <stddef.h>

#include "scenario/history.h"
#include "scenario/line.h"

struct buf;
struct settings;

/* An entry's text taken apart; start with zeros. The memory is used again by the next one. */
struct decoded {
	struct line line;
	struct history_change *changes;
	size_t change_cap;
	struct history_file *files;
	size_t file_cap;
	struct history_entry entry;   /* what was found; borrowed from the rest */
};

/* False if the text is no entry. */
bool entry_decode(struct decoded *decoded, const char *text, size_t length);
void entry_release(struct decoded *decoded);

/* Changes settings as the entry does, or back. */
void entry_apply(const struct history_entry *entry, struct settings *settings, bool forward);

/* What the state was before a deed. */
struct entry_before {
	const struct settings *settings;
	const char *scenario;
	const char *const *about;   /* LANG_COUNT of them */
};

/* Adds the fields of an entry for what the deed makes different; false if nothing does. `after` is what settings are
 * then. */
bool entry_encode(struct buf *line, const struct entry_before *before, const struct settings *after,
	const struct history_deed *deed);

#endif
