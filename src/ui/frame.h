/* SPDX-License-Identifier: MIT
 *
 * What drawing tells the loop besides cells: where the mouse can click and what follows, how far lists are
 * scrolled, where the caret is.  A frame is kept from one drawing to the next, so that lists scroll no more than
 * they must.
 */
#ifndef PS_UI_FRAME_H
#define PS_UI_FRAME_H

#include <stddef.h>

#include "ui/grid.h"
#include "ui/desk.h"

enum region_kind {
	REGION_COMMAND,    /* a click runs the command */
	REGION_TRACK,      /* a slider's track: a click or drag sets the variable */
	REGION_CHART,      /* a chart: a click or drag sets the year */
	REGION_SCROLL,     /* the wheel moves the focus here */
};

struct region {
	enum region_kind kind;
	int y, x, rows, cols;
	int index;             /* variable; chart; enum focus */
	char command[96];
};

enum { REGIONS_MAX = 512 };

struct frame {
	struct region regions[REGIONS_MAX];
	size_t region_count;
	int top[VIEW_COUNT], rows_top[FOCUS_COUNT];  /* first line shown */
	int page_view, page_rows;                    /* lines of the main pane and of the focused panel */
	int view_cols;                               /* width of the main pane */
	int jumps, tops;                             /* of the desk, when last drawn */
	int caret_y, caret_x;                        /* -1: no caret */
};

void frame_start(struct frame *frame);   /* before drawing: no regions, no caret */
void frame_add(struct frame *frame, enum region_kind kind, struct area area, int index, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));

/* The last region added that covers the cell and is of the kind (-1: any); NULL: none. */
const struct region *frame_at(const struct frame *frame, int y, int x, int kind);

/* The first line to show of `count` when `selected` has to be seen in `rows`, with as little movement from `top` as
 * may be. */
int frame_scroll(int top, int selected, int count, int rows);

#endif
