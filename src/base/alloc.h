/* SPDX-License-Identifier: MIT
 *
 * Allocation that can't fail, and the law of ownership that all headers follow:
 * a returned `const` pointer is borrowed (its header says until when), a plain pointer is the caller's to free; a function
 * that keeps an argument says "takes"; every `..._free` accepts NULL.
 */
#ifndef PS_BASE_ALLOC_H
#define PS_BASE_ALLOC_H

#include <stddef.h>

/* Zeroed memory, or the end of the program: these never return NULL. `count * size` is checked for overflow. */
void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *old, size_t count, size_t size);
char *xstrdup(const char *text);
char *xstrndup(const char *text, size_t length);
char *xasprintf(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* Makes room for one more item in a growing array of `*cap` items of `size` bytes that holds `len`;
 * returns the array, moved where it had to be. */
void *xgrow(void *items, size_t len, size_t *cap, size_t size);

/* Called once before the program ends for want of memory: the terminal back end restores the screen here. */
void alloc_at_failure(void (*restore)(void));

#define ARRAY_LEN(a) (sizeof(a) / sizeof((a)[0]))

#endif
