/* SPDX-License-Identifier: MIT
 *
 * What new rules and data changed: files, what is declared in them, and outcomes by size of effect.  Kept as names, ids
 * and numbers, so that it is said in the language and the width of the moment.
 */
#ifndef PS_UI_NEWS_H
#define PS_UI_NEWS_H

#include <stddef.h>

struct book_old;
struct buf;
struct news;
struct desk;
struct doc;
struct outcomes;

/* Values of all outcomes at the cursor year, by id: taken before the rules change, they outlive their model. */
struct outcomes *outcomes_take(const struct desk *desk);
void outcomes_free(struct outcomes *outcomes);

/* What is different on the desk from the old rules and the outcomes that they had. */
struct news *news_find(const struct desk *desk, const struct book_old *old, const struct outcomes *before);
void news_free(struct news *news);

/* Adds what is new, in a word: rules, data or both, and by the name of the file. */
void news_words(const struct news *news, struct buf *words);

int news_most(const struct news *news, const struct desk *desk);   /* the outcome moved most; -1: none moved */

/* Adds the list. */
void news_put(const struct news *news, const struct desk *desk, struct doc *doc);

#endif
