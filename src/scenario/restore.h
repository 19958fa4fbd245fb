/* SPDX-License-Identifier: MIT
 *
 * Putting the files that an entry of the history changed back to what they were before it, or after it.  A history
 * comes from a file that others may have written: only rules and scenarios in folders that are named may be changed, and neither what is hidden there nor folders in them.
 */
#ifndef PS_SCENARIO_RESTORE_H
#define PS_SCENARIO_RESTORE_H

#include <stdbool.h>
#include <stddef.h>

struct blobs;
struct err;
struct history;
struct history_entry;

struct restore {
	const struct blobs *blobs;
	const char *const *folders;  /* absolute */
	size_t folder_count;
	bool forward;                /* to what they were after the entry */
	bool by_force;               /* whatever is there now, and as far as contents are kept */
};

/* All of them or none: -1 if one is not as the entry left it, can't be written, may not be, or is not kept any more. */
int restore_files(const struct restore *restore, const struct history_entry *entry, struct err *err);

/* Throws away former contents that no entry names any more. */
void restore_sweep(struct blobs *blobs, struct history *history);

#endif
