/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "scenario/session_views.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "scenario/session.h"

static struct session_view *find(const struct session_views *views, const char *key)
{
	for (size_t i = 0; i < views->count; i++)
		if (!strcmp(views->items[i].key, key))
			return &views->items[i];
	return NULL;
}

const char *session_views_get(const struct session_views *views, const char *key)
{
	const struct session_view *view = find(views, key);

	return view ? view->value : NULL;
}

static void drop(struct session_views *views, struct session_view *view)
{
	free(view->key);
	free(view->value);
	*view = views->items[--views->count];
}

bool session_views_put(struct session_views *views, const char *key, const char *value)
{
	struct session_view *view = find(views, key);

	if (!view && !value)
		return false;
	if (view && value && !strcmp(view->value, value))
		return false;
	if (strlen(key) > SESSION_VIEW_MAX || (value && strlen(value) > SESSION_VIEW_MAX))
		return false;
	if (!value) {
		drop(views, view);
		return true;
	}
	if (!view) {
		if (views->count >= SESSION_VIEWS_MAX)
			return false;
		views->items = xgrow(views->items, views->count, &views->cap, sizeof *views->items);
		view = &views->items[views->count++];
		*view = (struct session_view){ .key = xstrdup(key) };
	}
	free(view->value);
	view->value = xstrdup(value);
	return true;
}

void session_views_clear(struct session_views *views)
{
	while (views->count)
		drop(views, &views->items[views->count - 1]);
}

void session_views_release(struct session_views *views)
{
	session_views_clear(views);
	free(views->items);
	*views = (struct session_views){ NULL, 0, 0 };
}
