/* SPDX-License-Identifier: MIT
 *
 * The folders of an explorer: rules and scenarios of tests/ui ("a country in a box"), a manual of one page, and an empty
 * home, which the environment names.  A program that links it (with -Wl,--wrap=pthread_create) has no threads: then the
 * same input does the same, and sooner.
 */
#ifndef PS_FUZZ_BOX_H
#define PS_FUZZ_BOX_H

struct shelf;

struct box {
	char *rules, *data, *manual;   /* as shipped */
	char *home;
	char *own;                     /* where the user's rules would stand in it */
	struct shelf *shelf;
};

/* The same each time, with the home emptied; it is kept until the end of the program. */
const struct box *box_empty(void);

#endif
