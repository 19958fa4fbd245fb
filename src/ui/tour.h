/* SPDX-License-Identifier: MIT
 *
 * The tour: five steps on the real screen, each in a few lines below the panes, so that it covers nothing.  Keys do what
 * they always do; a step is over when the user has done what it speaks of, or by `tour next`.
 */
#ifndef PS_UI_TOUR_H
#define PS_UI_TOUR_H

#include <stdbool.h>

#include "ui/grid.h"

struct desk;
struct frame;
struct tour;

/* Whether the user has never been shown the tour. Says so once, ever: it is remembered in the user's state folder; where
 * that can't be, nobody is shown it again and again, but never. */
bool tour_is_due(void);

/* desk->tour is the step that is shown, NULL without a tour. */
/* The first step: the charts are shown, and the cursor goes to a slider that moves the first of them. */
void tour_begin(struct desk *desk);
void tour_next(struct desk *desk);           /* behind the last step there is none */
void tour_end(struct desk *desk);            /* says how it begins again; nothing where there is no tour */
void tour_free(struct tour *tour);

/* Goes on if what the step speaks of has been done. After commands and before their reactions. */
void tour_follow(struct desk *desk);

/* Rows that the step takes on a screen so wide, 0 without a tour; and the step, below what it speaks of: the sliders or
 * the results (no columns of sliders: neither is on the screen). */
int tour_rows(const struct desk *desk, int cols);
void tour_draw(const struct desk *desk, struct area area, struct area sliders, struct area results, struct frame *frame);

#endif
