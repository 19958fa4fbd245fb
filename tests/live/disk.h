/* SPDX-License-Identifier: MIT
 *
 * A disk as unkind as POSIX lets it be: after a loss of power a file has what it had when it was last flushed (fsync or
 * fdatasync), nothing if it never was; and a folder has the names that it had when it was last flushed (late), or those that
 * it has now (early).  Real disks lie somewhere in between.
 *
 * It takes the place of the C library's fsync, fdatasync and rename in a program that is linked with --wrap for these three,
 * and keeps a picture of what would be left if the power went just then: before and after each of them.
 */
#ifndef PS_TESTS_LIVE_DISK_H
#define PS_TESTS_LIVE_DISK_H

/* Watches all below `folder`, which may not hold links; what is there already is taken for flushed. The pictures are the
 * folders PICTURES/1/late, PICTURES/1/early, PICTURES/2/late, ... with what would be left of `folder`; both are there when the
 * number is. Once in a program; ends it where that can't be done. */
void disk_watch(const char *folder, const char *pictures);

#endif
