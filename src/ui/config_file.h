/* SPDX-License-Identifier: MIT
 *
 * The user's configuration: a file of command lines, one a line, that are run at the start; empty lines and those
 * that begin with # are comment.
 *
 *	theme safe-dark
 *	charts 4
 *	bind sliders J move -10
 */
#ifndef PS_UI_CONFIG_FILE_H
#define PS_UI_CONFIG_FILE_H

struct desk;

/* Runs the file (NULL: $XDG_CONFIG_HOME/publicstake/config; no error if that is not there). Bad lines are skipped
 * and added to the desk's notices with their numbers, as are bindings that take a key from another. Returns how
 * many were bad. */
int config_read(const char *path, struct desk *desk);

#endif
