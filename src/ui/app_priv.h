/* SPDX-License-Identifier: MIT
 *
 * What the loop and scripts share, and whatever else drives the explorer.
 */
#ifndef PS_UI_APP_PRIV_H
#define PS_UI_APP_PRIV_H

#include <stdbool.h>

#include "ui/app.h"
#include "ui/frame.h"
#include "ui/key.h"
#include "ui/term.h"

struct app {
	const struct app_spec *spec;
	void (*complain)(const char *message);
	struct book *book;
	struct session *session;
	struct keymap *keymap;
	struct desk *desk;
	struct reload *reload;
	struct prompt *prompt;
	struct term *term;           /* NULL: a script */
	struct grid *grid;
	struct frame frame;
	bool pasting, quit, look_changed, moving;  /* moving: axes are on their way */
	double moved_at, drawn_at;   /* seconds; of the last move of a slider, of the last drawing */
	double step;                 /* of a script: seconds that pass until the next drawing */
	bool mouse, dragging;
	struct region drag;
};

#define APP_FRAME_SECONDS 0.016

double app_clock(void);

/* The colours of the terminal; a script has those that were asked for, or all. */
enum term_colours app_colours(const struct app *app);

/* Everything is up, and nothing drawn yet. NULL, with what is wrong said, and where in `end`. */
struct app *app_open(const struct app_spec *spec, void (*complain)(const char *message), enum app_end *end);
void app_close(struct app *app);

/* What follows from an event, or from a command line, as reaction bits. */
int app_event(struct app *app, struct event event);
int app_key(struct app *app, key_code key);
int app_line(struct app *app, const char *line);

/* Runs and draws what the reactions ask for. */
void app_react(struct app *app, int reaction);
void app_draw(struct app *app);

/* New rules or mistakes in them. */
int app_read_rules(struct app *app);

/* Runs a script; -1 where a line of it can't be run. */
int script_run(struct app *app, const char *path);

#endif
