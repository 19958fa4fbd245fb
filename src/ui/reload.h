/* SPDX-License-Identifier: MIT
 *
 * Taking over new rules: the desk goes on with them, what they changed is listed, and undo takes it back.
 */
#ifndef PS_UI_RELOAD_H
#define PS_UI_RELOAD_H

struct desk;
struct history_entry;
struct reload;

/* Remembers the user's rule files as they are. */
struct reload *reload_new(const struct desk *desk);
void reload_free(struct reload *reload);

/* Undo or redo has put the files of `entry` back: reading them is no new deed. When they have been read, `words`, which say
 * so, come with what came of it. */
void reload_expect(struct reload *reload, const struct desk *desk, const struct history_entry *entry, const char *words);

/* A reading of the book has ended: takes right rules over, says what is wrong with others. Reaction bits. */
int reload_take(struct reload *reload, struct desk *desk);

/* Frees what belongs to the former rules: for when the new ones are on the screen. To be called before reload_free. */
void reload_tidy(struct reload *reload, struct desk *desk);

#endif
