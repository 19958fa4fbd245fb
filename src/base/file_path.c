/* SPDX-License-Identifier: MIT
 *
 * Paths: putting them together, taking them apart, and where the user's folders lie.
 */
#include "config.h"

#include "base/file.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/text.h"

char *file_join(const char *folder, const char *name)
{
	const size_t n = strlen(folder);

	if (!n || *name == '/')
		return xstrdup(name);
	return xasprintf("%s%s%s", folder, folder[n - 1] == '/' ? "" : "/", name);
}

char *file_folder(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return xstrdup("");
	return slash == path ? xstrdup("/") : xstrndup(path, (size_t)(slash - path));
}

char *file_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return xstrdup(slash ? slash + 1 : path);
}

/* Bytes of the path that begins here; 0: none does. A blank in it is known from one behind it only where ": " ends it. */
static size_t path_length(const char *text, bool is_first)
{
	const char *end = is_first ? strstr(text, ": ") : NULL;

	if (*text != '/' && strncmp(text, "~/", 2) && strncmp(text, "./", 2) && strncmp(text, "../", 3))
		return 0;
	return end ? (size_t)(end - text) : strcspn(text, " \"'`),;");
}

/* How many bytes of a path are to go so that it takes `excess` cells less, or as few as can be; its last slash stays. */
static size_t folders_too_many(const char *path, size_t length, int *excess)
{
	size_t cut = 0;
	int cells = 0;

	for (size_t i = 1; i < length && cells - 1 < *excess; i++)
		if (path[i] == '/') {
			char *folders = xstrndup(path, i);

			cut = i;
			cells = text_width(folders);
			free(folders);
		}
	if (cells < 2)
		return 0;
	*excess -= cells - 1;
	return cut;
}

void file_shorten(struct buf *buf, const char *message, int cells)
{
	int excess = text_width(message) - cells;

	for (const char *at = message; *at;) {
		const bool may_begin = at == message || strchr(" \"'`(", at[-1]);
		const size_t length = may_begin ? path_length(at, at == message) : 0;
		const size_t cut = length && excess > 0 ? folders_too_many(at, length, &excess) : 0;
		const size_t all = length ? length : 1;

		if (cut)
			buf_add(buf, "\u2026");
		buf_add_bytes(buf, at + cut, all - cut);
		at += all;
	}
}

/* The caller's; NULL if there is none. */
static char *user_home(void)
{
	const char *home = getenv("HOME");
	struct passwd entry, *user = NULL;
	char room[4096];

	if (home && *home == '/')
		return xstrdup(home);
	if (getpwuid_r(getuid(), &entry, room, sizeof room, &user) || !user || !user->pw_dir || *user->pw_dir != '/')
		return NULL;
	return xstrdup(user->pw_dir);
}

char *file_typed(const char *typed)
{
	char *home = typed[0] == '~' && (!typed[1] || typed[1] == '/') ? user_home() : NULL, *path;

	if (!home)
		return xstrdup(typed);
	path = xasprintf("%s%s", home, typed + 1);
	free(home);
	return path;
}

char *file_home(enum file_home which, const char *rest, struct err *err)
{
	static const struct {
		const char *variable, *below;
	} homes[] = {
		[FILE_DATA] = { "XDG_DATA_HOME", ".local/share" },
		[FILE_CONFIG] = { "XDG_CONFIG_HOME", ".config" },
		[FILE_STATE] = { "XDG_STATE_HOME", ".local/state" },
	};
	const char *set = getenv(homes[which].variable);
	char *base, *path, *home = NULL;

	/* The specification has a relative value ignored. */
	if (set && *set == '/') {
		base = xstrdup(set);
	} else if ((home = user_home())) {
		base = file_join(home, homes[which].below);
	} else {
		err_set(err, _("there is no home folder; set HOME or %s"), homes[which].variable);
		return NULL;
	}
	path = file_join(base, "publicstake");
	free(base);
	free(home);
	if (rest) {
		char *longer = file_join(path, rest);

		free(path);
		path = longer;
	}
	return path;
}
