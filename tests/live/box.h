/* SPDX-License-Identifier: MIT
 *
 * A box for tests that kill and torment the explorer: a folder of its own with a home, a copy of the program that is first in
 * PATH, and a small model, or the shipped one, to which a rule file of the user's adds three levers.
 */
#ifndef PS_TESTS_LIVE_BOX_H
#define PS_TESTS_LIVE_BOX_H

#include <stdbool.h>

struct box {
	char *folder;
	char *program;
	char *rules;       /* a rule file of the user's */
	char *base;        /* the one in the place of the shipped ones: a model without levers */
	char *scenarios;   /* the user's folder of scenarios; made already */
	char *session;     /* the folder of the first session */
};

/* Makes it, sets HOME to it, and takes XDG's folders out of the environment. Ends the test where it can't be made. The
 * model is a small one, or that of the source tree `shipped` if that is not NULL; the program is the file `program`, or the
 * one that PATH leads to if that is NULL. */
struct box *box_make(const char *name, const char *shipped, const char *program);

/* Takes it away again, unless `keep` for somebody to look into; frees. */
void box_release(struct box *box, bool keep);

/* The user's rules: levers a, b and c, the first on the screen, from 0 to 999 with the default 0; an outcome y; `version`
 * makes them others. To be freed. */
char *box_model(int version);

/* The version of a text that box_model gives; -1 if it is another. */
int box_model_version(const char *text);

/* The user's rule file gets that text, in one step, as most editors do it. */
void box_own_rules(const struct box *box, int version);

/* Writes a file in one step. Ends the test where it can't be written. */
void box_write(const char *path, const char *text);

/* A file's text, to be freed; NULL where there is none. */
char *box_read(const char *path);

/* Removes a folder with all that is in it. */
void box_remove(const char *folder);

#endif
