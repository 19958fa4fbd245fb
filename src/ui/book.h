/* SPDX-License-Identifier: MIT
 *
 * The book of rules: the rules that run, and how they change while the program runs.  It watches their files; when
 * one is saved it reads all of them again beside the old, in a thread of its own, so that nobody waits for rules that take
 * long to be refused; when one is saved meanwhile, it begins anew.  Right ones can then be taken over; of wrong ones
 * the mistakes are kept until they are mended, and the old ones run on.
 */
#ifndef PS_UI_BOOK_H
#define PS_UI_BOOK_H

#include <stdbool.h>
#include <stddef.h>

struct book;
struct diags;
struct err;
struct model;
struct place;
struct rules;

struct book_spec {
	const char *const *rule_dirs;   /* shipped first; later ones win */
	size_t rule_dir_count;
	const char *const *data_dirs;
	size_t data_dir_count;
	const char *own_rules;          /* where files are copied to be edited; NULL: nowhere */
	bool is_safe;                   /* the user's own rules were left out on request */
};

/* Loads the rules; NULL and what is wrong in `diags`. Where only the user's own files are wrong it runs without
 * them, and what is wrong is in book_mistakes. The strings of `spec` are copied. */
struct book *book_open(const struct book_spec *spec, struct diags *diags);
void book_close(struct book *book);

const struct rules *book_rules(const struct book *book);   /* borrowed until they change, as their model */
const struct model *book_model(const struct book *book);

/* The lines of a variable's equation, and of any by its place, as written; the caller's. */
char *book_source(const struct book *book, int variable);
char *book_lines(const struct book *book, const struct place *place);

/* The full path of a rule file by the name that places carry; NULL: not known. Borrowed until the rules change. */
const char *book_path(const struct book *book, const char *name);

/* One of them (-1: none) becomes readable when there is news of the files or of a reading; then call book_poll, and
 * in any case now and then. It returns true when a reading has ended since: then book_take, or look at
 * book_mistakes. */
void book_fds(const struct book *book, int fds[2]);
bool book_poll(struct book *book);

void book_reload(struct book *book);           /* reads the files again, whatever they are */
bool book_wait(struct book *book);             /* until a reading has ended; false: none is under way */

/* Rules that were read and are right, and not taken over yet: makes them the ones that run, and gives the old ones
 * back to be freed with book_drop once nothing uses their model; NULL: there are none. */
struct book_old;
struct book_old *book_take(struct book *book);
const struct rules *book_old_rules(const struct book_old *old);
void book_drop(struct book_old *old);

/* Whether the shipped rules run in place of the user's: because it was asked for, or theirs were wrong from the start
 * and still are. */
bool book_is_shipped(const struct book *book);

/* What is wrong with the files as they are now; empty when they are right. Borrowed until book_poll. */
const struct diags *book_mistakes(const struct book *book);

/* The path at which the user edits a rule file (book_path): of a shipped one a copy in the user's own folder, which
 * is made now if it is not there. The caller's; NULL on error. */
const char *book_own_rules(const struct book *book);   /* the user's folder, NULL: none */
char *book_own_copy(struct book *book, const char *path, struct err *err);

/* Whether a file of the user's says what the shipped one of its name says; and the same with its removal: a copy in which
 * nothing was edited would hide the shipped file for ever, newer ones included. */
bool book_is_plain_copy(const struct book *book, const char *path);
bool book_drop_plain_copy(const struct book *book, const char *path);

#endif
