/* SPDX-License-Identifier: MIT
 *
 * What was done, in words of the language that is shown now.  The history keeps no words but marks; what moved a slider
 * has none, as its changes say all.
 */
#ifndef PS_UI_DEED_H
#define PS_UI_DEED_H

#include <stdbool.h>

struct buf;
struct desk;
struct history_entry;

/* The text of an entry of the history (history.h): a mark, and what it is about, parted by tabs. */
#define DEED_OPEN ":open\t%s"          /* name of the scenario; as with the next ones */
#define DEED_SAVE ":save\t%s"
#define DEED_DELETE ":delete\t%s"
#define DEED_RENAME ":rename\t%s\t%s"  /* from, to */
#define DEED_DESCRIBE ":describe"
#define DEED_NEW ":new"
#define DEED_RESET ":reset"            /* everything to its default */
#define DEED_RULES ":rules"            /* rule files were changed */
#define DEED_SLIDER ""

/* Adds what an entry did; of one slider, from which value to which, and the other way round where it is taken `back`. */
void deed_words(const struct desk *desk, const struct history_entry *entry, bool back, struct buf *words);

#endif
