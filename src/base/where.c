/* SPDX-License-Identifier: MIT
 *
 * A build tree has a link `.uninstalled` to its source tree beside the program. Without it the program counts as installed;
 * its prefix is then the own folder without what bindir adds to the part that it has in common with the other folders.
 */
#include "config.h"

#include "base/where.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"

/* The folder that the running program stands in, or NULL. */
static char *own_folder(void)
{
	char path[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", path, sizeof(path));
	if (length <= 0 || (size_t)length >= sizeof(path))
		return NULL;
	path[length] = '\0';
	char *slash = strrchr(path, '/');
	return slash ? xstrndup(path, (size_t)(slash - path)) : NULL;
}

/* How many bytes of `a` are whole folders, each with its slash in front, that `b` begins with too. */
static size_t common_folders(const char *a, const char *b)
{
	size_t common = 0;
	for (size_t i = 0;; i++) {
		if ((a[i] == '/' || !a[i]) && (b[i] == '/' || !b[i]))
			common = i;
		if (!a[i] || a[i] != b[i])
			return common;
	}
}

/* Where the folder that configure called `target` is now, for a program that configure put in PS_BINDIR and that is in
 * `folder`: with bin = /usr/bin, target = /usr/share, folder = /mnt/usr/bin it is /mnt/usr/share. */
static char *moved(const char *target, const char *folder)
{
	const size_t common = common_folders(PS_BINDIR, target);
	const char *const tail = &PS_BINDIR[common];
	const size_t length = strlen(folder), tail_length = strlen(tail);
	if (length < tail_length || strcmp(folder + length - tail_length, tail) != 0)
		return xstrdup(target);
	return xasprintf("%.*s%s", (int)(length - tail_length), folder, target + common);
}

/* A folder of generated files: where they were built, or in the source tree when that is a tarball's. */
static char *built(const char *folder, const char *source, const char *name)
{
	char *path = xasprintf("%s/%s", folder, name);
	if (access(path, R_OK) == 0)
		return path;
	free(path);
	return xasprintf("%s/%s", source, name);
}

void where_init_at(struct where *where, const char *folder)
{
	char *link = xasprintf("%s/.uninstalled", folder);
	char *source = realpath(link, NULL);
	free(link);
	if (source) {
		*where = (struct where){
			.rules = xasprintf("%s/lua", source),
			.data = xasprintf("%s/data", source),
			.locale = xasprintf("%s/locale", folder),
			.manual = built(folder, source, "manual"),
		};
		free(source);
		return;
	}
	*where = (struct where){
		.rules = moved(PS_PKGDATADIR "/lua", folder),
		.data = moved(PS_PKGDATADIR "/data", folder),
		.locale = moved(PS_LOCALEDIR, folder),
		.manual = moved(PS_PKGDATADIR "/manual", folder),
		.installed = true,
	};
}

void where_init(struct where *where)
{
	char *folder = own_folder();
	where_init_at(where, folder ? folder : PS_BINDIR);
	free(folder);
}

void where_release(struct where *where)
{
	free(where->rules);
	free(where->data);
	free(where->locale);
	free(where->manual);
	*where = (struct where){ 0 };
}
