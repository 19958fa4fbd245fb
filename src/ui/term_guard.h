/* SPDX-License-Identifier: MIT
 *
 * Whatever ends the program (a signal, a crash, no memory), the terminal is as it was before; and what other signals say
 * waits to be read.  One at a time, as there is one terminal: signal handlers have no context.
 */
#ifndef PS_UI_TERM_GUARD_H
#define PS_UI_TERM_GUARD_H

#include <stdbool.h>

struct termios;

/* From now on; the settings are those to go back to, and a byte is written to `wake` at each signal that can wait. */
void guard_begin(const struct termios *settings, int wake);

/* Adds to what is sent to the terminal when it is given back: a capability, with padding or not; NULL: nothing. */
void guard_add(const char *capability);

/* While another program has the terminal nothing is sent. */
void guard_away(bool away);
void guard_end(void);

/* What a signal has said and was not asked for yet, the most urgent first. Being closed is said again and again. */
enum guard_news { GUARD_NOTHING, GUARD_CLOSED, GUARD_STOP, GUARD_RESIZED };
enum guard_news guard_news(void);

#endif
