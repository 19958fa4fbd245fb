/* SPDX-License-Identifier: MIT
 *
 * A program in a pseudo-terminal, and the screen that it draws there: for tests that type, watch and kill.
 *
 * The terminal is a DEC VT52, as its cursor can be moved and it has no other arts: what comes is text, or one of a dozen
 * sequences.  It is in English, and all of its bytes are ASCII.
 */
#ifndef PS_TESTS_VT_H
#define PS_TESTS_VT_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { VT_SIDE_MAX = 95 };   /* rows and columns that a VT52's cursor can be sent to */

struct vt;

/* Runs a program, found in PATH, in a terminal of this size. */
struct vt *vt_start(const char *const argv[], int rows, int cols);

/* The same in a window of any size; its screen is not followed. */
struct vt *vt_start_unseen(const char *const argv[], int rows, int cols);

/* Waits for the end of the program, and gives its status as of waitpid; reads what it writes if `reads`. A program that has not
 * ended after VT_PATIENCE seconds is killed: -1. */
enum { VT_PATIENCE = 120 };
int vt_end(struct vt *vt, bool reads);

/* Closes the terminal, as if its window were closed. A program that still runs is not waited for, but vt_end can do that. */
void vt_hang_up(struct vt *vt);

void vt_free(struct vt *vt);

pid_t vt_pid(const struct vt *vt);

/* Types; reads what the program draws while it does not take it. */
void vt_type(struct vt *vt, const char *text);

/* Types without reading; false where the program takes no more. */
bool vt_offer(struct vt *vt, const char *text);

/* Puts what was drawn on the screen, waiting at most `us` microseconds for the first of it; false where nothing came. */
bool vt_read(struct vt *vt, long us);

/* Whether the program has closed the terminal. */
bool vt_is_closed(const struct vt *vt);

/* Whether the terminal's modes are those that it had before the program, and keys are no longer sent as those of a keypad;
 * true also for one that has been hung up. */
bool vt_is_restored(const struct vt *vt);

/* Control characters, and sequences, that no program may send to a VT52: bytes so far. */
size_t vt_strange(const struct vt *vt);

void vt_resize(struct vt *vt, int rows, int cols);

/* A row of the screen, `cols` characters; borrowed till the next call. */
const char *vt_row(const struct vt *vt, int y);
int vt_rows(const struct vt *vt);

/* The first row that has this text in it; -1: none. */
int vt_find(const struct vt *vt, const char *text);

/* The word (up to a blank) behind `before` in a row; false where there is none, or no room for it. */
bool vt_word(const struct vt *vt, int y, const char *before, char *word, size_t size);

/* Reads until that holds; false after VT_PATIENCE seconds, or when the terminal is closed before. */
bool vt_wait(struct vt *vt, bool (*holds)(const struct vt *vt, void *context), void *context);
bool vt_wait_for(struct vt *vt, const char *text);

/* The screen, to standard output. */
void vt_print(const struct vt *vt);

/* Seconds that only go on. */
double vt_clock(void);

#endif
