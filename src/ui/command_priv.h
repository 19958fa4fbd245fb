/* SPDX-License-Identifier: MIT
 *
 * What the files of commands share.
 */
#ifndef PS_UI_COMMAND_PRIV_H
#define PS_UI_COMMAND_PRIV_H

#include <stdbool.h>

struct desk;
struct err;

#define COMMAND(name) int do_##name(struct desk *desk, const char *argument, struct err *err)

/* commands_slide.c: sliders */
COMMAND(move);
COMMAND(limit);
COMMAND(mark);
COMMAND(value);
COMMAND(set);
COMMAND(switch);
COMMAND(reset);
COMMAND(select);
COMMAND(undo);
COMMAND(redo);
COMMAND(flip);

/* commands_look.c: where one looks, and how it looks */
COMMAND(row);
COMMAND(headline);
COMMAND(focus);
COMMAND(view);
COMMAND(leave);
COMMAND(charts);
COMMAND(chart);
COMMAND(outcome);
COMMAND(difference);
COMMAND(year);
COMMAND(find);
COMMAND(search);
COMMAND(explain);
COMMAND(enter);
COMMAND(back);
COMMAND(language);
COMMAND(theme);
COMMAND(glyphs);
COMMAND(worlds);
COMMAND(mouse);
COMMAND(redraw);
COMMAND(prompt);
COMMAND(tour);

/* commands_write.c: files where the user wants them */
COMMAND(save_screen);
COMMAND(save_report);

/* commands_scenario.c: scenarios, pins, comparison, sessions */
COMMAND(open);
COMMAND(save);
COMMAND(replace);
COMMAND(new);
COMMAND(rename);
COMMAND(describe);
COMMAND(delete);
COMMAND(compare);
COMMAND(pin);
COMMAND(unpin);
COMMAND(session);

/* commands_rules.c: rules, the program around */
COMMAND(edit);
COMMAND(edit_claim);
COMMAND(reload);
COMMAND(dismiss);
COMMAND(bind);
COMMAND(unbind);
COMMAND(manual);
COMMAND(stop);
COMMAND(quit);

/* The variable of this id: -1 and "did you mean" for an unknown one. */
int command_variable(const struct desk *desk, const char *id, struct err *err);

/* A whole number, with or without a sign, and nothing else. */
bool command_integer(const char *text, int *value);

#endif
