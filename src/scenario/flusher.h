/* SPDX-License-Identifier: MIT
 *
 * A thread that flushes one file to the disk, so that the one who writes it need not wait.  All functions are for the
 * thread that writes.
 */
#ifndef PS_SCENARIO_FLUSHER_H
#define PS_SCENARIO_FLUSHER_H

struct flusher;

/* For the file behind `fd`, which stays the caller's: it must be open until flusher_stop or flusher_change. Where no
 * thread can be had, flushing is done by who asks for it. */
struct flusher *flusher_start(int fd);

/* Something was written: it is flushed within `ms` from now, or earlier if asked for before. Does not wait. */
void flusher_ask(struct flusher *flusher, int ms);

/* From now on for another file, which has been flushed; waits until nobody uses the old one. */
void flusher_change(struct flusher *flusher, int fd);

/* The errno of a flushing that failed since the last flusher_change, else 0. */
int flusher_error(struct flusher *flusher);

/* Flushes what is left, ends the thread and frees; 0 or an errno. */
int flusher_stop(struct flusher *flusher);

#endif
