/* SPDX-License-Identifier: MIT
 *
 * One error on its way up.  Whatever a user can cause ends here: the function that meets it fills the caller's
 * `struct err` and returns -1 or NULL; upper layers may put context in front; only src/cmd and src/ui show it.
 * The text reads `file:line: what is wrong; what to do`, without a final newline.
 */
#ifndef PS_BASE_ERR_H
#define PS_BASE_ERR_H

enum { ERR_TEXT_MAX = 1024 };

struct err {
	char text[ERR_TEXT_MAX];
};

/* Sets the text, cut at ERR_TEXT_MAX on a character boundary; always returns -1, so that a caller can `return err_set(...)`.
 * `err` may be NULL for a caller who does not want to know. */
int err_set(struct err *err, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* The same, followed by `: ` and the text of errno. */
int err_set_errno(struct err *err, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Puts context in front of the text that is there; always returns -1. */
int err_prefix(struct err *err, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Why alone, for a place too small for where and what to do: what is between the last `: ` of such a text and `; ` or `. `, by
 * which translations part the two. The caller's. */
char *err_reason(const char *text);

#endif
