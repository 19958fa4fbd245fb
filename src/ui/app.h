/* SPDX-License-Identifier: MIT
 *
 * The explorer as a program: one loop that waits for keys, worlds and files, lets commands change the desk, then
 * runs and draws once.  Or without a terminal, from a script (script.h).
 */
#ifndef PS_UI_APP_H
#define PS_UI_APP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"
#include "ui/book.h"
#include "ui/term.h"

struct diags;
struct err;
struct shelf;

struct app_spec {
	struct book_spec rules;
	struct shelf *shelf;          /* borrowed */
	const char *manual;           /* folder of the manual; NULL: none */
	enum lang lang;
	const char *scenario;         /* to open; NULL: where the user was */
	const char *config;           /* file of the user's; NULL: the usual one */
	enum term_colours colours;
	const char *theme;            /* NULL: by the terminal */
	const char *glyphs;           /* NULL: by the terminal */
	size_t worlds;                /* 0: as usual */
	int threads;                  /* 0: one a processor */
	bool mouse;
	bool is_new;                  /* don't go on where the user was */
	const char *script;           /* a script instead of a terminal; NULL: none */
	int rows, cols;               /* of the script's screen */
};

enum app_end { APP_DONE, APP_BAD_INPUT, APP_BAD_RULES, APP_NOT_KEPT };

/* Runs until the user quits. What is wrong before the screen is up, or in a script, goes to `complain`, a line at a
 * time; and so does, at the end, that what was done could not be kept. */
enum app_end app_run(const struct app_spec *spec, void (*complain)(const char *message));

#endif
