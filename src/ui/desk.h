/* SPDX-License-Identifier: MIT
 *
 * The desk: all that the explorer shows, and where the user looks.  Views read it (and only read it), commands
 * change it and return what follows from that as reaction bits; the loop (app.h) then runs and draws once.
 *
 * A desk knows no terminal: scripts and tests run on it as they are.
 */
#ifndef PS_UI_DESK_H
#define PS_UI_DESK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diags.h"
#include "base/lang.h"
#include "base/manual_words.h"
#include "ui/axis.h"
#include "ui/runner.h"
#include "ui/theme.h"

struct book;
struct buf;
struct err;
struct keymap;
struct manual;
struct model;
struct news;
struct scenario;
struct session;
struct settings;
struct shelf;
struct tour;
struct variable;
struct written;

enum reaction {
	REACT_NOTHING = 0,
	REACT_REDRAW = 1,
	REACT_RERUN = 2,      /* settings have changed */
	REACT_RESIZE = 4,     /* size, language, theme: all is sent again */
	REACT_OUTSIDE = 8,    /* desk->outside says what to do with the terminal given back */
	REACT_QUIT = 16,
};

/* What the main pane shows. */
enum view {
	VIEW_CHARTS, VIEW_TABLE, VIEW_DECILES, VIEW_REPORT, VIEW_CLAIMS, VIEW_SCENARIOS, VIEW_EXPLAIN, VIEW_MESSAGES,
		VIEW_HELP,
	VIEW_MANUAL,
	VIEW_COUNT
};

/* Where the keys go. */
enum focus { FOCUS_LEVERS, FOCUS_UNCERTAINTIES, FOCUS_HEADLINE, FOCUS_VIEW, FOCUS_COUNT };

enum compare {
	COMPARE_BASELINE,     /* all at default */
	COMPARE_POLICY,       /* levers at default, assumptions as they are set */
	COMPARE_SETTINGS,     /* a scenario, or what was on the screen once */
};

enum tone { TONE_INFO, TONE_GOOD, TONE_WARNING, TONE_ERROR };

enum { CHARTS_MAX = 4, PINS_MAX = 6, EXPLAIN_DEPTH = 64 };

/* A row of a slider panel. */
struct row {
	int variable;         /* -1: a heading */
	const char *group;    /* its id; borrowed from the model */
	bool is_fixed;        /* headings: of constants */
};

struct rows {
	struct row *items;
	size_t count;
};

/* Settings kept beside those on the screen. */
struct kept {
	char *name;                  /* of the scenario; "" as they were on the screen once; NULL: nothing is kept */
	char *title[LANG_COUNT];     /* of the scenario of that name; NULL: it is none, or has changed since */
	struct settings *settings;
};

/* Something for which the terminal has to be given back. */
struct outside {
	enum { OUTSIDE_NOTHING, OUTSIDE_EDIT, OUTSIDE_STOP } what;
	char *path;
	int line;
};

/* A question that a command asks at the prompt; the answer is run behind `prefix`. */
struct ask {
	char *label, *prefix, *initial;   /* label NULL: nothing is asked */
	char *note;                       /* what to know for the answer, shown above; NULL: nothing */
	bool choose;                      /* from a list: the first that fits is taken */
};

struct desk {
	/* the rules */
	struct book *book;           /* NULL: a model without files, in tests */
	const struct model *model;
	struct rows levers, uncertainties;   /* rows of the panels */
	int *headlines;              /* variables in the headline strip, in order */
	size_t headline_count;
	int *outcomes;               /* all that a chart can show, by group */
	size_t outcome_count;

	/* what is set */
	struct settings *settings;
	struct scenario *scenario;   /* the one that is open: name, texts, settings as saved; never NULL */
	struct shelf *shelf;         /* NULL: none */
	struct session *session;     /* undo and the journal (scenario/session.h) */
	enum compare compare;
	struct kept compared;        /* COMPARE_SETTINGS */
	struct kept pins[PINS_MAX];

	/* results */
	struct runner *runner;
	struct runner *former;       /* of the model before, at rest; NULL: freed already */
	size_t worlds;
	int threads;

	/* where the user looks */
	enum view view, view_before;
	enum focus focus;
	enum focus focus_at[VIEW_COUNT];   /* where the keys went when a view was left for another: back there they go again */
	char *lever, *uncertainty;   /* ids of the rows under the cursor; survive a reload */
	size_t headline;
	int record;                  /* the year under the cursor */
	int chart_count;             /* 1, 2 or 4 */
	int chart;                   /* the selected one */
	char *chart_outcome[CHARTS_MAX];
	struct axis_range axis[CHARTS_MAX];   /* as shown; none yet: fits */
	bool axis_held;              /* a slider is being moved */
	bool difference;             /* charts show the difference from what is compared */
	int line[VIEW_COUNT];        /* selected line or link in each view */
	char *trail[EXPLAIN_DEPTH];  /* explain: ids, the last is shown */
	int trail_count;
	int explain_line[EXPLAIN_DEPTH];
	const char *manual_folder;   /* NULL: there is no manual */
	struct manual *manual;       /* opened when first wanted, in `manual_lang` */
	enum lang manual_lang;
	int manual_page;             /* -1: the list of pages, or of sections, if there are any */
	struct manual_places manual_found;
	size_t manual_line;          /* where in it */
	int jumps, tops;             /* count up when a view is to begin at the selected line, at its top */
	char *search;                /* what was last looked for */
	struct tour *tour;           /* its step that is shown (tour.h); NULL: none */
	bool vi_told;                /* how one leaves vi has been said */
	bool flipped;                /* the state before the last move is shown */
	int page_view, page_rows, view_cols, view_top;   /* of the last drawing (frame.h), for commands that page */

	/* how it looks */
	enum lang lang;
	const struct theme *theme;
	enum glyphs glyphs;
	bool shade;                  /* too few colours to tint with: bands need glyphs, as with a theme without any */
	bool utf8;
	bool mouse;
	struct keymap *keymap;

	/* what there is to say */
	struct diags notices[LANG_COUNT];   /* of the configuration and the session, in each language */
	struct news *news;           /* what the last reload changed; NULL: none */
	char *message;               /* NULL: nothing */
	enum tone tone;
	size_t unkept_told;          /* session_unkept when somebody who wanted to leave was told */
	struct ask ask;
	struct outside outside;
	struct written *written;     /* files that may be written again */
	char *screen_file;           /* :save-screen: to be written after the next drawing; NULL: none */
	enum { SCREEN_TEXT, SCREEN_ROLES, SCREEN_COLOURS } screen_as;
	bool is_script;
	bool is_roomy;               /* sliders and a wide view have room beside each other */
	struct reload *reload;       /* borrowed, set by who made it; NULL: nobody takes over new rules */
};

struct desk_spec {
	struct book *book;           /* borrowed, or NULL with a `model` */
	const struct model *model;
	struct shelf *shelf;         /* borrowed; NULL: no scenarios */
	struct session *session;     /* borrowed */
	struct keymap *keymap;       /* borrowed */
	const char *manual_folder;   /* borrowed; NULL: there is no manual */
	enum lang lang;
	const struct theme *theme;
	enum glyphs glyphs;
	bool shade;
	size_t worlds;
	int threads;
};

struct desk *desk_new(const struct desk_spec *spec);
void desk_free(struct desk *desk);

/* New rules: what is set and where the user looks stays, as far as it still exists. Runs everything again. What was
 * used for the former model stays until desk_tidy, as freeing it takes time that a picture has not; the model must stay
 * as long. */
void desk_set_model(struct desk *desk, const struct model *model);
void desk_tidy(struct desk *desk);

/* Runs what has changed: the scenario, what it is compared with, the pins. */
void desk_run(struct desk *desk);

/* ---- changing ---- */

/* Sets or resets a variable; the change is noted for undo under `what` (NULL: none is noted: a drag goes on). */
int desk_set(struct desk *desk, int variable, double value, struct err *err);
void desk_reset(struct desk *desk, int variable);

/* Replaces all settings. */
void desk_replace(struct desk *desk, const struct settings *settings);

/* Replaces a text that the desk owns by a copy of `value`, which may be NULL. */
void desk_set_text(char **text, const char *value);

/* By what the scenario in hand is found again (shelf_id), "" for none. The caller's. */
char *desk_scenario_id(const struct desk *desk);

/* Notes the state for undo and for the journal; `what` is a mark (deed.h). `move` is the variable that moved (steps of
 * one slider in a row become one), -1 for anything else. */
void desk_note(struct desk *desk, const char *what, int move);
void desk_end_gesture(struct desk *desk);   /* the slider is let go */

/* Takes settings and scenario in hand from the session's history, as after undo, redo and at the start. */
void desk_recall(struct desk *desk);

/* What is looked at, kept in the session over restarts. */
void desk_keep_look(struct desk *desk);
void desk_recall_look(struct desk *desk);

/* Everything as the session has it, and nothing of what was there before. */
void desk_recall_all(struct desk *desk);

/* Asks at the prompt; `initial` may be NULL. */
void desk_ask(struct desk *desk, const char *label, const char *prefix, const char *initial, bool choose);

void desk_say(struct desk *desk, enum tone tone, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
void desk_hush(struct desk *desk);

/* Pins settings under a name ("": of what is on the screen), or compares with them. */
void desk_unpin(struct desk *desk, int pin);
void desk_pin(struct desk *desk, int pin, const char *name, const struct settings *settings);
void desk_compare(struct desk *desk, const char *name, const struct settings *settings);

/* Shows a view; or one that was left for the view that is shown now, with the keys back where they went there. */
void desk_show(struct desk *desk, enum view view);
void desk_return(struct desk *desk, enum view view);
void desk_explain(struct desk *desk, int variable);
void desk_set_chart(struct desk *desk, int chart, int variable);

/* ---- reading ---- */

/* The variable under the cursor in the focused place, -1: none. */
int desk_selected(const struct desk *desk);
int desk_selected_input(const struct desk *desk);
int desk_chart_variable(const struct desk *desk, int chart);
const struct rows *desk_rows(const struct desk *desk, enum focus focus);
int desk_row(const struct desk *desk, enum focus focus);   /* index of the row under the cursor */

/* Value of a lever or uncertainty as it is set, and in what is compared. */
double desk_value(const struct desk *desk, int variable);
double desk_value_compared(const struct desk *desk, int variable);
bool desk_is_set(const struct desk *desk, int variable);
bool desk_is_changed(const struct desk *desk);     /* differs from what was opened or saved */
size_t desk_set_count(const struct desk *desk, bool levers);

double desk_year(const struct desk *desk);
const char *desk_label(const struct desk *desk, int variable);     /* in the language, or the id */
const char *desk_description(const struct desk *desk);             /* of the scenario in hand, saved or not; "" none */
const char *desk_group_label(const struct desk *desk, const char *group);
/* The title in the language, or the name; of what has neither, what it is. */
const char *desk_compared_name(const struct desk *desk);
const char *desk_pin_name(const struct desk *desk, int pin);

const char *desk_remark(const struct desk *desk, int variable);   /* the rule's note of a figure; "" none */

/* Says that a summary's time never comes. */
const char *desk_never(const struct desk *desk, int variable);

/* Adds the value of a variable at the cursor year with its unit, in words where it is a year that never comes. */
void desk_format(const struct desk *desk, struct buf *buf, int variable, double value, int digits);
void desk_format_short(const struct desk *desk, struct buf *buf, int variable, double value);

#endif
