/* SPDX-License-Identifier: MIT
 *
 * The prompt: one line of text at the bottom of the screen, with a list of what fits above it.
 *
 *	prompt_start(prompt, ask)         a question, or ":" for any command
 *	prompt_feed(prompt, desk, key)    each key, until it is not PROMPT_OPEN any more
 *	prompt_line(prompt)               the command line to run, when it is PROMPT_DONE
 */
#ifndef PS_UI_PROMPT_H
#define PS_UI_PROMPT_H

#include <stdbool.h>

#include "ui/grid.h"
#include "ui/key.h"

struct ask;
struct desk;
struct frame;
struct prompt;

enum prompt_state { PROMPT_CLOSED, PROMPT_OPEN, PROMPT_DONE };

struct prompt *prompt_new(void);
void prompt_free(struct prompt *prompt);

void prompt_start(struct prompt *prompt, const struct desk *desk, const struct ask *ask);
enum prompt_state prompt_feed(struct prompt *prompt, const struct desk *desk, key_code key);
void prompt_stop(struct prompt *prompt);
enum prompt_state prompt_state(const struct prompt *prompt);
char *prompt_line(const struct prompt *prompt);     /* the caller's */

/* Once it is done: goes on with the text that is there, for another try. */
void prompt_resume(struct prompt *prompt);

/* Chooses a line of the list, as a click does; then the prompt is done. */
void prompt_choose(struct prompt *prompt, int candidate);

/* Draws the line into row `y` of the area, and the list above it. */
void prompt_draw(const struct prompt *prompt, const struct desk *desk, struct area area, int y, struct frame *frame);

#endif
