/* SPDX-License-Identifier: MIT
 *
 * Where the program's own files lie: in the source tree while the program stands in its build tree, else under the prefix
 * that it was installed to, which may have been moved as a whole since.
 */
#ifndef PS_BASE_WHERE_H
#define PS_BASE_WHERE_H

#include <stdbool.h>

struct where {
	char *rules;     /* folder of the shipped rule files */
	char *data;      /* folder of the shipped data files */
	char *locale;    /* folder of the message catalogues */
	char *manual;    /* folder of the manual's pages as base/manual.h reads them */
	bool installed;
};

/* Finds the folders from the running program's path. It never fails: where nothing else is found it gives the folders that
 * configure was told. The folders need not exist. */
void where_init(struct where *where);

/* The same for a program that stands in `folder` (absolute, no links in it). */
void where_init_at(struct where *where, const char *folder);

void where_release(struct where *where);

#endif
