/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "ui/frame.h"

#include <stdarg.h>
#include <stdio.h>

void frame_start(struct frame *frame)
{
	frame->region_count = 0;
	frame->caret_y = frame->caret_x = -1;
}

void frame_add(struct frame *frame, enum region_kind kind, struct area area, int index, const char *fmt, ...)
{
	struct region *region;
	va_list args;

	if (frame->region_count == REGIONS_MAX || area.rows <= 0 || area.cols <= 0)
		return;
	region = &frame->regions[frame->region_count++];
	*region = (struct region){ .kind = kind, .y = area.y, .x = area.x, .rows = area.rows, .cols = area.cols,
		.index = index };
	va_start(args, fmt);
	vsnprintf(region->command, sizeof(region->command), fmt, args);
	va_end(args);
}

const struct region *frame_at(const struct frame *frame, int y, int x, int kind)
{
	for (size_t i = frame->region_count; i-- > 0;) {
		const struct region *r = &frame->regions[i];

		if (y >= r->y && y < r->y + r->rows && x >= r->x && x < r->x + r->cols && (kind < 0 || (int)r->kind == kind))
			return r;
	}
	return NULL;
}

int frame_scroll(int top, int selected, int count, int rows)
{
	const int last = count > rows ? count - rows : 0;

	if (selected < top)
		top = selected;
	if (selected >= top + rows)
		top = selected - rows + 1;
	return top < 0 ? 0 : top > last ? last : top;
}
